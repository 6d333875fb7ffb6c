"""What the members pay, at the rate of the year and at those under discussion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal

from osloregion_docs.documents.document import Printed, TableRow
from osloregion_docs.documents.parts.budget.budget_sources import CONTRIBUTION, inhabitants_source, payment_sources
from osloregion_docs.documents.parts.budget.budget_table import amounts_in, paragraph
from osloregion_docs.documents.parts.edition import decided
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.parts.table_layout import Head, numbers, table
from osloregion_docs.documents.value import Value
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels.budget import BudgetLabels
from osloregion_docs.model.amount import Amount
from osloregion_docs.model.budget.alternatives import AlternativeOutcome, outcomes
from osloregion_docs.model.budget.contribution import (
    Contribution,
    Member,
    contribution_of,
    contribution_total,
    factor_of,
    resolve_multipliers,
)
from osloregion_docs.model.programme import Programme

_EXACT = Context(prec=200)
_OERE = Decimal("0.01")


@dataclass(frozen=True)
class Contributions:
    """Composes what the members pay, in one language; each part is empty where the year has nothing for it."""

    programme: Programme
    printer: Printer

    @property
    def labels(self) -> BudgetLabels:
        """The fixed words of budgets."""
        return self.printer.labels.budget

    def rule(self) -> Iterator[Printed]:
        """The rule by which members pay, and who set it."""
        if rule := self.programme.budget.contribution:
            rule_text = self.labels.contribution_rule.format(year=self.programme.year, rate=self._value(rule.rate))
            yield paragraph(" ".join([rule_text, *self._multiplied(rule)]))
            yield paragraph(f"{decided(self.programme, self.printer, self.labels.set_by, rule.decided)}.")

    def members(self) -> Iterator[Printed]:
        """What each member pays: inhabitants × rate × factor, and the sum."""
        rule, members = self.programme.budget.contribution, self.programme.members
        if rule is None or not members:
            return
        labels = self.labels
        paid = [contribution_of(rule, member) for member in members]
        heads = [Head(labels.member), Head(labels.inhabitants, numeric=True)]
        columns: list[Sequence[str | Value]] = [[member.name for member in members], self._inhabitants()]
        if rule.multipliers:
            heads.append(Head(labels.factor, numeric=True))
            columns.append(self._numbers([factor_of(rule, member) for member in members]))
        heads.append(Head(labels.pays, numeric=True))
        printed = self._numbers([*map(_short, paid), _short(contribution_total(rule, members))])
        columns.append(self._payments(printed, rule, CONTRIBUTION / "rate"))
        rows = [TableRow(cells=cells) for cells in zip(*columns, strict=False)]
        total = (labels.sum, columns[1][-1], *([""] if rule.multipliers else []), columns[-1][-1])
        caption = " ".join([amounts_in(labels, "kr"), *self._counted()])
        yield table(labels.members, caption, heads, [*rows, TableRow(cells=total, role="sum")])

    def alternatives(self) -> Iterator[Printed]:
        """What each rate under discussion would give, and how that differs from this year."""
        rule, labels = self.programme.budget.contribution, self.labels
        alternatives = self._computed_alternatives()
        if rule is None or not alternatives:
            return
        heads = [Head(labels.rate_each), Head(labels.other_income, numeric=True)]
        heads.append(Head(labels.change_from.format(year=self.programme.year), numeric=True))
        heads.append(Head(labels.change_percent, numeric=True))
        rates = [self._value(each.rate) for each in alternatives]
        new = [(CONTRIBUTION / "alternatives" / each.id / "rate", *self._basis_sources(rule)) for each in alternatives]
        both = [(CONTRIBUTION / "rate", *each) for each in new]
        totals = self._numbers([_whole(each.total) for each in alternatives])
        changes = self._numbers([_whole(each.change) for each in alternatives])
        percents = self._numbers([each.percent for each in alternatives])
        columns: list[Sequence[str | Value]] = [
            rates,
            _name_by_rate(labels.other_income, rates, map(Value, totals, new)),
            _name_by_rate(heads[-2].title, rates, map(Value, changes, both)),
            _name_by_rate(heads[-1].title, rates, map(Value, percents, both)),
        ]
        if titles := self._titles_of(alternatives):
            heads.insert(0, Head(labels.alternative))
            columns.insert(0, titles)
        rows = [TableRow(cells=cells) for cells in zip(*columns, strict=True)]
        caption = " ".join([f"{labels.alternatives}.", labels.whole_kroner, *self._basis(rule)])
        yield table(labels.alternatives, caption, heads, rows)

    def _computed_alternatives(self) -> list[AlternativeOutcome]:
        """The alternatives whose income is known."""
        return [each for each in outcomes(self.programme.budget, self.programme.members) if each.total]

    def _titles_of(self, alternatives: Iterable[AlternativeOutcome]) -> list[str]:
        """The printed titles of alternatives; none where none has one."""
        titles = [self.printer.text(each.title) for each in alternatives]
        return titles if any(titles) else []

    def members_alternatives(self) -> Iterator[Printed]:
        """What each member would pay at each rate under discussion, and the sums."""
        rule, members, labels = self.programme.budget.contribution, self.programme.members, self.labels
        alternatives = self._computed_alternatives()
        if rule is None or not alternatives:
            return
        heads = [Head(labels.member), Head(labels.inhabitants, numeric=True)]
        columns: list[Sequence[str | Value]] = [
            [*(member.name for member in members), labels.sum],
            self._inhabitants(),
        ]
        for each in alternatives:
            heads.append(Head(self._value(each.rate), numeric=True))
            paid = [*(member.pays for member in each.members), *([each.total] if each.total else [])]
            printed = self._numbers([_short(amount.kroner) for amount in paid])
            columns.append(self._payments(printed, rule, CONTRIBUTION / "alternatives" / each.id / "rate", each.rate))
        rows = [
            TableRow(cells=cells, role="sum" if place == len(members) else "line")
            for place, cells in enumerate(zip(*columns, strict=True))
        ]
        caption = " ".join([f"{labels.members_alternatives}.", amounts_in(labels, "kr"), *self._basis(rule)])
        yield table(labels.members_alternatives, caption, heads, rows)

    def _payments(
        self, printed: list[str], rule: Contribution, rate: KeyPath, other: Amount | None = None
    ) -> list[Value]:
        """What each member pays at a rate, and the sum, with their sources; `other` is the rate if not the year's."""
        pays = f"{self.labels.pays} ({self._value(other)})" if other else self.labels.pays
        members = self.programme.members
        own = [
            Value(cell, _payment(rule, rate, member), f"{pays}, {member.name}")
            for cell, member in zip(printed, members, strict=False)
        ]
        if len(printed) == len(members):
            return own
        return [*own, Value(printed[-1], (rate, *self._basis_sources(rule)), f"{pays}, {self.labels.sum.lower()}")]

    def _basis_sources(self, rule: Contribution) -> tuple[KeyPath, ...]:
        """The inhabitants and multipliers of all members."""
        return tuple(address for member in self.programme.members for address in payment_sources(rule, member))

    def _basis(self, rule: Contribution) -> Iterator[str]:
        """The sentences that tell what other rates are worked out from."""
        yield self.labels.this_year.format(year=self.programme.year, rate=self._value(rule.rate))
        yield from self._multiplied(rule)
        yield from self._counted()

    def _multiplied(self, rule: Contribution) -> Iterator[str]:
        if multipliers := resolve_multipliers(rule, self.programme.members):
            yield f"{self.printer.value(multipliers, 'clause')}."

    def _counted(self) -> Iterator[str]:
        days = {member.as_of for member in self.programme.members}
        if len(days) == 1 and (counted := next(iter(days))):
            yield self.labels.inhabitants_as_of.format(date=self.printer.value(counted, "long"))

    def _inhabitants(self) -> list[Value]:
        """How many each member has, and all of them."""
        counts = [member.inhabitants for member in self.programme.members]
        printed = self._numbers([Decimal(count) for count in (*counts, sum(counts))])
        addresses = [inhabitants_source(member) for member in self.programme.members]
        name = f"{self.labels.inhabitants}, {self.labels.sum.lower()}"
        own = [Value(cell, (address,)) for cell, address in zip(printed, addresses, strict=False)]
        return [*own, Value(printed[-1], tuple(addresses), name)]

    def _numbers(self, values: list[Decimal | None] | list[Decimal]) -> list[str]:
        return numbers(list(values), self.printer.language)

    def _value(self, value: object) -> str:
        return self.printer.value(value, "")


def _payment(rule: Contribution, rate: KeyPath, member: Member) -> tuple[KeyPath, ...]:
    inhabitants, *factors = payment_sources(rule, member)
    return (inhabitants, rate, *factors)


def _name_by_rate(title: str, rates: list[str], values: Iterable[Value]) -> list[Value]:
    return [replace(value, name=f"{title}, {rate}") for value, rate in zip(values, rates, strict=True)]


def _short(kroner: Decimal) -> Decimal:
    """A sum in whole kroner as such; one with øre with at least two decimals."""
    whole = kroner.to_integral_value()
    if whole == kroner:
        return whole
    rounded = kroner.quantize(_OERE)
    return rounded if rounded == kroner else kroner.normalize()


def _whole(amount: Amount | None) -> Decimal | None:
    """A sum rounded to whole kroner, a half away from nothing."""
    return amount.kroner.quantize(Decimal(1), ROUND_HALF_UP, _EXACT) if amount else None
