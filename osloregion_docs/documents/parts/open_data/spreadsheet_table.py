"""A table with a heading for each column, as spreadsheets show it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol, TypeAlias, runtime_checkable

from osloregion_docs.documents.parts.columns import Column

Value: TypeAlias = str | datetime.date | Decimal | None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows, and facts about the whole: pairs of a label and its text."""

    name: str
    columns: tuple[Column[Any, Value], ...]
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
