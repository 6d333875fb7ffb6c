"""The year as it would be after the changes of a workbook, and what the model and the rules say of them, by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pydantic import ValidationError

from osloregion_docs.diagnostics import Diagnostic, Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.results import MeasureResults
from osloregion_docs.rules.rules import check
from osloregion_docs.workbook.changes import Change
from osloregion_docs.workspace.pydantic_errors import worded

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from osloregion_docs.workspace.load import Loaded


def judged(loaded: Loaded, changes: Sequence[Change]) -> list[Diagnostic]:
    """What is wrong with the changes: what the model refuses, or else what the rules find that they did not before."""
    said: list[Diagnostic] = []
    after: dict[str, MeasureResults] = {}
    for change in changes:
        try:
            after[change.measure] = _after(loaded.programme.results.of(change.measure), change)
        except ValidationError as error:
            said += [_refused(change, detail) for detail in error.errors(include_url=False)]
    return said or list(_found(loaded, changes, after))


def _after(results: MeasureResults, change: Change) -> MeasureResults:
    """The results of a measure with the change made."""
    entries: list[object] = list(results.entries)
    entries[change.place : change.place + 1] = [change.merged]
    return MeasureResults.model_validate({**results.__dict__, "entries": entries})


def _refused(change: Change, detail: ErrorDetails) -> Diagnostic:
    code, message, hint = worded(detail)
    steps = ("results", "measures", change.measure, "entries", str(change.place + 1), *map(str, detail["loc"][2:]))
    span = change.span_of(KeyPath(steps)) or change.row.span("status")
    return Diagnostic(span, Severity.ERROR, code, message, hint)


def _found(loaded: Loaded, changes: Sequence[Change], after: dict[str, MeasureResults]) -> Iterator[Diagnostic]:
    """What the rules find in the year with the changes, and not in the year as it stands."""
    programme, results = loaded.programme, loaded.programme.results
    before = set(check(programme))
    rest = {each.id: each for each in results.measures}
    changed = results.model_copy(update={"measures": tuple({**rest, **after}.values())})
    for finding in check(programme.model_copy(update={"results": changed})):
        if finding not in before:
            yield _placed(loaded, changes, finding)


def _placed(loaded: Loaded, changes: Sequence[Change], finding: Finding) -> Diagnostic:
    """A finding at the cell that it is about; or in the source, where it is about what stands there."""
    for change in changes:
        if span := change.span_of(finding.path):
            return Diagnostic.from_finding(span, finding)
    return loaded.locate(finding)
