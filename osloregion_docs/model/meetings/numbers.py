"""The numbers of cases: which series one belongs to, and which is the next that is free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.organ import Organ, read_number
from osloregion_docs.model.programme import Programme

CENTURY: Final = 100


class Series(NamedTuple):
    """A series of numbers: of which organ, in which of its forms, in which year (two digits, if known)."""

    organ: str
    form: str
    year: int | None


def number_of(programme: Programme, meeting: Meeting, case: Case) -> tuple[Series, int] | None:
    """The series of a case, and its number there. One that fits no form of its organ is a series of its own."""
    if not case.number:
        return None
    organ, year = meeting.organ_of(case), meeting.date.year % CENTURY if meeting.date else None
    for form in next((each.case_numbers for each in programme.organs if each.id == organ), ()):
        if read := read_number(form, case.number):
            return Series(organ, form, year if read.year is None else read.year), read.number
    return Series(organ, case.number, year), 0


def next_number(programmes: Iterable[Programme], series: Series) -> int:
    """The number after the highest that is given in a series. A series may lie in the folders of several years."""
    return max(_given(programmes, series), default=0) + 1


def form_for(programmes: Iterable[Programme], organ: Organ, kind: str) -> str | None:
    """The form in which an organ numbers its cases of a kind: as the last one was, or else its first form, if any."""
    used = [
        found[0].form
        for programme in programmes
        for meeting in sorted(programme.meetings, key=lambda each: str(each.date or ""))
        for case in meeting.in_order
        if case.kind == kind and (found := number_of(programme, meeting, case)) and found[0].organ == organ.id
    ]
    known = [form for form in used if form in organ.case_numbers]
    return next(iter((*reversed(known), *organ.case_numbers)), None)


def _given(programmes: Iterable[Programme], series: Series) -> Iterator[int]:
    """The numbers that are given in a series."""
    for programme in programmes:
        for meeting in programme.meetings:
            found = (number_of(programme, meeting, case) for case in meeting.cases)
            yield from (each[1] for each in found if each and each[0] == series)
