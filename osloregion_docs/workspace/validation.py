"""Plain values to a typed programme, and the model's complaints as diagnostics in our own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel, ValidationError

from osloregion_docs.diagnostics import Diagnostic, Finding, Severity, did_you_mean
from osloregion_docs.model.programme import Programme

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
    try:
        return Programme.model_validate(values), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    findings = [_finding(tree, detail) for detail in details]
    places = {detail["loc"][:2] for detail in details}
    if not all(len(place) == 2 and place[0] in {"measures", "texts"} for place in places):
        return None, findings
    rest = without(tree.values, {(str(room), int(place)) for room, place in places})
    try:
        return Programme.model_validate(rest), findings
    except ValidationError:
        return None, findings


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
        rest["chapters"] = [id_ for id_ in order if id_ not in chapters]
    if isinstance(areas := rest.get("measure_areas"), list):
        rest["measure_areas"] = [_area_without(area, measures) for area in areas]
    return rest


def _area_without(area: Plain, gone: set[str]) -> Plain:
    if not isinstance(area, dict) or not isinstance(ids := area.get("measures"), list):
        return area
    return {**area, "measures": [id_ for id_ in ids if id_ not in gone]}


def _finding(tree: Tree, detail: ErrorDetails) -> Finding:
    code, message, hint = _worded(detail)
    at_key = detail["type"] == "extra_forbidden"
    return Finding(tree.address(detail["loc"]), message, hint, at_key=at_key, code=code, severity=Severity.ERROR)


def _worded(detail: ErrorDetails) -> tuple[str, str, str]:
    """Code, message and hint for one of pydantic's error types."""
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    key = next((str(step) for step in reversed(detail["loc"]) if isinstance(step, str) and " " not in step), "value")
    if kind == "missing":
        return "MOD101", f"{key} is missing", f"add {key}: …"
    if kind == "extra_forbidden":
        known = _keys_at(detail["loc"])
        return "MOD102", f"{key} is not a known key", did_you_mean(key, known) or f"known here: {', '.join(known)}"
    if given is None:
        return "MOD106", f"{key} has no value", "write a value, or delete the line"
    if kind == "value_error":
        message, _, hint = str(context.get("error", detail["msg"])).partition(": ")
        return "MOD103", message, hint
    if kind == "literal_error":
        choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        near = did_you_mean(str(given), choices.split(", "))
        return "MOD104", f'"{given}" is none of the choices for {key}', near or f"choose one of: {choices}"
    if kind == "string_pattern_mismatch":
        return "MOD105", f'"{given}" is not an id', "use small letters a to z, digits and single hyphens"
    if kind in _SHAPES:
        shape = "a list" if isinstance(given, list) else "one value" if isinstance(given, str) else "a block of keys"
        return "MOD107", f"{key} is {shape}, and {_SHAPES[kind]} is wanted", "look at how the entries beside it are written"
    if kind in _WANTED:
        return "MOD103", f'"{given}" is not {_WANTED[kind].partition(",")[0]}', f"write {_WANTED[kind]} for {key}"
    if kind == "too_short":
        return "MOD101", f"{key} is empty", "add at least one entry"
    return "MOD103", f"{key}: {detail['msg'][:1].lower()}{detail['msg'][1:]}", ""


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
    source, start, end = tree.locate(finding.path, finding.quote, at_key=finding.at_key)
    return source.diagnostic(start, end, finding.severity, finding.code, finding.message, finding.hint)
