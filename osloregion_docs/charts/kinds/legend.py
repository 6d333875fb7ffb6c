"""The key of a chart: the meaning of each pattern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osloregion_docs.charts.layout import Row
from osloregion_docs.charts.patterns import Box
from osloregion_docs.charts.style import SMALL, VALUE, Pattern

if TYPE_CHECKING:
    from osloregion_docs.charts.canvas import Canvas
    from osloregion_docs.charts.ruler import Ruler

_SWATCH: Final = (18.0, 10.0)
_GAP: Final = 5.0
_BETWEEN: Final = 14.0
_LINE: Final = 15.0
_BELOW: Final = 5.0
_ABOVE_UNIT: Final = 3.0


def legend(entries: Sequence[tuple[Pattern, str]], ruler: Ruler, width: float, unit: str = "") -> Row:
    """The key in as many lines as it needs, with the unit of the amounts below it; no row where there is neither."""
    placed = list(_arrange(entries, ruler, width))
    bottom = placed[-1].top + len(placed[-1].lines) * VALUE.leading if placed else 0.0
    note = ruler.wrap(unit, width, SMALL) if unit else []
    height = bottom + (_ABOVE_UNIT if placed and note else 0.0) + len(note) * SMALL.leading

    def draw(canvas: Canvas, top: float) -> None:
        for entry in placed:
            canvas.area(Box(entry.left + 0.5, top + entry.top + 1, *_SWATCH), entry.pattern)
            canvas.lines((entry.left + _SWATCH[0] + _GAP, top + entry.top), entry.lines, VALUE)
        canvas.lines((0, top + height - len(note) * SMALL.leading), note, SMALL)

    return Row(height + _BELOW if height else 0.0, draw)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry with its place."""

    pattern: Pattern
    left: float
    top: float
    lines: list[str]


def _arrange(entries: Sequence[tuple[Pattern, str]], ruler: Ruler, width: float) -> Iterator[_Entry]:
    """Each entry with its position: next to the one before it where there is room, else below."""
    left = top = 0.0
    before = 1
    for pattern, words in entries:
        lines = ruler.wrap(words, width - _SWATCH[0] - _GAP, VALUE)
        needed = _SWATCH[0] + _GAP + ruler.widest(lines, VALUE)
        if left and left + needed > width:
            left, top = 0.0, top + _LINE + (before - 1) * VALUE.leading
        yield _Entry(pattern, left, top, lines)
        left += needed + _BETWEEN
        before = len(lines)
