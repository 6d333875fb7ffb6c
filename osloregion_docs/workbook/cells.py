"""What is typed into a cell, as the plain value that a source contains, or why it cannot be read."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from osloregion_docs.language import LANGUAGES
from osloregion_docs.model.amount import read_number
from osloregion_docs.model.reports.results import Status, web_address
from osloregion_docs.model.text import localise
from osloregion_docs.sources.decoding import control_characters
from osloregion_docs.workbook.reader import Cell

_PRECISION: Final = ".15g"
"""So many digits of a number a spreadsheet keeps; what comes after them is noise of the machine."""
_DAY_FORMS: Final = (
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
)
_LONGEST, _LONGEST_LINE = 20_000, 200


class CellFault(ValueError):
    """A cell cannot be read: its code, its content, and what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


def parse_value(cell: Cell) -> object:
    """The value of a cell that somebody typed.

    Raises:
        CellFault: it holds a formula, an error, or true or false.
    """
    if cell.kind == "f":
        raise CellFault(
            "RES201", "the cell holds a formula", "write the value itself; formulas are not worked out here"
        )
    if cell.kind == "e":
        raise CellFault("RES201", f"the cell holds the error {cell.value}", "write a value, or empty the cell")
    if isinstance(cell.value, bool) or not isinstance(cell.value, str | int | float | datetime.date):
        raise CellFault("RES201", f"the cell holds {str(cell.value).upper()}", "write text, a number or a day")
    return cell.value


def read_text(cell: Cell) -> str:
    """Running text, without spaces at the ends of lines.

    Raises:
        CellFault: it is no text, too long, or holds what no document can.
    """
    value = parse_value(cell)
    if isinstance(value, datetime.date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return format(value, _PRECISION)
    text = "\n".join(line.rstrip() for line in cell.text.split("\n"))
    if len(text) > _LONGEST:
        raise CellFault("RES202", f"the text has {len(text)} characters, and {_LONGEST} is the most", "make it shorter")
    for character in control_characters(text):
        raise CellFault("RES202", f"the text holds the control character {character}", "delete it, or write it anew")
    return text


def read_line(cell: Cell) -> str:
    """A name: text in one line, and not a long one.

    Raises:
        CellFault: it is none.
    """
    text = " ".join(read_text(cell).split())
    if len(text) > _LONGEST_LINE:
        raise CellFault("RES202", f"the name has {len(text)} characters", f"write {_LONGEST_LINE} at most")
    return text


def read_link(cell: Cell) -> str:
    """An address on the web.

    Raises:
        CellFault: it is none.
    """
    try:
        return web_address(read_text(cell))
    except CellFault:
        raise
    except ValueError as error:
        message, _, hint = str(error).partition(": ")
        raise CellFault("RES202", message, hint) from None


def read_day(cell: Cell) -> str:
    """A day, as sources write it: 2018-07-31.

    Raises:
        CellFault: it is no day of the calendar.
    """
    value = parse_value(cell)
    if isinstance(value, datetime.date):
        return f"{value:%Y-%m-%d}"
    match = next((m for m in (form.fullmatch(cell.text) for form in _DAY_FORMS) if m), None)
    try:
        if match and isinstance(value, str):
            return datetime.date(**{name: int(digits) for name, digits in match.groupdict().items()}).isoformat()
    except ValueError:
        pass  # such as 31.02.2018: reported below
    raise CellFault("RES202", f'"{cell.text:.60}" is not a day', "write it like 31.07.2018")


def read_value(cell: Cell) -> str:
    """An exact number, as it is shown: 50 where the cell shows 50 %.

    Raises:
        CellFault: it is no number.
    """
    value = parse_value(cell)
    if isinstance(value, int | float):
        number = Decimal(format(value, _PRECISION)) * (100 if "%" in cell.form else 1)
        return format(number.normalize() if number % 1 else number.to_integral_value(), "f")
    if isinstance(value, str):
        try:
            return str(read_number(cell.text))
        except ValueError as error:
            message, _, hint = str(error).partition(": ")
            raise CellFault("RES202", message, hint) from None
    raise CellFault("RES202", "the cell holds a date", "write the number alone")


def read_status(cell: Cell, vocabulary: Iterable[Status]) -> str:
    """The id of a status that is given by its title, in whatever language, or by its id.

    Raises:
        CellFault: there is no such status.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - 5 ms, and only what is misspelt needs it

    parse_value(cell)
    known = tuple(vocabulary)
    titles: dict[str, Status] = {}
    for status in known:
        for title in (status.id, *(localise(status.title, language) for language in LANGUAGES)):
            titles.setdefault(_plain(title), status)
    if (wanted := _plain(cell.text)) in titles:
        return titles[wanted].id
    shown = {_plain(localise(status.title, LANGUAGES[0])): localise(status.title, LANGUAGES[0]) for status in known}
    near = get_close_matches(wanted, shown, n=1)
    hint = f'did you mean "{shown[near[0]]}"?' if near else f"choose one from the list: {', '.join(shown.values())}"
    raise CellFault("RES202", f'there is no status "{cell.text:.60}"', hint)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
