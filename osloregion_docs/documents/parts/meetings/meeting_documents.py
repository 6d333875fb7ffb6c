"""The documents of a meeting: which of them it has, what their files are called, and links to them."""

from __future__ import annotations

from typing import Final

from osloregion_docs.documents.document import file_stem
from osloregion_docs.documents.parts.attachments import document_links
from osloregion_docs.documents.parts.meetings.editions import Edition
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.publicity import case_audience
from osloregion_docs.slug import slug

CASE_PAPER: Final = "case_paper"
"""The kind of a case's paper, which is a part of the meeting pack."""


def has_paper(case: Case) -> bool:
    """Whether there is anything to put into a paper before the meeting; what is to follow is there with its text."""
    has_text = any(name != "decision" for name in case.content.parts())
    if has_text or case.papers in {"oral", "later"}:
        return has_text and case.papers != "oral"
    proposes = case.proposes not in {None, "notice-approved", "minutes-approved"}
    return proposes or bool(case.attachments or case.recommendations)


def was_held(meeting: Meeting) -> bool:
    """Whether there is anything to put into minutes: who was there, or what was decided."""
    return bool(meeting.attendance or any(case.is_decided for case in meeting.cases))


def agenda_name(meeting: MeetingPrinter) -> str:
    """What the files of the agenda are called, without suffix."""
    return f"{meeting.edition.folder}/{slug(meeting.words.agenda)}"


def minutes_name(meeting: MeetingPrinter) -> str:
    """What the files of the minutes are called, without suffix."""
    return f"{meeting.edition.folder}/{slug(meeting.minutes_word())}"


def pack_name(meeting: MeetingPrinter) -> str:
    """What the files of the meeting pack are called, without suffix."""
    return f"{meeting.edition.folder}/{slug(meeting.words.pack)}"


def paper_name(meeting: MeetingPrinter, case: Case) -> str:
    """What the files of a case's paper are called, without suffix: ``2018-03-06-styret/sak-5-18-arsrapport-2017``."""
    return f"{meeting.edition.folder}/{case_slug(meeting, case)}"


def case_slug(meeting: MeetingPrinter, case: Case) -> str:
    """``sak-5-18-arsrapport-2017``: the number of a case and its id, in file names."""
    return "-".join(part for part in (slug(meeting.words.case), slug(case.number or ""), case.id) if part)


def link_to_paper(meeting: MeetingPrinter, case: Case) -> str:
    """The link to the paper of a case: to its place in the pack, or to the document's own file."""
    if part := meeting.edition.parts.get((case.id, CASE_PAPER)):
        return document_links.to_part(part)
    own = MeetingPrinter(
        meeting.programme, Edition(meeting.meeting, case_audience(case)), meeting.meeting_language, case
    )
    stem = file_stem(paper_name(own, case), own.language, meeting.programme)
    return document_links.to_document(stem, meeting.edition.folder)
