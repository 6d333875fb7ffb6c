"""The paper of a case (saksfremlegg)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from osloregion_docs.documents.document import Blocks, Document, DocumentKind
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.meetings.attachment_list import attachments
from osloregion_docs.documents.parts.meetings.editions import Edition, editions, is_made
from osloregion_docs.documents.parts.meetings.meeting_contexts import HeadedContext, SectionEntry
from osloregion_docs.documents.parts.meetings.meeting_documents import CASE_PAPER as PAPER_KIND
from osloregion_docs.documents.parts.meetings.meeting_documents import has_paper, paper_name
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.documents.parts.meetings.outcome import proposed
from osloregion_docs.labels import forms
from osloregion_docs.language import Language
from osloregion_docs.model.content import Block, ListBlock, Paragraph, Run
from osloregion_docs.model.meetings.case import Case, Recommendation
from osloregion_docs.model.organ import Section
from osloregion_docs.model.programme import Programme

_USUAL: Final[tuple[Section, ...]] = get_args(Section)


class CasePaperContext(HeadedContext):
    """What templates/case_paper/ may use."""

    name: str
    """What the document is called: Saksfremlegg."""
    label: str
    """``Sak 5/18``."""
    sections: tuple[SectionEntry, ...]


def case_paper_of(programme: Programme, edition: Edition, case: Case, language: Language) -> Document:
    """The paper of a case in one edition and language."""
    meeting, anchors = MeetingPrinter(programme, edition, language, case), Anchors()
    words, title = meeting.words, meeting.title_of(case)
    label = meeting.numbered(case)
    head = meeting.head(
        title,
        meeting.status(words.case_paper, forms.in_sentence(label)),
        (words.course, _course(meeting, case)),
        (words.kind, words.kinds[case.kind]),
        (words.follows, "\n".join(meeting.treated(earlier) for earlier in case.follows)),
        (words.officer, case.officer),
        (words.archive, case.archive),
        (words.classification, case.classification),
        (words.exempt, case.legal_basis),
    )
    sections = tuple(_sections(meeting, case, anchors))
    context = CasePaperContext(**vars(head), name=words.case_paper, label=label, sections=sections)
    called = meeting.called(case)
    description = f"{called}. {meeting.names(inside=False)}. {head.when}."
    about = meeting.about(head, f"{words.case_paper}: {title.text}", called, description)
    place = [each.id for each in edition.meeting.in_order].index(case.id) + 1
    subject = f"meetings/{edition.folder}/cases/{case.id}"
    name, shelf = paper_name(meeting, case), meeting.shelf(place)
    return Document(PAPER_KIND, subject, name, meeting.language, about, context, anchors.addresses, shelf)


def _course(meeting: MeetingPrinter, case: Case) -> str:
    """Which organs treat the case, one after the other, a line each."""
    earlier = [meeting.treated(recommendation.by) for recommendation in case.recommendations]
    organ = meeting.name(meeting.meeting.organ_of(case))
    day = meeting.date(meeting.meeting.date) if meeting.meeting.date else ""
    number = f"{meeting.printer.labels.case}{forms.HARD_SPACE}{case.number}" if case.number else ""
    here = ", ".join(part for part in (" ".join(part for part in (organ, day) if part), number) if part)
    return "\n".join((*dict.fromkeys(earlier), here))


def _sections(meeting: MeetingPrinter, case: Case, anchors: Anchors) -> Iterator[SectionEntry]:
    chosen = meeting.organ.sections if meeting.organ and meeting.organ.sections else _USUAL
    for name in (*chosen, *(each for each in _USUAL if each not in chosen)):
        if name == "proposal":
            yield from _list_recommendations(meeting, case, anchors)
        text = _text(meeting, case, name)
        if text:
            heading = _heading(meeting, name)
            anchor = anchors.new("del", heading, _address(meeting, case, name))
            yield SectionEntry(heading=heading, anchor=anchor, text=text, is_decision=name == "proposal")


def _text(meeting: MeetingPrinter, case: Case, name: Section) -> Blocks:
    if name == "attachments":
        listed = attachments(meeting, case)
        items = tuple((Paragraph(runs=entry.line.runs),) for entry in listed)
        return Blocks(items=(ListBlock(items=items),)) if items else Blocks()
    if name == "proposal":
        return proposed(meeting, case)
    return meeting.blocks(getattr(case.content, name), case)


def _heading(meeting: MeetingPrinter, name: Section) -> str:
    """The heading of a section; what is proposed may bear the name of who proposes it."""
    proposer = meeting.organ.proposer if meeting.organ else None
    if name == "proposal" and proposer:
        whose = forms.genitive(meeting.printer.text(proposer), meeting.language)
        return meeting.words.proposal_of.format(whose=whose)
    return meeting.words.sections[name]


def _address(meeting: MeetingPrinter, case: Case, name: Section) -> str:
    inner = "attachments" if name == "attachments" else f"content/{name}"
    return f"meetings/{meeting.meeting.id}/cases/{case.id}/{inner}"


def _list_recommendations(meeting: MeetingPrinter, case: Case, anchors: Anchors) -> Iterator[SectionEntry]:
    """What other organs recommend, those of a divided one each by itself."""
    for place, recommendation in enumerate(case.recommendations, 1):
        if not (recommendation.text or recommendation.subsidiary):
            continue
        heading = meeting.words.recommendation_of.format(organ=meeting.name(recommendation.by.organ, inside=True))
        address = f"meetings/{meeting.meeting.id}/cases/{case.id}/recommendations/{place}"
        text = Blocks(items=tuple(_recommendation(meeting, case, recommendation)))
        yield SectionEntry(heading=heading, anchor=anchors.new("del", heading, address), text=text, is_decision=True)


def _recommendation(meeting: MeetingPrinter, case: Case, recommendation: Recommendation) -> Iterator[Block]:
    if recommendation.text:
        yield Paragraph(runs=meeting.line(recommendation.text, case).runs)
    if recommendation.subsidiary:
        label = Run(text=f"{meeting.words.subsidiary}: ", strong=True)
        yield Paragraph(runs=(label, *meeting.line(recommendation.subsidiary, case).runs))
    if recommendation.supporters:
        names = forms.listed(recommendation.supporters, meeting.words.conjunction)
        yield Paragraph(runs=(Run(text=f"{meeting.words.supporters.format(names=names)}.", emphasis=True),))


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The papers of the year's cases, in one language; of exempt cases in the internal edition only."""
    return tuple(
        case_paper_of(programme, edition, case, language)
        for meeting in programme.meetings
        for edition in editions(meeting)
        for case in papers_of(edition)
        if is_made(meeting.language_of(case), programme, language)
    )


def papers_of(edition: Edition) -> tuple[Case, ...]:
    """The cases that have a paper in an edition."""
    return tuple(case for case in edition.meeting.in_order if has_paper(case) and edition.has_paper_of(case))


CASE_PAPER = DocumentKind(
    name=PAPER_KIND,
    title="Saksfremlegg",
    context=CasePaperContext,
    formats=("docx", "pdf", "html", "odt", "md", "txt", "docx-simple"),
    compose=compose,
)
