"""Timeframes: many written forms in, one value, and one printed form that reads back as the same value."""

from __future__ import annotations

import datetime
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.language import LANGUAGES, Language
from osloregion_docs.model.timeframe import Timeframe, read_timeframe

Day = datetime.date
YEARS = st.integers(1900, 2200)


def days(written: str) -> tuple[Day, Day]:
    """The first and the last day of a written timeframe."""
    timeframe = read_timeframe(written)
    assert timeframe.first is not None
    assert timeframe.last is not None
    return timeframe.first.first_day, timeframe.last.last_day


@pytest.mark.parametrize("written", ["løpende", "Løpende", "LØPENDE", "løpande", "ongoing", "  løpende "])
def test_ongoing_in_every_language(written: str) -> None:
    """Løpende, in the three languages and however cased."""
    assert read_timeframe(written).ongoing


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2018", Day(2018, 1, 1), Day(2018, 12, 31)),
        ("2017-19", Day(2017, 1, 1), Day(2019, 12, 31)),
        ("2017–19", Day(2017, 1, 1), Day(2019, 12, 31)),
        ("2017 - 19", Day(2017, 1, 1), Day(2019, 12, 31)),
        ("2017 – 19", Day(2017, 1, 1), Day(2019, 12, 31)),
        ("2017-2019", Day(2017, 1, 1), Day(2019, 12, 31)),
        ("2017–2019", Day(2017, 1, 1), Day(2019, 12, 31)),
        ("2017 - 2019", Day(2017, 1, 1), Day(2019, 12, 31)),
        ("2017..2019", Day(2017, 1, 1), Day(2019, 12, 31)),
        ("2018-H1", Day(2018, 1, 1), Day(2018, 6, 30)),
        ("2018H2", Day(2018, 7, 1), Day(2018, 12, 31)),
        ("1. halvår 2018", Day(2018, 1, 1), Day(2018, 6, 30)),
        ("2018-Q3", Day(2018, 7, 1), Day(2018, 9, 30)),
        ("2018-k4", Day(2018, 10, 1), Day(2018, 12, 31)),
        ("1. kvartal 2018", Day(2018, 1, 1), Day(2018, 3, 31)),
        ("2018-03-01", Day(2018, 3, 1), Day(2018, 3, 1)),
        ("1.3.2018", Day(2018, 3, 1), Day(2018, 3, 1)),
        ("2018-03-01 – 2018-06-30", Day(2018, 3, 1), Day(2018, 6, 30)),
        ("2018-H2 – 2019-Q1", Day(2018, 7, 1), Day(2019, 3, 31)),
        ("2020-02-29", Day(2020, 2, 29), Day(2020, 2, 29)),
    ],
)
def test_written_form(written: str, first: Day, last: Day) -> None:
    """Every form that is written means its first and its last day."""
    assert days(written) == (first, last)


@pytest.mark.parametrize(
    "written", ["våren 2018", "18", "2018-H3", "2018-Q5", "", "2018–", "–2018", "2017 til 2019", "0000", "9999"]
)
def test_what_cannot_be_read_says_what_can(written: str) -> None:
    """A form that is none is refused with the forms there are."""
    with pytest.raises(ValueError, match=r"is not a timeframe: write løpende, 2018, 2017–19"):
        read_timeframe(written)


def test_day_that_is_not_in_the_calendar() -> None:
    """The thirtieth of February is no day."""
    with pytest.raises(ValueError, match=r'"30\.2\.2018" is not a date of the calendar'):
        read_timeframe("30.2.2018")


@pytest.mark.parametrize("written", ["2019-17", "2019–2018", "2018-H2 – 2018-H1", "2018-06-30 – 2018-03-01"])
def test_end_before_beginning(written: str) -> None:
    """A timeframe that ends before it begins is refused."""
    with pytest.raises(ValueError, match="ends before it begins"):
        read_timeframe(written)


@pytest.mark.parametrize(
    ("written", "touches"),
    [
        ("2017", False),
        ("2018", True),
        ("2019", False),
        ("2016-18", True),
        ("2018-20", True),
        ("2017-19", True),
        ("løpende", True),
        ("2018-12-31", True),
        ("2017-H2", False),
    ],
)
def test_touching_a_year(written: str, touches: bool) -> None:
    """A measure that ends before the year or begins after it does not touch it."""
    assert read_timeframe(written).touches(Day(2018, 1, 1), Day(2018, 12, 31)) is touches


@given(st.tuples(YEARS, YEARS).map(sorted), st.sampled_from(LANGUAGES))
def test_printed_years_read_back_as_the_same_value(years: list[int], language: Language) -> None:
    """What is printed for years, in any language, reads as the timeframe that was printed."""
    timeframe = read_timeframe(f"{years[0]}–{years[1]}")

    assert read_timeframe(Printer(language).timeframe(timeframe)) == timeframe


@given(st.tuples(YEARS, YEARS).map(sorted), st.sampled_from(["-", "–", " - ", " – ", ".."]))
def test_every_mark_of_a_range_means_the_same(years: list[int], mark: str) -> None:
    """Hyphen or dash, with or without spaces: one value."""
    assert read_timeframe(f"{years[0]}{mark}{years[1]}") == read_timeframe(f"{years[0]}–{years[1]}")


@given(st.dates(Day(1900, 1, 1), Day(2200, 12, 31)))
def test_day_reads_as_itself(day: Day) -> None:
    """A day of the calendar, in both its forms, is that day."""
    assert days(day.isoformat()) == days(f"{day.day}.{day.month}.{day.year}") == (day, day)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text does anything else than being a timeframe or a ValueError."""
    with suppress(ValueError):
        assert isinstance(read_timeframe(text), Timeframe)


@given(st.text("0123456789-–.HKQ ", max_size=16))
def test_any_figures_are_read_or_refused(text: str) -> None:
    """The same for texts that look like timeframes."""
    with suppress(ValueError):
        assert isinstance(read_timeframe(text), Timeframe)
