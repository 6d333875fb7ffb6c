"""Computes the sums of a budget from its lines; nothing is stored.

The sign convention is applied here and nowhere else: `total` is the number in a cell, `effect` is its effect on the
result, where income counts up and expense counts down whatever the signs in the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.amount import IN_KRONER, Unit
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.changes import Change, ChangeTable
from osloregion_docs.model.budget.table import Column, Deviation, Line, Side, Signs

_TENTH = Decimal("0.1")
_LINES = KeyPath(("budget", "lines"))


def lines_of(
    lines: Iterable[Line], path: KeyPath = _LINES, side: Side | None = None
) -> Iterator[tuple[KeyPath, Line, Side | None]]:
    """Yield every line with its address and its side, own or inherited; a group before its lines."""
    for line in lines:
        here, own = path / line.id, line.side or side
        yield here, line, own
        yield from lines_of(line.lines, here / "lines", own)


def side_of(line: Line, inherited: Side | None = None) -> Side | None:
    """Return the side of a line: its own, that of its group, or the one all its lines share."""
    inner = {each.side for _, each, _ in lines_of(line.lines) if each.side}
    return line.side or inherited or (next(iter(inner)) if len(inner) == 1 else None)


def holds_both(line: Line) -> bool:
    """Return whether a line without a side contains both income and expense."""
    return line.side is None and {each.side for _, each, _ in lines_of(line.lines)} >= {"income", "expense"}


def total(line: Line, column: str, signs: Signs, inherited: Side | None = None) -> Decimal | None:
    """Return the number of a line in a column: its own, or the sum of its lines; None where there is none.

    Where some of its lines have no number, a given sum is used; otherwise the existing numbers are summed.
    With natural signs, the side opposite to the group's is subtracted; a group of both sides is income less expense.
    """
    stored = line.amounts.get(column)
    if not line.lines:
        return stored
    given = list(_signed_parts(line, column, signs, line.side or inherited))
    if stored is not None and len(given) < len(line.lines):
        return stored
    return sum(given, Decimal(0)) if given else stored


def _signed_parts(line: Line, column: str, signs: Signs, side: Side | None) -> Iterator[Decimal]:
    """Yield the existing numbers of a group's lines, negated where natural signs subtract them."""
    base = side or ("income" if holds_both(line) else None)
    for part in line.lines:
        number = total(part, column, signs, side)
        if number is not None:
            off = signs == "natural" and base is not None and side_of(part, side) not in {None, base}
            yield -number if off else number


def effect(line: Line, column: str, signs: Signs) -> Decimal | None:
    """Return the effect of a line on the result: income up, expense down; None where it is unknown."""
    if line.side == "result" or (number := total(line, column, signs)) is None:
        return None
    if signs != "natural":
        return -number if signs == "income-negative" else number
    side = "income" if holds_both(line) else side_of(line)
    return None if side is None else number if side == "income" else -number


def result(lines: Iterable[Line], column: str, signs: Signs) -> Decimal | None:
    """Return income less expense of lines in a column; None where there is no number."""
    effects = [number for line in lines if (number := effect(line, column, signs)) is not None]
    return sum(effects, Decimal(0)) if effects else None


def result_in_table(number: Decimal | None, signs: Signs) -> Decimal | None:
    """Return a result with its sign in the table: where income is negative, so is a surplus."""
    return -number if number is not None and signs == "income-negative" else number


def in_cell(budget: Budget, line: Line, column: str) -> Decimal | None:
    """Return the number that is printed for a line in a column."""
    if line.side != "result":
        return total(line, column, budget.signs)
    above = budget.lines[: budget.lines.index(line)] if line in budget.lines else ()
    return result_in_table(result(above, column, budget.signs), budget.signs)


def deviates(budget: Budget, deviation: Deviation, of: Decimal | None, against: Decimal | None) -> Decimal | None:
    """Return the difference between the numbers of two columns, in the unit of the first; None where one is missing."""
    first, second = budget.column(deviation.of), budget.column(deviation.against)
    if first is None or second is None or of is None or against is None:
        return None
    return of - convert(against, second.unit, first.unit)


def percent(deviation: Decimal | None, against: Decimal | None) -> Decimal | None:
    """Return a deviation in percent of the reference number, to one decimal; None for zero. Both in one unit."""
    if deviation is None or not against:
        return None
    return (deviation / abs(against) * 100).quantize(_TENTH, ROUND_HALF_UP)


def convert(number: Decimal, unit: Unit, into: Unit) -> Decimal:
    """Convert a sum of money to another unit, exactly."""
    if unit == into:
        return number
    converted = (number * IN_KRONER[unit]).scaleb(1 - len(str(IN_KRONER[into])))
    return converted.quantize(Decimal(1)) if converted == converted.to_integral_value() else converted.normalize()


def closing(budget: Budget, column: Column) -> Decimal | None:
    """Return the reserve at the end of a column's year: opening plus result; None where either is missing."""
    outcome = result(budget.lines, column.id, budget.signs)
    return None if column.opening is None or outcome is None else column.opening + outcome


def change(line: Change, year: int, signs: Signs) -> Decimal:
    """Return the contribution of a change to the sum: with natural signs, income has the opposite sign of expense."""
    number = line.amounts.get(str(year), Decimal(0))
    return -number if signs == "natural" and line.side == "income" else number


def sum_changes(table: ChangeTable, year: int, signs: Signs) -> Decimal:
    """Sum all changes of a year: with natural signs, the increase of expense less that of income."""
    return sum((change(line, year, signs) for line in table.lines), Decimal(0))
