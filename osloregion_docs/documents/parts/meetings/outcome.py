"""What was proposed in a case, how it was voted on, and what was decided: as running text."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from osloregion_docs.documents.document import Blocks
from osloregion_docs.documents.parts.meetings.meeting_contexts import SectionEntry
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.labels import forms
from osloregion_docs.language import tag_of
from osloregion_docs.model.content import Block, Paragraph, Run
from osloregion_docs.model.meetings.case import Case, Phrase, Proposal, Votes, Voting
from osloregion_docs.model.meetings.meeting import Meeting


def proposed(meeting: MeetingPrinter, case: Case) -> Blocks:
    """What the case's own proposal says, in its words or in fixed ones."""
    if case.proposes:
        return _format_phrase(meeting, case, case.proposes)
    return meeting.blocks(case.content.proposal, case)


def decided(meeting: MeetingPrinter, case: Case) -> Blocks:
    """What was decided: the text under Vedtak, a fixed phrase, or the proposals that were adopted."""
    if case.decides:
        return _format_phrase(meeting, case, case.decides)
    if case.content.decision:
        return meeting.blocks(case.content.decision, case)
    adopted = [proposal for proposal in case.proposals if proposal.id in case.adopted]
    return Blocks(items=tuple(block for proposal in adopted for block in text_of(meeting, case, proposal).items))


def text_of(meeting: MeetingPrinter, case: Case, proposal: Proposal) -> Blocks:
    """What a proposal says; one without a text of its own is that of the case."""
    if proposal.text is None:
        return proposed(meeting, case)
    return Blocks(items=(Paragraph(runs=meeting.line(proposal.text, case).runs),))


def sections(meeting: MeetingPrinter, case: Case, anchor: Callable[[str], str]) -> Iterator[SectionEntry]:
    """The case as minutes tell it: who could not take part, proposals, voting, decision and remarks.

    `anchor` gives the section of a heading its place for links.
    """
    for heading, text, is_decision in _parts(meeting, case):
        yield SectionEntry(heading=heading, anchor=anchor(heading), text=text, is_decision=is_decision)


def _parts(meeting: MeetingPrinter, case: Case) -> Iterator[tuple[str, Blocks, bool]]:
    """Heading and text of each section, and whether it is the decision."""
    words = meeting.words
    if absent := _list_disqualified(meeting, case):
        yield "", _format_paragraph(absent), False
    as_it_was = adopted_as_proposed(case)
    for proposal in () if as_it_was else case.proposals:
        yield _heading(meeting, proposal), text_of(meeting, case, proposal), False
    unvoiced = not case.proposals and proposed(meeting, case)
    decision = decided(meeting, case)
    if unvoiced and unvoiced != decision:
        yield words.sections["proposal"], unvoiced, False
    votes = tuple(_votes(meeting, case, as_it_was=as_it_was))
    if votes and not as_it_was:
        yield words.voting, Blocks(items=votes), False
    if decision:
        below = _below(meeting, case, votes) if as_it_was else ()
        yield words.decision, Blocks(items=(*decision.items, *below)), True
    for remark in case.remarks:
        text = Blocks(items=(Paragraph(runs=meeting.line(remark.text, case).runs),))
        yield words.remark_by.format(by=remark.by), text, False


def adopted_as_proposed(case: Case) -> bool:
    """Whether there was one proposal, and it is what was decided."""
    only = case.proposals[0] if len(case.proposals) == 1 else None
    return bool(only and case.adopted == (only.id,) and not case.content.decision and not case.decides)


def phrase(meeting: MeetingPrinter, case: Case, wanted: Phrase) -> str:
    """A decision in fixed words, in the language of the document."""
    words, name, day = meeting.words, str(wanted), ""
    minutes = meeting.minutes_kind(meeting.meeting.organ_of(case))
    if wanted == "minutes-approved":
        found = _find_approved(meeting, case)
        day = meeting.date(found.date) if found and found.date else ""
        name = name if day else f"{name}-undated"
    the_minutes = getattr(words, f"the_{minutes}")
    return words.phrases[name].format(
        title=meeting.title_of(case).text,
        organ=meeting.name(meeting.meeting.organ_of(case)),
        minutes=the_minutes,
        minutes_inside=forms.in_sentence(the_minutes),
        date=day,
    )


def _format_phrase(meeting: MeetingPrinter, case: Case, wanted: Phrase) -> Blocks:
    """A decision in fixed words, in the language of the case wherever it is printed."""
    own = MeetingPrinter(meeting.programme, meeting.edition, meeting.meeting_language, case)
    run = Run(text=phrase(own, case, wanted), language=tag_of(own.language, meeting.language))
    return Blocks(items=(Paragraph(runs=(run,)),))


def _find_approved(meeting: MeetingPrinter, case: Case) -> Meeting | None:
    """The earlier meeting whose minutes say that this case approved them."""
    for earlier in meeting.programme.meetings:
        where = earlier.minutes.approved
        if (
            where
            and where.organ == meeting.meeting.organ_of(case)
            and _is_here(meeting.meeting, case, where.case, where.date)
        ):
            return earlier
    return None


def _is_here(meeting: Meeting, case: Case, number: str | None, day: datetime.date | None) -> bool:
    return number == case.number and number is not None and (day is None or day == meeting.date)


def _heading(meeting: MeetingPrinter, proposal: Proposal) -> str:
    words = meeting.words
    form = (
        words.amendment_by if proposal.amends else words.subsidiary_by if proposal.subsidiary_to else words.proposal_by
    )
    return form.format(by=proposal.by)


def _list_disqualified(meeting: MeetingPrinter, case: Case) -> str:
    names = [each.person for each in meeting.edition.attendance if case.id in each.disqualified]
    return meeting.words.disqualified.format(names=forms.listed(names, meeting.words.conjunction)) if names else ""


def _votes(meeting: MeetingPrinter, case: Case, *, as_it_was: bool) -> Iterator[Block]:
    """How each proposal was voted on, a paragraph each."""
    for proposal in case.proposals:
        if as_it_was and proposal.vote is None:
            continue
        outcome = f"{_outcome(meeting, case, proposal)}."
        shown = outcome[:1].upper() + outcome[1:] if as_it_was else f"{_heading(meeting, proposal)}: {outcome}"
        sides = "" if proposal.vote is None else _sides(meeting, proposal.vote)
        yield Paragraph(runs=(Run(text=" ".join(part for part in (shown, sides) if part)),))


def _outcome(meeting: MeetingPrinter, case: Case, proposal: Proposal) -> str:
    """``enstemmig vedtatt``, ``vedtatt med 11 mot 2 stemmer``, ``ikke votert over``."""
    words, vote = meeting.words, proposal.vote
    if vote is None:
        return words.not_voted
    outcome = words.adopted if proposal.id in case.adopted else words.fell
    if vote.unanimous or vote.in_favour is None or vote.against is None:
        return f"{words.unanimous} {outcome}"
    return words.counted.format(outcome=outcome, won=vote.in_favour.count, lost=vote.against.count)


def _sides(meeting: MeetingPrinter, vote: Voting) -> str:
    """Who voted for and against, as far as it is told."""
    words = meeting.words
    shown = ((words.in_favour, vote.in_favour), (words.against, vote.against))
    return " ".join(f"{label}: {who}." for label, side in shown if side and (who := _who(side)))


def _who(side: Votes) -> str:
    return ", ".join((*side.parties, *side.names))


def _below(meeting: MeetingPrinter, case: Case, votes: tuple[Block, ...]) -> tuple[Block, ...]:
    """What stands under a decision that is the only proposal: by whom, and how it was voted on."""
    shown = Paragraph(runs=(Run(text=meeting.words.as_proposed.format(by=case.proposals[0].by), emphasis=True),))
    return (shown, *votes)


def _format_paragraph(text: str) -> Blocks:
    return Blocks(items=(Paragraph(runs=(Run(text=text),)),))
