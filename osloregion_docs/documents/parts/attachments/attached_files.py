"""Which files are sent along with a meeting's papers or the annual report, and where they lie in the output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.reports.annual_report import AnnualReport
from osloregion_docs.publicity import Audience, file_audiences, folder_of
from osloregion_docs.slug import slug

_SOURCES: Final = "attachments"
_FOLDER: Final = "vedlegg"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that is sent along: where it lies among the sources of the year, and where in the output."""

    source: str
    file: str
    audience: Audience = Audience.PUBLIC


def of_meeting(meeting: Meeting) -> Mapping[str, SentFile]:
    """The files that are sent with the papers of a meeting, by their names among its sources."""
    audiences = file_audiences(meeting)
    names = _names(audiences)
    return {
        name: SentFile(
            f"meetings/{meeting.id}/{_SOURCES}/{name}",
            f"{folder_of(meeting, audience)}/{_FOLDER}/{names[name]}",
            audience,
        )
        for name, audience in audiences.items()
    }


def of_report(report: AnnualReport | None) -> Mapping[str, SentFile]:
    """The files that are sent with the annual report, by their names among the sources."""
    if report is None:
        return {}
    files = [each.file for each in report.attachments if each.file and each.file in (report.files or ())]
    names = _names(files)
    return {name: SentFile(f"{_SOURCES}/{name}", f"{_FOLDER}/{names[name]}") for name in files}


def sent_audience(programme: Programme, file: str) -> Audience:
    """Who may read a sent file, by its path in the output; one that is not sent any more is internal."""
    sent = [of_report(programme.annual_report), *map(of_meeting, programme.meetings)]
    return next((each.audience for files in sent for each in files.values() if each.file == file), Audience.INTERNAL)


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
