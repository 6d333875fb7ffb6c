"""What every picture is given besides its values, and what its sentences and tables are put together with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from osloregion_docs.charts.look import PATTERNS, Pattern
from osloregion_docs.documents.document import PictureRow, PictureTable


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture stands: the anchor that no other place of the document has, and its caption (figurtekst)."""

    anchor: str
    caption: str


def table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]], words: int = 1) -> PictureTable:
    """The values of a picture as a table, whose first columns hold words and the others figures."""
    return PictureTable(header=header, rows=tuple(PictureRow(cells=cells) for cells in rows), words=words)


def listed(items: Iterable[str]) -> str:
    """Items of a sentence, which may hold commas themselves."""
    return "; ".join(items)


def in_sentence(name: str) -> str:
    """A name inside a sentence: ``I gang`` is ``i gang``, ``NTP`` stays."""
    return name[:1].lower() + name[1:] if name[1:2] in {"", " "} or name[1:2].islower() else name


def pattern_at(place: int) -> Pattern:
    """The pattern of the status at that place, counted from 0; past the last the first comes again."""
    return PATTERNS[place % len(PATTERNS)]
