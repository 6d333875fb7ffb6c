"""How many things have which status, area by area: bars in parts, each part with its own pattern and its count."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final, Literal

from osloregion_docs.charts.chart import Chart, Part
from osloregion_docs.charts.kinds.gutter import Gutter, Slot, value_baseline
from osloregion_docs.charts.kinds.legend import legend
from osloregion_docs.charts.layout import Layout, Row
from osloregion_docs.charts.patterns import Box
from osloregion_docs.charts.style import FILLS, LABEL, ON_DARK, PAPER, SLATE, TOTAL, VALUE, Pattern

if TYPE_CHECKING:
    from osloregion_docs.charts.canvas import Canvas
    from osloregion_docs.charts.ruler import Ruler

_THICK: Final = 15.0
_LABEL_GAP: Final = 5.0
_WIDEST: Final = 40.0
_PLATE: Final = 1.5
_SHOWN: Final = 3.0
"""What must show of a pattern on both sides of a plate."""


class Status(Part):
    """A status: its name in the key, and its pattern."""

    name: str
    pattern: Pattern


class StatusRow(Part):
    """An area: its name, and how many have each status, in the order of the statuses."""

    label: str
    counts: tuple[int, ...]


class Statuses(Chart):
    """Areas with their counts by status."""

    kind: Literal["statuses"] = "statuses"
    statuses: tuple[Status, ...]
    rows: tuple[StatusRow, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.rows)

    def layout(self, ruler: Ruler, width: float) -> Layout:
        """A bar for each area, its parts in the order of the statuses; the key above has those that occur."""
        occurring = [
            (status.pattern, status.name)
            for place, status in enumerate(self.statuses)
            if any(row.counts[place] for row in self.rows)
        ]
        gutter = Gutter.fitting(ruler, width, [(row.label, LABEL) for row in self.rows])
        most = max((sum(row.counts) for row in self.rows), default=0)
        room = gutter.right - gutter.left - ruler.width(str(most), TOTAL) - _LABEL_GAP
        per_one = min(room / most, _WIDEST) if most else 0.0
        rows = tuple(self._row(row, ruler, gutter, per_one) for row in self.rows)

        def axis(canvas: Canvas, top: float, bottom: float) -> None:
            if not gutter.above:
                canvas.line((gutter.left, top), (gutter.left, bottom), SLATE, 0.8)

        return Layout(legend(occurring, ruler, width), rows, axis)

    def _row(self, row: StatusRow, ruler: Ruler, gutter: Gutter, per_one: float) -> Row:
        slot = Slot(gutter, ruler.wrap(row.label, gutter.labels, LABEL), LABEL, _THICK)

        def draw(canvas: Canvas, top: float) -> None:
            slot.draw_label(canvas, top)
            at = slot.top_of_bars(top)
            ends = list(accumulate(row.counts, initial=0))
            for status, count, first in zip(self.statuses, row.counts, ends, strict=False):
                if count:
                    box = Box(gutter.left + first * per_one, at, count * per_one, _THICK)
                    canvas.area(box, status.pattern)
                    _draw_count(canvas, box, str(count), status.pattern, ruler.width(str(count), TOTAL))
            end = (gutter.left + ends[-1] * per_one + _LABEL_GAP, value_baseline(at, _THICK, TOTAL))
            canvas.text(end, str(ends[-1]), TOTAL)

        return Row(slot.height, draw)


def _draw_count(canvas: Canvas, box: Box, words: str, pattern: Pattern, width: float) -> None:
    """The count in the middle of its part, where that has room; on marks it is drawn on a plate."""
    fill = FILLS[pattern]
    if width + (2 * (_PLATE + _SHOWN) if fill.mark else 2) > box.width:
        return
    middle = box.x + box.width / 2
    if fill.mark:
        plate = width + 2 * _PLATE
        canvas.box(Box(middle - plate / 2, box.y + _PLATE, plate, box.height - 2 * _PLATE), PAPER)
    look = ON_DARK if pattern == "solid" else VALUE
    canvas.text((middle, value_baseline(box.y, box.height, look)), words, look, "center")
