"""The styles of the reference documents of office formats for the classes in the tree."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from osloregion_docs.labels.labels import labels_of
from osloregion_docs.language import Language
from osloregion_docs.renderers.trees.outline import Element, Outline, Row, classes, element, in_paragraph_style

DEEPEST: Final = 4
"""The deepest level of headings that the contents show, as in the Word template."""

_FRONT: Final = (
    ("organisation", "Forsideorganisasjon"),
    ("title", "Title"),
    ("subtitle", "Subtitle"),
    ("sender", "Forsideavsender"),
    ("address", "Forsideadresse"),
    ("website", "Forsideadresse"),
)
_STYLES: Final = {"vision": "Visjon", "label": "Visjonsetikett", "content-label": "Innholdsetikett"}
_LABEL_WIDTH: Final = 0.29
_FIELD: Final = re.compile(r"\{\{ (\w+) \}\}")


def front(outline: Outline) -> list[Element]:
    """The paragraphs before the contents."""
    return [in_paragraph_style(style, line) for name, style in _FRONT for line in outline.lines(name)]


def in_style(part: Element) -> Element:
    """A Div or Span with the style of its class; others unchanged."""
    style = next((_STYLES[name] for name in classes(part) if name in _STYLES), "")
    if not style:
        return part
    return element(part["t"], [["", [], [["custom-style", style]]], part["c"][1]])


def fact_table(table: Element, label: str, value: str) -> Element:
    """A table with a header column, in these two styles; its first row is marked as header, as in the Word template.

    Other tables stay as they are.
    """
    attr, caption, columns, (head_attr, head), bodies, foot = table["c"]
    if head or not bodies or not bodies[0][1]:
        return table
    body_attr, headed, inner_head, rows = bodies[0]
    first, *others = [_row(row, headed, label, value) for row in (*inner_head, *rows)]
    body = [body_attr, headed, [], others]
    return element("Table", [attr, caption, _with_widths(columns), [head_attr, [first]], [body, *bodies[1:]], foot])


def fill_fields(part: str, outline: Outline, language: Language, escape: Callable[[str], str]) -> str:
    """A part of a reference document with its words in double braces filled in; others stay as they are."""
    labels = labels_of(language)
    words = {"page": labels.page, "of": labels.of}
    return _FIELD.sub(lambda name: escape(words.get(name[1]) or outline.text(name[1])), part)


def _row(row: Row, headed: int, label: str, value: str) -> Row:
    attr, cells = row
    styles = (label if place < headed else value for place in range(len(cells)))
    return attr, [(*cell[:4], [_in(style, cell[4])]) for cell, style in zip(cells, styles, strict=True)]


def _in(style: str, blocks: list[Element]) -> Element:
    """The blocks of a cell in a style; Pandoc gives it to whole paragraphs only."""
    whole = [element("Para", block["c"]) if block["t"] == "Plain" else block for block in blocks]
    return element("Div", [["", [], [["custom-style", style]]], whole])


def _with_widths(columns: list[list[Element]]) -> list[list[Element]]:
    """Two columns of facts get the widths that they have in the Word template."""
    if len(columns) != 2:  # noqa: PLR2004 - a label and its value
        return columns
    widths = (_LABEL_WIDTH, 1 - _LABEL_WIDTH)
    return [[align, element("ColWidth", width)] for (align, _), width in zip(columns, widths, strict=True)]
