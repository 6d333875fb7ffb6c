"""An extract of minutes (særutskrift): one case with its decision, to send on."""

from __future__ import annotations

from typing import Final

from osloregion_docs.documents.anchors import Anchors, slug
from osloregion_docs.documents.document import Document, DocumentKind, Properties
from osloregion_docs.documents.meetings import outcome
from osloregion_docs.documents.meetings.case_paper import file_name
from osloregion_docs.documents.meetings.editions import Edition, editions
from osloregion_docs.documents.meetings.entries import HeadedContext, SectionEntry
from osloregion_docs.documents.meetings.minutes import state
from osloregion_docs.documents.meetings.printed import MeetingPrinter
from osloregion_docs.documents.sender import secretariat_of
from osloregion_docs.language import Language
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.programme import Programme

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
    meeting, anchors = MeetingPrinter(programme, edition, language), Anchors()
    words, title = meeting.words, meeting.title_of(case)
    address = f"meetings/{edition.meeting.id}/cases/{case.id}"
    called = words.minutes_of.format(minutes=meeting.minutes_word(), organ=meeting.names())
    context = ExtractContext(
        title=title,
        name=words.extract,
        label=meeting.numbered(case),
        edition=meeting.status(words.extract, meeting.numbered(case) if case.number else ""),
        organisation=meeting.printer.text(programme.organisation.name),
        secretariat=secretariat_of(programme.organisation, meeting.printer),
        labels=meeting.labels(),
        when=meeting.when(),
        facts=meeting.facts(
            (meeting.minutes_word(), f"{called} ({state(meeting)[:1].lower()}{state(meeting)[1:]})"),
            (words.place, meeting.where()),
            (words.archive, case.archive),
            (words.exempt, case.legal_basis if case.exempt else None),
        ),
        sections=tuple(
            section.model_copy(update={"anchor": anchors.new("del", section.heading, address)})
            for section in outcome.sections(meeting, case)
        ),
    )
    named = " ".join(part for part in (context.label, title.text) if part)
    about = Properties(
        title=f"{words.extract}: {title.text}",
        author=context.secretariat.name,
        language=language,
        status=context.edition,
        description=f"{words.extract}: {named}. {meeting.when()}.",
        heading=f"{words.extract}: {named}",
    )
    place = [each.id for each in edition.meeting.in_order].index(case.id)
    subject = f"meetings/{edition.folder}/cases/{case.id}"
    name = f"{edition.folder}/{slug(words.extract)}-{file_name(meeting, case)}"
    shelf = meeting.shelf(_AFTER_MINUTES + place)
    return Document("extract", subject, name, language, about, context, anchors.addresses, shelf)


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The extracts of the year's decisions, in one language; of exempt cases in the internal edition only."""
    return tuple(
        extract_of(programme, edition, case, language)
        for meeting in programme.meetings
        for edition in editions(meeting)
        for case in meeting.in_order
        if case.kind in EXTRACTED and case.is_decided and case.exempt == edition.is_internal
    )


EXTRACT = DocumentKind(
    name="extract",
    title="Særutskrift",
    context=ExtractContext,
    formats=("docx", "pdf", "html", "odt", "md", "txt", "docx-simple"),
    compose=compose,
)
