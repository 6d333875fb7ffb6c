"""Lines and columns in files with front matter and a Markdown body."""

from __future__ import annotations

import pytest

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.read import read_chapter, read_measure
from osloregion_docs.sources.tree import Source, Tree
from tests.years import MEASURE, format_diagnostic

FRONT = MEASURE[: MEASURE.index("- Etablere")]


def tree_of(source: Source | None) -> Tree:
    """A tree of that source alone."""
    assert source is not None
    assert isinstance(source.values, dict)
    return Tree({KeyPath(): source}, source.values)


def place(text: str, path: str, quote: str = "", *, at_key: bool = False) -> tuple[int, int, str]:
    """Line, column and pointed-at text of an address in a measure of that text."""
    finding = Finding(KeyPath.of(path), "", quote=quote, at_key=at_key)
    source, (start, end) = tree_of(read_measure(text.encode(), "gods.md")[0]).locate(finding)
    span = source.span(start, end)
    return span.line, span.column, source.text[start:end]


def test_value_in_front_matter() -> None:
    """The first line of hyphens counts as line 1."""
    assert place(MEASURE, "timeframe") == (3, 12, "løpende")


def test_key_in_front_matter() -> None:
    """An unknown key is pointed at itself, not at its value."""
    assert place(MEASURE, "timeframe", at_key=True) == (3, 1, "timeframe")


def test_entry_of_a_list_by_its_place() -> None:
    """Entries without an id are counted from one."""
    assert place(MEASURE, "parties/responsible/1") == (4, 25, "Sekretariatet")


def test_quote_in_the_body() -> None:
    """The words a rule means are found in the body, line and column."""
    assert place(FRONT + "- Første\n- Andre og tredje\n", "content", "tredje") == (8, 12, "tredje")


def test_quote_after_letters_outside_ascii() -> None:
    """Columns count characters, not bytes."""
    assert place(FRONT + "- Æøå 😀 NTP/ rullering\n", "content", "NTP/ rullering") == (7, 9, "NTP/ rullering")


def test_quote_in_a_nested_list() -> None:
    """Entries of a list inside a list are found with their indent."""
    assert place(FRONT + "- a\n  - b\n    - 8 – 10 brev\n", "content", "8 – 10") == (9, 7, "8 – 10")


def test_quote_that_is_in_the_title_too_is_found_in_the_body() -> None:
    """Only the value that the address names is searched."""
    text = MEASURE.replace("Få mer gods på bane", "NTP/ rullering") + "- NTP/ rullering\n"

    assert place(text, "content", "NTP/ rullering") == (8, 3, "NTP/ rullering")


def test_quote_that_cannot_be_found_points_at_the_whole_value() -> None:
    """Where formatting parts the words, the value itself is pointed at."""
    assert place(FRONT + "**NTP**/ rullering\n", "content", "NTP/ rullering")[:2] == (7, 1)


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("> sitat\n", "7:1"),
        ("æøå\n\n> sitat\n", "9:1"),
        ("- a\n  - æ\n\n        kode\n", "10:9"),
        ("æøå ![bilde](x.png)\n", "7:5"),
    ],
)
def test_fault_in_the_body_is_placed(body: str, where: str) -> None:
    """Faults of Markdown are counted in lines and characters of the file."""
    _source, diagnostics = read_measure((FRONT + body).encode(), "gods.md")

    assert [format_diagnostic(d).split()[0] for d in diagnostics] == [f"gods.md:{where}"]


def test_braces_that_are_no_placeholder_are_pointed_at() -> None:
    """SRC013 points at the braces themselves, not at the start of their paragraph."""
    _source, diagnostics = read_chapter(
        "---\ntitle: Økonomi\n---\n\nÆøå {{ year }} og\nlinje {{ 1 + 1 }}.\n".encode(), "okonomi.md"
    )

    assert [format_diagnostic(d).split(" ")[0] for d in diagnostics] == ["okonomi.md:6:7"]


def test_placeholder_of_a_title_is_checked_in_its_place() -> None:
    """Braces in a chapter's title are placeholders too."""
    _source, diagnostics = read_chapter(b"---\ntitle: Budsjett {{ 2018 + 1 }}\n---\n\nTekst\n", "okonomi.md")

    assert [format_diagnostic(d) for d in diagnostics] == [
        "okonomi.md:2:8 SRC013 two braces begin a placeholder, and this is none"
    ]


def test_excerpt_is_the_line_unchanged() -> None:
    """A diagnostic brings its line along, unchanged."""
    _source, diagnostics = read_measure((FRONT + "  æøå ![b](x.png)  \n").encode(), "gods.md")

    assert diagnostics[0].excerpt == "  æøå ![b](x.png)  "
