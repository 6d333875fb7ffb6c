"""Pictures on the web: SVG in the page, in the colours of the page, once for wide windows and once for narrow ones."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from osloregion_docs.charts.drawing import Drawing, drawings
from osloregion_docs.charts.style import COLOURS, TEXT_WIDTH
from osloregion_docs.documents.document import Document, Picture
from osloregion_docs.renderers.figures.figure_tree import with_pictures
from osloregion_docs.renderers.pandoc.values import inlines, legal

if TYPE_CHECKING:
    from osloregion_docs.renderers.trees.outline import Element

_NARROW: Final = 230.0
"""In points: what a phone shows without making the letters small."""
_ROLES: Final = {colour: f"var(--chart-{name}, {colour})" for name, colour in COLOURS.items()}
_COLOURS: Final = re.compile(r'(?: (?:fill|stroke)="[^"]*")+')
_COLOUR: Final = re.compile(r'(fill|stroke)="([^"]*)"')


def on_web(populated: bytes, document: Document) -> bytes:
    """The tree with its pictures as figures that hold SVG."""
    names = _Names()

    def make(picture: Picture, anchor: str) -> list[Element]:
        if not picture:
            return []
        wide, narrow = (drawings(picture.chart, width)[0] for width in (TEXT_WIDTH, _NARROW))
        marks = _svg(wide, picture, names.new(), "wide") + _svg(narrow, picture, names.new(), "narrow")
        caption = [{"t": "Plain", "c": inlines(picture.caption)}]
        content = [{"t": "RawBlock", "c": ["html", f'<div class="drawing">{marks}</div>']}]
        return [{"t": "Figure", "c": [[anchor, ["picture"], []], [None, caption], content]}]

    return with_pictures(populated, document, make)


class _Names:
    """Ids for the parts of a drawing, each once in the page."""

    def __init__(self) -> None:
        self._count = 0

    def new(self) -> str:
        self._count += 1
        return f"tegning-{self._count}"


def _svg(drawing: Drawing, picture: Picture, name: str, room: str) -> str:
    """A drawing with its words for those who listen; the page's style says which of the two shows."""
    shown = f"display: var(--{room}-picture, {'block' if room == 'wide' else 'none'})"
    description = " ".join(filter(None, (picture.alternative, picture.description)))
    return (
        f'<svg class="{room}" xmlns="http://www.w3.org/2000/svg" role="img" style="{shown}" '
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{html.escape(legal(picture.caption))}</title>'
        f'<desc id="{name}-desc">{html.escape(legal(description))}</desc>'
        f"{_COLOURS.sub(_in_page, drawing.marks)}</svg>"
    )


def _in_page(colours: re.Match[str]) -> str:
    """The colours of a mark as the page has them; the drawing's own where the page says nothing."""
    named = (f"{what}: {_ROLES.get(colour, colour)}" for what, colour in _COLOUR.findall(colours[0]))
    return f' style="{"; ".join(named)}"'
