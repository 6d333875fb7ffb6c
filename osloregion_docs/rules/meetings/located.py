"""Meetings and cases with their addresses, and the organs and seats that belong to them: what these rules share."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.organ import Organ, Seat
from osloregion_docs.model.programme import Programme


class Placed(NamedTuple):
    """A case with its meeting and its address."""

    meeting: Meeting
    case: Case
    path: KeyPath


def all_cases(programme: Programme) -> Iterator[Placed]:
    """Every case of every meeting."""
    for meeting in programme.meetings:
        yield from cases_of(meeting)


def cases_of(meeting: Meeting) -> Iterator[Placed]:
    """Every case of a meeting."""
    for case in meeting.cases:
        yield Placed(meeting, case, path_of(meeting) / "cases" / case.id)


def path_of(meeting: Meeting) -> KeyPath:
    """The address of a meeting."""
    return KeyPath(("meetings", meeting.id))


def organs_of(programme: Programme, meeting: Meeting) -> list[Organ]:
    """The organs that meet, as far as they are known."""
    return [organ for organ in programme.organs if organ.id in meeting.organs]


def seats_on(programme: Programme, organ: str, day: datetime.date | None) -> list[Seat]:
    """The seats of an organ on a day; none if the day is not fixed."""
    if day is None:
        return []
    return [seat for each in programme.organs if each.id == organ for seat in each.seats if seat.holds_on(day)]
