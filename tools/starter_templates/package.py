"""A Word package from its parts: the same parts give the same bytes."""

import zipfile
from io import BytesIO

from formatting import MAIN
from styles import LANGUAGE
from theme import (
    FOOTER_EDGE,
    HEADER_EDGE,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
)

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TIME = (1980, 1, 1, 0, 0, 0)

# Part of word/ -> content type. The relationship has the part's name without its number.
_PARTS = {
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
}
_PICTURE = "media/forside.png"
PICTURE_ID = f"rId{len(_PARTS) + 1}"
_NAMESPACES = {
    "w": MAIN,
    "r": _OFFICE,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}


def story(element: str, inner: str) -> str:
    """The root of the main text, a header or a footer."""
    names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return f"<w:{element}{names}>{inner}</w:{element}>"


def section(top: int = MARGIN_TOP, bottom: int = MARGIN_BOTTOM, edges: str = "", *, title_page: bool = False) -> str:
    """The end of a section on A4; `edges` names its header and footer, its first page may have others."""
    other_first = "<w:titlePg/>" if title_page else ""
    return (
        f'<w:sectPr>{edges}<w:type w:val="nextPage"/><w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{top}" w:right="{MARGIN_RIGHT}" w:bottom="{bottom}" w:left="{MARGIN_LEFT}" '
        f'w:header="{HEADER_EDGE}" w:footer="{FOOTER_EDGE}" w:gutter="0"/>{other_first}</w:sectPr>'
    )


def edges(first: str = "") -> str:
    """The references to the running header and footer; `first` is the one that the first page has as well."""
    ids = {name: f"rId{i}" for i, name in enumerate(_PARTS, 1)}
    also = f'<w:{first}Reference w:type="first" r:id="{ids[first]}"/>' if first else ""
    return "".join(f'<w:{n}Reference w:type="default" r:id="{ids[n]}"/>' for n in ("header", "footer")) + also


def settings_part() -> str:
    """The settings part."""
    return (
        f'<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/>{_COLOUR_MAP}'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


_COLOUR_MAP = (
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
    'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
    'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
)


def packed(document: str, parts: dict[str, str], title: str, picture: bytes = b"") -> bytes:
    """The .docx; `parts` has styles, numbering, settings, theme, header and footer."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _files(document, parts, title, picture).items():
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, content if isinstance(content, bytes) else _HEAD + content)
    return out.getvalue()


def _files(document: str, parts: dict[str, str], title: str, picture: bytes) -> dict[str, str | bytes]:
    links = {f"{name}.xml": f"{_OFFICE}/{name}" for name in _PARTS}
    pictures: dict[str, str | bytes] = {f"word/{_PICTURE}": picture} if picture else {}
    if picture:
        links[_PICTURE] = f"{_OFFICE}/image"
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"word/document.xml": f"{_OFFICE}/officeDocument", "docProps/core.xml": core}),
        "docProps/core.xml": _core(title),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(links),
        **{f"word/{name}.xml": parts[name] for name in _PARTS},
        **pictures,
    }


def _content_types() -> str:
    types = {f"word/{name}.xml": kind for name, kind in _PARTS.items()}
    types["word/document.xml"] = f"{_WORD}.document.main+xml"
    types["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in types.items())
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{relations}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def _relations(links: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{part}"/>' for i, (part, kind) in enumerate(links.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )
