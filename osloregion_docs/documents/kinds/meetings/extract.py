"""An extract of minutes (særutskrift): one case with its decision, to send on."""

from __future__ import annotations

from typing import Final

from osloregion_docs.documents.document import Document, DocumentKind
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.meetings import outcome
from osloregion_docs.documents.parts.meetings.editions import Edition, editions, is_made
from osloregion_docs.documents.parts.meetings.meeting_contexts import HeadedContext, SectionEntry
from osloregion_docs.documents.parts.meetings.meeting_documents import case_slug
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.labels import forms
from osloregion_docs.language import Language
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.programme import Programme
from osloregion_docs.slug import slug

EXTRACTED: Final = ("decision", "consultation", "election")
"""The kinds of case whose decisions are sent on."""
_AFTER_MINUTES: Final = 910


class ExtractContext(HeadedContext):
    """What templates/extract/ may use."""

    name: str
    label: str
    sections: tuple[SectionEntry, ...]


def extract_of(programme: Programme, edition: Edition, case: Case, language: Language) -> Document:
    """The extract of one case, in one edition and language."""
    meeting, anchors = MeetingPrinter(programme, edition, language, case), Anchors()
    words, title = meeting.words, meeting.title_of(case)
    address = f"meetings/{edition.meeting.id}/cases/{case.id}"
    called = words.minutes_of.format(minutes=meeting.minutes_word(), organ=meeting.names())
    label = meeting.numbered(case)
    head = meeting.head(
        title,
        meeting.status(words.extract, forms.in_sentence(label)),
        (meeting.minutes_word(), f"{called} ({forms.in_sentence(meeting.approval())})"),
        (words.place, meeting.where()),
        (words.archive, case.archive),
        (words.exempt, case.legal_basis),
    )
    sections = outcome.sections(meeting, case, lambda heading: anchors.new("del", heading, address))
    context = ExtractContext(**vars(head), name=words.extract, label=label, sections=tuple(sections))
    heading = f"{words.extract}: {meeting.called(case)}"
    about = meeting.about(head, f"{words.extract}: {title.text}", heading, f"{heading}. {head.when}.")
    place = [each.id for each in edition.meeting.in_order].index(case.id)
    subject = f"meetings/{edition.folder}/cases/{case.id}"
    name = f"{edition.folder}/{slug(words.extract)}-{case_slug(meeting, case)}"
    shelf = meeting.shelf(_AFTER_MINUTES + place)
    return Document("extract", subject, name, meeting.language, about, context, anchors.addresses, shelf)


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The extracts of the year's decisions, in one language; of exempt cases in the internal edition only."""
    return tuple(
        extract_of(programme, edition, case, language)
        for meeting in programme.meetings
        for edition in editions(meeting)
        for case in meeting.in_order
        if case.kind in EXTRACTED and case.is_decided and edition.has_paper_of(case)
        if is_made(meeting.language_of(case), programme, language)
    )


EXTRACT = DocumentKind(
    name="extract",
    title="Særutskrift",
    context=ExtractContext,
    formats=("docx", "pdf", "html", "odt", "md", "txt", "docx-simple"),
    compose=compose,
)
