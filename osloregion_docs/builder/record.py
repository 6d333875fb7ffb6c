"""Writes down what was built from what: for all in one manifest, what is not for the public in another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from osloregion_docs.atomic_files import write_atomically
from osloregion_docs.builder.files import digest
from osloregion_docs.builder.manifest import INTERNAL, NAME, Artefact, manifest
from osloregion_docs.documents.kinds.meetings.attachment import ATTACHMENT
from osloregion_docs.documents.parts.attachments.attached_files import sent_audience
from osloregion_docs.errors import ToolFailed
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.programme import Programme
from osloregion_docs.publicity import Audience, audience, file_audience
from osloregion_docs.workspace.load import Loaded


def record(out: Path, artefacts: Iterable[Artefact], loaded: Loaded) -> None:
    """Write the manifests of a folder, where they are not as they should be.

    Raises:
        ToolFailed: one cannot be written.
    """
    programme, files = loaded.programme, tuple(artefacts)
    for reader, name in ((Audience.PUBLIC, NAME), (Audience.INTERNAL, INTERNAL)):
        listed = [each for each in files if artefact_audience(programme, each) is reader]
        sources = {
            source.file: digest(source.text.encode())
            for mount, source in loaded.tree.sources.items()
            if audience(programme, KeyPath.of(str(mount))) is reader
        }
        if listed or sources or reader is Audience.PUBLIC or (out / name).is_file():
            _write(out / name, manifest(programme.year, listed, sources))


def artefact_audience(programme: Programme, artefact: Artefact) -> Audience:
    """Who may read a built file and what is known of it, as the sources are now: it may be from an earlier build."""
    if not artefact.is_public or file_audience(artefact.file) is Audience.INTERNAL:
        return Audience.INTERNAL
    if artefact.kind == ATTACHMENT.name:
        return sent_audience(programme, artefact.file)
    return audience(programme, KeyPath.of(artefact.subject))


def _write(file: Path, content: bytes) -> None:
    try:
        if not file.is_file() or file.read_bytes() != content:
            write_atomically(file, content)
    except OSError as error:
        raise ToolFailed(str(file), f"cannot be written: {error.strerror}") from error
