"""The manifests of an output folder: what was built from what, without clock or machine.

What is not public is listed in a second one, in the internal folder, so that the first can be published.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from osloregion_docs.builder.files import digest
from osloregion_docs.language import Language
from osloregion_docs.publicity import INTERNAL_FOLDER
from osloregion_docs.version import __version__

NAME = "manifest.json"
INTERNAL = f"{INTERNAL_FOLDER}/{NAME}"
_VERSION = 1
Identity: TypeAlias = tuple[str, str, str]
"""The kind, subject and language of a document, which all its formats share."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """A built file: what it is, its digest, and the digests of its inputs."""

    file: str
    title: str
    kind: str
    subject: str
    language: Language
    format: str
    sha256: str
    size: int
    made_from: dict[str, str]
    group: str = ""
    """The heading it is listed under, such as a meeting."""
    place: str = ""
    """The sort key of groups and documents."""
    is_public: bool = True

    @property
    def identity(self) -> Identity:
        """The identity of its document."""
        return self.kind, self.subject, self.language


@dataclass(frozen=True)
class Manifests:
    """The contents of both manifests of a folder by file name, as they were read; None of one that does not exist."""

    contents: dict[str, bytes | None]

    @classmethod
    def read(cls, folder: Path) -> Manifests:
        """Read both manifests of an output folder."""
        return cls({name: _read(folder / name) for name in (INTERNAL, NAME)})

    @cached_property
    def artefacts(self) -> dict[str, Artefact]:
        """The artefacts that they list, by file; none from a manifest that cannot be read."""
        return {file: artefact for content in self.contents.values() for file, artefact in _parse(content).items()}

    @property
    def digest(self) -> str:
        """The digest of both contents."""
        return digest(b"\0".join(content or b"" for content in self.contents.values()))


def format_manifest(year: int, artefacts: list[Artefact], sources: dict[str, str]) -> bytes:
    """The manifest of a year's artefacts, sorted by file; `sources` maps source files to digests."""
    values = {
        "version": _VERSION,
        "year": year,
        "tool": f"osloregion-docs {__version__}",
        "artefacts": [asdict(artefact) for artefact in sorted(artefacts, key=lambda artefact: artefact.file)],
        "sources": dict(sorted(sources.items())),
    }
    return (json.dumps(values, indent=2, ensure_ascii=False) + "\n").encode()


def _read(manifest: Path) -> bytes | None:
    try:
        return manifest.read_bytes()
    except OSError:
        return None


def _parse(content: bytes | None) -> dict[str, Artefact]:
    try:
        values = json.loads((content or b"").decode())
        artefacts = [Artefact(**entry) for entry in values["artefacts"]]
        return {artefact.file: artefact for artefact in artefacts if _is_inside(artefact.file)}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _is_inside(file: str) -> bool:
    """Whether a file name is relative and does not leave the folder, on any platform."""
    return not file.startswith("/") and bool(file) and not {"\\", ":"} & set(file) and ".." not in file.split("/")
