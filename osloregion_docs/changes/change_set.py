"""The files that edits change, add and remove: shown as a unified diff, and written atomically."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from osloregion_docs.atomic_files import write_all_atomically
from osloregion_docs.errors import NotWritten

if TYPE_CHECKING:
    from pathlib import Path

    from osloregion_docs.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FileChange:
    """The bytes of a file before and after: None where there is no file."""

    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The files that change, by their names relative to the workspace."""

    files: Mapping[str, FileChange] = field(default_factory=dict)

    def diff(self) -> str:
        """All changes as one unified diff, by file name; `/dev/null` is in the place of a file that does not exist."""
        return "".join(line for name in sorted(self.files) for line in _diff(name, self.files[name]))

    def write(self, workspace: Workspace) -> None:
        """Write and remove all files, or none.

        Raises:
            NotWritten: a new file exists already, a file has changed meanwhile or is outside the workspace, or one
                cannot be written; all files are as they were before.
        """
        paths = {workspace.root / name: change for name, change in self.files.items()}
        for file, change in paths.items():
            _refuse_conflict(workspace, file, change)
        folders = [file.parent for file in paths if not file.parent.exists()]
        try:
            write_all_atomically({file.resolve(): change.after for file, change in paths.items()})
        except OSError as error:
            for folder in folders:
                with contextlib.suppress(OSError):
                    folder.rmdir()  # only an empty one is removed
            names = ", ".join(self.files)
            raise NotWritten(names, f"cannot be written: {error.strerror or error}") from error


def _refuse_conflict(workspace: Workspace, file: Path, change: FileChange) -> None:
    """Raise NotWritten where a file is outside the workspace, or is not as it was when it was read."""
    name = workspace.name_of(file)
    if not file.parent.resolve().is_relative_to(workspace.root.resolve()):
        raise NotWritten(name, "would be outside the workspace", "put the folder itself here")
    if change.before is None and (file.exists() or file.is_symlink()):
        raise NotWritten(name, "is there already", "open it, or give the new one another title")
    if change.before is not None and (not file.is_file() or file.read_bytes() != change.before):
        raise NotWritten(name, "has just changed", "try again")


def _diff(name: str, change: FileChange) -> Iterator[str]:
    before, after = _lines(change.before), _lines(change.after)
    old = "/dev/null" if change.before is None else f"a/{name}"
    new = "/dev/null" if change.after is None else f"b/{name}"
    for line in difflib.unified_diff(before, after, old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(content: bytes | None) -> list[str]:
    """The lines of a text, parted by line feeds only, as other tools show them."""
    *lines, last = (content or b"").decode().split("\n")
    return [*(line + "\n" for line in lines), *([last] if last else [])]
