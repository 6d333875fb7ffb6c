"""The rows of the matrix in words: activity, measure, budget, cases and status beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osloregion_docs.documents.document import Table, TableRow
from osloregion_docs.documents.parts.followup.status_data import FollowUp
from osloregion_docs.documents.parts.table_layout import Head, table
from osloregion_docs.documents.parts.traceability.measure_costs import PayingLine
from osloregion_docs.documents.parts.traceability.traceability_matrix import ActivityRow, CaseRow, MeasureRow, Thread
from osloregion_docs.labels import forms


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in a cell, and whether it is a gap."""

    text: str
    is_gap: bool = False


class Matrix:
    """Puts the rows of a thread into tables.

    What a year tells of no measure at all is no gap: the column is left out (budget), or its cells are not marked.
    """

    def __init__(self, told: FollowUp, thread: Thread) -> None:
        """A writer of tables in the language of `told`."""
        self.told, self.thread = told, thread
        self.printer, self.text = told.printer, told.printer.text
        self.words = told.printer.labels.trace
        self.has_costs = thread.coverage.costs_are_told
        self.organs = {organ.id: self.text(organ.name) for organ in told.programme.organs}

    def table(self, title: str, rows: list[TableRow]) -> Table:
        """The rows under their headings."""
        words = self.words
        budget = [words.budget] if self.has_costs else []
        heads = [words.activity, words.measure, *budget, words.case, words.status]
        caption = words.matrix.format(area=title)
        return table(caption, caption, [Head(each) for each in heads], rows)

    def activity(self, row: ActivityRow, address: str) -> Iterator[TableRow]:
        """A row for each measure that serves an activity; one that says so where none does."""
        activity = self.text(row.activity.text).rstrip(".")
        for each in row.measures:
            yield self.measure(activity, each)
        if not row.measures:
            is_told = self.thread.coverage.is_told
            gap = _Cell(self.words.no_measure if is_told else self.words.not_told, is_told)
            rest = [_Cell("")] * (3 if self.has_costs else 2)
            anchor = self.told.anchors.new("aktivitet", row.activity.id, f"{address}/activities/{row.activity.id}")
            yield _row(anchor, [_Cell(activity), gap, *rest])

    def measure(self, activity: str, row: MeasureRow) -> TableRow:
        """A measure with the activity that it serves; what is missing is named in words."""
        budget = [self._budget(row)] if self.has_costs else []
        anchor = self.told.anchors.new("tiltak", row.measure.id, f"measures/{row.measure.id}")
        return _row(anchor, [_Cell(activity), _Cell(self._name(row)), *budget, self._cases(row), self._status(row)])

    def results(self, rows: tuple[MeasureRow, ...]) -> Iterator[str]:
        """``1.1 Gods på bane: Halvparten av …``, each measure once; why it is not reported where that is known."""
        for row in {each.measure.id: each for each in rows}.values():
            results = self.told.programme.results.of(row.measure.id)
            if result := self.text(row.latest.result if row.latest else results.not_reported):
                yield f"{self._name(row)}: {result}"

    def _name(self, row: MeasureRow) -> str:
        return f"{row.number} {self.text(row.measure.title)}".strip()

    def _budget(self, row: MeasureRow) -> _Cell:
        """What it costs, who finances it, and which lines of the budget pay for it, a line each."""
        cost, labels = row.measure.cost, self.printer.labels
        told = [f"{labels.cost}: {self.printer.value(cost, '')}"] if cost else []
        told += [*self.printer.financing(row.measure.financing), *map(self._line, row.lines)]
        return _Cell("\n".join(told) or self.words.no_budget, not told)

    def _line(self, paying: PayingLine) -> str:
        """``Budsjettpost: Areal og transport (900 000 kroner til 3 tiltak)``."""
        count = len(set(paying.line.measures))
        amount = self.printer.value(paying.amount, "") if paying.amount else ""
        shared = self.words.for_measures.format(count=count) if count > 1 else ""
        told = " ".join(filter(None, [amount, shared]))
        name = self.words.line.format(title=self.text(paying.line.title))
        return f"{name} ({told})" if told else name

    def _cases(self, row: MeasureRow) -> _Cell:
        told = "\n".join(map(self._case, row.cases))
        return _Cell(told or self.words.no_case, not told and self.thread.names_cases)

    def _case(self, row: CaseRow) -> str:
        """``Styret 28.8.2025, sak 21/25``; by its title where it has no number."""
        organ, date = row.meeting.organ_of(row.case), row.meeting.date
        held = f"{self.organs.get(organ, organ)} {forms.numeric_date(date) if date else ''}".strip()
        number = row.case.number
        return f"{held}, {self.printer.labels.case} {number}" if number else f"{held}: {self.text(row.case.title)}"

    def _status(self, row: MeasureRow) -> _Cell:
        """The newest status and its day."""
        status = self.told.status(row.measure.id)
        if row.latest is None:
            return _Cell(status, self.thread.as_of is not None)
        return _Cell(f"{status} ({forms.numeric_date(row.latest.date)})")


def _row(anchor: str, cells: list[_Cell]) -> TableRow:
    marked = tuple(place for place, cell in enumerate(cells) if cell.is_gap)
    return TableRow(cells=tuple(cell.text for cell in cells), anchor=anchor, marked=marked)
