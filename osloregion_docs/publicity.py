"""Who may read what: the one place that decides what of a year is public and what is internal."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Final

from osloregion_docs.keypath import KeyPath

if TYPE_CHECKING:
    from osloregion_docs.model.meetings.case import Case
    from osloregion_docs.model.meetings.meeting import Attendee, Meeting
    from osloregion_docs.model.programme import Programme
    from osloregion_docs.model.text import Text

INTERNAL_FOLDER: Final = "intern"
"""The folder of all built files that are not public."""
PUBLIC_CASE_FIELDS: Final = frozenset(
    {"public_title", "number", "kind", "organ", "papers", "papers_by", "exempt", "legal_basis"}
)
"""What the public edition prints of an exempt case."""


class Audience(Enum):
    """Who may read something: everybody, or only those who may read what is exempt from publicity."""

    PUBLIC = "public"
    INTERNAL = "internal"

    def may_read(self, required: Audience) -> bool:
        """Whether this audience may read what requires that one: internal readers may read everything."""
        return self is Audience.INTERNAL or required is Audience.PUBLIC


def audience(programme: Programme, address: KeyPath) -> Audience:
    """Who may read the value at an address.

    A meeting is public even where it contains cases that are not: each value inside has its own answer. An address in
    a case or file that does not exist (any more) is internal, since nobody knows whether it was exempt.
    """
    match address.steps:
        case ("meetings", id_, collection, entry, *inner):
            meeting = next((each for each in programme.meetings if each.id == id_), None)
            return _audience_within(meeting, collection, entry, inner)
        case _:
            return Audience.PUBLIC


def case_audience(case: Case) -> Audience:
    """Who may read a case, beyond its `PUBLIC_CASE_FIELDS`."""
    return Audience.INTERNAL if case.exempt else Audience.PUBLIC


def attendee_audience(attendee: Attendee) -> Audience:
    """Who may know that a person attended."""
    return Audience.INTERNAL if attendee.exempt else Audience.PUBLIC


def file_audiences(meeting: Meeting) -> Mapping[str, Audience]:
    """Who may read each file that is sent with the papers of a meeting, by file name, in the order of the agenda.

    A file is public if any public case attaches it. Files that are unlisted, unprinted or missing are not sent.
    """
    audiences: dict[str, Audience] = {}
    for case in meeting.in_order:
        for attachment in case.attachments:
            name = attachment.file
            if name and attachment.kind != "unprinted" and name in (meeting.files or ()):
                known = audiences.get(name, Audience.INTERNAL)
                audiences[name] = known if known is Audience.PUBLIC else case_audience(case)
    return audiences


def editions_of(meeting: Meeting) -> tuple[Audience, ...]:
    """The audiences that a meeting's documents are made for: an internal one only where something is exempt."""
    found = {*map(case_audience, meeting.cases), *map(attendee_audience, meeting.attendance)}
    return tuple(each for each in Audience if each is Audience.PUBLIC or each in found)


def title_for(reader: Audience, case: Case) -> Text | None:
    """The title of a case as an audience may read it; None where that is only its kind."""
    return case.title if reader.may_read(case_audience(case)) else case.public_title


def folder_of(meeting: Meeting, reader: Audience) -> str:
    """The output folder of a meeting's documents for an audience: internal ones are kept apart from published ones."""
    return meeting.id if reader is Audience.PUBLIC else f"{INTERNAL_FOLDER}/{meeting.id}"


def file_audience(path: str) -> Audience:
    """Who may read a built file, by its path in the output folder of the year."""
    return Audience.INTERNAL if path.split("/", 1)[0] == INTERNAL_FOLDER else Audience.PUBLIC


def _audience_within(meeting: Meeting | None, collection: str, entry: str, inner: list[str]) -> Audience:
    """Who may read an entry of one of a meeting's collections, or a value inside it."""
    if collection == "cases":
        cases = meeting.cases if meeting else ()
        return _case_value_audience(next((each for each in cases if each.id == entry), None), inner)
    if collection == "attachments":
        return file_audiences(meeting).get(entry, Audience.INTERNAL) if meeting else Audience.INTERNAL
    if meeting and collection in {"attendance", "files"}:
        return _entry_audience(meeting, collection, int(entry) if entry.isdecimal() else 0)
    return Audience.PUBLIC


def _case_value_audience(case: Case | None, inner: list[str]) -> Audience:
    """Who may read a value inside a case; a case that does not exist is internal."""
    is_public = case and (not case.exempt or PUBLIC_CASE_FIELDS.issuperset(inner[:1] or ("",)))
    return Audience.PUBLIC if is_public else Audience.INTERNAL


def _entry_audience(meeting: Meeting, collection: str, place: int) -> Audience:
    """Who may read an attendee or a file name by its place, counted from one."""
    entries = meeting.attendance if collection == "attendance" else meeting.files or ()
    if not 1 <= place <= len(entries):
        return Audience.INTERNAL
    entry = entries[place - 1]
    return file_audiences(meeting).get(entry, Audience.INTERNAL) if isinstance(entry, str) else attendee_audience(entry)
