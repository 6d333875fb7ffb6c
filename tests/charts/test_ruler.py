"""Lines of words: as wide as they may be, broken where one reads on, and nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.charts.ruler import Ruler
from osloregion_docs.charts.style import LABEL, tidy
from tests.charts.samples import without_breaks

RULER = Ruler()
WORDS = st.text("abcæøåABC -/–", max_size=80)


@given(WORDS, st.floats(30, 300))
def test_no_line_is_wider_than_it_may_be(words: str, width: float) -> None:
    """Lines are broken before they are too wide, in the midst of a word if need be."""
    assert RULER.widest(RULER.wrap(words, width, LABEL), LABEL) <= width


@given(WORDS, st.floats(30, 300))
def test_no_letter_is_lost(words: str, width: float) -> None:
    """The lines hold the words in order."""
    assert without_breaks("".join(RULER.wrap(words, width, LABEL))) == without_breaks(words)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Areal og transport", ["Areal og", "transport"]),
        ("Areal- og transportplan", ["Areal- og", "transportplan"]),
        ("Nærings-/teknologiforum", ["Nærings-/", "teknologifo-", "rum"]),
        ("infrastrukturutbygging", ["infrastruktur-", "utbygging"]),
        ("", [""]),
    ],
)
def test_where_lines_are_broken(words: str, lines: list[str]) -> None:
    """At spaces and hyphens; a word that is too long for its line gets a hyphen."""
    assert RULER.wrap(words, 55, LABEL) == lines


def test_tidy_keeps_hard_spaces() -> None:
    """Line breaks and tabs are spaces, a space that does not break stays, and what cannot be shown goes."""
    assert tidy(" a\n b\tc\u00a0d\x00 ") == "a b c\u00a0d"
