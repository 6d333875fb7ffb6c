"""Two figures for each line, such as budget and accounts: a pair of bars with their amounts next to them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from osloregion_docs.charts.chart import Chart, Part
from osloregion_docs.charts.kinds.bars import Bar, Key, bar_chart

if TYPE_CHECKING:
    from osloregion_docs.charts.layout import Layout
    from osloregion_docs.charts.ruler import Ruler


class Amount(Part):
    """An amount and how it is printed; without a number, the words in its place."""

    number: Decimal | None
    printed: str


class Pair(Part):
    """A line: its name and its two amounts; a sum is emphasized."""

    label: str
    amounts: tuple[Amount, Amount]
    is_sum: bool = False


class Pairs(Chart):
    """Lines with two amounts each, in the order they are given."""

    kind: Literal["pairs"] = "pairs"
    names: tuple[str, str]
    """What the first and the second amount of each line are called."""
    lines: tuple[Pair, ...]
    unit: str = ""
    """What the amounts are counted in."""

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.lines)

    def layout(self, ruler: Ruler, width: float) -> Layout:
        """A pair of bars for each line, the key above them."""
        rows = [
            Bar(line.label, tuple((amount.number, amount.printed) for amount in line.amounts), strong=line.is_sum)
            for line in self.lines
        ]
        key = Key((("rising", self.names[0]), ("solid", self.names[1])), self.unit)
        return bar_chart(rows, key, ruler, width)
