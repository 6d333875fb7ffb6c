"""Looks up figures of the budget by address, with their units, including computed sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from osloregion_docs.model.amount import Amount, Unit
from osloregion_docs.model.budget.alternatives import alternative_figures
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.contribution import Member, contribution_of, contribution_total
from osloregion_docs.model.budget.sums import closing, in_cell, lines_of, result, result_in_table, sum_changes
from osloregion_docs.model.budget.table import Column, Line


def figure(budget: Budget, members: tuple[Member, ...], steps: tuple[str, ...]) -> Amount | None:
    """Return the figure at an address below ``budget``; None where it is no figure of the table or the contribution.

    ``lines/inntekter/amounts/b25``, ``result/b25``, ``columns/b25/opening``, ``columns/b25/closing`` and
    ``contribution/total``.
    """
    if steps == ("contribution", "total"):
        rule = budget.contribution
        return _amount(contribution_total(rule, members), "kr") if rule and members else None
    match steps:
        case ("result", id_) if column := budget.column(id_):
            number = result_in_table(result(budget.lines, id_, budget.signs), budget.signs)
        case ("columns", id_, "opening" | "closing" as end) if column := budget.column(id_):
            number = column.opening if end == "opening" else reserve_at_end(budget, column)
        case ("lines", *_, "amounts", id_) if (line := _line(budget.lines, steps[1:-2])) and budget.column(id_):
            column, number = budget.column(id_), in_cell(budget, line, id_)
        case _:
            return None
    return _amount(number, column.unit) if column else None


def reserve_at_end(budget: Budget, column: Column) -> Decimal | None:
    """Return the reserve at the end of a column's year: as given, or computed."""
    return column.closing if column.closing is not None else closing(budget, column)


def figures(budget: Budget, members: tuple[Member, ...]) -> Iterator[Amount]:
    """Yield every figure of the table, the changes and the contribution."""
    yield from _table_figures(budget)
    yield from _change_figures(budget)
    if budget.contribution and members:
        paid = [contribution_of(budget.contribution, member) for member in members]
        total = contribution_total(budget.contribution, members)
        yield from (Amount(number=number, unit="kr") for number in (*paid, total))
        yield from alternative_figures(budget, members)


def _table_figures(budget: Budget) -> Iterator[Amount]:
    for column in budget.columns:
        numbers = [in_cell(budget, line, column.id) for _, line, _ in lines_of(budget.lines)]
        outcome = result_in_table(result(budget.lines, column.id, budget.signs), budget.signs)
        for number in (*numbers, outcome, column.opening, reserve_at_end(budget, column)):
            if number is not None:
                yield Amount(number=number, unit=column.unit)


def _change_figures(budget: Budget) -> Iterator[Amount]:
    for table in budget.changes:
        sums = [sum_changes(table, year, budget.signs) for year in table.years]
        numbers = [number for line in table.lines for number in line.amounts.values()]
        yield from (Amount(number=number, unit=table.unit) for number in (*numbers, *sums))


def _amount(number: Decimal | None, unit: Unit) -> Amount | None:
    return None if number is None else Amount(number=number, unit=unit)


def _line(lines: Iterable[Line], steps: tuple[str, ...]) -> Line | None:
    """Return the line at ``utgifter/lines/lonn``."""
    line = next((line for line in lines if steps and line.id == steps[0]), None)
    if line is None or len(steps) == 1:
        return line
    return _line(line.lines, steps[2:]) if steps[1] == "lines" else None
