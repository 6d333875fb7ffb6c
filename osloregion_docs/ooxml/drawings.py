"""Pictures in a Word file: the run that shows one, and the parts and relationships that it needs.

*Source*: ECMA-376 part 1, 20.4 (WordprocessingDrawing) and 20.2 (picture); [MS-ODRAWXML] 2.3.1 (svgBlip): the picture
is a bitmap, and names the vectors that programs show instead which can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from osloregion_docs.ooxml.markup import element
from osloregion_docs.ooxml.properties import relationship, with_relationships

_EMU_PER_POINT: Final = 12_700
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_MAIN, _PICTURE, _WORD_DRAWING = f"{_DRAWING}/main", f"{_DRAWING}/picture", f"{_DRAWING}/wordprocessingDrawing"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_IMAGE: Final = f"{_RELATIONSHIPS}/image"
_LINKS: Final = "word/_rels/document.xml.rels"
_TYPES: Final = "[Content_Types].xml"
_KINDS: Final = {"png": "image/png", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A picture: its number in the file, its title and alternative text, its size in points, its vectors and bitmap."""

    number: int
    title: str
    alternative: str
    size: tuple[float, float]
    svg: bytes
    png: bytes

    def name(self, kind: str) -> str:
        """The name of its file in the folder of the text."""
        return f"media/figur{self.number}.{kind}"

    def relationship(self, kind: str) -> str:
        """The id by which the text names its file."""
        return f"rIdFigur{self.number}{kind}"

    @property
    def xml(self) -> str:
        """The run that shows it."""
        width, height = (round(side * _EMU_PER_POINT) for side in self.size)
        extent = {"cx": width, "cy": height}
        named = {"id": self.number, "name": f"Figur {self.number}", "descr": self.alternative}
        locks = element("a:graphicFrameLocks", {"xmlns:a": _MAIN, "noChangeAspect": 1})
        picture = element(
            "pic:pic",
            {"xmlns:pic": _PICTURE},
            element("pic:nvPicPr", {}, element("pic:cNvPr", named), element("pic:cNvPicPr")),
            element("pic:blipFill", {}, self._blip(), element("a:stretch", {}, element("a:fillRect"))),
            element("pic:spPr", {}, _frame(extent), element("a:prstGeom", {"prst": "rect"}, element("a:avLst"))),
        )
        inline = element(
            "wp:inline",
            {"xmlns:wp": _WORD_DRAWING, "distT": 0, "distB": 0, "distL": 0, "distR": 0},
            element("wp:extent", extent),
            element("wp:effectExtent", {"l": 0, "t": 0, "r": 0, "b": 0}),
            element("wp:docPr", {**named, "title": self.title}),
            element("wp:cNvGraphicFramePr", {}, locks),
            element("a:graphic", {"xmlns:a": _MAIN}, element("a:graphicData", {"uri": _PICTURE}, picture)),
        )
        return element("w:r", {}, element("w:drawing", {}, inline))

    def _blip(self) -> str:
        """The bitmap, with the vectors as its extension."""
        vectors = element("asvg:svgBlip", {"xmlns:asvg": _SVG, "r:embed": self.relationship("svg")})
        extension = element("a:extLst", {}, element("a:ext", {"uri": _SVG_EXTENSION}, vectors))
        return element("a:blip", {"xmlns:r": _RELATIONSHIPS, "r:embed": self.relationship("png")}, extension)


def _frame(extent: Mapping[str, object]) -> str:
    return element("a:xfrm", {}, element("a:off", {"x": 0, "y": 0}), element("a:ext", extent))


def with_pictures(parts: Mapping[str, bytes], pictures: Sequence[WordPicture]) -> dict[str, bytes]:
    """The parts with the files of these pictures, declared and named by the text."""
    changed = dict(parts)
    if not pictures:
        return changed
    files = [(picture, kind) for picture in pictures for kind in _KINDS]
    for picture, kind in files:
        changed[f"word/{picture.name(kind)}"] = picture.png if kind == "png" else picture.svg
    links = [relationship(picture.relationship(kind), _IMAGE, picture.name(kind)) for picture, kind in files]
    changed[_LINKS] = with_relationships(changed.get(_LINKS), links)
    changed[_TYPES] = _declare_kinds(changed[_TYPES].decode()).encode()
    return changed


def _declare_kinds(types: str) -> str:
    for kind, mime in _KINDS.items():
        if f'Extension="{kind}"' not in types:
            default = element("Default", {"Extension": kind, "ContentType": mime})
            types = re.sub(r"(<Types\b[^>]*>)", rf"\1{default}", types, count=1)
    return types


def first_free_number(parts: Iterable[etree._Element]) -> int:
    """A number for a picture that no drawing in these parts has, nor any number above it."""
    used = [int(drawing.get("id") or 0) for part in parts for drawing in part.iter(f"{{{_WORD_DRAWING}}}docPr")]
    return max(used, default=0) + 1
