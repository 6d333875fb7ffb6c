"""schema: the JSON Schemas that an editor checks and completes the sources with."""

from __future__ import annotations

import json

from osloregion_docs.errors import NotAvailable
from osloregion_docs.model.json_schema import Schema, schemas


def schema(name: str) -> str:
    """The JSON Schema of one kind of source file, as text.

    Raises:
        NotAvailable: there is no such kind of file.
    """
    made = schemas()
    if name not in made:
        raise NotAvailable("schema", name, made)
    return _text(made[name])


def schema_files() -> dict[str, str]:
    """All schemas: the name of the file each is kept in, and its text."""
    return {f"{name}.schema.json": _text(made) for name, made in schemas().items()}


def _text(made: Schema) -> str:
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
