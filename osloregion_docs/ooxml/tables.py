"""Tables of figures as WordprocessingML, in the styles that a template has for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from osloregion_docs.ooxml.markup import escape, opening, run
from osloregion_docs.ooxml.styles import StyleSheet

STYLES: Final = ("Talltabell", "Tabelltekst", "Tabelltall")
"""The styles of a table, of its texts and of its numbers, by the names that the template gives them."""
CAPTION: Final = "Tabelltittel"
"""The style of the line above a table."""

_SECTION: Final = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_PAGE: Final = re.compile(r'<w:pgSz\b[^>]*?w:w="(\d+)"')
_MARGIN: Final = re.compile(r'<w:pgMar\b[^>]*?w:(?:left|right)="(\d+)"[^>]*?w:(?:left|right)="(\d+)"')
_LEFT: Final = re.compile(r'<w:pgMar\b[^>]*?w:left="(\d+)"')
_USUAL_WIDTH: Final = 9026
"""The text width of A4 with Word's own margins, in twentieths of a point, as all lengths here."""
_REACH, _LEAST_MARGIN = 737, 850
_STEP: Final = 170
_LOOK: Final = (
    '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>'
)
_RULE: Final = '<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>'


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its share of the width, and whether it holds numbers."""

    title: str
    share: int
    numeric: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its texts; whether it is a plain line, a title, or a sum with a line above it; how far it is set in.

    Cells are in bold by their row, or by their place, counted from 0, in `marked`.
    """

    cells: Sequence[str]
    role: str = "line"
    level: int = 0
    marked: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The room that a table has: the width of the text, and how far it may reach into the left margin."""

    width: int = _USUAL_WIDTH
    reach: int = 0


@dataclass(frozen=True, slots=True)
class TableStyles:
    """The ids of the styles of tables."""

    table: str
    text: str
    number: str
    strong: str

    @classmethod
    def of(cls, sheet: StyleSheet) -> TableStyles | None:
        """Those that a template has, or None where it lacks one."""
        table, text, number = (sheet.id_of(name) for name in STYLES)
        if table is None or text is None or number is None:
            return None
        return cls(table, text, number, sheet.id_of("Strong") or "")


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures: what it is called, its columns and rows, and whether it is to stay on one page."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    wide: bool = False
    kept: bool = False


def page_of(body: str) -> Page:
    """The room for tables in the last section of a document."""
    sections = _SECTION.findall(body)
    last = sections[-1] if sections else ""
    page, margins, left = _PAGE.search(last), _MARGIN.search(last), _LEFT.search(last)
    width = int(page[1]) - int(margins[1]) - int(margins[2]) if page and margins else 0
    reach = min(_REACH, int(left[1]) - _LEAST_MARGIN) if left else 0
    return Page(width, max(0, reach)) if width > 0 else Page()


def figure_table(table: FigureTable, styles: TableStyles, page: Page) -> str:
    """The table; its header row stands again on every page that it goes on to."""
    reach = page.reach if table.wide else 0
    widths = _shared_out(page.width + reach, [column.share for column in table.columns])
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    looks = [styles.number if column.numeric else styles.text for column in table.columns]
    header = [_cell(look, column.title) for look, column in zip(looks, table.columns, strict=True)]
    last = len(table.rows) - 1
    rows = [
        _row(_cells(row, looks, styles, place < last and (table.kept or row.role == "title")), widths, row.role)
        for place, row in enumerate(table.rows)
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.table}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{-reach}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_LOOK}'
        f'<w:tblCaption w:val="{escape(table.name)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row(header, widths, 'header')}{''.join(rows)}</w:tbl>"
    )


def caption_indent(table_is_wide: bool, page: Page) -> str:  # noqa: FBT001 - of the table
    """What a caption has besides its style, so that it begins where its table does."""
    return f'<w:ind w:left="{-page.reach}"/>' if table_is_wide and page.reach else ""


def _cells(row: Row, looks: Sequence[str], styles: TableStyles, kept: bool) -> list[str]:  # noqa: FBT001 - of the row
    more = "<w:keepNext/>" if kept else ""
    indent = f'<w:ind w:left="{row.level * _STEP}"/>' if row.level else ""
    return [
        _cell(
            look,
            text,
            more + ("" if place else indent),
            styles.strong if row.role != "line" or place in row.marked else "",
        )
        for place, (look, text) in enumerate(zip(looks, row.cells, strict=True))
    ]


def _cell(look: str, text: str, more: str = "", strong: str = "") -> str:
    return f"{opening(look, more)}{run(text, strong) if text else ''}</w:p>"


def _row(cells: Sequence[str], widths: Sequence[int], role: str) -> str:
    rule = _RULE if role == "sum" else ""
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rule}</w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    header = "<w:tblHeader/>" if role == "header" else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{filled}</w:tr>"


def _shared_out(width: int, shares: Sequence[int]) -> list[int]:
    """A width in whole parts, in proportion to the shares; the first gets what is left."""
    parts = [width * share // sum(shares) for share in shares]
    return [parts[0] + width - sum(parts), *parts[1:]]
