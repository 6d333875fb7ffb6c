"""Markdown to blocks and runs: nothing is printed that is a comment, and nothing is lost that is text."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from osloregion_docs.model.content import Content, ListBlock, plain, walk_blocks, walk_runs
from osloregion_docs.sources.markdown import read_markdown

CONTENT: TypeAdapter[Content] = TypeAdapter(Content)
WORDS = st.lists(
    st.text(string.ascii_letters + string.digits + "æøåÆØÅé", min_size=1, max_size=12), min_size=1, max_size=30
)


def content(text: str, *, placeholders: bool = False) -> Content:
    """The blocks of a valid Markdown text."""
    prose = read_markdown(text, placeholders=placeholders)
    assert prose.faults == []
    return CONTENT.validate_python(prose.blocks)


def read_text(text: str, *, placeholders: bool = False) -> str:
    """All that a Markdown text says."""
    return plain(tuple(walk_runs(content(text, placeholders=placeholders))))


@given(WORDS)
def test_paragraph_of_words_comes_back_whole(words: list[str]) -> None:
    """Words with single spaces between them are one paragraph of the same words."""
    text = " ".join(words)

    assert read_text(text) == text


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_paragraphs_are_parted_by_empty_lines(paragraphs: list[list[str]]) -> None:
    """As many paragraphs come back as were written, and in their order."""
    texts = [" ".join(words) for words in paragraphs]

    assert [plain(block.runs) for block in content("\n\n".join(texts)) if block.kind == "paragraph"] == texts


@given(st.text(st.sampled_from("abc \n-*_#>[]()!`<&|~1.:\\{}æ"), max_size=80))
def test_no_letter_is_lost(text: str) -> None:
    """Whatever the Markdown, its letters are printed, or a fault says why not."""
    assume("<!--" not in text)
    prose = read_markdown(text, placeholders=False)
    blocks = CONTENT.validate_python([] if prose.faults else prose.blocks)
    links = "".join(run.link for run in walk_runs(blocks))

    written, read = re.sub("[^abcæ]", "", text), re.sub("[^abcæ]", "", plain(tuple(walk_runs(blocks))) + links)
    assert prose.faults or sorted(written) == sorted(read)


@pytest.mark.parametrize(
    "text",
    [
        "før <!-- notat --> etter",
        "før\n\n<!-- notat -->\n\netter",
        "før\n\n<!-- notat\nover flere\nlinjer -->\n\netter",
    ],
)
def test_comment_is_not_printed(text: str) -> None:
    """Text between <!-- and --> is for those who write, also over several lines."""
    assert read_text(text).split() in (["før", "etter"], ["føretter"])


def test_definition_of_a_link_is_not_lost() -> None:
    """A paragraph such as "[1]: vedlegg" defines a link for Markdown; it is printed or named, and does not vanish."""
    prose = read_markdown("[1]: vedlegg\n", placeholders=False)

    assert prose.faults or "vedlegg" in str(prose.blocks)


def test_comment_in_a_list_is_not_printed() -> None:
    """A comment of several lines under a list entry is not printed either."""
    assert read_text("- punkt\n\n  <!-- notat\n  over to linjer -->\n") == "punkt"


def test_comment_leaves_one_space() -> None:
    """A comment between two words leaves one space between them, not two."""
    assert read_text("før <!-- notat --> etter") == "før etter"


def test_raw_html_is_printed_as_text() -> None:
    """HTML is text like any other: it is neither run nor dropped."""
    assert read_text("en <b>fet</b> påstand") == "en <b>fet</b> påstand"


def test_lines_of_raw_html_stay_apart() -> None:
    """Words at the ends of two lines of HTML are not glued together."""
    assert read_text("<div>\nen\nto\n</div>").split() == ["<div>", "en", "to", "</div>"]


def test_braces_in_a_measure_are_text() -> None:
    """A measure binds nothing: braces are printed unchanged."""
    assert read_text("Formelen {{ 7*7 }} og {% if x %} står") == "Formelen {{ 7*7 }} og {% if x %} står"


def test_placeholder_in_a_chapter() -> None:
    """In a chapter an address between braces becomes a placeholder, with its form."""
    [paragraph] = content("på {{ budget/reserve | spelled }} kroner", placeholders=True)
    assert paragraph.kind == "paragraph"

    assert [(run.text, run.placeholder and (run.placeholder.path, run.placeholder.form)) for run in paragraph.runs] == [
        ("på ", None),
        ("", ("budget/reserve", "spelled")),
        (" kroner", None),
    ]


def test_placeholder_alone_in_its_paragraph_is_an_insert() -> None:
    """A whole part is put in where its address is alone."""
    assert [block.kind for block in content("{{ strategy/roles }}", placeholders=True)] == ["insert"]


@pytest.mark.parametrize("braces", ["{{ 1 + 1 }}", "{{ }}", "{{year}", "{{ a b }}", "{{ x() }}", "{{ ''.__class__ }}"])
def test_braces_that_hold_no_address_are_a_fault(braces: str) -> None:
    """Nothing between braces is ever run; what is no address is SRC013."""
    assert [fault[2] for fault in read_markdown(f"tekst {braces}", placeholders=True).faults] == ["SRC013"]


def test_nested_list_keeps_its_depth() -> None:
    """Entries know how deep they lie."""
    blocks = content("- a\n  - b\n    1. c\n- d\n")

    assert [(plain(block.runs), depth) for block, depth in walk_blocks(blocks) if block.kind == "paragraph"] == [
        ("a", 1),
        ("b", 2),
        ("c", 3),
        ("d", 1),
    ]


def test_numbered_list_is_known() -> None:
    """A list with figures is ordered, one with hyphens is not."""
    assert [block.ordered for block in content("1. a\n\ntekst\n\n- b\n") if isinstance(block, ListBlock)] == [
        True,
        False,
    ]


def test_numbered_list_that_begins_at_five_is_not_renumbered_silently() -> None:
    """A list that the author numbers from 5 is not printed from 1 without a word."""
    prose = read_markdown("5. femte\n6. sjette\n", placeholders=False)

    assert prose.faults or "5" in str(prose.blocks)


def test_looks_and_links() -> None:
    """Bold, italic and links are the looks there are."""
    [paragraph] = content("**fet** og *kursiv* og [her](https://x.no)")
    assert paragraph.kind == "paragraph"

    assert [(run.text, run.strong, run.emphasis, run.link) for run in paragraph.runs if run.text != " og "] == [
        ("fet", True, False, ""),
        ("kursiv", False, True, ""),
        ("her", False, False, "https://x.no"),
    ]


def test_link_without_words_keeps_its_target() -> None:
    """A link that prints a number has no text of its own."""
    [paragraph] = content("punkt [](gods)")
    assert paragraph.kind == "paragraph"

    assert [(run.text, run.link) for run in paragraph.runs] == [("punkt ", ""), ("", "gods")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("> sitat", "a quotation"),
        ("    kode", "a block of code (a line indented by four spaces or more, or between ```)"),
        ("```\nkode\n```", "a block of code (a line indented by four spaces or more, or between ```)"),
        ("![alt](bilde.png)", "a picture"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a table"),
        ("***", "a horizontal line"),
    ],
)
def test_what_has_no_place_is_named(text: str, what: str) -> None:
    """Each kind of thing that the documents cannot show is SRC012, by name."""
    faults = read_markdown(text, placeholders=False).faults

    assert [fault[2:4] for fault in faults] == [("SRC012", f"there is no place for {what}")]


@pytest.mark.parametrize(
    ("text", "placeholders"), [("## Tittel", False), ("# Tittel", True), ("#### Tittel", True), ("- ## Tittel", True)]
)
def test_heading_where_there_is_none_to_be(text: str, placeholders: bool) -> None:
    """Measures have no headings, chapters those of level two and three outside lists."""
    assert [fault[2] for fault in read_markdown(text, placeholders=placeholders).faults] == ["SRC012"]


@pytest.mark.parametrize("mark", ["-", "- ", "> ", "*", "[", "![", "`", "<", "&", "1. ", "{{", "_", "#", "\\"])
def test_two_hundred_thousand_of_one_mark_do_not_crash(mark: str) -> None:
    """A paste gone wrong ends in blocks or in faults."""
    prose = read_markdown(mark * (200_000 // len(mark)), placeholders=True)

    assert prose.faults or CONTENT.validate_python(prose.blocks) is not None
