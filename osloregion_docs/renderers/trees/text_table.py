"""Tables of figures as plain text: side by side where there is room for it, else a row at a time."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import Final

from osloregion_docs.renderers.trees.number_tables import Figures

_GAP: Final = "  "
_LEAST_TITLE: Final = 18
_LONGEST_TITLE: Final = 40


def table_lines(table: Figures, width: int) -> list[str]:
    """The lines of a table, none of them longer than the width."""
    widths = _widths(table, width)
    return list(_side_by_side(table, widths)) if widths else list(_row_by_row(table, width))


def _widths(table: Figures, width: int) -> list[int]:
    """The width of each column; empty where they do not fit next to each other."""
    widths = [_natural_width(table, place) for place in range(len(table.columns))]
    numeric = sum(each for each, column in zip(widths, table.columns, strict=True) if column.numeric)
    texts = [each for each, column in zip(widths, table.columns, strict=True) if not column.numeric]
    room = width - numeric - len(_GAP) * (len(widths) - 1)
    if room < min(sum(texts), _LEAST_TITLE * len(texts)):
        return []
    if sum(texts) <= room:
        return widths
    shared = room // len(texts)
    return [each if column.numeric else shared for each, column in zip(widths, table.columns, strict=True)]


def _natural_width(table: Figures, place: int) -> int:
    """The width of the longest line of a column; titles of numbers may break between words."""
    title = table.columns[place].title
    lines = title.split(" ") if table.columns[place].numeric else [title]
    return max(map(len, chain(lines, *(row.cells[place].split("\n") for row in table.rows))))


def _side_by_side(table: Figures, widths: Sequence[int]) -> Iterator[str]:
    rule = _GAP.join("-" * width for width in widths)
    yield from _row(table, widths, [column.title for column in table.columns])
    yield rule
    for row in table.rows:
        if row.role == "sum":
            yield rule
        yield from _row(table, widths, (" " * 2 * row.level + row.cells[0], *row.cells[1:]))
    yield rule


def _row(table: Figures, widths: Sequence[int], cells: Sequence[str]) -> Iterator[str]:
    """The lines of a row: headings of numbers stand at the bottom, texts at the top."""
    wrapped = [_wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        placed = [
            part.rjust(width) if column.numeric else part.ljust(width)
            for part, width, column in zip(parts, widths, table.columns, strict=True)
        ]
        yield _GAP.join(placed).rstrip(" ")


def _wrap(text: str, width: int) -> list[str]:
    indent = len(text) - len(text.lstrip(" "))
    lines = [
        textwrap.wrap(line, width, subsequent_indent=" " * indent, break_on_hyphens=False) for line in text.split("\n")
    ]
    return [line for each in lines for line in each] or [""]


def _row_by_row(table: Figures, width: int) -> Iterator[str]:
    """Each row as its title, and below it each of its other cells: numbers on a line, words wrapped."""
    columns = table.columns[1:]
    room = min(max(len(column.title) for column in columns), _LONGEST_TITLE)
    numbers = [row.cells[place] for row in table.rows for place, column in enumerate(columns, 1) if column.numeric]
    longest = max(map(len, numbers), default=0)
    for row in table.rows:
        yield from textwrap.wrap(row.cells[0], width) or [""]
        for column, cell in zip(columns, row.cells[1:], strict=True):
            left = max(width - room - 2 * len(_GAP), _LEAST_TITLE)
            lines = [cell.rjust(longest)] if column.numeric else _wrap(cell, left)
            for title, line in zip_longest([column.title[:room]] if cell else [], lines if cell else [], fillvalue=""):
                yield f"{_GAP}{title:{room}}{_GAP}{line}"
        yield ""
