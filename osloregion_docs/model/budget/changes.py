"""Changes to a proposal, year by year, as an organ decides them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from osloregion_docs.model.amount import Unit
from osloregion_docs.model.base import Model, Slug, Whole
from osloregion_docs.model.budget.number import Number
from osloregion_docs.model.organ import Decision
from osloregion_docs.model.text import Text

YearKey = Annotated[str, StringConstraints(pattern=r"^(19|20|21)[0-9]{2}$")]
"""A year as a key: 2025."""


class Change(Model):
    """One change: the difference from the proposal, per year."""

    id: Slug
    title: Text
    side: Literal["income", "expense"] = "expense"
    """What increases or decreases. Lost income is negative, and has the opposite sign of an expense in the sum."""
    amounts: dict[YearKey, Number] = Field(default_factory=dict, examples=[{"2025": 40}])
    note: Text | None = None


class ChangeTable(Model):
    """The changes to a proposal, or from one column to another (endringer), with a sum for each year."""

    id: Slug
    title: Text
    decided: Decision | None = None
    """Where the changes were decided."""
    unit: Unit = "1000 kr"
    years: tuple[Annotated[Whole, Field(ge=1900, le=2199)], ...] = Field(min_length=1)
    """The years it has a number for, in order."""
    lines: tuple[Change, ...] = Field(min_length=1)
    sums: dict[YearKey, Number] = Field(default_factory=dict)
    """The sums as decided. Optional; those given are checked."""
    before: Slug | None = None
    """The column that is changed, if it is in the table."""
    after: Slug | None = None
    """The resulting column; its result must then differ by the sum of the changes."""
