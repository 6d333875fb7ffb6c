"""Finding measures on the web page: by organ, timeframe, area and words, and as a link to what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page

AREA = "tiltaksomrade-verdiskaping-kompetanse"


def list_shown(page: Page) -> list[str]:
    """List the numbers of the visible measures."""
    numbers = page.locator("section.measure h5 > .number")
    return [number.inner_text() for number in numbers.all() if number.is_visible()]


def search(page: Page, words: str) -> list[str]:
    """Search for words, and list the measures found."""
    page.get_by_label("Søk i teksten").fill(words)
    page.wait_for_function("words => new URLSearchParams(location.search).get('q') === words", arg=words.strip())
    return list_shown(page)


def read_count(page: Page) -> str:
    """Return the number of measures that the page shows."""
    return page.locator(".filter [role=status]").inner_text()


def list_options(page: Page, name: str) -> list[str]:
    """List the enabled options of a field."""
    return page.get_by_label(name).locator("option:enabled:not([hidden])").all_inner_texts()


def is_in_sight(page: Page, measure: str) -> bool:
    """Whether the heading of a measure is in the window."""
    page.wait_for_timeout(100)
    box = page.locator(f"#{measure} h5").bounding_box()
    return box is not None and 0 <= box["y"] < 900


def test_all_are_there_at_first(visitor: Visitor) -> None:
    """Without a filter all ten measures are visible."""
    assert len(list_shown(visitor.visit())) == 10


def test_by_party(visitor: Visitor) -> None:
    """Choosing a party leaves the measures it has a part in, whatever its role is."""
    page = visitor.visit()
    page.get_by_label("Organ eller samarbeidspart").select_option("Østlandssamarbeidet")

    assert list_shown(page) == ["1.1", "1.3", "2.1", "4.1"]


def test_by_timeframe(visitor: Visitor) -> None:
    """Choosing a timeframe leaves the measures with just that one."""
    page = visitor.visit()
    page.get_by_label("Tidsramme").select_option("2018")

    assert list_shown(page) == ["2.2", "3.2"]


def test_by_area(visitor: Visitor) -> None:
    """Choosing an area leaves its measures."""
    page = visitor.visit()
    page.get_by_label("Tiltaksområde").select_option(AREA)

    assert list_shown(page) == ["2.1", "2.2"]


def test_choices_add_up(visitor: Visitor) -> None:
    """A measure is shown if it fits every choice."""
    page = visitor.visit()
    page.get_by_label("Organ eller samarbeidspart").select_option("Østlandssamarbeidet")
    page.get_by_label("Tiltaksområde").select_option(AREA)
    page.get_by_label("Tidsramme").select_option("2017–19")

    assert list_shown(page) == ["2.1"]


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
    """The words found are marked as written in the text."""
    page = visitor.visit()
    search(page, words)

    texts = page.evaluate("() => Array.from(CSS.highlights.get('found'), String)")

    assert {text.lower() for text in texts} == {marked.lower()}


def test_no_marks_are_left(visitor: Visitor) -> None:
    """Clearing the search removes its marks."""
    page = visitor.visit()
    search(page, "østland")
    page.get_by_role("button", name="Nullstill").click()

    assert page.evaluate("() => CSS.highlights.has('found')") is False


def test_count_is_announced(visitor: Visitor) -> None:
    """The number shown is announced in a live region."""
    page = visitor.visit()
    page.get_by_label("Organ eller samarbeidspart").select_option("Østlandssamarbeidet")

    assert read_count(page) == "4 av 10 tiltak"


def test_options_show_their_counts(visitor: Visitor) -> None:
    """Each option shows how many measures it would leave with the other filters unchanged."""
    page = visitor.visit()
    page.get_by_label("Organ eller samarbeidspart").select_option("Østlandssamarbeidet")

    assert list_options(page, "Tidsramme") == ["Alle", "2017–19 (1)", "Løpende (3)"]


def test_chosen_option_stays(visitor: Visitor) -> None:
    """A selected option remains in its list when a search leaves no measures; other options are hidden."""
    page = visitor.visit("?timeframe=2018")
    search(page, "xyzzy")

    assert [list_options(page, name) for name in ("Tidsramme", "Tiltaksområde")] == [["Alle", "2018 (0)"], ["Alle"]]


def test_options_come_back(visitor: Visitor) -> None:
    """When the filters are cleared, all options are available again."""
    page = visitor.visit("?q=xyzzy")
    page.get_by_role("button", name="Nullstill").click()

    assert list_options(page, "Tidsramme") == ["Alle", "2017–19 (1)", "2018 (2)", "2018–19 (1)", "Løpende (6)"]


def test_empty_areas_are_hidden(visitor: Visitor) -> None:
    """The heading of an area without visible measures is hidden."""
    page = visitor.visit()
    page.get_by_label("Tiltaksområde").select_option(AREA)

    assert [area.get_attribute("id") for area in page.locator("section.measure-area:visible").all()] == [AREA]


def test_contents_follow(visitor: Visitor) -> None:
    """The contents list the measures that are shown, and no others."""
    page = visitor.visit()
    page.get_by_label("Tidsramme").select_option("2018")

    entries = page.locator(".contents a[href^='#tiltak-']:visible .number").all_inner_texts()

    assert entries == list_shown(page)


def test_nothing_found(visitor: Visitor) -> None:
    """When no measure matches, the page shows a message with advice."""
    page = visitor.visit()
    search(page, "xyzzy")

    assert page.get_by_text("Ingen tiltak passer").is_visible()


def test_reset(visitor: Visitor) -> None:
    """The button shows all measures again."""
    page = visitor.visit("?party=VisitOSLO&q=brand")
    page.get_by_role("button", name="Nullstill").click()

    assert len(list_shown(page)) == 10


def test_reset_keeps_the_focus_in_the_form(visitor: Visitor) -> None:
    """The button disappears after use, and the focus moves to the search field."""
    page = visitor.visit("?q=brand")
    page.get_by_role("button", name="Nullstill").press("Enter")

    assert page.evaluate("() => document.activeElement.name") == "q"


def test_no_button_without_a_choice(visitor: Visitor) -> None:
    """Without a filter there is no reset button."""
    assert not visitor.visit().get_by_role("button", name="Nullstill").is_visible()


def test_filters_are_in_the_address(visitor: Visitor) -> None:
    """Filters are part of the address; its other parts are unchanged."""
    page = visitor.visit("?ref=7#kapittel-organisering")
    page.get_by_label("Organ eller samarbeidspart").select_option("VisitOSLO")

    assert page.url == visitor.address("handlingsprogram-2018.html") + "?ref=7&party=VisitOSLO#kapittel-organisering"


def test_address_gives_the_choices(visitor: Visitor) -> None:
    """Opening the address applies the filters."""
    page = visitor.visit("?party=%C3%98stlandssamarbeidet&q=stortinget")

    assert list_shown(page) == ["4.1"]


def test_unknown_choice_in_the_address(visitor: Visitor) -> None:
    """An unknown filter is ignored."""
    assert len(list_shown(visitor.visit("?party=Ingen&timeframe=1814"))) == 10


def test_deep_link_to_a_hidden_measure(visitor: Visitor) -> None:
    """An address with a measure shows it, even if filters in the same address would hide it."""
    page = visitor.visit("?party=VisitOSLO#tiltak-informasjon")

    assert is_in_sight(page, "tiltak-informasjon")


def test_deep_link_within_the_choices(visitor: Visitor) -> None:
    """An address with a measure among the filtered ones scrolls to it."""
    page = visitor.visit("?q=informasjon#tiltak-informasjon")

    assert is_in_sight(page, "tiltak-informasjon")


def test_reset_is_announced(visitor: Visitor) -> None:
    """A message announces that the filters were cleared to show a measure."""
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

    assert list_shown(page) == ["2.2", "3.2"]
