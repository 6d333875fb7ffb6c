"""The output folder of a build: what exists there, what is stale, what was edited, and the writing of files."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from osloregion_docs.atomic_files import write_atomically
from osloregion_docs.builder.files import digest
from osloregion_docs.builder.manifest import Artefact, Identity, Manifests
from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.errors import ToolFailed, WorkspaceBusy

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from osloregion_docs.builder.cache import Cache

START_PAGE_FILE = "index.html"
_PATIENCE_SECONDS = 120
_EDITED = (
    "the file was edited since it was built, and is left as it is",
    "take the edits into the sources or save it under another name, then build again; --force overwrites it",
)


@dataclass
class Outputs:
    """An output folder during one build: its manifests are read once, and it is locked when something is written.

    `shown` is the folder's name in messages. `force` overwrites edited files. Use it in a ``with`` block, which
    releases the lock.
    """

    folder: Path
    shown: str
    cache: Cache
    force: bool = False
    manifests: Manifests = field(init=False)
    _lock: BaseFileLock | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.manifests = Manifests.read(self.folder)
        self._stamp = self._stat_manifests()

    def __enter__(self) -> Outputs:
        return self

    def __exit__(self, *_: object) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def list_existing(self) -> dict[str, Artefact]:
        """The artefacts of earlier builds whose files exist, by file."""
        return {file: artefact for file, artefact in self.manifests.artefacts.items() if self.has_file(file)}

    def has_file(self, file: str) -> bool:
        """Whether a file exists in the folder."""
        return (self.folder / file).is_file()

    def is_current(self, file: str, sha256: str) -> bool:
        """Whether a file exists and has this digest."""
        return self.has_file(file) and digest((self.folder / file).read_bytes()) == sha256

    def lock(self) -> None:
        """Create the folder if it does not exist, and lock it against other builds until the block ends.

        Raises:
            WorkspaceBusy: another build keeps it locked.
            ToolFailed: it cannot be written to.
        """
        if self._lock is not None:
            return
        from filelock import FileLock, Timeout  # noqa: PLC0415 - 100 ms, and only writing needs it

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / ".build.lock")
            lock.acquire(timeout=_PATIENCE_SECONDS)
        except Timeout:
            raise WorkspaceBusy(self.folder) from None
        except OSError as error:
            raise ToolFailed("the output folder", f"cannot be written to: {error}") from error
        self._lock = lock
        if self._stat_manifests() != self._stamp:  # another build wrote them before the lock was acquired
            self.manifests = Manifests.read(self.folder)

    def write(self, file: str, content: bytes, sha256: str) -> Literal["built", "kept"] | Diagnostic:
        """Write an artefact unless it exists unchanged; a diagnostic if it was edited or cannot be written."""
        path = self.folder / file
        try:
            existing = digest(path.read_bytes()) if path.exists() else None
            if existing == sha256:
                return "kept"
            if existing is not None and not self.force and not self._was_built(existing):
                return self.report(file, Severity.ERROR, "OUT902", *_EDITED)
            write_atomically(path, content)
        except OSError as error:
            reason = os.strerror(error.errno).lower() if error.errno else str(error)
            hint = "close it in Word and other programs, and see that the disk has room"
            return self.report(file, Severity.ERROR, "OUT903", f"the file cannot be written: {reason}", hint)
        return "built"

    def write_manifests(self, contents: Mapping[str, bytes]) -> None:
        """Write the manifests that changed, by file name.

        Raises:
            ToolFailed: one cannot be written.
        """
        for name, content in contents.items():
            if self.manifests.contents.get(name) != content:
                self.lock()
                try:
                    write_atomically(self.folder / name, content)
                except OSError as error:
                    raise ToolFailed(str(self.folder / name), f"cannot be written: {error.strerror}") from error
        self.manifests = Manifests({**self.manifests.contents, **contents})

    def report(self, file: str, severity: Severity, code: str, message: str, hint: str = "") -> Diagnostic:
        """A diagnostic of a file in the folder."""
        return Diagnostic(Span(f"{self.shown}/{file}"), severity, code, message, hint)

    def report_outdated(self, artefact: Artefact) -> Diagnostic:
        """The diagnostic of an artefact whose document has changed since it was built."""
        message = "the file was built from an earlier text of the document, and remains as it was"
        hint = f"build it again with --format {artefact.format}, or delete it"
        return self.report(artefact.file, Severity.NOTE, "OUT905", message, hint)

    def report_orphaned(self, artefact: Artefact) -> Diagnostic:
        """The diagnostic of an artefact whose document does not exist any more."""
        message = "the sources do not give this document any more, and the file remains as it was"
        hint = "delete it, if it is not to be read any longer"
        return self.report(artefact.file, Severity.WARNING, "OUT906", message, hint)

    def _was_built(self, sha256: str) -> bool:
        """Whether a file with this digest was built here and not edited by hand."""
        known = {artefact.sha256 for artefact in self.manifests.artefacts.values()}
        return sha256 in known or self.cache.has_content(sha256)

    def _stat_manifests(self) -> list[tuple[int, int, int] | None]:
        return [_stat(self.folder / name) for name in self.manifests.contents]


def find_outdated(artefacts: Iterable[Artefact], digests: Mapping[Identity, str]) -> list[Artefact]:
    """The artefacts whose document, by its identity, now has another digest than when they were built."""
    return [
        artefact
        for artefact in artefacts
        if artefact.identity in digests and digests[artefact.identity] != artefact.made_from.get("context", "")
    ]


def find_orphaned(
    artefacts: Iterable[Artefact],
    planned: Collection[Identity],
    kinds: Collection[str],
    languages: Collection[str],
) -> list[Artefact]:
    """The artefacts of a group, such as a meeting, whose document would have been planned and is not.

    `planned` holds the identities of all planned documents; `kinds` and `languages` are the requested ones, and no
    languages means all.
    """
    return [
        artefact
        for artefact in artefacts
        if artefact.group
        and artefact.kind in kinds
        and (not languages or artefact.language in languages)
        and artefact.identity not in planned
    ]


def _stat(file: Path) -> tuple[int, int, int] | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
