r"""One line of text as GitHub's Markdown, every character of it as it is. Knows no blocks.

Pandoc's own writer leaves ``&copy;``, ``---``, ``:smile:`` and what begins a list after a line break as they are, and
loses the point in ``12\. x``; so lines are written here, and Pandoc gets them ready-made.

*Source*: CommonMark 0.31.2, sections 2.4 (backslash escapes) and 6.2 (emphasis); GitHub Flavored Markdown, section 6.9.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from osloregion_docs.renderers.trees.outline import Element, text_of

_ANYWHERE: Final = re.compile(
    r"[\\`*\[\]<|~$]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # not inside a word
    r"|&(?=#?\w+;)"  # what would be an entity
    r"|:(?=[\w+-]+:)"  # what would be an emoji
    r"|(?<!\S)#"
)
_AT_START: Final = re.compile(r"[>=]|[-+](?=[-\s]|$)|:(?=-)|(?<=^)\d{1,9}(?=[.)](?:\s|$))")
_ADDRESS: Final = re.compile(r"(?i)(?<![^\W_])(?:(?:https?|ftp)(?=://)|www(?=\.))(?=([^ \n]*))")
_TEXT: Final = frozenset({"Str", "Space", "SoftBreak", "LineBreak"})
_MARKS: Final = {"Emph": "*", "Strong": "**"}
_AWKWARD_IN_ADDRESS: Final = re.compile(r"[\s()<>\\|]|&(?=#?\w+;)")
_BACKSLASHED_IN_ADDRESS: Final = re.compile(r"[<>\\|]|&(?=#?\w+;)")

NEW_LINE: Final = "\\\n"
IN_CELL: Final = "<br>"
IN_HEADING: Final = " "


@dataclass(frozen=True, slots=True)
class LineWriter:
    """Writes lines; `places` gives the name that links lead to for each anchor of the document."""

    places: Mapping[str, str]

    def line(self, elements: list[Element], line_break: str = NEW_LINE) -> str:
        """The line; what would begin a list or the like is escaped if it can be first in a paragraph."""
        written = self._write(elements, "\n" if line_break == NEW_LINE else "", "")
        return written.strip(" \n").replace("\n", line_break)

    def _write(self, elements: list[Element], before: str, after: str) -> str:
        """The elements with their line breaks as such; `before` and `after` are the characters around them."""
        out = before
        pieces = [(text, list(group)) for text, group in groupby(elements, lambda one: one["t"] in _TEXT)]
        flat = [part for text, group in pieces for part in ([group] if text else [[one] for one in group])]
        for place, part in enumerate(flat):
            following = text_of(flat[place + 1])[:1] if place + 1 < len(flat) else after
            if part[0]["t"] in _TEXT:
                out += _escape(text_of(part), out.endswith("\n"), following)
            else:
                out += self._looks(part[0], out[-1:], following)
        return out[len(before) :]

    def _looks(self, element: Element, before: str, after: str) -> str:
        kind = element["t"]
        if kind in _MARKS:
            return _mark(self._write(element["c"], "*", "*"), _MARKS[kind], before, after)
        if kind == "Span":
            text = self._write(element["c"][1], before, after)
            return _mark(text, "**", before, after) if "label" in element["c"][0][1] else text
        if kind == "Link":
            _, words, (target, _) = element["c"]
            address = f"#{self.places[target[1:]]}" if target[1:] in self.places else target
            return f"[{self._write(words, '[', ']')}]({_address(address)})"
        return _escape(text_of([element]), before == "\n", after)


def bold(written: str) -> str:
    """A line that was written already, in bold."""
    return _mark(written, "**", "", "")


def heading_names(texts: Iterable[str]) -> list[str]:
    """The names that GitHub gives the headings of a file, in order: small letters, hyphens, and numbers for doubles.

    *Source*: the package github-slugger, which does as GitHub does.
    """
    seen: dict[str, int] = {}
    names = []
    for text in texts:
        wanted = name = "".join(sign for sign in text.lower() if _stays(sign)).replace(" ", "-")
        while name in seen:
            seen[wanted] += 1
            name = f"{wanted}-{seen[wanted]}"
        seen[name] = 0
        names.append(name)
    return names


def _stays(sign: str) -> bool:
    return sign in " -" or unicodedata.category(sign)[0] in "LM" or unicodedata.category(sign) in {"Nd", "Nl", "Pc"}


def _escape(text: str, at_start: bool, after: str) -> str:  # noqa: FBT001 - the position of the text
    """The text with backslashes where it needs them; `after` is the character that follows it."""
    first, *others = text.split("\n")
    lines = [_first_in_line(first) if at_start else _ANYWHERE.sub(r"\\\g<0>", first), *map(_first_in_line, others)]
    lines = [line.rstrip(" ") for line in lines[:-1]] + lines[-1:]
    shown = "\n".join(lines)
    return _ADDRESS.sub(lambda found: _address_in_text(found, shown, after), shown)


def _first_in_line(line: str) -> str:
    """A line that begins where lists, headings and the like could begin."""
    shown = _ANYWHERE.sub(r"\\\g<0>", line.lstrip(" "))
    found = _AT_START.match(shown)
    if found is None:
        return shown
    sign = found[0]
    return f"{sign}\\{shown[len(sign) :]}" if sign.isdecimal() else f"\\{shown}"


def _address_in_text(found: re.Match[str], text: str, after: str) -> str:
    """The beginning of a web address; with a backslash where GitHub's link would take in more than the address."""
    end = found.end(1)
    goes_on = (text[end : end + 1] or after) not in {"", " "}
    return f"{found[0]}\\" if goes_on or "\\" in found[1] else found[0]


def _mark(text: str, mark: str, before: str, after: str) -> str:
    """Text between marks, spaces left outside; without marks where they would be read as characters."""
    inner = text.strip()
    if not inner:
        return text
    lead, trail = text[: text.index(inner[0])], text[text.rindex(inner[-1]) + 1 :]
    opens = inner[0].isalnum() or lead or _is_gap(before)
    closes = inner[-1].isalnum() or trail or _is_gap(after)
    held = opens and closes and (before != "*" or lead)
    return f"{lead}{mark}{inner}{mark}{trail}" if held else text


def _is_gap(sign: str) -> bool:
    return not sign or sign.isspace() or unicodedata.category(sign)[0] == "P"


def _address(target: str) -> str:
    if not _AWKWARD_IN_ADDRESS.search(target):
        return target
    return f"<{_BACKSLASHED_IN_ADDRESS.sub(lambda sign: chr(92) + sign[0], target)}>"
