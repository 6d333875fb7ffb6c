"""The formats of a document in one folder: none leads to another that says something else, or is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.api.build import build
from osloregion_docs.builder.options import BuildOptions, Choice
from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.workspace.workspace import Workspace
from tests.years import MAIN, MEASURE, workspace_with

OTHER_TEXT = {"measures/gods.md": MEASURE.replace("Etablere", "Avslutte")}
IN_NO_FONT = {"measures/gods.md": MEASURE.replace("Etablere", "🚀")}


def built(workspace: Workspace, *formats: str) -> tuple[Diagnostic, ...]:
    """What building these formats says; the usual ones, if none is named."""
    return build(workspace, 2018, BuildOptions(Choice(formats=formats))).diagnostics


def page(root: Path, name: str = "handlingsprogram-2018.html") -> str:
    """Return the page as it is."""
    return (root / "out/2018" / name).read_text("utf-8")


def leads_to(text: str) -> list[str]:
    """The files that a page leads to, of those that can be next to it."""
    names = [f"handlingsprogram-2018.{suffix}" for suffix in ("docx", "pdf", "odt")]
    return [name for name in names if f'href="{name}"' in text]


def test_page_built_alone_leads_to_existing_files(tmp_path: Path) -> None:
    """Word and PDF of the same text, built before."""
    workspace = workspace_with(tmp_path)
    built(workspace)
    before = page(tmp_path)

    built(workspace, "html")

    assert page(tmp_path) == before


def test_page_leads_to_nothing_of_another_text(tmp_path: Path) -> None:
    """What was built of an earlier text is not offered as the same document."""
    built(workspace_with(tmp_path))

    built(workspace_with(tmp_path, OTHER_TEXT), "html")

    assert leads_to(page(tmp_path)) == []


def test_page_leads_to_nothing_that_was_refused(tmp_path: Path) -> None:
    """A PDF that could not be made is no link."""
    built(workspace_with(tmp_path, IN_NO_FONT))

    assert leads_to(page(tmp_path)) == ["handlingsprogram-2018.docx"]


def test_start_page_lists_nothing_that_was_refused(tmp_path: Path) -> None:
    """Also where an old PDF of an earlier text still exists."""
    built(workspace_with(tmp_path))

    built(workspace_with(tmp_path, IN_NO_FONT))

    assert leads_to(page(tmp_path, "index.html")) == ["handlingsprogram-2018.docx"]


def test_start_page_lists_nothing_of_another_text(tmp_path: Path) -> None:
    """A format that was once asked for, and not when the text had changed."""
    built(workspace_with(tmp_path), "odt")

    built(workspace_with(tmp_path, OTHER_TEXT))

    assert leads_to(page(tmp_path, "index.html")) == ["handlingsprogram-2018.docx", "handlingsprogram-2018.pdf"]


@pytest.mark.parametrize("times", [1, 2])
def test_outdated_file_is_reported_every_time(tmp_path: Path, times: int) -> None:
    """By its name, and how to bring it up to date."""
    built(workspace_with(tmp_path), "odt")

    for _ in range(times):
        said = built(workspace_with(tmp_path, OTHER_TEXT), "txt")

    assert [(each.span.file, each.code, each.hint) for each in said] == [
        ("out/2018/handlingsprogram-2018.odt", "OUT905", "build it again with --format odt, or delete it")
    ]


def test_outdated_file_built_again_is_reported_no_more(tmp_path: Path) -> None:
    """It says the same again."""
    built(workspace_with(tmp_path), "odt")
    changed = workspace_with(tmp_path, OTHER_TEXT)
    built(changed, "txt")

    assert built(changed, "odt") == ()


def test_only_the_changed_language_is_reported(tmp_path: Path) -> None:
    """A title that nynorsk has on its own changes that file alone."""
    two = {"programme.yaml": MAIN + "languages: [nb, nn]\n"}
    built(workspace_with(tmp_path, two), "odt")
    other = two["programme.yaml"].replace("Areal og transport", "{nb: Areal og transport, nn: Areal og ferdsel}")
    changed = workspace_with(tmp_path, {"programme.yaml": other})

    assert [each.span.file for each in built(changed, "txt") if each.code == "OUT905"] == [
        "out/2018/handlingsprogram-2018-nn.odt"
    ]
