"""Formats of office programs that Pandoc writes: OpenDocument, and a Word file for kinds without a Word template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.renderers.pandoc import from_markdown
from osloregion_docs.renderers.renderer import RenderAssets, Rendered


def render_odt(document: Document, populated: bytes, assets: RenderAssets) -> Rendered:
    """The document as an OpenDocument file.

    Raises:
        RenderingFailed: the reference document cannot be used.
        ToolFailed: Pandoc refused the document.
    """
    from osloregion_docs.renderers.trees.odt_file import odt_file  # noqa: PLC0415 - 60 ms with what it brings

    return Rendered(_in_look_of(assets.shared["reference.odt"], lambda look: odt_file(document, populated, look)))


def render_simple_word(document: Document, populated: bytes, assets: RenderAssets) -> Rendered:
    """The document as a plainly laid out Word file.

    Raises:
        RenderingFailed: the reference document cannot be used.
        ToolFailed: Pandoc refused the document.
    """
    from osloregion_docs.renderers.trees.word import word_file  # noqa: PLC0415 - 60 ms with what it brings

    return Rendered(_in_look_of(assets.shared["reference.docx"], lambda look: word_file(document, populated, look)))


def _in_look_of(reference: Path, make: Callable[[Path], bytes]) -> bytes:
    """The result of `make` for a reference document; errors name the reference document."""
    from osloregion_docs.ooxml.package import PackageFault  # noqa: PLC0415 - only rendering needs it

    try:
        return make(reference)
    except PackageFault as fault:
        message = f"templates/shared/{reference.name}: {fault}"
        raise RenderingFailed(message, "copy the default back") from fault


ODT = from_markdown.renderer(
    format="odt",
    suffix=".odt",
    version=1,
    render=render_odt,
    shared=("reference.odt",),
    on_request=True,
)

SIMPLE_WORD = from_markdown.renderer(
    format="docx-simple",
    suffix="-enkel.docx",
    version=1,
    render=render_simple_word,
    shared=("reference.docx",),
    on_request=True,
)
