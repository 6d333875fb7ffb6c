"""The columns of a table as data: what each is called, and which value of a row it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
Cell = TypeVar("Cell")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row, Cell]):
    """A column: its label, its value in a row, its width, and whether it is shown."""

    label: str
    value: Callable[[Row], Cell]
    width: int = 0
    """In characters; 0 where it follows from what the column contains."""
    is_shown: bool = True
    name: str = ""
    """The name of the field that it shows, for programs."""
    unit: str = ""
    noun: str = ""
    """What a number counts (``Tiltak`` for 1.1), for files in which it would be taken for a date."""
    numeric: bool = False

    @property
    def heading(self) -> str:
        """The label with its unit: ``Kostnad (kr)``."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


def select_shown(columns: Iterable[Column[Row, Cell]]) -> tuple[Column[Row, Cell], ...]:
    """The columns that a table shows."""
    return tuple(column for column in columns if column.is_shown)
