"""Shared by the browser tests: the web pages of 2018 as the tool builds them, opened in Chromium, offline."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from osloregion_docs import BuildOptions, Choice, Workspace, build
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PATIENCE = 5000  # milliseconds; a step takes about fifty

PHONE, DESKTOP = (390, 844), (1280, 900)


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the action programme of 2018 as web page and as Word file, and the start page."""
    out = tmp_path_factory.mktemp("web")
    outcome = build(Workspace.find(ROOT), 2018, BuildOptions(Choice(formats=("html", "docx")), out=out))
    assert outcome.value is not None, outcome.diagnostics
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed Chromium."""
    api = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        pytest.skip("Chromium is not installed")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@dataclass
class Visitor:
    """Opens pages, each in a new browser context, and closes them after the test."""

    browser: Browser
    folder: Path
    open_ones: ExitStack
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def visit(  # noqa: PLR0913 - each is a setting of the reader's machine
        self,
        after: str = "",
        *,
        file: str = "handlingsprogram-2018.html",
        size: tuple[int, int] = DESKTOP,
        scheme: str = "light",
        script: bool = True,
        media: str = "screen",
        extra: str = "",
    ) -> Page:
        """Open a page, with a suffix to its address; `extra` is inserted at the beginning of the document."""
        width, height = size
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, offline=True, java_script_enabled=script
        )
        self.open_ones.callback(context.close)
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        page.emulate_media(color_scheme=scheme, media=media)  # type: ignore[arg-type]
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: self.requests.append(request.url))
        if extra:
            page.route("**/*", lambda route: route.fulfill(body=self.with_extra(file, extra), content_type="text/html"))
        page.goto(self.address(file) + after)
        return page

    def with_extra(self, file: str, extra: str) -> str:
        """Return the text of a page, with more at the beginning of the document."""
        begins = '<main id="document">'
        return (self.folder / file).read_text("utf-8").replace(begins, begins + extra, 1)

    def address(self, file: str) -> str:
        """Return the address of a file."""
        return (self.folder / file).as_uri()


@pytest.fixture
def visitor(browser: Browser, pages: Path) -> Iterator[Visitor]:
    """A visitor with a browser; no page may have a script error."""
    with ExitStack() as open_ones:
        someone = Visitor(browser, pages, open_ones)
        yield someone
        assert someone.errors == []
