"""The cache of a workspace: entries under keys that name everything an answer depends on, and contents by digest.

Losing it costs time and nothing else. An entry that was damaged or cannot be read counts as missing.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from osloregion_docs.atomic_files import write_atomically
from osloregion_docs.builder.files import digest
from osloregion_docs.renderers.program import libreoffice_version
from osloregion_docs.resources import default_templates
from osloregion_docs.version import __version__

if TYPE_CHECKING:
    from osloregion_docs.workspace.workspace import Workspace

MAX_BYTES: Final = 256 * 1024 * 1024
MAX_ENTRIES: Final = 20_000
_PACKAGE: Final = Path(__file__).resolve().parent.parent


def make_key(kind: str, facts: Mapping[str, object]) -> str:
    """The key of an entry: the digest of its kind, the tool's version and the facts that determine its answer."""
    return digest(json.dumps([kind, __version__, facts], sort_keys=True, default=str).encode())


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries by key, each a JSON object, and of contents by their digest."""

    folder: Path

    @classmethod
    def of_workspace(cls, workspace: Workspace) -> Cache:
        """The cache of a workspace."""
        return cls(workspace.root / ".cache" / "osloregion-docs")

    def find(self, key: str) -> dict[str, Any] | None:
        """The entry under a key, if it exists and is intact."""
        try:
            checksum, _, payload = (self.folder / "entries" / key).read_bytes().partition(b"\n")
            entry = json.loads(payload) if checksum.decode() == digest(payload) else None
        except (OSError, ValueError):
            return None
        return entry if isinstance(entry, dict) else None

    def store(self, key: str, entry: Mapping[str, object]) -> None:
        """Store an entry. A folder that cannot be written is ignored."""
        payload = json.dumps(entry, default=str).encode()
        with contextlib.suppress(OSError):
            write_atomically(self.folder / "entries" / key, f"{digest(payload)}\n".encode() + payload)

    def find_content(self, sha256: str) -> bytes | None:
        """The content with a digest, if it exists and is intact."""
        try:
            content = (self.folder / "contents" / sha256).read_bytes()
        except (OSError, ValueError):
            return None
        return content if digest(content) == sha256 else None

    def store_content(self, content: bytes, sha256: str) -> None:
        """Store a content under its digest. A folder that cannot be written is ignored."""
        with contextlib.suppress(OSError):
            write_atomically(self.folder / "contents" / sha256, content)

    def has_content(self, sha256: str) -> bool:
        """Whether a content with this digest was stored here."""
        return (self.folder / "contents" / sha256).is_file()

    def prune(self, max_bytes: int = MAX_BYTES, max_entries: int = MAX_ENTRIES) -> None:
        """Delete the oldest contents and entries beyond these limits."""
        with contextlib.suppress(OSError):
            total = 0
            for content in _newest_first(self.folder / "contents"):
                total += content.stat().st_size
                if total > max_bytes:
                    content.unlink()
            for entry in _newest_first(self.folder / "entries")[max_entries:]:
                entry.unlink()


def _newest_first(folder: Path) -> list[Path]:
    return sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns, reverse=True) if folder.is_dir() else []


def year_facts(workspace: Workspace, year: int) -> dict[str, str]:
    """The facts about a year, its templates and the environment that an answer about the year depends on.

    Raises:
        YearNotFound: the workspace has no such year.
    """
    folders = (workspace.year_folder(year), *workspace.meetings_elsewhere(year), workspace.root / "templates")
    return {
        "year": str(year),
        "files": _digest_contents(folders),
        "default templates": _digest_stats(default_templates()),
        "tool": tool_identity(),
        "libreoffice": libreoffice_version(),
    }


def tool_identity() -> str:
    """The identity of the installed tool: its files by size and time, its libraries and Python itself."""
    libraries = importlib.util.find_spec("docxtpl")
    installed = Path(libraries.origin).parent.parent.stat().st_mtime_ns if libraries and libraries.origin else 0
    return f"{_digest_stats(_PACKAGE)} {installed} {sys.version}"


def _digest_contents(folders: tuple[Path, ...]) -> str:
    """The digest of all files and subfolders by name, link target and content."""
    total = hashlib.sha256()
    for folder in folders:
        for file in _walk(folder):
            target = os.path.realpath(file) if os.path.islink(file) else ""  # noqa: PTH114 - thousands of them
            total.update(f"\0{file}\0{target}\0".encode() + _digest_file(file))
    return total.hexdigest()


def _digest_stats(folder: Path) -> str:
    """The digest of all files by name, size and time, whatever they hold: modules, catalogues, labels."""
    total = hashlib.sha256()
    for file in filter(os.path.isfile, _walk(folder)):
        stat = os.stat(file)  # noqa: PTH116 - hundreds of them
        total.update(f"{file} {stat.st_size} {stat.st_mtime_ns}\0".encode())
    return total.hexdigest()


def _digest_file(file: str) -> bytes:
    try:
        if not os.path.isfile(file):  # noqa: PTH113 - thousands of them; a device has no end
            return b""
        with open(file, "rb") as opened:  # noqa: PTH123
            return hashlib.sha256(opened.read()).digest()
    except OSError:
        return b""


def _walk(folder: Path) -> Iterator[str]:
    """Every file in a folder and below it, and every folder, in a fixed order; links are followed, each place once."""
    seen: set[str] = set()
    for parent, folders, names in os.walk(folder, followlinks=True):
        place = os.path.realpath(parent)
        if place in seen:
            folders.clear()
            continue
        seen.add(place)
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (f"{parent}{os.sep}{name}" for name in (*folders, *sorted(names)))
