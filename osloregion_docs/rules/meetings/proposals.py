"""Rules on what was proposed in a case, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.messages.message import message
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.meetings.located import all_cases
from osloregion_docs.rules.rule import Rule, rule

_DECIDING = {"decision", "consultation", "election"}
"""The kinds of case in which something is proposed and voted on; notices and minutes are approved without that."""
_OF_APPROVALS = {"notice-approved", "minutes-approved"}


@rule("MTG911", "what is decided was proposed")
def decisions_were_proposed(programme: Programme) -> Iterator[Finding]:
    """In a meeting whose minutes are approved, a case was decided without any proposal.

    Minutes hold every proposal that was made. Write it under the heading Forslag til vedtak, or under `proposals`. Not
    checked on approvals, orientations and the like.

    *Source*: kommuneloven § 11-4.
    """
    for meeting, case, path in all_cases(programme):
        if meeting.minutes.approved and case.kind in _DECIDING and case.is_decided and not case.is_proposed:
            yield Finding.of(path, message("MTG911.missing"))


@rule("MTG912", "a proposal has a text")
def proposals_have_text(programme: Programme) -> Iterator[Finding]:
    """A proposal without `text` is the one under the heading Forslag til vedtak; one proposal can be that."""
    for _meeting, case, path in all_cases(programme):
        bare = [proposal for proposal in case.proposals if proposal.text is None]
        for proposal in bare[1:] if case.content.proposal else bare:
            yield Finding.of(path / "proposals" / proposal.id, message("MTG912.missing", id=proposal.id))


@rule("MTG913", "minutes contain the vote on a proposal")
def proposals_were_voted_on(programme: Programme) -> Iterator[Finding]:
    """In a meeting whose minutes are approved, a proposal has no result of a vote.

    Write `vote: unanimous`, or how many were in favour and against. A proposal that only steps in for another need not
    have come to a vote.

    *Source*: kommuneloven § 11-4.
    """
    for meeting, case, path in all_cases(programme):
        if not meeting.minutes.approved:
            continue
        for proposal in case.proposals:
            if proposal.vote is None and proposal.subsidiary_to is None:
                yield Finding.of(path / "proposals" / proposal.id, message("MTG913.vote", id=proposal.id))
        if case.kind in _DECIDING and case.content.proposal and case.is_decided and not case.proposals:
            yield Finding.of(path, message("MTG913.case"))


@rule("MTG931", "what an adopted amendment changes is adopted")
def amendments_change_what_is_adopted(programme: Programme) -> Iterator[Finding]:
    """An amendment (endringsforslag) is adopted, and what it changes is not, so nobody sees what it is a change to.

    Name both under `adopted`; or write the whole of what was decided under the heading Vedtak.
    """
    for _meeting, case, path in all_cases(programme):
        bases = {proposal.id: proposal.amends for proposal in case.proposals if proposal.amends != proposal.id}
        for place, id_ in enumerate(case.adopted, 1):
            base = bases.get(id_)
            if base in bases and base not in case.adopted and not case.content.decision:
                yield Finding.of(path / "adopted" / place, message("MTG931.base", id=id_, base=str(base)))


@rule("MTG932", "a notice and minutes are approved in a case of the kind approval")
def phrases_fit_their_case(programme: Programme) -> Iterator[Finding]:
    """The fixed words notice-approved and minutes-approved speak of the notice and of the last minutes.

    In a case that is about something else they are copied by mistake; the minutes would print them all the same.
    """
    for _meeting, case, path in all_cases(programme):
        for name in ("proposes", "decides"):
            phrase = getattr(case, name)
            if phrase in _OF_APPROVALS and case.kind != "approval":
                yield Finding.of(path / name, message("MTG932.kind", phrase=phrase, kind=case.kind))


@rule("MTG933", "what is adopted was not voted down", Severity.ERROR)
def adopted_proposals_had_the_votes(programme: Programme) -> Iterator[Finding]:
    """A proposal is under `adopted`, and more voted against it than in favour. One of the two is wrong.

    With as many on each side nothing is reported: the leader's vote decides.

    *Source*: kommuneloven § 11-9.
    """
    for _meeting, case, path in all_cases(programme):
        votes = {proposal.id: proposal.vote for proposal in case.proposals if proposal.vote}
        for place, id_ in enumerate(case.adopted, 1):
            vote = votes.get(id_)
            if vote is None or vote.in_favour is None or vote.against is None:
                continue
            if vote.against.count > vote.in_favour.count:
                in_favour, against = vote.in_favour.count, vote.against.count
                found = message("MTG933.outvoted", id=id_, in_favour=in_favour, against=against)
                yield Finding.of(path / "adopted" / place, found)


RULES: tuple[Rule, ...] = (
    decisions_were_proposed,
    proposals_have_text,
    proposals_were_voted_on,
    amendments_change_what_is_adopted,
    phrases_fit_their_case,
    adopted_proposals_had_the_votes,
)
