"""Who was at a meeting, in the groups that minutes list them in."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.documents.document import Context
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.model.meetings.meeting import Attendee
from osloregion_docs.model.organ import Seat


class PersonEntry(Context):
    """One person: the name, and what is told of them."""

    name: str
    note: str


class GroupEntry(Context):
    """Those who were there in one capacity, or who were away."""

    title: str
    anchor: str
    people: tuple[PersonEntry, ...]


def groups(meeting: MeetingPrinter, anchors: Anchors) -> Iterator[GroupEntry]:
    """Those present, those absent, and those who also met; groups without anybody are left out."""
    words, there = meeting.words, meeting.edition.attendance
    present = [_person(meeting, each) for each in there if each.votes]
    away = [PersonEntry(name=name, note=_list_seated(meeting, name)) for name in meeting.meeting.absent]
    others = {"observer": words.observers, "secretariat": words.secretariat, "guest": words.guests}
    found = [("til-stede", words.present, present), ("forfall", words.absent, away)]
    for capacity, title in others.items():
        found.append((capacity, title, [_person(meeting, each) for each in there if each.capacity == capacity]))
    for mark, title, people in found:
        if people:
            anchor = anchors.new("deltakere", mark, f"meetings/{meeting.meeting.id}/attendance")
            yield GroupEntry(title=title, anchor=anchor, people=tuple(people))


def _person(meeting: MeetingPrinter, attendee: Attendee) -> PersonEntry:
    """A person with whom they represent, whom they stand in for, and when they were there."""
    words = meeting.words
    seat = attendee.deputy_for if attendee.capacity == "deputy" else attendee.person
    organ = meeting.name(attendee.organ, inside=True) if attendee.organ else ""
    notes = (
        meeting.printer.text(attendee.represents)
        or _list_seated(meeting, seat or "", role=attendee.capacity == "member"),
        organ if len(meeting.meeting.organs) > 1 else "",
        _deputy(meeting, attendee),
        words.may_speak if attendee.may_speak else "",
        words.arrives.format(time=meeting.clock(attendee.arrives)) if attendee.arrives else "",
        words.leaves.format(time=meeting.clock(attendee.leaves)) if attendee.leaves else "",
        words.only_for.format(cases=_cases(meeting, attendee.only_for)) if attendee.only_for else "",
    )
    return PersonEntry(name=attendee.person, note=", ".join(note for note in notes if note))


def _deputy(meeting: MeetingPrinter, attendee: Attendee) -> str:
    if attendee.capacity != "deputy":
        return ""
    named = attendee.deputy_for
    return meeting.words.deputy_for.format(member=named) if named else meeting.words.deputy


def _cases(meeting: MeetingPrinter, ids: tuple[str, ...]) -> str:
    """``sak 5/18, sak 6/18``; by its title where a case has no number."""
    cases = {case.id: case for case in meeting.meeting.cases}
    named = (cases[id_] for id_ in ids if id_ in cases)
    word = meeting.printer.labels.case
    return ", ".join(f"{word} {case.number}" if case.number else meeting.title_of(case).text for case in named)


def _list_seated(meeting: MeetingPrinter, name: str, *, role: bool = True) -> str:
    """Whom a member represents on the day of the meeting, with party and role: ``Fjordby kommune (AP), leder``."""
    text = meeting.printer.text
    held = [seat for seat in _seats(meeting) if seat.member == name]
    bodies = dict.fromkeys(
        f"{text(seat.represents)} ({seat.party})" if seat.party else text(seat.represents) for seat in held
    )
    roles = dict.fromkeys(text(seat.role) for seat in held if seat.role and role)
    return ", ".join((*bodies, *roles))


def _seats(meeting: MeetingPrinter) -> Iterator[Seat]:
    day = meeting.meeting.date
    for organ in meeting.meeting.organs:
        seats = meeting.organs[organ].seats if organ in meeting.organs else ()
        yield from (seat for seat in seats if day is None or seat.holds_on(day))
