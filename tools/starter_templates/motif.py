"""The cover's motif: a region of many centres, the towns around them and the ways between.

Run as a program it writes templates/shared/motif.svg, for the pages that are not made by Word.
"""

import sys
from itertools import combinations
from math import dist
from pathlib import Path

from canvas import RGB, Canvas, Point
from theme import AMBER, FJORD, ICE, PAGE_WIDTH, PAPER, WATER, Colour
from vector import Vector

DEFAULT = Path(__file__).parents[2] / "templates/shared/motif.svg"

# Millimetres.
WIDTH, HEIGHT = 210, 144
_OVERHANG = 16.0
_CENTRE: Point = (92, 73)
_HUBS: tuple[Point, ...] = ((38, 45), (141, 37), (166, 88), (118, 115), (47, 106), (189, 20), (83, 21))
_TOWNS = 84
_SPARSE = 11.0  # no two towns lie closer
_CLEAR = 15.0  # no town lies closer to a hub
_BAR = (38, HEIGHT - 2.5, 26, 2.5)

_SCALE = 8  # pixels in one millimetre
_EMU, _TWIP = 36000, 635  # drawing units in a millimetre, and in a twentieth of a point


def main() -> None:
    """Write the motif as SVG to the path given, or to its place."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    out.write_text(drawing(), encoding="utf-8", newline="\n")


def picture() -> bytes:
    """The motif as a PNG file."""
    canvas = Canvas(WIDTH, HEIGHT, _rgb(FJORD), _SCALE)
    _draw(canvas)
    return canvas.png()


def drawing() -> str:
    """The motif as an SVG element."""
    vector = Vector(WIDTH, HEIGHT, _rgb(FJORD))
    _draw(vector)
    return vector.svg()


def motif(relation: str) -> str:
    """A run that holds the picture of that relationship, behind the text at the top of its page."""
    size = f'cx="{PAGE_WIDTH * _TWIP}" cy="{HEIGHT * _EMU}"'
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="1" name="Forsidemotiv">{_DECORATIVE}</wp:docPr><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="Forsidemotiv"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
)


def _draw(canvas: Canvas | Vector) -> None:
    hubs, towns = [_CENTRE, *_HUBS], _towns()
    for hub in hubs:
        canvas.disc(hub, 44 if hub == _CENTRE else 25, _rgb(WATER), 0.11)
    for a, b in _neighbours([*hubs, *towns]):
        canvas.line(a, b, 0.3, _mixed(FJORD, WATER, 0.42))
    for a, b in _neighbours(hubs):
        canvas.line(a, b, 0.7, _rgb(WATER))
    for i, town in enumerate(towns):
        canvas.disc(town, 0.8 + 0.35 * (i % 3), _rgb(ICE))
    for hub in _HUBS:
        _target(canvas, hub, 5.5, PAPER, WATER)
    _target(canvas, _CENTRE, 11, AMBER, AMBER)
    canvas.ring(_CENTRE, 7.6, 0.45, _rgb(AMBER))
    canvas.box(*_BAR, _rgb(AMBER))


def _target(canvas: Canvas | Vector, middle: Point, radius: float, core: Colour, edge: Colour) -> None:
    canvas.disc(middle, radius, _rgb(FJORD))
    canvas.ring(middle, radius, 0.45, _rgb(edge))
    canvas.disc(middle, radius * 0.4, _rgb(core))


def _towns() -> list[Point]:
    """Places spread evenly but not regularly (the R2 sequence), none too near another."""
    kept: list[Point] = []
    for i in range(1, 6 * _TOWNS):
        town = (_spread(i * 0.7548776662466927, WIDTH), _spread(i * 0.5698402909980532, HEIGHT))
        near = min((dist(town, other) for other in kept), default=WIDTH)
        if len(kept) < _TOWNS and near > _SPARSE and min(dist(town, hub) for hub in (_CENTRE, *_HUBS)) > _CLEAR:
            kept.append(town)
    return kept


def _spread(position: float, length: float) -> float:
    return round(position % 1 * (length + 2 * _OVERHANG) - _OVERHANG, 2)


def _neighbours(places: list[Point]) -> list[tuple[Point, Point]]:
    """Pairs with no third place inside the circle between them (the Gabriel graph)."""
    return [(a, b) for a, b in combinations(places, 2) if not any(_between(a, b, c) for c in places)]


def _between(a: Point, b: Point, other: Point) -> bool:
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    return other not in (a, b) and dist(middle, other) < dist(a, b) / 2


def _rgb(colour: Colour) -> RGB:
    red, green, blue = bytes.fromhex(colour.value)
    return red, green, blue


def _mixed(one: Colour, other: Colour, share: float) -> RGB:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(_rgb(one), _rgb(other), strict=True))
    return red, green, blue


if __name__ == "__main__":
    main()
