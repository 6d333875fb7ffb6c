"""Word's paragraph and character properties, in the order the schema wants them."""

from dataclasses import dataclass
from typing import Literal

from theme import Colour

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Text:
    """Character properties; the size is in points, the tracking in twentieths of a point."""

    size: float | None = None
    colour: Colour | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool = False
    tracking: int | None = None
    underline: bool = False

    @property
    def xml(self) -> str:
        """The rPr element, or nothing."""
        size = "" if self.size is None else f'<w:sz w:val="{self.size * 2:.0f}"/><w:szCs w:val="{self.size * 2:.0f}"/>'
        inner = (
            _switch("b", self.bold)
            + _switch("i", self.italic)
            + ("<w:caps/>" if self.caps else "")
            + (self.colour.xml if self.colour else "")
            + ("" if self.tracking is None else f'<w:spacing w:val="{self.tracking}"/>')
            + size
            + ('<w:u w:val="single"/>' if self.underline else "")
        )
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""


@dataclass(frozen=True)
class Edge:
    """One line of a border: its width in eighths of a point, its distance in points."""

    side: Literal["top", "left", "bottom", "right", "insideH"]
    colour: Colour
    width: int = 4
    space: int = 0

    @property
    def xml(self) -> str:
        """The border's element."""
        return (
            f'<w:{self.side} w:val="single" w:sz="{self.width}" w:space="{self.space}" '
            f'w:color="{self.colour.value}" w:themeColor="{self.colour.text}"/>'
        )


@dataclass(frozen=True)
class Tab:
    """A tab stop, in twentieths of a point from the margin."""

    at: int
    align: Literal["left", "right"] = "left"
    leader: Literal["none", "dot"] = "none"

    @property
    def xml(self) -> str:
        """The tab's element."""
        return f'<w:tab w:val="{self.align}" w:leader="{self.leader}" w:pos="{self.at}"/>'


@dataclass(frozen=True)
class Block:
    """Paragraph properties; distances in twentieths of a point, the line height as a factor."""

    before: int | None = None
    after: int | None = None
    line: float | None = None
    indent: tuple[int, int, int] | None = None  # left, hanging, right
    keep_next: bool = False
    keep_lines: bool = False
    number: tuple[int, int] | None = None  # list, level
    borders: tuple[Edge, ...] = ()
    fill: Colour | None = None
    tabs: tuple[Tab, ...] = ()
    align: Literal["left", "right"] | None = None
    outline: int | None = None  # 1 to 9, as the reader counts

    @property
    def xml(self) -> str:
        """The pPr element, or nothing."""
        inner = self._flow + self._ground + self._space
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""

    @property
    def _flow(self) -> str:
        number = ""
        if self.number:
            which, level = self.number
            number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{which}"/></w:numPr>'
        return ("<w:keepNext/>" if self.keep_next else "") + ("<w:keepLines/>" if self.keep_lines else "") + number

    @property
    def _ground(self) -> str:
        borders = "".join(edge.xml for edge in self.borders)
        tabs = "".join(tab.xml for tab in self.tabs)
        return (
            (f"<w:pBdr>{borders}</w:pBdr>" if borders else "")
            + (self.fill.fill if self.fill else "")
            + (f"<w:tabs>{tabs}</w:tabs>" if tabs else "")
        )

    @property
    def _space(self) -> str:
        space = _attribute("before", self.before) + _attribute("after", self.after)
        if self.line is not None:
            space += f' w:line="{self.line * 240:.0f}" w:lineRule="auto"'
        return (
            (f"<w:spacing{space}/>" if space else "")
            + ("" if self.indent is None else indent(*self.indent))
            + (f'<w:jc w:val="{self.align}"/>' if self.align else "")
            + ("" if self.outline is None else f'<w:outlineLvl w:val="{self.outline - 1}"/>')
        )


def indent(left: int, hanging: int = 0, right: int = 0) -> str:
    """The ind element; a hanging number stands that much to the left of the text."""
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def _switch(tag: str, state: bool | None) -> str:  # noqa: FBT001 - the value itself
    return "" if state is None else f"<w:{tag}/>" if state else f'<w:{tag} w:val="0"/>'


def _attribute(name: str, value: int | None) -> str:
    return "" if value is None else f' w:{name}="{value}"'
