"""The attachments of a meeting's cases: their numbers, and how they are listed."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.documents.document import Context, Line
from osloregion_docs.documents.meetings.printed import MeetingPrinter
from osloregion_docs.model.content import Run
from osloregion_docs.model.meetings.case import Attachment, Case


class AttachmentEntry(Context):
    """One attachment as it is listed: its number, its title, and what is to be said of it."""

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
        title, note = meeting.line(attachment.title, case), _note(meeting, attachment)
        runs = (Run(text=f"{number}: "), *title.runs, *((Run(text=f" ({note})"),) if note else ()))
        label = meeting.numbered(case)
        yield AttachmentEntry(number=number, title=title, note=note, case=label, line=Line(runs=runs))


def _note(meeting: MeetingPrinter, attachment: Attachment) -> str:
    words = meeting.words
    parts = (
        words.sender.format(sender=attachment.sender) if attachment.sender else "",
        words.attachment_kinds[attachment.kind],
        words.updated.format(date=meeting.date(attachment.updated)) if attachment.updated else "",
    )
    return ", ".join(part for part in parts if part)
