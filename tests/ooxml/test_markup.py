"""Text as WordprocessingML: every character as itself, or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from osloregion_docs.ooxml.markup import IllegalCharacter, bookmark_name, escape, inline, run
from osloregion_docs.ooxml.reader import NAMESPACE

TEXT = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff").filter(
        lambda c: c >= " " or c in "\t\n"
    )
)

ILLEGAL = [chr(code) for code in (0x00, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF)]


def read(xml: str) -> str:
    """The text of a run, as Word shows it."""
    signs = {f"{{{NAMESPACE}}}t": None, f"{{{NAMESPACE}}}br": "\n", f"{{{NAMESPACE}}}tab": "\t"}
    root = etree.fromstring(f'<x xmlns:w="{NAMESPACE}">{xml}</x>')
    return "".join(signs[str(e.tag)] or e.text or "" for e in root.iter() if e.tag in signs)


@given(TEXT)
def test_any_text_comes_back_from_a_run(text: str) -> None:
    """Character for character, with line breaks and tabs as Word's own."""
    assert read(run(text)) == text


@given(TEXT.map(lambda text: text.replace("\n", " ").replace("\t", " ")))
def test_any_text_comes_back_from_an_attribute(text: str) -> None:
    """Also where quotes would end it."""
    assert etree.fromstring(f'<x y="{escape(text)}"/>').get("y") == text


@pytest.mark.parametrize("character", ILLEGAL)
def test_character_that_no_word_file_can_hold(character: str) -> None:
    """It is refused by name, and never dropped or passed on."""
    with pytest.raises(IllegalCharacter, match=f"U\\+{ord(character):04X}"):
        inline(f"tekst{character}")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_end_is_one_break(end: str) -> None:
    """However the line was ended."""
    assert read(run(f"en{end}to")) == "en\nto"


def test_bookmark_of_a_short_anchor() -> None:
    """Letters, digits and underscores only."""
    assert bookmark_name("tiltak-gods-og-logistikk") == "tiltak_gods_og_logistikk"


def test_bookmarks_of_long_anchors_differ() -> None:
    """Word cuts names at forty characters, so a digest distinguishes long ones."""
    names = {bookmark_name("tiltak-" + "a" * 60 + end) for end in "xyz"}

    assert len(names) == 3
    assert all(len(name) <= 40 for name in names)
