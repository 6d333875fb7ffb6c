"""Finding values by address, and walking over all of them with their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.base import Model
from osloregion_docs.model.content import Heading, Insert, ListBlock, Paragraph, Placeholder, Run
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import Localised

M = TypeVar("M", bound=Model)

_LEAVES = (Run, Paragraph, ListBlock, Heading, Insert, Placeholder, Localised)


def at(programme: Programme, path: KeyPath) -> object | None:
    """The value at an address, or None where there is none."""
    value: object = programme
    for step in path.steps:
        value = _step(value, step)
        if value is None:
            return None
    return value


def walk(programme: Programme, wanted: type[M]) -> Iterator[tuple[KeyPath, M]]:
    """Every value of a type with its address, in the order of the model; running text is one value."""
    for path, model in walk_models(programme):
        if isinstance(model, wanted):
            yield path, model


def walk_models(programme: Programme) -> Iterator[tuple[KeyPath, Model]]:
    """Every model inside the programme with its address, outer before inner."""
    stack: list[tuple[KeyPath, Model]] = [(KeyPath(), programme)]
    while stack:
        path, model = stack.pop()
        yield path, model
        stack.extend(reversed(list(_inside(path, model))))


def known_steps(programme: Programme, path: KeyPath) -> tuple[str, ...]:
    """What can stand as the last step of an address, for "did you mean"."""
    holder = at(programme, KeyPath(path.steps[:-1]))
    if isinstance(holder, Model):
        return _fields(type(holder))
    if isinstance(holder, tuple):
        return tuple(entry.id for entry in holder if hasattr(entry, "id"))
    return ()


def _inside(path: KeyPath, model: Model) -> Iterator[tuple[KeyPath, Model]]:
    for name, value in model.__dict__.items():
        if isinstance(value, Model):
            if not isinstance(value, _LEAVES):
                yield path / name, value
        elif isinstance(value, tuple) and value and isinstance(value[0], Model) and not isinstance(value[0], _LEAVES):
            for place, entry in enumerate(value, 1):
                yield path / name / getattr(entry, "id", place), entry


def _step(value: object, step: str) -> object | None:
    if isinstance(value, Model):
        return getattr(value, step) if step in _fields(type(value)) else None
    if isinstance(value, tuple):
        for place, entry in enumerate(value, 1):
            if step in (getattr(entry, "id", None), str(place)):
                return entry
    return None


@cache
def _fields(kind: type[Model]) -> tuple[str, ...]:
    return tuple(kind.model_fields)
