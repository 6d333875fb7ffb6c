"""What all types of the model share: frozen, no unknown keys, entries identified by id."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
"""An id: lower-case letters a to z, digits and single hyphens. Never shown, never reused."""


class Model(BaseModel):
    """A value of the programme. Frozen all the way down: fields are scalars, models and tuples."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _as_entries(value: object) -> object:
    """Turn a mapping of ids to entries into entries that contain their id."""
    if not isinstance(value, Mapping):
        return value
    return [{**entry, "id": key} if isinstance(entry, Mapping) else entry for key, entry in value.items()]


def _only_written_truths(value: object) -> object:
    """Accept only the words true and false; yes, no, on and off are text."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _only_digits(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+", value):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


def _only_iso(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("date_parsing", "not a date")
    return value


_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"


def _only_clock(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(_CLOCK, value):
        raise ValueError(f'"{value}" is not a time of day: write it like 09:30')
    return value


Whole = Annotated[int, BeforeValidator(_only_digits)]
"""A whole number, written in plain digits."""

Day = Annotated[datetime.date, BeforeValidator(_only_iso)]
"""A day, written like 2018-06-12."""

Clock = Annotated[
    datetime.time, BeforeValidator(_only_clock), WithJsonSchema({"type": "string", "pattern": f"^{_CLOCK}$"})
]
"""A time of day, written like 09:30."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""The name of a person, or of a party that is not an organ of the year."""

KeyedById = BeforeValidator(_as_entries)
"""Lets a list of entries be written as a mapping from id to entry, as a folder of files is."""

Flag = Annotated[bool, BeforeValidator(_only_written_truths)]
"""Yes or no, written true or false."""
