"""New source files, and those that change with them: all are written, or none."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from osloregion_docs.builder.files import write_together
from osloregion_docs.errors import NotWritten
from osloregion_docs.workspace.workspace import Workspace


def put_together(workspace: Workspace, new: Mapping[Path, bytes], changed: Mapping[Path, bytes]) -> None:
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
    folders = [file.parent for file in new if not file.parent.exists()]
    try:
        write_together({**new, **changed})
    except OSError as error:
        for folder in folders:
            with contextlib.suppress(OSError):
                folder.rmdir()  # only an empty one goes
        names = ", ".join(workspace.name_of(file) for file in (*new, *changed))
        raise NotWritten(names, f"cannot be written: {error.strerror or error}") from error
