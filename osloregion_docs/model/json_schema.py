"""The JSON Schemas with which editors validate and complete the sources."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, TypeAlias, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from osloregion_docs.model.adoption import Adoption
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.organ import Organ
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.reports.annual_report import AnnualReport
from osloregion_docs.model.reports.results import MeasureResults, Results

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Schema: TypeAlias = dict[str, Json]

_IN_OTHER_FILES: Final = (
    *("texts", "measures", "meetings", "results", "organs", "budget", "members", "adoption", "annual_report"),
    "other_year_meetings",
)
"""Fields of a programme that have files of their own, or are derived."""
_DIGITS: Final[Json] = ["string", "integer"]
_SHORT_FORMS: Final[dict[str, Schema]] = {
    "Timeframe": {"type": _DIGITS, "examples": ["løpende", "2018", "2017–19", "2018-H1", "2018-Q3"]},
    "Period": {"type": _DIGITS, "examples": ["2017-2020"]},
    "Amount": {"type": "string", "examples": ["1.50 kr", "6.64 mill. kr", "ca. 2.9 mill. kr"]},
    "Party": {"type": "string", "examples": ["Østlandssamarbeidet"]},
    "AgendaItem": {"type": "string", "examples": ["medlemskontingent"]},
    "Votes": {"type": _DIGITS, "examples": [11]},
    "Voting": {"const": "unanimous"},
}
"""Types with a short form of one text, and that form."""
_ONLY_SHORT: Final = ("Timeframe", "Period")


def schemas() -> dict[str, Schema]:
    """Return one JSON Schema for each kind of source file, by the file's stem.

    *Source*: JSON Schema draft 2020-12.
    """
    return {
        "programme": schema_of(Programme, without=_IN_OTHER_FILES),
        "measure": schema_of(Measure, without=("id", "content")),
        "meeting": schema_of(Meeting, without=("id", "cases", "files")),
        "case": schema_of(Case, without=("id", "content")),
        "results": _with_entries(schema_of(Results), "measures", schema_of(MeasureResults, without=("id",))),
        "measure-results": schema_of(MeasureResults, without=("id",)),
        "organs": _list_of(Organ),
        "budget": schema_of(Budget),
        "adoption": schema_of(Adoption),
        "annual_report": schema_of(AnnualReport, without=("files",)),
    }


def schema_of(model: type[BaseModel], without: tuple[str, ...] = ()) -> Schema:
    """Return the schema of a file that contains one model, without the fields stored in other files."""
    definitions = _definitions(model)
    top = definitions.pop(model.__name__)
    if isinstance(properties := top.get("properties"), dict):
        top["properties"] = {name: field for name, field in properties.items() if name not in without}
    if isinstance(required := top.get("required"), list):
        top["required"] = [name for name in required if name not in without]
    used = _find_used(top, definitions)
    return {"$schema": GenerateJsonSchema.schema_dialect, **top, "$defs": {name: definitions[name] for name in used}}


def _with_entries(schema: Schema, field: str, entry: Schema) -> Schema:
    """Return a schema in which one field is a mapping of ids to entries."""
    inner = {key: part for key, part in entry.items() if key not in {"$schema", "$defs", "title"}}
    properties, own, more = (_object(part) for part in (schema["properties"], schema["$defs"], entry["$defs"]))
    described = {"description": _object(properties[field])["description"]}
    properties[field] = {"type": "object", "additionalProperties": inner, **described}
    used = _find_used({**schema, "$defs": {}}, {**own, **more})  # type: ignore[dict-item]
    return {**schema, "$defs": {name: {**own, **more}[name] for name in used}}


def _object(part: Json) -> Schema:
    assert isinstance(part, dict)  # noqa: S101 - a schema's parts are
    return part


def _list_of(model: type[BaseModel]) -> Schema:
    """Return the schema of a file that contains a list of models."""
    definitions: Json = {**_definitions(model)}
    items: Json = {"$ref": f"#/$defs/{model.__name__}"}
    dialect = GenerateJsonSchema.schema_dialect
    return {"$schema": dialect, "title": f"{model.__name__}s", "type": "array", "items": items, "$defs": definitions}


def _definitions(model: type[BaseModel]) -> dict[str, Schema]:
    """Return the schema of every model that a model contains, with its short form and descriptions."""
    _refs, generated = models_json_schema([(model, "validation")])
    definitions: dict[str, Schema] = {name: _without_pattern(schema) for name, schema in generated["$defs"].items()}
    for inner in _models(model):
        name = inner.__name__
        if name in definitions:
            named = {field: inner.model_fields[field].alias or field for field in inner.model_fields}
            _describe(definitions[name], {named[field]: text for field, text in _read_descriptions(inner).items()})
    for name, short in _SHORT_FORMS.items():
        if name in definitions:
            alone = name in _ONLY_SHORT
            definitions[name] = {**short} if alone else {"anyOf": [{**short}, {**definitions[name]}]}
    return definitions


def _without_pattern(schema: Schema) -> Schema:
    """Remove the pattern that pydantic gives exact decimals, which changes between versions."""
    is_decimal = str(schema.get("pattern", "")).startswith("^(?!")
    return {key: _clean(part) for key, part in schema.items() if not (is_decimal and key == "pattern")}


def _clean(part: Json) -> Json:
    if isinstance(part, dict):
        return _without_pattern(part)
    return [_clean(inner) for inner in part] if isinstance(part, list) else part


def _describe(schema: Schema, described: dict[str, str]) -> None:
    properties = schema.get("properties")
    for name, field in properties.items() if isinstance(properties, dict) else ():
        if isinstance(field, dict) and name in described:
            field.setdefault("description", described[name])


def _find_used(schema: Json, definitions: dict[str, Schema]) -> list[str]:
    """List the definitions that a schema refers to, directly or indirectly, by name."""
    found: set[str] = set()
    waiting: list[Json] = [schema]
    while waiting:
        for name in set(_references(waiting.pop())) - found:
            found.add(name)
            waiting.append(definitions[name])
    return sorted(found)


def _references(schema: Json) -> Iterator[str]:
    inner: list[Json] = [*schema.values()] if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    if isinstance(schema, dict) and isinstance(reference := schema.get("$ref"), str):
        yield reference.removeprefix("#/$defs/")
    for part in inner:
        yield from _references(part)


def _models(model: type[BaseModel]) -> list[type[BaseModel]]:
    """List a model and every model that it contains."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[object] = [model]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if kind not in found:
                found[kind] = None
                waiting += [field.annotation for field in kind.model_fields.values()]
        else:
            waiting += get_args(kind)
    return list(found)


@cache
def _read_descriptions(model: type[BaseModel]) -> dict[str, str]:
    """Read the docstring below each field of a model from its source: only schemas need them."""
    [tree] = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    described = {}
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                described[name] = inspect.cleandoc(text)
    return described
