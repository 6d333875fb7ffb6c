"""manifest.json: what was built from what. It names no clock and no machine.

What is not for the public is told by a second one, in the folder of what is internal: the first can be published.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from osloregion_docs.language import Language
from osloregion_docs.publicity import INTERNAL_FOLDER
from osloregion_docs.version import __version__

NAME = "manifest.json"
INTERNAL = f"{INTERNAL_FOLDER}/{NAME}"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Artefact:
    """A built file: what it is, its digest, and the digests of what it was made from."""

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
    """What it is listed under, such as a meeting."""
    place: str = ""
    """What groups and documents are ordered by."""
    is_public: bool = True


def read_manifest(out: Path) -> dict[str, Artefact]:
    """The artefacts that the manifests of a folder name, by file; none of one that is not there or cannot be read."""
    return {**_read(out / INTERNAL), **_read(out / NAME)}


def read_bytes(out: Path) -> bytes:
    """What both manifests of a folder hold, as bytes to compare."""
    return b"\0".join((out / name).read_bytes() if (out / name).is_file() else b"" for name in (NAME, INTERNAL))


def _read(manifest: Path) -> dict[str, Artefact]:
    try:
        told = json.loads(manifest.read_text("utf-8"))
        artefacts = [Artefact(**entry) for entry in told["artefacts"]]
        return {artefact.file: artefact for artefact in artefacts if _lies_inside(artefact.file)}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _lies_inside(file: str) -> bool:
    """Whether a name leads to a file in the folder or below it."""
    parts = PurePosixPath(file).parts
    return bool(parts) and not {"..", "/"} & set(parts) and "\\" not in file and ":" not in file


def manifest(year: int, artefacts: list[Artefact], sources: dict[str, str]) -> bytes:
    """The manifest of a year's artefacts, sorted by file; `sources` is source file to digest."""
    told = {
        "version": _VERSION,
        "year": year,
        "tool": f"osloregion-docs {__version__}",
        "artefacts": [asdict(artefact) for artefact in sorted(artefacts, key=lambda artefact: artefact.file)],
        "sources": dict(sorted(sources.items())),
    }
    return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()
