"""Pictures in the PDF: SVG files that Typst draws in, text as text, with their alternative texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osloregion_docs.documents.document import Document, Picture
from osloregion_docs.renderers.figures.drawings import on_pages
from osloregion_docs.renderers.figures.figure_tree import with_pictures
from osloregion_docs.renderers.pandoc.values import inlines, legal

if TYPE_CHECKING:
    from osloregion_docs.renderers.trees.outline import Element


def on_paper(populated: bytes, document: Document) -> tuple[bytes, dict[str, bytes]]:
    """The tree with its pictures as figures, and the files that these draw in, by name."""
    files: dict[str, bytes] = {}

    def make(picture: Picture, anchor: str) -> list[Element]:
        if not picture:
            return []
        calls = []
        for drawn in on_pages(picture, document.language):
            name = f"figur{len(files) + 1}.svg"
            files[name] = drawn.drawing.svg
            calls.append(f'#image("{name}", width: 100%, alt: {_string(drawn.alternative)})')
        caption = [{"t": "Plain", "c": inlines(picture.caption)}]
        content = [{"t": "RawBlock", "c": ["typst", call]} for call in calls]
        return [{"t": "Figure", "c": [[anchor, [], []], [None, caption], content]}]

    return with_pictures(populated, document, make), files


def _string(text: str) -> str:
    """A text as Typst writes it in its code."""
    escaped = legal(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
