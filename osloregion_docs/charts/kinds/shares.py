"""Parts of a whole, such as where the money comes from: a bar for each, with amount and share next to it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from osloregion_docs.charts.chart import Chart, Part
from osloregion_docs.charts.kinds.bars import Bar, Key, bar_chart

if TYPE_CHECKING:
    from osloregion_docs.charts.layout import Layout
    from osloregion_docs.charts.ruler import Ruler


class Share(Part):
    """One part of the whole: its name, its amount, and the amount with its share as they are printed."""

    label: str
    amount: Decimal
    printed: str


class Shares(Chart):
    """Parts of a whole in the order they are given, and the whole below them."""

    kind: Literal["shares"] = "shares"
    parts: tuple[Share, ...]
    unit: str = ""
    """What the amounts are counted in."""
    whole: tuple[str, str] | None = None
    """What the whole is called and how much it is, as printed."""

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.parts)

    def layout(self, ruler: Ruler, width: float) -> Layout:
        """A bar for each part; next to the last is no bar, but the sum."""
        rows = [Bar(part.label, ((part.amount, part.printed),)) for part in self.parts]
        if self.whole:
            rows.append(Bar(self.whole[0], ((None, self.whole[1]),), strong=True))
        return bar_chart(rows, Key((("solid", ""),), self.unit), ruler, width)
