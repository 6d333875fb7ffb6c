"""The meeting pack (møtepapirer): agenda, papers and built attachments of a meeting, merged into one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from osloregion_docs.documents.document import Document, DocumentKind, Line
from osloregion_docs.documents.parts.facts import plain
from osloregion_docs.documents.parts.meetings.attachment_list import attachments
from osloregion_docs.documents.parts.meetings.editions import Edition, meetings_in
from osloregion_docs.documents.parts.meetings.meeting_contexts import HeadedContext
from osloregion_docs.documents.parts.meetings.meeting_documents import CASE_PAPER, has_paper, pack_name
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.language import Language
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.programme import Programme

_LAST: Final = 990


@dataclass(frozen=True, slots=True)
class PartComposers:
    """How the documents of other kinds that a pack consists of are composed."""

    agenda: Callable[[Programme, Edition, Language], Document]
    case_paper: Callable[[Programme, Edition, Case, Language], Document]
    attachments: Mapping[str, Callable[[Programme, Language, str], tuple[Document, ...]]]
    """By document kind; the last argument is the folder that their links are relative to."""


class MeetingPackContext(HeadedContext):
    """What templates/meeting_pack/ may use; the documents merged into it follow by themselves."""

    apart: tuple[Line, ...]
    """The attachments that lie beside it as files of their own, a line each."""
    apart_heading: str


def _pack(composers: PartComposers, programme: Programme, edition: Edition, language: Language) -> Document:
    """The pack of a meeting in one edition and language."""
    meeting = MeetingPrinter(programme, edition, language)
    words = meeting.words
    title = f"{words.pack}: {meeting.names()}"
    draft = "" if edition.meeting.notice.sent else meeting.printer.labels.draft
    head = meeting.head(plain(title), meeting.status(draft), (words.place, meeting.where()))
    context = MeetingPackContext(**vars(head), apart=tuple(_apart(meeting)), apart_heading=words.apart)
    about = meeting.about(head, f"{title} – {head.when}", words.pack)
    name, subject = pack_name(meeting), f"meetings/{edition.folder}"
    parts = tuple(_merged_documents(composers, programme, edition, language))
    addresses = {
        f"del-{place}-{anchor}": address
        for place, document in enumerate(parts, 1)
        for anchor, address in document.addresses.items()
    }
    shelf = meeting.shelf(_LAST)
    return Document("meeting_pack", subject, name, meeting.language, about, context, addresses, shelf, parts)


def _merged_documents(
    composers: PartComposers, programme: Programme, edition: Edition, language: Language
) -> Iterator[Document]:
    """The agenda, then each case's paper with its built attachments, in the order of the agenda."""
    shown = [case for case in edition.meeting.in_order if edition.shows(case)]
    built = {
        (case.id, name): replace(document, parts=())
        for case in shown
        for name in dict.fromkeys(each.document for each in case.attachments if each.document)
        for document in composers.attachments[name](programme, language, edition.folder)
    }
    parts = dict(_parts(shown, built))
    whole = replace(edition, parts=parts)
    yield composers.agenda(programme, whole, language)
    for case in shown:
        if has_paper(case):
            yield composers.case_paper(programme, whole, case, language)
        yield from (document for (id_, _name), document in built.items() if id_ == case.id)


def _parts(shown: Iterable[Case], built: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], int]]:
    """Where each paper and built attachment is merged in: the agenda is the first, and papers precede attachments."""
    place = 1
    for case in shown:
        if has_paper(case):
            place += 1
            yield (case.id, CASE_PAPER), place
        for known_as in built:
            if known_as[0] == case.id:
                place += 1
                yield known_as, place


def _apart(meeting: MeetingPrinter) -> Iterator[Line]:
    for case in meeting.meeting.in_order:
        entries = attachments(meeting, case)
        for entry, attachment in zip(entries, case.attachments, strict=False):
            if not attachment.document and attachment.kind != "unprinted":
                label = meeting.numbered(case) or meeting.title_of(case).text
                yield Line(runs=(*plain(f"{label}, ").runs, *entry.line.runs))


def meeting_pack(composers: PartComposers) -> DocumentKind:
    """The kind of the year's meeting packs, whose parts are composed by others."""

    def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
        return tuple(_pack(composers, programme, edition, language) for edition in meetings_in(programme, language))

    return DocumentKind(
        name="meeting_pack",
        title="Møtepapirer",
        context=MeetingPackContext,
        formats=("pdf",),
        compose=compose,
    )
