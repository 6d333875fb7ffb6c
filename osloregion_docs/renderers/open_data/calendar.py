"""Renders meetings as calendars (.ics). *Source*: RFC 5545, and RFC 7986 for the calendar's name."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.meetings.calendar import Calendar, Event
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.renderers.open_data import from_context
from osloregion_docs.renderers.renderer import RenderAssets, Rendered
from osloregion_docs.version import __version__

if TYPE_CHECKING:
    import icalendar

_ZONE: Final = "Europe/Oslo"
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def render(document: Document, _populated: bytes, _assets: RenderAssets) -> Rendered:
    """Render the meetings as a calendar.

    Raises:
        RenderingFailed: the document is not a calendar, or a text contains a character that calendars cannot contain.
    """
    import icalendar  # noqa: PLC0415 - 70 ms, and only rendering needs it

    if not isinstance(document.context, Calendar):
        raise RenderingFailed(f"{document.kind} is not a calendar", "leave out the format")
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//osloregion-docs//{__version__}//{document.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, _text(document.context.title))
    calendar.add_component(_zone())
    for event in document.context.events:
        calendar.add_component(_event(event))
    return Rendered(calendar.to_ical())


def _event(event: Event) -> icalendar.Event:
    import icalendar  # noqa: PLC0415 - as above

    component = icalendar.Event()
    component.add("uid", _text(event.uid))
    midnight = datetime.datetime.combine(event.stamp, datetime.time(), datetime.UTC)
    component.add("dtstamp", midnight)
    component.add("sequence", event.sequence)
    component.add("status", event.status)
    component.add("summary", _text(event.summary))
    for name, text in (("location", event.location), ("description", event.description)):
        if text:
            component.add(name, _text(text))
    if event.begins is None:
        component.add("dtstart", event.day)
        component.add("dtend", event.day + datetime.timedelta(days=1))
    for name, time in (("dtstart", event.begins), ("dtend", event.ends)):
        if time is not None:
            moment = datetime.datetime.combine(event.day, time)
            component.add(name, moment, {"TZID": _ZONE})
    component.add("url", icalendar.vUri(event.url))
    return component


def _zone() -> icalendar.Timezone:
    """Return the time zone of Oslo since 1996: defined here, so that no machine's time zone database changes the bytes.

    *Source*: directives 94/21/EC and 2000/84/EC on summer-time arrangements.
    """
    import icalendar  # noqa: PLC0415 - as above

    component = icalendar.Timezone()
    component.add("tzid", _ZONE)
    summer, winter = datetime.timedelta(hours=2), datetime.timedelta(hours=1)
    parts = (
        (icalendar.TimezoneDaylight(), "CEST", datetime.datetime(1996, 3, 31, 2), winter, summer, 3),  # noqa: DTZ001
        (icalendar.TimezoneStandard(), "CET", datetime.datetime(1996, 10, 27, 3), summer, winter, 10),  # noqa: DTZ001
    )
    for part, name, begins, before, after, month in parts:
        part.add("tzname", name)
        part.add("dtstart", begins)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        component.add_component(part)
    return component


def _text(text: str) -> icalendar.vText:
    """Return a text for a property.

    Raises:
        RenderingFailed: it contains a control character.
    """
    if found := _CONTROL.search(text):
        message = f"a text holds the control character U+{ord(found[0]):04X}, which calendars cannot hold"
        raise RenderingFailed(message, "delete it; check reports where it is")
    return _text_type()(text)


@cache
def _text_type() -> type[icalendar.vText]:
    """Return the type of literal text: icalendar would read a backslash before N as the end of a line."""
    import icalendar  # noqa: PLC0415 - as above

    class Written(icalendar.vText):
        def to_ical(self) -> bytes:
            return rb"\\N".join(icalendar.vText(part).to_ical() for part in self.split(r"\N"))

    return Written


ICS = from_context.renderer(
    format="ics",
    suffix=".ics",
    version=1,
    programs=from_context.package_version("icalendar"),
    render=render,
)
