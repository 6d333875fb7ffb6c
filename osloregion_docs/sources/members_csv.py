"""members.csv: rows of cells under a header row, as spreadsheet programs save them, and the place of each cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Final, NamedTuple

from osloregion_docs.diagnostics import Diagnostic, Severity
from osloregion_docs.sources.decoding import decode
from osloregion_docs.sources.tree import Mark, Plain, Source, Steps
from osloregion_docs.spelling import did_you_mean

HEADINGS: Final = {
    "id": ("id", "nr", "kommunenummer"),
    "name": ("name", "navn", "namn"),
    "kind": ("kind", "type", "slag"),
    "inhabitants": ("inhabitants", "innbyggere", "innbyggertall", "innbyggjarar", "folketall", "folketal"),
    "as_of": ("as_of", "per", "dato"),
}
"""The columns of members.csv, and what their heading can be."""
_NEEDED: Final = ("id", "name", "inhabitants")
_KINDS: Final = {"kommune": "municipality", "fylkeskommune": "county", "fylke": "county"}
_MOST_ROWS: Final = 5_000
_MOST_CELLS: Final = 50
_USUAL_TO_SPREADSHEETS: Final = ("SRC006", "SRC007")
"""A byte order mark and line ends of Windows: spreadsheet programs want them, so they are not reported."""
_SEPARATOR: Final = re.compile(r"(?i)sep=([;,])$")
_QUOTED: Final = re.compile(r'[ \t]*"((?:[^"]|"")*)"[ \t]*')
_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class Cell(NamedTuple):
    """The text of a cell, and its range of offsets in the file."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class _Rows:
    """What came of reading the rows: the column of each place, the rows under them, and what is wrong."""

    columns: list[str] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    faults: list[tuple[Cell, str, str, str]] = field(default_factory=list)

    def fault(self, at: Cell, message: str, hint: str, code: str = "SRC017") -> None:
        self.faults.append((at, code, message, hint))


def read_members(raw: bytes, file: str) -> tuple[Source | None, list[Diagnostic]]:
    """The members as a source, a row each, or None if it cannot be trusted, and what is wrong in it."""
    text, diagnostics = decode(raw, file)
    diagnostics = [fault for fault in diagnostics if fault.code not in _USUAL_TO_SPREADSHEETS]
    if any(fault.severity is Severity.ERROR for fault in diagnostics):
        return None, diagnostics
    read = _read(text)
    values: list[Plain] = [_to_entry(read.columns, row) for row in read.rows]
    source = Source(file, text, values, partial(_marks, text))
    for cell, code, message, hint in read.faults:
        diagnostics.append(source.create_diagnostic((cell.start, cell.end), Severity.ERROR, code, message, hint))
    return (None if read.faults else source), diagnostics


def _read(text: str) -> _Rows:
    read, lines = _Rows(), list(_lines(text))
    separator = ""
    for line, start in lines:
        if not separator and (named := _SEPARATOR.match(line)):
            separator = named[1]
        elif not read.columns:
            separator = separator or (";" if ";" in line else ",")
            read.columns = _header(_cells(line, start, separator, read), read)
        elif len(read.rows) >= _MOST_ROWS:
            read.fault(Cell("", start, start + 1), f"there are more than {_MOST_ROWS} rows", "split it", "SRC010")
            break
        elif cells := _cells(line, start, separator, read):
            _check_width(cells, read)
            read.rows.append(cells)
    if not lines:
        read.fault(Cell("", 0, 1), "the file is empty", f"begin with the headings {';'.join(HEADINGS)}")
    return read


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Every line that has something in it, with its offset."""
    start = 0
    for line in text.split("\n"):
        if line.strip(" \t;,"):
            yield line, start
        start += len(line) + 1


def _cells(line: str, start: int, separator: str, read: _Rows) -> list[Cell]:
    """The cells of a line, less the empty ones at its end."""
    cells: list[Cell] = []
    at = 0
    while at <= len(line) and len(cells) <= _MOST_CELLS:
        quoted = _QUOTED.match(line, at)
        end = quoted.end() if quoted else (line + separator).index(separator, at)
        raw = line[at:end]
        left = at + len(raw) - len(raw.lstrip())
        cell = Cell(
            quoted[1].replace('""', '"') if quoted else raw.strip(), start + left, start + left + len(raw.strip())
        )
        if raw.lstrip().startswith('"') and (not quoted or line[end : end + 1] not in {"", separator}):
            read.fault(cell, "a quotation mark is not closed in its cell", "put one at both ends, or leave both out")
            return []
        cells.append(cell)
        at = end + 1
    while cells and not cells[-1].text:
        cells.pop()
    return cells


def _header(cells: list[Cell], read: _Rows) -> list[str]:
    """The column that each heading names."""
    known = {heading: column for column, headings in HEADINGS.items() for heading in headings}
    columns: list[str] = []
    for cell in cells:
        column = known.get(cell.text.lower().replace(" ", "_"), "")
        if not column:
            hint = did_you_mean(cell.text.lower(), known) or f"known here: {', '.join(HEADINGS)}"
            read.fault(cell, f'there is no column "{cell.text}"', hint)
        elif column in columns:
            read.fault(cell, f'the column "{column}" stands twice', "delete one of them")
        columns.append(column or "?")
    if "?" not in columns:
        _report_missing_columns(columns, cells, read)
    return columns or ["?"]


def _report_missing_columns(columns: list[str], cells: list[Cell], read: _Rows) -> None:
    """Report the required columns that no heading names."""
    whole = Cell("", cells[0].start, cells[-1].end) if cells else Cell("", 0, 1)
    for column in _NEEDED:
        if column not in columns:
            read.fault(whole, f"the column {column} is missing", f"the headings are {';'.join(HEADINGS)}")


def _check_width(cells: list[Cell], read: _Rows) -> None:
    if len(cells) > len(read.columns):
        extra = cells[len(read.columns)]
        message = f"the row has {len(cells)} cells, and there are {len(read.columns)} headings"
        read.fault(extra, message, "put quotation marks around a cell that holds the sign between cells")


def _to_entry(columns: list[str], row: list[Cell]) -> Plain:
    """A row as keys and values; an empty cell is a key that is not there."""
    entry: dict[str, Plain] = {}
    for column, cell in zip(columns, row, strict=False):
        if cell.text:
            entry[column] = _PLAIN.get(column, str)(cell.text)
    return entry


def _kind(text: str) -> str:
    return _KINDS.get(text.lower(), text)


def _day(text: str) -> str:
    """A day as spreadsheet programs write it, as one of ours."""
    return _DAY.sub(lambda day: f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}", text) if _DAY.fullmatch(text) else text


_PLAIN: Final[Mapping[str, Callable[[str], str]]] = {"kind": _kind, "as_of": _day}


@lru_cache(maxsize=4)
def _marks(text: str) -> Mapping[Steps, Mark]:
    """The places of each row and each cell; a cell's key is the cell itself."""
    read = _read(text)
    marks: dict[Steps, Mark] = {(): Mark((0, 0), (0, len(text)))}
    for place, row in enumerate(read.rows):
        whole = (row[0].start, row[-1].end)
        marks[place,] = Mark(whole, whole)
        for column, cell in zip(read.columns, row, strict=False):
            at = (cell.start, cell.end)
            marks[place, column] = Mark(at, at)
    return marks
