"""The addresses of the numbers that the figures of a budget are computed from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.contribution import Contribution, Member, applies_to
from osloregion_docs.model.budget.sums import lines_of
from osloregion_docs.model.budget.table import Column

_BUDGET: Final = KeyPath(("budget",))
CONTRIBUTION: Final = _BUDGET / "contribution"


def amount_sources(budget: Budget, columns: tuple[str, ...], within: KeyPath | None) -> tuple[KeyPath, ...]:
    """The numbers behind a cell, column by column: of a result, those of the lines above it; of the whole table, all.

    Args:
        budget: The year's budget.
        columns: The column of the cell; for a deviation, both columns that it compares.
        within: The address of the line; None for the result of the whole table.
    """
    return tuple(address for column in columns for address in _amounts(budget, column, within))


def _amounts(budget: Budget, column: str, within: KeyPath | None) -> Iterator[KeyPath]:
    line = next((line for path, line, _ in lines_of(budget.lines) if path == within), None)
    if line is None or line.side == "result":
        above = budget.lines[: budget.lines.index(line)] if line in budget.lines else budget.lines
        found = lines_of(above)
    else:
        found = (each for each in lines_of(budget.lines) if within and each[0].within(within))
    yield from (path / "amounts" / column for path, each, _ in found if column in each.amounts)


def reserve_sources(budget: Budget, column: Column) -> tuple[tuple[KeyPath, ...], ...]:
    """The numbers behind the opening reserve, the result and the closing reserve of a column."""
    opening, closing = (_BUDGET / "columns" / column.id / end for end in ("opening", "closing"))
    opened = (opening,) if column.opening is not None else ()
    changed = amount_sources(budget, (column.id,), None)
    closed = (closing,) if column.closing is not None else (*opened, *changed) if opened else ()
    return opened, changed, closed


def change_sources(table: str, lines: tuple[str, ...], year: int) -> tuple[KeyPath, ...]:
    """The amounts of the lines of a table of changes in a year."""
    return tuple(_BUDGET / "changes" / table / "lines" / line / "amounts" / year for line in lines)


def payment_sources(rule: Contribution, member: Member) -> tuple[KeyPath, ...]:
    """What a member's payment depends on besides the rate: its inhabitants and its multipliers."""
    factors = (
        CONTRIBUTION / "multipliers" / place / "factor"
        for place, multiplier in enumerate(rule.multipliers, 1)
        if applies_to(multiplier, member)
    )
    return (inhabitants_source(member), *factors)


def inhabitants_source(member: Member) -> KeyPath:
    """The number of inhabitants of a member."""
    return KeyPath(("members", member.id, "inhabitants"))
