"""What a renderer is: data about a format, and one function."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import Document


@dataclass(frozen=True)
class Rendered:
    """The bytes of one document, and what readers should know about them.

    `lasting` is whether the same input would give the same bytes again; not so where a program broke down.
    """

    content: bytes
    notes: tuple[str, ...] = ()
    lasting: bool = True

    @cached_property
    def sha256(self) -> str:
        """The digest of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


Render: TypeAlias = Callable[[Document, Path], Rendered]
CheckTemplate: TypeAlias = Callable[[Path, str, type[BaseModel]], tuple[Diagnostic, ...]]


def light() -> None:
    """What rendering needs is imported in no time: nothing to prepare."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes one format (format) of a document."""

    format: str
    suffix: str
    template_suffix: str
    version: int
    """Raised when the same input gives other bytes, so that nothing old is kept."""
    programs: Callable[[], dict[str, str]]
    """The optional programs that leave their mark on the bytes, with their versions."""
    check_template: CheckTemplate
    render: Render
    prepare: Callable[[], None] = light
    """Imports what rendering needs, while this process would otherwise wait for another."""
