"""Styles by the names that Word shows, with what they inherit."""

from __future__ import annotations

import pytest

from osloregion_docs.ooxml.reader import NAMESPACE
from osloregion_docs.ooxml.styles import StyleSheet


def style(id_: str, name: str, based_on: str = "", properties: str = "") -> str:
    """One style, as styles.xml holds it."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    inner = f'<w:name w:val="{name}"/>{base}<w:pPr>{properties}</w:pPr>'
    return f'<w:style w:type="paragraph" w:styleId="{id_}">{inner}</w:style>'


NUMBERED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="1"/>'
SHEET = StyleSheet(
    (
        f'<w:styles xmlns:w="{NAMESPACE}">'
        + style("Brdtekst", "Body Text", properties='<w:outlineLvl w:val="9"/>')
        + style("Overskrift2", "heading 2", properties=NUMBERED)
        + style("Tiltak", "Tiltak", "Overskrift2")
        + style("Unummerert", "Unummerert", "Overskrift2", '<w:numPr><w:numId w:val="0"/></w:numPr>')
        + style("A", "A", "B")
        + style("B", "B", "A")
        + "</w:styles>"
    ).encode()
)


@pytest.mark.parametrize(
    ("name", "id_"),
    [("heading 2", "Overskrift2"), ("Heading 2", "Overskrift2"), ("body text", "Brdtekst"), ("Tabell", None)],
)
def test_id_by_name(name: str, id_: str | None) -> None:
    """A style is known by its name, however cased, and not by the id that a translation gave it."""
    assert SHEET.id_of(name) == id_


@pytest.mark.parametrize(
    ("id_", "level"), [("Overskrift2", 2), ("Tiltak", 2), ("Brdtekst", None), ("Finnes ikke", None)]
)
def test_outline_level(id_: str, level: int | None) -> None:
    """The level counts from one, may be inherited, and body text has none."""
    assert SHEET.outline(id_) == level


@pytest.mark.parametrize(
    ("id_", "place"), [("Overskrift2", ("7", 1)), ("Tiltak", ("7", 1)), ("Unummerert", None), ("Brdtekst", None)]
)
def test_place_in_a_list(id_: str, place: tuple[str, int] | None) -> None:
    """A style may inherit its numbering, or take it back with list 0."""
    assert SHEET.list_place(id_) == place


def test_styles_based_on_one_another_in_a_ring() -> None:
    """A broken template does not cause an endless loop."""
    assert SHEET.outline("A") is None


def test_headings_are_the_styles_with_a_level() -> None:
    """All of them, also those that inherit it."""
    assert SHEET.headings() == {"Overskrift2": 2, "Tiltak": 2, "Unummerert": 2}
