"""Pictures in a Word file: what stands in the text for one, and the parts and relationships that it needs.

*Source*: ECMA-376 part 1, 20.4 (WordprocessingDrawing) and 20.2 (picture); [MS-ODRAWXML] 2.3.1 (svgBlip): the picture
is a bitmap, and names the vectors that programs show instead which can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from osloregion_docs.ooxml.markup import escape
from osloregion_docs.ooxml.properties import NO_RELATIONSHIPS

_EMU_PER_POINT: Final = 12_700
_POINTS_PER_TWIP: Final = 0.05
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS: Final = "word/_rels/document.xml.rels"
_TYPES: Final = "[Content_Types].xml"
_KINDS: Final = {"png": "image/png", "svg": "image/svg+xml"}
_ID: Final = re.compile(r'<wp:docPr\b[^>]*?\bid="(\d+)"')
_SECTION: Final = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_SIZE: Final = re.compile(r"<w:(pgSz|pgMar)\b[^>]*>")
_MEASURE: Final = re.compile(r'w:(w|left|right|gutter)="(\d+)"')


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A picture: its number in the file, what it shows in words, its size in points, its vectors and its dots."""

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
        named = f'id="{self.number}" name="Figur {self.number}" descr="{escape(self.alternative)}"'
        extension = (
            f'<a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG}" '
            f'r:embed="{self.relationship("svg")}"/></a:ext></a:extLst>'
        )
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
            'distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr {named} title="{escape(self.title)}"/>'
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip xmlns:r="{_RELATIONSHIPS}" r:embed="{self.relationship("png")}">'
            f"{extension}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def with_pictures(parts: Mapping[str, bytes], pictures: Iterable[WordPicture]) -> dict[str, bytes]:
    """The parts with the files of these pictures, declared and named by the text."""
    made = dict(parts)
    rels, types = made.get(_LINKS, NO_RELATIONSHIPS).decode(), made[_TYPES].decode()
    links = ""
    for picture in pictures:
        for kind, content in (("png", picture.png), ("svg", picture.svg)):
            made[f"word/{picture.name(kind)}"] = content
            named = f'Id="{picture.relationship(kind)}" Type="{_RELATIONSHIPS}/image" Target="{picture.name(kind)}"'
            links += f"<Relationship {named}/>"
    if not links:
        return made
    for kind, mime in _KINDS.items():
        if f'Extension="{kind}"' not in types:
            first = re.search(r"<Types\b[^>]*>", types)
            at = first.end() if first else 0
            types = f'{types[:at]}<Default Extension="{kind}" ContentType="{mime}"/>{types[at:]}'
    made[_LINKS] = rels.replace("</Relationships>", f"{links}</Relationships>").encode()
    made[_TYPES] = types.encode()
    return made


def first_free_number(texts: Iterable[str]) -> int:
    """A number for a picture that no drawing in these parts has, nor any number above it."""
    return max((int(id_) for text in texts for id_ in _ID.findall(text)), default=0) + 1


def text_width(body: str) -> float | None:
    """The width of the text in points, as the last section of a body has it; None where it does not say."""
    sections = _SECTION.findall(body)
    if not sections:
        return None
    said = {
        f"{part[1]} {name}": int(value)
        for part in _SIZE.finditer(sections[-1])
        for name, value in _MEASURE.findall(part[0])
    }
    margins = said.get("pgMar left", 0) + said.get("pgMar right", 0) + said.get("pgMar gutter", 0)
    return (said["pgSz w"] - margins) * _POINTS_PER_TWIP if "pgSz w" in said else None
