"""Reads a part of a Word file as a tree, without entities and without anything from outside, and finds things in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from lxml import etree

from osloregion_docs.ooxml.package import PackageFault

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
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


def qualify(name: str) -> str:
    """The name of an element or attribute of WordprocessingML, as lxml spells it."""
    return f"{{{NAMESPACE}}}{name}"


def iterate(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of that name, in order."""
    return root.iter(qualify(name))


def find(parent: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element at a path of names below another."""
    return None if parent is None else parent.find("/".join(map(qualify, path)))


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute of an element; None where either is missing."""
    return None if element is None else element.get(qualify(name))


def value(parent: etree._Element | None, *path: str) -> str | None:
    """The attribute ``val`` of the element at a path of names."""
    return attribute(find(parent, *path), "val")


def runs(paragraph: etree._Element) -> Iterator[tuple[str, bytes]]:
    """The text of each run of a paragraph with its visible formatting; text boxes in it are paragraphs of their own."""
    for text in iterate(paragraph, "t"):
        if next(text.iterancestors(qualify("p"))) is paragraph:
            yield text.text or "", _formatting(find(text.getparent(), "rPr"))


def text_of(element: etree._Element) -> str:
    """All text in an element."""
    return "".join(text.text or "" for text in iterate(element, "t"))


def enclosing(paragraph: etree._Element, kind: Literal["tr", "tc"]) -> etree._Element | None:
    """The table row or cell that a paragraph is in."""
    return next(paragraph.iterancestors(qualify(kind)), None)


def find_external(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The names of the relationship parts that draw something other than a link in from outside, once for each.

    Raises:
        PackageFault: one of them is not well-formed.
    """
    for name, raw in parts.items():
        if name.endswith(".rels"):
            for entry in parse(raw):
                if entry.get("TargetMode") == "External" and not (entry.get("Type") or "").endswith("/hyperlink"):
                    yield name


def _formatting(properties: etree._Element | None) -> bytes:
    """The formatting of a run, less what readers do not see (language, proofing)."""
    hidden = {qualify("lang"), qualify("noProof")}
    return b"".join(
        etree.tostring(child) for child in (() if properties is None else properties) if child.tag not in hidden
    )
