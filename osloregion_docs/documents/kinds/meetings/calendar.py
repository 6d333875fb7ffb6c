"""Meetings for a calendar (kalender): each by itself, and all of the year in one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal

from osloregion_docs.documents.document import Context, Document, DocumentKind, Properties, Shelf
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.parts.meetings.editions import Edition, is_made
from osloregion_docs.documents.parts.meetings.meeting_documents import was_held
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.documents.parts.open_data.web_identifiers import home_of, host_of
from osloregion_docs.language import Language
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.slug import slug

_LAST = 995
"""Its position among the documents of a meeting: after all that is to be read."""


class Event(Context):
    """One meeting."""

    uid: str
    """Never changes, so that a calendar changes what it has instead of taking it for another meeting."""
    sequence: int
    """How often it was changed: revised agendas, and days that it was moved from."""
    stamp: datetime.date
    """The day on which what is said here was made known."""
    status: Literal["TENTATIVE", "CONFIRMED"]
    summary: str
    location: str
    description: str
    day: datetime.date
    begins: datetime.time | None = None
    """When it begins; the whole day where that is not known."""
    ends: datetime.time | None = None
    url: str


class Calendar(Context):
    """One meeting, or those of a year."""

    title: str
    organisation: str
    events: tuple[Event, ...]


def event_of(programme: Programme, meeting: Meeting, day: datetime.date, language: Language) -> Event:
    """A meeting on its day, as everybody may know it."""
    printed = MeetingPrinter(programme, Edition(meeting), language)
    notice, place = meeting.notice, printed.where()
    name = printed.printer.text(programme.organisation.name)
    title = printed.words.meeting_of.format(organ=printed.names())
    return Event(
        uid=f"{meeting.id}@{host_of(programme.organisation)}",
        sequence=len(notice.revised) + len(meeting.postponed_from),
        stamp=notice.revised[-1] if notice.revised else notice.sent or day,
        status="CONFIRMED" if notice.sent or was_held(meeting) else "TENTATIVE",
        summary=f"{title} – {name}",
        location=place.text if place else "",
        description="\n".join(_describe(printed)),
        day=day,
        begins=meeting.begins,
        ends=meeting.ends if meeting.begins else None,
        url=home_of(programme.organisation),
    )


def _describe(meeting: MeetingPrinter) -> Iterator[str]:
    """The agenda, a line a point; whom to tell that one cannot come; and when it was moved."""
    words, contact = meeting.words, meeting.meeting.contact
    points = list(_points(meeting))
    if points:
        yield from (f"{words.cases}:", *points)
    if contact:
        yield from (("",) if points else ())
        yield f"{words.contact}: {meeting.printer.text(contact)}"
    for day in meeting.meeting.postponed_from:
        moved = words.postponed_from.format(date=meeting.date(day))
        yield f"{moved[:1].upper()}{moved[1:]}"


def _points(meeting: MeetingPrinter) -> Iterator[str]:
    """The points of the agenda; what is exempt by its public title alone."""
    cases, two = {case.id: case for case in meeting.meeting.cases}, len(meeting.meeting.organs) > 1
    for item in meeting.meeting.agenda:
        case = cases.get(item.case or "")
        if case is not None:
            organ = meeting.name(meeting.meeting.organ_of(case)) if two else ""
            yield _point(meeting.numbered(case), meeting.title_of(case).text, organ, meeting.exemption(case))
        elif item.talk is not None:
            yield _point(f"{meeting.words.talk}:", meeting.printer.text(item.talk), item.speaker or "")


def _point(label: str, title: str, *notes: str) -> str:
    """``Sak 5/18 Årsrapport 2017 (styret)``."""
    shown = ", ".join(filter(None, notes))
    return " ".join(filter(None, (label, title, f"({shown})" if shown else "")))


def _of_meeting(programme: Programme, meeting: Meeting, event: Event, language: Language) -> Document:
    printed = MeetingPrinter(programme, Edition(meeting), language)
    context = Calendar(title=event.summary, organisation=_name(programme, printed.language), events=(event,))
    about = _about(programme, printed.language, event.summary, printed.printer.labels.open_data.in_calendar)
    name, subject = f"{meeting.id}/{slug(printed.words.meeting)}", f"meetings/{meeting.id}"
    shelf = printed.shelf(_LAST)
    return Document("calendar", subject, name, printed.language, about, context, shelf=shelf)


def _of_year(programme: Programme, events: tuple[Event, ...], language: Language) -> Document:
    words = Printer(language).labels.open_data
    title = words.calendar_of.format(year=programme.year)
    whole = f"{title} – {_name(programme, language)}"
    context = Calendar(title=whole, organisation=_name(programme, language), events=events)
    name, subject = f"{slug(words.calendar)}-{programme.year}", f"programme-{programme.year}"
    about = _about(programme, language, whole, title)
    return Document("calendar", subject, name, language, about, context, shelf=Shelf(words.group, "~0"))


def _about(programme: Programme, language: Language, title: str, heading: str) -> Properties:
    author = Printer(language).text(programme.organisation.secretariat.name)
    return Properties(title=title, author=author, language=language, heading=heading)


def _name(programme: Programme, language: Language) -> str:
    return Printer(language).text(programme.organisation.name)


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The year's meetings that have a day, in one language: all in one, and each by itself."""
    dated = [(meeting, meeting.date) for meeting in programme.meetings if meeting.date]
    events = [event_of(programme, meeting, day, language) for meeting, day in dated]
    if not events:
        return ()
    in_order = tuple(sorted(events, key=lambda event: (event.day, event.begins or datetime.time(), event.uid)))
    alone = (
        _of_meeting(programme, meeting, event, language)
        for (meeting, _), event in zip(dated, events, strict=True)
        if is_made(meeting.language, programme, language)
    )
    return (_of_year(programme, in_order, language), *alone)


CALENDAR = DocumentKind(
    name="calendar",
    title="Kalender",
    context=Calendar,
    formats=("ics",),
    compose=compose,
)
