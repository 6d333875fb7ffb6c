"""Tables of figures as WordprocessingML, in the styles that a template has for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from osloregion_docs.ooxml.markup import KEEP_WITH_NEXT, element, indent, paragraph, run, value
from osloregion_docs.ooxml.sections import PageLayout
from osloregion_docs.ooxml.styles import StyleSheet

STYLES: Final = ("Talltabell", "Tabelltekst", "Tabelltall")
"""The styles of a table, of its texts and of its numbers, by the names that the template gives them."""
CAPTION: Final = "Tabelltittel"
"""The style of the line above a table."""

_USUAL_WIDTH: Final = 9026
"""The text width of A4 with Word's own margins, in twentieths of a point, as all lengths here."""
_REACH, _LEAST_MARGIN = 737, 850
_STEP: Final = 170
_HEADER_ROW_AND_COLUMN: Final = element(
    "w:tblLook",
    {
        "w:val": "06A0",
        "w:firstRow": 1,
        "w:lastRow": 0,
        "w:firstColumn": 1,
        "w:lastColumn": 0,
        "w:noHBand": 1,
        "w:noVBand": 1,
    },
)
_RULE: Final = element(
    "w:tcBorders", {}, element("w:top", {"w:val": "single", "w:sz": 6, "w:space": 0, "w:color": "auto"})
)


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
class TableArea:
    """Where a table may be: the width of the text, and how far it may reach into the left margin."""

    width: int = _USUAL_WIDTH
    reach: int = 0

    @classmethod
    def on_page(cls, page: PageLayout | None) -> TableArea:
        """The area on a page; that of A4 where the page is unknown or its margins leave no room."""
        if page is None or page.text_width <= 0:
            return cls()
        return cls(page.text_width, max(0, min(_REACH, page.left - _LEAST_MARGIN)))


@dataclass(frozen=True, slots=True)
class TableStyles:
    """The ids of the styles of tables."""

    table: str
    text: str
    number: str
    strong: str

    @classmethod
    def from_sheet(cls, sheet: StyleSheet) -> TableStyles | None:
        """The styles that a template has for tables, or None where it lacks one."""
        table, text, number = (sheet.id_of(name) for name in STYLES)
        if table is None or text is None or number is None:
            return None
        return cls(table, text, number, sheet.id_of("Strong") or "")


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures: its name, columns and rows; whether it is wide, and whether it stays on one page."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    wide: bool = False
    kept: bool = False


def figure_table(table: FigureTable, styles: TableStyles, area: TableArea) -> str:
    """The table; its header row is repeated on every page that the table continues on."""
    reach = area.reach if table.wide else 0
    widths = _distribute(area.width + reach, [column.share for column in table.columns])
    cell_styles = [styles.number if column.numeric else styles.text for column in table.columns]
    header = [_cell(style, column.title) for style, column in zip(cell_styles, table.columns, strict=True)]
    last = len(table.rows) - 1
    rows = [
        _row(_cells(row, cell_styles, styles, index < last and (table.kept or row.role == "title")), widths, row.role)
        for index, row in enumerate(table.rows)
    ]
    properties = (
        value("w:tblStyle", styles.table),
        element("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
        element("w:tblInd", {"w:w": -reach, "w:type": "dxa"}),
        element("w:tblLayout", {"w:type": "fixed"}),
        _HEADER_ROW_AND_COLUMN,
        value("w:tblCaption", table.name),
    )
    grid = [element("w:gridCol", {"w:w": width}) for width in widths]
    return element(
        "w:tbl",
        {},
        element("w:tblPr", {}, *properties),
        element("w:tblGrid", {}, *grid),
        _row(header, widths, "header"),
        *rows,
    )


def caption_indent(table_is_wide: bool, area: TableArea) -> str:  # noqa: FBT001 - of the table
    """The property of a caption that makes it begin where its table does."""
    return indent(-area.reach) if table_is_wide and area.reach else ""


def _cells(row: Row, cell_styles: Sequence[str], styles: TableStyles, kept: bool) -> list[str]:  # noqa: FBT001 - of the row
    common = KEEP_WITH_NEXT if kept else ""
    first = common + (indent(row.level * _STEP) if row.level else "")
    return [
        _cell(
            style,
            text,
            common if place else first,
            styles.strong if row.role != "line" or place in row.marked else "",
        )
        for place, (style, text) in enumerate(zip(cell_styles, row.cells, strict=True))
    ]


def _cell(style: str, text: str, properties: str = "", strong: str = "") -> str:
    return paragraph(style, run(text, strong) if text else "", properties)


def _row(cells: Sequence[str], widths: Sequence[int], role: str) -> str:
    rule = _RULE if role == "sum" else ""
    written = [
        element("w:tc", {}, element("w:tcPr", {}, element("w:tcW", {"w:w": width, "w:type": "dxa"}), rule), cell)
        for width, cell in zip(widths, cells, strict=True)
    ]
    header = element("w:tblHeader") if role == "header" else ""
    return element("w:tr", {}, element("w:trPr", {}, element("w:cantSplit"), header), *written)


def _distribute(width: int, shares: Sequence[int]) -> list[int]:
    """A width in whole parts, in proportion to the shares; the first gets what is left."""
    parts = [width * share // sum(shares) for share in shares]
    return [parts[0] + width - sum(parts), *parts[1:]]
