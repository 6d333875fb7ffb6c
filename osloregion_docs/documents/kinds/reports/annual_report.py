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
    followup = FollowUp(programme, language, programme.results.newest)
    words = followup.words
    edition = words.closed.format(year=programme.year) if programme.results.closed else words.draft
    sections = [*_sections(followup), *_attachments(followup, seen_from)]
    context = head(followup, f"{words.annual_report} {programme.year}", words.annual_report, edition, sections)
    return (document(followup, "annual_report", name, context),)


def _sections(followup: FollowUp) -> Iterator[SectionEntry]:
    words, report, strategy = followup.words, followup.report, followup.programme.strategy
    yield followup.section(words.foreword, tuple(_foreword(followup)), "annual_report/foreword")
    highlights = tuple(followup.printer.text(each) for each in report.highlights)
    points: tuple[Block, ...] = (followup.listed(highlights),) if highlights else followup.missing(words.not_written)
    yield followup.section(words.highlights, points, "annual_report/highlights")
    visions = ((words.vision, strategy.vision), (words.goal, strategy.goal))
    points = tuple(
        Paragraph(runs=(Run(text=f"{label}: ", strong=True), Run(text=followup.printer.text(text))))
        for label, text in visions
    )
    yield followup.section(
        f"{words.vision} {followup.printer.labels.meetings.conjunction} {words.goal.lower()}", points, "strategy"
    )
    results = followup.section(words.results, (followup.reported(),), "results")
    yield results.model_copy(update={"pictures": (followup.status_picture(), followup.timeline_picture())})
    yield from followup.areas()
    yield followup.section(words.strategy, (), "strategy/focus_areas")
    yield from (_focus_area(followup, area) for area in strategy.focus_areas)
    yield from organisation_sections(followup)
    yield accounts_section(followup)
    yield followup.section(words.audit, followup.paragraphs(report.audit), "annual_report/audit")


def _foreword(followup: FollowUp) -> Iterator[Block]:
    foreword = followup.report.foreword
    yield from followup.paragraphs(foreword.text if foreword else None)
    if foreword:
        role = followup.printer.text(foreword.role)
        signed = ", ".join(part for part in (foreword.author, forms.in_sentence(role)) if part)
        yield Paragraph(runs=(Run(text=signed, strong=True),))


def _attachments(followup: FollowUp, seen_from: str) -> Iterator[SectionEntry]:
    """What is sent along with the report; nothing is said where nothing is."""
    words, sent, report = followup.printer.labels.meetings, of_report(followup.report), followup.report
    lines = []
    for place, attachment in enumerate(report.attachments, 1):
        file = sent.get(attachment.file or "")
        title = linked(followup.printer.line(attachment.title), to_file(file.file, seen_from) if file else "")
        note = words.sender.format(sender=attachment.sender) if attachment.sender else ""
        lines.append(listed(words.attachment.format(number=place), title, note))
    if lines:
        points = ListBlock(items=tuple((Paragraph(runs=line.runs),) for line in lines))
        yield followup.section(words.attachments, (points,), "annual_report/attachments")


def _focus_area(followup: FollowUp, area: FocusArea) -> SectionEntry:
    """The activities of a focus area, each with the measures that serve it and how far these have come."""
    served = {
        f"{area.id}/{activity.id}": [
            measure for measure in followup.programme.measures if f"{area.id}/{activity.id}" in measure.serves
        ]
        for activity in area.activities
    }
    labels = followup.printer.labels
    unserved = (
        followup.words.unserved
        if followup.programme.has_served_activities
        else forms.in_sentence(labels.trace.not_told)
    )
    lines = []
    for activity in area.activities:
        measures = sorted(served[f"{area.id}/{activity.id}"], key=lambda measure: followup.numbers.get(measure.id, ""))
        names = [f"{followup.numbers.get(each.id, '')} ({followup.status(each.id).lower()})" for each in measures]
        conjunction = followup.printer.labels.meetings.conjunction
        by = followup.words.served.format(measures=forms.listed(names, conjunction)) if names else unserved
        lines.append(f"{followup.printer.text(activity.text).rstrip('.')}: {by}")
    blocks: tuple[Block, ...] = (followup.listed(tuple(lines)),) if lines else ()
    return followup.section(followup.printer.text(area.title), blocks, f"strategy/focus_areas/{area.id}", level=2)


ANNUAL_REPORT = DocumentKind(
    name="annual_report",
    title="Årsrapport",
    context=ReportContext,
    formats=("docx", "pdf", "html", "odt", "md", "txt", "docx-simple"),
    compose=compose,
)
