"""Calendars: what RFC 5545 asks for, and every text as it was."""

from __future__ import annotations

import datetime
import re
import zoneinfo

import icalendar
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from osloregion_docs.errors import RenderingFailed
from osloregion_docs.labels.forms import in_oslo
from osloregion_docs.model.programme import Programme
from tests.conftest import Golden
from tests.renderers.open_data.rendering import compose_first, render
from tests.renderers.test_any_text import TEXT
from tests.years import small_programme

CALM = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
DAY = {"id": "motet", "organ": "radet", "date": "2018-03-06"}
wall = datetime.datetime.fromisoformat
"""A moment by the clock on the wall."""
_ESCAPED = re.compile(r"\\([\\;,nN])")


def ics(programme: Programme) -> bytes:
    """The year's calendar."""
    return render(compose_first(programme, "calendar"), "ics")


def lines(raw: bytes) -> list[str]:
    """The lines with what was folded put together. *Source*: RFC 5545, section 3.1."""
    return raw.decode().replace("\r\n ", "").split("\r\n")


def text_of(raw: bytes, name: str) -> str:
    """The text of the last property of a name. *Source*: RFC 5545, section 3.3.11."""
    written = [line.removeprefix(f"{name}:") for line in lines(raw) if line.startswith(f"{name}:")][-1]
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], written)


def with_meeting(**values: object) -> bytes:
    """The calendar of a small year with one meeting."""
    return ics(small_programme(meetings=[{**DAY, **values}]))


def event(raw: bytes) -> icalendar.Event:
    """The only event of a calendar, as a library reads it."""
    [found] = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert isinstance(found, icalendar.Event)
    return found


def test_example(golden: Golden, example: Programme) -> None:
    """The year's calendar, as it is."""
    golden("kalender-2025.ics", ics(example).decode().replace("\r\n", "\n"))


def test_same_bytes(example: Programme) -> None:
    """Whenever and wherever it is made."""
    assert ics(example) == ics(example)


def test_lines_are_folded(example: Programme) -> None:
    """At most 75 bytes each, and they end as the standard wants."""
    raw = ics(example)

    assert (max(map(len, raw.split(b"\r\n"))) <= 75, raw.endswith(b"\r\n"), b"\n" in raw.replace(b"\r\n", b"")) == (
        True,
        True,
        False,
    )


@pytest.mark.parametrize("name", ["PRODID", "VERSION", "METHOD"])
def test_calendar_has_what_it_must(name: str) -> None:
    """Once each."""
    assert len([line for line in lines(with_meeting()) if line.startswith(f"{name}:")]) == 1


@pytest.mark.parametrize("name", ["UID", "DTSTAMP", "SEQUENCE", "STATUS", "SUMMARY"])
def test_event_has_what_it_must(name: str) -> None:
    """Once each."""
    assert len([line for line in lines(with_meeting()) if line.startswith(f"{name}:")]) == 1


def test_stamp_is_no_clock() -> None:
    """The day of the notice, in UTC."""
    assert "DTSTAMP:20180226T000000Z" in lines(with_meeting(notice={"sent": "2018-02-26"}))


def test_meeting_without_a_time_takes_the_day() -> None:
    """The end is the day after, as the standard wants."""
    found = lines(with_meeting())

    assert {"DTSTART;VALUE=DATE:20180306", "DTEND;VALUE=DATE:20180307"} <= set(found)


def test_meeting_with_times_has_them_in_oslo() -> None:
    """By the clock on the wall there."""
    found = lines(with_meeting(begins="10:00", ends="13:30"))

    assert {"DTSTART;TZID=Europe/Oslo:20180306T100000", "DTEND;TZID=Europe/Oslo:20180306T133000"} <= set(found)


def test_meeting_without_known_end_has_none() -> None:
    """Nothing is made up."""
    assert [line for line in lines(with_meeting(begins="10:00")) if line.startswith("DTEND")] == []


def test_library_reads_the_times() -> None:
    """As they were meant."""
    found = event(with_meeting(begins="10:00", ends="13:30"))

    assert found.start.astimezone(datetime.UTC) == datetime.datetime(2018, 3, 6, 9, tzinfo=datetime.UTC)  # type: ignore[union-attr]


@given(st.datetimes(wall("1996-04-01"), wall("2037-12-31")))
@example(wall("2018-03-25 01:59"))
@example(wall("2018-03-25 03:00"))
@example(wall("2018-10-28 01:59"))
@example(wall("2018-10-28 03:00"))
def test_rule_of_summer_time_is_that_of_oslo(moment: datetime.datetime) -> None:
    """As the world's list of time zones has it; the hour that is there twice is the first of the two."""
    expected = in_oslo(moment.date(), moment.time())

    assert (
        expected.utcoffset() == moment.replace(tzinfo=zoneinfo.ZoneInfo("Europe/Oslo")).utcoffset() or moment.hour == 2
    )


def test_zone_is_that_of_oslo() -> None:
    """The zone in the file gives the same as the rule: in winter and in summer."""
    zone = icalendar.Calendar.from_ical(with_meeting()).walk("VTIMEZONE")[0].to_tz()  # type: ignore[attr-defined]
    days = [wall(f"2018-{month:02}-15 12:00") for month in range(1, 13)]

    assert [day.replace(tzinfo=zone).utcoffset() for day in days] == [
        in_oslo(day.date(), day.time()).utcoffset() for day in days
    ]


@CALM
@given(TEXT)
@example("a;b,c\\d")
@example("\\n er ikke \\N")
@example("C:\\Nye filer\\nå")
@example("én\nto")
@example("BEGIN:VEVENT")
@example("æ" * 200)
def test_any_text_is_read_back(text: str) -> None:
    """Place, and title of a case; folding and escaping lose nothing."""
    case = {"id": "en", "title": text, "kind": "decision"}
    raw = with_meeting(place=text, cases=[case], agenda=["en"])

    assert text_of(raw, "LOCATION") == text
    assert text_of(raw, "DESCRIPTION") == f"Saker:\n{text}"


@CALM
@given(TEXT)
def test_any_text_leaves_the_rest_alone(text: str) -> None:
    """No text makes a property or an event."""
    odd, plain = (lines(with_meeting(place=words)) for words in (text, "ord"))

    assert [line.partition(":")[0] for line in odd] == [line.partition(":")[0] for line in plain]


def test_control_character_is_refused() -> None:
    """Calendars have no way to write one."""
    with pytest.raises(RenderingFailed, match="U\\+000B"):
        with_meeting(place="før\x0better")
