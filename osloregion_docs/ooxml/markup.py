"""Small pieces of WordprocessingML as strings: text, runs, paragraphs, bookmarks and links."""

from __future__ import annotations

import re
from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAME_LENGTH: Final = 40


class IllegalCharacter(ValueError):
    """A text holds a character that XML cannot hold."""


def escape(text: str) -> str:
    """Text as XML, in content or in an attribute.

    Raises:
        IllegalCharacter: XML 1.0 has no way to write one of its characters.
    """
    if not text.isprintable() and (found := _ILLEGAL.search(text)):
        raise IllegalCharacter(f"the text holds U+{ord(found[0]):04X}, which no Word file can hold: {text[:40]!r}")
    return _escaped(text)


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text or '"' in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def inline(text: str) -> str:
    """Text for inside ``w:t``; line breaks and tabs become Word's own."""
    if text.isprintable():
        return _escaped(text)
    escaped = escape(text)
    escaped = escaped.replace("\r\n", "\n").replace("\r", "\n")
    escaped = escaped.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return escaped.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')


def run(text: str, style: str = "", more: str = "") -> str:
    """A run of text, in a character style if one is named by id; `more` is further XML for its properties."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = f"<w:rPr>{named}{more}</w:rPr>" if named or more else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{inline(text)}</w:t></w:r>'


def opening(style: str, more: str = "") -> str:
    """The beginning of a paragraph in a style named by id; `more` is further XML for its properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'


def paragraph(style: str, runs: str) -> str:
    """A paragraph in a style named by id."""
    return f"{opening(style)}{runs}</w:p>"


def bookmarked(xml: str, name: str, number: int) -> str:
    """XML between the ends of a bookmark; `number` is unique in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{xml}<w:bookmarkEnd w:id="{number}"/>'


def bookmark_name(anchor: str) -> str:
    """An anchor as a bookmark's name: letters, digits and underscores, at most 40, as Word demands."""
    name = re.sub(r"\W", "_", anchor, flags=re.ASCII)
    if len(name) <= _NAME_LENGTH:
        return name
    import hashlib  # noqa: PLC0415 - long anchors are rare

    return f"{name[:31]}_{hashlib.sha256(anchor.encode()).hexdigest()[:8]}"


def link_inside(anchor: str, xml: str) -> str:
    """A link to a bookmark of this document."""
    return f'<w:hyperlink w:anchor="{bookmark_name(anchor)}" w:history="1">{xml}</w:hyperlink>'


def link_outside(relationship: str, xml: str) -> str:
    """A link to the web, whose address stands in the relationship of that id."""
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{xml}</w:hyperlink>'
