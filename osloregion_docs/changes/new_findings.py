"""What edits make wrong: findings in the year as it would be that were not there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from osloregion_docs.keypath import KeyPath
from osloregion_docs.rules.rules import check

if TYPE_CHECKING:
    from osloregion_docs.diagnostics import Finding
    from osloregion_docs.workspace.load import Loaded


def find_new(before: Loaded, after: Loaded) -> list[Finding]:
    """What the model refuses in a year after edits, or else what the rules find, that was not there before.

    An entry of a list that only has another place now counts as the same.
    """
    refused = list(_new(before.findings, after.findings))
    return refused or list(_new(check(before.programme), check(after.programme)))


def _new(before: Iterable[Finding], after: Iterable[Finding]) -> Iterator[Finding]:
    known = Counter(_without_places(finding) for finding in before)
    for finding in after:
        same = _without_places(finding)
        if known[same]:
            known[same] -= 1
        else:
            yield finding


def _without_places(finding: Finding) -> Finding:
    return replace(finding, path=KeyPath(tuple("#" if step.isdigit() else step for step in finding.path.steps)))
