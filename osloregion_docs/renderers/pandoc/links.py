"""Links between built documents: on the web they lead from page to page."""

from __future__ import annotations

from typing import Final

import orjson

from osloregion_docs.renderers.pandoc.values import DOCUMENT, attributes
from osloregion_docs.renderers.trees.outline import Element, rewrite

_MARK: Final = f'["{DOCUMENT}"]'.encode()


def to_pages(populated: bytes) -> bytes:
    """The tree in which links to built documents lead to their web pages; taken apart only if it has such links."""
    if _MARK not in populated:
        return populated
    tree = orjson.loads(populated)
    return orjson.dumps({**tree, "blocks": rewrite(tree["blocks"], _to_page)})


def _to_page(element: Element) -> list[Element] | None:
    if element["t"] != "Link" or DOCUMENT not in element["c"][0][1]:
        return None
    _, words, (target, title) = element["c"]
    return [{"t": "Link", "c": [attributes(), words, [f"{target.removesuffix('.pdf')}.html", title]]}]
