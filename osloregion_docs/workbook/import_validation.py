"""What is wrong with the changes of a workbook, by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from osloregion_docs.changes.new_findings import find_new
from osloregion_docs.diagnostics import Diagnostic, Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.workbook.row_changes import RowChange

if TYPE_CHECKING:
    from osloregion_docs.workspace.load import Loaded


def validate_changes(before: Loaded, after: Loaded, changes: Sequence[RowChange]) -> list[Diagnostic]:
    """What the model refuses, or else what the rules find, in the year after the changes and not before them."""
    return [_locate(before, changes, finding) for finding in find_new(before, after)]


def _locate(loaded: Loaded, changes: Sequence[RowChange], finding: Finding) -> Diagnostic:
    """A finding at the cell that it is about; or in the source, where it is about what is in there already."""
    for change in changes:
        span = change.span_of(finding.path)
        if span is None and finding.path == KeyPath(("results", "measures", change.measure)) and _is_error(finding):
            span = change.row.span("status")
        if span:
            return Diagnostic.from_finding(span, finding)
    return loaded.locate(finding)


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR
