"""A tag of a template, wherever it is: the form that the type check works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from osloregion_docs.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: ``{{ … }}``, ``{% … %}`` or a comment, with its place.

    `reach` is what it replaces: nothing more than itself (""), or its run (r), paragraph (p), row (tr) or cell (tc).
    """

    file: str
    line: int
    column: int
    sign: Literal["{{", "{%", "{#"]
    reach: Literal["", "r", "p", "tr", "tc"]
    inner: str
    excerpt: str
    container: object = None
    """What both ends of a loop must share."""


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a template in order, and what is wrong with how they are written."""

    tags: tuple[Tag, ...]
    faults: tuple[Diagnostic, ...]
