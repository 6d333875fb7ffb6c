"""Adds values for the page template to the metadata of Pandoc's tree."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

import orjson

from osloregion_docs.renderers.pandoc.values import Node

Value: TypeAlias = "str | Attribute | Raw | Sequence[Value] | Mapping[str, Value]"

_META: Final = b'"meta":{'


class Raw:
    """The text of a file that goes into the page as it is: a style sheet, a script, a drawing."""

    def __init__(self, writer: str, file: Path) -> None:
        self.writer = writer
        self.text = file.read_text("utf-8")


class Attribute:
    """A text that is valid anywhere in HTML, also in an attribute: Pandoc alone would leave its quotation marks."""

    writer = "html"

    def __init__(self, text: str) -> None:
        self.text = html.escape(text)


def on_page(tree: bytes, values: Mapping[str, Value]) -> bytes:
    """The tree with these values for its page; the tree itself, which may be large, is not taken apart for it."""
    added = orjson.dumps({name: _meta(value) for name, value in values.items()})[1:-1]
    before, mark, after = tree.partition(_META)
    comma = b"" if after.startswith(b"}") else b","
    return b"".join((before, mark, added, comma, after))


def _meta(value: Value) -> Node:
    """A value as Pandoc's metadata holds it."""
    if isinstance(value, str):
        return {"t": "MetaString", "c": value}
    if isinstance(value, Raw | Attribute):
        return {"t": "MetaInlines", "c": [{"t": "RawInline", "c": [value.writer, value.text]}]}
    if isinstance(value, Mapping):
        return {"t": "MetaMap", "c": {name: _meta(inner) for name, inner in value.items()}}
    return {"t": "MetaList", "c": [_meta(inner) for inner in value]}
