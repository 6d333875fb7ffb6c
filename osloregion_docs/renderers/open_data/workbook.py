"""Excel: a table that can be filtered, read, and printed. *Source*: ISO/IEC 29500-1 (SpreadsheetML)."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Final

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.documents.document import Document
from osloregion_docs.documents.parts.open_data.spreadsheet_table import Table, Tabular, Value
from osloregion_docs.errors import RenderingFailed, RenderingRefused
from osloregion_docs.keypath import KeyPath
from osloregion_docs.language import LOCALES
from osloregion_docs.renderers.open_data import from_context
from osloregion_docs.renderers.renderer import RenderAssets, Rendered

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from osloregion_docs.renderers.open_data.register_styles import CellStyles

_LONGEST: Final = 32_767
"""So many characters one cell holds."""
_ESCAPES: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_WHOLE, _FRACTION = "#,##0", "#,##0.00"
"""Sums, parted by thousands as the reader's Excel does it: 640 000 in Norwegian."""
_A3: Final = 8
_A4: Final = 9
_HEAD_LENGTH: Final = 120
"""So many letters of each text stand in the head of a page; Excel takes 255 for all of it."""
_FROZEN: Final = 3
"""The first column that scrolls: number and title stay in view."""


def render(document: Document, _populated: bytes, _assets: RenderAssets) -> Rendered:
    """The table of a document as a workbook, the same bytes each time.

    Raises:
        RenderingFailed: the document is no table, or a text holds a character that no workbook can hold.
        RenderingRefused: a text is longer than a cell.
    """
    from openpyxl.utils.exceptions import IllegalCharacterError  # noqa: PLC0415 - 110 ms, and only rendering needs it

    context = document.context
    if not isinstance(context, Tabular):
        raise RenderingFailed(f"{document.kind} is no table", "leave out the format")
    table = context.table()
    _refuse_long(table)
    try:
        return Rendered(_write_workbook(table, document))
    except IllegalCharacterError as error:
        message = "a text holds a control character, which no workbook can hold"
        raise RenderingFailed(message, "delete it; check says where it stands") from error


def _refuse_long(table: Table) -> None:
    found = [
        Finding(
            KeyPath.of(address),
            f"the text in the column {column.heading} has {len(value)} characters, and a cell holds {_LONGEST}",
            "make it shorter, or leave out the format xlsx",
            code="XLS601",
            severity=Severity.ERROR,
        )
        for address, row in zip(table.addresses, table.rows, strict=True)
        for column, value in zip(table.columns, row, strict=True)
        if isinstance(value, str) and len(value) > _LONGEST
    ]
    if found:
        raise RenderingRefused(found)


def _write_workbook(table: Table, document: Document) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - as above

    from osloregion_docs.ooxml.package import WORKBOOK, read_package, write_package  # noqa: PLC0415 - as above
    from osloregion_docs.ooxml.properties import core_properties, with_core  # noqa: PLC0415
    from osloregion_docs.renderers.open_data.register_styles import CellStyles  # noqa: PLC0415 - as above

    book = Workbook()
    wardrobe = CellStyles()
    _table_sheet(book, table, document, wardrobe)
    _about_sheet(book, table, document, wardrobe)
    out, about = BytesIO(), document.properties
    book.save(out)
    core = core_properties(about.title, about.author, LOCALES[document.language], about.status)
    return write_package(with_core(read_package(out.getvalue(), WORKBOOK), core))


def _table_sheet(book: Workbook, table: Table, document: Document, wardrobe: CellStyles) -> None:
    """The sheet with the table; what it is stands on the other one, so that this one is nothing but rows."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above
    from openpyxl.worksheet.table import Table as ExcelTable  # noqa: PLC0415

    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has one
    sheet.title = table.name
    for place, column in enumerate(table.columns, 1):
        _put(_cell(sheet, 1, place), column.heading, "heading", wardrobe)
        sheet.column_dimensions[get_column_letter(place)].width = column.width + 2
    for row, values in enumerate(table.rows, 2):
        for place, value in enumerate(values, 1):
            cell = _put(_cell(sheet, row, place), value, "cell", wardrobe)
            if isinstance(value, datetime.date):
                cell.number_format = table.day_form
            elif isinstance(value, Decimal):
                cell.number_format = _WHOLE if value == value.to_integral_value() else _FRACTION
    last = get_column_letter(len(table.columns))
    sheet.add_table(ExcelTable(displayName=table.name, ref=f"A1:{last}{len(table.rows) + 1}"))
    sheet.freeze_panes = f"{get_column_letter(_FROZEN)}2"
    _set_up(sheet, document)


def _about_sheet(book: Workbook, table: Table, document: Document, wardrobe: CellStyles) -> None:
    """The sheet that says what the table is."""
    sheet = book.create_sheet(table.about)
    _put(_cell(sheet, 1, 1), document.properties.heading, "title", wardrobe)
    for row, (label, text) in enumerate(table.facts, 3):
        _put(_cell(sheet, row, 1), label, "label", wardrobe)
        _put(_cell(sheet, row, 2), text, "cell", wardrobe)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 54
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = _A4
    _fit_to_width(sheet)


def _set_up(sheet: Worksheet, document: Document) -> None:
    """How it is printed: on its side, as wide as the page, the headings and the title on each."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem  # noqa: PLC0415 - as above

    from osloregion_docs.labels.labels import labels_of  # noqa: PLC0415

    labels = labels_of(document.language)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3
    _fit_to_width(sheet)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.print_title_rows = "1:1"
    head, foot = HeaderFooterItem(), HeaderFooterItem()
    head.left.text, head.right.text = _header_text(document.properties.title), _header_text(document.properties.status)
    foot.right.text = f"{labels.page} &P {labels.of} &N"
    sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter = head, foot


def _fit_to_width(sheet: Worksheet) -> None:
    """Print it as wide as the page, on as many pages as it takes."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - as above

    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _header_text(text: str) -> str:
    """A text for the head of a page, where ``&`` begins a command."""
    return " ".join(text.split()).replace("&", "&&")[:_HEAD_LENGTH]


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    made: Cell = sheet.cell(row, column)  # type: ignore[assignment]
    return made


def _put(cell: Cell, value: Value, look: str, wardrobe: CellStyles) -> Cell:
    """Write a value into a cell; a text is text, whatever it begins with."""
    wardrobe.apply(cell, look)
    if isinstance(value, str) and value:
        cell.value = _ESCAPES.sub("_x005F_", value)
        cell.data_type = "s"
        cell.number_format = "@"
    elif value is not None and value != "":
        cell.value = value
    if isinstance(value, str) and value.startswith(_FORMULA):
        cell.quotePrefix = True
    return cell


XLSX = from_context.renderer(
    format="xlsx",
    suffix=".xlsx",
    version=1,
    programs=from_context.package_version("openpyxl"),
    render=render,
)
