"""The economic frame: the contribution, the sums set aside, and a table with declared columns."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from osloregion_docs.model.amount import Amount, Unit
from osloregion_docs.model.base import Model, Slug, Whole
from osloregion_docs.model.organ import Decision
from osloregion_docs.model.text import Text


class Multiplier(Model):
    """A member that pays more, or less, than the plain rate."""

    member: Text
    factor: Decimal = Field(gt=0)


class Contribution(Model):
    """What the members pay (medlemskontingent): rate × inhabitants × multiplier."""

    rate: Amount
    """Per inhabitant."""
    multipliers: tuple[Multiplier, ...] = ()
    decided: Decision
    """By which organ, in which case, on which day."""


class Column(Model):
    """One column of the budget table."""

    id: Slug
    title: Text
    kind: Literal["budget", "revised", "accounts", "forecast"]
    year: Whole
    unit: Unit = "1000 kr"


class Line(Model):
    """One line of the budget table. With lines of its own it is their sum."""

    id: Slug
    title: Text
    amounts: dict[Slug, Decimal] = Field(default_factory=dict)
    """Column id to number, in the column's unit."""
    lines: tuple[Line, ...] = ()


class Budget(Model):
    """The economic frame of a year (økonomisk ramme)."""

    contribution: Contribution | None = None
    income: Amount | None = None
    """The income that the contribution gives (inntektsramme)."""
    projects: Amount | None = None
    """What is set aside for projects and development (utviklingsmidler)."""
    reserve: Amount | None = None
    """The reserve left unused at the end of the year."""
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
