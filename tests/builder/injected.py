"""An exempt case and a hidden attendee with a unique token in every text field, found by walking the model's types."""

from __future__ import annotations

import json
from itertools import count
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from osloregion_docs.model.content import Content
from osloregion_docs.model.meetings.case import Case, CaseText
from osloregion_docs.model.meetings.meeting import Attendee
from osloregion_docs.publicity import PUBLIC_CASE_FIELDS
from osloregion_docs.sources.case_sections import HEADINGS

_FIXED: Final[dict[tuple[str, str], object]] = {
    ("Decision", "organ"): "radet",
    ("Attendee", "organ"): "radet",
    ("Attendee", "only_for"): ["kontingent"],
    ("Attendee", "disqualified"): ["kontingent"],
    ("Attendee", "exempt"): True,
    ("Proposal", "amends"): None,
    ("Proposal", "subsidiary_to"): None,
}
"""Fields that refer to something that must exist, or that others depend on: they take no token."""
_MARKDOWN: Final = "{} **{}** [{}](https://{}.no/{}) [{}](gods).\n\n- {}\n  1. {}\n"
_MINIMAL: Final[dict[type, object]] = {bool: True, int: 1}


def _is_union(annotation: Any) -> bool:
    """Whether a type is made of others, and is neither content, a tuple nor a choice of words."""
    return bool(get_args(annotation)) and annotation != Content and get_origin(annotation) not in {Literal, tuple}


def _first_of_union(annotation: Any) -> Any:
    return next(each for each in get_args(annotation) if each is not type(None))


class Tokens:
    """Fills models with tokens, each with the address of the field that has it."""

    def __init__(self) -> None:
        self.fields: dict[bytes, str] = {}
        """Token to the field that has it."""
        self._numbers = count(1)

    def new(self, field: str) -> str:
        """A word that occurs nowhere else, and that may be an id, a name or a text."""
        token = f"zq{next(self._numbers):03}qz"
        self.fields[token.encode()] = field
        return token

    def case(self, kind: str, number: str) -> str:
        """The source of an exempt case, public in nothing but what `PUBLIC_CASE_FIELDS` names."""
        values = self.model(Case, skipped={*PUBLIC_CASE_FIELDS, "id", "content", "adopted"})
        values |= {"kind": kind, "number": number, "exempt": True, "legal_basis": "offentleglova § 23"}
        values |= {"public_title": "Unntatt sak", "adopted": [each["id"] for each in values["proposals"]]}
        titles = {name: heading for heading, name in reversed(HEADINGS.items())}
        body = "".join(f"## {titles[name]}\n\n{self.content(f'content.{name}')}\n\n" for name in CaseText.model_fields)
        return f"---\n{json.dumps(values)}\n---\n\n{body}"

    def attendee(self, capacity: str) -> dict[str, Any]:
        """The source of a person whom the public minutes leave out."""
        values = self.model(Attendee, skipped=set() if capacity == "deputy" else {"deputy_for"})
        return {**values, "capacity": capacity}

    def model(self, kind: type[BaseModel], skipped: set[str] = frozenset()) -> dict[str, Any]:  # type: ignore[assignment]
        """Plain values of a model: tokens in all its texts, and little else."""
        found = {
            name: self._field(kind, name, field) for name, field in kind.model_fields.items() if name not in skipped
        }
        return {name: value for name, value in found.items() if value is not None}

    def content(self, field: str) -> str:
        """Markdown with tokens in each thing that it can have."""
        return _MARKDOWN.format(*(self.new(field) for _ in range(_MARKDOWN.count("{}"))))

    def _field(self, kind: type[BaseModel], name: str, field: FieldInfo) -> Any:
        if (kind.__name__, name) in _FIXED:
            return _FIXED[kind.__name__, name]
        return self._value(field.annotation, f"{kind.__name__}.{name}", required=field.is_required())

    def _value(self, annotation: Any, field: str, *, required: bool) -> Any:
        """A value of a type; None where it holds no text and may be left out."""
        if _is_union(annotation):
            return self._value(_first_of_union(annotation), field, required=required)
        if get_origin(annotation) is tuple and annotation != Content:
            entry = self._value(get_args(annotation)[0], field, required=False)
            return None if entry is None else [entry]
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation)
        return self._text(annotation, field) or (self._minimal(annotation) if required else None)

    def _text(self, annotation: Any, field: str) -> str:
        """A text with a token; empty where the type holds none."""
        if annotation == Content:
            return self.content(field)
        suffix = ".txt" if field.endswith(".file") else ""
        return f"{self.new(field)}{suffix}" if annotation is str else ""

    def _minimal(self, annotation: Any) -> object:
        return _MINIMAL[annotation] if annotation in _MINIMAL else get_args(annotation)[0]
