"""Tables of a Word file as strings: a header row that is repeated on each page, and columns as wide as their text asks.

*Source*: ECMA-376 part 1, 17.4 (tables).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from osloregion_docs.ooxml import markup

_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "bottom", "insideH")
)
MANY: Final = 5
"""A table with more columns than that has smaller letters."""
SMALL: Final = 9
"""The size of these letters, in points."""
_LETTER, _SMALL_LETTER = 108, 92
"""How wide a letter is, more or less, in twentieths of a point; large and small."""
_FEWEST: Final = 4
"""The longest word of a column counts for so many letters at least: short ones may have wide letters."""
_AROUND: Final = 284
"""What stands around the text of a cell, in twentieths of a point."""
_MOST: Final = 60
"""The longest text of a column counts for so many letters at most."""


@dataclass(frozen=True, slots=True)
class TableLook:
    """The styles of a table by their ids: the table's own (if any), its header's and its cells' paragraphs."""

    table: str
    header: str
    cell: str
    header_bold: bool


def table(rows: Sequence[Sequence[str]], words: int, width: int, look: TableLook) -> str:
    """A table whose first row is its header.

    Args:
        rows: Rows of cells, all of them as many.
        words: So many columns hold words; those after them stand to the right.
        width: Of the whole table, in twentieths of a point.
        look: Its styles.
    """
    columns = widths(rows, width)
    style = f'<w:tblStyle w:val="{look.table}"/>' if look.table else ""
    borders = "" if look.table else f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
    properties = (
        f'<w:tblPr>{style}<w:tblW w:w="{sum(columns)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        'w:noVBand="1"/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    written = "".join(_row(row, place == 0, words, (columns, look)) for place, row in enumerate(rows))
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def _row(row: Sequence[str], is_header: bool, words: int, given: tuple[list[int], TableLook]) -> str:  # noqa: FBT001 - which of the two it is
    columns, look = given
    header = "<w:tblHeader/>" if is_header else ""
    style, bold = (look.header, look.header_bold) if is_header else (look.cell, False)
    size = f'<w:sz w:val="{2 * SMALL}"/><w:szCs w:val="{2 * SMALL}"/>' if len(row) > MANY else ""
    cells = ""
    for place, (text, width) in enumerate(zip(row, columns, strict=True)):
        more = '<w:jc w:val="end"/>' if place >= words else ""
        opening = markup.opening(style, f'<w:spacing w:before="40" w:after="40"/>{more}')
        runs = markup.run(text, more=("<w:b/><w:bCs/>" if bold else "") + size) if text else ""
        cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{opening}{runs}</w:p></w:tc>'
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The widths of columns: each has room for its longest word, and those with more to say get what is left.

    Args:
        rows: Rows of cells, all of them as many.
        width: Of them all, in twentieths of a point.
    """
    columns = list(zip(*rows, strict=True))
    letter = _SMALL_LETTER if len(columns) > MANY else _LETTER
    longest = [max((len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    words = [_AROUND + letter * max(letters, _FEWEST) for letters in longest]
    texts = [_AROUND + letter * min(max(map(len, column)), _MOST) for column in columns]
    wanting = [max(text - word, 0) for text, word in zip(texts, words, strict=True)]
    left = max(width - sum(words), 0)
    shares = [left * want / sum(wanting) for want in wanting] if any(wanting) else [left / len(columns)] * len(columns)
    needed = [word + share for word, share in zip(words, shares, strict=True)]
    return [int(width * need / sum(needed)) for need in needed]
