"""Reads the files of a year."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.tree import Source
from osloregion_docs.workspace.layout import Mounted, files_of
from osloregion_docs.workspace.workspace import Workspace

Read: TypeAlias = tuple[Source | None, list[Diagnostic]]
"""What came of one file: its source if it can be trusted, and what is wrong in it."""


def read_files(workspace: Workspace, folder: Path) -> Iterator[tuple[KeyPath, Read]]:
    """What came of each file in a year's folder, in order, with the address where it is mounted."""
    shown = workspace.name_of(folder)
    for mounted in files_of(folder):
        yield mounted.mount, _read(workspace, folder, mounted, shown)


def whole_file(file: str, code: str, message: str, hint: str) -> Diagnostic:
    """A diagnostic of a file as such: a warning where it is only passed over."""
    severity = Severity.WARNING if code == "SRC015" else Severity.ERROR
    return Diagnostic(Span(file, 1, 1, 1, 1), severity, code, message, hint)


def _read(workspace: Workspace, folder: Path, mounted: Mounted, shown: str) -> Read:
    name = f"{shown}/{mounted.file}"
    file = f"{folder}{os.sep}{mounted.file}"
    if mounted.read is None:
        hint = "move it out of the year's folder"
        return None, [whole_file(name, "SRC015", "no file of this name is read here", hint)]
    if os.path.islink(file) and not Path(file).resolve().is_relative_to(workspace.root.resolve()):  # noqa: PTH114 - quick
        hint = "put the file itself here"
        return None, [whole_file(name, "SRC015", "the link leads out of the workspace", hint)]
    with open(file, "rb") as opened:  # noqa: PTH123 - paths are slow by the thousand
        return mounted.read(opened.read(), name)
