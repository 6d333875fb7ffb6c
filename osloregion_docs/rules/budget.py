"""Rules on the budget: parts and sums agree, and every number stands in a declared column."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels.forms import number
from osloregion_docs.model.budget import Budget, Line
from osloregion_docs.model.lookup import walk
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import did_you_mean


@rule("BUD701", "parts and sums agree", Severity.ERROR)
def parts_and_sums_agree(programme: Programme) -> Iterator[Finding]:
    """A line with lines of its own is their sum, in every column where all of them have a number.

    The board decides the sum; a table that does not add up is sent back.
    """
    for path, line in walk(programme, Line):
        for column, total in line.amounts.items():
            parts = [part.amounts.get(column) for part in line.lines]
            given = [part for part in parts if part is not None]
            if given and len(given) == len(parts) and sum(given, Decimal(0)) != total:
                printed = number(sum(given, Decimal(0)), "nb"), number(total, "nb")
                message = f"the lines add up to {printed[0]} in {column}, and the sum says {printed[1]}"
                yield Finding(path / "amounts" / column, message, "correct the sum or one of its lines")


@rule("BUD702", "a number stands in a declared column", Severity.ERROR)
def columns_are_declared(programme: Programme) -> Iterator[Finding]:
    """Each number of a budget line names one of the columns declared under `columns`."""
    known = {column.id for column in programme.budget.columns}
    for path, line in walk(programme, Line):
        for column in line.amounts:
            if column not in known:
                hint = did_you_mean(column, known) or "declare it under columns"
                yield Finding(path / "amounts" / column, f'there is no column "{column}"', hint, at_key=True)


@rule("BUD703", "what is set aside is no more than the income")
def frames_fit_the_income(programme: Programme) -> Iterator[Finding]:
    """The sum set aside for projects cannot exceed the year's income; a digit or a unit is wrong in one of them."""
    budget: Budget = programme.budget
    if budget.income and budget.projects and budget.projects.kroner > budget.income.kroner:
        projects, income = (f"{number(sum_.number, 'nb')} {sum_.unit}" for sum_ in (budget.projects, budget.income))
        message = f"{projects} is set aside for projects, and {income} comes in"
        yield Finding(KeyPath(("budget", "projects")), message, "look at the number and at the unit")


RULES: tuple[Rule, ...] = (parts_and_sums_agree, columns_are_declared, frames_fit_the_income)
