"""Rules on how proposals were voted on."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import Message, message
from osloregion_docs.model.meetings.case import Case, Votes, Voting
from osloregion_docs.model.meetings.meeting import Attendee, Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.meetings.located import all_cases, seats_on
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import find_nearest


@rule("MTG914", "no more votes are cast than there are voters")
def votes_fit_those_present(programme: Programme) -> Iterator[Finding]:
    """More votes are counted than members and deputies were there for the case. A person with two seats has two votes.

    Checked only where the meeting has an attendance.
    """
    for meeting, case, path, voting in votings(programme):
        cast = sum(side.count for side in (voting.in_favour, voting.against) if side)
        present = _voters(programme, meeting, case)
        if meeting.attendance and cast > present:
            yield Finding.of(path, message("MTG914.surplus", cast=cast, voters=present))


@rule("MTG915", "a vote that is not unanimous names who voted for what")
def votes_name_voters(programme: Programme) -> Iterator[Finding]:
    """Minutes say which parties voted for which proposal, and name those who voted otherwise than their party.

    Each side with votes has `parties` or `names`; or all of one side are named, and the rest are the other.

    *Source*: kommuneloven § 11-4.
    """
    for _meeting, _case, path, voting in votings(programme):
        sides = [side for side in (voting.in_favour, voting.against) if side and side.count]
        split = voting.against is not None and voting.against.count > 0
        all_told = all(side.parties or side.names for side in sides)
        if split and not all_told and not any(len(side.names) == side.count for side in sides):
            yield Finding.of(path, message("MTG915.anonymous"))


@rule("MTG934", "those named among the votes have a vote, and one side")
def named_voters_have_a_vote(programme: Programme) -> Iterator[Finding]:
    """Someone named among the votes is disqualified in the case, there in another capacity, or not there for it.

    Members and deputies have a vote; the secretariat, guests and observers have none. Nor can a person be on both
    sides. Whether one is there at all is checked by REF312, and both only where the meeting has an attendance.

    *Source*: kommuneloven § 11-10, on those who are disqualified.
    """
    for meeting, case, path, voting in votings(programme):
        in_favour = voting.in_favour.names if voting.in_favour else ()
        for side, votes in sides_of(voting):
            for place, name in enumerate(votes.names, 1):
                inner = path / side / "names" / place
                if found := _why_without(meeting, case, name):
                    yield Finding.of(inner, found)
                elif side == "against" and name in in_favour:
                    yield Finding.of(inner, message("MTG934.both-sides", person=name))


@rule("MTG935", "a party named among the votes has a seat")
def named_parties_have_a_seat(programme: Programme) -> Iterator[Finding]:
    """A party is named as having voted, and no seat of the organ is that party's on the day of the meeting.

    Checked only of organs whose seats have a `party`.
    """
    for meeting, case, path, voting in votings(programme):
        seats = seats_on(programme, meeting.organ_of(case), meeting.date)
        parties = {seat.party for seat in seats if seat.party}
        for side, votes in sides_of(voting):
            for place, party in enumerate(votes.parties, 1):
                if parties and party not in parties:
                    near, known = find_nearest(party, parties), tuple(sorted(parties))
                    found = message("MTG935.unknown", party=party, known=known, near=near)
                    yield Finding.of(path / side / "parties" / place, found)


def votings(programme: Programme) -> Iterator[tuple[Meeting, Case, KeyPath, Voting]]:
    """Every vote, with its meeting, its case and its address."""
    for meeting, case, path in all_cases(programme):
        for proposal in case.proposals:
            if proposal.vote:
                yield meeting, case, path / "proposals" / proposal.id / "vote", proposal.vote


def sides_of(voting: Voting) -> Iterator[tuple[str, Votes]]:
    """The sides of a vote that are given, with their names."""
    for name, votes in (("in_favour", voting.in_favour), ("against", voting.against)):
        if votes:
            yield name, votes


def has_vote(meeting: Meeting, case: Case, attendee: Attendee) -> bool:
    """Whether someone who was there had a vote in a case."""
    return attendee.votes and case.id not in attendee.disqualified and _was_there_for(meeting, case, attendee)


def _was_there_for(meeting: Meeting, case: Case, attendee: Attendee) -> bool:
    return attendee.organ in {None, meeting.organ_of(case)} and (not attendee.only_for or case.id in attendee.only_for)


def _why_without(meeting: Meeting, case: Case, name: str) -> Message | None:
    """Why someone who was at the meeting had no vote in a case; None for those who had one, or were not there."""
    entries = [attendee for attendee in meeting.attendance if attendee.person == name]
    if not entries or any(has_vote(meeting, case, entry) for entry in entries):
        return None
    if any(case.id in entry.disqualified for entry in entries):
        return message("MTG934.disqualified", person=name)
    there = [entry for entry in entries if _was_there_for(meeting, case, entry)]
    if there:
        return message("MTG934.capacity", person=name, capacity=there[0].capacity)
    return message("MTG934.elsewhere", person=name)


def _voters(programme: Programme, meeting: Meeting, case: Case) -> int:
    """How many votes those present had in a case."""
    organ = meeting.organ_of(case)
    held = [seat.member for seat in seats_on(programme, organ, meeting.date)]
    return sum(
        max(1, held.count(attendee.person)) for attendee in meeting.attendance if has_vote(meeting, case, attendee)
    )


RULES: tuple[Rule, ...] = (
    votes_fit_those_present,
    votes_name_voters,
    named_voters_have_a_vote,
    named_parties_have_a_seat,
)
