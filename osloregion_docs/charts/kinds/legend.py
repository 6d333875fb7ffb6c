"""The key of a chart: what each pattern stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from osloregion_docs.charts.layout import Row
from osloregion_docs.charts.look import VALUE, Pattern
from osloregion_docs.charts.patterns import Box

if TYPE_CHECKING:
    from osloregion_docs.charts.canvas import Canvas
    from osloregion_docs.charts.ruler import Ruler

_SWATCH: Final = (18.0, 10.0)
_GAP: Final = 5.0
_BETWEEN: Final = 14.0
_LINE: Final = 15.0
_BELOW: Final = 5.0


def legend(entries: Sequence[tuple[Pattern, str]], ruler: Ruler, width: float) -> Row:
    """The key in as many lines as it needs; an entry that is wider than the drawing is broken."""
    placed = list(_placed(entries, ruler, width))
    height = placed[-1][2] + len(placed[-1][3]) * VALUE.leading if placed else 0.0

    def draw(canvas: Canvas, top: float) -> None:
        for pattern, left, down, lines in placed:
            canvas.area(Box(left + 0.5, top + down + 1, *_SWATCH), pattern)
            canvas.lines((left + _SWATCH[0] + _GAP, top + down), lines, VALUE)

    return Row(height + _BELOW, draw)


def _placed(
    entries: Sequence[tuple[Pattern, str]], ruler: Ruler, width: float
) -> Iterator[tuple[Pattern, float, float, list[str]]]:
    """Each entry with its place: how far from the left and from the top, and its lines."""
    left = down = 0.0
    before = 1
    for pattern, words in entries:
        lines = ruler.wrapped(words, width - _SWATCH[0] - _GAP, VALUE)
        needed = _SWATCH[0] + _GAP + ruler.widest(lines, VALUE)
        if left and left + needed > width:
            left, down = 0.0, down + _LINE + (before - 1) * VALUE.leading
        yield pattern, left, down, lines
        left += needed + _BETWEEN
        before = len(lines)
