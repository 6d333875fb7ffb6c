"""Meetings for a calendar: which there are, when, how sure, and what everybody may know."""

from __future__ import annotations

import datetime

import pytest

from osloregion_docs.documents.kinds.meetings.calendar import CALENDAR, Calendar, Event
from osloregion_docs.model.programme import Programme
from tests.years import small_programme

DAY = {"date": "2018-03-06"}
SENT = {"sent": "2018-02-26"}


def calendars(programme: Programme) -> dict[str, Calendar]:
    """The calendars of a programme, by the names of their files."""
    documents = CALENDAR.compose(programme, "nb")
    return {each.name: each.context for each in documents if isinstance(each.context, Calendar)}


def year(*meetings: dict[str, object]) -> Programme:
    """A small year with these meetings."""
    named = ({"id": f"mote-{place}", "organ": "radet", **meeting} for place, meeting in enumerate(meetings, 1))
    return small_programme(meetings=list(named))


def event(**values: object) -> Event:
    """The only meeting of a small year."""
    return calendars(year(values))["kalender-2018"].events[0]


def test_year_and_each_meeting_has_a_calendar() -> None:
    """The year's is next to the other documents, each meeting's in its folder."""
    assert [*calendars(year(DAY, {"date": "2018-06-12"}))] == ["kalender-2018", "mote-1/mote", "mote-2/mote"]


def test_meeting_without_a_day_is_left_out() -> None:
    """A calendar has no place for it."""
    assert {name: len(each.events) for name, each in calendars(year({}, DAY)).items()} == {
        "kalender-2018": 1,
        "mote-2/mote": 1,
    }


def test_year_without_days_has_no_calendar() -> None:
    """Rather than an empty one."""
    assert calendars(year({})) == {}


def test_meetings_of_the_year_are_in_order() -> None:
    """By day and time, not by folder."""
    found = calendars(year({"date": "2018-06-12", "begins": "12:00"}, {"date": "2018-06-12", "begins": "09:00"}, DAY))

    assert [each.uid.partition("@")[0] for each in found["kalender-2018"].events] == ["mote-3", "mote-2", "mote-1"]


def test_meeting_is_known_by_its_id_and_the_website() -> None:
    """So that no other alliance's meeting is taken for it."""
    assert event(**DAY).uid == "mote-1@www.osloregionen.no"


@pytest.mark.parametrize(
    ("values", "sequence", "stamp"),
    [
        (DAY, 0, "2018-03-06"),
        ({**DAY, "notice": SENT}, 0, "2018-02-26"),
        ({**DAY, "notice": {**SENT, "revised": ["2018-03-01", "2018-03-02"]}}, 2, "2018-03-02"),
        ({**DAY, "notice": SENT, "postponed_from": ["2018-02-27"]}, 1, "2018-02-26"),
    ],
)
def test_changes_are_counted_and_dated(values: dict[str, object], sequence: int, stamp: str) -> None:
    """By the days in the sources: no clock is asked."""
    found = event(**values)

    assert (found.sequence, str(found.stamp)) == (sequence, stamp)


@pytest.mark.parametrize(
    ("values", "status"),
    [
        (DAY, "TENTATIVE"),
        ({**DAY, "notice": SENT}, "CONFIRMED"),
        ({**DAY, "attendance": [{"person": "Kari", "capacity": "member"}]}, "CONFIRMED"),
    ],
)
def test_meeting_is_sure_when_it_is_called(values: dict[str, object], status: str) -> None:
    """Or when it has been held."""
    assert event(**values).status == status


def test_end_without_a_beginning_is_no_time() -> None:
    """The event then takes the whole day."""
    found = event(**DAY, ends="13:00")

    assert (found.begins, found.ends) == (None, None)


def test_exempt_case_has_its_public_title(example: Programme) -> None:
    """And its legal basis."""
    [found] = calendars(example)["2025-03-13-styret/mote"].events
    [line] = [line for line in found.description.split("\n") if "8/25" in line]

    assert line == "Sak\u00a08/25 Personalsak (Unntatt offentlighet, jf. offentleglova § 23 første ledd)"


def test_description_is_the_agenda() -> None:
    """Cases and talks, whom to tell that one cannot come, and when it was moved."""
    cases = [{"id": "en", "title": "Årsrapport", "kind": "decision", "number": "5/18"}]
    agenda = ["en", {"talk": "Jernbanen", "speaker": "Kari Nordby"}]
    found = event(**DAY, cases=cases, agenda=agenda, contact="Si fra", postponed_from=["2018-02-27"])

    assert found.description.replace("\u00a0", " ").split("\n") == [
        "Saker:",
        "Sak 5/18 Årsrapport",
        "Innlegg: Jernbanen (Kari Nordby)",
        "",
        "Forfall: Si fra",
        "Utsatt fra 27. februar 2018",
    ]


def test_two_organs_are_both_named(example: Programme) -> None:
    """In the title, and at each case."""
    [found] = calendars(example)["2025-06-12-representantskapet/mote"].events

    assert found.summary.startswith("Møte i representantskapet og styret – ")
    assert "Sak\u00a010/25 Godkjenning av innkalling og saksliste (Styret)" in found.description


def test_day_of_a_meeting(example: Programme) -> None:
    """Its own day and times."""
    [found] = calendars(example)["2025-03-13-styret/mote"].events

    assert (found.day, found.begins) == (datetime.date(2025, 3, 13), datetime.time(10))
