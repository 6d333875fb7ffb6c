"""The text of a case by its headings: what each part contains, and where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.case_sections import HEADINGS, read_case_sections
from osloregion_docs.sources.read import read_case
from osloregion_docs.sources.tree import Tree

FRONT = "---\ntitle: Årsrapport æøå\nkind: decision\n---\n"
PIECES = st.lists(
    st.sampled_from(
        [
            "## Bakgrunn",
            "## Vedtak",
            "## Annet",
            "### Under",
            "- punkt",
            "  - under",
            "ord æ 😀",
            "",
            "Vedtak\n---",
            "> s",
            "```",
        ]
    )
    | st.text(max_size=12)
)


def place(text: str, path: str, *, at_key: bool = False) -> tuple[int, str]:
    """Line of an address in a case of that text, and what is pointed at."""
    source, diagnostics = read_case(text.encode(), "sak.md")
    assert source is not None, diagnostics
    assert isinstance(source.values, dict)
    found, (start, end) = Tree({KeyPath(): source}, source.values).locate(Finding(KeyPath.of(path), "", at_key=at_key))
    return found.span(start, end).line, found.text[start:end]


TEXT = FRONT + "\n## Bakgrunn\n\nÆrlig talt 😀.\n\n### Før\n\nIngenting.\n\n## Vedtak\n\nGodkjennes.\n"


def test_part_is_below_its_heading() -> None:
    """Up to the next heading of its level, less the empty lines around it."""
    assert place(TEXT, "content/background") == (8, "Ærlig talt 😀.\n\n### Før\n\nIngenting.")


def test_last_part_ends_with_the_file() -> None:
    """The last one goes on to the end."""
    assert place(TEXT, "content/decision") == (16, "Godkjennes.")


def test_key_of_a_part_is_its_heading() -> None:
    """A diagnostic of a whole part points at its heading."""
    assert place(TEXT, "content/decision", at_key=True) == (14, "## Vedtak")


def test_heading_that_is_underlined_is_one() -> None:
    """Markdown's other way to write a heading of level 2."""
    assert list(read_case_sections("Vedtak\n------\n\nGodkjennes.\n").values) == ["decision"]


def test_braces_in_a_part_are_placeholders() -> None:
    """As in the chapters of the programme."""
    assert [fault.code for fault in read_case_sections("## Vedtak\n\n{{ 1 + 1 }}\n").faults] == ["SRC013"]


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_heading_begins_its_part(heading: str) -> None:
    """The table and the reading agree."""
    assert list(read_case_sections(f"## {heading}\n\nTekst.\n").values) == [HEADINGS[heading]]


@given(PIECES)
def test_any_text_is_split_or_refused(pieces: list[str]) -> None:
    """No text crashes the reading, each part has its place, and places do not overlap."""
    text = "\n".join(pieces)
    parts = read_case_sections(text)
    size = len(text.encode())
    ends = [at for part in parts.places.values() for at in (*part.heading, *part.text)]

    assert set(parts.places) == set(parts.values)
    assert ends == sorted(ends)
    assert all(0 <= at <= size for at in ends)
