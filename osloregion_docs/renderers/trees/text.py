"""Pandoc's tree as its writer of plain text needs it: no looks, headings underlined, contents with their indents."""

from __future__ import annotations

import textwrap
from typing import Final

from osloregion_docs.renderers.trees.outline import (
    Element,
    Heading,
    Outline,
    changed,
    classes,
    element,
    one_line,
)

WIDTH: Final = 72
_LINES_BELOW: Final = ("=", "-", "~", ".")
_INDENT: Final = "  "
_SET_OFF: Final = "vision"
_LOOKS: Final = frozenset({"Emph", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps", "Underline"})


def for_text(poured: bytes) -> bytes:
    """The tree, with the front of the document and its contents in the metadata for the page."""
    outline = Outline(poured)
    front = outline.front(_without_looks)
    for name in ("title", "toc-title"):
        if text := outline.text(name):
            front[name] = element("MetaInlines", _underlined(text, 1))
    entries = "\n".join(_entry(heading) for heading in outline.headings)
    contents = {"contents": element("MetaBlocks", [element("RawBlock", ["plain", entries])])} if entries else {}
    return outline.poured(changed(outline.blocks, _block), {**front, **contents})


def _block(block: Element) -> list[Element] | None:
    """What stands for a block; None for those that only hold others."""
    kind = block["t"]
    if kind in {"Para", "Plain"}:
        return [element(kind, _without_looks(block["c"]))]
    if kind == "Header":
        return [element("Para", _underlined(one_line(block["c"][2]), block["c"][0]))]
    if kind == "Div":
        inner = changed(block["c"][1], _block)
        return [element("BlockQuote", inner)] if _SET_OFF in classes(block) else inner
    return None


def _underlined(text: str, level: int) -> list[Element]:
    """A heading: its lines, and under them a line of signs that tells its level."""
    lines = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False) or [text]
    signs = _LINES_BELOW[min(level, len(_LINES_BELOW)) - 1] * min(WIDTH, max(map(len, lines)))
    return [element("RawInline", ["plain", "\n".join((*lines, signs))])]


def _entry(heading: Heading) -> str:
    """A heading in the contents."""
    indent = _INDENT * (heading.level - 1)
    hanging = indent + " " * (len(heading.number) + 1 if heading.number else 0)
    return textwrap.fill(
        heading.text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _without_looks(line: list[Element]) -> list[Element]:
    return changed(line, _plain)


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
    return None
