"""Renders tables as Excel workbooks to filter, read and print. *Source*: ISO/IEC 29500-1 (SpreadsheetML)."""

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
"""The maximum number of characters in a cell."""
_ESCAPES: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_WHOLE, _FRACTION = "#,##0", "#,##0.00"
"""Sums, with thousands separated as in the reader's Excel: 640 000 in Norwegian."""
_A3: Final = 8
_A4: Final = 9
_HEAD_LENGTH: Final = 120
"""The maximum number of characters of each text in a page header; Excel allows 255 in all."""
_FROZEN: Final = 3
"""The first column that scrolls: number and title stay in view."""


def render(document: Document, _populated: bytes, _assets: RenderAssets) -> Rendered:
    """Render the table of a document as a workbook, the same bytes each time.

    Raises:
        RenderingFailed: the document is not a table, or a text contains a character that no workbook can contain.
        RenderingRefused: a text is longer than a cell.
    """
    from openpyxl.utils.exceptions import IllegalCharacterError  # noqa: PLC0415 - 110 ms, and only rendering needs it

    context = document.context
    if not isinstance(context, Tabular):
        raise RenderingFailed(f"{document.kind} is not a table", "leave out the format")
    table = context.table()
    _refuse_long(table)
    try:
        return Rendered(_write_workbook(table, document))
    except IllegalCharacterError as error:
        message = "a text holds a control character, which no workbook can hold"
        raise RenderingFailed(message, "delete it; check reports where it is") from error


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
    styles = CellStyles()
    _table_sheet(book, table, document, styles)
    _about_sheet(book, table, document, styles)
    out, about = BytesIO(), document.properties
    book.save(out)
    core = core_properties(about.title, about.author, LOCALES[document.language], about.status)
    return write_package(with_core(read_package(out.getvalue(), WORKBOOK), core))


def _table_sheet(book: Workbook, table: Table, document: Document, styles: CellStyles) -> None:
    """Add the sheet with the table; facts about it are on the other one, so that this one has only rows."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above
    from openpyxl.worksheet.table import Table as ExcelTable  # noqa: PLC0415

    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has one
    sheet.title = table.name
    for place, column in enumerate(table.columns, 1):
        _put(_cell(sheet, 1, place), column.heading, "heading", styles)
        sheet.column_dimensions[get_column_letter(place)].width = column.width + 2
    for row, values in enumerate(table.rows, 2):
        for place, value in enumerate(values, 1):
            cell = _put(_cell(sheet, row, place), value, "cell", styles)
            if isinstance(value, datetime.date):
                cell.number_format = table.day_form
            elif isinstance(value, Decimal):
                cell.number_format = _WHOLE if value == value.to_integral_value() else _FRACTION
    last = get_column_letter(len(table.columns))
    sheet.add_table(ExcelTable(displayName=table.name, ref=f"A1:{last}{len(table.rows) + 1}"))
    sheet.freeze_panes = f"{get_column_letter(_FROZEN)}2"
    _set_up(sheet, document)


def _about_sheet(book: Workbook, table: Table, document: Document, styles: CellStyles) -> None:
    """Add the sheet with the facts about the table."""
    sheet = book.create_sheet(table.about)
    _put(_cell(sheet, 1, 1), document.properties.heading, "title", styles)
    for row, (label, text) in enumerate(table.facts, 3):
        _put(_cell(sheet, row, 1), label, "label", styles)
        _put(_cell(sheet, row, 2), text, "cell", styles)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 54
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = _A4
    _fit_to_width(sheet)


def _set_up(sheet: Worksheet, document: Document) -> None:
    """Set up printing: landscape, as wide as the page, headings and title on each."""
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
    """Print it as wide as the page, on as many pages as needed."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - as above

    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _header_text(text: str) -> str:
    """Return a text for a page header, where ``&`` begins a command."""
    return " ".join(text.split()).replace("&", "&&")[:_HEAD_LENGTH]


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell: Cell = sheet.cell(row, column)  # type: ignore[assignment]
    return cell


def _put(cell: Cell, value: Value, style: str, styles: CellStyles) -> Cell:
    """Write a value into a cell; a text remains text, whatever it begins with."""
    styles.apply(cell, style)
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
