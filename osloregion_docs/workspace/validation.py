"""Plain values to a typed programme, with what is wrong in them; what is sound is kept for the rules to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pydantic import ValidationError

from osloregion_docs.diagnostics import Diagnostic, Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.programme import Programme
from osloregion_docs.sources.tree import get_line
from osloregion_docs.workspace.partial_validation import unlist_missing, with_stand_ins, without_refused
from osloregion_docs.workspace.pydantic_errors import describe_error

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from osloregion_docs.sources.tree import Plain, Tree

_ROUNDS = 8
"""A fault deep inside removes what contains it, step by step outwards; no fault is deeper than this."""


def validate_tree(tree: Tree) -> tuple[Programme | None, list[Finding], frozenset[str]]:
    """The programme, what is wrong with the values, and from which parts of it something was left out for that.

    What a programme needs and does not have is replaced by a default, and counts as left out.
    """
    gaps = any(source.gaps for source in tree.sources.values())
    findings = [*_add_ids(tree.values), *(_empty_keys(tree.values) if gaps else ())]
    values, left_out = tree.values, set[str]()
    for turn in range(_ROUNDS):
        try:
            return Programme.model_validate(values), findings, frozenset(left_out)
        except ValidationError as error:
            details = error.errors(include_url=False)
        if not turn:
            findings += [_finding(tree, detail) for detail in details if not _follows_from_another(detail, details)]
        left_out |= {str(detail["loc"][0]) for detail in details}
        values = with_stand_ins(unlist_missing(without_refused(values, details), tree.values))
    return None, findings, frozenset(left_out)


def _add_ids(values: dict[str, Plain]) -> Iterator[Finding]:
    """Ids written in files that are known by their name already."""
    for path, entry in _list_named_by_files(values):
        if isinstance(entry, dict) and "id" in entry:
            hint = "delete the line: the name of the file is the id"
            message = "id is not a known key"
            yield Finding(path / "id", message, hint, at_key=True, code="MOD102", severity=Severity.ERROR)


def _list_named_by_files(values: dict[str, Plain]) -> Iterator[tuple[KeyPath, Plain]]:
    """Every entry that is known by the name of its file or folder, with its address."""
    for name in ("measures", "texts", "meetings"):
        for path, entry in _entries(values, KeyPath(), name):
            yield path, entry
            if name == "meetings" and isinstance(entry, dict):
                yield from _entries(entry, path, "cases")
    if isinstance(results := values.get("results"), dict):
        yield from _entries(results, KeyPath(("results",)), "measures")


def _entries(values: dict[str, Plain], path: KeyPath, key: str) -> Iterator[tuple[KeyPath, Plain]]:
    entries = values.get(key)
    yield from ((path / key / name, entry) for name, entry in entries.items()) if isinstance(entries, dict) else ()


def _empty_keys(values: dict[str, Plain]) -> Iterator[Finding]:
    """Keys with nothing after them, also where a value may be left out."""
    stack: list[tuple[tuple[str | int, ...], KeyPath, Plain]] = [((), KeyPath(), values)]
    while stack:
        steps, path, value = stack.pop()
        if value is None:
            hint = "write a value, or delete the line"
            yield Finding(path, f"{path.steps[-1]} has no value", hint, code="MOD106", severity=Severity.ERROR)
        elif isinstance(value, dict):
            stack += [((*steps, key), path / key, inner) for key, inner in value.items()]
        elif isinstance(value, list):
            for place, inner in enumerate(value):
                name = inner.get("id") if isinstance(inner, dict) else None
                stack.append(((*steps, place), path / (name if isinstance(name, str) else place + 1), inner))


def _follows_from_another(detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    """Whether a list is only empty because its entries are wrong."""
    place = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(place)] == place and other is not detail for other in details
    )


def _finding(tree: Tree, detail: ErrorDetails) -> Finding:
    code, message, hint = describe_error(detail)
    at_key = detail["type"] == "extra_forbidden"
    return Finding(tree.address(detail["loc"]), message, hint, at_key=at_key, code=code, severity=Severity.ERROR)


def locate_finding(tree: Tree, finding: Finding) -> Diagnostic:
    """A finding by address as a diagnostic by line and column: the one place where that step is taken."""
    source, at = tree.locate(finding)
    span = source.span(*at)
    return Diagnostic.from_finding(span, finding, get_line(source.text, span.line))
