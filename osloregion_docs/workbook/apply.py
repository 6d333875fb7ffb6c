"""The changes that a workbook requests, as edits of the sources; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from osloregion_docs.changes.edits import AddFile, Edit, Insert, Set
from osloregion_docs.diagnostics import Diagnostic, Severity
from osloregion_docs.errors import EditRefused
from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.editing.operations import value_at
from osloregion_docs.sources.editing.yaml_writer import to_yaml
from osloregion_docs.workspace.results import file_of, home_of

if TYPE_CHECKING:
    from osloregion_docs.changes.draft import Draft
    from osloregion_docs.sources.tree import Plain, Tree
    from osloregion_docs.workbook.row_changes import RowChange

NEW_FILE = """\
# yaml-language-server: $schema=../../schema/measure-results.schema.json
#
# Hva som kom av tiltaket: en melding for hver dag det er meldt for. En ny melding legges til nederst.
# Filens navn er tiltakets id. «osloregion-docs check» sier fra om noe ikke stemmer.

"""
"""Begins the file of a measure of which nothing was reported before."""


def apply_changes(draft: Draft, changes: Iterable[RowChange]) -> tuple[list[tuple[RowChange, str]], list[Diagnostic]]:
    """Apply changes to the draft of a year.

    Returns:
        Each change that was applied with the file it is in, and for each other one why it cannot be.
    """
    applied: list[tuple[RowChange, str]] = []
    refused: list[Diagnostic] = []
    for change in changes:
        try:
            draft.apply(_edits(draft.tree, change))
            applied.append((change, draft.file_of(change.path)))
        except EditRefused as error:
            span = change.row.span("status")
            refused.append(Diagnostic(span, Severity.ERROR, "RES207", error.why, error.hint))
    return applied, refused


def _edits(tree: Tree, change: RowChange) -> Iterator[Edit]:
    """What one change edits: a new entry, or other values in one that exists."""
    if home_of(tree, change.measure)[0] is None:
        yield AddFile(file_of(change.measure), NEW_FILE + to_yaml({"entries": [change.filled]}))
    elif change.entry is None:
        yield _with_missing_keys(tree, Insert(KeyPath(change.path.steps[:-1]), change.filled))
    else:
        for steps, value in change.edits():
            yield _with_missing_keys(tree, Set(KeyPath((*change.path.steps, *steps)), value))


def _with_missing_keys(tree: Tree, edit: Insert | Set) -> Edit:
    """An edit that also adds the mappings that its address needs and that do not exist."""
    mount, steps, missing = tree.resolve(edit.path)
    in_mapping = isinstance(value_at(tree.sources[mount].values, steps), dict)
    if len(missing) <= in_mapping:
        return edit
    known = len(edit.path.steps) - len(missing) + in_mapping
    value: Plain = [edit.value] if isinstance(edit, Insert) else edit.value
    for step in reversed(edit.path.steps[known:]):
        value = {step: value}
    return Set(KeyPath(edit.path.steps[:known]), value)
