"""The changes of a workbook, put into the texts of their sources; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from osloregion_docs.diagnostics import Diagnostic, Severity
from osloregion_docs.sources.edit import NotEdited, with_entry, with_value
from osloregion_docs.workspace.results import file_of, home_of

if TYPE_CHECKING:
    from osloregion_docs.sources.tree import Source, Steps, Tree
    from osloregion_docs.workbook.changes import Change

NEW_FILE = """\
# yaml-language-server: $schema=../../schema/measure-results.schema.json
#
# Hva som kom av tiltaket: en melding for hver dag det er meldt for. En ny melding legges til nederst.
# Filens navn er tiltakets id. «osloregion-docs check» sier fra om noe ikke stemmer.

"""
"""Begins the file of a measure of which nothing was reported before."""


@dataclass(slots=True)
class Edited:
    """A source as it stands, if there is one, and as it will be."""

    name: str
    """Relative to the workspace."""
    source: Source | None
    text: str
    changes: list[Change] = field(default_factory=list)


def edited(tree: Tree, folder: str, changes: Iterable[Change]) -> tuple[dict[str, Edited], list[Diagnostic]]:
    """Every source that changes, by name, and which changes could not be put in.

    Args:
        tree: The year's sources.
        folder: The year's folder, relative to the workspace.
        changes: One a measure.
    """
    files: dict[str, Edited] = {}
    said: list[Diagnostic] = []
    for change in changes:
        source, home = home_of(tree, change.measure)
        name = source.file if source else f"{folder}/{file_of(change.measure)}"
        file = files.setdefault(name, Edited(name, source, source.text if source else NEW_FILE))
        try:
            file.text = _with(file.text, change, home)
            file.changes.append(change)
        except NotEdited:
            message = f"the change cannot be put into {name} without touching more than is meant"
            said.append(cannot_write(change, message, "write the entry there by hand"))
    return files, said


def cannot_write(change: Change, message: str, hint: str) -> Diagnostic:
    """That a change cannot be written, at the row that asks for it."""
    return Diagnostic(change.row.span("status"), Severity.ERROR, "RES207", message, hint)


def _with(text: str, change: Change, home: Steps) -> str:
    """The text of a source with a change made."""
    if change.entry is None:
        return with_entry(text, (*home, "entries"), change.filled)
    for steps, value in change.edits():
        text = with_value(text, (*home, "entries", change.place, *steps), value)
    return text
