"""The drawings of a picture for one format, each with the words that stand for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from osloregion_docs.charts.drawing import Drawing, drawings, rasters
from osloregion_docs.charts.style import TEXT_WIDTH
from osloregion_docs.documents.document import Picture
from osloregion_docs.labels.labels import labels_of
from osloregion_docs.language import Language

TALLEST: Final = 560.0
"""In points: what is taller comes in several drawings, so that each fits on a page with its caption."""
_NARROWEST, _WIDEST = 200.0, 620.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing, and its alternative text."""

    drawing: Drawing
    alternative: str


def on_pages(picture: Picture, language: Language, width: float | None = None) -> Iterator[Drawn]:
    """The drawings of a picture for pages whose text is as wide as that, in points."""
    made = drawings(picture.chart, fitting(width), TALLEST)
    part = labels_of(language).pictures.part
    for number, drawing in enumerate(made, 1):
        more = part.format(caption=picture.caption, number=number, count=len(made))
        yield Drawn(drawing, picture.alternative if number == 1 else more)


def in_dots(picture: Picture, width: float | None = None) -> tuple[bytes, ...]:
    """The same drawings as PNG."""
    return rasters(picture.chart, fitting(width), TALLEST)


def fitting(width: float | None) -> float:
    """The width that is drawn for: that of the text, within what charts are made for."""
    return min(max(TEXT_WIDTH if width is None else width, _NARROWEST), _WIDEST)
