"""Rules on the numbers of cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.messages.message import message
from osloregion_docs.model.meetings.numbers import CENTURY, Series, number_of
from osloregion_docs.model.organ import read_number
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.meetings.located import Placed, all_cases, path_of
from osloregion_docs.rules.rule import Rule, rule


@rule("MTG905", "a case number is written as its organ writes them")
def numbers_have_their_form(programme: Programme) -> Iterator[Finding]:
    """A case number has the form that its organ has under `case_numbers` in organs.yaml, and the year of the meeting.

    The number is what others find the decision by: `42/ 25` and `42/25` are two to a search.
    """
    forms = {organ.id: organ.case_numbers for organ in programme.organs}
    for meeting, case, path in all_cases(programme):
        of_organ = forms.get(meeting.organ_of(case), ())
        if not (case.number and of_organ):
            continue
        read = next((read for form in of_organ if (read := read_number(form, case.number))), None)
        if read is None:
            organ = meeting.organ_of(case)
            found = message("MTG905.form", number=case.number, organ=organ, forms=tuple(of_organ))
            yield Finding.of(path / "number", found)
        elif read.year is not None and meeting.date and read.year != meeting.date.year % CENTURY:
            found = message("MTG905.year", number=case.number, year=str(meeting.date.year))
            yield Finding.of(path / "number", found)


@rule("MTG906", "a case number is given once", Severity.ERROR)
def numbers_are_given_once(programme: Programme) -> Iterator[Finding]:
    """Two cases of the same series and year have the same number, so a reference to it leads to either.

    Also where the meeting of the other belongs to another year, as that of December does with the year it adopts.
    """
    yield from _find_repeated(programme)
    yield from _find_taken(programme)


@rule("MTG907", "the cases of a meeting are in the order of their numbers")
def numbers_are_in_order(programme: Programme) -> Iterator[Finding]:
    """On the agenda the numbers of a series go upwards. Gaps are fine."""
    for meeting in programme.meetings:
        last: dict[Series, tuple[int, str]] = {}
        places = {item.case: place for place, item in enumerate(meeting.agenda, 1)}
        for case in meeting.in_order:
            number = number_of(programme, meeting, case)
            if number is None:
                continue
            series, value = number
            if series in last and value < last[series][0]:
                path = path_of(meeting) / "agenda" / places[case.id]
                found = message("MTG907.order", number=case.number or "", previous=last[series][1])
                yield Finding.of(path, found)
            last[series] = (value, case.number or "")


def _find_repeated(programme: Programme) -> Iterator[Finding]:
    """Find the cases of the year that have the number of another."""
    given: defaultdict[tuple[Series, int], list[Placed]] = defaultdict(list)
    for placed in all_cases(programme):
        if number := number_of(programme, placed.meeting, placed.case):
            given[number].append(placed)
    for cases in given.values():
        for placed in cases if len(cases) > 1 else ():
            other = next(each for each in cases if each is not placed)
            written, count = placed.case.number or "", len(cases)
            found = message("MTG906.repeated", number=written, count=count, other=str(other.path))
            yield Finding.of(placed.path / "number", found)


def _find_taken(programme: Programme) -> Iterator[Finding]:
    """Find the cases whose number a meeting of another year has given."""
    taken = {
        (each.organ, each.date.year, number): each.file
        for each in programme.other_year_meetings
        for number in each.numbers
    }
    for meeting, case, path in all_cases(programme) if taken else ():
        year = meeting.date.year if meeting.date else None
        if file := taken.get((meeting.organ_of(case), year or 0, case.number or "")):
            found = message("MTG906.other-year", number=case.number or "", year=str(year), file=file)
            yield Finding.of(path / "number", found)


RULES: tuple[Rule, ...] = (
    numbers_have_their_form,
    numbers_are_given_once,
    numbers_are_in_order,
)
