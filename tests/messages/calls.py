"""The messages that the package creates, read from its source: every call of `message` with its id and facts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parents[2] / "osloregion_docs"


class Call(NamedTuple):
    """A call of `message`: where it is, the id, and the names of the facts given."""

    place: str
    id: str
    facts: frozenset[str]


@cache
def calls() -> tuple[Call, ...]:
    """Return every call of `message` in the package."""
    return tuple(call for file in sorted(PACKAGE.rglob("*.py")) for call in _calls_in(file))


def _calls_in(file: Path) -> Iterator[Call]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "message":
            place = f"{file.relative_to(PACKAGE)}:{node.lineno}"
            given = frozenset(str(keyword.arg) for keyword in node.keywords)
            yield from (Call(place, id_, given) for id_ in _ids(node.args[0]))


def _ids(node: ast.expr) -> Iterator[str]:
    """Return the ids an argument can be: a literal, or a choice between literals."""
    if isinstance(node, ast.IfExp):
        yield from _ids(node.body)
        yield from _ids(node.orelse)
    else:
        assert isinstance(node, ast.Constant), ast.unparse(node)
        yield str(node.value)
