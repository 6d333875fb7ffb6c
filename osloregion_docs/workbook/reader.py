"""Reads a filled-in workbook as rows of cells: limited in size, without evaluating formulas or following links."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from osloregion_docs.diagnostics import Span
from osloregion_docs.errors import WorkbookUnreadable
from osloregion_docs.ooxml.package import WORKBOOK, PackageFault, check_well_formed, read_package
from osloregion_docs.workbook.columns import FIRST_ROW, KEYS_ROW, MARKER

if TYPE_CHECKING:
    from openpyxl.cell import Cell as BookCell
    from openpyxl.cell import MergedCell

MAX_BYTES: Final = 10 * 1024 * 1024
MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 300
_AGAIN: Final = "export the results of the year anew, and fill in that file"
_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_DAMAGE: Final = (
    InvalidFileException, SyntaxError, OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError,
    IndexError, OverflowError, RecursionError, StopIteration,
)  # fmt: skip
"""What openpyxl raises of files that are not whole."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty: its place, its value, the sort of value, and how it is shown."""

    span: Span
    value: object
    kind: str
    form: str = ""

    @property
    def text(self) -> str:
        """What it holds, as plain text."""
        if isinstance(self.value, str):
            return (
                _ESCAPE.sub(lambda match: chr(int(match[1], 16)), self.value)
                .replace("\r\n", "\n")
                .replace("\r", "\n")
                .strip()
            )
        return str(self.value)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of the sheet of measures: its cells that are not empty by the keys of their columns, and the others."""

    sheet: Sheet
    number: int
    cells: dict[str, Cell]
    unread: tuple[Cell, ...] = ()
    """Cells in columns without a key."""

    def text(self, key: str) -> str:
        """The text of a cell; nothing where it is empty."""
        return self.cells[key].text if key in self.cells else ""

    def span(self, key: str) -> Span:
        """The place of the cell of a column in this row, whether it is empty or not."""
        return self.sheet.span(self.number, self.sheet.keys.get(key, 1))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of measures: the file it is in, its title, its year, and the column of each key."""

    file: str
    title: str
    year: int
    keys: dict[str, int]

    def span(self, row: int, column: int) -> Span:
        """A place in the sheet, named as spreadsheet programs do."""
        return Span(self.file, row, column, row, column + 1, f"{self.title}!{get_column_letter(column)}{row}")


def read_rows(raw: bytes, file: str, year: int) -> tuple[SheetRow, ...]:
    """The rows of a workbook that was made to fill in the results of a year.

    Raises:
        WorkbookUnreadable: it is none, it is damaged, of another year, or larger than any that is made here.
    """
    if len(raw) > MAX_BYTES:
        raise WorkbookUnreadable(file, f"it is larger than {MAX_BYTES // 1024 // 1024} MiB", _AGAIN)
    try:
        for part in read_package(raw, WORKBOOK).values():
            if b"<" in part[:4]:  # also behind a byte order mark
                check_well_formed(part)
    except PackageFault as fault:
        raise WorkbookUnreadable(file, str(fault), "save it as an Excel workbook (.xlsx)") from fault
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of looks and lists that openpyxl passes over
        try:
            found = _rows(raw, file)
        except _DAMAGE as error:
            raise WorkbookUnreadable(file, f"it cannot be read: {error}", _AGAIN) from error
    if found is None:
        raise WorkbookUnreadable(file, "it is no workbook of results, or its hidden row is gone", _AGAIN)
    sheet, rows = found
    if sheet.year != year:
        raise WorkbookUnreadable(file, f"it is of {sheet.year}, and not of {year}", "name the year that it is of")
    return rows


def _rows(raw: bytes, file: str) -> tuple[Sheet, tuple[SheetRow, ...]] | None:
    book = openpyxl.load_workbook(BytesIO(raw), read_only=True, data_only=False, keep_links=False)
    for worksheet in book.worksheets:
        lines = worksheet.iter_rows(min_row=1, max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)
        heads = next(iter(lines), ())
        if heads and (match := MARKER.fullmatch(str(heads[0].value))):
            texts = ((at, str(cell.value)) for at, cell in enumerate(heads, 1) if cell.value is not None)
            keys = {"id" if at == 1 else text: at for at, text in texts}
            sheet = Sheet(file, worksheet.title, int(match[1]), keys)
            return sheet, tuple(_find_filled_rows(sheet, lines))
    return None


def _find_filled_rows(sheet: Sheet, lines: Iterable[tuple[BookCell | MergedCell, ...]]) -> Iterator[SheetRow]:
    """The rows below the headings that hold anything."""
    names = {at: key for key, at in sheet.keys.items()}
    for number, line in enumerate(lines, KEYS_ROW + 1):
        if number < FIRST_ROW:
            continue
        cells = _find_cells(sheet, number, line)
        if cells and number > MAX_ROWS:
            raise ValueError(f"it has more than {MAX_ROWS} rows")
        if cells:
            known = {names[at]: cell for at, cell in cells.items() if at in names}
            yield SheetRow(sheet, number, known, tuple(cell for at, cell in cells.items() if at not in names))


def _find_cells(sheet: Sheet, number: int, line: tuple[BookCell | MergedCell, ...]) -> dict[int, Cell]:
    """The cells of a row that hold anything, by their columns."""
    return {at: _cell(sheet, number, at, cell) for at, cell in enumerate(line, 1) if not _is_empty(cell.value)}


def _cell(sheet: Sheet, row: int, column: int, cell: BookCell | MergedCell) -> Cell:
    return Cell(sheet.span(row, column), cell.value, cell.data_type, str(cell.number_format))


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
