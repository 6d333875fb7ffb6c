"""Rules on the sums outside the table: the frames, the contribution, the reserve, the accounts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels.forms import number
from osloregion_docs.messages.message import message
from osloregion_docs.model.amount import IN_KRONER, Amount
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.budget_values import reserve_at_end
from osloregion_docs.model.budget.contribution import applies_to, contribution_total
from osloregion_docs.model.budget.sums import closing, lines_of
from osloregion_docs.model.budget.table import Column
from osloregion_docs.model.lookup import walk
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule

_BUDGET = KeyPath(("budget",))


@rule("BUD703", "what is set aside is no more than the income")
def frames_fit_the_income(programme: Programme) -> Iterator[Finding]:
    """The sum set aside for projects cannot exceed the year's income; a digit or a unit is wrong in one of them."""
    budget: Budget = programme.budget
    if budget.income and budget.projects and budget.projects.kroner > budget.income.kroner:
        found = message("BUD703.exceeded", projects=_format(budget.projects), income=_format(budget.income))
        yield Finding.of(_BUDGET / "projects", found)


@rule("BUD706", "the members' contributions make up the income")
def contributions_make_up_the_income(programme: Programme) -> Iterator[Finding]:
    """Rate × inhabitants × multiplier, summed up over members.csv, is the frame that `income` names, as it is rounded.

    Otherwise the rate, a count of inhabitants or a multiplier is another than the one that was decided on.
    """
    budget = programme.budget
    if budget.contribution and budget.income and programme.members:
        total = contribution_total(budget.contribution, programme.members)
        if not _agrees(budget.income, total):
            found = message("BUD706.differs", total=number(total, "nb"), income=_format(budget.income))
            yield Finding.of(_BUDGET / "income", found)


@rule("BUD707", "the reserve adds up")
def reserve_adds_up(programme: Programme) -> Iterator[Finding]:
    """The reserve at the end of a year is the one at its beginning and the year's result: opening + result = closing.

    Leave `closing` out, and it is worked out. Where sums are rounded, round the reserve as they are.
    """
    budget = programme.budget
    for path, column in walk(programme, Column):
        worked_out = closing(budget, column)
        if column.closing is not None and worked_out is not None and worked_out != column.closing:
            computed, stored = number(worked_out, "nb"), number(column.closing, "nb")
            yield Finding.of(path / "closing", message("BUD707.differs", computed=computed, stored=stored))


@rule("BUD708", "a closed year has its accounts")
def closed_years_have_accounts(programme: Programme) -> Iterator[Finding]:
    """Once `accounts: {closed: true}` closes the year, the table has its accounts.

    That is a column with `kind: accounts` and numbers; one as of an earlier day does not do.
    """
    budget, year = programme.budget, programme.year
    if not budget.accounts.closed:
        return
    whole = [column for column in budget.columns if column.kind == "accounts" and _is_whole(column, year)]
    if not whole:
        yield Finding.of(_BUDGET / "accounts" / "closed", message("BUD708.column", year=str(year)))
    for column in whole:
        if not any(column.id in line.amounts for _, line, _ in lines_of(budget.lines)):
            found = message("BUD708.numbers", year=str(year), column=column.id)
            yield Finding.of(_BUDGET / "columns" / column.id, found)


@rule("BUD712", "the financing covers the cost")
def financing_covers_the_cost(programme: Programme) -> Iterator[Finding]:
    """What those who pay for a measure give together is what it costs. Not checked on approximate sums (ca.)."""
    for path, measure in walk(programme, Measure):
        amounts = [entry.amount for entry in measure.financing]
        if measure.cost is None or not amounts or any(each.approximately for each in (measure.cost, *amounts)):
            continue
        given = sum((amount.kroner for amount in amounts), Decimal(0))
        if given != measure.cost.kroner:
            found = message("BUD712.differs", financing=number(given, "nb"), cost=number(measure.cost.kroner, "nb"))
            yield Finding.of(path / "financing", found)


@rule("BUD713", "members are those of the alliance")
def members_are_known(programme: Programme) -> Iterator[Finding]:
    """A multiplier names a member of members.csv, by name or id, and the file has as many members as the alliance.

    A multiplier whose member is spelled another way is not used, and the contribution is wrong by as much.
    """
    members, contribution = programme.members, programme.budget.contribution
    if not members:
        return
    for place, multiplier in enumerate(contribution.multipliers if contribution else (), 1):
        if not any(applies_to(multiplier, member) for member in members):
            path = _BUDGET / "contribution" / "multipliers" / place / "member"
            yield Finding.of(path, message("BUD713.unknown"))
    membership = programme.organisation.membership
    for kind, noun, count in (
        ("municipality", "municipalities", membership.municipalities),
        ("county", "counties", membership.counties),
    ):
        listed = sum(member.kind == kind for member in members)
        if listed != count:
            path = KeyPath(("organisation", "membership", noun))
            is_county = kind == "county"
            yield Finding.of(
                path, message("BUD713.counties" if is_county else "BUD713.municipalities", listed=listed, stated=count)
            )


@rule("BUD714", "the reserve that is named is that of the table")
def reserve_is_that_of_the_table(programme: Programme) -> Iterator[Finding]:
    """`reserve` is what the budget leaves at the end of the year: what the table's budget column ends with, rounded.

    Texts print the one and the table the other, so readers would see two.
    """
    budget = programme.budget
    column = next((c for c in budget.columns if c.kind == "budget" and _is_whole(c, programme.year)), None)
    end = reserve_at_end(budget, column) if column else None
    if budget.reserve and column and end is not None and not _agrees(budget.reserve, end * IN_KRONER[column.unit]):
        reserve, ends = _format(budget.reserve), number(end, "nb")
        found = message("BUD714.differs", reserve=reserve, column=column.id, ends=ends, unit=column.unit)
        yield Finding.of(_BUDGET / "reserve", found)


def _is_whole(column: Column, year: int) -> bool:
    """Whether a column covers that whole year."""
    ends = column.as_of is None or (column.as_of.month, column.as_of.day) == (12, 31)
    return ends and column.in_year == year


def _agrees(amount: Amount, kroner: Decimal) -> bool:
    """Whether a sum, rounded as the amount is, is the amount; one meant roughly may be off by one at the end."""
    return abs(amount.round_to_unit(kroner).number - amount.number) <= (amount.step if amount.approximately else 0)


def _format(amount: Amount) -> str:
    return f"{number(amount.number, 'nb')} {amount.unit}"


RULES: tuple[Rule, ...] = (
    frames_fit_the_income,
    contributions_make_up_the_income,
    reserve_adds_up,
    closed_years_have_accounts,
    financing_covers_the_cost,
    members_are_known,
    reserve_is_that_of_the_table,
)
