"""Word's automatic numbers: what it will print before a paragraph, and new lists that count from one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from osloregion_docs.ooxml.markup import W
from osloregion_docs.ooxml.xml_parser import parse

_W: Final = f"{{{W}}}"
_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how its number is written, and the text around it."""

    start: int
    form: str
    text: str
    indent: int


class Numbering:
    """The lists of a document, from ``word/numbering.xml``."""

    def __init__(self, part: bytes | None) -> None:
        self._part = part
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._added: list[str] = []
        if part is not None:
            self._read(parse(part))

    def _read(self, root: etree._Element) -> None:
        for abstract in root.iter(f"{_W}abstractNum"):
            levels = {int(level.get(f"{_W}ilvl") or 0): _level(level) for level in abstract.iter(f"{_W}lvl")}
            self._levels[abstract.get(f"{_W}abstractNumId") or ""] = levels
        for number in root.iter(f"{_W}num"):
            reference = number.find(f"{_W}abstractNumId")
            if reference is not None:
                self._abstract[number.get(f"{_W}numId") or ""] = reference.get(f"{_W}val") or ""

    def abstract(self, list_id: str) -> str:
        """The definition that a list is one of; lists of one definition count on together."""
        return self._abstract.get(list_id, "")

    def level(self, list_id: str, level: int) -> Level | None:
        """One level of a list."""
        return self._levels.get(self.abstract(list_id), {}).get(level)

    def restarted(self, list_id: str, level: int = 0, start: int = 1) -> str:
        """A new list that looks like `list_id`, begins with `start` at one level and with one at the others; its id."""
        new = str(max(map(int, self._abstract), default=0) + 1)
        self._abstract[new] = self.abstract(list_id)
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{each}"><w:startOverride w:val="{start if each == level else 1}"/></w:lvlOverride>'
            for each in sorted(self._levels.get(self.abstract(list_id), {}))
        )
        self._added.append(
            f'<w:num w:numId="{new}"><w:abstractNumId w:val="{self.abstract(list_id)}"/>{overrides}</w:num>'
        )
        return new

    def part(self) -> bytes | None:
        """The part with the new lists in it."""
        if self._part is None or not self._added:
            return self._part
        text = self._part.decode("utf-8")
        at = text.find("<w:numIdMacAtCleanup")
        at = at if at >= 0 else text.rfind("</w:numbering>")
        return (text[:at] + "".join(self._added) + text[at:]).encode("utf-8")


class Counter:
    """Counts paragraphs as Word does, and says what it prints before each."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, list_id: str, level: int) -> str:
        """The number that the next paragraph at that level gets: ``4.2``, ``1.``; nothing for a bullet."""
        definition = self._numbering.level(list_id, level)
        if definition is None or definition.form in {"bullet", "none"}:
            return ""
        counts = self._counts.setdefault(self._numbering.abstract(list_id), {})
        counts[level] = counts.get(level, definition.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        text = definition.text
        for place in range(level + 1):
            if f"%{place + 1}" in text:
                text = text.replace(f"%{place + 1}", self._part(list_id, counts, place))
        return text

    def _part(self, list_id: str, counts: dict[int, int], level: int) -> str:
        definition = self._numbering.level(list_id, level)
        if definition is None:
            return ""
        return written(counts.get(level, definition.start), definition.form)


def written(number: int, form: str) -> str:
    """A number in one of Word's forms; figures for a form not known here."""
    if form in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in {"upperRoman", "lowerRoman"}:
        roman, rest = "", number
        for value, letters in _ROMAN:
            roman += letters * (rest // value)
            rest %= value
        return roman if form == "upperRoman" else roman.lower()
    return str(number)


def _level(element: etree._Element) -> Level:
    indent = element.find(f"{_W}pPr/{_W}ind")
    left = None if indent is None else indent.get(f"{_W}left") or indent.get(f"{_W}start")
    return Level(
        start=int(_value(element, "start") or 1),
        form=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText") or "",
        indent=int(left or 0),
    )


def _value(element: etree._Element, child: str) -> str | None:
    found = element.find(f"{_W}{child}")
    return None if found is None else found.get(f"{_W}val")
