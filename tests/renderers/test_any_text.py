"""Any text in any field comes out of the Word file character for character, or nothing is written."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from osloregion_docs.errors import RenderingFailed
from osloregion_docs.model.programme import Programme
from tests.renderers.one_measure import as_word, document_of_texts
from tests.renderers.reading import after_contents

TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("&<>\"'{}%#|😀👩‍👩‍👧 \u00a0\u200d\u202e" + string.punctuation),
    min_size=1,
    max_size=60,
)
CALM = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
FIELDS = {"Tiltaksomraade": 1, "Tiltak": 1, "Faktaverdi": 4}


def fields(package: bytes) -> dict[str, list[str]]:
    """The text of the paragraphs of each style that shows a text of the measure."""
    found: dict[str, list[str]] = {}
    for paragraph in after_contents(package):
        found.setdefault(paragraph.style, []).append(paragraph.text)
    return found


@CALM
@given(TEXT)
@example("{{ 7*7 }}{% raw %}{# #}")
@example("&amp; <w:p> ]]> <!-- -->")
@example("  mellomrom  ")
@example("\u2028\u00ad")
@example("å" * 10_000)
@example("%1 \\1 \\g<1> $1")
def test_any_text_comes_out_of_every_field(programme_2018: Programme, template_file: Path, text: str) -> None:
    """Title, area, all parties, and the content in its three looks: each holds the text, whole."""
    found = fields(as_word(document_of_texts(programme_2018, text), template_file).content)

    assert found["Tiltaksomraade"] == [text]
    assert found["Tiltak"] == [text]
    assert found["Faktaverdi"] == ["2018", *[text] * 4]
    assert found["BodyText"].count(text * 3) == 1


@pytest.mark.parametrize("text", ["én\nto", "én\tto", "\nfør", "etter\n", "en\r\nto"])
def test_line_breaks_and_tabs_come_out_of_every_field(
    programme_2018: Programme, template_file: Path, text: str
) -> None:
    """Also in a title, which the template shows in the description of a table too."""
    found = fields(as_word(document_of_texts(programme_2018, text), template_file).content)

    assert found["Faktaverdi"] == ["2018", *[text.replace("\r\n", "\n")] * 4]


@CALM
@given(TEXT)
def test_any_text_leaves_the_rest_alone(programme_2018: Programme, template_file: Path, text: str) -> None:
    """As many paragraphs as with a plain word."""
    plain, odd = (as_word(document_of_texts(programme_2018, words), template_file).content for words in ("ord", text))

    assert [p.style for p in after_contents(plain)] == [p.style for p in after_contents(odd)]


@CALM
@given(TEXT)
def test_any_text_gives_the_same_bytes(programme_2018: Programme, template_file: Path, text: str) -> None:
    """Rendering twice gives the same file."""
    document = document_of_texts(programme_2018, text)

    assert as_word(document, template_file).content == as_word(document, template_file).content


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x0c", "\x1b", "\ud83d", "\ufffe", "\uffff"])
def test_control_character_is_refused(programme_2018: Programme, template_file: Path, character: str) -> None:
    """Nothing is written that Word could not open, and nothing is dropped."""
    with pytest.raises(RenderingFailed, match=f"U\\+{ord(character):04X}"):
        as_word(document_of_texts(programme_2018, f"før{character}etter"), template_file)
