"""A year's measures as a workbook to fill in results in: the same bytes each time."""

from __future__ import annotations

import datetime
import re
from io import BytesIO
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.language import LOCALES, Language
from osloregion_docs.model.programme import Programme
from osloregion_docs.ooxml.package import WORKBOOK, read_package, write_package
from osloregion_docs.ooxml.properties import core_properties, with_core
from osloregion_docs.workbook.cell_styles import Look, apply_style
from osloregion_docs.workbook.columns import FIRST_ROW, HEADINGS_ROW, KEYS_ROW, Column, columns
from osloregion_docs.workbook.measure_rows import Row, rows

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_A3, _A4 = 8, 9
_FROZEN: Final = "measure"
"""The last column that stays in view."""
_ESCAPES: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_DAY_FORM, _NUMBER_FORM, _TEXT_FORM = "DD.MM.YYYY", "General", "@"
_LOOKS: Final[dict[str, tuple[Look, Look]]] = {
    "hidden": ("heading", "locked"),
    "locked": ("heading", "locked"),
    "fill": ("fill heading", "fill"),
}


def write_workbook(programme: Programme, language: Language, date: datetime.date | None = None) -> bytes:
    """The workbook of a year.

    Args:
        programme: The year.
        language: Of its headings, statuses and guide.
        date: The initial value of the column of dates; it counts only in rows that are filled in.
    """
    return _Writer(programme, language).write(date)


class _Writer:
    """Writes the workbook of one programme."""

    def __init__(self, programme: Programme, language: Language) -> None:
        self.programme = programme
        self.printer = Printer(language)
        self.words = self.printer.labels.workbook
        self.rows = rows(programme, language)
        self.columns = columns(self.printer.labels, max((row.slots for row in self.rows), default=0))
        self.statuses = [self.printer.text(status.title) for status in programme.results.vocabulary]
        self.title = self.words.title.format(programme=self.printer.labels.action_programme, year=programme.year)

    def write(self, date: datetime.date | None) -> bytes:
        book = Workbook()
        sheet = book.active
        assert sheet is not None  # noqa: S101 - a new workbook has one
        sheet.title = self.words.sheet
        guide = book.create_sheet(self.words.guide)
        first_status = self.write_guide(guide)
        self.write_heads(sheet)
        for place, row in enumerate(self.rows, FIRST_ROW):
            self.write_row(sheet, place, row, date)
        self.write_choices(sheet, first_status)
        self.set_up(sheet)
        out = BytesIO()
        book.save(out)
        name = self.printer.text(self.programme.organisation.secretariat.name)
        core = core_properties(self.title, name, LOCALES[self.printer.language], "")
        return write_package(with_core(read_package(out.getvalue(), WORKBOOK), core))

    def write_guide(self, sheet: Worksheet) -> int:
        """How it is filled in, and the statuses there are; the row of the first of them."""
        put(sheet, 1, 1, self.title, "title")
        for place, step in enumerate(self.words.steps, 3):
            put(sheet, place, 1, step, "text")
        row = 3 + len(self.words.steps) + 1
        put(sheet, row, 1, self.words.statuses, "heading")
        for place, status in enumerate(self.statuses, row + 1):
            put(sheet, place, 1, status, "locked")
        sheet.column_dimensions["A"].width = 95
        sheet.protection.sheet = True
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "portrait", _A4
        fit_to_width(sheet)
        return row + 1

    def write_heads(self, sheet: Worksheet) -> None:
        """The hidden row of keys, and the headings."""
        for place, column in enumerate(self.columns, 1):
            key = f"osloregion-docs results 1 {self.programme.year}" if column.key == "id" else column.key
            put(sheet, KEYS_ROW, place, key, "locked")
            put(sheet, HEADINGS_ROW, place, column.heading, _LOOKS[column.kind][0])
            dimension = sheet.column_dimensions[get_column_letter(place)]
            dimension.width, dimension.hidden = column.width, column.kind == "hidden"
        sheet.row_dimensions[KEYS_ROW].hidden = True
        sheet.row_dimensions[HEADINGS_ROW].height = 32

    def write_row(self, sheet: Worksheet, place: int, row: Row, date: datetime.date | None) -> None:
        for at, column in enumerate(self.columns, 1):
            fits = column.kind == "fill" and not (
                column.key.startswith("value:") and f"indicator:{column.key[6:]}" not in row.cells
            )
            cell = put(sheet, place, at, row.cells.get(column.key, ""), "fill" if fits else "locked")
            if fits:
                cell.number_format = _form(column)
            if column.key == "date" and date:
                cell.value = date
                cell.number_format = _DAY_FORM

    def write_choices(self, sheet: Worksheet, first_status: int) -> None:
        """What the program that opens it helps to fill in: statuses from a list, dates, and numbers."""
        last = f"$A${first_status + len(self.statuses) - 1}"
        listed = DataValidation("list", formula1=f"'{self.words.guide}'!$A${first_status}:{last}", allow_blank=True)
        day = DataValidation("date", operator="greaterThan", formula1="1", allow_blank=True)
        number = DataValidation("decimal", "-1E+300", "1E+300", allow_blank=True, operator="between")
        for help_, validation in (
            (self.words.status_help, listed),
            (self.words.date_help, day),
            (self.words.value_help, number),
        ):
            validation.prompt = validation.error = help_
            validation.showInputMessage = validation.showErrorMessage = True
        for at, column in enumerate(self.columns, 1):
            letter = get_column_letter(at)
            cells = f"{letter}{FIRST_ROW}:{letter}{max(len(self.rows) + FIRST_ROW - 1, FIRST_ROW)}"
            kinds = {"status": listed, "date": day, "value": number}
            if chosen := kinds.get(column.key.partition(":")[0]):
                chosen.add(cells)
        for validation in (listed, day, number):
            if validation.sqref.ranges:
                sheet.add_data_validation(validation)

    def set_up(self, sheet: Worksheet) -> None:
        """What stays in view, what is locked, and how it is printed."""
        after = next(at for at, column in enumerate(self.columns, 1) if column.key == _FROZEN) + 1
        sheet.freeze_panes = f"{get_column_letter(after)}{FIRST_ROW}"
        sheet.auto_filter.ref = f"A{HEADINGS_ROW}:{get_column_letter(len(self.columns))}{len(self.rows) + HEADINGS_ROW}"
        sheet.protection.sheet = True
        sheet.protection.autoFilter = sheet.protection.formatRows = sheet.protection.formatColumns = False
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3
        fit_to_width(sheet)
        sheet.print_title_rows = f"{HEADINGS_ROW}:{HEADINGS_ROW}"
        sheet.HeaderFooter.oddHeader = centre(self.title.replace("&", "&&"))
        sheet.HeaderFooter.oddFooter = centre("&P / &N")


def fit_to_width(sheet: Worksheet) -> None:
    """Print it as wide as the page, on as many pages as it takes."""
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def centre(text: str) -> HeaderFooterItem:
    """The text in the middle of each page's header or footer."""
    item = HeaderFooterItem()
    item.center.text = text
    return item


def put(sheet: Worksheet, row: int, column: int, text: str, look: Look) -> Cell:
    """Write a text into a cell, as text, whatever it begins with."""
    cell: Cell = sheet.cell(row, column)  # type: ignore[assignment]
    apply_style(cell, look)
    if text:
        cell.value = _ESCAPES.sub("_x005F_", text)
        cell.data_type = "s"
        cell.number_format = _TEXT_FORM
        cell.quotePrefix = text[0] in "=+-@"
    return cell


def _form(column: Column) -> str:
    """How a program shows, and reads, what is typed into a cell to fill in."""
    if column.key == "date":
        return _DAY_FORM
    return _NUMBER_FORM if column.key.startswith("value:") else _TEXT_FORM
