"""How charts look: the colours of the documents, sizes of type, and patterns that tell areas apart without colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

INK: Final = "#1c2a32"
PAPER: Final = "#ffffff"
FJORD: Final = "#0b3b49"
TEAL: Final = "#14697a"
AMBER: Final = "#f0ae3c"
ICE: Final = "#c3dadc"
MIST: Final = "#eef4f4"
SLATE: Final = "#4c5f69"

COLOURS: Final[dict[str, str]] = {
    "ink": INK,
    "paper": PAPER,
    "fjord": FJORD,
    "teal": TEAL,
    "amber": AMBER,
    "ice": ICE,
    "mist": MIST,
    "slate": SLATE,
}
"""Every colour that a drawing has, by its name: a page with a dark side puts others in their place."""

FAMILY: Final = ("Calibri", "Carlito")
"""Carlito is what is shipped and measured; Calibri has the same widths, and is what Word has."""
TEXT_WIDTH: Final = 411.0
"""The width of the text on a page of the documents, in points (145 mm): what is drawn for it keeps its size of type."""
NARROW: Final = 300.0
"""Below this width labels are above their bars, not next to them."""


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of lettering: its size and the distance of its lines in points, weight and colour."""

    size: float = 9.5
    leading: float = 11.5
    bold: bool = False
    colour: str = INK


LABEL: Final = Type()
STRONG: Final = Type(bold=True)
NUMBER: Final = Type(bold=True, colour=TEAL)
GROUP: Final = Type(10, 12, bold=True, colour=FJORD)
SMALL: Final = Type(9, 11, colour=SLATE)
VALUE: Final = Type(9, 11)
TOTAL: Final = Type(9, 11, bold=True)
ON_DARK: Final = Type(9, 11, bold=True, colour=PAPER)

Pattern = Literal["solid", "rising", "falling", "dots", "outline", "bars", "grid", "level"]
"""The look of an area. No two of them are alike in grey, or to readers who do not see colours."""


@dataclass(frozen=True, slots=True)
class Fill:
    """What a pattern is made of: its ground, its marks, and how far apart these are in points."""

    ground: str
    mark: str = ""
    gap: float = 0
    weight: float = 0.9


FILLS: Final[dict[Pattern, Fill]] = {
    "solid": Fill(FJORD),
    "rising": Fill(ICE, TEAL, 4.2, 1.1),
    "falling": Fill(AMBER, INK, 4.2, 1.0),
    "dots": Fill(MIST, SLATE, 4.4, 1.7),
    "outline": Fill(PAPER),
    "bars": Fill(TEAL, PAPER, 4.0, 0.9),
    "grid": Fill(PAPER, SLATE, 4.2, 0.8),
    "level": Fill(ICE, FJORD, 3.2, 0.9),
}
PATTERNS: Final[tuple[Pattern, ...]] = ("outline", "rising", "solid", "falling", "dots", "grid", "bars", "level")
"""The patterns in the order in which they are given out, so that neighbours differ most."""


def tidy(words: str) -> str:
    """The words in one line, spaces that do not break kept, without what no drawing can hold."""
    joined = " ".join(word for word in words.replace("\n", " ").replace("\t", " ").split(" ") if word)
    return "".join(sign for sign in joined if sign.isprintable() or sign == "\u00a0")


def baseline(look: Type) -> float:
    """How far below the top of a line its words stand."""
    return (look.leading - look.size) / 2 + look.size * 0.8
