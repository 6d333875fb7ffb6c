"""trace: how strategy, measures, budget, cases and results of a year hang together, and where the thread breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from osloregion_docs.builder.checks import check_loaded
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.parts.traceability.traceability_matrix import CaseRow, MeasureRow, Thread, thread_of
from osloregion_docs.model.amount import Amount
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import Localised
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace

Asked: TypeAlias = Literal["activities", "budget", "status"]
"""What a threshold can ask about: activities with a measure, measures with a budget, measures with a status."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The thread of a year, and the programme that it runs through."""

    programme: Programme
    thread: Thread

    def reaches(self, percent: int, asked: Asked = "activities") -> bool:
        """Whether so many percent of the activities have a measure, or of the measures a budget or a status."""
        coverage = self.thread.coverage
        part, whole = {
            "activities": (coverage.served, coverage.activities),
            "budget": (coverage.budgeted, coverage.measures),
            "status": (coverage.reported, coverage.measures),
        }[asked]
        return part * 100 >= percent * whole


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the matrix: an activity and a measure that serves it. Gaps begin with a dash."""

    activity: str
    measure: str
    budget: tuple[str, ...]
    cases: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of a focus area, or of the measures that lead to none."""

    heading: str
    lines: tuple[Line, ...]


def trace(workspace: Workspace, year: int) -> Outcome[Traced]:
    """The thread of a year; cases that are kept from the public are left out.

    Returns:
        The thread, or None where errors in the sources prevent it; the diagnostics are those errors.

    Raises:
        YearNotFound: the workspace has no such year.
    """
    checked = check_loaded(load(workspace, year))
    if checked.value is None or checked.errors:
        return Outcome(None, checked.errors)
    programme = checked.value.programme
    return Outcome(Traced(programme, thread_of(programme)), ())


def matrix(traced: Traced) -> tuple[Group, ...]:
    """The thread as lines to print, the titles in the first language of the year."""
    return tuple(_Matrix(traced).groups())


class _Matrix:
    """Puts the rows of a thread into lines."""

    def __init__(self, traced: Traced) -> None:
        self.thread, self.results = traced.thread, traced.programme.results
        self.printer = Printer(traced.programme.languages[0])
        self.text = self.printer.text
        self.organs = {organ.id: self.text(organ.name) for organ in traced.programme.organs}
        self.gap = "– no measure" if self.thread.coverage.is_told else "– not told"

    def groups(self) -> Iterator[Group]:
        for focus in self.thread.focus_areas:
            areas = ", ".join(self.text(area.title) for area in focus.measure_areas) or "– none"
            lines = [
                line for row in focus.activities for line in self._lines(self.text(row.activity.text), row.measures)
            ]
            others = self._lines("– no activity named", focus.others) if focus.others else ()
            yield Group(f"{self.text(focus.area.title)}  (measure areas: {areas})", (*lines, *others))
        if self.thread.without:
            yield Group("– no focus area", tuple(self._lines("– no activity named", self.thread.without)))

    def _lines(self, activity: str, rows: tuple[MeasureRow, ...]) -> Iterator[Line]:
        if not rows:
            yield Line(activity, self.gap, (), (), "")
        for place, row in enumerate(rows):
            yield Line(
                "" if place else activity,
                f"{row.number} {self.text(row.measure.title)}".strip(),
                tuple(self._budget(row)) or ("– none",),
                tuple(map(self._case, row.cases)) or ("– none",),
                self._result(row),
            )

    def _budget(self, row: MeasureRow) -> Iterator[str]:
        """What it costs, who finances it, and the budget lines that pay for it with their amounts."""
        if row.measure.cost:
            yield self.printer.value(row.measure.cost, "")
        yield from self.printer.financing(row.measure.financing)
        for paying in row.lines:
            amount = f": {self.printer.value(paying.amount, '')}" if paying.amount else ""
            count = len(set(paying.line.measures))
            yield f"{self.text(paying.line.title)}{amount}{f' for {count} measures' if count > 1 else ''}"

    def _case(self, row: CaseRow) -> str:
        organ = row.meeting.organ_of(row.case)
        return f"{self.organs.get(organ, organ)} {row.case.number or self.text(row.case.title)}"

    def _result(self, row: MeasureRow) -> str:
        if row.latest is None:
            return "– not reported"
        status = self.results.status(row.latest.status)
        return f"{self.text(status.title) if status else row.latest.status} ({row.latest.date})"


def plain(traced: Traced) -> dict[str, object]:
    """The thread as plain values for programs, by ids; titles in the first language of the year."""
    thread, text = traced.thread, Printer(traced.programme.languages[0]).text
    coverage = thread.coverage

    def measures(rows: tuple[MeasureRow, ...]) -> list[dict[str, object]]:
        return [_plain_measure(row, text) for row in rows]

    return {
        "year": traced.programme.year,
        "as_of": thread.as_of.isoformat() if thread.as_of else None,
        "budget_column": thread.column.id if thread.column else None,
        "coverage": {
            "activities": coverage.activities,
            "served": coverage.served,
            "served_percent": coverage.served_percent,
            "measures_name_activities": coverage.is_told,
            "measures": coverage.measures,
            "budgeted": coverage.budgeted,
            "budgeted_percent": coverage.budgeted_percent,
            "costs_are_told": coverage.costs_are_told,
            "reported": coverage.reported,
            "reported_percent": coverage.reported_percent,
        },
        "focus_areas": [
            {
                "id": focus.area.id,
                "title": text(focus.area.title),
                "measure_areas": [area.id for area in focus.measure_areas],
                "activities": [
                    {"id": row.activity.id, "text": text(row.activity.text), "measures": measures(row.measures)}
                    for row in focus.activities
                ],
                "without_activity": measures(focus.others),
            }
            for focus in thread.focus_areas
        ],
        "without_focus_area": measures(thread.without),
    }


def _plain_measure(row: MeasureRow, text: Callable[[str | Localised], str]) -> dict[str, object]:
    return {
        "id": row.measure.id,
        "number": row.number,
        "title": text(row.measure.title),
        "budget": _plain_budget(row, text) if row.has_budget else None,
        "cases": [{"meeting": each.meeting.id, "case": each.case.id, "number": each.case.number} for each in row.cases],
        "status": row.latest.status if row.latest else None,
        "date": row.latest.date.isoformat() if row.latest else None,
    }


def _plain_budget(row: MeasureRow, text: Callable[[str | Localised], str]) -> dict[str, object]:
    """Sums in kroner; lines by their address, with what they reserve for all the measures that they name."""
    financing = row.measure.financing
    return {
        "cost": _kroner(row.measure.cost),
        "financing": [{"source": text(each.source), "amount": _kroner(each.amount)} for each in financing],
        "lines": [
            {"address": str(each.address), "amount": _kroner(each.amount), "measures": list(each.line.measures)}
            for each in row.lines
        ],
    }


def _kroner(amount: Amount | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount.kroner) if amount.kroner == amount.kroner.to_integral_value() else float(amount.kroner)
