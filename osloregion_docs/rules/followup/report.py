"""Rules on what is sent along with the annual report."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import message
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import find_nearest

_REPORT = KeyPath(("annual_report",))


@rule("RES111", "an attachment of the annual report is in the folder attachments")
def attachments_exist(programme: Programme) -> Iterator[Finding]:
    """The `file` of an attachment is the name of a file in the folder attachments beside annual_report.yaml.

    What is not there cannot be sent along, and the report would name it in vain. Put it there, or leave `file` out.
    """
    report = programme.annual_report
    files = report.files if report else None
    for place, attachment in enumerate(report.attachments if report else (), 1):
        if attachment.file and files is not None and attachment.file not in files:
            found = message("RES111.missing", file=attachment.file, near=find_nearest(attachment.file, files))
            yield Finding.of(_REPORT / "attachments" / place / "file", found)


@rule("RES112", "a file among the attachments belongs to the annual report")
def files_are_listed(programme: Programme) -> Iterator[Finding]:
    """A file in the year's folder attachments that annual_report.yaml does not list is not sent to anybody.

    Often an older version, left over. The attachments of a meeting lie in the meeting's own folder.
    """
    report = programme.annual_report
    listed = {attachment.file for attachment in report.attachments} if report else set()
    for place, name in enumerate((report.files or ()) if report else (), 1):
        if name not in listed:
            yield Finding.of(_REPORT / "files" / place, message("RES112.unlisted", file=name))


RULES: tuple[Rule, ...] = (attachments_exist, files_are_listed)
