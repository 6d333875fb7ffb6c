"""What a renderer is: data about a format, and one function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import Context, Document


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of one document, and what readers should know about them."""

    content: bytes
    notes: tuple[str, ...] = ()


Render: TypeAlias = Callable[[Document, Path], Rendered]
CheckTemplate: TypeAlias = Callable[[Path, str, type[Context]], tuple[Diagnostic, ...]]


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
