"""Pictures in Word files: vectors, with dots for programs that show none, and the caption below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osloregion_docs.documents.document import Document, Picture
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.language import Language
from osloregion_docs.ooxml import markup
from osloregion_docs.ooxml.drawings import WordPicture
from osloregion_docs.ooxml.styles import StyleSheet
from osloregion_docs.renderers.figures.drawings import in_dots, on_pages
from osloregion_docs.renderers.figures.figure_tree import with_pictures

if TYPE_CHECKING:
    from osloregion_docs.renderers.trees.outline import Element

_CAPTION, _TEXT = "caption", "Body Text"
_CLOSE = markup.KEEP_WITH_NEXT + markup.spacing(before=120, after=80, line=240, lineRule="auto")
"""Stays with its caption, in a line as high as the picture: the text's own spacing would add to that."""
_FIRST_BOOKMARK = 400_000


class PictureWriter:
    """Writes the pictures of one document, and gathers the files that they need."""

    def __init__(self, styles: StyleSheet, language: Language, width: float | None, first: int) -> None:
        self._styles = styles
        self._language: Language = language
        self._width = width
        self._first = first
        self.pictures: list[WordPicture] = []
        self._anchors: set[str] = set()

    def write(self, picture: Picture, anchor: str | None = None) -> str:
        """The paragraphs that show a picture, under its own anchor or another; none where there is nothing to draw.

        Raises:
            RenderingFailed: a text holds a character that no Word file can hold.
        """
        if not picture:
            return ""
        try:
            return self._draw(picture, picture.anchor if anchor is None else anchor)
        except markup.IllegalCharacter as error:
            raise RenderingFailed(str(error), "delete the character in the source") from error

    def _draw(self, picture: Picture, anchor: str) -> str:
        made = zip(on_pages(picture, self._language, self._width), in_dots(picture, self._width), strict=True)
        paragraphs = []
        for drawn, png in made:
            size = (drawn.drawing.width, drawn.drawing.height)
            number = self._first + len(self.pictures)
            self.pictures.append(WordPicture(number, picture.caption, drawn.alternative, size, drawn.drawing.svg, png))
            paragraphs.append(markup.paragraph(self._style(_TEXT), self.pictures[-1].xml, _CLOSE))
        return "".join((*paragraphs, self._caption(picture.caption, anchor)))

    def _caption(self, caption: str, anchor: str) -> str:
        """The caption, which links to the picture lead to the first time that it is shown."""
        words = markup.run(caption)
        if anchor and anchor not in self._anchors:
            words = markup.bookmark(words, markup.bookmark_name(anchor), _FIRST_BOOKMARK + len(self._anchors))
        self._anchors.add(anchor)
        return markup.paragraph(self._styles.id_of(_CAPTION) or self._style(_TEXT), words)

    def _style(self, name: str) -> str:
        style = self._styles.id_of(name)
        if style is None:
            hint = "add the style in Word, or begin from the default template"
            raise RenderingFailed(f'the template has no style "{name}"', hint)
        return style


def in_word(populated: bytes, document: Document, writer: PictureWriter) -> bytes:
    """Pandoc's tree with its pictures as Word's own paragraphs."""

    def make(picture: Picture, anchor: str) -> list[Element]:
        written = writer.write(picture, anchor)
        return [{"t": "RawBlock", "c": ["openxml", written]}] if written else []

    return with_pictures(populated, document, make)
