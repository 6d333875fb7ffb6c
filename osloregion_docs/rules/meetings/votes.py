"""Rules on how proposals were voted on."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.meetings.case import Case, Voting
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.meetings.placed import all_cases, seats_on
from osloregion_docs.rules.rule import Rule, rule


@rule("MTG914", "no more votes are cast than there are voters")
def votes_fit_those_present(programme: Programme) -> Iterator[Finding]:
    """More votes are counted than members and deputies were there for the case. A person with two seats has two votes.

    Asked only where the meeting has an attendance.
    """
    for meeting, case, path, voting in votings(programme):
        cast = sum(side.count for side in (voting.in_favour, voting.against) if side)
        present = _voters(programme, meeting, case)
        if meeting.attendance and cast > present:
            message = f"{cast} votes are counted, and {present} of those present could vote"
            yield Finding(path, message, "correct the count, or the attendance of the meeting")


@rule("MTG915", "a vote that is not unanimous tells who voted for what")
def votes_tell_who(programme: Programme) -> Iterator[Finding]:
    """Minutes say which parties voted for which proposal, and name those who voted otherwise than their party.

    Each side with votes has `parties` or `names`; or all of one side are named, and the rest are the other.

    *Source*: kommuneloven § 11-4.
    """
    for _meeting, _case, path, voting in votings(programme):
        sides = [side for side in (voting.in_favour, voting.against) if side and side.count]
        split = voting.against is not None and voting.against.count > 0
        all_told = all(side.parties or side.names for side in sides)
        if split and not all_told and not any(len(side.names) == side.count for side in sides):
            hint = "add parties or names under in_favour and against"
            yield Finding(path, "the vote is not unanimous, and who voted for what is not told", hint)


def votings(programme: Programme) -> Iterator[tuple[Meeting, Case, KeyPath, Voting]]:
    """Every vote, with its meeting, its case and its address."""
    for meeting, case, path in all_cases(programme):
        for proposal in case.proposals:
            if proposal.vote:
                yield meeting, case, path / "proposals" / proposal.id / "vote", proposal.vote


def _voters(programme: Programme, meeting: Meeting, case: Case) -> int:
    """How many votes those present had in a case."""
    organ = meeting.organ_of(case)
    held = [seat.member for seat in seats_on(programme, organ, meeting.date)]
    return sum(
        max(1, held.count(attendee.person))
        for attendee in meeting.attendance
        if attendee.votes
        and attendee.organ in {None, organ}
        and case.id not in attendee.disqualified
        and (not attendee.only_for or case.id in attendee.only_for)
    )


RULES: tuple[Rule, ...] = (votes_fit_those_present, votes_tell_who)
