"""How a drawing is put together: a head, rows one under another, the background behind them; cut where a page ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from osloregion_docs.charts.canvas import Canvas

Draw: TypeAlias = "Callable[[Canvas, float], None]"
"""Draws something at a height, in points from the top."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its height, and what draws it; `leads` is for a heading, which stays with the row after it."""

    height: float
    draw: Draw
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole drawing: `head` is repeated where the rows go on in another one."""

    head: Row
    rows: tuple[Row, ...]
    behind: Callable[[Canvas, float, float], None]
    """Draws the background of the rows, from their top to their bottom."""


def cut(layout: Layout, tallest: float | None) -> Iterator[Layout]:
    """The layout in pieces, none of them taller than that where its rows allow it."""
    room = float("inf") if tallest is None else tallest - layout.head.height
    piece: list[Row] = []
    height = 0.0
    for block in _blocks(layout.rows):
        needed = sum(row.height for row in block)
        if piece and height + needed > room:
            yield Layout(layout.head, tuple(piece), layout.behind)
            piece, height = [], 0.0
        piece += block
        height += needed
    yield Layout(layout.head, tuple(piece), layout.behind)


def _blocks(rows: tuple[Row, ...]) -> Iterator[list[Row]]:
    """The rows, each heading with the row that it leads."""
    block: list[Row] = []
    for row in rows:
        block.append(row)
        if not row.leads:
            yield block
            block = []
    if block:
        yield block
