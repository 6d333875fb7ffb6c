"""Plain values to a typed programme, and the model's complaints as diagnostics in our own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel, ValidationError

from osloregion_docs.diagnostics import Diagnostic, Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.programme import Programme
from osloregion_docs.spelling import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from osloregion_docs.sources.tree import Plain, Tree

_WANTED = {
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "decimal_parsing": "a number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "date_from_datetime_parsing": "a date, written like 2018-06-12",
    "date_parsing": "a date, written like 2018-06-12",
    "date_from_datetime_inexact": "a date, written like 2018-06-12",
}
_SHAPES = {
    "tuple_type": "a list",
    "string_type": "one text",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "dict_type": "keys with values",
}


def validated(tree: Tree) -> tuple[Programme | None, list[Finding]]:
    """The programme, and what is wrong with the values. Measures and chapters with faults are left out of it."""
    values: Plain = tree.values
    findings = list(_given_ids(tree.values))
    try:
        return Programme.model_validate(values), findings
    except ValidationError as error:
        details = error.errors(include_url=False)
    findings += [_finding(tree, detail) for detail in details if not _follows_from_another(detail, details)]
    places = {detail["loc"][:2] for detail in details}
    if any(place[0] not in {"measures", "texts"} or not place[1:] for place in places):
        return None, findings
    rest = without(tree.values, {(str(room), int(place)) for room, place in places})
    try:
        return Programme.model_validate(rest), findings
    except ValidationError:
        return None, findings


def _given_ids(values: dict[str, Plain]) -> Iterator[Finding]:
    """Ids written in files that are known by their name already."""
    for room in ("measures", "texts"):
        entries = values.get(room)
        for name, entry in entries.items() if isinstance(entries, dict) else ():
            if isinstance(entry, dict) and "id" in entry:
                hint = "delete the line: the name of the file is the id"
                path = KeyPath((room, name, "id"))
                yield Finding(path, "id is not a known key", hint, at_key=True, code="MOD102", severity=Severity.ERROR)


def _follows_from_another(detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    """Whether a list is only empty because its entries are wrong."""
    place = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(place)] == place and other is not detail for other in details
    )


def without(values: dict[str, Plain], places: set[tuple[str, int]]) -> dict[str, Plain]:
    """The values less some measures and chapters, given by room and place; nothing refers to those any more."""
    gone: dict[str, set[str]] = {"measures": set(), "texts": set()}
    rest = dict(values)
    for room, names in gone.items():
        entries = values.get(room)
        if isinstance(entries, dict):
            names |= {name for place, name in enumerate(entries) if (room, place) in places}
            rest[room] = {name: entry for name, entry in entries.items() if name not in names}
    return unlisted(rest, gone["measures"], gone["texts"])


def unlisted(values: dict[str, Plain], measures: set[str], chapters: set[str]) -> dict[str, Plain]:
    """The values with some measures and chapters taken out of the lists that order them."""
    rest = dict(values)
    if isinstance(order := rest.get("chapters"), list):
        rest["chapters"] = [id_ for id_ in order if not (isinstance(id_, str) and id_ in chapters)]
    if isinstance(areas := rest.get("measure_areas"), list):
        rest["measure_areas"] = [_area_without(area, measures) for area in areas]
    return rest


def _area_without(area: Plain, gone: set[str]) -> Plain:
    if not isinstance(area, dict) or not isinstance(ids := area.get("measures"), list):
        return area
    return {**area, "measures": [id_ for id_ in ids if not (isinstance(id_, str) and id_ in gone)]}


def _finding(tree: Tree, detail: ErrorDetails) -> Finding:
    code, message, hint = _worded(detail)
    at_key = detail["type"] == "extra_forbidden"
    return Finding(tree.address(detail["loc"]), message, hint, at_key=at_key, code=code, severity=Severity.ERROR)


def _worded(detail: ErrorDetails) -> tuple[str, str, str]:
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
        hint = "look at how the entries beside it are written"
        return "MOD107", f"{key} is {shape}, and {_SHAPES[kind]} is wanted", hint
    if wanted := _WANTED.get(kind):
        return "MOD103", f'"{given}" is not {wanted.partition(",")[0]}', f"write {wanted} for {key}"
    return "MOD103", f"{key}: {detail['msg'][:1].lower()}{detail['msg'][1:]}", ""


def _missing(key: str, _detail: ErrorDetails) -> tuple[str, str, str]:
    return "MOD101", f"{key} is missing", f"add {key}: …"


def _unknown(key: str, detail: ErrorDetails) -> tuple[str, str, str]:
    known = _keys_at(detail["loc"])
    return "MOD102", f"{key} is not a known key", did_you_mean(key, known) or f"known here: {', '.join(known)}"


def _own_error(_key: str, detail: ErrorDetails) -> tuple[str, str, str]:
    """What the model itself said: its message, and after a colon its hint."""
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
    """The keys that are known where an unknown one stands."""
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


def placed(tree: Tree, finding: Finding) -> Diagnostic:
    """A finding by address as a diagnostic by line and column: the one place where that step is taken."""
    source, at = tree.locate(finding)
    return source.diagnostic(at, finding.severity, finding.code, finding.message, finding.hint)
