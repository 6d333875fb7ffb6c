"""A measure, and the parties to it."""

from __future__ import annotations

from pydantic import Field, model_validator

from osloregion_docs.model.amount import Amount
from osloregion_docs.model.base import Model, Slug
from osloregion_docs.model.content import Content
from osloregion_docs.model.text import Text
from osloregion_docs.model.timeframe import Timeframe


class Party(Model):
    """A party to a measure: one of the year's organs, or a name."""

    organ: Slug | None = None
    """The id of an organ in organs.yaml."""
    name: Text | None = None
    """The name as printed; for an organ only where it differs from the organ's own name."""

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: object) -> object:
        return {"name": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _check_named(self) -> Party:
        if self.organ is None and self.name is None:
            raise ValueError("a party needs an organ or a name")
        return self


class Parties(Model):
    """The parties to a measure, by role."""

    responsible: tuple[Party, ...] = Field(min_length=1)
    """Who is responsible (ansvar/organisering)."""
    participating: tuple[Party, ...] = ()
    """Who participates (deltar)."""
    cooperating: tuple[Party, ...] = ()
    """Who cooperates (samarbeid med)."""


class Financing(Model):
    """A source of funding for a measure, and its amount (finansiering)."""

    source: Text = Field(examples=["Osloregionen", "Statlig tilskudd"])
    amount: Amount


class Measure(Model):
    """One measure (tiltak) of a programme. Its printed number is computed, never stored."""

    id: Slug = Field(examples=["areal-og-transportstrategi"])
    """The file's name. Never shown, never reused."""
    title: Text
    timeframe: Timeframe
    """Tidsramme: løpende, a year, years, a half-year, a quarter or dates."""
    parties: Parties
    serves: tuple[str, ...] = Field(default=(), examples=[["areal/dialog-og-samarbeid"]])
    """The activities it serves, as focus-area/activity. Not printed."""
    cost: Amount | None = None
    """Its cost, if known (kostnad)."""
    financing: tuple[Financing, ...] = ()
    """Who pays for it (finansiering)."""
    content: Content = ()
    """Nærmere om innhold: the text below the front matter."""
