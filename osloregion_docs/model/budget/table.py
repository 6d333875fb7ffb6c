"""The budget table: declared columns, lines in groups, and deviations between columns."""

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
    """One column of the table (kolonne): the kind, year or cut-off day, and unit of its numbers."""

    id: Slug = Field(examples=["b25", "r24"])
    title: Text | None = None
    """As printed; by default from kind and year: Regnskap 2024."""
    kind: ColumnKind
    """Budsjett, revidert budsjett, regnskap or prognose."""
    year: Whole | None = Field(default=None, ge=1900, le=2200)
    """Its year; by default that of the day."""
    as_of: Day | None = None
    """The cut-off day, where it does not cover a whole year (per 31. juli)."""
    unit: Unit = "1000 kr"
    opening: Number | None = None
    """The reserve when the year begins, in this unit (inngående reserve)."""
    closing: Number | None = None
    """The reserve when it ends (utgående reserve). Computed if left out; checked if given."""

    @model_validator(mode="after")
    def _check_year(self) -> Column:
        if self.year is None and self.as_of is None:
            raise ValueError("the column is of no year: add year: 2018, or as_of: 2018-07-31")
        return self

    @property
    def in_year(self) -> int:
        """The year it covers."""
        return self.year or (self.as_of.year if self.as_of else 0)


class Line(Model):
    """One line of the table (post). A line with lines of its own is their sum."""

    id: Slug
    title: Text
    sum_title: Text | None = None
    """The label of its sum; by default Sum and its title in lower case."""
    side: Side | None = None
    """Whether it is income or expense; its own lines follow it. A result is computed from the lines above it."""
    amounts: dict[Slug, Number] = Field(default_factory=dict, examples=[{"b25": 6640}])
    """Column id to number, in the column's unit. Sums are optional; those given are checked."""
    note: Text | None = None
    """What readers should know about it; notes are numbered and printed below the table."""
    measures: tuple[Slug, ...] = Field(default=(), examples=[["gods-og-logistikk"]])
    """The measures that it pays for, by id (tiltak). Not printed in the budget."""
    lines: tuple[Line, ...] = ()


class Deviation(Model):
    """The deviation of one column from another (avvik): the first less the second, and in percent of the second."""

    id: Slug
    title: Text | None = None
    """As printed; by default Avvik."""
    of: Slug
    """The column that deviates, such as the accounts."""
    against: Slug
    """The column it is compared with, such as the budget."""
    show: Literal["amount", "percent", "both"] = "both"
