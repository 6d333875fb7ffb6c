"""A table with a heading for each column, as spreadsheets show it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeAlias, runtime_checkable

Value: TypeAlias = str | datetime.date | Decimal | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, and how many letters wide it is shown."""

    heading: str
    width: int
    word: str = ""
    """What a number is a number of (``Tiltak`` for 1.1), for files in which nothing says that it is no date."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows, and what is told of the whole: pairs of a label and its text."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    about: str
    facts: tuple[tuple[str, str], ...]
    day_form: str
    """How a spreadsheet shows a day: ``DD.MM.YYYY``."""
    addresses: tuple[str, ...]
    """The address of what each row is of."""


@runtime_checkable
class Tabular(Protocol):
    """A context that can be shown as a table."""

    def table(self) -> Table:
        """All of it that a table holds."""
