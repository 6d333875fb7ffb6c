"""The results of the measures: for each a history of dated entries, with a status and indicator values."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from osloregion_docs.model.amount import Number
from osloregion_docs.model.base import Day, Flag, KeyedById, Model, Name, Slug
from osloregion_docs.model.text import Localised, Text


def web_address(link: str) -> str:
    """Return the address, if it is a web address.

    Raises:
        ValueError: it is not.
    """
    if not re.fullmatch(r"https?://\S+", link):
        raise ValueError(f'"{link}" is not an address on the web: begin it with https://')
    return link


Link = Annotated[
    str, Field(max_length=2_000, examples=["https://www.example.org/rapport"]), AfterValidator(web_address)
]
"""An address on the web."""


class Status(Model):
    """A word for the progress of a measure (status), listed in order from not begun."""

    id: Slug
    title: Text
    final: Flag = False
    """Whether it is final: done, cancelled."""


class Indicator(Model):
    """A quantity that is tracked for a measure (indikator)."""

    id: Slug
    title: Text
    unit: Text | None = Field(default=None, examples=["stk.", "prosent"])
    """Its unit."""
    target: Number | None = None
    """The target value (måltall)."""


class StatusEntry(Model):
    """The status of a measure on a day (statusmelding)."""

    date: Day
    """The day it is valid for, such as the cut-off date of a report."""
    status: str = Field(min_length=1, max_length=80, examples=["in-progress"])
    """The id of a status: not-started, in-progress, done, delayed, postponed, cancelled, or those of results.yaml."""
    text: Text | None = None
    """What has been done, or what prevents it (omtale)."""
    result: Text | None = None
    """What came of it (resultat)."""
    values: dict[Slug, Number] = Field(default_factory=dict)
    """Indicator id to value on that day."""
    link: Link | None = None
    """Where one reads more."""
    by: Name | None = None
    """Who reported it."""


class MeasureResults(Model):
    """What came of one measure: its indicators and its entries, in any order."""

    id: Slug
    """The measure's id: the file's name. Never shown."""
    indicators: tuple[Indicator, ...] = ()
    entries: tuple[StatusEntry, ...] = ()
    not_reported: Text | None = None
    """Why there are no entries, where there will be none (ikke rapportert)."""

    @model_validator(mode="after")
    def _check_reported(self) -> MeasureResults:
        if self.not_reported and self.entries:
            raise ValueError("not_reported says that there are no entries, and there are: delete one of the two")
        return self

    def latest(self, as_of: datetime.date | None = None) -> StatusEntry | None:
        """The newest entry, of those up to a cut-off date where one is given; None if there is none."""
        known = self.until(as_of) if as_of else self.history
        return known[-1] if known else None

    def until(self, as_of: datetime.date) -> tuple[StatusEntry, ...]:
        """The entries up to a cut-off date, that day included, oldest first."""
        return tuple(entry for entry in self.history if entry.date <= as_of)

    def of_year(self, year: int) -> tuple[StatusEntry, ...]:
        """The entries dated in a year, oldest first."""
        return tuple(entry for entry in self.history if entry.date.year == year)

    def value(self, indicator: str, as_of: datetime.date | None = None) -> Decimal | None:
        """The newest value of an indicator, up to a cut-off date where one is given."""
        known = self.until(as_of) if as_of else self.history
        return next((entry.values[indicator] for entry in reversed(known) if indicator in entry.values), None)

    @property
    def history(self) -> tuple[StatusEntry, ...]:
        """All entries, oldest first."""
        return tuple(sorted(self.entries, key=lambda entry: entry.date))


class Results(Model):
    """What came of a year's measures (resultater)."""

    closed: Flag = False
    """Whether the year is over, so that every measure needs a result, or the reason why it has none."""
    as_of: Day | None = Field(default=None, examples=["2018-07-31"])
    """The cut-off date of the status report (status per); the day of the newest entry if left out."""
    statuses: tuple[Status, ...] = ()
    """The words for how far a measure has come, if they are others than the usual six."""
    measures: Annotated[tuple[MeasureResults, ...], KeyedById] = ()
    """Measure id to its results; usually in a file of their own, results/<measure>.yaml."""

    @property
    def newest(self) -> datetime.date | None:
        """The day of the newest entry; None if there is none."""
        return max((entry.date for measure in self.measures for entry in measure.entries), default=None)

    @property
    def vocabulary(self) -> tuple[Status, ...]:
        """The statuses in order: those of the workspace, or the default ones."""
        return self.statuses or usual_statuses()

    def status(self, id_: str) -> Status | None:
        """Return the status with an id, if there is one."""
        return next((status for status in self.vocabulary if status.id == id_), None)

    def of(self, measure: str) -> MeasureResults:
        """Return the results of a measure; empty where nothing has been reported."""
        return next((each for each in self.measures if each.id == measure), MeasureResults(id=measure))


@cache
def usual_statuses() -> tuple[Status, ...]:
    """Return the statuses of a workspace that declares none."""
    return tuple(
        Status(id=id_, title=Localised(nb=nb, nn=nn, en=en), final=id_ in {"done", "cancelled"})
        for id_, nb, nn, en in (
            ("not-started", "Ikke startet", "Ikkje starta", "Not started"),
            ("in-progress", "I gang", "I gang", "In progress"),
            ("done", "Gjennomført", "Gjennomført", "Done"),
            ("delayed", "Forsinket", "Forseinka", "Delayed"),
            ("postponed", "Utsatt", "Utsett", "Postponed"),
            ("cancelled", "Avlyst", "Avlyst", "Cancelled"),
        )
    )
