"""The table of contents: headings found and numbered, its field filled in."""

from __future__ import annotations

import pytest

from osloregion_docs.ooxml import toc
from osloregion_docs.ooxml.markup import paragraph, run
from osloregion_docs.ooxml.numbering import Numbering
from osloregion_docs.ooxml.package import check_well_formed
from osloregion_docs.ooxml.reader import NAMESPACE
from osloregion_docs.ooxml.styles import StyleSheet
from tests.ooxml.test_numbering import PART
from tests.ooxml.test_styles import style

LISTED = '<w:numPr><w:ilvl w:val="{0}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{0}"/>'
STYLES = StyleSheet(
    (
        f'<w:styles xmlns:w="{NAMESPACE}">'
        + style("H1", "heading 1", properties=LISTED.format(0))
        + style("H2", "heading 2", properties=LISTED.format(1))
        + style("I1", "toc 1")
        + style("T", "Body Text")
        + "</w:styles>"
    ).encode()
)
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p><w:p><w:r><w:t>gammelt</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
BODY = "".join(
    (
        paragraph("H1", run("Om &< oss")),
        paragraph("T", run("tekst")),
        paragraph("H2", run("Styret")),
        paragraph("H1", run(" ")),
        paragraph("H1", run("Økonomi")),
    )
)


def find_headings(body: str) -> tuple[str, tuple[toc.Entry, ...]]:
    """The headings of a body in these styles."""
    return toc.mark_headings(body, STYLES, Numbering(PART))


def whole(body: str) -> bytes:
    """A body as a part of its own, to parse."""
    return f'<w:body xmlns:w="{NAMESPACE}">{body}</w:body>'.encode()


def test_headings_are_numbered_as_word_does() -> None:
    """An empty heading has no entry, and still counts."""
    assert [(e.level, e.number, e.text) for e in find_headings(BODY)[1]] == [
        (1, "1.", "Om &amp;&lt; oss"),
        (2, "1.1", "Styret"),
        (1, "3.", "Økonomi"),
    ]


def test_each_heading_gets_a_bookmark() -> None:
    """As many bookmarks as entries, each with a name and number of its own."""
    body, entries = find_headings(BODY)

    assert [body.count(f'w:name="{entry.bookmark}"') for entry in entries] == [1] * len(entries)


def test_bookmarks_change_no_text() -> None:
    """The text of the body is unchanged, and well-formed."""
    body, _entries = find_headings(BODY)

    check_well_formed(whole(body))
    assert toc._TEXT.findall(body) == toc._TEXT.findall(BODY)


def test_heading_with_its_own_numbering() -> None:
    """A paragraph may take itself out of its style's list."""
    unnumbered = '<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    plain = f"<w:p><w:pPr>{unnumbered}</w:pPr>{run('Forord')}</w:p>"

    assert [entry.number for entry in find_headings(plain + BODY)[1]] == ["", "1.", "1.1", "3."]


def test_body_without_headings() -> None:
    """Nothing is changed where there is nothing to find."""
    assert find_headings(paragraph("T", run("tekst"))) == (paragraph("T", run("tekst")), ())


def test_field_shows_the_levels_it_asks_for() -> None:
    """Level two is left out where the field says 1-1."""
    body, entries = find_headings(FIELD + BODY)
    filled = toc.fill(body, entries, [3, 4, 5], STYLES)

    assert [filled.count(f"PAGEREF {entry.bookmark} ") for entry in entries] == [1, 0, 1]


def test_old_entries_are_gone() -> None:
    """What the template showed as contents is replaced."""
    body, entries = find_headings(FIELD + BODY)

    assert "gammelt" not in toc.fill(body, entries, [3, 4, 5], STYLES)


@pytest.mark.parametrize(("pages", "marks"), [([3, 4, 5], 0), (None, 1)])
def test_field_is_marked_for_word_only_without_pages(pages: list[int] | None, marks: int) -> None:
    """Without page numbers Word is asked to refresh the field; with them it is left alone."""
    body, entries = find_headings(FIELD + BODY)

    assert toc.fill(body, entries, pages, STYLES).count('w:dirty="true"') == marks


def test_page_numbers_are_shown() -> None:
    """Each entry shows the page of its heading."""
    body, entries = find_headings(FIELD + BODY)
    filled = toc.fill(body, entries, [3, 4, 5], STYLES)

    assert [page for page in ("3", "4", "5") if f"<w:t>{page}</w:t>" in filled] == ["3", "5"]


def test_filled_body_is_well_formed() -> None:
    """Fields and links are closed."""
    body, entries = find_headings(FIELD + BODY)
    filled = toc.fill(body, entries, [3, 4, 5], STYLES)

    check_well_formed(whole(filled))
    assert filled.count('fldCharType="begin"') == filled.count('fldCharType="end"')


def test_body_without_a_field_is_untouched() -> None:
    """No contents are put where the template wants none."""
    body, entries = find_headings(BODY)

    assert toc.fill(body, entries, None, STYLES) == body


def test_field_that_is_not_closed() -> None:
    """A template whose field never ends is not cut off at some other place."""
    body, entries = find_headings(FIELD.replace('"end"', '"separate"') + BODY)

    with pytest.raises(ValueError, match="is not closed"):
        toc.fill(body, entries, None, STYLES)
