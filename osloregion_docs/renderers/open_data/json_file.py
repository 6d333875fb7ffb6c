"""JSON: what a document says, field by field, for programs. *Source*: RFC 8259."""

from __future__ import annotations

from osloregion_docs.documents.document import Document
from osloregion_docs.renderers.open_data import from_context
from osloregion_docs.renderers.renderer import RenderAssets, Rendered


def render(document: Document, _populated: bytes, _assets: RenderAssets) -> Rendered:
    """The context as an object, in UTF-8; fields that say nothing are left out."""
    text = document.context.model_dump_json(indent=2, by_alias=True, exclude_none=True)
    return Rendered(f"{text}\n".encode())


JSON = from_context.renderer(format="json", suffix=".json", version=1, render=render)
