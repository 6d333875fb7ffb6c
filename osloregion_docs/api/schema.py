"""schema: the JSON Schemas of the sources, for the editor, and of the data that is built, for those who read it."""

from __future__ import annotations

import json
from typing import Final

from osloregion_docs.documents.document import Context
from osloregion_docs.documents.kinds.open_data.measure_register import MeasureRegister
from osloregion_docs.documents.parts.open_data.oparl import MeetingData
from osloregion_docs.errors import NotAvailable
from osloregion_docs.model.json_schema import Schema, schema_of, schemas

_DATA: Final[dict[str, type[Context]]] = {"measure-register": MeasureRegister, "meeting-data": MeetingData}
"""What is built as JSON, by the name of its schema."""


def schema(name: str) -> str:
    """The JSON Schema of one kind of source file, or of data that is built, as text.

    Raises:
        NotAvailable: there is no such kind.
    """
    if name in _DATA:
        return _text(schema_of(_DATA[name]))
    made = schemas()
    if name not in made:
        raise NotAvailable("schema", name, [*made, *_DATA])
    return _text(made[name])


def schema_files() -> dict[str, str]:
    """The schemas of the sources: the name of the file each is kept in, and its text."""
    return {f"{name}.schema.json": _text(made) for name, made in schemas().items()}


def data_schema_files() -> dict[str, str]:
    """The schemas of the data that is built: the name of the file each is kept in, and its text."""
    return {f"{name}.schema.json": _text(schema_of(context)) for name, context in _DATA.items()}


def _text(made: Schema) -> str:
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
