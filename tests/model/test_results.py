"""Results of measures: the newest entry at a day, those of a year, values of indicators, exact numbers."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from osloregion_docs.model.amount import read_number
from osloregion_docs.model.reports.results import MeasureResults, Results, Status, usual_statuses
from tests.years import small_programme

GODS = MeasureResults.model_validate(
    {
        "id": "gods",
        "indicators": [{"id": "moter", "title": "Møter", "unit": "stk.", "target": "4"}],
        "entries": [
            {"date": "2018-12-31", "status": "done", "values": {"moter": "5"}},
            {"date": "2018-03-31", "status": "in-progress", "values": {"moter": "1,50"}},
            {"date": "2019-02-01", "status": "done", "result": "Etterskrift"},
        ],
    }
)


@pytest.mark.parametrize(
    ("as_of", "date"),
    [
        (None, "2019-02-01"),
        ("2018-12-31", "2018-12-31"),
        ("2018-12-30", "2018-03-31"),
        ("2018-03-30", None),
    ],
)
def test_latest_entry(as_of: str | None, date: str | None) -> None:
    """The newest one up to a cut-off date, that day included; the newest of all without."""
    latest = GODS.latest(datetime.date.fromisoformat(as_of) if as_of else None)

    assert (latest and str(latest.date)) == date


def test_entries_of_a_year() -> None:
    """Oldest first, in whatever order they are written."""
    assert [str(entry.date) for entry in GODS.of_year(2018)] == ["2018-03-31", "2018-12-31"]


def test_value_of_an_indicator() -> None:
    """The newest one, also where a later entry has none; exact, with its zeros."""
    day = datetime.date(2018, 7, 31)

    assert (GODS.value("moter"), str(GODS.value("moter", day)), GODS.value("annet")) == (Decimal(5), "1.50", None)


def test_measure_of_which_nothing_is_reported() -> None:
    """Has results without entries, so that no reader has to ask first."""
    assert Results(measures=(GODS,)).of("brev") == MeasureResults(id="brev")


def test_year_without_results() -> None:
    """Has empty ones, and the usual statuses."""
    results = small_programme().results

    assert (results.measures, results.closed, results.vocabulary) == ((), False, usual_statuses())


def test_statuses_of_a_workspace() -> None:
    """Stand instead of the usual ones, and in their order."""
    results = Results.model_validate(
        {"statuses": [{"id": "b", "title": "B"}, {"id": "a", "title": "A", "final": "true"}]}
    )

    assert (results.status("a"), results.status("done"), results.vocabulary[0].id) == (
        Status(id="a", title="A", final=True),
        None,
        "b",
    )


@pytest.mark.parametrize(
    ("written", "number"),
    [("12", "12"), ("1,50", "1.50"), ("-3.5", "-3.5"), ("−3", "-3"), ("12 500", "12500"), ("1 250 000,5", "1250000.5")],
)
def test_number_is_read(written: str, number: str) -> None:
    """With a point or a comma, with or without spaces between thousands; all digits are kept."""
    assert str(read_number(written)) == number


@pytest.mark.parametrize("written", ["", "mange", "1.500", "1e5", "nan", "12 %", "1,2,3", "12 50", "9" * 31])
def test_what_is_no_number_is_refused(written: str) -> None:
    """And so is what could be read in two ways."""
    with pytest.raises(ValueError, match=r"is not a number|can be read in two ways"):
        read_number(written)


@pytest.mark.parametrize(
    "wrong",
    [
        {"not_reported": "Ingen ansatt", "entries": [{"date": "2018-12-31", "status": "done"}]},
        {"entries": [{"date": "31.12.2018", "status": "done"}]},
        {"entries": [{"date": "2018-12-31", "status": "done", "link": "www.example.org"}]},
        {"entries": [{"date": "2018-12-31", "status": "done", "values": {"moter": "fem"}}]},
    ],
)
def test_results_that_are_wrong(wrong: dict[str, object]) -> None:
    """Reported and not reported at once; a day, an address or a number that is none."""
    with pytest.raises(ValidationError):
        MeasureResults.model_validate({"id": "gods", **wrong})
