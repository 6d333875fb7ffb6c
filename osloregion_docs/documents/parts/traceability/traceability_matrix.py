"""The thread of a programme as rows: focus area, activity, measure, budget, case, result; and how much of it holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from osloregion_docs.documents.parts.formatting import measure_numbers
from osloregion_docs.documents.parts.traceability.measure_costs import PayingLine, budget_column, paying_lines
from osloregion_docs.model.budget.table import Column
from osloregion_docs.model.content import Block, Insert, ListBlock, walk_runs
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Activity, FocusArea, MeasureArea, Programme
from osloregion_docs.model.reports.results import StatusEntry
from osloregion_docs.publicity import Audience, case_audience


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case that names a measure, and the meeting that treats it."""

    meeting: Meeting
    case: Case


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure with its number, what pays for it, the cases that name it, and its newest status."""

    measure: Measure
    number: str
    lines: tuple[PayingLine, ...]
    """The budget lines that say they pay for it."""
    cases: tuple[CaseRow, ...]
    latest: StatusEntry | None
    """None where nothing is reported."""

    @property
    def has_budget(self) -> bool:
        """Whether it is said what it costs, who finances it, or which line of the budget pays for it."""
        return bool(self.measure.cost or self.measure.financing or self.lines)


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity with the measures that say they serve it."""

    activity: Activity
    measures: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class FocusRow:
    """A focus area: the measure areas that serve it, its activities, and their measures that name no activity."""

    area: FocusArea
    measure_areas: tuple[MeasureArea, ...]
    activities: tuple[ActivityRow, ...]
    others: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the thread holds."""

    activities: int
    served: int
    """The activities that a measure serves."""
    measures: int
    reported: int
    """The measures that have a status."""
    is_told: bool
    """Whether any measure says which activities it serves; if none does, an activity without one is no gap (COV802)."""
    budgeted: int
    """The measures that have a cost, a financing or a budget line."""

    @property
    def costs_are_told(self) -> bool:
        """Whether any measure has a budget; if none does, one without is no gap."""
        return self.budgeted > 0

    @property
    def served_percent(self) -> int:
        """How many percent of the activities are served, rounded down; of no activities, all are."""
        return _percent(self.served, self.activities)

    @property
    def budgeted_percent(self) -> int:
        """How many percent of the measures have a budget, rounded down; of no measures, all have."""
        return _percent(self.budgeted, self.measures)

    @property
    def reported_percent(self) -> int:
        """How many percent of the measures have a status, rounded down; of no measures, all have."""
        return _percent(self.reported, self.measures)


@dataclass(frozen=True, slots=True)
class Thread:
    """The whole thread of a year, up to a cut-off date."""

    as_of: datetime.date | None
    column: Column | None
    """The column of the budget that the amounts of its lines are taken from."""
    focus_areas: tuple[FocusRow, ...]
    without: tuple[MeasureRow, ...]
    """The measures that lead to no focus area: neither themselves nor by their measure area."""
    coverage: Coverage
    names_lines: bool
    """Whether any line of the budget names a measure."""
    names_cases: bool
    """Whether any public case does; if none does, a measure without one is no gap."""


def thread_of(programme: Programme) -> Thread:
    """The thread of a programme. Cases that are kept from the public are left out of it."""
    as_of = programme.results.as_of or programme.results.newest
    rows = _measure_rows(programme, as_of)
    focus_areas = tuple(_focus_row(programme, area, rows) for area in programme.strategy.focus_areas)
    placed = {row.measure.id for focus in focus_areas for row in every_row(focus)}
    without = tuple(row for row in rows if row.measure.id not in placed)
    return Thread(
        as_of,
        budget_column(programme),
        focus_areas,
        without,
        _measure_coverage(programme, focus_areas, rows),
        names_lines=any(row.lines for row in rows),
        names_cases=any(row.cases for row in rows),
    )


def _measure_coverage(
    programme: Programme, focus_areas: tuple[FocusRow, ...], rows: tuple[MeasureRow, ...]
) -> Coverage:
    """How many activities have measures, and how many measures have a report and a budget."""
    activities = [row for focus in focus_areas for row in focus.activities]
    return Coverage(
        activities=len(activities),
        served=sum(bool(row.measures) for row in activities),
        measures=len(rows),
        reported=sum(row.latest is not None for row in rows),
        is_told=programme.has_served_activities,
        budgeted=sum(row.has_budget for row in rows),
    )


def _percent(part: int, whole: int) -> int:
    return part * 100 // whole if whole else 100


def _measure_rows(programme: Programme, as_of: datetime.date | None) -> tuple[MeasureRow, ...]:
    """Every measure, in the order they are printed; those that no area prints stand last."""
    numbers, named, paid = measure_numbers(programme), _named(programme), paying_lines(programme)
    places = {id_: place for place, id_ in enumerate(numbers)}
    ordered = sorted(programme.measures, key=lambda measure: places.get(measure.id, len(places)))
    return tuple(
        MeasureRow(
            measure,
            numbers.get(measure.id, ""),
            paid.get(measure.id, ()),
            tuple(named.get(measure.id, ())),
            programme.results.of(measure.id).latest(as_of),
        )
        for measure in ordered
    )


def _focus_row(programme: Programme, area: FocusArea, rows: tuple[MeasureRow, ...]) -> FocusRow:
    measure_areas = tuple(each for each in programme.measure_areas if area.id in each.serves)
    theirs = {id_ for each in measure_areas for id_ in each.measures}
    return FocusRow(
        area,
        measure_areas,
        tuple(
            ActivityRow(activity, tuple(row for row in rows if f"{area.id}/{activity.id}" in row.measure.serves))
            for activity in area.activities
        ),
        tuple(row for row in rows if row.measure.id in theirs and not row.measure.serves),
    )


def every_row(focus: FocusRow) -> Iterator[MeasureRow]:
    """The measures of a focus area in the order of its activities; one that serves two comes twice."""
    for activity in focus.activities:
        yield from activity.measures
    yield from focus.others


def _named(programme: Programme) -> dict[str, list[CaseRow]]:
    """Measure id to the public cases that name it by link or address, in the order of the meetings and agendas."""
    known = {measure.id for measure in programme.measures}
    found: dict[str, list[CaseRow]] = {}
    for meeting in sorted(programme.meetings, key=_when):
        for case in meeting.in_order:
            named = _names(case) & known if case_audience(case) is Audience.PUBLIC else set()
            for id_ in named:
                found.setdefault(id_, []).append(CaseRow(meeting, case))
    return found


def _when(meeting: Meeting) -> tuple[datetime.date, str]:
    """What meetings are ordered by: those without a day come last."""
    return (meeting.date or datetime.date.max, meeting.id)


def _names(case: Case) -> set[str]:
    """What the text of a case links to, and whose values it puts in."""
    named: set[str] = set()
    for content in case.content.parts().values():
        runs = walk_runs(content)
        named.update(run.link for run in runs if run.link)
        paths = [run.placeholder.path for run in runs if run.placeholder]
        named.update(id_ for path in (*paths, *_inserted(content)) if (id_ := _measure_in(path)))
    return named


def _inserted(blocks: Iterable[Block]) -> Iterator[str]:
    """The addresses that stand alone in a paragraph, also inside lists."""
    for block in blocks:
        if isinstance(block, Insert):
            yield block.placeholder.path
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _inserted(item)


def _measure_in(path: str) -> str:
    """The id in ``measures/<id>/title``; nothing in ``measures`` or ``measures/starting``, which are lists."""
    first, _, rest = path.partition("/")
    id_, _, field = rest.partition("/")
    return id_ if first == "measures" and field else ""
