"""Which files are sent along with a meeting's papers or the annual report, and where they lie in the output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

from osloregion_docs.documents.parts.meetings.editions import Edition
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.reports.annual_report import AnnualReport
from osloregion_docs.slug import slug

_SOURCES: Final = "attachments"
_FOLDER: Final = "vedlegg"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that is sent along: where it lies among the sources of the year, and where in the output."""

    source: str
    file: str
    is_public: bool = True


def of_meeting(meeting: Meeting) -> Mapping[str, SentFile]:
    """The files that are sent with the papers of a meeting, by their names among its sources.

    A file is public if a public case names it. What nobody names, is not printed, or is not there, is not sent.
    """
    cases: dict[str, bool] = {}
    for case in meeting.in_order:
        for attachment in case.attachments:
            if attachment.file and attachment.kind != "unprinted" and attachment.file in (meeting.files or ()):
                cases[attachment.file] = cases.get(attachment.file, False) or not case.exempt
    names = _names(cases)
    return {
        name: SentFile(
            f"meetings/{meeting.id}/{_SOURCES}/{name}",
            f"{Edition(meeting, is_internal=not is_public).folder}/{_FOLDER}/{names[name]}",
            is_public,
        )
        for name, is_public in cases.items()
    }


def of_report(report: AnnualReport | None) -> Mapping[str, SentFile]:
    """The files that are sent with the annual report, by their names among the sources."""
    if report is None:
        return {}
    files = [each.file for each in report.attachments if each.file and each.file in (report.files or ())]
    names = _names(files)
    return {name: SentFile(f"{_SOURCES}/{name}", f"{_FOLDER}/{names[name]}") for name in files}


def _names(files: Iterable[str]) -> dict[str, str]:
    """What each file is called in the output: its own name in letters that are safe in addresses and on every disk.

    Files that would be called alike get a mark that comes of their own name, so that none depends on the order.
    """
    wanted = {name: _safe(name) for name in files}
    alike = Counter(wanted.values())
    return {
        name: safe if alike[safe] == 1 else f"{PurePosixPath(safe).stem}-{_mark(name)}{PurePosixPath(safe).suffix}"
        for name, safe in wanted.items()
    }


def _safe(name: str) -> str:
    path = PurePosixPath(name)
    suffix = slug(path.suffix)
    return f"{slug(path.stem, 80) or _FOLDER}{'.' if suffix else ''}{suffix}"


def _mark(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:8]
