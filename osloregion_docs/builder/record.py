"""Writes down what was built from what: for all in one manifest, what is not for the public in another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from osloregion_docs.builder.files import digest, write_whole
from osloregion_docs.builder.manifest import INTERNAL, NAME, Artefact, manifest
from osloregion_docs.documents.parts.attachments.attached_files import of_meeting
from osloregion_docs.errors import ToolFailed
from osloregion_docs.model.programme import Programme
from osloregion_docs.workspace.load import Loaded

_TELLS_OF_CASE: Final = re.compile(r"meetings/.+/cases/|.+/vedlegg/")


def record(out: Path, artefacts: Iterable[Artefact], loaded: Loaded) -> None:
    """Write the manifests of a folder, where they are not as they should be.

    Raises:
        ToolFailed: one cannot be written.
    """
    year, public = loaded.programme.year, _public(loaded.programme)
    open_to_all, internal = list[Artefact](), list[Artefact]()
    for each in artefacts:
        (open_to_all if each.is_public and _is_public(each.subject, public) else internal).append(each)
    told, hidden = dict[str, str](), dict[str, str]()
    for mount, source in loaded.tree.sources.items():
        (told if _is_public(str(mount), public) else hidden)[source.file] = digest(source.text.encode())
    _write(out / NAME, manifest(year, open_to_all, told))
    if internal or hidden or (out / INTERNAL).is_file():
        _write(out / INTERNAL, manifest(year, internal, hidden))


def _public(programme: Programme) -> frozenset[str]:
    """The cases that the public may know of, and the files that are sent along with them."""
    cases = (
        f"meetings/{meeting.id}/cases/{case.id}"
        for meeting in programme.meetings
        for case in meeting.cases
        if not case.exempt
    )
    sent = (each.file for meeting in programme.meetings for each in of_meeting(meeting).values() if each.is_public)
    return frozenset((*cases, *sent))


def _is_public(address: str, public: frozenset[str]) -> bool:
    """Whether everybody may read of it: what tells of a case that is not there any more is kept back too."""
    return address in public or not _TELLS_OF_CASE.match(address)


def _write(file: Path, content: bytes) -> None:
    try:
        if not file.is_file() or file.read_bytes() != content:
            write_whole(file, content)
    except OSError as error:
        raise ToolFailed(str(file), f"cannot be written: {error.strerror}") from error
