"""Markdown as rendered: what GitHub would show is what the document says, and its links lead somewhere."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given

from osloregion_docs.documents.document import Document
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.pandoc.run import pandoc
from osloregion_docs.renderers.plain import MARKDOWN_TEXT
from osloregion_docs.renderers.trees.github_line import NEW_LINE, LineWriter, heading_names
from osloregion_docs.renderers.trees.outline import text_of
from tests.conftest import Golden
from tests.renderers.one_measure import document_with
from tests.renderers.pandoc_formats import CALM, ODD, TEXTS, as_read, document_of, list_expected, render_with


@pytest.fixture(scope="module")
def markdown(document_2018: Document) -> str:
    """The action programme of 2018."""
    return render_with(MARKDOWN_TEXT, document_2018).decode()


def read_back(markdown: bytes) -> list[Any]:
    """The blocks that a reader of GitHub's Markdown finds."""
    blocks: list[Any] = json.loads(pandoc(["--from", "gfm-gfm_auto_identifiers", "--to", "json"], markdown))["blocks"]
    return blocks


def is_heading_of_measure(block: Any) -> bool:
    """Whether a block is the numbered heading of a measure."""
    return block["t"] == "Header" and block["c"][0] == 5 and bool(re.match(r"1\.\d+", text_of(block["c"][2])))


def facts_of(table: Any) -> list[str]:
    """The second cell of each row of a table."""
    rows = [row for body in table["c"][4] for row in body[3]]
    return [as_read(cell_text(row[1][1])) for row in rows]


def measures(markdown: bytes) -> list[dict[str, list[str]]]:
    """The content of each measure: title, facts and content."""
    found: list[dict[str, list[str]]] = []
    for block in read_back(markdown):
        if is_heading_of_measure(block):
            title = re.sub(r"^1\.\d+", "", text_of(block["c"][2]))
            found.append({"title": [as_read(title)], "facts": [], "content": []})
        elif found and block["t"] == "Table" and not found[-1]["facts"]:
            found[-1]["facts"] = facts_of(block)
        elif found and block["t"] == "Para" and len(found[-1]["content"]) < 4:
            found[-1]["content"].append(as_read(text_of(block["c"])))
    return [{**one, "content": one["content"][1:]} for one in found]


def cell_text(cell: Any) -> str:
    """The text of a cell, with its line breaks."""
    return "".join(
        "\n" if inline["t"] == "RawInline" and inline["c"][1] == "<br>" else text_of([inline])
        for block in cell[4]
        for inline in block["c"]
    )


def write_inlines(*inlines: dict[str, Any]) -> str:
    """A line with those inlines."""
    return LineWriter({"her": "sted"}).line(list(inlines), NEW_LINE)  # type: ignore[arg-type]


def word(text: str) -> dict[str, Any]:
    return {"t": "Str", "c": text}


def test_action_programme(golden: Golden, markdown: str) -> None:
    """The year's programme as Markdown."""
    golden("action_programme.nb.md", markdown)


def test_same_bytes_every_time(document_2018: Document, markdown: str) -> None:
    """Rendering again gives the same file."""
    assert render_with(MARKDOWN_TEXT, document_2018).decode() == markdown


def test_odd_texts_come_out_of_every_field(programme_2018: Programme) -> None:
    """What GitHub shows is the text, character for character."""
    found = measures(render_with(MARKDOWN_TEXT, document_of(programme_2018, ODD)))

    assert found == [list_expected(text) for text in ODD]


@CALM
@given(TEXTS)
def test_any_text_comes_out_of_every_field(programme_2018: Programme, texts: list[str]) -> None:
    """Whatever a source contains."""
    filled = [f"x{text}" if not as_read(text) else text for text in texts]
    found = measures(render_with(MARKDOWN_TEXT, document_of(programme_2018, filled)))

    assert found == [list_expected(text) for text in filled]


def test_links_lead_to_headings(markdown: str) -> None:
    """Every link inside leads to the name that GitHub gives a heading."""
    headings = [text_of(block["c"][2]) for block in read_back(markdown.encode()) if block["t"] == "Header"]
    targets = re.findall(r"\]\(#([^)]*)\)", markdown)

    assert set(targets) - set(heading_names(headings)) == set()


def test_contents_name_every_heading(markdown: str) -> None:
    """In the order of the document."""
    headings = [text_of(block["c"][2]) for block in read_back(markdown.encode()) if block["t"] == "Header"]
    entries = re.findall(r"(?m)^ *- \[(.*)\]\(#", markdown)

    assert entries == headings[2:]


def test_no_html_but_line_breaks(markdown: str) -> None:
    """And those only in cells of tables."""
    assert set(re.findall(r"<[^>]*>", markdown)) == {"<br>"}
    assert {line[0] for line in markdown.splitlines() if "<br>" in line} == {"|"}


def test_ends_with_one_line_break(markdown: str) -> None:
    """As every text file should."""
    assert re.search(r"[^\n]\n\Z", markdown)


def test_link_to_a_measure(programme_2018: Programme) -> None:
    """Its number leads to its heading."""
    assert (
        "[1.1](#11-gods)" in render_with(MARKDOWN_TEXT, document_with(programme_2018, content="Se [](gods).")).decode()
    )


def test_names_of_headings_are_github_s() -> None:
    """Small letters, hyphens for spaces, other signs dropped, doubles numbered."""
    texts = ["1. Kort om", "Gods/logistikk – nå", "A", "a", "a", "a-1", "Blå_bær 😀"]

    assert heading_names(texts) == ["1-kort-om", "godslogistikk--nå", "a", "a-1", "a-2", "a-1-1", "blå_bær-"]


@pytest.mark.parametrize(
    ("inlines", "line"),
    [
        ((word("a"), {"t": "Strong", "c": [word("b")]}, word("c")), "a**b**c"),
        ((word("a"), {"t": "Strong", "c": [word("(b)")]}, word("c")), "a(b)c"),
        (({"t": "Strong", "c": [word("b"), {"t": "Space"}]}, word("c")), "**b** c"),
        (({"t": "Emph", "c": [word("a")]}, {"t": "Strong", "c": [word("b")]}), "*a*b"),
        (({"t": "Link", "c": [[], [word("a")], ["#her", ""]]},), "[a](#sted)"),
        (({"t": "Link", "c": [[], [word("a]")], ["https://x.no/(a) b", ""]]},), "[a\\]](<https://x.no/(a) b>)"),
        ((word("a"), {"t": "LineBreak"}, word("-"), {"t": "Space"}, word("b")), "a\\\n\\- b"),
    ],
)
def test_looks_that_would_show_their_marks_are_left_out(inlines: tuple[dict[str, Any], ...], line: str) -> None:
    """Bold and italic where GitHub reads them as such; elsewhere the words alone."""
    assert write_inlines(*inlines) == line
