"""Where labels stand: in a gutter to the left of their bars, or on narrow drawings above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osloregion_docs.charts.style import NARROW, VALUE, Type, tidy

if TYPE_CHECKING:
    from osloregion_docs.charts.canvas import Canvas
    from osloregion_docs.charts.ruler import Ruler

GAP: Final = 8.0
"""Between labels and bars."""
AIR: Final = 3.5
"""Above and below the content of a row."""
_SHARE: Final = 0.44


@dataclass(frozen=True, slots=True)
class Gutter:
    """The columns of a drawing: labels, and the plot where the bars are; sizes in points."""

    width: float
    """Of the drawing."""
    numbers: float
    """Of the column of numbers before the labels."""
    labels: float
    """Of the labels: no line of them is wider."""
    above: bool
    """Whether labels stand above their bars."""

    @classmethod
    def fitting(cls, ruler: Ruler, width: float, labels: Sequence[tuple[str, Type]], numbers: float = 0.0) -> Gutter:
        """A gutter for these labels: as wide as they need, but less than half the drawing."""
        if width < NARROW:
            return cls(width, numbers, width - numbers, above=True)
        needed = max((ruler.width(tidy(words), look) for words, look in labels), default=0.0)
        return cls(width, numbers, min(needed + 0.1, width * _SHARE - numbers), above=False)

    @property
    def left(self) -> float:
        """Where the plot begins."""
        return 0.5 if self.above else self.numbers + self.labels + GAP

    @property
    def right(self) -> float:
        """Where the plot ends."""
        return self.width - 0.5


@dataclass(frozen=True, slots=True)
class Slot:
    """A row's room: its label in lines, and a bar or several as high as that."""

    gutter: Gutter
    lines: list[str]
    look: Type
    bars: float

    @property
    def height(self) -> float:
        """Of the whole row, with its air."""
        text = len(self.lines) * self.look.leading
        inner = text + 1.5 + self.bars if self.gutter.above else max(text, self.bars)
        return inner + 2 * AIR

    def top_of_bars(self, top: float) -> float:
        """Where the bars begin, in a row that begins at `top`."""
        if self.gutter.above:
            return top + self.height - AIR - self.bars
        return top + (self.height - self.bars) / 2

    def top_of_label(self, top: float) -> float:
        """Where the label begins: next to the middle of its bars, or above them."""
        text = len(self.lines) * self.look.leading
        return top + AIR if self.gutter.above else top + (self.height - text) / 2

    def draw_label(self, canvas: Canvas, top: float, plate: tuple[str, float] = ("", 0.0)) -> None:
        """The label, in its place; on a plate where lines run through that."""
        canvas.lines((self.gutter.numbers, self.top_of_label(top)), self.lines, self.look, plate)


def value_baseline(top: float, height: float, look: Type = VALUE) -> float:
    """The baseline of a value that is centred in a bar."""
    return top + height / 2 + look.size * 0.32
