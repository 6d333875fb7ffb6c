"""Rules on who was at a meeting, and as what."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import message
from osloregion_docs.model.meetings.meeting import Attendee, Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import localise
from osloregion_docs.rules.meetings.located import path_of, seats_on
from osloregion_docs.rules.meetings.votes import has_vote, sides_of, votings
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import find_nearest

_SHOWN = 6
"""How many of the known names a hint lists."""


@rule("MTG916", "a deputy stands in for someone who is away")
def deputies_stand_in(programme: Programme) -> Iterator[Finding]:
    """A deputy takes the place of a member who is not there: away, gone, not yet come, or disqualified in the case.

    Times (`arrives`, `leaves`) and cases (`only_for`, `disqualified`) show that the two were not there at once.
    """
    for meeting in programme.meetings:
        members = {each.person: each for each in meeting.attendance if each.capacity == "member"}
        for place, deputy in enumerate(meeting.attendance, 1):
            member = members.get(deputy.deputy_for or "")
            if member is None or not _at_once(deputy, member) or _stands_in_for_cases(deputy, member):
                continue
            path = path_of(meeting) / "attendance" / place / "deputy_for"
            yield Finding.of(path, message("MTG916.present", person=member.person))


@rule("MTG917", "a person is at a meeting in one capacity")
def persons_have_one_capacity(programme: Programme) -> Iterator[Finding]:
    """The same person is twice among those present at the same time, or both among them and as absent.

    Two entries are fine for two organs of one event, for different times (`arrives`, `leaves`), or for different cases
    (`only_for`).
    """
    for meeting in programme.meetings:
        path = path_of(meeting)
        for place, attendee in enumerate(meeting.attendance, 1):
            others = [other for other in meeting.attendance[: place - 1] if other.person == attendee.person]
            if any(_at_once(attendee, other) for other in others):
                capacities = tuple(dict.fromkeys(each.capacity for each in (*others, attendee)))
                found = message("MTG917.twice", person=attendee.person, capacities=capacities)
                yield Finding.of(path / "attendance" / place, found)
        present = {attendee.person for attendee in meeting.attendance}
        for place, name in enumerate(meeting.absent, 1):
            if name in present:
                yield Finding.of(path / "absent" / place, message("MTG917.absent", person=name))


@rule("REF312", "a person who is named has a seat, or was there")
def persons_are_known(programme: Programme) -> Iterator[Finding]:
    """Members, those absent, and those whom deputies stand in for hold a seat in organs.yaml on the day of the meeting.

    A deputy can stand in for a vacant seat, named by whom it represents. Who voted, and who signed the minutes, was
    there. Checked only of organs that have `seats`, and of meetings that have an `attendance`.
    """
    for meeting in programme.meetings:
        language = programme.languages[0]
        seats = [seat for organ in meeting.organs for seat in seats_on(programme, organ, meeting.date)]
        members = {seat.member for seat in seats if seat.member}
        vacant = {localise(seat.represents, language) for seat in seats if not seat.member}
        if seats:
            yield from _find_without_seats(meeting, members, vacant)
        yield from _signed_and_voted(programme, meeting)


@rule("MTG936", "those present come and go while the meeting lasts")
def times_are_within_the_meeting(programme: Programme) -> Iterator[Finding]:
    """Someone arrives or leaves before the meeting begins, or after it ends. One of the times is wrong.

    Who was there from first to last needs no times. Checked on meetings that have `begins` or `ends`.
    """
    for meeting in programme.meetings:
        for place, attendee in enumerate(meeting.attendance, 1):
            for name, time in (("arrives", attendee.arrives), ("leaves", attendee.leaves)):
                path = path_of(meeting) / "attendance" / place / name
                if time and meeting.begins and time < meeting.begins:
                    person, at, begins = attendee.person, f"{time:%H:%M}", f"{meeting.begins:%H:%M}"
                    yield Finding.of(path, message("MTG936.before", person=person, event=name, time=at, begins=begins))
                elif time and meeting.ends and time > meeting.ends:
                    person, at, ends = attendee.person, f"{time:%H:%M}", f"{meeting.ends:%H:%M}"
                    yield Finding.of(path, message("MTG936.after", person=person, event=name, time=at, ends=ends))


def _find_without_seats(meeting: Meeting, members: set[str], vacant: set[str]) -> Iterator[Finding]:
    """Find the members, absent persons and persons replaced by deputies who hold no seat."""
    path = path_of(meeting)
    for place, attendee in enumerate(meeting.attendance, 1):
        inner = path / "attendance" / place
        if attendee.capacity == "member":
            yield from _without_seat(inner / "person", attendee.person, members)
        elif attendee.deputy_for:
            yield from _without_seat(inner / "deputy_for", attendee.deputy_for, members | vacant)
    for place, name in enumerate(meeting.absent, 1):
        yield from _without_seat(path / "absent" / place, name, members)


def _signed_and_voted(programme: Programme, meeting: Meeting) -> Iterator[Finding]:
    """Those who signed the minutes or are named in a vote, and are not among those present."""
    present = {attendee.person for attendee in meeting.attendance}
    if not present:
        return
    for place, name in enumerate(meeting.minutes.signed_by, 1):
        path = path_of(meeting) / "minutes" / "signed_by" / place
        yield from _not_present(path, name, present)
    for held, case, path, voting in votings(programme):
        if held is not meeting:
            continue
        voters = {attendee.person for attendee in meeting.attendance if has_vote(meeting, case, attendee)}
        for side, votes in sides_of(voting):
            for place, name in enumerate(votes.names, 1):
                if name not in present:
                    yield from _not_present(path / side / "names" / place, name, voters)


def _without_seat(path: KeyPath, name: str, known: set[str]) -> Iterator[Finding]:
    if name not in known:
        near = find_nearest(name, known)
        if known:
            found = message("REF312.seat", name=name, known=tuple(sorted(known)[:_SHOWN]), near=near)
        else:
            found = message("REF312.no-members", name=name)
        yield Finding.of(path, found)


def _not_present(path: KeyPath, name: str, known: set[str]) -> Iterator[Finding]:
    if name not in known:
        near = find_nearest(name, known)
        if known:
            found = message("REF312.present", name=name, known=tuple(sorted(known)[:_SHOWN]), near=near)
        else:
            found = message("REF312.no-voters", name=name)
        yield Finding.of(path, found)


def _at_once(one: Attendee, other: Attendee) -> bool:
    """Whether two were there at the same time, for the same cases and organs."""
    apart = (
        (one.leaves and other.arrives and one.leaves <= other.arrives)
        or (other.leaves and one.arrives and other.leaves <= one.arrives)
        or (one.organ and other.organ and one.organ != other.organ)
        or (one.only_for and other.only_for and not set(one.only_for) & set(other.only_for))
    )
    return not apart


def _stands_in_for_cases(deputy: Attendee, member: Attendee) -> bool:
    """Whether a deputy was there only for the cases in which the member could not take part."""
    return bool(deputy.only_for) and set(deputy.only_for) <= set(member.disqualified)


RULES: tuple[Rule, ...] = (
    deputies_stand_in,
    persons_have_one_capacity,
    persons_are_known,
    times_are_within_the_meeting,
)
