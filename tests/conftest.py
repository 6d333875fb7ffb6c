"""Shared by all tests: no LibreOffice, the year 2018, and golden files."""

from __future__ import annotations

import os

os.environ["OSLOREGION_DOCS_LIBREOFFICE"] = "off"  # before the package first looks for the program

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.docx.docx_renderer import render
from osloregion_docs.renderers.renderer import RenderAssets
from osloregion_docs.workspace.load import Loaded, load
from osloregion_docs.workspace.workspace import Workspace

Golden = Callable[[str, str], None]

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the golden files; review the diff before committing them."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the file of that name in the folder golden/ next to the test."""
    folder = request.path.parent / "golden"

    def compare(name: str, text: str) -> None:
        file = folder / name
        if request.config.getoption("--update-golden"):
            folder.mkdir(exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        assert text == file.read_text("utf-8"), f"{file.name} differs; look at it, then run with --update-golden"

    return compare


@pytest.fixture(scope="session")
def loaded_2018() -> Loaded:
    """The year 2018 of the repository."""
    outcome = load(Workspace(ROOT), 2018)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


@pytest.fixture(scope="session")
def programme_2018(loaded_2018: Loaded) -> Programme:
    """The action programme of 2018."""
    return loaded_2018.programme


@pytest.fixture(scope="session")
def example() -> Programme:
    """The example's programme with its meetings."""
    outcome = load(Workspace(ROOT / "examples" / "fjordregionen"), 2025)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value.programme


@pytest.fixture(scope="session")
def template_file() -> Path:
    """The default template of the action programme."""
    return ROOT / "templates" / "action_programme" / "main.docx"


@pytest.fixture(scope="session")
def document_2018(programme_2018: Programme) -> Document:
    """The action programme of 2018, composed in bokmål."""
    [document] = ACTION_PROGRAMME.compose(programme_2018, "nb")
    return document


@pytest.fixture(scope="session")
def word_2018(document_2018: Document, template_file: Path) -> bytes:
    """The action programme of 2018 as a Word file."""
    return render(document_2018, template_file.read_bytes(), RenderAssets()).content


@pytest.fixture
def no_warnings_left(recwarn: pytest.WarningsRecorder) -> Iterator[None]:
    """The test raises no Python warning."""
    yield
    assert not list(recwarn)
