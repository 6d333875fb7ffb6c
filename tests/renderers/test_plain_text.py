"""Plain text as rendered: every value as it is, in lines that any program shows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from osloregion_docs.documents.document import Document
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.plain import MARKDOWN_TEXT, PLAIN_TEXT
from osloregion_docs.renderers.trees.outline import Outline
from tests.conftest import Golden
from tests.renderers.one_measure import document_with
from tests.renderers.pandoc_formats import CALM, ODD, TEMPLATES, TEXTS, as_read, document_of, render_with

MAIN = TEMPLATES / "action_programme" / "main.md"


@pytest.fixture(scope="module")
def text(document_2018: Document) -> str:
    """The action programme of 2018."""
    return render_with(PLAIN_TEXT, document_2018).decode()


def missing(programme: Programme, texts: tuple[str, ...] | list[str]) -> list[str]:
    """The texts that do not come out of every field: two titles, two facts, and five times in the content."""
    shown = as_read(render_with(PLAIN_TEXT, document_of(programme, texts)).decode())
    wanted = {as_read(text) for text in texts}
    return [text for text in wanted if shown.count(text) < 9]


def test_action_programme(golden: Golden, text: str) -> None:
    """The year's programme as plain text."""
    golden("action_programme.nb.txt", text)


def test_same_bytes_every_time(document_2018: Document, text: str) -> None:
    """Rendering again gives the same file."""
    assert render_with(PLAIN_TEXT, document_2018).decode() == text


def test_odd_texts_come_out_of_every_field(programme_2018: Programme) -> None:
    """Character for character, whatever means something elsewhere."""
    assert missing(programme_2018, ODD) == []


@CALM
@given(TEXTS)
def test_any_text_comes_out_of_every_field(programme_2018: Programme, texts: list[str]) -> None:
    """Whatever a source contains."""
    assert missing(programme_2018, texts) == []


def test_lines_are_short(text: str) -> None:
    """A line of a letter or a terminal holds them."""
    assert max(map(len, text.splitlines())) <= 72


def test_headings_are_in_order(document_2018: Document, text: str) -> None:
    """First in the contents, then over their text."""
    headings = [heading.text for heading in Outline(MARKDOWN_TEXT.populate(document_2018, MAIN)).headings]
    shown = as_read(text)

    places = []
    for heading in [*headings, *headings]:
        places.append(shown.find(heading, places[-1] if places else 0))
    assert min(places) >= 0


def test_headings_are_underlined(text: str) -> None:
    """With a sign for each level."""
    lines = text.splitlines()
    below = {lines[n - 1]: line for n, line in enumerate(lines) if re.fullmatch(r"([=~.-])\1+", line)}

    assert below["1. Kort om Osloregionen"] == "=" * 23
    assert below["2.1 Politiske organer"] == "-" * 21
    assert below["Interessepolitisk utvalg"] == "~" * 24
    assert below["1.3 Oppfølging NTP/ rullering NTP"] == "." * 33


def test_facts_stand_side_by_side(text: str) -> None:
    """Labels to the left, values to the right."""
    assert "\nTidsramme            2018–19\nAnsvar/organisering  Sekretariatet\n" in text


def test_address_of_a_link_follows_it(programme_2018: Programme) -> None:
    """Else it would be lost; not so where the link reads as its address."""
    shown = render_with(
        PLAIN_TEXT, document_with(programme_2018, content="[her](https://x.no/a) og <https://y.no/>")
    ).decode()

    assert "her <https://x.no/a> og https://y.no/\n" in shown


def test_ends_with_one_line_break(text: str) -> None:
    """As every text file should."""
    assert re.search(r"[^\n]\n\Z", text)
