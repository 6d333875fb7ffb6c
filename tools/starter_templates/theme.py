"""The look that all starter templates share: page, palette and fonts. Knows no style and no document."""

from dataclasses import dataclass

FONT = "Calibri"  # its free metric twin is Carlito

# The page, in twentieths of a point. Heading numbers hang in the wide left margin.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT = 1758, 1474, 2155, 1531
HEADER_EDGE, FOOTER_EDGE = 822, 737
TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
NUMBER_WIDTH = 737


@dataclass(frozen=True)
class Colour:
    """One colour of the palette: its value, and its name in the theme (drawings, then text)."""

    value: str
    scheme: str
    text: str

    @property
    def xml(self) -> str:
        """As the colour of text."""
        return f'<w:color w:val="{self.value}" w:themeColor="{self.text}"/>'

    @property
    def fill(self) -> str:
        """As the ground behind a paragraph or a cell."""
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{self.value}" w:themeFill="{self.text}"/>'


INK = Colour("1C2A32", "dk1", "text1")
PAPER = Colour("FFFFFF", "lt1", "background1")
FJORD = Colour("0B3B49", "dk2", "text2")
MIST = Colour("EEF4F4", "lt2", "background2")
TEAL = Colour("14697A", "accent1", "accent1")
AMBER = Colour("F0AE3C", "accent2", "accent2")
WATER = Colour("5FA3AC", "accent3", "accent3")
ICE = Colour("C3DADC", "accent4", "accent4")
DEEP = Colour("245A68", "accent5", "accent5")
SLATE = Colour("4C5F69", "accent6", "accent6")
LINK = Colour("0B5CA8", "hlink", "hyperlink")
VISITED = Colour("5B4A8A", "folHlink", "followedHyperlink")

# In the order in which the theme lists them.
PALETTE = (INK, PAPER, FJORD, MIST, TEAL, AMBER, WATER, ICE, DEEP, SLATE, LINK, VISITED)

_FILLS = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
_LINES = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
_EFFECTS = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3


def theme_part() -> str:
    """The theme part: change its colours in Word, and every document follows."""
    colours = "".join(f'<a:{c.scheme}><a:srgbClr val="{c.value}"/></a:{c.scheme}>' for c in PALETTE)
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Osloregionen">'
        f'<a:themeElements><a:clrScheme name="Osloregionen">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Osloregionen"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Osloregionen"><a:fillStyleLst>{_FILLS}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINES}</a:lnStyleLst><a:effectStyleLst>{_EFFECTS}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILLS}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
