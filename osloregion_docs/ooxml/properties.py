"""What a Word file says of itself, and the language it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from osloregion_docs.ooxml.markup import escape

CORE = "docProps/core.xml"
NO_RELATIONSHIPS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_RELS = "_rels/.rels"
_TYPES = "[Content_Types].xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_LANG = re.compile(r'(<w:lang\b[^>]*?w:val=")[^"]*(")')
_THEME_LANG = re.compile(r'(<w:themeFontLang\b[^>]*?w:val=")[^"]*(")')


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
    inner = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields if text)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{inner}</cp:coreProperties>'
    ).encode()


def with_core(parts: Mapping[str, bytes], core: bytes) -> dict[str, bytes]:
    """The parts with these core properties, declared where they were not."""
    made = {**parts, CORE: core}
    rels, types = made[_RELS].decode(), made[_TYPES].decode()
    if CORE not in rels:
        relationship = f'<Relationship Id="rIdCore" Type="{_RELATIONSHIP}" Target="{CORE}"/>'
        made[_RELS] = rels.replace("</Relationships>", relationship + "</Relationships>").encode()
    if f'"/{CORE}"' not in types:
        override = f'<Override PartName="/{CORE}" ContentType="{_TYPE}"/>'
        made[_TYPES] = types.replace("</Types>", override + "</Types>").encode()
    return made


def in_locale(styles: bytes, locale: str) -> bytes:
    """The styles with their default language set; the languages of single styles stay."""
    text = styles.decode("utf-8")
    end = text.find("</w:docDefaults>")
    return (_LANG.sub(rf"\g<1>{locale}\g<2>", text[:end]) + text[end:]).encode("utf-8") if end >= 0 else styles


def settings_in_locale(settings: bytes, locale: str) -> bytes:
    """The settings with their theme's language set."""
    return _THEME_LANG.sub(rf"\g<1>{locale}\g<2>", settings.decode("utf-8")).encode("utf-8")


def with_links(rels: bytes, addresses: Iterable[tuple[str, str]]) -> bytes:
    """The relationships of a part with links to the web added: pairs of relationship id and address."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    added = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{escape(address)}" TargetMode="External"/>'
        for id_, address in addresses
    )
    return rels.decode().replace("</Relationships>", added + "</Relationships>").encode() if added else rels
