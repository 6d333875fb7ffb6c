"""What came of a year's measures, put together from results.yaml and the files of the folder results/."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from osloregion_docs.diagnostics import Diagnostic, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.workspace.layout import RESULTS

if TYPE_CHECKING:
    from osloregion_docs.sources.tree import Plain, Source, Steps, Tree

_MEASURES = "measures"


def join_results(sources: Mapping[KeyPath, Source]) -> tuple[Plain, list[Diagnostic]]:
    """The values of results.yaml with those of every measure's file in them, and what is given in both."""
    own = sources.get(KeyPath((RESULTS,)))
    if own is not None and not isinstance(own.values, dict):
        return own.values, []
    values: dict[str, Plain] = dict(own.values) if own and isinstance(own.values, dict) else {}
    listed = values.get(_MEASURES, {})
    files = {mount.steps[-1]: source for mount, source in sources.items() if mount.steps[:2] == (RESULTS, _MEASURES)}
    if not files or not isinstance(listed, dict):
        return values, []
    twice = [_report_duplicate(source, name) for name, source in files.items() if name in listed]
    values[_MEASURES] = {**{name: source.values for name, source in files.items()}, **listed}
    return values, twice


def _report_duplicate(source: Source, name: str) -> Diagnostic:
    message, hint = f"results of {name} are given here and in results.yaml", "keep one of the two"
    return source.create_diagnostic((0, 1), Severity.ERROR, "SRC014", message, hint)


def home_of(tree: Tree, measure: str) -> tuple[Source | None, Steps]:
    """The source in which the results of a measure stand or belong, and where in it; no source for a new file."""
    if source := tree.sources.get(KeyPath((RESULTS, _MEASURES, measure))):
        return source, ()
    own, main = tree.sources.get(KeyPath((RESULTS,))), tree.sources[KeyPath()]
    listed = own.values.get(_MEASURES) if own and isinstance(own.values, dict) else None
    if own and isinstance(listed, dict) and measure in listed:
        return own, (_MEASURES, measure)
    if isinstance(main.values, dict) and RESULTS in main.values:
        return main, (RESULTS, _MEASURES, measure)
    return None, ()


def file_of(measure: str) -> str:
    """The name of the file that the results of a measure have, in the folder of the year."""
    return f"{RESULTS}/{measure}.yaml"
