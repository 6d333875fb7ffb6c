"""The files of a year, read: by two processes where they are very many."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeAlias

from osloregion_docs.aside import Aside
from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.tree import Source
from osloregion_docs.workspace.layout import Mounted, files_of
from osloregion_docs.workspace.workspace import Workspace

Read: TypeAlias = tuple[Source | None, list[Diagnostic]]
"""What came of one file: its source if it can be trusted, and what is wrong in it."""

_MANY = 500
"""Files from which on reading pays in two processes."""
_AHEAD = 1_750
"""So many files are read by the other process while this one imports what it needs."""


class YearFiles:
    """The files of a year. Where they are many, another process begins to read them at once.

    Used in a ``with`` block. What this module imports is light, so that reading can begin before the rest is imported.
    """

    def __init__(self, workspace: Workspace, year: int) -> None:
        """Begin.

        Raises:
            YearNotFound: the workspace has no such year.
        """
        self.workspace = workspace
        self.year = year
        self.folder = workspace.year_folder(year)
        self._mounted = list(files_of(self.folder))
        self.are_many = len(self._mounted) > _MANY
        self._theirs = min((len(self._mounted) + _AHEAD) // 2, len(self._mounted)) if self.are_many else 0
        self._aside = Aside(lambda: self._read(self._mounted[: self._theirs]), worth_it=self.are_many)

    def __enter__(self) -> YearFiles:
        return self

    def __exit__(self, *_: object) -> None:
        self._aside.__exit__()

    def read(self) -> list[tuple[KeyPath, Read]]:
        """What came of each file, in order, with the address where it is mounted."""
        ours = self._read(self._mounted[self._theirs :])
        mounts = [mounted.mount for mounted in self._mounted]
        return list(zip(mounts, self._aside.result() + ours, strict=True))

    def _read(self, files: list[Mounted]) -> list[Read]:
        shown = self.workspace.name_of(self.folder)
        return [_read(self.workspace, self.folder, mounted, shown) for mounted in files]


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
