"""The styles that all starter templates share, and how a template adds its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from formatting import MAIN, Block, Edge, Tab, Text
from numbering import BULLETS, HEADINGS, NUMBERS, STEP
from theme import DEEP, FJORD, ICE, INK, LINK, MIST, SLATE, TEAL, TEXT_WIDTH, VISITED

LANGUAGE = "nb-NO"

_PRIORITIES = {"gallery": 9, "own": 20, "quiet": 39}


@dataclass(frozen=True)
class Style:
    """A style as Word lists it; without an id of its own it takes its name without spaces."""

    name: str
    block: Block = field(default_factory=Block)
    text: Text = field(default_factory=Text)
    based: str = ""
    next: str = ""
    id: str = ""
    kind: Literal["paragraph", "character", "table"] = "paragraph"
    place: Literal["gallery", "own", "quiet"] = "gallery"
    default: bool = False
    extra: str = ""  # what a table style has more

    @property
    def xml(self) -> str:
        """The style's element."""
        kind = f'w:type="{self.kind}"' + (' w:default="1"' if self.default else "")
        kind += ' w:customStyle="1"' if self.place == "own" else ""
        shown = "<w:unhideWhenUsed/>" if self.place == "quiet" else "<w:qFormat/>"
        return (
            f'<w:style {kind} w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            + (f'<w:basedOn w:val="{self.based}"/>' if self.based else "")
            + (f'<w:next w:val="{self.next}"/>' if self.next else "")
            + f'<w:uiPriority w:val="{_PRIORITIES[self.place]}"/>{shown}'
            + f"{self.block.xml}{self.text.xml}{self.extra}</w:style>"
        )

    @property
    def key(self) -> str:
        """The style's id."""
        return self.id or self.name.title().replace(" ", "")


def styles_part(own: Sequence[Style], instead: Sequence[Style] = ()) -> str:
    """The styles part, with a template's own styles last, and some `instead` of those that all share."""
    shared = [*_TEXT, *_HEADINGS, *_LISTS, *_contents(), *_COVER, *_EDGES, *_CHARACTERS, *_TABLES]
    taken = {style.key: style for style in instead}
    styles = [*(taken.get(style.key, style) for style in shared), *own]
    return f'<w:styles xmlns:w="{MAIN}">{_DEFAULTS}{_LATENT}{"".join(s.xml for s in styles)}</w:styles>'


_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" '
    f'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>{INK.xml}<w:sz w:val="22"/><w:szCs w:val="22"/>'
    f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="312" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
)
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)

_TEXT = (
    Style("Normal", default=True),
    Style("Body Text", Block(before=50, after=110), based="Normal"),
    Style("caption", Block(after=280, line=1.1), Text(10, SLATE), based="Normal", next="BodyText", id="Caption"),
)


def _heading(level: int, block: Block, text: Text) -> Style:
    return Style(f"heading {level}", block, text, based="Normal", next="BodyText", id=f"Heading{level}")


def _kept(before: int, after: int, outline: int, number: tuple[int, int] | None = None) -> Block:
    return Block(before=before, after=after, line=1.05, outline=outline, number=number, keep_next=True, keep_lines=True)


_HEADINGS = (
    _heading(1, _kept(580, 200, 1, (HEADINGS, 0)), Text(24, FJORD, bold=True)),
    _heading(2, _kept(400, 110, 2, (HEADINGS, 1)), Text(16, FJORD, bold=True)),
    _heading(3, _kept(340, 100, 3), Text(13.5, TEAL, bold=True)),
    _heading(4, _kept(260, 90, 4), Text(12, FJORD, bold=True)),
)

_LISTS = (
    Style("List Bullet", Block(after=70, number=(BULLETS, 0)), based="Normal"),
    Style("List Number", Block(after=70, number=(NUMBERS, 0)), based="Normal"),
    Style("List Continue", Block(after=70, indent=(STEP, 0, 0)), based="Normal"),
)

# Where the text of an entry begins, and how far its number hangs to the left of that.
_ENTRIES = ((737, 737), (737, 737), (1134, 397), (1701, 567))
_ENTRY_LOOKS = (
    (Text(11.5, FJORD, bold=True), 190, 40),
    (Text(11, INK), 60, 40),
    (Text(10.5, INK), 20, 30),
    (Text(10, SLATE), 0, 30),
)
_PAGE_NUMBER_WIDTH = 567


def _contents() -> list[Style]:
    heading = Style(
        "TOC Heading", Block(after=220, line=1.05, keep_next=True), Text(24, FJORD, bold=True),
        based="Normal", next="Normal", id="TOCHeading", place="quiet",
    )  # fmt: skip
    return [heading, *(_entry(level) for level in range(1, 5))]


def _entry(level: int) -> Style:
    (left, hanging), (text, before, after) = _ENTRIES[level - 1], _ENTRY_LOOKS[level - 1]
    page = Tab(TEXT_WIDTH, "right", "none" if level == 1 else "dot")
    indent = (left, hanging, _PAGE_NUMBER_WIDTH)
    block = Block(before=before, after=after, line=1.05, indent=indent, tabs=(Tab(left), page))
    return Style(f"toc {level}", block, text, based="Normal", next="Normal", id=f"TOC{level}", place="quiet")


_COVER = (
    Style(
        "Title", Block(after=160, line=0.9), Text(44, FJORD, bold=True, tracking=-10), based="Normal", next="Subtitle",
    ),
    Style("Subtitle", Block(after=0, line=1.1), Text(16, TEAL), based="Normal", next="Normal"),
    Style(
        "Forsideorganisasjon", Block(after=140, line=1.0), Text(15, TEAL, bold=True, tracking=16),
        based="Normal", next="Title", place="own",
    ),
    Style("Forsideavsender", Block(before=880, line=1.15), Text(11, FJORD, bold=True), based="Normal", place="own"),
    Style("Forsideadresse", Block(line=1.15), Text(11, SLATE), based="Normal", place="own"),
)  # fmt: skip

_EDGES = (
    Style("header", Block(line=1.0), Text(9, SLATE), based="Normal", id="Header", place="quiet"),
    Style("footer", Block(line=1.0, align="right"), Text(9, SLATE), based="Normal", id="Footer", place="quiet"),
    Style("Malkode", Block(line=1.0, keep_next=True), Text(8, DEEP, italic=True), based="Normal", place="own"),
    Style("Innholdsslutt", Block(line=0.5), Text(2), based="Normal", place="own"),
)  # fmt: skip

_CHARACTERS = (
    Style("Default Paragraph Font", id="DefaultParagraphFont", kind="character", default=True, place="quiet"),
    Style("Strong", text=Text(bold=True), kind="character"),
    Style("Emphasis", text=Text(italic=True), kind="character"),
    Style("Hyperlink", text=Text(colour=LINK, underline=True), kind="character", place="quiet"),
    Style(
        "FollowedHyperlink", text=Text(colour=VISITED, underline=True), kind="character", place="quiet",
        id="FollowedHyperlink",
    ),
)  # fmt: skip

_CELLS = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def _figures() -> Style:
    """Tables of figures: a header row, lines between rows, and sums under a line of their own."""
    borders = Edge("top", TEAL, 8).xml + Edge("bottom", TEAL, 4).xml + Edge("insideH", ICE, 4).xml
    cells = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in _FIGURE_MARGINS.items())
    extra = (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow">{Text(colour=TEAL, bold=True).xml}<w:tcPr>{MIST.fill}'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    return Style("Talltabell", kind="table", based="TableNormal", place="own", extra=extra)


_FIGURE_MARGINS = {"top": 45, "left": 85, "bottom": 45, "right": 85}
_TABLES = (
    Style("Normal Table", id="TableNormal", kind="table", default=True, place="quiet", extra=_CELLS),
    Style(
        "Tabelltittel", Block(before=220, after=80, line=1.1, keep_next=True), Text(10, SLATE), based="Normal",
        place="own",
    ),
    Style("Tabelltekst", Block(line=1.1), Text(9.5), based="Normal", place="own"),
    Style("Tabelltall", Block(line=1.1, align="right"), Text(9.5), based="Normal", place="own"),
    _figures(),
)  # fmt: skip
