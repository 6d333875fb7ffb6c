"""The styles of a Word file: by the names that Word shows, what each is called inside and how it is numbered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from osloregion_docs.ooxml import reader

_BODY_LEVEL: Final = 9

TEXT_STYLES: Final = ("Body Text", "List Bullet", "List Number", "List Continue")
"""The paragraph styles, by the names that Word gives them, that running text is written in."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its id, its name, what it is based on, and its place in outline and list."""

    id: str
    name: str
    based_on: str
    outline: int | None
    list_id: str | None
    list_level: int | None


class StyleSheet:
    """The styles of a document. Word translates names on screen; inside the file they are English."""

    def __init__(self, part: bytes) -> None:
        root = reader.parse(part)
        self._by_id = {style.id: style for style in _read_styles(root)}
        self._by_name = {style.name.lower(): style for style in self._by_id.values()}
        self._places: dict[str, tuple[str, int] | None] = {}

    def id_of(self, name: str) -> str | None:
        """The id of the style of that name, however its letters are cased."""
        style = self._by_name.get(name.lower())
        return style.id if style else None

    def outline(self, style_id: str) -> int | None:
        """The outline level of a style, 1 to 9, its own or inherited; None for body text."""
        level = next((s.outline for s in self._chain(style_id) if s.outline is not None), None)
        return None if level is None or level >= _BODY_LEVEL else level + 1

    def list_place(self, style_id: str) -> tuple[str, int] | None:
        """The list (w:numId) and level that a style numbers its paragraphs in; None if it does not."""
        if style_id not in self._places:
            self._places[style_id] = self._list_place(style_id)
        return self._places[style_id]

    def _list_place(self, style_id: str) -> tuple[str, int] | None:
        chain = list(self._chain(style_id))
        list_id = next((s.list_id for s in chain if s.list_id is not None), None)
        level = next((s.list_level for s in chain if s.list_level is not None), 0)
        return None if list_id is None or list_id == "0" else (list_id, level)

    def headings(self) -> dict[str, int]:
        """The id of every paragraph style with an outline level, with that level."""
        levels = {id_: self.outline(id_) for id_ in self._by_id}
        return {id_: level for id_, level in levels.items() if level is not None}

    def _chain(self, style_id: str) -> Iterator[Style]:
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            yield self._by_id[style_id]
            style_id = self._by_id[style_id].based_on


def _read_styles(root: etree._Element) -> Iterator[Style]:
    for element in reader.iterate(root, "style"):
        yield Style(
            id=reader.attribute(element, "styleId") or "",
            name=reader.value(element, "name") or "",
            based_on=reader.value(element, "basedOn") or "",
            outline=_to_number(reader.value(element, "pPr", "outlineLvl")),
            list_id=reader.value(element, "pPr", "numPr", "numId"),
            list_level=_to_number(reader.value(element, "pPr", "numPr", "ilvl")),
        )


def _to_number(text: str | None) -> int | None:
    return None if text is None else int(text)
