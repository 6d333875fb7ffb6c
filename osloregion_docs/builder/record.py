"""Divides what a manifest lists between the public and the internal one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from osloregion_docs.builder.files import digest
from osloregion_docs.builder.manifest import INTERNAL, NAME, Artefact, format_manifest
from osloregion_docs.documents.kinds.meetings.attachment import ATTACHMENT
from osloregion_docs.documents.parts.attachments.attached_files import sent_audience
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.programme import Programme
from osloregion_docs.publicity import Audience, audience, file_audience
from osloregion_docs.workspace.load import Loaded


def format_manifests(
    loaded: Loaded, artefacts: Iterable[Artefact], existing: Mapping[str, bytes | None]
) -> dict[str, bytes]:
    """The contents of the manifests by file name; the internal one if anything is internal or it exists already."""
    programme, files = loaded.programme, tuple(artefacts)
    contents: dict[str, bytes] = {}
    for reader, name in ((Audience.PUBLIC, NAME), (Audience.INTERNAL, INTERNAL)):
        listed = [each for each in files if artefact_audience(programme, each) is reader]
        sources = {
            source.file: digest(source.text.encode())
            for mount, source in loaded.tree.sources.items()
            if audience(programme, KeyPath.of(str(mount))) is reader
        }
        if listed or sources or reader is Audience.PUBLIC or existing[name] is not None:
            contents[name] = format_manifest(programme.year, listed, sources)
    return contents


def artefact_audience(programme: Programme, artefact: Artefact) -> Audience:
    """Who may read a built file and what is known of it, as the sources are now: it may be from an earlier build."""
    if not artefact.is_public or file_audience(artefact.file) is Audience.INTERNAL:
        return Audience.INTERNAL
    if artefact.kind == ATTACHMENT.name:
        return sent_audience(programme, artefact.file)
    return audience(programme, KeyPath.of(artefact.subject))
