"""The minutes of a meeting (referat, protokoll)."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.documents.document import Blocks, Context, Document, DocumentKind, Line
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.facts import plain
from osloregion_docs.documents.parts.meetings import outcome
from osloregion_docs.documents.parts.meetings.attendance_list import GroupEntry, groups
from osloregion_docs.documents.parts.meetings.editions import Edition, meetings_in
from osloregion_docs.documents.parts.meetings.meeting_contexts import HeadedContext, SectionEntry
from osloregion_docs.documents.parts.meetings.meeting_documents import minutes_name, was_held
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.language import Language
from osloregion_docs.model.content import ListBlock, Paragraph, Run
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.programme import Programme

_AFTER_CASES = 900
"""Where minutes stand among the documents of a meeting."""


class CaseEntry(Context):
    """One case as minutes tell it, or a talk that is none."""

    label: str
    title: Line
    anchor: str
    notes: str
    """Notes on it: the organ where two met, that it is exempt; who gave a talk."""
    sections: tuple[SectionEntry, ...]


class MinutesContext(HeadedContext):
    """What templates/minutes/ may use."""

    name: str
    groups: tuple[GroupEntry, ...]
    nobody: str
    """That it is not told who was there; empty where it is."""
    cases: tuple[CaseEntry, ...]
    closing: tuple[SectionEntry, ...]
    """Who signed, and corrections."""


def minutes_of(programme: Programme, edition: Edition, language: Language) -> Document:
    """The minutes of a meeting in one edition and language."""
    meeting, anchors = MeetingPrinter(programme, edition, language), Anchors()
    words, called = meeting.words, meeting.minutes_word()
    title = words.minutes_of.format(minutes=called, organ=meeting.names())
    present = tuple(groups(meeting, anchors))
    head = meeting.head(
        plain(title),
        meeting.status(meeting.approval()),
        (words.place, meeting.where() or plain(words.not_told)),
        (words.reference, edition.meeting.reference),
    )
    context = MinutesContext(
        **vars(head),
        name=called,
        groups=present,
        nobody="" if present else words.not_told,
        cases=tuple(_points(meeting, anchors)),
        closing=tuple(_closing(meeting, anchors)),
    )
    about = meeting.about(head, f"{title} – {head.when}", called)
    name, subject = minutes_name(meeting), f"meetings/{edition.folder}"
    shelf = meeting.shelf(_AFTER_CASES)
    return Document("minutes", subject, name, meeting.language, about, context, anchors.addresses, shelf)


def _points(meeting: MeetingPrinter, anchors: Anchors) -> Iterator[CaseEntry]:
    """The points of the agenda, as minutes tell them: cases, and talks that are none."""
    cases = {case.id: case for case in meeting.meeting.cases}
    for place, item in enumerate(meeting.meeting.agenda, 1):
        if item.case in cases:
            yield _case(meeting, cases[item.case], anchors)
        elif item.talk is not None:
            address = f"meetings/{meeting.meeting.id}/agenda/{place}"
            anchor = anchors.new("innlegg", meeting.printer.text(item.talk), address)
            title, notes = meeting.line(item.talk), item.speaker or ""
            yield CaseEntry(label=meeting.words.talk, title=title, anchor=anchor, notes=notes, sections=())


def _case(meeting: MeetingPrinter, case: Case, anchors: Anchors) -> CaseEntry:
    two = len(meeting.meeting.organs) > 1
    notes = (meeting.name(meeting.meeting.organ_of(case)) if two else "", meeting.exemption(case))
    address = f"meetings/{meeting.meeting.id}/cases/{case.id}"
    shown = outcome.sections(meeting, case, lambda heading: anchors.new("del", f"{case.id} {heading}", address))
    return CaseEntry(
        label=meeting.numbered(case),
        title=meeting.title_of(case),
        anchor=anchors.new("sak", meeting.anchor_words(case), address),
        notes=" · ".join(note for note in notes if note),
        sections=tuple(shown) if meeting.edition.shows(case) else (),
    )


def _closing(meeting: MeetingPrinter, anchors: Anchors) -> Iterator[SectionEntry]:
    words, minutes = meeting.words, meeting.meeting.minutes
    address = f"meetings/{meeting.meeting.id}/minutes"
    if minutes.signed_by:
        items = tuple((Paragraph(runs=(Run(text=name),)),) for name in minutes.signed_by)
        text = Blocks(items=(ListBlock(items=items),))
        yield SectionEntry(heading=words.signed, anchor=anchors.new("underskrift", "", address), text=text)
    if minutes.errata:
        shown = (
            (
                Run(text=f"{words.erratum.format(date=meeting.date(erratum.date))}: ", strong=True),
                *meeting.line(erratum.text).runs,
            )
            for erratum in minutes.errata
        )
        text = Blocks(items=tuple(Paragraph(runs=runs) for runs in shown))
        yield SectionEntry(heading=words.errata, anchor=anchors.new("rettelser", "", address), text=text)


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The minutes of the year's meetings that were held, in one language."""
    return tuple(
        minutes_of(programme, edition, language)
        for edition in meetings_in(programme, language)
        if was_held(edition.meeting)
    )


MINUTES = DocumentKind(
    name="minutes",
    title="Referat eller protokoll",
    context=MinutesContext,
    formats=("docx", "pdf", "html", "odt", "md", "txt", "docx-simple"),
    compose=compose,
)
