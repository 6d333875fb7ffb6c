"""Word's automatic numbers, as Word prints them; and lists that restart."""

from __future__ import annotations

import pytest

from osloregion_docs.ooxml.numbering import Counter, Numbering, format_number
from osloregion_docs.ooxml.package import check_well_formed
from osloregion_docs.ooxml.reader import NAMESPACE


def level(ilvl: int, form: str, text: str, start: int = 1) -> str:
    """One level of a list, as numbering.xml holds it."""
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{ilvl}">{inner}</w:lvl>'


HEADINGS = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "%3)")
PART = (
    f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0">{HEADINGS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "•")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "upperRoman", "Del %1", 4)}</w:abstractNum>'
    + "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{a}"/></w:num>' for n, a in ((1, 0), (2, 1), (3, 2), (4, 0))
    )
    + "</w:numbering>"
).encode()


def count_paragraphs(*places: tuple[str, int]) -> list[str]:
    """What Word prints before paragraphs at these lists and levels."""
    counter = Counter(Numbering(PART))
    return [counter.next(*place) for place in places]


def test_levels_count_inside_one_another() -> None:
    """A deeper level restarts after a higher one."""
    places = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 2), ("1", 0), ("1", 1), ("1", 2)]

    assert count_paragraphs(*places) == ["1.", "1.1", "1.2", "a)", "b)", "2.", "2.1", "a)"]


def test_deeper_level_without_a_higher_one() -> None:
    """Word counts a level that was passed over as begun."""
    assert count_paragraphs(("1", 1), ("1", 1)) == ["1.1", "1.2"]


def test_list_begins_where_it_says() -> None:
    """A list may begin at another number than one."""
    assert count_paragraphs(("3", 0), ("3", 0)) == ["Del IV", "Del V"]


def test_bullets_have_no_number() -> None:
    """Nothing is printed that belongs into a table of contents."""
    assert count_paragraphs(("2", 0), ("99", 0)) == ["", ""]


def test_lists_of_one_definition_count_on() -> None:
    """Two lists of one definition share their numbers, as in Word."""
    assert count_paragraphs(("1", 0), ("4", 0)) == ["1.", "2."]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (1, "lowerRoman", "i"),
        (4, "upperRoman", "IV"),
        (1994, "upperRoman", "MCMXCIV"),
        (26, "upperLetter", "Z"),
        (27, "lowerLetter", "aa"),
        (3, "decimal", "3"),
        (3, "ordinalText", "3"),
    ],
)
def test_form_of_a_number(number: int, form: str, printed: str) -> None:
    """Roman figures and letters as Word writes them; figures for what is not known here."""
    assert format_number(number, form) == printed


def test_new_list_begins_at_one_on_every_level() -> None:
    """A restarted list overrides the start of each level it has."""
    numbering = Numbering(PART)
    new = numbering.restart("1")
    part = numbering.to_bytes() or b""

    assert part.count(b"<w:startOverride") == part.split(f'w:numId="{new}"'.encode())[1].count(b"startOverride") == 3


def test_new_lists_have_ids_of_their_own() -> None:
    """No two lists are one."""
    numbering = Numbering(PART)

    assert [numbering.restart("1"), numbering.restart("1")] == ["5", "6"]


def test_part_with_new_lists_is_well_formed() -> None:
    """New lists stand after those there are."""
    numbering = Numbering(PART)
    numbering.restart("1")
    part = numbering.to_bytes() or b""

    check_well_formed(part)
    assert part.rindex(b"<w:num ") > part.rindex(b"</w:abstractNum>")


def test_part_without_new_lists_is_untouched() -> None:
    """What was not needed was not changed."""
    assert Numbering(PART).to_bytes() is PART
