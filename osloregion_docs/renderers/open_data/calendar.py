"""Calendars (.ics) that calendar programs take in. *Source*: RFC 5545, and RFC 7986 for the calendar's name."""

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
    """The meetings as a calendar.

    Raises:
        RenderingFailed: the document is no calendar, or a text holds a character that calendars cannot hold.
    """
    import icalendar  # noqa: PLC0415 - 70 ms, and only rendering needs it

    if not isinstance(document.context, Calendar):
        raise RenderingFailed(f"{document.kind} is no calendar", "leave out the format")
    made = icalendar.Calendar()
    made.add("prodid", f"-//osloregion-docs//{__version__}//{document.language.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        made.add(name, _text(document.context.title))
    made.add_component(_zone())
    for event in document.context.events:
        made.add_component(_event(event))
    return Rendered(made.to_ical())


def _event(event: Event) -> icalendar.Event:
    import icalendar  # noqa: PLC0415 - as above

    made = icalendar.Event()
    made.add("uid", _text(event.uid))
    midnight = datetime.datetime.combine(event.stamp, datetime.time(), datetime.UTC)
    made.add("dtstamp", midnight)
    made.add("sequence", event.sequence)
    made.add("status", event.status)
    made.add("summary", _text(event.summary))
    for name, text in (("location", event.location), ("description", event.description)):
        if text:
            made.add(name, _text(text))
    if event.begins is None:
        made.add("dtstart", event.day)
        made.add("dtend", event.day + datetime.timedelta(days=1))
    for name, time in (("dtstart", event.begins), ("dtend", event.ends)):
        if time is not None:
            moment = datetime.datetime.combine(event.day, time)
            made.add(name, moment, {"TZID": _ZONE})
    made.add("url", icalendar.vUri(event.url))
    return made


def _zone() -> icalendar.Timezone:
    """The time of Oslo as it has been since 1996: written here, so that no machine's list of zones changes the bytes.

    *Source*: directives 94/21/EC and 2000/84/EC on summer-time arrangements.
    """
    import icalendar  # noqa: PLC0415 - as above

    made = icalendar.Timezone()
    made.add("tzid", _ZONE)
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
        made.add_component(part)
    return made


def _text(text: str) -> icalendar.vText:
    """A text for a property.

    Raises:
        RenderingFailed: it holds a control character.
    """
    if found := _CONTROL.search(text):
        message = f"a text holds the control character U+{ord(found[0]):04X}, which calendars cannot hold"
        raise RenderingFailed(message, "delete it; check says where it stands")
    return _text_type()(text)


@cache
def _text_type() -> type[icalendar.vText]:
    """Text as it is written: icalendar would take a backslash before N for the end of a line."""
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
