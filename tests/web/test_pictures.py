"""Pictures in a browser: one drawing at a time, in the window whatever its width, in the colours of the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from osloregion_docs.renderers.html import HTML
from osloregion_docs.renderers.renderer import RenderAssets
from tests.conftest import ROOT
from tests.documents.pictures import all_pictures, gallery

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDE, NARROW = 1280, 320
SHARED = {file.name: file for file in (ROOT / "templates" / "shared").iterdir()}
TEMPLATE = "# Figurer {.chapter}\n\n{% for figure in figures %}\n{{ figure }}\n\n{% endfor %}\n"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A web page with a picture of each kind."""
    folder = tmp_path_factory.mktemp("figurer")
    (folder / "main.md").write_text(TEMPLATE, "utf-8")
    document = gallery(*all_pictures())
    made = HTML.render(document, HTML.populate(document, folder / "main.md"), RenderAssets(SHARED))
    (folder / "figurer.html").write_bytes(made.content)
    return folder / "figurer.html"


def open_page(browser: Browser, file: Path, width: int, scheme: Literal["light", "dark"] = "light") -> Page:
    """The page in a window of that width."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize(("width", "shown"), [(WIDE, "wide"), (NARROW, "narrow")])
def test_one_drawing_shows(browser: Browser, file: Path, width: int, shown: str) -> None:
    """A phone gets the drawing with labels above their bars, a desktop the one with labels next to them."""
    page = open_page(browser, file, width)
    drawn = page.locator("figure svg").evaluate_all(
        "all => all.filter(svg => svg.checkVisibility()).map(svg => svg.classList[0])"
    )
    assert drawn == [shown] * len(all_pictures())


@pytest.mark.parametrize("width", [WIDE, 400, NARROW])
def test_drawings_stay_in_the_window(browser: Browser, file: Path, width: int) -> None:
    """There is no sideways scrolling, and text is at least as large as small print."""
    page = open_page(browser, file, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    smallest = page.locator("figure svg").evaluate_all(
        "all => Math.min(...all.filter(svg => svg.checkVisibility()).map(svg =>"
        " 9 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))"
    )
    assert smallest >= 11


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page(browser: Browser, file: Path, scheme: Literal["light", "dark"]) -> None:
    """Words on the page have a contrast of 4.5 at least, in light and dark mode. *Source*: WCAG 2.2, 1.4.3."""
    page = open_page(browser, file, WIDE, scheme)
    colours = page.locator("figure svg.wide text").evaluate_all(
        "all => [...new Set(all.map(text => getComputedStyle(text).fill))]"
    )
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    on_bars = _bars(page)
    weak = [ink for ink in colours if _contrast(ink, paper) < 4.5 and any(_contrast(ink, bar) < 4.5 for bar in on_bars)]
    assert weak == []


_COLOUR_OF = """name => {
  const sample = document.createElement("i");
  sample.style.color = `var(${name})`;
  document.body.append(sample);
  const colour = getComputedStyle(sample).color;
  sample.remove();
  return colour;
}"""


def _bars(page: Page) -> list[str]:
    """The colours of the bars behind words."""
    return [str(page.evaluate(_COLOUR_OF, name)) for name in ("--chart-teal", "--chart-fjord")]


def _contrast(ink: str, paper: str) -> float:
    light, dark = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
