"""Pictures in OpenDocument: vectors, with dots for programs that show none, and the caption below them.

*Source*: OASIS Open Document Format 1.3, part 3: 10.4.2 (frame, whose images stand for one another), 10.4.4 (image).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from osloregion_docs.documents.document import Document, Picture
from osloregion_docs.ooxml.markup import escape
from osloregion_docs.renderers.figures.drawings import Drawn, in_dots, on_pages
from osloregion_docs.renderers.figures.figure_tree import with_pictures
from osloregion_docs.renderers.pandoc.values import legal

if TYPE_CHECKING:
    from osloregion_docs.renderers.trees.outline import Element

KINDS = {".svg": "image/svg+xml", ".png": "image/png"}


def in_opendocument(populated: bytes, document: Document) -> tuple[bytes, dict[str, bytes]]:
    """The tree with its pictures as frames, and the files that these show, by name."""
    files: dict[str, bytes] = {}

    def make(picture: Picture, anchor: str) -> list[Element]:
        if not picture:
            return []
        paragraphs = ""
        for drawn, png in zip(on_pages(picture, document.language), in_dots(picture), strict=True):
            name = f"Pictures/figur{len(files) // 2 + 1}"
            files[f"{name}.svg"], files[f"{name}.png"] = drawn.drawing.svg, png
            paragraphs += f'<text:p text:style-name="Figur">{_frame(drawn, picture.caption, name)}</text:p>'
        mark = f'<text:bookmark text:name="{escape(anchor)}"/>' if anchor else ""
        caption = f'<text:p text:style-name="Caption">{mark}{escape(legal(picture.caption))}</text:p>'
        return [{"t": "RawBlock", "c": ["opendocument", paragraphs + caption]}]

    return with_pictures(populated, document, make), files


def _frame(drawn: Drawn, caption: str, name: str) -> str:
    """A frame within a line: the first of its images that a program can show is shown."""
    size = f'svg:width="{drawn.drawing.width:g}pt" svg:height="{drawn.drawing.height:g}pt"'
    shown = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    images = "".join(
        f'<draw:image xlink:href="{name}{suffix}" {shown} draw:mime-type="{kind}"/>' for suffix, kind in KINDS.items()
    )
    return (
        f'<draw:frame draw:name="{name.removeprefix("Pictures/")}" text:anchor-type="as-char" {size}>{images}'
        f"<svg:title>{escape(legal(caption))}</svg:title><svg:desc>{escape(legal(drawn.alternative))}</svg:desc>"
        "</draw:frame>"
    )
