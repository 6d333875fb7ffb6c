"""What a reader finds in a document of any format: its text, and its headings in order; with libraries of others."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from lxml import etree, html

from osloregion_docs.ooxml.numbering import Counter, Numbering
from osloregion_docs.ooxml.styles import StyleSheet
from tests.renderers.reading import W, body

_FURNITURE = re.compile(r"(?m)^(?:.* · .*|Side \d+ av \d+)\r?$")
"""Header and footer of a page, which may be in the middle of a paragraph."""
_OFFICE_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def squeeze(text: str) -> str:
    """A text without what lines and pages put into it: white space, and the hyphens of broken words."""
    return re.sub(r"[\s\u00ad\ufffe\x02\u200b-]+", "", text)


def text_of(package: bytes, format_: str) -> str:
    """All text of a document."""
    return _TEXTS[format_](package)


def headings_of(package: bytes, format_: str) -> list[str]:
    """The headings of a document below its title, with the numbers that readers see."""
    return [" ".join(heading.split()) for heading in _HEADINGS[format_](package)]


def _word_text(package: bytes) -> str:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if re.match(r"word/(document|header|footer)", name)]
    return " ".join(text.text or "" for part in parts for text in etree.fromstring(part).iter(f"{W}t"))


def _word_headings(package: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        styles, lists = StyleSheet(archive.read("word/styles.xml")), Numbering(archive.read("word/numbering.xml"))
    counter = Counter(lists)
    for paragraph in body(package).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val") or ""
        if styles.outline(name) is None:
            continue
        own = paragraph.find(f"{W}pPr/{W}numPr")
        place = styles.list_place(name) if own is None else (_attribute(own, "numId"), int(_attribute(own, "ilvl")))
        number = counter.next(*place) if place else ""
        yield f"{number} {''.join(text.text or '' for text in paragraph.iter(f'{W}t'))}"


def _attribute(holder: etree._Element, child: str) -> str:
    found = holder.find(f"{W}{child}")
    return "0" if found is None else found.get(f"{W}val") or "0"


def _pdf_text(package: bytes) -> str:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(package)]
    return "\n".join([pages[0], *(_FURNITURE.sub("", page) for page in pages[1:]), *_FURNITURE.findall(pages[-1])])


def _pdf_headings(package: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(package)) as pdf, pdf.open_outline() as outline:
        stack = list(reversed(outline.root))
        while stack:
            item = stack.pop()
            yield item.title
            stack += reversed(item.children)


def _html_headings(package: bytes) -> Iterator[str]:
    main = html.fromstring(package.decode()).find(".//main")
    assert main is not None
    for heading in main.iter("h2", "h3", "h4", "h5", "h6"):
        yield "".join(heading.itertext())


def _odt_headings(package: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    for heading in content.iter(f"{_OFFICE_TEXT}h"):
        for sign in heading.iter(f"{_OFFICE_TEXT}tab", f"{_OFFICE_TEXT}s"):
            sign.text = " "
        yield "".join(str(text) for text in heading.itertext())


def _odt_text(package: bytes) -> str:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        parts = [archive.read(name) for name in ("content.xml", "styles.xml")]
    return " ".join(str(text) for part in parts for text in etree.fromstring(part).itertext())


def _markdown_headings(package: bytes) -> Iterator[str]:
    _title, contents, *headings = re.findall(r"(?m)^#+ (.+)$", package.decode())
    assert contents == "Innholdsfortegnelse"
    yield from (re.sub(r"\\(\W)", r"\1", heading) for heading in headings)


def _markdown_text(package: bytes) -> str:
    without_links = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", package.decode())
    return re.sub(r"\\(\W)|\*\*|<br ?/?>", r"\1", without_links)


_TEXTS: dict[str, Callable[[bytes], str]] = {
    "docx": _word_text,
    "docx-simple": _word_text,
    "pdf": _pdf_text,
    "html": lambda package: str(html.fromstring(package.decode()).text_content()),
    "odt": _odt_text,
    "md": _markdown_text,
    "txt": bytes.decode,
}
_HEADINGS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "docx": _word_headings,
    "docx-simple": _word_headings,
    "pdf": _pdf_headings,
    "html": _html_headings,
    "odt": _odt_headings,
    "md": _markdown_headings,
}
