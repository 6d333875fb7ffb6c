"""The types of what a template may use: a Context's fields, lists of them, and text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, get_args, get_origin

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Loop:
    """The value that Jinja calls `loop` inside a loop."""


Type: TypeAlias = "type | TupleOf | Loop"

LOOP_FIELDS: dict[str, type] = {
    "first": bool,
    "last": bool,
    "index": int,
    "index0": int,
    "length": int,
    "revindex": int,
}


_NAMES = {
    "str": "text",
    "Value": "text",
    "int": "a number",
    "bool": "yes or no",
    "Loop": "loop",
    "Blocks": "running text",
    "Line": "a line of text",
    "Anchored": "a title that links lead to",
    "Picture": "a picture",
}


_IN_WORD = {"line": "r", "picture": "p"}
"""What has another reach there: a line replaces its run, a picture its paragraph."""


@dataclass(frozen=True, slots=True)
class TupleOf:
    """A list of entries of one type."""

    entry: Type


def type_of(annotation: object) -> Type:
    """The type that a field's annotation declares."""
    origin = get_origin(annotation)
    if origin is tuple:
        return TupleOf(type_of(get_args(annotation)[0]))
    if origin is dict:
        return dict
    return annotation if isinstance(annotation, type) else str


def fields_of(kind: Type) -> dict[str, Type]:
    """The names that can follow a dot."""
    if isinstance(kind, Loop):
        return dict(LOOP_FIELDS)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        hidden: frozenset[str] = getattr(kind, "hidden", frozenset())
        shown = {name: field for name, field in kind.model_fields.items() if name not in hidden}
        return {name: type_of(field.annotation) for name, field in shown.items()}
    return {}


def reach_of(kind: Type) -> str | None:
    """What a tag that prints this type takes away: nothing, its run or its paragraph; None if it cannot be printed."""
    if kind in {str, int}:
        return ""
    reach: str | None = getattr(kind, "printed_as", None)
    return reach


def reach_in_word(reach: str) -> str:
    """The letter of a tag that prints in a Word template what has that reach."""
    return _IN_WORD.get(reach, reach)


def name_of(kind: Type) -> str:
    """What a type is called in messages."""
    if isinstance(kind, TupleOf):
        return f"a list of {name_of(kind.entry)}"
    return _NAMES.get(_plain_name(kind), _plain_name(kind))


def _plain_name(kind: type | Loop) -> str:
    return "Loop" if isinstance(kind, Loop) else kind.__name__
