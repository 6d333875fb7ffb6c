"""What was said and built the last time the same files were looked at: so that nothing unchanged is even read.

A memory is found by a fingerprint of everything that could change the answer: the year's files, the templates, the
tool itself, the programs it uses, and what was asked. Losing it costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from osloregion_docs.atomic_files import write_atomically
from osloregion_docs.builder.manifest import Artefact
from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.messages.message import freeze_facts
from osloregion_docs.renderers.program import libreoffice_version
from osloregion_docs.resources import default_templates
from osloregion_docs.version import __version__
from osloregion_docs.workspace.workspace import Workspace

_KEPT = 64
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Memory:
    """What was said of a year, the artefacts that were in place then, and the digest of their manifests."""

    diagnostics: tuple[Diagnostic, ...]
    artefacts: tuple[Artefact, ...] = ()
    manifest: str = ""


def cache_folder(workspace: Workspace) -> Path:
    """Where a workspace keeps what can be made again."""
    return workspace.root / ".cache" / "osloregion-docs"


def fingerprint(workspace: Workspace, year: int, asked: Iterable[str]) -> str:
    """The digest of all that an answer about a year depends on; `asked` is the words of the question.

    Raises:
        YearNotFound: the workspace has no such year.
    """
    told = hashlib.sha256("\0".join((__version__, libreoffice_version(), str(year), *asked)).encode())
    elsewhere = workspace.meetings_elsewhere(year)
    for folder in (workspace.year_folder(year), *elsewhere, workspace.root / "templates", default_templates()):
        for file in _files(folder):
            target = os.path.realpath(file) if os.path.islink(file) else ""  # noqa: PTH114 - thousands of them
            told.update(f"\0{file}\0{target}\0".encode())
            told.update(_digest(file))
    libraries = importlib.util.find_spec("docxtpl")
    if libraries and libraries.origin:
        told.update(
            str(Path(libraries.origin).parent.parent.stat().st_mtime_ns).encode()
        )  # changes when one is installed
    for file in _files(_PACKAGE):
        if file.endswith((".py", ".yaml")):
            stat = os.stat(file)  # noqa: PTH116 - a hundred of them
            told.update(f"{file} {stat.st_size} {stat.st_mtime_ns}".encode())
    return told.hexdigest()


def recall(workspace: Workspace, key: str) -> Memory | None:
    """What is remembered under a fingerprint, if anything is."""
    try:
        told = json.loads((cache_folder(workspace) / "memory" / key).read_text("utf-8"))
        diagnostics = tuple(_diagnostic(entry) for entry in told["diagnostics"])
        return Memory(diagnostics, tuple(Artefact(**entry) for entry in told["artefacts"]), told["manifest"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remember(workspace: Workspace, key: str, memory: Memory) -> None:
    """Keep what was said, and let go of all but the newest memories."""
    told = {
        "diagnostics": [asdict(diagnostic) for diagnostic in memory.diagnostics],
        "artefacts": [asdict(artefact) for artefact in memory.artefacts],
        "manifest": memory.manifest,
    }
    with contextlib.suppress(OSError):
        folder = cache_folder(workspace) / "memory"
        write_atomically(folder / key, json.dumps(told).encode())
        newest_first = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns, reverse=True)
        for old in newest_first[_KEPT:]:
            old.unlink()


def _diagnostic(entry: dict[str, object]) -> Diagnostic:
    span, severity = entry.pop("span"), entry.pop("severity")
    entry["facts"] = freeze_facts(entry["facts"])  # type: ignore[arg-type]
    return Diagnostic(Span(**span), Severity(severity), **entry)  # type: ignore[arg-type]


def _digest(file: str) -> bytes:
    try:
        if not os.path.isfile(file):  # noqa: PTH113 - thousands of them; a device has no end
            return b""
        with open(file, "rb") as opened:  # noqa: PTH123
            return hashlib.sha256(opened.read()).digest()
    except OSError:
        return b""


def _files(folder: Path) -> Iterator[str]:
    """Every file in a folder and below it, and every folder, in a fixed order; links are followed, each place once."""
    seen: set[str] = set()
    for holder, folders, names in os.walk(folder, followlinks=True):
        place = os.path.realpath(holder)
        if place in seen:
            folders.clear()
            continue
        seen.add(place)
        folders.sort()
        yield from (f"{holder}{os.sep}{name}" for name in (*folders, *sorted(names)))
