"""The metadata of a Word file: core properties, default language, and the relationships of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from osloregion_docs.ooxml.markup import element, escape, set_attribute
from osloregion_docs.ooxml.package import append_child

CORE = "docProps/core.xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
_NO_RELATIONSHIPS = _DECLARATION + element(
    "Relationships", {"xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"}, ""
)
_RELS = "_rels/.rels"
_TYPES = "[Content_Types].xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def core_properties(title: str, author: str, locale: str, status: str) -> bytes:
    """The part that holds title, author, language and status; no clock, so no dates.

    *Source*: ECMA-376 part 2, section 11 (core properties).
    """
    fields = (
        ("dc:title", title),
        ("dc:creator", author),
        ("dc:language", locale),
        ("cp:contentStatus", status),
    )
    inner = "".join(element(name, {}, escape(text)) for name, text in fields if text)
    return f"{_DECLARATION}{element('cp:coreProperties', _NAMESPACES, inner)}".encode()


def with_core(parts: Mapping[str, bytes], core: bytes) -> dict[str, bytes]:
    """The parts with these core properties, declared where they were not."""
    made = {**parts, CORE: core}
    types = made[_TYPES].decode()
    if CORE not in made[_RELS].decode():
        made[_RELS] = with_relationships(made[_RELS], [relationship("rIdCore", _RELATIONSHIP, CORE)])
    if f'"/{CORE}"' not in types:
        override = element("Override", {"PartName": f"/{CORE}", "ContentType": _TYPE})
        made[_TYPES] = append_child(types, "Types", override).encode()
    return made


def in_locale(styles: bytes, locale: str) -> bytes:
    """The styles with their default language set; the languages of single styles stay."""
    text = styles.decode("utf-8")
    end = text.find("</w:docDefaults>")
    return f"{set_attribute(text[:end], 'w:lang', 'w:val', locale)}{text[end:]}".encode() if end >= 0 else styles


def settings_in_locale(settings: bytes, locale: str) -> bytes:
    """The settings with their theme's language set."""
    return set_attribute(settings.decode("utf-8"), "w:themeFontLang", "w:val", locale).encode("utf-8")


def relationship(id_: str, kind: str, target: str, *, external: bool = False) -> str:
    """An entry of the relationships of a part: its id there, what sort it is of, and what it leads to."""
    mode = {"TargetMode": "External"} if external else {}
    return element("Relationship", {"Id": id_, "Type": kind, "Target": target, **mode})


def with_relationships(rels: bytes | None, added: Iterable[str]) -> bytes:
    """The relationships of a part with others added; None for a part that has none yet."""
    text = _NO_RELATIONSHIPS if rels is None else rels.decode()
    return append_child(text, "Relationships", "".join(added)).encode()


def with_links(rels: bytes | None, addresses: Iterable[tuple[str, str]]) -> bytes:
    """The relationships of a part with links to the web added: pairs of relationship id and address."""
    return with_relationships(rels, [relationship(id_, _LINK, address, external=True) for id_, address in addresses])
