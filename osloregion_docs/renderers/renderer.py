"""What a renderer is: data about a format, and a few functions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import Document
from osloregion_docs.renderers.printed_spans import PrintedSpan, spans_of


@dataclass(frozen=True)
class Rendered:
    """The bytes of one document, and what readers should know about them.

    `cacheable` is whether the same input would give the same bytes again; not so where a program broke down.
    """

    content: bytes
    notes: tuple[str, ...] = ()
    cacheable: bool = True
    printed: tuple[object, ...] = ()
    """The values that a Word file prints, in order; empty where it comes from the cache."""

    @property
    def spans(self) -> tuple[PrintedSpan, ...]:
        """The printed texts whose sources are known, with their addresses."""
        return tuple(span for value in self.printed for span in spans_of(value))

    @cached_property
    def sha256(self) -> str:
        """The digest of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """The same document in another format, in the same folder."""

    format: str
    file: str


@dataclass(frozen=True, slots=True)
class RenderAssets:
    """What a document is rendered with in addition to its template."""

    shared: Mapping[str, Path] = field(default_factory=dict)
    """Files of ``templates/shared/`` by their name there."""
    linked_files: tuple[LinkedFile, ...] = ()
    """The other formats of the document in this build; empty for formats that do not link to them."""


Populate: TypeAlias = Callable[[Document, Path], bytes]
Render: TypeAlias = Callable[[Document, bytes, RenderAssets], Rendered]
Merge: TypeAlias = Callable[[bytes, Sequence[bytes]], bytes]
CheckTemplate: TypeAlias = Callable[[Path, str, type[BaseModel]], tuple[Diagnostic, ...]]
CheckShared: TypeAlias = Callable[[Mapping[str, Path], Callable[[Path], str]], tuple[Diagnostic, ...]]


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes one format (format) of a document."""

    format: str
    suffix: str
    template_suffix: str
    """Of the files that it fills; empty for a format that is made of the context alone and needs no template."""
    version: int
    """Raised when the same input gives other bytes, so that nothing old is kept."""
    programs: Callable[[], dict[str, str]]
    """The programs that leave their mark on the bytes, with their versions."""
    check_template: CheckTemplate
    populate: Populate
    """The template filled, as far as all formats of that template have in common; done once for all of them."""
    render: Render
    """What was populated, as this format."""
    merge: Merge | None = None
    """One document with others merged into it, all of them populated; None for formats that merge nothing."""
    shared: tuple[str, ...] = ()
    """The files of ``templates/shared/`` that it draws in; ``fonts/*`` is all in that folder."""
    check_shared: CheckShared = lambda _files, _name_of: ()
    links_to_formats: bool = False
    """Whether it names the other formats of the document."""
    on_request: bool = False
    """Whether it is built only on request."""
    copies: bool = False
    """Whether its bytes are those of a source file, whatever formats are requested; no copy of them is cached."""
