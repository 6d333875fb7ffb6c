"""Pandoc's tree as its writer of plain text needs it: no looks, headings underlined, contents with their indents."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from osloregion_docs.renderers.trees.number_tables import figures_in
from osloregion_docs.renderers.trees.outline import (
    Cell,
    Element,
    Heading,
    Outline,
    classes,
    element,
    lines_of,
    one_line,
    rewrite,
    text_of,
)
from osloregion_docs.renderers.trees.text_table import table_lines

WIDTH: Final = 72
_LINES_BELOW: Final = ("=", "-", "~", ".")
_INDENT: Final = "  "
_LABEL_AT_MOST: Final = 24
_GAP: Final = "  "
_SET_OFF: Final = "vision"
_LOOKS: Final = frozenset({"Emph", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps", "Underline"})


def for_text(populated: bytes) -> bytes:
    """The tree, with the front of the document and its contents in the metadata for the page."""
    outline = Outline(populated)
    front = outline.front(_without_looks)
    for name in ("title", "toc-title"):
        if text := outline.text(name):
            front[name] = element("MetaInlines", _underline(text, 1))
    entries = "\n".join(_entry(heading) for heading in outline.headings)
    wanted = entries and "toc-title" in front
    contents = {"contents": element("MetaBlocks", [element("RawBlock", ["plain", entries])])} if wanted else {}
    return outline.to_tree(rewrite(outline.blocks, _block), {**front, **contents})


def _block(block: Element) -> list[Element] | None:
    """The replacement of a block; None for those that only contain others."""
    kind = block["t"]
    if kind in {"Para", "Plain"}:
        return [element(kind, _without_looks(block["c"]))]
    if kind == "Header":
        return [element("Para", _underline(one_line(block["c"][2]), block["c"][0]))]
    if kind == "Div":
        return _division(block)
    return _facts(block) if kind == "Table" else None


def _division(block: Element) -> list[Element]:
    """A table of figures as lines; what is set off as such; of others what they hold."""
    if (table := figures_in(block)) is not None:
        lines = element("Para", [element("RawInline", ["plain", "\n".join(table_lines(table, WIDTH))])])
        return [*([element("Para", _without_looks(table.caption))] if table.caption else []), lines]
    inner = rewrite(block["c"][1], _block)
    return [element("BlockQuote", inner)] if _SET_OFF in classes(block) else inner


def _facts(table: Element) -> list[Element] | None:
    """A table of labels and values as aligned lines; None for other tables, which Pandoc draws."""
    _, _, columns, (_, head), bodies, _ = table["c"]
    if head or len(columns) != 2 or not all(body[1] == 1 for body in bodies):  # noqa: PLR2004 - a label and its value
        return None
    rows = [[_cell_lines(cell) for cell in cells] for body in bodies for _, cells in (*body[2], *body[3])]
    room = min(_LABEL_AT_MOST, max((len(line) for label, _ in rows for line in label), default=0))
    lines = [line for label, value in rows for line in _side_by_side(label, value, room)]
    return [element("Para", [element("RawInline", ["plain", "\n".join(lines)])])]


def _cell_lines(cell: Cell) -> list[str]:
    return [line for block in lines_of(cell[4]) for line in text_of(_without_looks(block["c"])).split("\n")]


def _side_by_side(label: list[str], value: list[str], room: int) -> Iterator[str]:
    left = [piece for line in label for piece in _wrap(line, room)]
    right = [piece for line in value for piece in _wrap(line, WIDTH - room - len(_GAP))]
    for one, other in zip_longest(left, right, fillvalue=""):
        yield f"{one:{room}}{_GAP}{other}".rstrip(" ")


def _underline(text: str, level: int) -> list[Element]:
    """A heading: its lines, underlined by a line of signs for its level."""
    lines = _wrap(text, WIDTH)
    signs = _LINES_BELOW[min(level, len(_LINES_BELOW)) - 1] * min(WIDTH, max(map(len, lines)))
    return [element("RawInline", ["plain", "\n".join((*lines, signs))])]


def _entry(heading: Heading) -> str:
    """A heading in the contents."""
    indent = _INDENT * (heading.level - 1)
    hanging = indent + " " * (len(heading.number) + 1 if heading.number else 0)
    first, *others = _wrap(heading.text, WIDTH - len(hanging))
    return "\n".join((indent + first, *(hanging + line for line in others)))


def _wrap(text: str, width: int) -> list[str]:
    """A text in lines of that width, broken at spaces alone."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


def _without_looks(line: list[Element]) -> list[Element]:
    return rewrite(line, _plain)


def _plain(inline: Element) -> list[Element] | None:
    """The words of an inline; a link to the web with its address behind it, unless that is what it reads."""
    kind = inline["t"]
    if kind in _LOOKS or kind == "Span":
        return _without_looks(inline["c"][1] if kind == "Span" else inline["c"])
    if kind == "Link":
        _, words, (target, _) = inline["c"]
        shown = _without_looks(words)
        if target.startswith("#") or target == one_line(words):
            return shown
        return [*shown, {"t": "Space"}, element("Str", f"<{target}>")]
    return _words(inline["c"]) if kind == "Str" else None


def _words(text: str) -> list[Element]:
    """A text as words and gaps, where lines can be broken."""
    first, *others = text.split(" ")
    made = [element("Str", first)]
    for word in others:
        made += [{"t": "Space"}, element("Str", word)]
    return made
