"""Where the blocks, items and characters of a Markdown text are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from osloregion_docs.language import split_languages
from osloregion_docs.sources.markdown import PLACEHOLDER, parse_events, without_comments

_BLOCKS = {"Paragraph", "Heading", "List", "Item", "HtmlBlock"}
_LOOKS = {"Strong", "Emphasis", "Link"}


class Look(NamedTuple):
    """How a character is printed, and in which language it is."""

    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    language: str = ""


class Atom(NamedTuple):
    """A character, or a placeholder as its path and form, and from where to where it is in the text."""

    value: str | tuple[str, str]
    look: Look
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Node:
    """A block, an item of a list, or the whole text: from where to where it is, and what is in it."""

    kind: str
    start: int
    end: int
    nodes: list[Node] = field(default_factory=list)
    atoms: list[Atom] = field(default_factory=list)
    level: int = 0


def locate_blocks(text: str) -> Node:
    """The blocks of a Markdown text with their places, as many as reading it gives."""
    walk = _Walk(text)
    for event, place in parse_events(text):
        walk.take(event, walk.offsets[place["start"]], walk.offsets[place["end"]])
    walk.flush()
    return walk.root


class _Walk:
    """The walk over a parser's events: open nodes, the looks in force, and the characters since the last of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.offsets = _offsets(text)
        self.root = Node("text", 0, len(text))
        self.open = [self.root]
        self.leaf: Node | None = None
        self.look = Look()
        self.characters: list[tuple[str, int, int]] = []

    def take(self, event: object, start: int, end: int) -> None:
        kind, what = next(iter(event.items())) if isinstance(event, dict) else (str(event), None)
        name, details = next(iter(what.items())) if isinstance(what, dict) else (str(what), None)
        if kind in {"Start", "End"} and name in _BLOCKS:
            (self._open if kind == "Start" else self._close)(name, details, start, end)
        elif kind in {"Start", "End"} and name in _LOOKS:
            self.flush()
            self._change_look(name, details, begins=kind == "Start")
        elif kind in {"Text", "Code", "InlineHtml", "Html"}:
            self._characters(without_comments(str(what)) if kind == "InlineHtml" else str(what), start, end)
        elif kind in {"SoftBreak", "HardBreak"}:
            self.characters.append((" " if kind == "SoftBreak" else "\n", start, end))

    def _change_look(self, name: str, details: object, *, begins: bool) -> None:
        if name == "Strong":
            self.look = self.look._replace(strong=begins)
        elif name == "Emphasis":
            self.look = self.look._replace(emphasis=begins)
        else:
            address = str(details["dest_url"]) if isinstance(details, dict) and begins else None
            self.look = self.look._replace(link=address)

    def flush(self) -> None:
        """The characters so far become atoms."""
        if self.leaf is not None and self.characters:
            self.leaf.atoms += _atoms(self.characters, self.look)
        self.characters = []

    def _open(self, name: str, details: object, start: int, end: int) -> None:
        self._close_leaf()
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip(" "))
        node = Node(name, start, _trim_end(self.text, start, end))
        if name == "Heading":
            node.level = int(str(next(iter(details.values())) if isinstance(details, dict) else details)[-1:] or 0)
        self.open[-1].nodes.append(node)
        if name in {"List", "Item"}:
            self.open.append(node)
        else:
            self.leaf = node

    def _close(self, name: str, *_: object) -> None:
        self._close_leaf()
        if name in {"List", "Item"}:
            self.open.pop()

    def _close_leaf(self) -> None:
        """A leaf of which nothing is printed, such as a comment, is no block."""
        self.flush()
        leaf = self.leaf
        printed = "".join(str(atom.value) for atom in leaf.atoms) if leaf else ""
        if leaf and not (without_comments(printed).strip() if leaf.kind == "HtmlBlock" else printed):
            self.open[-1].nodes = [each for each in self.open[-1].nodes if each is not leaf]
        self.leaf = None

    def _characters(self, text: str, start: int, end: int) -> None:
        if not text:
            return
        if self.leaf is None:
            self.leaf = Node("Paragraph", start, end)
            self.open[-1].nodes.append(self.leaf)
        self.leaf.end = max(self.leaf.end, _trim_end(self.text, start, end))
        exact = self.text[start:end] == text
        self.characters += [
            (character, start + at, start + at + 1) if exact else (character, start, end)
            for at, character in enumerate(text)
        ]


def _atoms(characters: list[tuple[str, int, int]], look: Look) -> Iterator[Atom]:
    text, done = "".join(character for character, _start, _end in characters), 0
    for match in PLACEHOLDER.finditer(text):
        yield from _letters(characters[done : match.start()], look)
        yield Atom((match[1], match[2] or ""), look, characters[match.start()][1], characters[match.end() - 1][2])
        done = match.end()
    yield from _letters(characters[done:], look)


def _letters(characters: list[tuple[str, int, int]], look: Look) -> Iterator[Atom]:
    """Characters, those of another language without the marks around them."""
    text, at = "".join(character for character, _start, _end in characters), 0
    for stretch in split_languages(text):
        at += 1 if stretch.language else 0
        for character, start, end in characters[at : at + len(stretch.text)]:
            yield Atom(character, look._replace(language=stretch.language), start, end)
        at += len(stretch.text) + (len(f"]{{lang={stretch.language}}}") if stretch.language else 0)


def _offsets(text: str) -> list[int]:
    """The character at each byte of a text."""
    offsets = [at for at, character in enumerate(text) for _ in character.encode()]
    return [*offsets, len(text)]


def _trim_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" \n"))
