"""Pictures in Pandoc's tree: a figure that names its picture, and what a format puts in its place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

import orjson

from osloregion_docs.documents.document import Document, Picture, pictures
from osloregion_docs.renderers.pandoc.values import Node, inlines

if TYPE_CHECKING:
    from osloregion_docs.renderers.trees.outline import Element

MARK: Final = "picture"
"""The class of a figure that represents a picture."""
_KEY: Final = "picture"
"""The attribute that identifies the picture."""
Make: TypeAlias = "Callable[[Picture, str], list[Element]]"
"""Creates the replacement of a picture; the text is its anchor the first time that it is shown, then empty."""


def figure(picture: Picture) -> Node:
    """A picture as it is populated: a figure with its caption and its name, and with its alternative text inside."""
    caption: list[Node] = [{"t": "Plain", "c": inlines(picture.caption)}]
    content: list[Node] = [{"t": "Plain", "c": inlines(picture.alternative)}]
    attr: Node = [picture.anchor, [MARK], [[_KEY, _key(picture)]]]
    return {"t": "Figure", "c": [attr, [None, caption], content]}


def with_pictures(populated: bytes, document: Document, make: Make) -> bytes:
    """The tree with what `make` makes of each picture in its place; as it is, if the document has none."""
    found = {_key(picture): picture for picture in pictures(document)}
    if not found:
        return populated
    from osloregion_docs.renderers.trees.outline import rewrite  # noqa: PLC0415 - only documents with pictures need it

    shown: set[str] = set()

    def replace(part: Element) -> list[Element] | None:
        if part["t"] != "Figure" or MARK not in part["c"][0][1]:
            return None
        anchor, _, keys = part["c"][0]
        first = "" if anchor in shown else anchor
        shown.add(anchor)
        return make(found[dict(keys)[_KEY]], first)

    whole = orjson.loads(populated)
    whole["blocks"] = rewrite(whole["blocks"], replace)
    return orjson.dumps(whole)


def _key(picture: Picture) -> str:
    """A key that is unique to a picture: its name is not, where documents are merged."""
    return hashlib.sha256(picture.model_dump_json().encode()).hexdigest()
