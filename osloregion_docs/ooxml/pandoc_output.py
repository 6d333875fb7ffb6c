"""Completes Word files that Pandoc wrote: headings counted by Word, tables with a header column, empty contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from osloregion_docs.ooxml.markup import element, end_field, start_field, start_tag, value
from osloregion_docs.ooxml.numbering import list_in_format
from osloregion_docs.ooxml.package import append_child

_PROPERTIES_END: Final = "</w:pPr>"
_MARK: Final = re.compile(rf"{_PROPERTIES_END}\s*<!--heading (\d+)-->")
_LIST_INDENT: Final = re.compile(r'w:left="(\d+)" w:hanging="360"')
_PANDOCS_STEP, _STEP, _HANGING = 720, 340, 737
_HEADER_COLUMN: Final = element(
    "w:tblLook",
    {
        "w:val": "0680",
        "w:firstRow": 0,
        "w:lastRow": 0,
        "w:firstColumn": 1,
        "w:lastColumn": 0,
        "w:noHBand": 1,
        "w:noVBand": 1,
    },
)

CONTENTS_START: Final = (
    start_tag("w:sdt")
    + element(
        "w:sdtPr",
        {},
        element("w:docPartObj", {}, value("w:docPartGallery", "Table of Contents"), element("w:docPartUnique")),
    )
    + start_tag("w:sdtContent")
)
"""What opens the content control of a table of contents; its paragraphs follow."""
CONTENTS_END: Final = "</w:sdtContent></w:sdt>"


def contents_field(deepest: int) -> str:
    """The field of a table of contents without entries, for headings down to that level."""
    return start_field(f' TOC \\o "1-{deepest}" \\h \\z \\u ') + end_field()


def mark_heading(index: int) -> str:
    """A comment by which a heading is known again in what Pandoc writes."""
    return f"<!--heading {index}-->"


def normalize(part: str) -> str:
    """A part of Pandoc's with empty tags written as in all our parts."""
    return part.replace(" />", "/>")


def with_heading_properties(body: str, properties: Callable[[int], str]) -> str:
    """The body with properties added to its marked headings, by their index, and without the marks."""
    return _MARK.sub(lambda mark: properties(int(mark[1])) + _PROPERTIES_END, body)


def with_header_columns(body: str, style: str) -> str:
    """The body with a header column, and no header row, in the tables whose first cell is in that style."""
    first_cell = (
        r"<w:tblLook [^>]*/>(?=</w:tblPr><w:tblGrid>(?:<w:gridCol [^>]*/>)*</w:tblGrid>"
        r"(?:</?w:(?:tr|trPr|tc|tcPr)(?: [^>]*)?/?>|<w:tblHeader[^>]*/>)*"
        rf"<w:p><w:pPr>{re.escape(value('w:pStyle', style))})"
    )
    return re.sub(first_cell, _HEADER_COLUMN, body)


def with_heading_lists(numbering: str, lists: Sequence[tuple[int, int, Sequence[str]]]) -> str:
    """The lists of Pandoc, indented as ours are, and those that headings are counted in.

    A list is its id, the number it starts with, and for each level what follows its number.
    """
    numbering = _LIST_INDENT.sub(
        lambda indent: f'w:left="{int(indent[1]) // _PANDOCS_STEP * _STEP}" w:hanging="{_STEP}"', numbering
    ).replace(value("w:lvlText", "o"), value("w:lvlText", "–"))
    formats = "".join(_list_format(*list_) for list_ in lists)
    at = numbering.find("<w:num ")
    used = "".join(list_in_format(id_, id_) for id_, *_ in lists)
    return append_child(f"{numbering[:at]}{formats}{numbering[at:]}", "w:numbering", used)


def _list_format(id_: int, start: int, endings: Sequence[str]) -> str:
    levels = [
        element(
            "w:lvl",
            {"w:ilvl": level},
            value("w:start", 1 if level else start),
            value("w:numFmt", "decimal"),
            value("w:suff", "tab"),
            value("w:lvlText", ".".join(f"%{n + 1}" for n in range(level + 1)) + ending),
            value("w:lvlJc", "left"),
            element("w:pPr", {}, element("w:ind", {"w:left": 0, "w:hanging": _HANGING})),
        )
        for level, ending in enumerate(endings)
    ]
    return element("w:abstractNum", {"w:abstractNumId": id_}, value("w:multiLevelType", "multilevel"), *levels)
