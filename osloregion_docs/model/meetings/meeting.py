"""One meeting of an organ: time and place, agenda, attendance, and the state of its minutes."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from osloregion_docs.language import Language
from osloregion_docs.model.base import Clock, Day, Flag, KeyedById, Model, Name, Slug
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.organ import Decision
from osloregion_docs.model.text import Text


class Notice(Model):
    """The notice of a meeting with its agenda (innkalling). A draft until it is sent."""

    sent: Day | None = None
    revised: tuple[Day, ...] = ()
    """The days on which a revised agenda was sent (revidert saksliste)."""

    @model_validator(mode="after")
    def _in_order(self) -> Notice:
        days = [day for day in (self.sent, *self.revised) if day]
        if self.revised and self.sent is None:
            raise ValueError("the agenda is revised, but not sent: write sent, with the day of the first notice")
        if days != sorted(days):
            raise ValueError("the days of the notice are out of order: write the first notice, then each revision")
        return self


class AgendaItem(Model):
    """One point of the agenda: a case by its id, or a talk that is no case (innlegg)."""

    case: Slug | None = None
    talk: Text | None = None
    """The subject of the talk."""
    speaker: Name | None = None
    added: Day | None = None
    """The day of the revision that added it (ny sak); left out for original points."""

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: object) -> object:
        return {"case": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _check_one_kind(self) -> AgendaItem:
        if (self.case is None) == (self.talk is None):
            raise ValueError("a point of the agenda is a case or a talk: write the id of a case, or talk: …")
        if self.speaker and self.talk is None:
            raise ValueError("a case has no speaker: delete the line, or write a talk")
        return self


class Attendee(Model):
    """A person who attended, and in what capacity (til stede, dessuten møtte)."""

    person: Name
    capacity: Literal["member", "deputy", "observer", "secretariat", "guest"]
    deputy_for: Name | None = None
    """The member whom a deputy replaces (vara for), or whom a vacant seat represents."""
    organ: Slug | None = None
    """The organ, where two meet in one event and the person attends one of them."""
    represents: Text | None = None
    """The body the person represents, where no seat in organs.yaml states it."""
    may_speak: Flag = False
    """Whether an observer has the right to speak (talerett)."""
    arrives: Clock | None = None
    """When, if later than the meeting begins (fra kl.)."""
    leaves: Clock | None = None
    """When, if before the meeting ends (til kl.)."""
    only_for: tuple[Slug, ...] = ()
    """The cases the person attended, if not all."""
    exempt: Flag = False
    """Whether the person is omitted from the public edition of the minutes."""
    disqualified: tuple[Slug, ...] = ()
    """The cases in which the person could not take part (inhabil)."""

    @model_validator(mode="after")
    def _fits_together(self) -> Attendee:
        if self.deputy_for and self.capacity != "deputy":
            raise ValueError(f"deputy_for is given, but the capacity is {self.capacity}: write capacity: deputy")
        if self.arrives and self.leaves and self.leaves <= self.arrives:
            raise ValueError(f"{self.person} leaves before arriving: correct one of the two times")
        return self

    @property
    def votes(self) -> bool:
        """Whether the person has a vote: as a member, or as a deputy for one."""
        return self.capacity in {"member", "deputy"}


class Erratum(Model):
    """A correction of signed minutes (rettelse): printed with the minutes, whose text does not change."""

    date: Day
    text: Text


class Minutes(Model):
    """The minutes of a meeting (referat, protokoll). A draft until a later meeting has approved them."""

    approved: Decision | None = None
    """Where they were approved: organ, case and date of the later meeting."""
    signed_by: tuple[Name, ...] = ()
    errata: tuple[Erratum, ...] = ()


class Meeting(Model):
    """One meeting (møte) of an organ."""

    id: Slug = Field(examples=["2017-06-12-samarbeidsradet"])
    """The folder's name. Never shown, never reused."""
    organ: Slug
    language: Language | None = None
    """The language its documents are in, where that is not the programme's; there are none in other languages."""
    together_with: Slug | None = None
    """A second organ that meets in the same event, with case numbers of its own."""
    date: Day | None = None
    """The date; left out until it is fixed."""
    postponed_from: tuple[Day, ...] = ()
    """The earlier dates it was moved from (utsatt fra)."""
    begins: Clock | None = None
    ends: Clock | None = None
    place: Text | None = None
    digital: Flag = False
    """Whether participation is digital; with a place, both are possible."""
    reference: str | None = Field(default=None, min_length=1, max_length=60, examples=["2018/12-3"])
    """The meeting's reference in the archive (vår referanse)."""
    contact: Text | None = None
    """The contact for absences (forfall meldes til)."""
    notice: Notice = Field(default_factory=Notice)
    agenda: tuple[AgendaItem, ...] = ()
    """Its cases by id, and talks, in order: the files next to meeting.yaml, without .md."""
    attendance: tuple[Attendee, ...] = ()
    absent: tuple[Name, ...] = ()
    """Absent members (forfall)."""
    minutes: Minutes = Field(default_factory=Minutes)
    cases: Annotated[tuple[Case, ...], KeyedById] = ()
    files: tuple[str, ...] | None = None
    """The names of the files in its folder attachments; unknown where the year was read from one text."""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Meeting:
        if self.begins and self.ends and self.ends <= self.begins:
            raise ValueError("the meeting ends before it begins: correct begins or ends")
        return self

    @property
    def organs(self) -> tuple[str, ...]:
        """The organ that meets, or both."""
        return (self.organ, self.together_with) if self.together_with else (self.organ,)

    @property
    def in_order(self) -> tuple[Case, ...]:
        """Its cases in the order of the agenda."""
        cases = {case.id: case for case in self.cases}
        return tuple(cases[item.case] for item in self.agenda if item.case in cases)

    def language_of(self, case: Case) -> Language | None:
        """Return the language of a case's paper; None where that is the programme's."""
        return case.language or self.language

    def organ_of(self, case: Case) -> str:
        """Return the organ that treats a case."""
        return case.organ or self.organ

    def cases_of_organ(self, organ: str) -> tuple[Case, ...]:
        """Return the cases that an organ treats; Eventuelt counts if it has a number."""
        return tuple(
            case for case in self.in_order if self.organ_of(case) == organ and (case.kind != "other" or case.number)
        )

    def was_on(self, day: datetime.date) -> bool:
        """Return whether that is its date, or one it was moved from."""
        return day == self.date or day in self.postponed_from
