"""How a timeline is laid out: the columns, the axis above them, the headings, and a bar for each thing that runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from osloregion_docs.charts.kinds.calendar import Calendar
from osloregion_docs.charts.kinds.gutter import AIR, Gutter, Slot, value_baseline
from osloregion_docs.charts.kinds.timeline import Timeline, TimelineBar, TimelineGroup
from osloregion_docs.charts.layout import Layout, Row
from osloregion_docs.charts.patterns import Box
from osloregion_docs.charts.style import (
    AMBER,
    GROUP,
    ICE,
    INK,
    LABEL,
    MIST,
    NUMBER,
    ON_DARK,
    PAPER,
    SMALL,
    TEAL,
    TOTAL,
    VALUE,
    baseline,
    tidy,
)

if TYPE_CHECKING:
    from osloregion_docs.charts.canvas import Canvas
    from osloregion_docs.charts.ruler import Ruler

_THICK: Final = 13.0
_POINT: Final = 6.0
_SHORTEST: Final = 2.5
_LABEL_GAP: Final = 4.0
_INSET: Final = 4.0
_PILL: Final = 14.0
_ROOM_FOR_QUARTERS: Final = 48.0
_DASHES: Final = (3.0, 2.0)


class Plan:
    """The plan of one timeline, on a drawing of one width."""

    def __init__(self, chart: Timeline, ruler: Ruler, width: float) -> None:
        bars = [bar for group in chart.groups for bar in group.bars]
        numbers = ruler.widest([tidy(bar.number) for bar in bars], NUMBER)
        labels = [(bar.title, LABEL) for bar in bars]
        self._chart, self._ruler = chart, ruler
        self._gutter = Gutter.fitting(ruler, width, labels, numbers + _LABEL_GAP if numbers else 0.0)
        days = [chart.first, chart.last, *(day for bar in bars for day in (bar.first, bar.last) if day)]
        days += [chart.mark.day] if chart.mark else []
        self._axis = Calendar(min(days).year, max(days).year, self._gutter.left, self._gutter.right)

    def layout(self) -> Layout:
        """The whole timeline."""
        return Layout(self._head(), tuple(self._rows()), self._behind)

    def _rows(self) -> Iterator[Row]:
        for group in self._chart.groups:
            if group.bars:
                yield from self._heading(group)
                yield from map(self._row, group.bars)

    def _head(self) -> Row:
        """The label of the mark, the years, and the quarters where they have room."""
        above = _PILL + 3 if self._chart.mark else 0.0
        quarters = self._ruler.widest(self._chart.quarters, SMALL) + _INSET <= self._axis.per_year / 4

        def draw(canvas: Canvas, top: float) -> None:
            self._draw_mark(canvas, top)
            years = top + above + baseline(TOTAL)
            for year, x in self._axis.years():
                canvas.text((x + _INSET, years), str(year), TOTAL)
            if quarters:
                for quarter, x in self._axis.quarters():
                    canvas.text((x + _INSET, years + SMALL.leading), self._chart.quarters[quarter], SMALL)

        return Row(above + TOTAL.leading + SMALL.leading * quarters + 2, draw)

    def _draw_mark(self, canvas: Canvas, top: float) -> None:
        """The label of the mark, over it as far as the drawing goes."""
        if mark := self._chart.mark:
            width = self._ruler.width(tidy(mark.label), TOTAL) + 2 * _INSET
            left = min(max(self._axis.after(mark.day) - width / 2, 0.5), self._axis.right - width)
            canvas.box(Box(left, top + 0.5, width, _PILL - 1), AMBER, INK)
            canvas.text((left + _INSET, value_baseline(top, _PILL, TOTAL)), mark.label, TOTAL)

    def _behind(self, canvas: Canvas, top: float, bottom: float) -> None:
        """The lines of years and quarters."""
        if self._axis.per_year >= _ROOM_FOR_QUARTERS:
            for _, x in self._axis.quarters():
                canvas.line((x, top), (x, bottom), MIST, 0.9)
        for _, x in self._axis.years():
            canvas.line((x, top - TOTAL.leading), (x, bottom), ICE, 0.9)
        canvas.line((self._axis.right, top), (self._axis.right, bottom), ICE, 0.9)
        self._draw_day(canvas, top - _PILL, bottom)

    def _draw_day(self, canvas: Canvas, top: float, bottom: float) -> None:
        """The line of the mark."""
        if self._chart.mark:
            x = self._axis.after(self._chart.mark.day)
            canvas.line((x, top), (x, bottom), INK, 1.0, _DASHES)

    def _heading(self, group: TimelineGroup) -> Iterator[Row]:
        """The heading of a group, where it has one, on a band that goes across."""
        lines = self._ruler.wrap(group.title, self._gutter.width - 2 * _INSET, GROUP)
        height = len(lines) * GROUP.leading + AIR

        def draw(canvas: Canvas, top: float) -> None:
            canvas.box(Box(0, top, canvas.width, height), MIST)
            self._draw_day(canvas, top, top + height)
            canvas.lines((_INSET, top + AIR / 2), lines, GROUP, (MIST, self._ruler.widest(lines, GROUP)))

        if group.title:
            yield Row(height + 1, draw, leads=True)

    def _row(self, bar: TimelineBar) -> Row:
        under = self._words_under(bar)
        bars = _THICK + len(under) * VALUE.leading
        slot = Slot(self._gutter, self._ruler.wrap(bar.title, self._gutter.labels, LABEL), LABEL, bars)

        def draw(canvas: Canvas, top: float) -> None:
            canvas.lines((0, slot.top_of_label(top)), [bar.number], NUMBER, (PAPER, self._gutter.numbers))
            slot.draw_label(canvas, top, (PAPER, self._ruler.widest(slot.lines, LABEL)))
            box = self._box(bar, slot.top_of_bars(top))
            canvas.shape(_outline(box, opens_left=bar.first is None, opens_right=bar.last is None), TEAL)
            if under:
                width = self._ruler.widest(under, VALUE)
                left = min(box.x, self._axis.right - width)
                canvas.lines((left, box.y + box.height), under, VALUE, (PAPER, width))
            else:
                self._draw_words(canvas, box, tidy(bar.printed))

        return Row(slot.height, draw)

    def _box(self, bar: TimelineBar, top: float) -> Box:
        """From the first day to the end of the last; to the ends of the axis where it is open."""
        left = self._axis.at(bar.first) if bar.first else self._axis.left
        right = self._axis.after(bar.last) if bar.last else self._axis.right
        width = max(right - left, _SHORTEST)
        return Box(min(left, self._axis.right - width), top, width, _THICK)

    def _words_under(self, bar: TimelineBar) -> list[str]:
        """When it runs, in words, in lines under its bar; none where there is room in the bar or next to it."""
        box, words = self._box(bar, 0.0), tidy(bar.printed)
        rooms = (
            box.width - 2 * _POINT - _INSET,
            self._axis.right - box.x - box.width - _LABEL_GAP,
            box.x - _LABEL_GAP - self._axis.left,
        )
        if self._ruler.width(words, ON_DARK) <= max(rooms):
            return []
        return self._ruler.wrap(words, self._axis.right - self._axis.left, VALUE)

    def _draw_words(self, canvas: Canvas, box: Box, words: str) -> None:
        """When it runs, in words: in its bar where that has room, else after it, else before it."""
        width = self._ruler.width(words, ON_DARK)
        baseline = value_baseline(box.y, box.height, ON_DARK)
        if width + 2 * _POINT + _INSET <= box.width:
            canvas.text((box.x + _POINT + _INSET / 2, baseline), words, ON_DARK)
            return
        after = box.x + box.width + _LABEL_GAP
        left = after if after + width <= self._axis.right else box.x - _LABEL_GAP - width
        canvas.box(Box(left - 1, box.y + 1, width + 2, box.height - 2), PAPER)
        canvas.text((left, baseline), words, VALUE)


def _outline(box: Box, *, opens_left: bool, opens_right: bool) -> list[tuple[float, float]]:
    """A bar; where it is open, it comes from beyond the axis or points on beyond it."""
    x, y, width, height = box
    middle, point = y + height / 2, min(_POINT, width / 2)
    right, left = x + width, x
    end = [(right - point, y), (right, middle), (right - point, y + height)]
    begin = [(left, y + height), (left + point, middle), (left, y)]
    return [
        *(begin[2:] if not opens_left else [(left, y)]),
        *(end if opens_right else [(right, y), (right, y + height)]),
        (left, y + height),
        *([begin[1]] if opens_left else []),
    ]
