"""The styles and lists that only the action programme has."""

from formatting import Block, Edge, Text
from numbering import Level, hung
from styles import Style
from theme import AMBER, FJORD, ICE, MIST, PAPER, TEAL, TEXT_WIDTH

MEASURES, FOCUS = 4, 5  # numId
LISTS: dict[int, list[Level]] = {
    MEASURES: [hung("%1.", "Tiltaksomraade"), hung("%1.%2", "Tiltak")],
    FOCUS: [hung("%1.", "Innsatsomraade")],
}
LABEL_WIDTH = 2381
VALUE_WIDTH = TEXT_WIDTH - LABEL_WIDTH

_VISION_PADDING = 14  # points
_vision_inset = _VISION_PADDING * 20


def _vision() -> Style:
    sides = (Edge(side, FJORD, 4, _VISION_PADDING) for side in ("top", "left", "bottom", "right"))
    block = Block(
        before=440, after=440, line=1.15, indent=(_vision_inset, 0, _vision_inset),
        borders=tuple(sides), fill=FJORD, keep_lines=True,
    )  # fmt: skip
    return Style("Visjon", block, Text(17, PAPER), based="Normal", next="BodyText", place="own")


def _facts() -> Style:
    label = Text(colour=TEAL, bold=True).xml
    borders = Edge("top", TEAL, 8).xml + Edge("bottom", ICE, 4).xml + Edge("insideH", ICE, 4).xml
    cells = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in _MARGINS.items())
    table = (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr><w:tcPr>{MIST.fill}</w:tcPr>"
        f'<w:tblStylePr w:type="firstCol">{label}</w:tblStylePr>'
    )
    return Style("Tiltaksfakta", kind="table", based="TableNormal", place="own", extra=table)


_MARGINS = {"top": 70, "left": 142, "bottom": 70, "right": 142}

STYLES = (
    _vision(),
    Style("Visjonsetikett", text=Text(colour=AMBER, bold=True), kind="character", place="own"),
    Style(
        "Innsatsområde", Block(number=(FOCUS, 0), outline=4), based="Heading4", next="BodyText",
        id="Innsatsomraade", place="own",
    ),
    Style(
        "Tiltaksområde",
        Block(before=480, after=60, number=(MEASURES, 0), outline=3, borders=(Edge("top", TEAL, 12, 8),)),
        Text(15), based="Heading3", next="Tiltak", id="Tiltaksomraade", place="own",
    ),
    Style(
        "Tiltak", Block(before=260, after=110, number=(MEASURES, 1), outline=4), Text(12.5), based="Heading4",
        next="BodyText", place="own",
    ),
    Style("Faktaetikett", Block(line=1.1, keep_next=True), Text(10.5), based="Normal", place="own"),
    Style("Faktaverdi", Block(line=1.1, keep_next=True), Text(10.5), based="Normal", place="own"),
    Style(
        "Innholdsetikett", Block(before=170, after=60, keep_next=True), Text(11, TEAL, bold=True), based="Normal",
        next="ListBullet", place="own",
    ),
    _facts(),
)  # fmt: skip
