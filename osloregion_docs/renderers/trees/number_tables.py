"""Reads tables of figures from Pandoc's tree, for the formats that write them themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from osloregion_docs.ooxml import tables
from osloregion_docs.renderers.pandoc.tables import FIGURES, MARKED
from osloregion_docs.renderers.trees.outline import Cell, Element, Row, classes, text_of

_WHOLE: Final = 1000
_ROLES: Final = ("title", "sum")


@dataclass(frozen=True, slots=True)
class Figures:
    """A table of figures: its name, the line above it, and its content."""

    name: str
    caption: list[Element]
    columns: tuple[tables.Column, ...]
    rows: tuple[tables.Row, ...]
    wide: bool
    kept: bool


def figures_in(div: Element) -> Figures | None:
    """The table that a Div of that class holds; None for any other block."""
    if div["t"] != "Div" or FIGURES not in classes(div):
        return None
    attributes, [table] = div["c"]
    _, (_, captions), columns, (_, head), bodies, _ = table["c"]
    titles = [_text(cell) for cell in head[0][1]]
    return Figures(
        name=dict(attributes[2]).get("aria-label", ""),
        caption=list(captions[0]["c"]) if captions else [],
        columns=tuple(
            tables.Column(title, round(width["c"] * _WHOLE), align["t"] == "AlignRight")
            for title, (align, width) in zip(titles, columns, strict=True)
        ),
        rows=tuple(_row(row) for body in bodies for row in body[3]),
        wide="wide" in classes(div),
        kept="kept" in classes(div),
    )


def role_of(row: Row) -> str:
    """Whether a row is a line, a title or a sum."""
    names = _classes(row)
    return next((role for role in _ROLES if role in names), "line")


def _row(row: Row) -> tables.Row:
    level = next((int(name.removeprefix("level-")) for name in _classes(row) if name.startswith("level-")), 0)
    marked = tuple(place for place, (attributes, *_) in enumerate(row[1]) if MARKED in _names(attributes))
    return tables.Row(tuple(_text(cell) for cell in row[1]), role_of(row), level, marked)


def _classes(row: Row) -> list[str]:
    return _names(row[0])


def _names(attributes: object) -> list[str]:
    return list(attributes[1]) if isinstance(attributes, list) else []


def _text(cell: Cell) -> str:
    return "\n".join(text_of(block["c"]) for block in cell[4])
