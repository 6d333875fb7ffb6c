"""One year's complete action programme."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, model_validator

from osloregion_docs.language import Language
from osloregion_docs.model.adoption import Adoption
from osloregion_docs.model.base import Day, KeyedById, Model, Slug, Whole
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.contribution import Member
from osloregion_docs.model.content import Content, Run
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.meetings.other_year_meetings import OtherYearMeeting
from osloregion_docs.model.organ import Decision, Organ
from osloregion_docs.model.reports.annual_report import AnnualReport
from osloregion_docs.model.reports.results import Results
from osloregion_docs.model.text import Text

Year = Annotated[Whole, Field(ge=1900, le=2200)]


class Period(Model):
    """Years from first to last, both included, written ``2017-2020`` or ``2018``."""

    first: Year
    last: Year

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        match = re.fullmatch(r"(\d\d)(\d\d)(?:\s*[-–]\s*(\d\d)?(\d\d))?", value.strip())
        if match is None:
            raise ValueError(f'"{value}" is not a period: write 2018 or 2017-2020')
        century, first, last_century, last = match.groups()
        return {"first": century + first, "last": (last_century or century) + (last or first)}

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.last < self.first:
            raise ValueError(f"the period ends in {self.last}, before it begins in {self.first}")
        return self


class Secretariat(Model):
    """The office that writes the programme, as printed on the cover."""

    name: Text
    website: str
    address: tuple[str, ...]


class Membership(Model):
    """The number of members of the alliance on a day."""

    municipalities: Whole = Field(ge=0)
    counties: Whole = Field(ge=0)
    as_of: Day


class Milestone(Model):
    """An event of a year that the text mentions."""

    id: Slug
    year: Year
    title: Text


class Organisation(Model):
    """The alliance itself."""

    name: Text
    established: Day
    secretariat: Secretariat
    membership: Membership
    milestones: tuple[Milestone, ...] = ()


class Activity(Model):
    """A prioritised activity of a focus area (prioritert aktivitet)."""

    id: Slug
    text: Text


class FocusArea(Model):
    """A strategic area of the period (innsatsområde)."""

    id: Slug
    title: Text
    intro: Text | None = None
    """The introduction to the activities."""
    activities: tuple[Activity, ...] = ()


class StrategyLine(Model):
    """One of the strategies for reaching the goal."""

    id: Slug
    title: Text


class Strategy(Model):
    """The guidelines for the whole strategy period (strategiske føringer)."""

    period: Period
    adopted: Decision
    vision: Text
    goal: Text
    strategies: tuple[StrategyLine, ...]
    roles: tuple[Text, ...]
    focus_areas: tuple[FocusArea, ...]


class MeasureArea(Model):
    """A heading that groups measures (tiltaksområde); it need not be a focus area."""

    id: Slug
    title: Text
    serves: tuple[Slug, ...] = ()
    """The focus areas it serves."""
    measures: tuple[Slug, ...] = ()
    """Its measures by id, in the order they are printed."""


class Chapter(Model):
    """A chapter of prose (kapittel)."""

    id: Slug
    title: tuple[Run, ...]
    content: Content = ()


class Programme(Model):
    """One year's action programme (handlingsprogram), typed."""

    year: Year
    period: Period | None = None
    """The years it covers, where more than its own year: one to four."""
    languages: tuple[Language, ...] = Field(default=("nb",), min_length=1)
    """The languages of its editions; plain text is in the first."""
    organisation: Organisation
    strategy: Strategy
    chapters: tuple[Slug, ...]
    """The chapters by id, in the order they are printed."""
    measure_areas: tuple[MeasureArea, ...]
    texts: Annotated[tuple[Chapter, ...], KeyedById] = ()
    measures: Annotated[tuple[Measure, ...], KeyedById] = ()
    meetings: Annotated[tuple[Meeting, ...], KeyedById] = ()
    results: Results = Field(default_factory=Results)
    organs: tuple[Organ, ...] = ()
    budget: Budget = Field(default_factory=Budget)
    members: tuple[Member, ...] = ()
    """The paying members of the alliance, from members.csv."""
    adoption: Adoption = Adoption()
    annual_report: AnnualReport | None = None
    """The annual report's own text; a year without it has no annual report yet."""
    other_year_meetings: tuple[OtherYearMeeting, ...] = ()
    """The meetings of the same calendar years in other years' folders: derived, never written."""

    @property
    def span(self) -> Period:
        """The years it covers."""
        return self.period or Period(first=self.year, last=self.year)

    @property
    def has_served_activities(self) -> bool:
        """Whether any measure states which activities it serves; if none does, unserved activities are not reported."""
        return any(measure.serves for measure in self.measures)

    def meetings_of(self, organ: str) -> tuple[list[Meeting], list[OtherYearMeeting]]:
        """Return the meetings that an organ had in the year: those in its own folder, and those in others."""
        here = [each for each in self.meetings if organ in each.organs and each.date and each.date.year == self.year]
        return here, [each for each in self.other_year_meetings if each.organ == organ and each.date.year == self.year]
