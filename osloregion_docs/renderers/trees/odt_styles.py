"""The styles of OpenDocument that tables of figures ask for by name: widths, and tables that are wide or kept."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from osloregion_docs.renderers.trees.odt import REACH

_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_COLUMN: Final = re.compile(r'table:style-name="([^".]+\.w(\d+))"')
_VARIANT: Final = re.compile(r'table:style-name="(([^".]+)((?:\.(?:wide|kept))+))"')
_WIDTH: Final = re.compile(r'style:width="([\d.]+)pt"')


def figure_styles(content: str, sample: etree._Element) -> str:
    """The styles that the tables of a text name, made from those of the reference document."""
    columns = "".join(
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{int(width) / 100:g}pt"/></style:style>'
        for name, width in sorted(set(_COLUMN.findall(content)))
    )
    variants = sorted(set(_VARIANT.findall(content)))
    return columns + "".join(_variant(sample, *variant) for variant in variants)


def width_of(sample: etree._Element, style: str) -> float:
    """How wide the tables of a style are, in points."""
    width = _WIDTH.search(_find_style(sample, style))
    return float(width[1]) if width else 0.0


def _find_style(sample: etree._Element, name: str) -> str:
    """The style of that name as it is written."""
    own = (style for style in sample.iter(f"{_STYLE}style") if style.get(f"{_STYLE}name") == name)
    found = next(own, None)
    return "" if found is None else etree.tostring(found, encoding="unicode", with_tail=False)


def _variant(sample: etree._Element, name: str, base: str, marks: str) -> str:
    """A table style that is wider than its base, or whose tables stay on one page."""
    made = _find_style(sample, base).replace(f'style:name="{base}"', f'style:name="{name}"', 1)
    if "wide" in marks:
        width = f'style:width="{width_of(sample, base) + REACH:g}pt" fo:margin-left="-{REACH:g}pt"'
        made = _WIDTH.sub(width, made, count=1)
    if "kept" in marks:
        made = made.replace("<style:table-properties ", '<style:table-properties style:may-break-between-rows="false" ')
    return made
