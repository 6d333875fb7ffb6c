"""Word's table of contents: finds headings and the field, and writes entries with links and, where known, page numbers.

The body is searched as text: a parser that keeps every byte in place does not exist, and this is the largest part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from osloregion_docs.ooxml.markup import (
    TAB,
    bookmark,
    element,
    end_field,
    link_to_bookmark,
    paragraph,
    run,
    run_of_xml,
    start_field,
)
from osloregion_docs.ooxml.numbering import Counter, Numbering
from osloregion_docs.ooxml.package import PackageFault
from osloregion_docs.ooxml.styles import StyleSheet

_FIELD = re.compile(r"<w:instrText[^>]*>(?P<code>\s*TOC\b[^<]*)</w:instrText>")
_MARK = re.compile(r'<w:fldChar\b[^>]*w:fldCharType="(begin|end)"')
_TEXT = re.compile(r"<w:(t)(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br)/>")
_NUMBERED = re.compile(r'<w:numPr>(?:<w:ilvl w:val="(\d+)"/>)?<w:numId w:val="(\d+)"/>')
_PROPERTIES_END, _END = "</w:pPr>", "</w:p>"
_FIRST_BOOKMARK = 500_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading of the body, as the table of contents shows it: `text` is escaped XML."""

    level: int
    number: str
    text: str
    bookmark: str


def mark_headings(body: str, styles: StyleSheet, numbering: Numbering) -> tuple[str, tuple[Entry, ...]]:
    """The body with a bookmark around every heading, and the headings in order, numbered as Word will."""
    levels = styles.headings()
    if not levels:
        return body, ()
    counter, entries, pieces, done = Counter(numbering), list[Entry](), list[str](), 0
    for start, end, style in _find_headings(body, levels):
        xml = body[start:end]
        text = "".join([words if mark == "t" else " " for mark, words in _TEXT.findall(xml)])
        position = _list_position(xml, style, styles)
        number = counter.next(*position) if position else ""
        if not text.strip():
            continue
        entry = Entry(levels[style], number, text, f"_Toc{_FIRST_BOOKMARK + len(entries):09d}")
        entries.append(entry)
        opening = xml.index(_PROPERTIES_END) + len(_PROPERTIES_END)
        inner = bookmark(xml[opening : -len(_END)], entry.bookmark, _FIRST_BOOKMARK + len(entries))
        pieces += [body[done:start], xml[:opening], inner, _END]
        done = end
    return "".join((*pieces, body[done:])), tuple(entries)


def fill(
    body: str, entries: Sequence[Entry], pages: Sequence[int] | None, styles: StyleSheet, *, refresh: bool = True
) -> str:
    """The body with its table of contents filled in.

    Without `pages` Word updates the field when it opens the file, unless `refresh` is off.
    """
    field = _FIELD.search(body)
    if field is None or not entries:
        return body
    start, end = _extent(body, field)
    first, last = _levels_shown(field["code"])
    shown = [(entry, index) for index, entry in enumerate(entries) if first <= entry.level <= last]
    if not shown:
        return body
    lines = [(_style(entry, styles), _link(entry, pages[index] if pages else None)) for entry, index in shown]
    lines[0] = (lines[0][0], start_field(field["code"], refresh=refresh and pages is None) + lines[0][1])
    lines[-1] = (lines[-1][0], lines[-1][1] + end_field())
    written = "".join([paragraph(style, runs) for style, runs in lines])
    return body.replace(body[start:end], written, 1)  # the first such field; copies the body once only


def has_table_of_contents(body: str) -> bool:
    """Whether the body holds a table of contents."""
    return _FIELD.search(body) is not None


def _find_headings(body: str, levels: dict[str, int]) -> Iterator[tuple[int, int, str]]:
    """Where each heading paragraph begins and ends, and its style."""
    ids, done = "|".join(re.escape(style) for style in levels), 0
    for match in re.finditer(f'<w:pStyle w:val="({ids})"/>', body):
        start = max(body.rfind("<w:p>", done, match.start()), body.rfind("<w:p ", done, match.start()))
        done = body.index(_END, match.end()) + len(_END)
        yield start, done, match[1]


def _list_position(xml: str, style: str, styles: StyleSheet) -> tuple[str, int] | None:
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
            return start, body.index(_END, mark.end()) + len(_END)
    raise PackageFault("the field of the table of contents is not closed")


def _style(entry: Entry, styles: StyleSheet) -> str:
    return styles.id_of(f"toc {entry.level}") or f"TOC{entry.level}"


def _link(entry: Entry, page: int | None) -> str:
    number = run(entry.number) + TAB if entry.number else ""
    shown = "" if page is None else _page(entry.bookmark, page)
    return link_to_bookmark(entry.bookmark, f"{number}{run_of_xml(entry.text)}{shown}")


def _page(bookmark: str, page: int) -> str:
    number = element("w:r", {}, element("w:t", {}, str(page)))
    return TAB + start_field(f" PAGEREF {bookmark} \\h ") + number + end_field()
