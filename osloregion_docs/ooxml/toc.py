"""Word's table of contents: its field found, its entries written, with links and, where known, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from osloregion_docs.ooxml.markup import bookmarked
from osloregion_docs.ooxml.numbering import Counter, Numbering
from osloregion_docs.ooxml.package import PackageFault
from osloregion_docs.ooxml.styles import StyleSheet

_FIELD = re.compile(r"<w:instrText[^>]*>(?P<code>\s*TOC\b[^<]*)</w:instrText>")
_MARK = re.compile(r'<w:fldChar\b[^>]*w:fldCharType="(begin|end)"')
_TEXT = re.compile(r"<w:(t)(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br)/>")
_NUMBERED = re.compile(r'<w:numPr>(?:<w:ilvl w:val="(\d+)"/>)?<w:numId w:val="(\d+)"/>')
_FIRST_BOOKMARK = 500_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading of the body, as the table of contents shows it: `text` is escaped XML."""

    level: int
    number: str
    text: str
    bookmark: str


def headings(body: str, styles: StyleSheet, numbering: Numbering) -> tuple[str, tuple[Entry, ...]]:
    """The body with a bookmark around every heading, and the headings in order, numbered as Word will."""
    levels = styles.headings()
    if not levels:
        return body, ()
    counter, entries, pieces, done = Counter(numbering), list[Entry](), list[str](), 0
    for start, end, style in _headings(body, levels):
        xml = body[start:end]
        text = "".join([words if mark == "t" else " " for mark, words in _TEXT.findall(xml)])
        place = _list_place(xml, style, styles)
        number = counter.next(*place) if place else ""
        if not text.strip():
            continue
        entry = Entry(levels[style], number, text, f"_Toc{_FIRST_BOOKMARK + len(entries):09d}")
        entries.append(entry)
        opening = xml.index("</w:pPr>") + len("</w:pPr>")
        inner = bookmarked(xml[opening : -len("</w:p>")], entry.bookmark, _FIRST_BOOKMARK + len(entries))
        pieces += [body[done:start], xml[:opening], inner, "</w:p>"]
        done = end
    return "".join((*pieces, body[done:])), tuple(entries)


def filled(body: str, entries: Sequence[Entry], pages: Sequence[int] | None, styles: StyleSheet) -> str:
    """The body with its table of contents filled in; without `pages` the field is marked for Word to refresh."""
    field = _FIELD.search(body)
    if field is None or not entries:
        return body
    start, end = _extent(body, field)
    first, last = _levels_shown(field["code"])
    shown = [(entry, place) for place, entry in enumerate(entries) if first <= entry.level <= last]
    dirty = ' w:dirty="true"' if pages is None else ""
    opening = (
        f'<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{field["code"]}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    closing = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = [_line(entry, pages[place] if pages else None, styles) for entry, place in shown]
    if not lines:
        return body
    lines[0] = lines[0].replace("</w:pPr>", "</w:pPr>" + opening, 1)
    lines[-1] = lines[-1].removesuffix("</w:p>") + closing + "</w:p>"
    return body.replace(body[start:end], "".join(lines), 1)  # the first such field; copies the body once only


def has_table_of_contents(body: str) -> bool:
    """Whether the body holds a table of contents."""
    return _FIELD.search(body) is not None


def _headings(body: str, levels: dict[str, int]) -> Iterator[tuple[int, int, str]]:
    """Where each heading paragraph begins and ends, and its style."""
    ids, done = "|".join(re.escape(style) for style in levels), 0
    for match in re.finditer(f'<w:pStyle w:val="({ids})"/>', body):
        start = max(body.rfind("<w:p>", done, match.start()), body.rfind("<w:p ", done, match.start()))
        done = body.index("</w:p>", match.end()) + len("</w:p>")
        yield start, done, match[1]


def _list_place(xml: str, style: str, styles: StyleSheet) -> tuple[str, int] | None:
    own = _NUMBERED.search(xml) if "<w:numPr>" in xml else None
    if own is None:
        return styles.list_place(style)
    return None if own[2] == "0" else (own[2], int(own[1] or 0))


def _levels_shown(code: str) -> tuple[int, int]:
    shown = re.search(r'\\o\s+"(\d)-(\d)"', code)
    return (int(shown[1]), int(shown[2])) if shown else (1, 9)


def _extent(body: str, field: re.Match[str]) -> tuple[int, int]:
    """From the paragraph in which the field begins to the end of the one in which it ends."""
    begins = body.rfind("<w:fldChar", 0, field.start())
    start = max(body.rfind("<w:p>", 0, begins), body.rfind("<w:p ", 0, begins))
    depth = 1
    for mark in _MARK.finditer(body, field.end()):
        depth += 1 if mark[1] == "begin" else -1
        if depth == 0:
            return start, body.index("</w:p>", mark.end()) + len("</w:p>")
    raise PackageFault("the field of the table of contents is not closed")


def _line(entry: Entry, page: int | None, styles: StyleSheet) -> str:
    style = styles.id_of(f"toc {entry.level}") or f"TOC{entry.level}"
    number = f'<w:r><w:t xml:space="preserve">{entry.number}</w:t></w:r><w:r><w:tab/></w:r>' if entry.number else ""
    text = f'<w:r><w:t xml:space="preserve">{entry.text}</w:t></w:r>'
    shown = "" if page is None else _page(entry.bookmark, page)
    link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{number}{text}{shown}</w:hyperlink>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{link}</w:p>'


def _page(bookmark: str, page: int) -> str:
    return (
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{page}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
