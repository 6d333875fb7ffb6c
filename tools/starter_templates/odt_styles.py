"""The look of the starter templates as styles of OpenDocument."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from theme import (
    AMBER,
    FJORD,
    FONT,
    HEADER_EDGE,
    INK,
    LINK,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    NUMBER_WIDTH,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PAPER,
    SLATE,
    TEAL,
    TEXT_WIDTH,
    Colour,
)

_FOOTER_HEIGHT = 500  # twentieths of a point, as all distances here
_STEP = 340
_LEVELS = 10


def points(twentieths: float) -> str:
    """A distance as OpenDocument writes it."""
    return f"{twentieths / 20:g}pt"


@dataclass(frozen=True)
class Look:
    """A paragraph style: its name on screen, what it rests on, and what is its own."""

    name: str
    based: str = "Standard"
    next: str = ""
    before: float | None = None
    after: float | None = None
    line: int | None = None  # per cent
    indent: tuple[float, float, float] | None = None  # left, first line, right
    size: float | None = None
    colour: Colour | None = None
    bold: bool = False
    kept: bool = False  # with the paragraph below, in one piece
    outline: int = 0
    more: str = ""  # further attributes of the paragraph
    tabs: str = ""

    @property
    def xml(self) -> str:
        """The style's element."""
        following = f' style:next-style-name="{encoded(self.next)}"' if self.next else ""
        outline = f' style:default-outline-level="{self.outline}"' if self.outline else ""
        based = f' style:parent-style-name="{encoded(self.based)}"' if self.based else ""
        return (
            f'<style:style style:name="{encoded(self.name)}" style:display-name={quoteattr(self.name)} '
            f'style:family="paragraph"{based}{following}{outline}>{self._paragraph}{self._text}</style:style>'
        )

    @property
    def _paragraph(self) -> str:
        left, first, right = self.indent or (None, None, None)
        lengths = {
            "fo:margin-top": self.before, "fo:margin-bottom": self.after, "fo:margin-left": left,
            "fo:text-indent": first, "fo:margin-right": right,
        }  # fmt: skip
        said = "".join(f' {name}="{points(value)}"' for name, value in lengths.items() if value is not None)
        said += f' fo:line-height="{self.line}%"' if self.line else ""
        said += ' fo:keep-with-next="always" fo:keep-together="always"' if self.kept else ""
        tabs = f"<style:tab-stops>{self.tabs}</style:tab-stops>" if self.tabs else ""
        return f"<style:paragraph-properties{said}{self.more}>{tabs}</style:paragraph-properties>"

    @property
    def _text(self) -> str:
        return f"<style:text-properties{text_attributes(self.size, self.colour, 'bold' if self.bold else '')}/>"


def encoded(name: str) -> str:
    """A style's name as it stands inside the file."""
    return name.replace(" ", "_20_")


def text_attributes(size: float | None = None, colour: Colour | None = None, weight: str = "") -> str:
    """The attributes of text: its size in points, its colour, its weight."""
    said = f' fo:font-size="{size:g}pt"' if size else ""
    said += f' fo:color="#{colour.value}"' if colour else ""
    return said + (f' fo:font-weight="{weight}"' if weight else "")


def _tab(at: float, kind: str = "left", leader: str = "") -> str:
    dots = ' style:leader-style="dotted" style:leader-text="."' if leader else ""
    return f'<style:tab-stop style:position="{points(at)}" style:type="{kind}"{dots}/>'


def _heading(level: int, look: dict[str, float], colour: Colour) -> list[Look]:
    plain = Look(
        f"Heading {level}", "Heading", "Text body", look["before"], look["after"], size=look["size"], colour=colour,
        outline=level,
    )  # fmt: skip
    hung = Look(
        f"Heading {level} Numbered", plain.name, "Text body", indent=(0, -NUMBER_WIDTH, 0), outline=level,
        tabs=_tab(0),
    )  # fmt: skip
    return [plain, hung]


_HEADINGS = [
    Look("Heading", next="Text body", line=105, bold=True, kept=True),
    *_heading(1, {"before": 580, "after": 200, "size": 24}, FJORD),
    *_heading(2, {"before": 400, "after": 110, "size": 16}, FJORD),
    *_heading(3, {"before": 340, "after": 100, "size": 13.5}, TEAL),
    *_heading(4, {"before": 260, "after": 90, "size": 12}, FJORD),
    *_heading(5, {"before": 220, "after": 80, "size": 11}, FJORD),
    *_heading(6, {"before": 220, "after": 80, "size": 11}, SLATE),
]
_TEXT = [
    Look("Standard", ""),
    Look("Text body", before=50, after=110),
    Look("First paragraph", "Text body", "Text body"),
    Look("List 1", after=70),
    Look("Numbering 1", after=70),
    Look("Quotations", "Text body", indent=(_STEP, 0, _STEP)),
    Look("Preformatted Text"),
    Look("Figur", next="Caption", before=120, after=80, line=100, kept=True),
    Look("Caption", next="Text body", after=280, line=110, size=10, colour=SLATE),
]
_BOX = f' fo:background-color="#{FJORD.value}" fo:border="0.5pt solid #{FJORD.value}" fo:padding="14pt"'
_OWN = [
    Look("Visjon", next="Text body", before=440, after=440, line=115, size=17, colour=PAPER,
         more=_BOX + ' fo:keep-together="always"'),
    Look("Innholdsetikett", next="List 1", before=170, after=60, size=11, colour=TEAL, bold=True, kept=True),
    Look("Table Contents", line=110, size=10.5),
    Look("Table Heading", "Table Contents", colour=TEAL, bold=True),
    Look("Tabelltekst", "Table Contents", size=9.5),
    Look("Tabelltall", "Tabelltekst", more=' fo:text-align="end"'),
    Look("Tabelltekst hode", "Tabelltekst", colour=TEAL, bold=True),
    Look("Tabelltall hode", "Tabelltall", colour=TEAL, bold=True, more=' fo:text-align="end"'),
    Look("Tabelltittel", before=220, after=80, line=110, size=10, colour=SLATE, kept=True),
]  # fmt: skip
_COVER = [
    Look("Forsideorganisasjon", next="Title", after=140, line=100, size=15, colour=TEAL, bold=True),
    Look("Title", next="Subtitle", after=80, line=95, size=30, colour=FJORD, bold=True),
    Look("Subtitle", line=110, size=14, colour=TEAL),
    Look("Forsideavsender", before=200, line=115, size=10, colour=FJORD, bold=True),
    Look("Forsideadresse", line=115, size=10, colour=SLATE),
]
_EDGES = [
    Look("Header", line=100, size=9, colour=SLATE),
    Look("Footer", line=100, size=9, colour=SLATE, more=' fo:text-align="end"'),
]
_PAGE_TAB = _tab(TEXT_WIDTH, "right", "dots")


def _entry(level: int, left: float, hanging: float, look: Look) -> Look:
    return Look(
        f"Contents {level}", "Index", before=look.before, after=look.after, line=105, size=look.size,
        colour=look.colour, bold=look.bold, indent=(left, -hanging, 567), tabs=_tab(left) + _PAGE_TAB,
    )  # fmt: skip


_CONTENTS = [
    Look("Index"),
    Look("Contents Heading", "Heading", "Text body", 240, 60, 105, size=16, colour=FJORD, bold=True, kept=True),
    _entry(1, 737, 737, Look("", before=60, after=10, size=11.5, colour=FJORD, bold=True)),
    _entry(2, 737, 737, Look("", before=20, after=10, size=11, colour=INK)),
    _entry(3, 1134, 397, Look("", before=0, after=10, size=10.5, colour=INK)),
    _entry(4, 1701, 567, Look("", before=0, after=10, size=10, colour=SLATE)),
]


def _characters() -> str:
    looks = {
        "Visjonsetikett": text_attributes(colour=AMBER, weight="bold"),
        "Emphasis": ' fo:font-style="italic"',
        "Strong Emphasis": ' fo:font-weight="bold"',
        "Internet link": text_attributes(colour=LINK) + ' style:text-underline-style="solid"',
        "Index Link": "",
        "Bullet Symbols": text_attributes(colour=TEAL),
        "Numbering Symbols": text_attributes(colour=TEAL),
    }
    return "".join(
        f'<style:style style:name="{encoded(name)}" style:display-name="{name}" style:family="text">'
        f"<style:text-properties{look}/></style:style>"
        for name, look in looks.items()
    )


def _list(name: str, levels: str) -> str:
    return f'<text:list-style style:name="{encoded(name)}" style:display-name="{name}">{levels}</text:list-style>'


def _place(level: int) -> str:
    left = points(level * _STEP)
    return (
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="{left}" '
        f'fo:text-indent="-{points(_STEP)}" fo:margin-left="{left}"/></style:list-level-properties>'
    )


def _lists() -> str:
    bullets = "".join(
        f'<text:list-level-style-bullet text:level="{level}" text:style-name="Bullet_20_Symbols" '
        f'text:bullet-char="{"–•"[level % 2]}">{_place(level)}</text:list-level-style-bullet>'
        for level in range(1, _LEVELS + 1)
    )
    numbers = "".join(
        f'<text:list-level-style-number text:level="{level}" text:style-name="Numbering_20_Symbols" '
        f'style:num-suffix="." style:num-format="{"i1a"[level % 3]}">{_place(level)}</text:list-level-style-number>'
        for level in range(1, _LEVELS + 1)
    )
    return _list("List 1", bullets) + _list("Numbering 1", numbers)


_LANGUAGE = 'fo:language="nb" fo:country="NO"'
_DEFAULT = (
    '<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="130%" fo:orphans="2" '
    f'fo:widows="2" style:tab-stop-distance="{points(567)}" style:writing-mode="page"/>'
    f'<style:text-properties style:font-name="{FONT}"{text_attributes(11, INK)} {_LANGUAGE}/></style:default-style>'
    '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>'
    "</style:default-style>"
)
STYLES = (
    _DEFAULT
    + "".join(look.xml for look in (*_TEXT, *_HEADINGS, *_OWN, *_COVER, *_EDGES, *_CONTENTS))
    + _characters()
    + _lists()
)
FONTS = (
    f'<office:font-face-decls><style:font-face style:name="{FONT}" svg:font-family="{FONT}" '
    'style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>'
)
PAGE = (
    '<style:page-layout style:name="A4"><style:page-layout-properties '
    f'fo:page-width="{points(PAGE_WIDTH)}" fo:page-height="{points(PAGE_HEIGHT)}" style:print-orientation="portrait" '
    f'fo:margin-top="{points(HEADER_EDGE)}" fo:margin-bottom="{points(MARGIN_BOTTOM - _FOOTER_HEIGHT)}" '
    f'fo:margin-left="{points(MARGIN_LEFT)}" fo:margin-right="{points(MARGIN_RIGHT)}"/>'
    f'<style:header-style><style:header-footer-properties svg:height="{points(MARGIN_TOP - HEADER_EDGE)}" '
    'fo:margin-bottom="0pt" style:dynamic-spacing="false"/></style:header-style>'
    f'<style:footer-style><style:header-footer-properties svg:height="{points(_FOOTER_HEIGHT)}" '
    'fo:margin-top="0pt" style:dynamic-spacing="false"/></style:footer-style></style:page-layout>'
)
_FOOTER = (
    '<text:p text:style-name="Footer">{{ page }} <text:page-number text:select-page="current">1</text:page-number> '
    "{{ of }} <text:page-count>1</text:page-count></text:p>"
)
MASTER = (
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">'
    '<style:header><text:p text:style-name="Header">{{ organisation }} · {{ title }}</text:p></style:header>'
    '<style:header-first><text:p text:style-name="Header"/></style:header-first>'
    f"<style:footer>{_FOOTER}</style:footer>"
    '<style:footer-first><text:p text:style-name="Footer"/></style:footer-first>'
    "</style:master-page></office:master-styles>"
)
