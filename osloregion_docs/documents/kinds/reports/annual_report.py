"""The annual report (årsrapport): what came of the adopted programme, drawn from one source each."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.documents.document import Document, DocumentKind
from osloregion_docs.documents.parts.attachments.attachable_documents import annual_report_name
from osloregion_docs.documents.parts.attachments.attached_files import of_report
from osloregion_docs.documents.parts.attachments.attachment_entry import linked, listed
from osloregion_docs.documents.parts.attachments.document_links import to_file
from osloregion_docs.documents.parts.followup.accounts_chapter import accounts_section
from osloregion_docs.documents.parts.followup.organisation_chapter import organisation_sections
from osloregion_docs.documents.parts.followup.report_contexts import ReportContext, SectionEntry
from osloregion_docs.documents.parts.followup.status_data import FollowUp, document, head
from osloregion_docs.labels import forms
from osloregion_docs.language import Language
from osloregion_docs.model.content import Block, ListBlock, Paragraph, Run
from osloregion_docs.model.programme import FocusArea, Programme


def compose(programme: Programme, language: Language, seen_from: str = "") -> tuple[Document, ...]:
    """The annual report in one language, of a year that has one; before figures exist it says so at each place.

    Its links are seen from a folder of the output, where it is bound into a document that lies there.
    """
    name = annual_report_name(programme, language)
    if not name:
        return ()
    told = FollowUp(programme, language, programme.results.newest)
    words = told.words
    edition = words.closed.format(year=programme.year) if programme.results.closed else words.draft
    sections = [*_sections(told), *_attachments(told, seen_from)]
    context = head(told, f"{words.annual_report} {programme.year}", words.annual_report, edition, sections)
    return (document(told, "annual_report", name, context),)


def _sections(told: FollowUp) -> Iterator[SectionEntry]:
    words, report, strategy = told.words, told.report, told.programme.strategy
    yield told.section(words.foreword, tuple(_foreword(told)), "annual_report/foreword")
    highlights = tuple(told.printer.text(each) for each in report.highlights)
    points: tuple[Block, ...] = (told.listed(highlights),) if highlights else told.missing(words.not_written)
    yield told.section(words.highlights, points, "annual_report/highlights")
    aims = ((words.vision, strategy.vision), (words.goal, strategy.goal))
    said = tuple(
        Paragraph(runs=(Run(text=f"{label}: ", strong=True), Run(text=told.printer.text(text)))) for label, text in aims
    )
    yield told.section(
        f"{words.vision} {told.printer.labels.meetings.conjunction} {words.goal.lower()}", said, "strategy"
    )
    results = told.section(words.results, (told.reported(),), "results")
    yield results.model_copy(update={"pictures": (told.status_picture(), told.timeline_picture())})
    yield from told.areas()
    yield told.section(words.strategy, (), "strategy/focus_areas")
    yield from (_focus_area(told, area) for area in strategy.focus_areas)
    yield from organisation_sections(told)
    yield accounts_section(told)
    yield told.section(words.audit, told.paragraphs(report.audit), "annual_report/audit")


def _foreword(told: FollowUp) -> Iterator[Block]:
    foreword = told.report.foreword
    yield from told.paragraphs(foreword.text if foreword else None)
    if foreword:
        role = told.printer.text(foreword.role)
        signed = ", ".join(part for part in (foreword.author, forms.in_sentence(role)) if part)
        yield Paragraph(runs=(Run(text=signed, strong=True),))


def _attachments(told: FollowUp, seen_from: str) -> Iterator[SectionEntry]:
    """What is sent along with the report; nothing is said where nothing is."""
    words, sent, report = told.printer.labels.meetings, of_report(told.report), told.report
    lines = []
    for place, attachment in enumerate(report.attachments, 1):
        file = sent.get(attachment.file or "")
        title = linked(told.printer.line(attachment.title), to_file(file.file, seen_from) if file else "")
        note = words.sender.format(sender=attachment.sender) if attachment.sender else ""
        lines.append(listed(words.attachment.format(number=place), title, note))
    if lines:
        points = ListBlock(items=tuple((Paragraph(runs=line.runs),) for line in lines))
        yield told.section(words.attachments, (points,), "annual_report/attachments")


def _focus_area(told: FollowUp, area: FocusArea) -> SectionEntry:
    """The activities of a focus area, each with the measures that serve it and how far these have come."""
    served = {
        f"{area.id}/{activity.id}": [
            measure for measure in told.programme.measures if f"{area.id}/{activity.id}" in measure.serves
        ]
        for activity in area.activities
    }
    labels = told.printer.labels
    unserved = told.words.unserved if told.programme.has_served_activities else forms.in_sentence(labels.trace.not_told)
    lines = []
    for activity in area.activities:
        measures = sorted(served[f"{area.id}/{activity.id}"], key=lambda measure: told.numbers.get(measure.id, ""))
        names = [f"{told.numbers.get(each.id, '')} ({told.status(each.id).lower()})" for each in measures]
        conjunction = told.printer.labels.meetings.conjunction
        by = told.words.served.format(measures=forms.listed(names, conjunction)) if names else unserved
        lines.append(f"{told.printer.text(activity.text).rstrip('.')}: {by}")
    blocks: tuple[Block, ...] = (told.listed(tuple(lines)),) if lines else ()
    return told.section(told.printer.text(area.title), blocks, f"strategy/focus_areas/{area.id}", level=2)


ANNUAL_REPORT = DocumentKind(
    name="annual_report",
    title="Årsrapport",
    context=ReportContext,
    formats=("docx", "pdf", "html", "odt", "md", "txt", "docx-simple"),
    compose=compose,
)
