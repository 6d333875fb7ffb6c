"""Binds documents into one: each that was populated becomes a part of the first, with its own places for links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import orjson

from osloregion_docs.documents.parts.attachments.document_links import part_of
from osloregion_docs.renderers.pandoc.values import Node, attributes

_HOLDS_ATTRIBUTES: Final = {"Header": 1, "Div": 0, "Span": 0, "Link": 0, "Table": 0, "Figure": 0, "Image": 0, "Code": 0}
"""The index of the attributes in elements that have them."""
_BEGINNING: Final = "begynner"


def merge(first: bytes, others: Sequence[bytes]) -> bytes:
    """The first tree with the others behind it, as parts with a heading of level 1 each."""
    whole = orjson.loads(first)
    language = whole["meta"].get("lang")
    for place, tree in enumerate(others, 1):
        part = orjson.loads(tree)
        own = part["meta"].get("lang")
        whole["blocks"] += _part(part, f"del-{place}-", _inlines(own) if own != language else [])
    return orjson.dumps(whole)


def _part(tree: dict[str, Node], prefix: str, language: list[Node]) -> Iterator[Node]:
    """One document as a part: its title, what is below it, and its blocks one level deeper.

    All of it is marked as being of the language `language`, if that is not the language of the whole.
    """
    meta = tree["meta"]
    if not isinstance(meta, dict):
        return
    label, title = (_inlines(meta.get(name)) for name in ("label", "title"))
    if label:
        title = [{"t": "Span", "c": [attributes("", "case-number"), label]}, {"t": "Space"}, *title]
    blocks: list[Node] = []
    if below := _inlines(meta.get("subtitle")):
        blocks.append({"t": "Div", "c": [attributes("", "case-notes"), [{"t": "Para", "c": below}]]})
    content = tree["blocks"]
    blocks += [_deeper(block, prefix) for block in content] if isinstance(content, list) else []
    if language:
        spoken: Node = ["", [], [["lang", _words(language)]]]
        title, blocks = [{"t": "Span", "c": [spoken, title]}], [{"t": "Div", "c": [spoken, blocks]}]
    yield {"t": "Header", "c": [1, attributes(f"{prefix}{_BEGINNING}", "bound"), title]}
    yield from blocks


def _words(inlines: list[Node]) -> str:
    """A tag of a language as plain text: it is one word."""
    return "".join(str(inline.get("c", "")) for inline in inlines if isinstance(inline, dict))


def _inlines(value: Node) -> list[Node]:
    """The words of one value of the metadata."""
    if not isinstance(value, dict):
        return []
    content = value.get("c")
    if value.get("t") == "MetaString":
        return [{"t": "Str", "c": content}]
    return list(content) if isinstance(content, list) and value.get("t") == "MetaInlines" else []


def _deeper(node: Node, prefix: str) -> Node:
    """A block or inline with its headings one level deeper, and its places and the links to them renamed."""
    if isinstance(node, list):
        return [_deeper(inner, prefix) for inner in node]
    if not isinstance(node, dict):
        return node
    kind, content = str(node.get("t")), node.get("c")
    if not isinstance(content, list):
        return node
    made = [_deeper(inner, prefix) for inner in content]
    if kind in _HOLDS_ATTRIBUTES:
        place = _HOLDS_ATTRIBUTES[kind]
        made[place] = _rename(made[place], prefix)
    if kind == "Header" and isinstance(level := made[0], int):
        made[0] = level + 1
    elif kind == "Link":
        made[2] = _redirect(made[2], prefix)
    return {"t": kind, "c": made}


def _rename(attr: Node, prefix: str) -> Node:
    return [f"{prefix}{attr[0]}", *attr[1:]] if isinstance(attr, list) and attr and attr[0] else attr


def _redirect(target: Node, prefix: str) -> Node:
    if not isinstance(target, list):
        return target
    link = str(target[0])
    if (part := part_of(link)) is not None:
        return [f"#del-{part}-{_BEGINNING}", *target[1:]]
    return [f"#{prefix}{link[1:]}", *target[1:]] if link.startswith("#") else target
