"""What stands around the budget table: the frame, changes, and what measures cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from osloregion_docs.documents.document import Printed, Table, TableRow
from osloregion_docs.documents.parts.budget.budget_sources import change_sources
from osloregion_docs.documents.parts.budget.budget_table import BudgetTable, amounts_in, paragraph
from osloregion_docs.documents.parts.budget.contributions import Contributions
from osloregion_docs.documents.parts.edition import decided
from osloregion_docs.documents.parts.formatting import Printer, measure_numbers
from osloregion_docs.documents.parts.table_layout import MISSING, Head, numbers, table
from osloregion_docs.documents.value import Value
from osloregion_docs.labels.budget import BudgetLabels
from osloregion_docs.model.amount import Amount
from osloregion_docs.model.budget.changes import ChangeTable
from osloregion_docs.model.budget.sums import sum_changes
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.programme import Programme


@dataclass(frozen=True)
class BudgetParts:
    """Composes the parts of a year's budget in one language; each is empty where the year has nothing for it."""

    programme: Programme
    printer: Printer

    @property
    def labels(self) -> BudgetLabels:
        """The fixed words of budgets."""
        return self.printer.labels.budget

    def inserted(self, path: str) -> Iterator[Printed]:
        """What an address stands for that is alone in its paragraph: one of ``TABLES``."""
        contributions = Contributions(self.programme, self.printer)
        made: dict[str, Callable[[], Iterator[Printed]]] = {
            "budget/lines": BudgetTable(self.programme.budget, self.printer).blocks,
            "budget/changes": self.changes,
            "budget/contribution/alternatives": contributions.alternatives,
            "members": contributions.members,
            "members/alternatives": contributions.members_alternatives,
        }
        yield from made[path]()

    def frame(self) -> Iterator[Printed]:
        """The rate, the income, and what is set aside and left."""
        budget, labels = self.programme.budget, self.labels
        rate = budget.contribution.rate if budget.contribution else None
        left = labels.left_at_end.format(year=self.programme.year)
        shown = {
            labels.rate: rate,
            labels.income: budget.income,
            labels.projects: budget.projects,
            left: budget.reserve,
        }
        rows = [TableRow(cells=(title, self._amount(amount))) for title, amount in shown.items() if amount]
        if rows:
            yield table(labels.frame, "", [Head(labels.item), Head(labels.amount, numeric=True)], rows)

    def changes(self) -> Iterator[Printed]:
        """Each table of changes, with where it was decided."""
        for changes in self.programme.budget.changes:
            yield self._change_table(changes)
            if self.programme.budget.signs == "natural" and any(line.side == "income" for line in changes.lines):
                yield paragraph(self.labels.changes_mean)

    def costs(self) -> Iterator[Printed]:
        """What measures cost and who pays, where that is known."""
        measures = {measure.id: measure for measure in self.programme.measures}
        rows = [
            self._cost(number, measures[id_])
            for id_, number in measure_numbers(self.programme).items()
            if id_ in measures and (measures[id_].cost or measures[id_].financing)
        ]
        if rows:
            words = self.printer.labels
            heads = [Head(self.labels.measure), Head(words.cost, numeric=True), Head(words.financing)]
            yield table(self.labels.costs, "", heads, rows)

    def _cost(self, number: str, measure: Measure) -> TableRow:
        paid = self.printer.financing(measure.financing)
        cost = self._amount(measure.cost) if measure.cost else MISSING
        return TableRow(cells=(f"{self.printer.text(measure.title)} ({number})", cost, "\n".join(paid) or MISSING))

    def _change_table(self, changes: ChangeTable) -> Table:
        labels, printer, signs = self.labels, self.printer, self.programme.budget.signs
        columns = [self._changes_in(changes, year) for year in changes.years]
        natural = signs == "natural"
        titles = [
            *map(printer.text, (line.title for line in changes.lines)),
            labels.changes_sum if natural else labels.sum,
        ]
        rows = [
            TableRow(cells=(title, *cells), role="sum" if place == len(changes.lines) else "line")
            for place, (title, *cells) in enumerate(zip(titles, *columns, strict=True))
        ]
        heads = [Head(labels.change), *(Head(str(year), numeric=True) for year in changes.years)]
        return table(printer.text(changes.title), self._changes_caption(changes), heads, rows)

    def _changes_in(self, changes: ChangeTable, year: int) -> list[Value]:
        """The changes of a year, and their sum."""
        amounts = [line.amounts.get(str(year)) for line in changes.lines]
        printed = self._numbers([*amounts, sum_changes(changes, year, self.programme.budget.signs)])
        given = tuple(line.id for line in changes.lines if str(year) in line.amounts)
        ids = [(line.id,) if line.id in given else () for line in changes.lines]
        sources = [change_sources(changes.id, each, year) for each in (*ids, given)]
        *lines, whole = map(Value, printed, sources)
        name = f"{self.printer.text(changes.title)}, {self.labels.sum.lower()} {year}"
        return [*lines, replace(whole, name=name)]

    def _changes_caption(self, changes: ChangeTable) -> str:
        parts = [f"{self.printer.text(changes.title)}."]
        if changes.decided:
            parts.append(f"{decided(self.programme, self.printer, self.printer.labels.adopted_by, changes.decided)}.")
        return " ".join([*parts, amounts_in(self.labels, changes.unit)])

    def _numbers(self, values: list[Decimal | None] | list[Decimal]) -> list[str]:
        return numbers(list(values), self.printer.language)

    def _amount(self, amount: Amount) -> str:
        return self.printer.value(amount, "")
