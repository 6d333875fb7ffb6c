"""An attachment (vedlegg): a file of the sources that is sent along as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from osloregion_docs.documents.document import Context, Document, DocumentKind, Properties, Shelf
from osloregion_docs.documents.parts.attachments.attached_files import SentFile, of_meeting, of_report
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.parts.meetings.editions import Edition
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.language import Language
from osloregion_docs.model.meetings.attachment import Enclosure
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import Text
from osloregion_docs.publicity import Audience, case_audience

_LAST = 995


class AttachmentContext(Context):
    """Which file it is."""

    file: str
    """Relative to the folder of the year's sources."""


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The files that are sent along with the year's meetings and its annual report, their titles in one language."""
    return tuple(_attachments(programme, Printer(language)))


def _attachments(programme: Programme, printer: Printer) -> Iterator[Document]:
    report, words = programme.annual_report, printer.labels.reports
    group = f"{words.annual_report} {programme.year}"
    titles = _titles(report.attachments if report else ())
    for place, (name, sent) in enumerate(of_report(report).items()):
        yield _attachment(programme, printer, sent, titles[name], Shelf(group, f"{place:03}"))
    for meeting in programme.meetings:
        # In the words of a public case rather than of an exempt one, which the public may not read.
        cases = sorted(meeting.in_order, key=lambda case: case_audience(case) is Audience.PUBLIC)
        titles = _titles(each for case in cases for each in case.attachments if each.kind != "unprinted")
        for place, (name, sent) in enumerate(of_meeting(meeting).items()):
            edition = Edition(meeting, sent.audience)
            shelf = MeetingPrinter(programme, edition, printer.language).shelf(_LAST)
            shelf = replace(shelf, key=f"{shelf.key} {place:03}")
            yield _attachment(programme, printer, sent, titles[name], shelf)


def _titles(attachments: Iterable[Enclosure]) -> dict[str, Text]:
    """What each file is called; by the last of those that name it."""
    return {each.file: each.title for each in attachments if each.file}


def _attachment(programme: Programme, printer: Printer, sent: SentFile, title: Text, shelf: Shelf) -> Document:
    author = printer.text(programme.organisation.secretariat.name)
    about = Properties(title=printer.text(title), author=author, language=printer.language)
    context = AttachmentContext(file=sent.source)
    return Document("attachment", sent.file, sent.file, printer.language, about, context, shelf=shelf)


ATTACHMENT = DocumentKind(
    name="attachment",
    title="Vedlegg",
    context=AttachmentContext,
    formats=("file",),
    compose=compose,
)
