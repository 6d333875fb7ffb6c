"""The budget table: declared columns, lines in groups, and what is worked out between columns."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field, model_validator

from osloregion_docs.model.amount import Unit
from osloregion_docs.model.base import Day, Model, Slug, Whole
from osloregion_docs.model.budget.number import Number
from osloregion_docs.model.text import Text

Side: TypeAlias = Literal["income", "expense", "result"]
Signs: TypeAlias = Literal["natural", "income-negative", "expense-negative"]
ColumnKind: TypeAlias = Literal["budget", "revised", "accounts", "forecast"]


class Column(Model):
    """One column of the table (kolonne): what its numbers are, of which year or as of which day, in which unit."""

    id: Slug = Field(examples=["b25", "r24"])
    title: Text | None = None
    """As printed; left out, it is made from kind and year: Regnskap 2024."""
    kind: ColumnKind
    """Budsjett, revidert budsjett, regnskap or prognose."""
    year: Whole | None = Field(default=None, ge=1900, le=2200)
    """The year that it is of; left out, that of the day."""
    as_of: Day | None = None
    """The day up to which it counts, where it does not stand for a whole year (per 31. juli)."""
    unit: Unit = "1000 kr"
    opening: Number | None = None
    """The reserve when the year begins, in this unit (inngående reserve)."""
    closing: Number | None = None
    """The reserve when it ends (utgående reserve). Left out, it is worked out; given, it is checked."""

    @model_validator(mode="after")
    def _of_some_time(self) -> Column:
        if self.year is None and self.as_of is None:
            raise ValueError("the column is of no year: add year: 2018, or as_of: 2018-07-31")
        return self

    @property
    def in_year(self) -> int:
        """The year that it is of."""
        return self.year or (self.as_of.year if self.as_of else 0)


class Line(Model):
    """One line of the table (post). With lines of its own it is their sum."""

    id: Slug
    title: Text
    sum_title: Text | None = None
    """What stands in front of its sum; left out, Sum and its title in small letters."""
    side: Side | None = None
    """Whether it is income or expense; its own lines follow it. A result is worked out from the lines above it."""
    amounts: dict[Slug, Number] = Field(default_factory=dict, examples=[{"b25": 6640}])
    """Column id to number, in the column's unit. A sum need not be given; one that is given is checked."""
    note: Text | None = None
    """What readers should know about it; notes are numbered and stand below the table."""
    measures: tuple[Slug, ...] = Field(default=(), examples=[["gods-og-logistikk"]])
    """The measures that it pays for, by id (tiltak). Not printed in the budget."""
    lines: tuple[Line, ...] = ()


class Deviation(Model):
    """How far one column lies from another (avvik): the first less the second, and in percent of the second."""

    id: Slug
    title: Text | None = None
    """As printed; left out, Avvik."""
    of: Slug
    """The column that is looked at, such as the accounts."""
    against: Slug
    """The column that it is held against, such as the budget."""
    show: Literal["amount", "percent", "both"] = "both"
