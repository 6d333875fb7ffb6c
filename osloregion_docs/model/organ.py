"""The deciding and advising bodies, and who sits in them when."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from osloregion_docs.model.base import Day, Model, Slug, Whole
from osloregion_docs.model.text import Text


class Valid(Model):
    """Something that holds from one day to another; an open end is left out."""

    since: Day | None = None
    """The first day, if known."""
    until: Day | None = None
    """The last day, if it has ended."""

    @model_validator(mode="after")
    def _in_order(self) -> Valid:
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"it ends {self.until}, before it begins {self.since}")
        return self

    def holds_on(self, day: datetime.date) -> bool:
        """Whether it holds on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Seat(Valid):
    """A place in an organ, and who holds it from one day to another (plass, medlem)."""

    represents: Text
    """Whom the seat stands for, such as a municipality or a region."""
    member: str | None = None
    """The person's name; left out while the seat is vacant."""
    deputy: str | None = None
    role: Text | None = None
    """Such as leader or deputy leader."""
    party: str | None = None


class Organ(Valid):
    """A deciding or advising body (organ)."""

    id: Slug = Field(examples=["styret", "samarbeidsradet"])
    name: Text = Field(examples=["Styret", "Samarbeidsrådet"])
    kind: Literal["council", "board", "committee", "secretariat", "group"]
    """What it is: samarbeidsråd, styre, utvalg, sekretariat, or a group of experts or staff."""
    seats: Annotated[tuple[Seat, ...], Field()] = ()


class Decision(Model):
    """Where something was decided: by which organ, in which case, on which day (vedtak)."""

    organ: Slug
    case: str | None = Field(default=None, examples=["4/17"])
    """The case's number in that organ's series."""
    date: Day | None = None
    year: Whole | None = Field(default=None, ge=1900, le=2200)
    """The year, where no day is known."""
