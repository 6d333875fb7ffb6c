"""The elements of a Word file as strings: text, runs, paragraphs and their properties, bookmarks, links and fields.

Properties are written in the order in which the schema wants them; callers keep it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAME_LENGTH: Final = 40
_NO_ATTRIBUTES: Final[Mapping[str, object]] = {}


class IllegalCharacter(ValueError):
    """A text holds a character that XML cannot hold."""


def escape(text: str) -> str:
    """Text as XML, in content or in an attribute.

    Raises:
        IllegalCharacter: XML 1.0 has no way to write one of its characters.
    """
    if not text.isprintable() and (found := _ILLEGAL.search(text)):
        raise IllegalCharacter(f"the text holds U+{ord(found[0]):04X}, which no Word file can hold: {text[:40]!r}")
    return _escape_printable(text)


def _escape_printable(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text or '"' in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def start_tag(tag: str, attributes: Mapping[str, object] = _NO_ATTRIBUTES) -> str:
    """The start tag of an element, for content that is not written as one string."""
    return f"<{tag}{_write_attributes(attributes)}>"


def element(tag: str, attributes: Mapping[str, object] = _NO_ATTRIBUTES, *children: str) -> str:
    """An element with its attributes, whose values are escaped here, around XML; an empty tag without `children`."""
    start = f"<{tag}{_write_attributes(attributes)}" if attributes else f"<{tag}"
    return f"{start}>{''.join(children)}</{tag}>" if children else f"{start}/>"


def value(tag: str, of: object) -> str:
    """An element whose one attribute is ``w:val``, as most properties are."""
    return f'<{tag} w:val="{escape(str(of))}"/>'


def _write_attributes(attributes: Mapping[str, object]) -> str:
    return "".join([f' {name}="{escape(str(of))}"' for name, of in attributes.items()])


def set_attribute(xml: str, tag: str, name: str, of: str) -> str:
    """XML with an attribute of every element of that tag changed, where the element has it."""
    return re.sub(rf'(<{tag}\b[^>]*? {name}=")[^"]*', lambda start: start[1] + escape(of), xml)


_SPACE: Final = {"xml:space": "preserve"}
_TEXT: Final = start_tag("w:t", _SPACE)
_TEXT_END: Final = "</w:t>"
_BREAK: Final = f"{_TEXT_END}{element('w:br')}{_TEXT}"
_TAB: Final = f"{_TEXT_END}{element('w:tab')}{_TEXT}"

TAB: Final = element("w:r", {}, element("w:tab"))
"""A run that is a tab."""
BOLD: Final = element("w:b") + element("w:bCs")
ITALIC: Final = element("w:i") + element("w:iCs")
KEEP_WITH_NEXT: Final = element("w:keepNext")
PAGE_BREAK_BEFORE: Final = element("w:pageBreakBefore")


def inline(text: str) -> str:
    """Text for inside ``w:t``; line breaks and tabs become Word's own."""
    if text.isprintable():
        return _escape_printable(text)
    escaped = escape(text)
    escaped = escaped.replace("\r\n", "\n").replace("\r", "\n")
    return escaped.replace("\n", _BREAK).replace("\t", _TAB)


def run(text: str, style: str = "", properties: str = "") -> str:
    """A run of text, in a character style if one is named by id."""
    return run_of_xml(inline(text), style, properties)


def run_of_xml(text: str, style: str = "", properties: str = "") -> str:
    """A run of text that is escaped already."""
    if style:
        properties = value("w:rStyle", style) + properties
    if properties:
        properties = element("w:rPr", {}, properties)
    return f"<w:r>{properties}{_TEXT}{text}{_TEXT_END}</w:r>"


def language(code: str) -> str:
    """The run property that names the language of a text."""
    return value("w:lang", code)


def paragraph(style: str, runs: str, properties: str = "") -> str:
    """A paragraph in a style named by id, with further properties."""
    return f"<w:p><w:pPr>{value('w:pStyle', style)}{properties}</w:pPr>{runs}</w:p>"


def spacing(**attributes: object) -> str:
    """The paragraph property of distances: `before`, `after` and `line` in twentieths of a point."""
    return element("w:spacing", {f"w:{name}": of for name, of in attributes.items()})


def indent(left: int) -> str:
    """The paragraph property that sets its text in, in twentieths of a point."""
    return element("w:ind", {"w:left": left})


def list_position(list_id: object, level: int) -> str:
    """The paragraph property that numbers it in a list."""
    return element("w:numPr", {}, value("w:ilvl", level), value("w:numId", list_id))


def bookmark(xml: str, name: str, number: int) -> str:
    """XML between the ends of a bookmark; `number` is unique in the document."""
    start = element("w:bookmarkStart", {"w:id": number, "w:name": name})
    return f"{start}{xml}{element('w:bookmarkEnd', {'w:id': number})}"


def bookmark_name(anchor: str) -> str:
    """An anchor as a bookmark's name: letters, digits and underscores, at most 40, as Word demands."""
    name = re.sub(r"\W", "_", anchor, flags=re.ASCII)
    if len(name) <= _NAME_LENGTH:
        return name
    import hashlib  # noqa: PLC0415 - long anchors are rare

    return f"{name[:31]}_{hashlib.sha256(anchor.encode()).hexdigest()[:8]}"


def link_to_bookmark(name: str, xml: str) -> str:
    """A link to a bookmark of this document."""
    return element("w:hyperlink", {"w:anchor": name, "w:history": 1}, xml)


def link_to_address(relationship: str, xml: str) -> str:
    """A link to the address that the relationship of that id has."""
    return element("w:hyperlink", {"r:id": relationship, "w:history": 1}, xml)


def start_field(code: str, *, refresh: bool = False) -> str:
    """The runs before the result of a field; `refresh` asks Word to update it when the file is opened."""
    dirty = {"w:dirty": "true"} if refresh else {}
    instruction = element("w:r", {}, element("w:instrText", _SPACE, code))
    return f"{_field_mark('begin', dirty)}{instruction}{_field_mark('separate', {})}"


def end_field() -> str:
    """The run after the result of a field."""
    return _field_mark("end", {})


def _field_mark(kind: str, attributes: Mapping[str, object]) -> str:
    return element("w:r", {}, element("w:fldChar", {"w:fldCharType": kind, **attributes}))
