"""A part of a Word file as a tree, read without entities and without anything from outside."""

from __future__ import annotations

from typing import Final

from lxml import etree

from osloregion_docs.ooxml.package import PackageFault

_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)


def parse(part: bytes) -> etree._Element:
    """The root of a part.

    Raises:
        PackageFault: it is not well-formed, or nested deeper than any document is.
    """
    try:
        return etree.fromstring(part, _PARSER)
    except etree.XMLSyntaxError as error:
        raise PackageFault(f"a part cannot be read: {error.msg}") from error
