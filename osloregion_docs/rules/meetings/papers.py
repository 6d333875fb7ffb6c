"""Rules on the papers of cases, and on their attachments."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.messages.message import message
from osloregion_docs.model.meetings.attachment import Attachment
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import localise
from osloregion_docs.publicity import case_audience
from osloregion_docs.rules.meetings.located import all_cases, cases_of, path_of
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import find_nearest


@rule("MTG908", "papers that are promised are there")
def promised_papers_are_there(programme: Programme) -> Iterator[Finding]:
    """A case whose `papers` are written has a text or an attachment; papers that are to follow come before the meeting.

    The agenda prints what is promised, so members look for them.
    """
    for meeting, case, path in all_cases(programme):
        has_papers = bool(case.attachments) or any(name != "decision" for name in case.content.parts())
        late = case.papers_by and meeting.date and case.papers_by > meeting.date
        if case.papers == "written" and not has_papers:
            yield Finding.of(path / "papers", message("MTG908.written"))
        elif case.papers == "later" and meeting.minutes.approved and not has_papers:
            yield Finding.of(path / "papers", message("MTG908.later"))
        elif late:
            found = message("MTG908.late", due=str(case.papers_by), date=str(meeting.date))
            yield Finding.of(path / "papers_by", found)


@rule("MTG909", "an attachment is listed once")
def attachments_are_listed_once(programme: Programme) -> Iterator[Finding]:
    """The same file, document or title is twice among a case's attachments, so it would be sent twice."""
    for _meeting, case, path in all_cases(programme):
        seen: set[str] = set()
        for place, attachment in enumerate(case.attachments, 1):
            marks = set(_marks(attachment, programme))
            if marks & seen:
                name = next(iter(sorted(marks & seen)))
                yield Finding.of(path / "attachments" / place, message("MTG909.repeated", name=name))
            seen |= marks


@rule("MTG924", "an attachment is in the folder attachments")
def attachments_exist(programme: Programme) -> Iterator[Finding]:
    """The `file` of an attachment is the name of a file in the folder attachments beside meeting.yaml.

    What is not there cannot be sent. Put it there, or say `kind: unprinted` and leave `file` out.
    """
    for meeting, case, path in all_cases(programme):
        for place, attachment in enumerate(case.attachments, 1):
            if attachment.file and meeting.files is not None and attachment.file not in meeting.files:
                near = find_nearest(attachment.file, meeting.files)
                found = message("MTG924.missing", file=attachment.file, near=near)
                yield Finding.of(path / "attachments" / place / "file", found)


@rule("MTG925", "a file among the attachments belongs to a case")
def files_are_listed(programme: Programme) -> Iterator[Finding]:
    """A file in the folder attachments that no case lists is not sent to anybody. Often an older version, left over."""
    for meeting in programme.meetings:
        listed = {attachment.file for case in meeting.cases for attachment in case.attachments}
        for place, name in enumerate(meeting.files or (), 1):
            if name not in listed:
                yield Finding.of(path_of(meeting) / "files" / place, message("MTG925.unlisted", file=name))


@rule("MTG926", "a file belongs to one case")
def files_belong_to_one_case(programme: Programme) -> Iterator[Finding]:
    """The same file is among the attachments of two cases of an organ, so members get it twice.

    List it in the one, and name that case in the text of the other. Two organs that meet in one event may both have it.
    """
    for meeting in programme.meetings:
        first: dict[tuple[str, str], str] = {}
        for _meeting, case, path in cases_of(meeting):
            for place, attachment in enumerate(case.attachments, 1):
                known = first.setdefault((meeting.organ_of(case), attachment.file or ""), case.id)
                if attachment.file and known != case.id and not _has_exempt(meeting, known, case.id):
                    found = message("MTG926.repeated", file=attachment.file, other=known)
                    yield Finding.of(path / "attachments" / place / "file", found)


def _has_exempt(meeting: Meeting, *cases: str) -> bool:
    """Whether one of these cases is exempt and another is not, which MTG928 reports."""
    return len({case_audience(case) for case in meeting.cases if case.id in cases}) > 1


def _marks(attachment: Attachment, programme: Programme) -> Iterator[str]:
    """What an attachment is known by: its file or document, and its title."""
    yield localise(attachment.title, programme.languages[0])
    if known_by := attachment.file or attachment.document:
        yield known_by


RULES: tuple[Rule, ...] = (
    promised_papers_are_there,
    attachments_are_listed_once,
    attachments_exist,
    files_are_listed,
    files_belong_to_one_case,
)
