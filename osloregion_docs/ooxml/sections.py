"""The page of a document: its size and margins, as the last section of its body has them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from osloregion_docs.ooxml.reader import attribute, find, iterate

_POINTS_PER_TWIP = 0.05


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The width of a page and its margins, in twentieths of a point."""

    width: int
    left: int
    right: int
    gutter: int

    @property
    def text_width(self) -> int:
        """The width that text has."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_width_in_points(self) -> float:
        """The width that text has, as drawings measure it."""
        return self.text_width * _POINTS_PER_TWIP


def page_layout(body: etree._Element) -> PageLayout | None:
    """The page of the last section of a body; None where it has no size."""
    sections = list(iterate(body, "sectPr"))
    size = find(sections[-1], "pgSz") if sections else None
    if size is None:
        return None
    margins = find(sections[-1], "pgMar")
    left, right, gutter = (int(attribute(margins, name) or 0) for name in ("left", "right", "gutter"))
    return PageLayout(int(attribute(size, "w") or 0), left, right, gutter)
