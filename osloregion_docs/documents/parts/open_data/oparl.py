"""Objects of OParl, as far as meetings of the alliance need them; what OParl has no name for begins with our own.

*Source*: OParl 1.1, the chapter on the schema (schema.oparl.org/1.1).
"""

from __future__ import annotations

import datetime
from typing import Final

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from osloregion_docs.documents.document import Context
from osloregion_docs.language import Language

_SCHEMA: Final = "https://schema.oparl.org/1.1"
_OWN: Final = "osloregion-docs"


class Object(Context):
    """What all objects have: an id that leads to the object in this file, and a type."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    id: str
    """Its address in the file, such as #meetings/2018-03-06-styret."""


class File(Object):
    """A document of a meeting or a case (oparl:File)."""

    type: str = f"{_SCHEMA}/File"
    name: str
    file_name: str | None = None
    mime_type: str | None = None
    access_url: str | None = None
    """Where it lies, seen from this file; not there for what is not published with it."""


class Place(Object):
    """Where a meeting is held (oparl:Location)."""

    type: str = f"{_SCHEMA}/Location"
    description: str


class Membership(Object):
    """A person's part in an organ (oparl:Membership)."""

    type: str = f"{_SCHEMA}/Membership"
    organization: str
    role: str | None = None
    voting_right: bool
    """Whether it is a seat; a deputy has a vote only in place of its holder."""
    start_date: datetime.date | None = None
    end_date: datetime.date | None = None
    on_behalf_of: str | None = None
    """Whom the seat stands for."""


class Person(Object):
    """Someone who holds a seat, or who was at a meeting (oparl:Person)."""

    type: str = f"{_SCHEMA}/Person"
    body: str
    name: str
    membership: tuple[Membership, ...] | None = None


class Organization(Object):
    """An organ of the alliance, or whom a seat stands for (oparl:Organization)."""

    type: str = f"{_SCHEMA}/Organization"
    body: str
    name: str
    organization_type: str
    """Gremium, Verwaltungsbereich, Institution or Sonstiges, as OParl wants."""
    start_date: datetime.date | None = None
    end_date: datetime.date | None = None
    membership: tuple[str, ...] | None = None


class AgendaPoint(Object):
    """A point of an agenda (oparl:AgendaItem)."""

    type: str = f"{_SCHEMA}/AgendaItem"
    order: int
    number: str | None = None
    """The number of the case."""
    name: str
    """Its title; of what is exempt from publicity only the public one."""
    public: bool
    consultation: str | None = None
    resolution_text: str | None = None
    """What was decided, as plain text."""


class Consultation(Object):
    """The treatment of a paper in a meeting (oparl:Consultation)."""

    type: str = f"{_SCHEMA}/Consultation"
    agenda_item: str
    meeting: str
    organization: tuple[str, ...]
    role: str


class Paper(Object):
    """The paper of a case (oparl:Paper)."""

    type: str = f"{_SCHEMA}/Paper"
    body: str
    name: str
    reference: str | None = None
    paper_type: str
    main_file: File
    auxiliary_file: tuple[File, ...] | None = None
    consultation: tuple[Consultation, ...]


class MeetingObject(Object):
    """A meeting (oparl:Meeting)."""

    type: str = f"{_SCHEMA}/Meeting"
    name: str
    meeting_state: str
    """Terminiert (planned), eingeladen (called) or durchgeführt (held), as OParl wants."""
    date: datetime.date | None = Field(default=None, alias=f"{_OWN}:date")
    """The day; OParl's start is there only where the time of day is known too."""
    start: datetime.datetime | None = None
    end: datetime.datetime | None = None
    location: Place | None = None
    organization: tuple[str, ...]
    participant: tuple[str, ...] | None = None
    invitation: File
    results_protocol: File | None = None
    auxiliary_file: tuple[File, ...]
    """All papers of the meeting in one file."""
    agenda_item: tuple[AgendaPoint, ...]


class MeetingData(Object):
    """The alliance and its meetings (oparl:Body); where OParl has the address of a list, the list itself."""

    type: str = f"{_SCHEMA}/Body"
    name: str
    website: str
    year: int = Field(alias=f"{_OWN}:year")
    language: Language = Field(alias=f"{_OWN}:language")
    organization: tuple[Organization, ...]
    person: tuple[Person, ...]
    meeting: tuple[MeetingObject, ...]
    paper: tuple[Paper, ...]
