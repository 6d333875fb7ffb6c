"""Rules on decisions that other files name: the case is there, and the organ could decide it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import Message, message
from osloregion_docs.model.lookup import at, walk
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.organ import Decision, Power
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import find_nearest

_ADOPTIONS: Final[tuple[tuple[Power, tuple[str, ...]], ...]] = (
    ("programme", ("adoption", "organ")),
    ("programme", ("adoption", "decision", "organ")),
    ("contribution", ("budget", "contribution", "decided", "organ")),
    ("budget", ("budget", "adopted", "organ")),
    ("annual_report", ("budget", "accounts", "approved", "organ")),
)
"""What is adopted, or proposed to be, and the address of the organ that does so."""


@rule("REF313", "a case that is referred to is in the meeting's files")
def decisions_are_in_meetings(programme: Programme) -> Iterator[Finding]:
    """A decision names organ, day and case. If the year has a meeting of that organ on that day, it has the case.

    Checked on the adoption, the contribution, the strategy, the approval of minutes, and earlier cases.
    """
    for path, decision in walk(programme, Decision):
        if not (decision.case and decision.date):
            continue
        held = [m for m in programme.meetings if decision.organ in m.organs and m.date == decision.date]
        numbers = {number for meeting in held for number in _find_numbers(meeting, decision.organ)}
        if held and decision.case not in numbers:
            yield Finding.of(path / "case", _missing_case(decision, numbers))


@rule("MTG930", "what is adopted is adopted by an organ that can")
def organs_have_the_power(programme: Programme) -> Iterator[Finding]:
    """An organ adopts the programme or budget, sets the contribution or approves the accounts, and cannot this year.

    organs.yaml gives that power to another. Who decides what has changed through the years; a decision by an organ that
    cannot take it binds nobody. The accounts are approved by whoever adopts the annual report. Checked only where an
    organ has the power under `adopts`.
    """
    names = {organ.id for organ in programme.organs}
    for power, steps in _ADOPTIONS:
        organ = at(programme, KeyPath(steps))
        able = [each.id for each in programme.organs if power in each.adopts]
        if able and organ in names and organ not in able:
            named, adopted = str(organ), power.replace("_", " ")
            found = message("MTG930.powerless", organ=named, adopted=adopted, power=power, able=tuple(able))
            yield Finding.of(KeyPath(steps), found)


def _find_numbers(meeting: Meeting, organ: str | None) -> Iterator[str]:
    """Find the numbers of the cases of an organ in a meeting."""
    for case in meeting.cases:
        if case.number and meeting.organ_of(case) == organ:
            yield case.number


def _missing_case(decision: Decision, numbers: set[str]) -> Message:
    organ, date, case = decision.organ, str(decision.date), decision.case or ""
    if not numbers:
        return message("REF313.unnumbered", organ=organ, date=date, case=case)
    known, near = tuple(sorted(numbers)), find_nearest(case, numbers)
    return message("REF313.unknown", organ=organ, date=date, case=case, known=known, near=near)


RULES: tuple[Rule, ...] = (decisions_are_in_meetings, organs_have_the_power)
