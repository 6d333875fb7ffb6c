"""Source files written together: all of them, or none."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from osloregion_docs.builder.files import write_whole
from osloregion_docs.errors import NotWritten
from osloregion_docs.workspace.workspace import Workspace


def write_together(workspace: Workspace, new: Mapping[Path, bytes], changed: Mapping[Path, bytes]) -> None:
    """Write new files, then those that change.

    Raises:
        NotWritten: a new file is there already, one would lie outside the workspace, or one cannot be written; all
            stands as it stood.
    """
    for file in (*new, *changed):
        if not file.parent.resolve().is_relative_to(workspace.root.resolve()):
            raise NotWritten(workspace.name_of(file), "would lie outside the workspace", "put the folder itself here")
    for file in new:
        if file.exists() or file.is_symlink():
            raise NotWritten(workspace.name_of(file), "is there already", "open it, or give the new one another title")
    before = {file: file.read_bytes() for file in changed}
    for file, content in (*new.items(), *changed.items()):
        try:
            write_whole(file, content)
        except OSError as error:
            _put_back(new, before)
            raise NotWritten(workspace.name_of(file), f"cannot be written ({error.strerror})", "") from error


def _put_back(new: Mapping[Path, bytes], before: Mapping[Path, bytes]) -> None:
    """Take away what is new, and write what was there."""
    for file in new:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
            file.parent.rmdir()  # only an empty one goes
    for file, content in before.items():
        with contextlib.suppress(OSError):
            write_whole(file, content)
