"""Rules on the numbers of cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding, Severity
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
            message = f'"{case.number}" is not a case number of "{meeting.organ_of(case)}"'
            yield Finding(path / "number", message, f"write it in the form {' or '.join(of_organ)}")
        elif read.year is not None and meeting.date and read.year != meeting.date.year % CENTURY:
            message = f"{case.number} is not a number of {meeting.date.year}, the year of the meeting"
            yield Finding(path / "number", message, "correct the number, or the date of the meeting")


@rule("MTG906", "a case number is given once", Severity.ERROR)
def numbers_are_given_once(programme: Programme) -> Iterator[Finding]:
    """Two cases of the same series and year have the same number, so a reference to it leads to either.

    Also where the meeting of the other lies with another year, as that of December does with the year it adopts.
    """
    taken = {
        (each.organ, each.date.year, number): each.file
        for each in programme.other_year_meetings
        for number in each.numbers
    }
    given: defaultdict[tuple[Series, int], list[Placed]] = defaultdict(list)
    for placed in all_cases(programme):
        if number := number_of(programme, placed.meeting, placed.case):
            given[number].append(placed)
    for cases in given.values():
        for placed in cases if len(cases) > 1 else ():
            other = next(each for each in cases if each is not placed)
            hint = f"give one of them another number; the other is {other.path}"
            yield Finding(placed.path / "number", f"{placed.case.number} is the number of {len(cases)} cases", hint)
    for meeting, case, path in all_cases(programme) if taken else ():
        year = meeting.date.year if meeting.date else None
        if file := taken.get((meeting.organ_of(case), year or 0, case.number or "")):
            message = f"{case.number} is the number of another case of {year}"
            yield Finding(path / "number", message, f"give one of them another number; the other is in {file}")


@rule("MTG907", "the cases of a meeting stand in the order of their numbers")
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
                yield Finding(
                    path, f"{case.number} stands after {last[series][1]}", "put them in order of their numbers"
                )
            last[series] = (value, case.number or "")


RULES: tuple[Rule, ...] = (
    numbers_have_their_form,
    numbers_are_given_once,
    numbers_are_in_order,
)
