"""Accessibility of the web page: axe-core, keyboard, large text, and target sizes (WCAG 2.2 AA)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import DESKTOP, PHONE, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
CONTROLS = "a[href], summary, input, select, button"


def find_violations(page: Page) -> list[str]:
    """List the violations that axe-core reports."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe_playwright_python is not installed")
    found = axe.Axe().run(page, options={"runOnly": list(TAGS), "resultTypes": ["violations"]})
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "after",
    ["", "?q=region+samarbeid#tiltak-arenaer", "?q=xyzzy"],
    ids=["whole", "chosen", "nothing found"],
)
def test_axe(visitor: Visitor, scheme: str, size: tuple[int, int], after: str) -> None:
    """axe-core finds nothing, in either scheme, on phone and desktop, with any filter."""
    assert find_violations(visitor.visit(after, scheme=scheme, size=size)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_with_open_contents(visitor: Visitor, scheme: str) -> None:
    """axe-core finds nothing when the contents are unfolded on a phone."""
    page = visitor.visit(scheme=scheme, size=PHONE)
    page.locator(".contents summary").click()

    assert find_violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_on_the_start_page(visitor: Visitor, scheme: str) -> None:
    """axe-core finds nothing on the start page."""
    assert find_violations(visitor.visit(file="index.html", scheme=scheme)) == []


def test_whole_button_on_the_start_page(visitor: Visitor) -> None:
    """The size next to the name of a format is part of the button, and a click on it opens the file."""
    page = visitor.visit(file="index.html", size=PHONE)
    with page.expect_navigation():
        page.locator(".files li", has_text="Nettside").first.click(position={"x": 5, "y": 5})

    assert page.url == visitor.address("handlingsprogram-2018.html")


# ---- The keyboard alone


def find_focused(page: Page) -> str:
    """Return the index of the focused control."""
    return str(page.evaluate("all => [...document.querySelectorAll(all)].indexOf(document.activeElement)", CONTROLS))


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_tab_reaches_everything(visitor: Visitor, size: tuple[int, int]) -> None:
    """The Tab key reaches every visible control once; of the appearance options, the selected one."""
    page = visitor.visit("?q=region", size=size)
    wanted = page.evaluate(
        """all => [...document.querySelectorAll(all)].flatMap((one, place) =>
            one.checkVisibility() && !(one.type === 'radio' && !one.checked) ? [String(place)] : [])""",
        CONTROLS,
    )
    reached = []
    for _ in wanted:
        page.keyboard.press("Tab")
        reached.append(find_focused(page))

    assert sorted(reached) == sorted(wanted)


def test_focus_is_seen(visitor: Visitor) -> None:
    """The focused control has a ring of three pixels."""
    page = visitor.visit("?q=region")
    without = []
    for _ in range(page.locator(CONTROLS).count()):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            """() => {
                const one = document.activeElement
                const shown = one.type === 'radio' ? one.nextElementSibling : one
                const { outlineStyle, outlineWidth } = getComputedStyle(shown)
                return one === document.body ? 'solid 3px' : `${outlineStyle} ${outlineWidth}`
            }"""
        )
        if ring != "solid 3px":
            without.append(page.evaluate("() => document.activeElement.outerHTML.slice(0, 80)"))

    assert without == []


def test_focus_is_not_covered(visitor: Visitor) -> None:
    """On a phone no focused control is behind the sticky bar."""
    page = visitor.visit(size=PHONE)
    covered = []
    for _ in range(40):
        page.keyboard.press("Tab")
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if page.evaluate(
            """() => {
                const [one, bar] = [document.activeElement, document.querySelector('.contents')]
                return !bar.contains(one) && one.closest('main')
                    && one.getBoundingClientRect().top < bar.getBoundingClientRect().bottom
            }"""
        ):
            covered.append(page.evaluate("() => document.activeElement.outerHTML"))

    assert covered == []


def test_skip_link(visitor: Visitor) -> None:
    """The first Tab stop skips the contents and leads into the document."""
    page = visitor.visit()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("() => !!document.activeElement.closest('main')")


def test_choosing_by_keyboard(visitor: Visitor) -> None:
    """An organ can be chosen by typing the beginning of its name."""
    page = visitor.visit()
    page.get_by_label("Organ eller samarbeidspart").focus()
    page.keyboard.type("Visit")

    assert page.locator(".count").inner_text() == "1 av 10 tiltak"


def test_arrow_keys_choose(visitor: Visitor) -> None:
    """An option is chosen with the arrow keys."""
    page = visitor.visit()
    page.get_by_label("Tidsramme").focus()
    page.keyboard.press("ArrowDown")

    assert page.get_by_label("Tidsramme").input_value() == "2017–19"


def test_arrow_keys_pass_over_what_would_leave_nothing(visitor: Visitor) -> None:
    """From one option that leaves measures the arrow key leads to the next that does."""
    page = visitor.visit("?party=%C3%98stlandssamarbeidet&timeframe=2017%E2%80%9319")
    page.get_by_label("Tidsramme").focus()
    page.keyboard.press("ArrowDown")

    assert page.get_by_label("Tidsramme").input_value() == "Løpende"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_resetting_by_keyboard(visitor: Visitor, key: str) -> None:
    """Tab leads from the last choice to the button, and either key presses it."""
    page = visitor.visit("?area=tiltaksomrade-interessepolitikk")
    page.get_by_label("Tiltaksområde").focus()
    page.keyboard.press("Tab")
    page.keyboard.press(key)

    assert page.locator(".count").inner_text() == "10 av 10 tiltak"


def test_enter_in_the_search_field(visitor: Visitor) -> None:
    """Enter in the search field leaves the page where it is."""
    page = visitor.visit()
    page.get_by_label("Søk i teksten").fill("brand")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search === '?q=brand'")

    assert page.locator(".count").inner_text() == "1 av 10 tiltak"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_contents_by_keyboard(visitor: Visitor, key: str) -> None:
    """On a phone either key unfolds the contents."""
    page = visitor.visit(size=PHONE)
    page.locator(".contents summary").press(key)

    assert page.locator(".contents a").first.is_visible()


def test_escape_folds_the_contents(visitor: Visitor) -> None:
    """On a phone Escape folds the contents, and the focus returns to their heading."""
    page = visitor.visit(size=PHONE)
    page.locator(".contents summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    assert page.evaluate(
        "() => [document.activeElement.tagName, document.querySelector('.contents details').open]"
    ) == [
        "SUMMARY",
        False,
    ]


# ---- Large text, small screens, unsteady hands


@pytest.mark.parametrize("after", ["", "?q=region#tiltak-arenaer"], ids=["whole", "chosen"])
@pytest.mark.parametrize("file", ["handlingsprogram-2018.html", "index.html"])
def test_no_sideways_scroll(visitor: Visitor, file: str, after: str) -> None:
    """At 320 pixels, or at four times the size, nothing makes the page scroll sideways (WCAG 1.4.10)."""
    page = visitor.visit(after, file=file, size=(320, 640))

    assert page.evaluate("() => document.documentElement.scrollWidth") == 320


def test_text_spacing(visitor: Visitor) -> None:
    """With the widest spacing that readers may set nothing is cut off at 320 pixels (WCAG 1.4.12)."""
    page = visitor.visit(size=(320, 640))
    page.evaluate(
        """() => document.querySelectorAll('body *').forEach(one => one.style.cssText +=
            ';line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important')"""
    )

    assert page.evaluate("() => document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_targets_are_large_enough(visitor: Visitor, size: tuple[int, int]) -> None:
    """Every control outside running text is at least 24 by 24 pixels (WCAG 2.5.8)."""
    page = visitor.visit("?q=region", size=size)
    page.locator(".contents details").evaluate("details => { details.open = true }")
    small = page.evaluate(
        """all => [...document.querySelectorAll(all)].filter(one => {
            const { width, height } = one.getBoundingClientRect()
            return one.checkVisibility() && !one.matches('.skip, main p a, main li a') && Math.min(width, height) < 24
        }).map(one => one.outerHTML.slice(0, 80))""",
        CONTROLS,
    )

    assert small == []


def test_forced_colours(visitor: Visitor) -> None:
    """With the colours of the reader's own system the chosen appearance is still distinguishable from the others."""
    page = visitor.visit()
    page.emulate_media(forced_colors="active")
    grounds = [
        label.evaluate("e => getComputedStyle(e.querySelector('span')).backgroundColor")
        for label in page.locator(".appearance label").all()
    ]

    assert grounds[0] not in grounds[1:]
