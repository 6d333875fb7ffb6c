"""Reading the web page: with and without script, on the screen and on paper, in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import DESKTOP, PHONE, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page

GROUND = "() => getComputedStyle(document.body).backgroundColor"
WHITE = "rgb(255, 255, 255)"


def current(page: Page) -> str:
    """The entry that the contents mark."""
    return page.locator(".contents a[aria-current]").inner_text()


def read(page: Page, section: str) -> None:
    """Scroll the beginning of a section to the reading position."""
    page.evaluate(
        "id => scrollBy(0, document.getElementById(id).getBoundingClientRect().top - innerHeight * 0.19)", section
    )
    settle(page)


def settle(page: Page) -> None:
    """Wait two frames for the browser to update."""
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
    )


def chapters(page: Page) -> list[str]:
    """Return the visible text of each chapter."""
    return [" ".join(text.split()) for text in page.locator("main section.chapter").all_inner_texts()]


# ---- One file, complete without script


def test_no_request_leaves_the_file(visitor: Visitor) -> None:
    """The page contains everything it needs."""
    page = visitor.visit()
    page.wait_for_load_state("networkidle")

    assert [address for address in visitor.requests if not address.startswith("data:")] == [page.url]


def test_page_forbids_requests(visitor: Visitor) -> None:
    """The browser does not load pictures from other servers."""
    page = visitor.visit()
    blocked = page.evaluate(
        """() => new Promise(resolve => {
            document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective))
            document.body.append(Object.assign(new Image(), { src: 'https://example.org/picture.png' }))
            setTimeout(resolve, 2000, 'nothing')
        })"""
    )
    visitor.errors.clear()  # the browser logs the blocked request

    assert blocked == "img-src"


def test_whole_without_script(visitor: Visitor) -> None:
    """Without script every word of the document can be read that can be read with it."""
    page = visitor.visit()
    page.locator(".filter").evaluate("filter => filter.remove()")

    assert chapters(visitor.visit(script=False)) == chapters(page)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_dead_controls(visitor: Visitor, size: tuple[int, int]) -> None:
    """Without script there is no control that does nothing."""
    page = visitor.visit(script=False, size=size)

    assert page.locator("input:visible, select:visible, button:visible, .anchor:visible").count() == 0


def test_contents_without_script(visitor: Visitor) -> None:
    """Without script the contents are open, on a phone too."""
    page = visitor.visit(script=False, size=PHONE)

    assert page.locator(".contents a").last.is_visible()


def test_other_documents_have_no_filter(visitor: Visitor) -> None:
    """Documents without measures have no search."""
    assert visitor.visit(file="index.html").get_by_role("search").count() == 0


# ---- Contents and links


@pytest.mark.parametrize(
    ("section", "entry"),
    [
        ("kapittel-organisering", "2. Osloregionens organisering"),
        ("del-organisering-administrativ-organisering", "2.2 Administrativ organisering"),
        ("tiltak-universiteter-og-hoyskoler", "2.2 Styrke samarbeidet med universiteter og høyskoler i Osloregionen"),
    ],
)
def test_contents_mark_the_section(visitor: Visitor, section: str, entry: str) -> None:
    """While one scrolls the contents mark the innermost section that is read."""
    page = visitor.visit()
    read(page, section)

    assert " ".join(current(page).split()) == entry


def test_contents_mark_the_last_section(visitor: Visitor) -> None:
    """At the end of the page the last chapter is marked, though it cannot come further up."""
    page = visitor.visit(size=(1280, 1600))
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
    settle(page)

    assert current(page).startswith("5.")


def test_marked_entry_is_in_sight(visitor: Visitor) -> None:
    """The contents scroll along, so that the marked entry can be seen."""
    page = visitor.visit(size=(1280, 500))
    read(page, "tiltak-informasjon")
    box = page.locator(".contents a[aria-current]").bounding_box()

    assert box is not None
    assert 0 <= box["y"] <= 500 - box["height"]


def test_contents_are_folded_on_a_phone(visitor: Visitor) -> None:
    """On a phone the contents take one line until they are unfolded."""
    page = visitor.visit(size=PHONE)

    assert page.locator(".contents a:visible").count() == 0


def test_contents_fold_again_on_a_phone(visitor: Visitor) -> None:
    """On a phone the contents fold when one has chosen."""
    page = visitor.visit(size=PHONE)
    page.locator(".contents summary").press("Enter")
    page.locator(".contents a", has_text="plan- og budsjettprosess").click()

    assert page.locator(".contents a:visible").count() == 0


def test_headings_keep_their_names(visitor: Visitor) -> None:
    """The link at a heading is no part of the heading's name."""
    page = visitor.visit()

    assert page.get_by_role("heading", name="1.3 Oppfølging NTP/ rullering NTP", exact=True).count() == 1


def test_every_heading_has_a_link(visitor: Visitor) -> None:
    """Every heading with an address has a link to it, labelled with its target."""
    page = visitor.visit()
    headings = page.locator("main section[id] > .heading > :is(h2, h3, h4, h5)").all()
    names = [f"Lenke til {heading.text_content()}" for heading in headings]

    assert [link.get_attribute("aria-label") for link in page.locator("main .anchor").all()] == names


def test_link_is_seen_when_it_has_the_focus(visitor: Visitor) -> None:
    """The link at a heading becomes visible with the focus."""
    page = visitor.visit()
    link = page.locator("#kapittel-organisering > .heading > .anchor")
    page.keyboard.press("Tab")
    link.focus()

    assert link.evaluate("e => getComputedStyle(e).opacity") == "1"


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_target_is_in_sight(visitor: Visitor, size: tuple[int, int]) -> None:
    """The target heading is in the upper part of the window, with nothing over it."""
    page = visitor.visit("#tiltak-rammebetingelser", size=size)
    hit = page.evaluate(
        """() => {
            const box = document.querySelector(':target h5').getBoundingClientRect()
            return box.top < innerHeight / 3 && !!document.elementFromPoint(box.x + 5, box.y + 5).closest(':target')
        }"""
    )

    assert hit


# ---- Light and dark


def test_dark(visitor: Visitor) -> None:
    """A reader who prefers dark gets a dark page."""
    assert visitor.visit(scheme="dark").evaluate(GROUND) == "rgb(15, 28, 34)"


def test_reader_chooses_dark(visitor: Visitor) -> None:
    """The switch makes the page dark, whatever the machine is set to."""
    page = visitor.visit()
    page.get_by_label("Mørkt").check()

    assert page.evaluate(GROUND) != WHITE


def test_choice_is_remembered(visitor: Visitor) -> None:
    """The choice is kept when the page is opened again."""
    page = visitor.visit()
    page.get_by_label("Mørkt").check()
    page.reload()

    assert (page.evaluate(GROUND), page.get_by_label("Mørkt").is_checked()) == ("rgb(15, 28, 34)", True)


# ---- Paper


def test_paper_is_light(visitor: Visitor) -> None:
    """A page that is dark on the screen is printed on white."""
    assert visitor.visit(scheme="dark", media="print").evaluate(GROUND) == WHITE


def test_paper_has_no_controls(visitor: Visitor) -> None:
    """On paper there is no navigation and nothing to press."""
    page = visitor.visit(media="print")

    assert page.locator("nav:visible, form:visible, fieldset:visible, .anchor:visible, .skip:visible").count() == 0


def test_paper_has_all(visitor: Visitor) -> None:
    """With no filter all measures are printed, without a note on the selection."""
    page = visitor.visit(media="print")

    assert (page.locator("section.measure:visible").count(), page.locator(".chosen:visible").count()) == (10, 0)


def test_paper_states_the_selection(visitor: Visitor) -> None:
    """A selection is printed as shown, with a note that it is not complete."""
    page = visitor.visit("?party=%C3%98stlandssamarbeidet&q=stortinget", media="print")
    note = page.locator(".chosen:visible").inner_text()

    assert note == (
        "Utvalg: 1 av 10 tiltak (Søk i teksten: «stortinget»; Organ eller samarbeidspart: Østlandssamarbeidet)"
    )


def test_paper_gives_addresses_once(visitor: Visitor) -> None:
    """Behind a link its address is printed, unless the text of the link is that address."""
    links = ("https://www.oslo.no/plan", "www.oslo.no/plan", "planen")
    page = visitor.visit(media="print", extra="".join(f'<a href="{links[0]}">{text}</a>' for text in links))
    printed = [
        link.evaluate("link => getComputedStyle(link, '::after').content !== 'none'")
        for link in page.locator("a[href^=http]").all()
    ]

    assert printed == [False, False, True, False], "three links of the text, and that of the colophon"


def test_paper_keeps_the_ring_of_an_a(visitor: Visitor) -> None:
    """A heading has room above its letters: otherwise it would be cut off at a page break."""
    page = visitor.visit(media="print")
    least = page.evaluate(
        """() => Math.min(...Array.from(document.querySelectorAll('main :is(h2, h3, h4, h5)'), heading => {
            const style = getComputedStyle(heading)
            return parseFloat(style.paddingTop) / parseFloat(style.fontSize)
        }))"""
    )

    assert least >= 0.25


# ---- Links to files, and metadata


@pytest.mark.parametrize("file", ["handlingsprogram-2018.html", "index.html"])
def test_files_to_fetch(visitor: Visitor, file: str) -> None:
    """The files to download are in the same folder."""
    links = visitor.visit(file=file).locator(".downloads a, .files a").all()
    files = [link.get_attribute("href") or "" for link in links]

    assert [name for name in files if (visitor.folder / name).is_file()] == files != []


def test_metadata(visitor: Visitor) -> None:
    """The page has the metadata of its document, for programs too."""
    page = visitor.visit()
    found = page.evaluate(
        """() => [document.documentElement.lang, document.title,
            document.querySelector('meta[property="og:locale"]').content,
            document.querySelector('body > header [itemprop=publisher] [itemprop=name]').textContent]"""
    )

    assert found == ["nb-NO", "Handlingsprogram 2018 – Osloregionen", "nb_NO", "Osloregionen"]
