"""Pandoc's tree as the formats see it that rewrite it before Pandoc does: its text, its headings, its front."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NotRequired, TypeAlias, TypedDict, cast

import orjson


class Element(TypedDict):
    """A block or an inline: its type, and what it holds, as Pandoc's types have it."""

    t: str
    c: NotRequired[Any]


Change: TypeAlias = Callable[[Element], list[Element] | None]
Cell: TypeAlias = tuple[object, object, int, int, list[Element]]
"""Attributes, alignment, rows and columns that it spans, content."""
Row: TypeAlias = tuple[object, list[Cell]]
Rows: TypeAlias = list[Row]

FRONT: Final = ("title", "subtitle", "organisation", "sender", "address", "website", "toc-title")
"""What a template's front matter says of a document."""
_SIGNS: Final = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
_INNER_SECOND: Final = frozenset({"Span", "Link", "Image", "Quoted", "Cite"})
_LITERAL: Final = frozenset({"Code", "Math", "RawInline"})
_LINES: Final = frozenset({"Para", "Plain", "Header"})
_HOLDS_BLOCKS: Final = frozenset({"Div", "BlockQuote", "BulletList", "OrderedList"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `number` is as printed (``4.2``, ``1.``), empty without one; `title` is what follows it."""

    level: int
    anchor: str
    number: str
    title: str

    @property
    def text(self) -> str:
        """Number and title, in one line."""
        return f"{self.number} {self.title}".strip(" ")


class Outline:
    """A populated document: its blocks, its headings in order, and its front."""

    def __init__(self, populated: bytes) -> None:
        tree = orjson.loads(populated)
        self._version = tree["pandoc-api-version"]
        self._meta: dict[str, Element] = tree["meta"]
        self.blocks: list[Element] = tree["blocks"]
        self.headings: tuple[Heading, ...] = tuple(_with_anchors(self.blocks))

    def lines(self, name: str) -> list[list[Element]]:
        """What the template's front matter says under a name: a list of lines, mostly one; empty if nothing."""
        value = self._meta.get(name)
        parts = value["c"] if value and value["t"] == "MetaList" else [value] if value else []
        return [line for part in parts if (line := _line(part))]

    def text(self, name: str) -> str:
        """The same as text in one line."""
        return ", ".join(one_line(line) for line in self.lines(name))

    def front(self, write: Callable[[list[Element]], list[Element]]) -> dict[str, Element]:
        """The front of the document, as metadata for a page: each line as `write` makes it."""
        made = {name: [element("MetaInlines", write(line)) for line in self.lines(name)] for name in FRONT}
        return {
            name: lines[0] if len(lines) == 1 else element("MetaList", lines) for name, lines in made.items() if lines
        }

    def to_tree(self, blocks: list[Element], meta: dict[str, Element] | None = None) -> bytes:
        """A tree with these blocks and this metadata; its language stays."""
        meta = {**({"lang": self._meta["lang"]} if "lang" in self._meta else {}), **(meta or {})}
        tree = {"pandoc-api-version": self._version, "meta": meta, "blocks": blocks}
        return orjson.dumps(tree)


def rewrite(elements: list[Element], change: Change) -> list[Element]:
    """The elements with a change made to all that it takes, as deep as they go; None leaves an element as it is.

    What comes of an element is not looked at again.
    """
    return cast("list[Element]", _change(elements, change))


def text_of(elements: list[Element]) -> str:
    """The text of a line, without its looks."""
    return "".join(_text(element) for element in elements)


def one_line(elements: list[Element]) -> str:
    """The text of a line whose breaks are spaces."""
    return text_of(elements).replace("\n", " ").strip(" ")


def lines_of(blocks: list[Element]) -> list[Element]:
    """The paragraphs and headings among the blocks, as deep as they go, each with its line as content."""
    found: list[Element] = []
    for block in blocks:
        if block["t"] in _LINES:
            found.append({"t": "Plain", "c": block["c"][2]} if block["t"] == "Header" else block)
        else:
            found += lines_of(_inner(block))
    return found


def nest(entries: Sequence[tuple[int, list[Element]]]) -> list[Element]:
    """Lines, each with its level, as a list in which deeper ones stand under those above them."""
    items: list[list[Element]] = []
    place = 0
    while place < len(entries):
        level, line = entries[place]
        end = next((n for n in range(place + 1, len(entries)) if entries[n][0] <= level), len(entries))
        items.append([element("Plain", line), *nest(entries[place + 1 : end])])
        place = end
    return [element("BulletList", items)] if items else []


def classes(element: Element) -> list[str]:
    """The classes of a Div, a Span or a heading."""
    attr = element["c"][1] if element["t"] == "Header" else element["c"][0]
    return list(attr[1])


def without_number(line: list[Element]) -> tuple[str, list[Element]]:
    """A heading's number, and the rest of its line."""
    if line and line[0]["t"] == "Span" and "number" in classes(line[0]):
        rest = line[1:]
        return text_of(line[0]["c"][1]), rest[1:] if rest and rest[0]["t"] == "Space" else rest
    return "", line


def in_paragraph_style(style: str, line: list[Element]) -> Element:
    """A paragraph in a style of the reference document."""
    return element("Div", [["", [], [["custom-style", style]]], [element("Para", line)]])


def element(kind: str, content: object) -> Element:
    """An element."""
    return {"t": kind, "c": content}


def _change(node: object, change: Change) -> object:
    if isinstance(node, dict):
        return {key: _change(inner, change) if key == "c" else inner for key, inner in node.items()}
    if not isinstance(node, list):
        return node
    made: list[object] = []
    for inner in node:
        found = change(cast("Element", inner)) if isinstance(inner, dict) else None
        if found is None:
            made.append(_change(inner, change) if isinstance(inner, dict | list) else inner)
        else:
            made += found
    return made


def _line(value: Element) -> list[Element]:
    """The words of one value of the metadata."""
    if value["t"] == "MetaString":
        return [element("Str", value["c"])] if value["c"] else []
    if value["t"] == "MetaBlocks":
        return value["c"][0]["c"] if value["c"] else []
    return list(value["c"])


def _text(element: Element) -> str:
    kind, content = element["t"], element.get("c")
    if isinstance(content, str) or kind in _SIGNS:
        return _SIGNS.get(kind) or str(content)
    if kind in _LITERAL:
        return str(element["c"][1])
    return text_of(element["c"][1] if kind in _INNER_SECOND else element["c"])


def _with_anchors(blocks: list[Element]) -> Iterator[Heading]:
    """The headings, each of them given a name that links can lead to if it has none."""
    for count, header in enumerate(_headers(blocks), 1):
        level, attr, line = header["c"]
        attr[0] = attr[0] or f"overskrift-{count}"
        number, title = without_number(line)
        yield Heading(level, attr[0], number, one_line(title))


def _headers(blocks: list[Element]) -> Iterator[Element]:
    for block in blocks:
        if block["t"] == "Header":
            yield block
        elif block["t"] in _HOLDS_BLOCKS:
            yield from _headers(_inner(block))


def _inner(block: Element) -> list[Element]:
    """The blocks that a block holds, those of all items of a list one after another."""
    if block["t"] not in _HOLDS_BLOCKS:
        return []
    content = block["c"]
    if block["t"] == "BlockQuote":
        return list(content)
    if block["t"] == "BulletList":
        return [inner for item in content for inner in item]
    return list(content[1]) if block["t"] == "Div" else [inner for item in content[1] for inner in item]
