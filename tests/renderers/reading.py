"""A Word file read back, as its readers see it; with lxml alone, so that nothing of ours checks itself."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{W}t": None, f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011"}


@dataclass(frozen=True)
class Shown:
    """One paragraph: the id of its style, its text, and its level in a list."""

    style: str
    text: str
    level: int


def body(package: bytes) -> etree._Element:
    """The body of a Word file."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found = root.find(f"{W}body")
    assert found is not None
    return found


def paragraphs(package: bytes) -> list[Shown]:
    """The paragraphs of the body in order, those of tables and text boxes among them, without what instructs fields."""
    return [_show(paragraph) for paragraph in body(package).iter(f"{W}p")]


def after_contents(package: bytes) -> list[Shown]:
    """The paragraphs from the first chapter on: after the cover and the table of contents."""
    shown = paragraphs(package)
    first = next(place for place, paragraph in enumerate(shown) if paragraph.style == "Heading1")
    return shown[first:]


def text_of(package: bytes) -> str:
    """All text after the contents, a paragraph a line."""
    return "\n".join(paragraph.text for paragraph in after_contents(package))


def _show(paragraph: etree._Element) -> Shown:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    return Shown(
        "" if style is None else style.get(f"{W}val") or "",
        "".join(_pieces(paragraph)),
        0 if level is None else int(level.get(f"{W}val") or 0),
    )


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(*_SIGNS):
        if next(element.iterancestors(f"{W}p")) is paragraph and element.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            yield _SIGNS[str(element.tag)] or element.text or ""
