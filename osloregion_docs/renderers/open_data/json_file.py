"""Renders a document's context as JSON for programs. *Source*: RFC 8259."""

from __future__ import annotations

from osloregion_docs.documents.document import Document
from osloregion_docs.renderers.open_data import from_context
from osloregion_docs.renderers.renderer import RenderAssets, Rendered


def render(document: Document, _populated: bytes, _assets: RenderAssets) -> Rendered:
    """Render the context as an object, in UTF-8; empty fields are left out."""
    text = document.context.model_dump_json(indent=2, by_alias=True, exclude_none=True)
    return Rendered(f"{text}\n".encode())


JSON = from_context.renderer(format="json", suffix=".json", version=1, render=render)
