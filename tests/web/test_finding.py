"""Finding measures on the web page: by organ, timeframe, area and words, and as a link to what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page

AREA = "tiltaksomrade-verdiskaping-kompetanse"


def shown(page: Page) -> list[str]:
    """The numbers of the measures that can be seen."""
    numbers = page.locator("section.measure h5 > .number")
    return [number.inner_text() for number in numbers.all() if number.is_visible()]


def search(page: Page, words: str) -> list[str]:
    """What a search for these words leaves, once the page has answered it."""
    page.get_by_label("Søk i teksten").fill(words)
    page.wait_for_function("words => new URLSearchParams(location.search).get('q') === words", arg=words.strip())
    return shown(page)


def count(page: Page) -> str:
    """What the page says of how many there are."""
    return page.locator(".filter [role=status]").inner_text()


def offered(page: Page, name: str) -> list[str]:
    """The options of a list that can be chosen."""
    return page.get_by_label(name).locator("option:enabled:not([hidden])").all_inner_texts()


def is_in_sight(page: Page, measure: str) -> bool:
    """Whether the heading of a measure stands in the window."""
    page.wait_for_timeout(100)
    box = page.locator(f"#{measure} h5").bounding_box()
    return box is not None and 0 <= box["y"] < 900


def test_all_are_there_at_first(visitor: Visitor) -> None:
    """Before anything is chosen all ten measures can be seen."""
    assert len(shown(visitor.visit())) == 10


def test_by_party(visitor: Visitor) -> None:
    """Choosing a party leaves the measures it has a part in, whatever its role is."""
    page = visitor.visit()
    page.get_by_label("Organ eller samarbeidspart").select_option("Østlandssamarbeidet")

    assert shown(page) == ["1.1", "1.3", "2.1", "4.1"]


def test_by_timeframe(visitor: Visitor) -> None:
    """Choosing a timeframe leaves the measures with just that one."""
    page = visitor.visit()
    page.get_by_label("Tidsramme").select_option("2018")

    assert shown(page) == ["2.2", "3.2"]


def test_by_area(visitor: Visitor) -> None:
    """Choosing an area leaves its measures."""
    page = visitor.visit()
    page.get_by_label("Tiltaksområde").select_option(AREA)

    assert shown(page) == ["2.1", "2.2"]


def test_choices_add_up(visitor: Visitor) -> None:
    """A measure is shown if it fits every choice."""
    page = visitor.visit()
    page.get_by_label("Organ eller samarbeidspart").select_option("Østlandssamarbeidet")
    page.get_by_label("Tiltaksområde").select_option(AREA)
    page.get_by_label("Tidsramme").select_option("2017–19")

    assert shown(page) == ["2.1"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("mälardalsrådet", ["1.1"], id="as written"),
        pytest.param("malardalsradet", ["1.1"], id="without accents"),
        pytest.param("MIPIM", ["4.2"], id="as written, in capitals"),
        pytest.param("mipim", ["4.2"], id="in small letters"),
        pytest.param("naeringsmiljoer", ["2.1"], id="æ and ø spelled out"),
        pytest.param("nordisk gods", ["1.1"], id="all words, in any order"),
        pytest.param("nordisk mipim", [], id="one word in each of two measures"),
        pytest.param("rullering NTP", ["1.3"], id="in the title"),
        pytest.param("2018-19", ["1.2"], id="a hyphen for a dash"),
        pytest.param("  informasjonskampanjer ", ["4.3"], id="spaces around"),
        pytest.param("ansvar/organisering", [], id="a label that all measures have"),
        pytest.param('<b>"', [], id="signs of HTML"),
    ],
)
def test_by_words(visitor: Visitor, words: str, found: list[str]) -> None:
    """A search finds the measures that hold all its words, however they are written."""
    assert search(visitor.visit(), words) == found


@pytest.mark.parametrize(
    ("words", "marked"), [("ostlandssam", "Østlandssam"), ("naering", "næring"), ("radet", "rådet")]
)
def test_what_was_found_is_marked(visitor: Visitor, words: str, marked: str) -> None:
    """The words found are marked where they stand, as they are written there."""
    page = visitor.visit()
    search(page, words)

    texts = page.evaluate("() => Array.from(CSS.highlights.get('found'), String)")

    assert {text.lower() for text in texts} == {marked.lower()}


def test_no_marks_are_left(visitor: Visitor) -> None:
    """When the search is taken away, so are its marks."""
    page = visitor.visit()
    search(page, "østland")
    page.get_by_role("button", name="Nullstill").click()

    assert page.evaluate("() => CSS.highlights.has('found')") is False


def test_count_is_announced(visitor: Visitor) -> None:
    """How many are shown is said in a live region."""
    page = visitor.visit()
    page.get_by_label("Organ eller samarbeidspart").select_option("Østlandssamarbeidet")

    assert count(page) == "4 av 10 tiltak"


def test_options_tell_what_they_would_leave(visitor: Visitor) -> None:
    """Each option says how many measures it would leave, the other choices being as they are."""
    page = visitor.visit()
    page.get_by_label("Organ eller samarbeidspart").select_option("Østlandssamarbeidet")

    assert offered(page, "Tidsramme") == ["Alle", "2017–19 (1)", "Løpende (3)"]


def test_chosen_option_stays(visitor: Visitor) -> None:
    """What was chosen stays in its list though a search leaves nothing of it; the rest of the lists is empty."""
    page = visitor.visit("?timeframe=2018")
    search(page, "xyzzy")

    assert [offered(page, name) for name in ("Tidsramme", "Tiltaksområde")] == [["Alle", "2018 (0)"], ["Alle"]]


def test_options_come_back(visitor: Visitor) -> None:
    """When the choices are taken away, all options are there again."""
    page = visitor.visit("?q=xyzzy")
    page.get_by_role("button", name="Nullstill").click()

    assert offered(page, "Tidsramme") == ["Alle", "2017–19 (1)", "2018 (2)", "2018–19 (1)", "Løpende (6)"]


def test_empty_areas_are_hidden(visitor: Visitor) -> None:
    """The heading of an area with no measure left is out of sight."""
    page = visitor.visit()
    page.get_by_label("Tiltaksområde").select_option(AREA)

    assert [area.get_attribute("id") for area in page.locator("section.measure-area:visible").all()] == [AREA]


def test_contents_follow(visitor: Visitor) -> None:
    """The contents list the measures that are shown, and no others."""
    page = visitor.visit()
    page.get_by_label("Tidsramme").select_option("2018")

    entries = page.locator(".contents a[href^='#tiltak-']:visible .number").all_inner_texts()

    assert entries == shown(page)


def test_nothing_found(visitor: Visitor) -> None:
    """When no measure fits, the page says so and what to do."""
    page = visitor.visit()
    search(page, "xyzzy")

    assert page.get_by_text("Ingen tiltak passer").is_visible()


def test_reset(visitor: Visitor) -> None:
    """The button brings all measures back."""
    page = visitor.visit("?party=VisitOSLO&q=brand")
    page.get_by_role("button", name="Nullstill").click()

    assert len(shown(page)) == 10


def test_reset_keeps_the_focus_in_the_form(visitor: Visitor) -> None:
    """The button vanishes with what it took away; who pressed it goes on from the search field."""
    page = visitor.visit("?q=brand")
    page.get_by_role("button", name="Nullstill").press("Enter")

    assert page.evaluate("() => document.activeElement.name") == "q"


def test_no_button_without_a_choice(visitor: Visitor) -> None:
    """With nothing to take away there is no button for it."""
    assert not visitor.visit().get_by_role("button", name="Nullstill").is_visible()


def test_choices_stand_in_the_address(visitor: Visitor) -> None:
    """What was chosen is part of the address; what else stands there is left as it was."""
    page = visitor.visit("?ref=7#kapittel-organisering")
    page.get_by_label("Organ eller samarbeidspart").select_option("VisitOSLO")

    assert page.url == visitor.address("handlingsprogram-2018.html") + "?ref=7&party=VisitOSLO#kapittel-organisering"


def test_address_gives_the_choices(visitor: Visitor) -> None:
    """Whoever gets the address sees what was chosen."""
    page = visitor.visit("?party=%C3%98stlandssamarbeidet&q=stortinget")

    assert shown(page) == ["4.1"]


def test_unknown_choice_in_the_address(visitor: Visitor) -> None:
    """A choice that the document does not know is left out."""
    assert len(shown(visitor.visit("?party=Ingen&timeframe=1814"))) == 10


def test_deep_link_to_a_hidden_measure(visitor: Visitor) -> None:
    """An address that points at a measure shows it, though the choices in the same address would hide it."""
    page = visitor.visit("?party=VisitOSLO#tiltak-informasjon")

    assert is_in_sight(page, "tiltak-informasjon")


def test_deep_link_within_the_choices(visitor: Visitor) -> None:
    """An address that points at a measure among those that were chosen leads to it."""
    page = visitor.visit("?q=informasjon#tiltak-informasjon")

    assert is_in_sight(page, "tiltak-informasjon")


def test_it_is_said_that_the_choices_went(visitor: Visitor) -> None:
    """That the choices were taken away to show a measure is announced."""
    page = visitor.visit("?party=VisitOSLO#tiltak-informasjon")

    assert page.locator(".notice[role=status]").inner_text() == "Valgene er nullstilt, så tiltaket kan vises"


def test_cross_reference_to_a_hidden_measure(visitor: Visitor) -> None:
    """A reference in the text leads to its measure, also when the choices hide that, and also the second time."""
    page = visitor.visit("#tiltak-innovasjon-og-naeringsutvikling")
    page.get_by_label("Tidsramme").select_option("2018")
    page.locator("#tiltak-kvaliteter-og-aktorer").get_by_role("link", name="2.1", exact=True).click()

    assert is_in_sight(page, "tiltak-innovasjon-og-naeringsutvikling")


def test_link_to_a_shown_measure_keeps_the_choices(visitor: Visitor) -> None:
    """A link to a measure that can be seen takes nothing away."""
    page = visitor.visit("?timeframe=2018#tiltak-kvaliteter-og-aktorer")

    assert shown(page) == ["2.2", "3.2"]
