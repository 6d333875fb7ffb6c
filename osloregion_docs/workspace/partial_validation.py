"""Values less those that are wrong, so that the rules can still read the rest of a year."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from osloregion_docs.sources.tree import Plain

_TEXT = "(mangler)"
_DAY = "1900-01-01"
_STAND_INS: dict[str, Plain] = {
    "year": "1900",
    "organisation": {
        "name": _TEXT,
        "established": _DAY,
        "secretariat": {"name": _TEXT, "website": _TEXT, "address": []},
        "membership": {"municipalities": "0", "counties": "0", "as_of": _DAY},
    },
    "strategy": {
        "period": "1900",
        "adopted": {"organ": "mangler"},
        "vision": _TEXT,
        "goal": _TEXT,
        "strategies": [],
        "roles": [],
        "focus_areas": [],
    },
    "chapters": [],
    "measure_areas": [],
}
"""Replacements of the keys that no programme can do without, so that the rules can read the rest. Never printed."""

Place: TypeAlias = "tuple[dict[str, Plain] | list[Plain], str | int]"


def without_refused(values: dict[str, Plain], details: Sequence[ErrorDetails]) -> dict[str, Plain]:
    """The values without those that pydantic refuses; where a key is missing, without the block that lacks it."""
    rest = copy.deepcopy(values)
    places = [place for place in (_place(rest, detail) for detail in details) if place is not None]
    for holder, key in sorted(places, key=lambda place: str(place[1]).zfill(9), reverse=True):
        if isinstance(holder, dict):
            holder.pop(str(key), None)
        elif isinstance(key, int) and key < len(holder):
            del holder[key]
    return rest


def with_stand_ins(values: dict[str, Plain]) -> dict[str, Plain]:
    """The values with something in the place of every key that a programme needs and that is not there."""
    return {**_STAND_INS, **values}


def unlist_missing(values: dict[str, Plain], before: dict[str, Plain]) -> dict[str, Plain]:
    """The values with what they have lost since `before` taken out of the lists that order measures and chapters."""
    gone = {name: _names(before, name) - _names(values, name) for name in ("measures", "texts")}
    return without_listed(values, gone["measures"], gone["texts"])


def without_listed(values: dict[str, Plain], measures: set[str], chapters: set[str]) -> dict[str, Plain]:
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


def _names(values: dict[str, Plain], key: str) -> set[str]:
    entries = values.get(key)
    return set(entries) if isinstance(entries, dict) else set()


def _place(values: dict[str, Plain], detail: ErrorDetails) -> Place | None:
    """Where the value that is wrong hangs: what holds it, and its key or position there."""
    place: Place | None = None
    value: Plain = values
    for step in detail["loc"]:
        inner = _key(value, step)
        if inner is None:
            continue
        place = (value, inner)  # type: ignore[assignment]
        value = value[inner]  # type: ignore[index]
    return place


def _key(value: Plain, step: str | int) -> str | int | None:
    """The key or position that a step of a location means inside a value, if it means one."""
    if isinstance(value, dict):
        if isinstance(step, int):
            return list(value)[step] if step < len(value) else None
        return step if step in value else None
    return step if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
