"""Values as pieces of Pandoc's tree: text as lines, running text as paragraphs and lists.

*Source*: the pandoc-types library, ``Text.Pandoc.Definition``, in its JSON form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from osloregion_docs.documents.parts.attachments.document_links import as_file, is_document
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.model.content import Block, Heading, ListBlock, Paragraph, Run
from osloregion_docs.ooxml.markup import IllegalCharacter, escape

Node: TypeAlias = "str | int | float | bool | list[Node] | dict[str, Node] | None"

SPACE: Final[Node] = {"t": "Space"}
DOCUMENT: Final = "built-document"
"""The class of a link to a document that is built with this one."""
LINE_BREAK: Final[Node] = {"t": "LineBreak"}


def attributes(anchor: str = "", *classes: str) -> list[Node]:
    """A place's name and classes, as Pandoc holds them."""
    return [anchor, list(classes), []]


def legal(text: str) -> str:
    """The text, if a document can contain every character of it.

    Raises:
        RenderingFailed: it holds a character that no XML or HTML can hold.
    """
    if not text.isprintable():
        try:
            escape(text)
        except IllegalCharacter as error:
            raise RenderingFailed(str(error), "delete the character in the source") from error
    return text


def inlines(text: str) -> list[Node]:
    """A text as lines and line breaks, each of its characters as it is.

    A line is one piece, spaces and all: Pandoc would make pieces of its words, and takes twice as long over them.
    """
    if text.isprintable():
        return _line(text)
    made: list[Node] = []
    for place, line in enumerate(re.split("\r\n|\r|\n", legal(text))):
        if place:
            made.append(LINE_BREAK)
        made += _line(line.replace("\t", " "))
    return made


def _line(text: str) -> list[Node]:
    """One line; the spaces at its ends are gaps to its neighbours."""
    held = text.strip(" ")
    words: list[Node] = [{"t": "Str", "c": held}] if held else []
    return [SPACE] * text.startswith(" ") + words + [SPACE] * (bool(held) and text.endswith(" "))


def blocks(content: Iterable[Block]) -> list[Node]:
    """Running text as blocks."""
    return [_block(block, "Para") for block in content]


def _block(block: Block, paragraph: str) -> Node:
    if isinstance(block, ListBlock):
        items: list[Node] = [_item(item) for item in block.items]
        if not block.ordered:
            return {"t": "BulletList", "c": items}
        return {"t": "OrderedList", "c": [[block.start, {"t": "Decimal"}, {"t": "Period"}], items]}
    if isinstance(block, Heading):
        return {"t": "Header", "c": [block.level, attributes(), runs(block.runs)]}
    if isinstance(block, Paragraph):
        return {"t": paragraph, "c": runs(block.runs)}
    raise RenderingFailed("a placeholder was left in the text")


def _item(item: tuple[Block, ...]) -> Node:
    """One item of a list; with a single paragraph it is set close to its neighbours."""
    close = sum(isinstance(block, Paragraph) for block in item) < 2  # noqa: PLR2004 - two paragraphs need air
    return [_block(block, "Plain" if close else "Para") for block in item]


def runs(stretches: Iterable[Run]) -> list[Node]:
    """Stretches of text with their looks and languages."""
    return [node for run in stretches for node in _run(run)]


def _run(run: Run) -> list[Node]:
    made = inlines(run.text)
    if run.language:
        made = [{"t": "Span", "c": [["", [], [["lang", run.language]]], made]}]
    if run.emphasis:
        made = [{"t": "Emph", "c": made}]
    if run.strong:
        made = [{"t": "Strong", "c": made}]
    if run.link:
        looks = (DOCUMENT,) if is_document(run.link) else ()
        made = [{"t": "Link", "c": [attributes("", *looks), made, [as_file(run.link), ""]]}]
    return made
