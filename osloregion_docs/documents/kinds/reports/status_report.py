"""The status report (rapport om status): how far the measures have come at a cut-off date."""

from __future__ import annotations

from osloregion_docs.documents.document import Document, DocumentKind
from osloregion_docs.documents.parts.attachments.attachable_documents import status_report_name
from osloregion_docs.documents.parts.followup.report_contexts import ReportContext
from osloregion_docs.documents.parts.followup.status_data import FollowUp, document, head
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The status report in one language, as of the cut-off date, or of the day of the newest entry.

    There is one as soon as anything is reported, or the year is to have an annual report.
    """
    name = status_report_name(programme, language)
    if not name:
        return ()
    as_of = programme.results.as_of or programme.results.newest
    followup = FollowUp(programme, language, as_of)
    words = followup.words
    first = followup.section(words.status, (followup.reported(),), "results")
    first = first.model_copy(update={"pictures": (followup.status_picture(), followup.timeline_picture())})
    sections = [first, *followup.areas()]
    edition = words.status_as_of.format(date=followup.date(as_of)) if as_of else words.not_reported
    context = head(followup, f"{words.status_report} {programme.year}", words.status_report, edition, sections)
    return (document(followup, "status_report", name, context),)


STATUS_REPORT = DocumentKind(
    name="status_report",
    title="Status for tiltakene",
    context=ReportContext,
    formats=("docx", "pdf", "html", "odt", "md", "txt", "docx-simple"),
    compose=compose,
)
