"""The numbers of cases: the series a case belongs to, and the next free number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.organ import Organ, read_number
from osloregion_docs.model.programme import Programme

CENTURY: Final = 100


class Series(NamedTuple):
    """A series of numbers: its organ, its form, and its year (two digits, if known)."""

    organ: str
    form: str
    year: int | None


def number_of(programme: Programme, meeting: Meeting, case: Case) -> tuple[Series, int] | None:
    """Return the series of a case, and its number there. A number in no form of its organ is a series of its own."""
    if not case.number:
        return None
    organ, year = meeting.organ_of(case), meeting.date.year % CENTURY if meeting.date else None
    for form in next((each.case_numbers for each in programme.organs if each.id == organ), ()):
        if read := read_number(form, case.number):
            return Series(organ, form, year if read.year is None else read.year), read.number
    return Series(organ, case.number, year), 0


def next_number(programmes: Iterable[Programme], series: Series, leaving: Case | None = None) -> int:
    """Return the number after the highest in a series, ignoring one case.

    A series may span the folders of several years, since a meeting is in the year whose programme it is about.
    """
    return max(_list_given(programmes, series, leaving), default=0) + 1


def form_for(programmes: Iterable[Programme], organ: Organ, kind: str) -> str | None:
    """Return the form in which an organ numbers its cases of a kind: the latest one used, or else its first, if any.

    Some organs do not number Eventuelt.
    """
    cases = [
        (number_of(programme, meeting, case), case)
        for programme, meeting in _newest_first(programmes)
        for case in meeting.cases
        if case.kind == kind and meeting.organ_of(case) == organ.id
    ]
    if kind == "other" and cases and not cases[0][1].number:
        return None
    used = (found[0].form for found, _case in cases if found and found[0].form in organ.case_numbers)
    return next(chain(used, organ.case_numbers), None)


def _newest_first(programmes: Iterable[Programme]) -> list[tuple[Programme, Meeting]]:
    """Return the dated meetings with their programmes, the newest first."""
    dated = [(meeting.date, each, meeting) for each in programmes for meeting in each.meetings if meeting.date]
    return [(programme, meeting) for _, programme, meeting in sorted(dated, key=lambda each: each[0], reverse=True)]


def _list_given(programmes: Iterable[Programme], series: Series, leaving: Case | None) -> Iterator[int]:
    """Yield the numbers used in a series: whatever form the organs of another year have, read in this one."""
    for meeting in (meeting for programme in programmes for meeting in programme.meetings):
        year = meeting.date.year % CENTURY if meeting.date else None
        for case in meeting.cases:
            if case.number and case is not leaving and meeting.organ_of(case) == series.organ:
                read = read_number(series.form, case.number)
                if read and (year if read.year is None else read.year) == series.year:
                    yield read.number
