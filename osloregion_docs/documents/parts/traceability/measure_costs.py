"""What the budget pays for: the lines that name measures, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.amount import Amount
from osloregion_docs.model.budget.sums import in_cell, lines_of
from osloregion_docs.model.budget.table import Column, Line
from osloregion_docs.model.programme import Programme


@dataclass(frozen=True, slots=True)
class PayingLine:
    """A line of the budget (post) that says which measures it pays for."""

    address: KeyPath
    line: Line
    amount: Amount | None
    """What is set aside in it for all of them together, less its sign; None where the budget has no number."""


def budget_column(programme: Programme) -> Column | None:
    """The column that tells what is set aside in the year: the revised budget where it has numbers, else the budget."""
    budget = programme.budget
    filled = {id_ for _, line, _ in lines_of(budget.lines) for id_ in line.amounts}
    of_the_year = [
        column
        for column in budget.columns
        if column.in_year == programme.year and not column.as_of and column.id in filled
    ]
    found = [column for kind in ("revised", "budget") for column in of_the_year if column.kind == kind]
    return found[0] if found else None


def paying_lines(programme: Programme) -> dict[str, tuple[PayingLine, ...]]:
    """Measure id to the lines that pay for it, in the order of the budget."""
    found: dict[str, tuple[PayingLine, ...]] = {}
    column = budget_column(programme)
    for address, line, _ in lines_of(programme.budget.lines):
        paying = PayingLine(address, line, _amount(programme, line, column))
        for id_ in dict.fromkeys(line.measures):
            found[id_] = (*found.get(id_, ()), paying)
    return found


def _amount(programme: Programme, line: Line, column: Column | None) -> Amount | None:
    number = in_cell(programme.budget, line, column.id) if column and line.measures else None
    return None if column is None or number is None else Amount(number=abs(number), unit=column.unit)
