"""The JSON Schemas that an editor checks and completes the sources with."""

from __future__ import annotations

from typing import TypedDict

from pydantic import BaseModel, create_model
from pydantic.json_schema import GenerateJsonSchema

from osloregion_docs.model.adoption import Adoption
from osloregion_docs.model.budget import Budget
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.organ import Organ
from osloregion_docs.model.programme import Programme

ELSEWHERE = ("texts", "measures", "organs", "budget", "adoption")
"""Fields of a programme that have files of their own."""


class JsonSchema(TypedDict, total=False):
    """A JSON Schema document, draft 2020-12; only the keys that this module touches are named."""

    title: str
    required: list[str]
    properties: dict[str, object]


class _Organs(BaseModel):
    """organs.yaml: a list of organs."""


def schemas() -> dict[str, dict[str, object]]:
    """One JSON Schema for each kind of source file, by the file's stem.

    *Source*: JSON Schema draft 2020-12.
    """
    made = {
        "programme": _schema(Programme, without=ELSEWHERE),
        "measure": _schema(Measure, without=("id", "content")),
        "budget": _schema(Budget),
        "adoption": _schema(Adoption),
    }
    made["organs"] = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "Organs",
        "type": "array",
        "items": _schema(Organ),
    }
    return made


def _schema(model: type[BaseModel], without: tuple[str, ...] = ()) -> dict[str, object]:
    kept = {name: (field.annotation, field) for name, field in model.model_fields.items() if name not in without}
    shown = create_model(model.__name__, __doc__=model.__doc__, __config__=model.model_config, **kept)  # type: ignore[call-overload]
    schema: dict[str, object] = {"$schema": GenerateJsonSchema.schema_dialect, **shown.model_json_schema()}
    return schema
