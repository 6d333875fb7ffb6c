"""list: years, document kinds with their templates, and formats. It imports neither the model nor the renderers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from osloregion_docs.errors import TemplateMissing
from osloregion_docs.resources import kinds_index
from osloregion_docs.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class KindEntry:
    """A document kind: its formats, and the template of each."""

    name: str
    title: str
    templates: dict[str, str | None]
    """Empty where it is missing, None where the format needs none."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The years of a workspace, the document kinds, and the formats."""

    years: tuple[int, ...]
    kinds: tuple[KindEntry, ...]
    formats: tuple[str, ...]


def listing(workspace: Workspace) -> Listing:
    """List what can be built."""
    index = json.loads(kinds_index().read_text("utf-8"))
    suffixes: dict[str, str] = index["formats"]
    return Listing(
        workspace.years, tuple(_list_kind(workspace, kind, suffixes) for kind in index["kinds"]), tuple(suffixes)
    )


def _list_kind(workspace: Workspace, kind: dict[str, Any], suffixes: dict[str, str]) -> KindEntry:
    templates = {name: _find_template(workspace, kind["name"], suffixes[name]) for name in kind["formats"]}
    return KindEntry(kind["name"], kind["title"], templates)


def _find_template(workspace: Workspace, kind: str, suffix: str) -> str | None:
    try:
        return workspace.name_of(workspace.template(kind, suffix)) if suffix else None
    except TemplateMissing:
        return ""
