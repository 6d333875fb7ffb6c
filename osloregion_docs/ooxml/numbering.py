"""Word's automatic numbers: what Word prints before a paragraph, and new lists that count from one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from osloregion_docs.ooxml import reader
from osloregion_docs.ooxml.markup import element, value
from osloregion_docs.ooxml.package import append_child

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
            self._read(reader.parse(part))

    def _read(self, root: etree._Element) -> None:
        for abstract in reader.iterate(root, "abstractNum"):
            levels = {
                int(reader.attribute(level, "ilvl") or 0): _read_level(level)
                for level in reader.iterate(abstract, "lvl")
            }
            self._levels[reader.attribute(abstract, "abstractNumId") or ""] = levels
        for number in reader.iterate(root, "num"):
            if (abstract_id := reader.value(number, "abstractNumId")) is not None:
                self._abstract[reader.attribute(number, "numId") or ""] = abstract_id

    def abstract(self, list_id: str) -> str:
        """The definition that a list is one of; lists of one definition count on together."""
        return self._abstract.get(list_id, "")

    def level(self, list_id: str, level: int) -> Level | None:
        """One level of a list."""
        return self._levels.get(self.abstract(list_id), {}).get(level)

    def restart(self, list_id: str, level: int = 0, start: int = 1) -> str:
        """Add a list in the format of another, counted from `start` at one level and from 1 at the others; its id."""
        new = str(max(map(int, self._abstract), default=0) + 1)
        self._abstract[new] = self.abstract(list_id)
        overrides = "".join(
            element("w:lvlOverride", {"w:ilvl": each}, value("w:startOverride", start if each == level else 1))
            for each in sorted(self._levels.get(self.abstract(list_id), {}))
        )
        self._added.append(list_in_format(new, self.abstract(list_id), overrides))
        return new

    def to_bytes(self) -> bytes | None:
        """The part with the new lists in it."""
        if self._part is None or not self._added:
            return self._part
        part = self._part.decode("utf-8")
        return append_child(part, "w:numbering", "".join(self._added), "w:numIdMacAtCleanup").encode("utf-8")


class Counter:
    """Counts paragraphs as Word does, and formats the number that it prints before each."""

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
        return format_number(counts.get(level, definition.start), definition.form)


def list_in_format(list_id: object, format_id: object, overrides: str = "") -> str:
    """The definition of a list in one of the formats of the document."""
    return element("w:num", {"w:numId": list_id}, value("w:abstractNumId", format_id), overrides)


def format_number(number: int, form: str) -> str:
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


def _read_level(level: etree._Element) -> Level:
    indent = reader.find(level, "pPr", "ind")
    return Level(
        start=int(reader.value(level, "start") or 1),
        form=reader.value(level, "numFmt") or "decimal",
        text=reader.value(level, "lvlText") or "",
        indent=int(reader.attribute(indent, "left") or reader.attribute(indent, "start") or 0),
    )
