"""The model's errors in this tool's wording: code, message and hint for each of pydantic's error types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

from osloregion_docs.model.programme import Programme
from osloregion_docs.spelling import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WANTED = {
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "decimal_parsing": "a number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "date_from_datetime_parsing": "a date like 2018-06-12",
    "date_parsing": "a date like 2018-06-12",
    "date_from_datetime_inexact": "a date like 2018-06-12",
}
_SHAPES = {
    "tuple_type": "a list",
    "string_type": "one text",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "dict_type": "keys with values",
}


def describe_error(detail: ErrorDetails) -> tuple[str, str, str]:
    """Code, message and hint for one of pydantic's error types."""
    kind, given = detail["type"], detail["input"]
    key = next((str(step) for step in reversed(detail["loc"]) if isinstance(step, str) and " " not in step), "value")
    if kind in _OWN_WORDS:
        return _OWN_WORDS[kind](key, detail)
    if given is None:
        return "MOD106", f"{key} has no value", "write a value, or delete the line"
    return _misread(key, detail)


def _misread(key: str, detail: ErrorDetails) -> tuple[str, str, str]:
    """The words for a value of another shape or type than is wanted."""
    kind, given = detail["type"], detail["input"]
    if kind in _SHAPES:
        shape = "a list" if isinstance(given, list) else "one value" if isinstance(given, str) else "a block of keys"
        hint = "look at how the entries next to it are written"
        return "MOD107", f"{key} is {shape}, and {_SHAPES[kind]} is wanted", hint
    if wanted := _WANTED.get(kind):
        return "MOD103", f'"{given}" is not {wanted.partition(" like")[0]}', f"write {wanted} for {key}"
    return "MOD103", f"{key}: {detail['msg'][:1].lower()}{detail['msg'][1:]}", ""


def _missing(key: str, _detail: ErrorDetails) -> tuple[str, str, str]:
    return "MOD101", f"{key} is missing", f"add {key}: …"


def _unknown(key: str, detail: ErrorDetails) -> tuple[str, str, str]:
    known = _keys_at(detail["loc"])
    return "MOD102", f"{key} is not a known key", did_you_mean(key, known) or f"known here: {', '.join(known)}"


def _own_error(_key: str, detail: ErrorDetails) -> tuple[str, str, str]:
    """An error of the model's own: its message, and after a colon its hint."""
    message, _, hint = str(detail.get("ctx", {}).get("error", detail["msg"])).partition(": ")
    return "MOD103", message, hint


def _choice(key: str, detail: ErrorDetails) -> tuple[str, str, str]:
    if detail["input"] is None:
        return "MOD106", f"{key} has no value", "write a value, or delete the line"
    choices = str(detail.get("ctx", {})["expected"]).replace("'", "").replace(" or ", ", ")
    near = did_you_mean(str(detail["input"]), choices.split(", "))
    return "MOD104", f'"{detail["input"]}" is none of the choices for {key}', near or f"choose one of: {choices}"


def _not_an_id(_key: str, detail: ErrorDetails) -> tuple[str, str, str]:
    return "MOD105", f'"{detail["input"]}" is not an id', "use small letters a to z, digits and single hyphens"


def _empty(key: str, _detail: ErrorDetails) -> tuple[str, str, str]:
    return "MOD101", f"{key} is empty", "add at least one entry"


_OWN_WORDS = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "value_error": _own_error,
    "literal_error": _choice,
    "string_pattern_mismatch": _not_an_id,
    "too_short": _empty,
}
"""pydantic's error types that have words of their own here."""


def _keys_at(location: Sequence[str | int]) -> tuple[str, ...]:
    """The keys that are known where an unknown one is."""
    model: type[BaseModel] = Programme
    for step in location[:-1]:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return tuple(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(inner) for inner in get_args(annotation))
    return next((model for model in found if model is not None), None)
