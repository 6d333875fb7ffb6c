"""Populates a Markdown template with a document, once for all of Pandoc's formats: the result is Pandoc's own tree.

Jinja prints a token for each value, Pandoc reads the Markdown, and only then are the values put in. So no character of
a value is ever read as Markdown, HTML or TeX, and no value can change the structure that the template gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import orjson
from jinja2 import TemplateError, Undefined

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.documents.document import Blocks, Document, Line, Picture
from osloregion_docs.documents.value import Value
from osloregion_docs.errors import RenderingFailed, RenderingRefused, ToolFailed
from osloregion_docs.keypath import KeyPath
from osloregion_docs.language import LOCALES
from osloregion_docs.ooxml.markup import IllegalCharacter
from osloregion_docs.renderers.environment import environment
from osloregion_docs.renderers.figures.figure_tree import figure
from osloregion_docs.renderers.pandoc.run import read_markdown
from osloregion_docs.renderers.pandoc.tables import to_nodes
from osloregion_docs.renderers.pandoc.values import Node, inlines, legal, runs
from osloregion_docs.renderers.printed_spans import locate_refusal

OPEN: Final = "\ua7f8"
CLOSE: Final = "\ua7f9"
_LINK: Final = re.compile(r'\["#([^"\\]+)",""\]\]')
_MOST_VALUES: Final = 2_000_000
_TOKEN: Final = re.compile(f"{OPEN}(\\d+){CLOSE}")


def populate(document: Document, template: Path) -> bytes:
    """The template filled with a document's context, as Pandoc's tree in JSON.

    Raises:
        RenderingFailed: the template and the values do not make a whole document.
    """
    values = Values()
    markdown = _fill(template, document, values)
    try:
        tree = orjson.loads(read_markdown(markdown))
        made = {
            "pandoc-api-version": tree["pandoc-api-version"],
            "meta": {**values.put_in_each(tree["meta"]), **_about(document)},
            "blocks": without_gaps(with_header_columns(values.put_in(tree["blocks"])), []),
        }
    except ToolFailed as error:
        if not error.output:
            raise
        hint = "run osloregion-docs check to see where"
        raise RenderingFailed(f"{template.name} is not the Markdown that Pandoc reads: {error.output}", hint) from error
    except (RecursionError, orjson.JSONDecodeError) as error:
        raise RenderingFailed(f"{template.name} is nested deeper than any document", "make it flatter") from error
    populated = orjson.dumps(made)
    if dead := tuple(_dead_links(populated.decode(), document)):
        raise RenderingRefused(dead)
    return populated


def _dead_links(tree: str, document: Document) -> Iterator[Finding]:
    """The places that texts link to and that the template gives no name."""
    for anchor in sorted(set(_LINK.findall(tree))):
        if f'["{anchor}",[' not in tree:
            address = KeyPath.of(document.addresses.get(anchor, ""))
            message = f'a text links to "{anchor}", and no heading has that name'
            hint = "name the heading in main.md: {.class #{{ measure.title.anchor }}}"
            yield Finding(address, message, hint, code="TPL515", severity=Severity.ERROR)


@dataclass(slots=True)
class Values:
    """The values of one document, each known by its token while the Markdown is read."""

    held: list[str | Value | Blocks | Line | Picture] = field(default_factory=list)

    def token(self, value: object) -> str:
        """What is written into the Markdown for a value; nothing for one that is empty.

        Raises:
            RenderingFailed: the template prints what is no text.
            UndefinedError: the template names what there is not.
        """
        if isinstance(value, Undefined):
            return str(value)
        if type(value) is int:
            value = str(value)
        if not isinstance(value, str | Value | Blocks | Line | Picture):
            raise RenderingFailed(f"the template prints {value!r:.40}, which is no text", "run osloregion-docs check")
        if not (value.runs if isinstance(value, Line) else value):
            return ""
        if len(self.held) >= _MOST_VALUES:
            raise RenderingFailed(f"the template prints more than {_MOST_VALUES} values", "look for loops in loops")
        self.held.append(value)
        return f"{OPEN}{len(self.held) - 1}{CLOSE}"

    def put_in(self, node: Node) -> Node:
        """A part of the tree with the values in the places of their tokens."""
        if isinstance(node, str):
            return _TOKEN.sub(lambda token: self._plain(int(token[1])), node) if OPEN in node else node
        if isinstance(node, dict):
            return self.put_in_each(node)
        if not isinstance(node, list):
            return node
        made: list[Node] = []
        for inner in node:
            if isinstance(inner, dict) and (found := self._replace(inner)) is not None:
                made += found
            else:
                made.append(self.put_in(inner))
        return made

    def put_in_each(self, nodes: dict[str, Node]) -> dict[str, Node]:
        """The parts of a mapping with the values put in."""
        return {key: self.put_in(inner) for key, inner in nodes.items()}

    def _replace(self, node: dict[str, Node]) -> list[Node] | None:
        """The replacement of a word with tokens in it, or for a paragraph that is one token of a block."""
        content = node.get("c")
        if node.get("t") == "Str" and isinstance(content, str) and OPEN in content:
            return self._words(content)
        if node.get("t") in {"Para", "Plain"} and isinstance(content, list) and len(content) == 1:
            word = content[0]
            token = _TOKEN.fullmatch(str(word.get("c"))) if isinstance(word, dict) else None
            value = self.held[int(token[1])] if token else None
            with _refusals_at(value):
                return _block_of(value)
        return None

    def _words(self, text: str) -> list[Node]:
        made: list[Node] = []
        for place, piece in enumerate(_TOKEN.split(text)):
            if place % 2:
                value = self.held[int(piece)]
                with _refusals_at(value):
                    made += runs(value.runs) if isinstance(value, Line) else inlines(self._plain(int(piece)))
            elif piece:
                made.append({"t": "Str", "c": piece})
        return made

    def _plain(self, place: int) -> str:
        value = self.held[place]
        if isinstance(value, Line):
            return legal(value.text)
        if isinstance(value, Blocks | Picture):
            message = f"{'running text' if isinstance(value, Blocks) else 'a picture'} is within a line of the template"
            raise RenderingFailed(message, "put it alone in its line, with an empty line above and below")
        return legal(str(value))


@contextmanager
def _refusals_at(value: object) -> Iterator[None]:
    """Report a character that no document can hold at the source of the value that is printed."""
    try:
        yield
    except RenderingFailed as error:
        if isinstance(error.__cause__, IllegalCharacter):
            raise locate_refusal(value, error.__cause__) from error.__cause__
        raise


def _block_of(value: str | Value | Blocks | Line | Picture | None) -> list[Node] | None:
    """The replacement of a value alone in its paragraph; None for a value within a line."""
    if isinstance(value, Picture):
        return [figure(value)]
    return to_nodes(value.items) if isinstance(value, Blocks) else None


def with_header_columns(node: Node) -> Node:
    """The blocks in which a table without a header row has the cells of its first column as headers."""
    match node:
        case list():
            return [with_header_columns(inner) for inner in node]
        case {"t": "Table", "c": [attr, caption, columns, [_, []] as head, [*bodies], foot]}:
            return {
                "t": "Table",
                "c": [attr, caption, columns, head, [_with_header_column(body) for body in bodies], foot],
            }
        case {"t": "Div" | "BulletList" | "OrderedList" | "BlockQuote" as kind, "c": content}:
            return {"t": kind, "c": with_header_columns(content)}
    return node


def without_gaps(node: Node, open_levels: list[int]) -> Node:
    """The blocks in which a heading is at most one level below the one above it.

    A template sets measure areas at level 3; in a chapter without parts they are right below level 1.

    *Source*: ISO 14289-1 (PDF/UA-1), 7.4.2; WCAG 2.2, technique H42.
    """
    match node:
        case list():
            return [without_gaps(inner, open_levels) for inner in node]
        case {"t": "Header", "c": [int(level), attributes, content]}:
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
            return {"t": "Header", "c": [len(open_levels), attributes, content]}
        case {"t": "Div", "c": [attributes, [*content]]}:
            return {"t": "Div", "c": [attributes, without_gaps(content, open_levels)]}
    return node


def _with_header_column(body: Node) -> Node:
    """The body of a table with one column of headers."""
    return [body[0], 1, *body[2:]] if isinstance(body, list) else body


def _fill(template: Path, document: Document, values: Values) -> str:
    """The Markdown of the template with its tags carried out."""
    context = {name: getattr(document.context, name) for name in type(document.context).model_fields}
    try:
        source = template.read_text("utf-8")
        if OPEN in source or CLOSE in source:
            raise RenderingFailed(f"{template.name} holds U+A7F8 or U+A7F9, which are kept for values", "delete it")
        return environment(values.token, by_lines=True).from_string(source).render(context)
    except (TemplateError, UnicodeDecodeError, TypeError, ValueError, ArithmeticError) as error:
        raise RenderingFailed(
            f"the template cannot be filled: {error}", "run osloregion-docs check to see where"
        ) from error


def _about(document: Document) -> dict[str, Node]:
    """What a file says of itself: language, title and author."""
    about = document.properties
    metadata = {"lang": LOCALES[document.language], "pagetitle": about.title, "author-meta": about.author}
    return {name: {"t": "MetaString", "c": text} for name, text in metadata.items() if text}
