"""The notice of a meeting with its agenda (innkalling med saksliste)."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.documents.document import Context, Document, DocumentKind, Line
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.facts import plain
from osloregion_docs.documents.parts.meetings.attachment_list import attachments
from osloregion_docs.documents.parts.meetings.editions import Edition, meetings_in
from osloregion_docs.documents.parts.meetings.meeting_contexts import HeadedContext
from osloregion_docs.documents.parts.meetings.meeting_documents import agenda_name, has_paper, link_to_paper
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.language import Language
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import AgendaItem
from osloregion_docs.model.programme import Programme


class ItemEntry(Context):
    """One point of the agenda: a case, or a talk that is none."""

    label: str
    """``Sak 5/18``, or the word for a talk."""
    title: Line
    anchor: str
    notes: str
    """Notes on it, in one line: its kind, that it is new, that papers follow, that it is exempt."""
    papers: tuple[Line, ...] = ()
    """Its papers: the case paper, then its attachments, a line each."""


class AgendaContext(HeadedContext):
    """What templates/agenda/ may use."""

    items: tuple[ItemEntry, ...]


def agenda_of(programme: Programme, edition: Edition, language: Language) -> Document:
    """The agenda of a meeting in one edition and language."""
    meeting, anchors = MeetingPrinter(programme, edition, language), Anchors()
    words, notice = meeting.words, edition.meeting.notice
    draft = "" if notice.sent else meeting.printer.labels.draft
    sent = words.sent.format(date=meeting.date(notice.sent)) if notice.sent else ""
    revised = words.revised.format(date=meeting.date(notice.revised[-1])) if notice.revised else ""
    title = words.agenda_of.format(organ=meeting.names())
    head = meeting.head(
        plain(title),
        meeting.status(draft, sent, revised),
        (words.place, meeting.where()),
        (words.contact, meeting.line(edition.meeting.contact) if edition.meeting.contact else None),
        (words.reference, edition.meeting.reference),
    )
    context = AgendaContext(**vars(head), items=tuple(_items(meeting, anchors)))
    about = meeting.about(head, f"{title} – {head.when}", words.agenda)
    name, subject = agenda_name(meeting), f"meetings/{edition.folder}"
    return Document("agenda", subject, name, meeting.language, about, context, anchors.addresses, meeting.shelf(0))


def _items(meeting: MeetingPrinter, anchors: Anchors) -> Iterator[ItemEntry]:
    cases = {case.id: case for case in meeting.meeting.cases}
    for place, item in enumerate(meeting.meeting.agenda, 1):
        case = cases.get(item.case or "")
        if case is not None:
            yield _case(meeting, case, item, anchors)
        elif item.talk is not None:
            label, address = meeting.words.talk, f"meetings/{meeting.meeting.id}/agenda/{place}"
            anchor = anchors.new("innlegg", meeting.printer.text(item.talk), address)
            title = meeting.line(item.talk)
            yield ItemEntry(label=label, title=title, anchor=anchor, notes=item.speaker or "")


def _case(meeting: MeetingPrinter, case: Case, item: AgendaItem, anchors: Anchors) -> ItemEntry:
    words = meeting.words
    two = len(meeting.meeting.organs) > 1
    notes = (
        words.kinds[case.kind],
        meeting.name(meeting.meeting.organ_of(case)) if two else "",
        words.new if item.added else "",
        "" if has_paper(case) else papers(meeting, case),
        meeting.exemption(case),
    )
    title = meeting.title_of(case)
    shown = (note for note in notes if note and note != title.text)
    return ItemEntry(
        label=meeting.numbered(case),
        title=title,
        anchor=anchors.new("sak", meeting.anchor_words(case), f"meetings/{meeting.meeting.id}/cases/{case.id}"),
        notes=" · ".join(shown),
        papers=(*_paper(meeting, case), *(entry.line for entry in attachments(meeting, case))),
    )


def _paper(meeting: MeetingPrinter, case: Case) -> Iterator[Line]:
    """The paper of a case as a link, where the edition shows the case and it has one."""
    if meeting.edition.shows(case) and has_paper(case):
        yield plain(meeting.words.case_paper, link_to_paper(meeting, case))


def papers(meeting: MeetingPrinter, case: Case) -> str:
    """The note on a case's papers, where they are not sent with the agenda."""
    words = meeting.words
    if case.papers == "oral":
        return words.oral
    if case.papers != "later":
        return ""
    return words.later_by.format(date=meeting.date(case.papers_by)) if case.papers_by else words.later


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The agendas of the year's meetings, in one language."""
    return tuple(agenda_of(programme, edition, language) for edition in meetings_in(programme, language))


AGENDA = DocumentKind(
    name="agenda",
    title="Innkalling med saksliste",
    context=AgendaContext,
    formats=("docx", "pdf", "html", "odt", "md", "txt", "docx-simple"),
    compose=compose,
)
