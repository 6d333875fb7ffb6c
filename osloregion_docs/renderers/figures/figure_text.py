"""Pictures where there are only words: the caption, and what the picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osloregion_docs.documents.document import Document, Picture
from osloregion_docs.labels.labels import labels_of
from osloregion_docs.renderers.figures.figure_tree import with_pictures
from osloregion_docs.renderers.pandoc.values import LINE_BREAK, inlines

if TYPE_CHECKING:
    from osloregion_docs.renderers.trees.outline import Element


def in_words(populated: bytes, document: Document) -> bytes:
    """The tree with a paragraph for each picture."""
    word = labels_of(document.language).pictures.figure

    def make(picture: Picture, _anchor: str) -> list[Element]:
        if not picture:
            return []
        caption = {"t": "Strong", "c": inlines(f"{word}: {picture.caption}")}
        return [{"t": "Para", "c": [caption, LINE_BREAK, *inlines(picture.alternative)]}]

    return with_pictures(populated, document, make)
