"""The lists that all starter templates share, and how a template adds its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from formatting import MAIN, Text, indent
from theme import NUMBER_WIDTH, TEAL

BULLETS, NUMBERS, HEADINGS = 1, 2, 3  # numId, and abstractNumId; a template's own lists follow
STEP = 340  # indent of one list level, in twentieths of a point
LIST_DEPTH = 9

_BULLETS = ("•", "–")
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")


@dataclass(frozen=True)
class Level:
    """One level of a list; `style` is the id of the paragraph style that is bound to it."""

    text: str
    left: int
    hanging: int
    form: str = "decimal"
    style: str = ""

    def xml(self, index: int) -> str:
        """The level's element."""
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{self.form}"/>{style}'
            f'<w:suff w:val="tab"/><w:lvlText w:val="{self.text}"/><w:lvlJc w:val="left"/>'
            f"<w:pPr>{indent(self.left, self.hanging)}</w:pPr>{Text(colour=TEAL).xml}</w:lvl>"
        )


def numbering_part(own: Mapping[int, list[Level]]) -> str:
    """The numbering part, with a template's own lists by their number."""
    lists = {
        BULLETS: _levels("ListBullet", [(_BULLETS[i % 2], "bullet") for i in range(LIST_DEPTH)]),
        NUMBERS: _levels("ListNumber", [(f"%{i + 1}.", _FORMATS[i % 3]) for i in range(LIST_DEPTH)]),
        HEADINGS: [hung("%1.", "Heading1"), hung("%1.%2", "Heading2")],
        **own,
    }
    abstract = "".join(_abstract(number, levels) for number, levels in lists.items())
    used = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in lists)
    return f'<w:numbering xmlns:w="{MAIN}">{abstract}{used}</w:numbering>'


def hung(text: str, style: str) -> Level:
    """A heading's number, which hangs in the margin."""
    return Level(text, 0, NUMBER_WIDTH, style=style)


def _levels(style: str, marks: list[tuple[str, str]]) -> list[Level]:
    return [Level(text, (i + 1) * STEP, STEP, form, "" if i else style) for i, (text, form) in enumerate(marks)]


def _abstract(number: int, levels: list[Level]) -> str:
    rows = "".join(level.xml(i) for i, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{rows}</w:abstractNum>'
