"""What every picture is given besides its values, and what its sentences and tables are put together with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from osloregion_docs.charts.style import PATTERNS, Pattern
from osloregion_docs.documents.document import Blocks, Table, TableColumn, TableRow
from osloregion_docs.documents.value import Value

_AROUND = 3
"""The air around the text of a cell, in letters."""
_LONGEST = 60
"""A column with longer texts gets no more room than for so many letters."""
_LETTERS = 80
"""So many letters stand in a line as wide as the text, more or less."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture stands: the anchor that no other place of the document has, and its caption (figurtekst)."""

    anchor: str
    caption: str


def table(place: Place, header: tuple[str, ...], rows: Iterable[tuple[str | Value, ...]], words: int = 1) -> Blocks:
    """The values of a picture as a table, whose first columns hold words and the others figures."""
    lines = list(rows)
    if not lines:
        return Blocks()
    columns = tuple(
        TableColumn(title=title, width=width, numeric=nth >= words)
        for nth, (title, width) in enumerate(zip(header, widths((header, *lines)), strict=True))
    )
    made = Table(name=place.caption, columns=columns, rows=tuple(TableRow(cells=cells) for cells in lines))
    return Blocks(items=(made,))


def widths(rows: Sequence[tuple[str | Value, ...]]) -> list[int]:
    """The widths of columns in thousandths: room for the longest word of each, and more for those with more to say."""
    columns = [[str(cell) for cell in column] for column in zip(*rows, strict=True)]
    words = [_AROUND + max((len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    texts = [_AROUND + min(max(map(len, column)), _LONGEST) for column in columns]
    left = max(_LETTERS - sum(words), 0)
    wanting = [text - word for text, word in zip(texts, words, strict=True)]
    shares = [left * want / sum(wanting) if any(wanting) else left / len(columns) for want in wanting]
    needed = [word + share for word, share in zip(words, shares, strict=True)]
    return [round(1000 * need / sum(needed)) for need in needed]


def listed(items: Iterable[str]) -> str:
    """Items of a sentence, which may hold commas themselves."""
    return "; ".join(items)


def pattern_at(place: int) -> Pattern:
    """The pattern of the status at that place, counted from 0; past the last the first comes again."""
    return PATTERNS[place % len(PATTERNS)]
