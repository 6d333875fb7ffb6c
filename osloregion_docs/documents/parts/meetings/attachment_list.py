"""The attachments of a meeting's cases: their numbers, and how they are listed."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.documents.document import Context, Line
from osloregion_docs.documents.parts.attachments import document_links
from osloregion_docs.documents.parts.attachments.attachable_documents import stem_of
from osloregion_docs.documents.parts.attachments.attached_files import of_meeting as sent_files
from osloregion_docs.documents.parts.attachments.attachment_entry import linked, listed
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.model.meetings.attachment import Attachment
from osloregion_docs.model.meetings.case import Case


class AttachmentEntry(Context):
    """One attachment as it is listed: its number, its title, and notes on it."""

    number: str
    title: Line
    note: str
    case: str
    """Which case it belongs to."""
    line: Line
    """All of that but the case, in one line."""


def numbers(meeting: MeetingPrinter) -> dict[tuple[str, int], int]:
    """Case id and place among its attachments to the printed number: anew in each case, or through the meeting."""
    through = meeting.organ is not None and meeting.organ.attachment_numbers == "meeting"
    found: dict[tuple[str, int], int] = {}
    for case in meeting.meeting.in_order:
        for place, _ in enumerate(case.attachments, 1):
            found[case.id, place] = len(found) + 1 if through else place
    return found


def attachments(meeting: MeetingPrinter, case: Case) -> tuple[AttachmentEntry, ...]:
    """The attachments of a case, as the edition shows them."""
    return tuple(_entries(meeting, case)) if meeting.edition.shows(case) else ()


def _entries(meeting: MeetingPrinter, case: Case) -> Iterator[AttachmentEntry]:
    printed = numbers(meeting)
    for place, attachment in enumerate(case.attachments, 1):
        number = meeting.words.attachment.format(number=printed.get((case.id, place), place))
        title = linked(meeting.line(attachment.title, case), _link(meeting, case, attachment))
        note, label = _note(meeting, attachment), meeting.numbered(case)
        line = listed(number, title, note)
        yield AttachmentEntry(number=number, title=title, note=note, case=label, line=line)


def _link(meeting: MeetingPrinter, case: Case, attachment: Attachment) -> str:
    """What the line leads to: the file that is sent along, or the document that is built, if there is one."""
    folder = meeting.edition.folder
    if attachment.document:
        if part := meeting.edition.parts.get((case.id, attachment.document)):
            return document_links.to_part(part)
        stem = stem_of(attachment.document, meeting.programme, meeting.language)
        return document_links.to_document(stem, folder) if stem else ""
    sent = sent_files(meeting.meeting).get(attachment.file or "")
    return document_links.to_file(sent.file, folder) if sent and attachment.kind != "unprinted" else ""


def _note(meeting: MeetingPrinter, attachment: Attachment) -> str:
    words = meeting.words
    parts = (
        words.sender.format(sender=attachment.sender) if attachment.sender else "",
        words.attachment_kinds[attachment.kind],
        words.updated.format(date=meeting.date(attachment.updated)) if attachment.updated else "",
    )
    return ", ".join(part for part in parts if part)
