"""How wide words are in the letters that charts are drawn with, and where lines of them are broken."""

from __future__ import annotations

from functools import cache
from typing import Final

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from osloregion_docs.charts.style import FAMILY, Type, tidy
from osloregion_docs.resources import default_templates

_BREAKS: Final = "-/–"
_FEWEST: Final = 3
"""At least so many letters of a broken word go to the next line, where there are enough."""


@cache
def font(look: Type) -> FontProperties:
    """The letters of a kind of lettering, from the file that is shipped."""
    file = default_templates() / "shared" / "fonts" / f"Carlito-{'Bold' if look.bold else 'Regular'}.ttf"
    weight = "bold" if look.bold else "normal"
    return FontProperties(family=FAMILY, weight=weight, size=look.size, fname=str(file))


class Ruler:
    """Measures words; it remembers what it has measured."""

    def __init__(self) -> None:
        self._paths = TextToPath()
        self._widths: dict[tuple[str, Type], float] = {}

    def width(self, words: str, look: Type) -> float:
        """The width of a line, in points."""
        if (words, look) not in self._widths:
            measured = self._paths.get_text_width_height_descent(words, font(look), ismath=False)
            self._widths[words, look] = float(measured[0])
        return self._widths[words, look]

    def widest(self, lines: tuple[str, ...] | list[str], look: Type) -> float:
        """The width of the widest line; nothing where there is none."""
        return max((self.width(line, look) for line in lines), default=0.0)

    def wrap(self, words: str, width: float, look: Type) -> list[str]:
        """The words in lines of at most that width, broken at spaces and hyphens, else inside a word."""
        lines: list[str] = []
        line = ""
        for piece in self._pieces(tidy(words), width, look):
            if line and self.width((line + piece).rstrip(" "), look) > width:
                lines.append(line.rstrip(" "))
                line = ""
            line += piece
        return [*lines, line.rstrip(" ")]

    def _pieces(self, words: str, width: float, look: Type) -> list[str]:
        """What may begin a line: words with the space after them, and parts of long ones."""
        pieces: list[str] = []
        for word in words.split(" "):
            rest = word
            while self.width(rest, look) > width and len(rest) > 1:
                piece, rest = self._cut(rest, width, look)
                pieces.append(piece)
            pieces.append(f"{rest} ")
        return pieces

    def _cut(self, word: str, width: float, look: Type) -> tuple[str, str]:
        """A word that is too long, cut behind a hyphen of its own, else with a new one where it still fits."""
        end = next((n for n in range(len(word) - 1, 1, -1) if self.width(f"{word[:n]}-", look) <= width), 1)
        own = max(word.rfind(sign, 0, end) for sign in _BREAKS) + 1
        if own:
            return word[:own], word[own:]
        if end > 2 * _FEWEST:
            end = min(end, len(word) - _FEWEST)
        return (f"{word[:end]}-" if end > 1 else word[:end]), word[end:]
