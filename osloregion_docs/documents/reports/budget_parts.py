"""What stands around the budget table: the frame, the contribution, changes, and what measures cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from osloregion_docs.documents.document import Printed, Table, TableRow
from osloregion_docs.documents.edition import decided
from osloregion_docs.documents.printed import Printer, measure_numbers
from osloregion_docs.documents.reports.budget_table import BudgetTable, amounts_in, paragraph
from osloregion_docs.documents.tables import MISSING, Head, numbers, table
from osloregion_docs.labels import forms
from osloregion_docs.labels.budget import BudgetLabels
from osloregion_docs.model.amount import Amount
from osloregion_docs.model.budget.changes import ChangeTable
from osloregion_docs.model.budget.contribution import contribution_of, contribution_total, factor_of
from osloregion_docs.model.budget.sums import changed
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.programme import Programme

_OERE = Decimal("0.01")


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
        """What an address stands for that is alone in its paragraph: the table, the changes, or the members."""
        if path == "budget/lines":
            yield from BudgetTable(self.programme.budget, self.printer).blocks()
        elif path == "budget/changes":
            yield from self.changes()
        elif path == "members":
            yield from self.members()

    def frame(self) -> Iterator[Printed]:
        """The rate, the income, and what is set aside and left."""
        budget, labels = self.programme.budget, self.labels
        rate = budget.contribution.rate if budget.contribution else None
        left = labels.left_at_end.format(year=self.programme.year)
        told = {labels.rate: rate, labels.income: budget.income, labels.projects: budget.projects, left: budget.reserve}
        rows = [TableRow(cells=(title, self._amount(amount))) for title, amount in told.items() if amount]
        if rows:
            yield table(labels.frame, "", [Head(labels.item), Head(labels.amount, numeric=True)], rows)

    def contribution(self) -> Iterator[Printed]:
        """The rule by which members pay, and who set it."""
        if rule := self.programme.budget.contribution:
            printer, labels = self.printer, self.labels
            said = [labels.contribution_rule.format(year=self.programme.year, rate=self._amount(rule.rate))]
            for multiplier in rule.multipliers:
                factor = forms.number(multiplier.factor, printer.language)
                said.append(labels.multiplied.format(member=printer.text(multiplier.member), factor=factor))
            yield paragraph(" ".join(said))
            yield paragraph(f"{decided(self.programme, printer, labels.set_by, rule.decided)}.")

    def members(self) -> Iterator[Printed]:
        """What each member pays: inhabitants × rate × factor, and the sum."""
        rule, members = self.programme.budget.contribution, self.programme.members
        if rule is None or not members:
            return
        labels = self.labels
        inhabitants: list[Decimal | None] = [Decimal(member.inhabitants) for member in members]
        paid = [contribution_of(rule, member) for member in members]
        heads = [Head(labels.member), Head(labels.inhabitants, numeric=True)]
        columns = [[member.name for member in members], self._numbers([*inhabitants, _sum(inhabitants)])]
        if rule.multipliers:
            heads.append(Head(labels.factor, numeric=True))
            columns.append(self._numbers([factor_of(rule, member) for member in members]))
        heads.append(Head(labels.pays, numeric=True))
        columns.append(self._numbers([*map(_short, paid), _short(contribution_total(rule, members))]))
        rows = [TableRow(cells=cells) for cells in zip(*columns, strict=False)]
        total = (labels.sum, columns[1][-1], *([""] if rule.multipliers else []), columns[-1][-1])
        yield table(labels.members, self._members_caption(), heads, [*rows, TableRow(cells=total, role="sum")])

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
        columns = [
            self._numbers([*(line.amounts.get(str(year)) for line in changes.lines), changed(changes, year, signs)])
            for year in changes.years
        ]
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

    def _changes_caption(self, changes: ChangeTable) -> str:
        parts = [f"{self.printer.text(changes.title)}."]
        if changes.decided:
            parts.append(f"{decided(self.programme, self.printer, self.printer.labels.adopted_by, changes.decided)}.")
        return " ".join([*parts, amounts_in(self.labels, changes.unit)])

    def _members_caption(self) -> str:
        labels, days = self.labels, {member.as_of for member in self.programme.members}
        counted = next(iter(days)) if len(days) == 1 else None
        parts = [amounts_in(labels, "kr")]
        if counted:
            parts.append(labels.inhabitants_as_of.format(date=self.printer.value(counted, "long")))
        return " ".join(parts)

    def _numbers(self, values: list[Decimal | None] | list[Decimal]) -> list[str]:
        return numbers(list(values), self.printer.language)

    def _amount(self, amount: Amount) -> str:
        return self.printer.value(amount, "")


def _sum(values: list[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))


def _short(kroner: Decimal) -> Decimal:
    """A sum in whole kroner as such; one with øre with at least two decimals."""
    whole = kroner.to_integral_value()
    if whole == kroner:
        return whole
    rounded = kroner.quantize(_OERE)
    return rounded if rounded == kroner else kroner.normalize()
