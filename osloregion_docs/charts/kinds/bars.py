"""Bars that lie, one or several for each label, with their amounts written at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from osloregion_docs.charts.kinds.gutter import Gutter, Slot, value_baseline
from osloregion_docs.charts.kinds.legend import legend
from osloregion_docs.charts.layout import Layout, Row
from osloregion_docs.charts.patterns import Box
from osloregion_docs.charts.style import ICE, LABEL, SLATE, STRONG, TOTAL, VALUE, Pattern, Type

if TYPE_CHECKING:
    from osloregion_docs.charts.canvas import Canvas
    from osloregion_docs.charts.ruler import Ruler

_THICK: Final = 11.0
_GAP: Final = 1.5
_LABEL_GAP: Final = 4.0
_THINNEST: Final = 0.8


@dataclass(frozen=True, slots=True)
class Bar:
    """A label and its amounts, each with how it is printed; one without a number has no bar."""

    label: str
    amounts: Sequence[tuple[Decimal | None, str]]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where amounts lie, in points from the left."""

    zero: float
    per_one: float

    def box(self, amount: Decimal, top: float) -> Box:
        """The bar of an amount; one that is not nothing shows."""
        length = float(amount) * self.per_one
        if amount:
            length = max(abs(length), _THINNEST) * (1 if amount > 0 else -1)
        return Box(self.zero + min(length, 0), top, abs(length), _THICK)


@dataclass(frozen=True, slots=True)
class Key:
    """What the amounts of each bar are: the pattern and the name of each, and what they are counted in."""

    series: Sequence[tuple[Pattern, str]]
    unit: str


def bar_chart(bars: Sequence[Bar], key: Key, ruler: Ruler, width: float) -> Layout:
    """A layout of bars, under a key to those series that have names."""
    gutter = Gutter.fitting(ruler, width, [(bar.label, _look(bar)) for bar in bars])
    scale = _scale(bars, ruler, gutter)
    head = legend([(pattern, name) for pattern, name in key.series if name], ruler, width, key.unit)
    patterns = [pattern for pattern, _ in key.series]
    rows = tuple(_row(bar, _slot(bar, ruler, gutter), scale, patterns) for bar in bars)

    def axis(canvas: Canvas, top: float, bottom: float) -> None:
        if not gutter.above:
            canvas.line((scale.zero, top), (scale.zero, bottom), SLATE, 0.8)

    return Layout(head, rows, axis)


def _scale(bars: Sequence[Bar], ruler: Ruler, gutter: Gutter) -> _Scale:
    """As long as the amounts that are written at the ends of the bars leave room for."""
    amounts = [(amount or Decimal(0), printed, bar) for bar in bars for amount, printed in bar.amounts]
    rooms = {
        sign: max(
            (ruler.width(words, _type(bar)) + _LABEL_GAP for n, words, bar in amounts if (n < 0) == sign), default=0
        )
        for sign in (True, False)
    }
    most = float(max((number for number, _, _ in amounts), default=Decimal(0)).max(0))
    least = float(min((number for number, _, _ in amounts), default=Decimal(0)).min(0))
    room = max(gutter.right - gutter.left - rooms[True] - rooms[False], 0.0)
    per_one = room / (most - least) if most > least else 0.0
    return _Scale(gutter.left + rooms[True] - least * per_one, per_one)


def _slot(bar: Bar, ruler: Ruler, gutter: Gutter) -> Slot:
    count = len(bar.amounts)
    lines = ruler.wrap(bar.label, gutter.labels, _look(bar))
    return Slot(gutter, lines, _look(bar), count * _THICK + (count - 1) * _GAP)


def _row(bar: Bar, slot: Slot, scale: _Scale, patterns: Sequence[Pattern]) -> Row:
    def draw(canvas: Canvas, top: float) -> None:
        if bar.strong:
            canvas.line((0, top), (canvas.width, top), ICE, 0.8)
        slot.draw_label(canvas, top)
        at = slot.top_of_bars(top)
        if slot.gutter.above:
            canvas.line((scale.zero, at - _GAP), (scale.zero, at + slot.bars + _GAP), SLATE, 0.8)
        for pattern, (amount, printed) in zip(patterns, bar.amounts, strict=True):
            box = scale.box(amount or Decimal(0), at)
            if amount:
                canvas.area(box, pattern)
            baseline = value_baseline(at, _THICK)
            if amount is not None and amount < 0:
                canvas.text((box.x - _LABEL_GAP, baseline), printed, _type(bar), "right")
            else:
                canvas.text((box.x + box.width + _LABEL_GAP, baseline), printed, _type(bar))
            at += _THICK + _GAP

    return Row(slot.height, draw)


def _look(bar: Bar) -> Type:
    return STRONG if bar.strong else LABEL


def _type(bar: Bar) -> Type:
    return TOTAL if bar.strong else VALUE
