"""check and build called again: the last answer stands where nothing has changed, and only there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from osloregion_docs.api.again import build_again, check_again
from osloregion_docs.api.build import build
from osloregion_docs.api.check import check
from osloregion_docs.builder.memory import cache_folder
from osloregion_docs.builder.options import BuildOptions, Choice
from osloregion_docs.resources import default_templates
from osloregion_docs.workspace.workspace import Workspace
from tests.templating.templates import written
from tests.years import AS_WORD, CHAPTER, MEASURE, workspace_with

FILE = "handlingsprogram-2018.docx"
WARNED = {"texts/om-oss.md": CHAPTER + "\n8 - 10 brev.\n"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A year with a warning, in a workspace with a template of its own."""
    made = workspace_with(tmp_path / "her", WARNED)
    template = made.root / "templates" / "action_programme" / "main.docx"
    template.parent.mkdir(parents=True)
    shutil.copy(default_templates() / "action_programme" / "main.docx", template)
    return made


def events(workspace: Workspace, **options: object) -> list[str]:
    """Build again, and what was told on the way: nothing where nothing was looked at."""
    told: list[str] = []
    asked = BuildOptions(**{"choice": AS_WORD, "workers": 1, **options})  # type: ignore[arg-type]
    build_again(workspace, 2018, asked, lambda state, _file: told.append(state))
    return told


def memories(workspace: Workspace) -> list[Path]:
    """What is remembered."""
    return sorted((cache_folder(workspace) / "memory").glob("*"))


def test_check_says_the_same_again(workspace: Workspace) -> None:
    """Word for word what check itself says."""
    first = check_again(workspace, 2018)

    assert check_again(workspace, 2018) == first
    assert first.diagnostics == check(workspace, 2018).diagnostics != ()


def test_build_says_the_same_again(workspace: Workspace) -> None:
    """What was in place is in place, and what was said is said."""
    options = BuildOptions(AS_WORD)
    build_again(workspace, 2018, options, lambda *_: None)
    again, built = build_again(workspace, 2018, options, lambda *_: None), build(workspace, 2018, options)

    assert again.diagnostics == built.diagnostics
    assert [(r.file, r.state, r.artefact) for r in again.value or ()] == [
        (r.file, r.state, r.artefact) for r in built.value or ()
    ]


def test_unchanged_year_is_not_looked_at(workspace: Workspace) -> None:
    """The second build tells of nothing."""
    assert (events(workspace), events(workspace)) == (["rendering", "built"], [])


@pytest.mark.parametrize(
    "options", [{"force": True}, {"strict": True}, {"choice": Choice(kinds=("action_programme",), formats=("docx",))}]
)
def test_other_question_is_answered_anew(workspace: Workspace, options: dict[str, object]) -> None:
    """What was asked is part of what is remembered; who forces or is strict gets a build."""
    events(workspace)

    assert events(workspace, **options) != []


def spoil(file: Path) -> None:
    """Edit a file in the output folder."""
    file.write_bytes(b"redigert")


@pytest.mark.parametrize("name", [FILE, "manifest.json"])
@pytest.mark.parametrize("change", [spoil, Path.unlink], ids=["edited", "gone"])
def test_output_that_does_not_stand_is_looked_at(
    workspace: Workspace, name: str, change: Callable[[Path], None]
) -> None:
    """An edited document is said, a lost one is put back."""
    events(workspace)
    change(workspace.root / "out" / "2018" / name)

    assert events(workspace) != []


def in_year(workspace: Workspace, name: str) -> Path:
    """A path in the year's folder."""
    return workspace.year_folder(2018) / name


CHANGES: dict[str, Callable[[Workspace], object]] = {
    "text": lambda w: in_year(w, "texts/om-oss.md").write_text(CHAPTER, "utf-8"),
    "text of the same length": lambda w: workspace_with(w.root, {"texts/om-oss.md": CHAPTER + "\n8 – 10 brev.\n"}),
    "new file": lambda w: in_year(w, "notat.txt").write_text("x", "utf-8"),
    "new empty file": lambda w: in_year(w, "notat.txt").touch(),
    "new empty folder": lambda w: in_year(w, "notater").mkdir(),
    "lost file": lambda w: in_year(w, "organs.yaml").unlink(),
    "file renamed": lambda w: in_year(w, "measures/gods.md").rename(in_year(w, "measures/bane.md")),
    "file made a folder": lambda w: (in_year(w, "organs.yaml").unlink(), in_year(w, "organs.yaml").mkdir()),
    "template": lambda w: written(w.root / "templates" / "action_programme", ["{{ titel }}"]),
    "lost template": lambda w: shutil.rmtree(w.root / "templates"),
    "file made a link outwards": lambda w: linked_outwards(w, "programme/2018/texts/om-oss.md"),
    "template made a link outwards": lambda w: linked_outwards(w, "templates/action_programme/main.docx"),
}


def linked_outwards(workspace: Workspace, name: str) -> None:
    """Move a file, or a folder, out of the workspace, and leave a link to it."""
    there = workspace.root.parent / "der" / name
    there.parent.mkdir(parents=True)
    (workspace.root / name).rename(there)
    (workspace.root / name).symlink_to(there)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_that_changed_is_passed_over(workspace: Workspace, change: Callable[[Workspace], object]) -> None:
    """After any change what is said is what check would say that remembers nothing."""
    check_again(workspace, 2018)
    change(workspace)

    assert check_again(workspace, 2018).diagnostics == check(workspace, 2018).diagnostics


@pytest.mark.parametrize("folder", ["programme/2018/texts", "programme/2018", "programme"])
def test_change_behind_a_link_is_seen(workspace: Workspace, folder: str) -> None:
    """A folder may be a link to one elsewhere; what changes there changes the answer."""
    linked_outwards(workspace, folder)
    check_again(workspace, 2018)
    in_year(workspace, "texts/om-oss.md").write_text(CHAPTER + "\n9 - 11 brev.\n", "utf-8")

    assert check_again(workspace, 2018).diagnostics == check(workspace, 2018).diagnostics


def test_change_taken_back_has_the_first_answer(workspace: Workspace) -> None:
    """Back where one was, one is told what one was told."""
    first = check_again(workspace, 2018)
    workspace_with(workspace.root, {"texts/om-oss.md": CHAPTER})
    check_again(workspace, 2018)
    workspace_with(workspace.root, WARNED)

    assert check_again(workspace, 2018) == first


def test_years_do_not_answer_for_one_another(workspace: Workspace) -> None:
    """A year of the same files is another year."""
    shutil.copytree(workspace.year_folder(2018), workspace.root / "programme" / "2019")
    files = {d.span.file for year in (2018, 2019) for d in check_again(workspace, year).diagnostics}

    assert files >= {"programme/2018/texts/om-oss.md", "programme/2019/texts/om-oss.md"}


BROKEN = {
    "empty": "",
    "cut off": '{"diagnostics": [{"spa',
    "a list": "[]",
    "nothing": "null",
    "no diagnostics": '{"artefacts": [], "manifest": ""}',
    "diagnostics that are none": '{"diagnostics": 5, "artefacts": [], "manifest": ""}',
    "a diagnostic that is a word": '{"diagnostics": ["x"], "artefacts": [], "manifest": ""}',
    "a diagnostic without a place": '{"diagnostics": [{"code": "x"}], "artefacts": [], "manifest": ""}',
    "a severity that is none": '{"diagnostics": [{"span": {"file": "a"}, "severity": "x"}], "artefacts": []}',
    "an artefact that is a word": '{"diagnostics": [], "artefacts": ["x"], "manifest": ""}',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_broken_memory_is_passed_over(workspace: Workspace, content: str) -> None:
    """What cannot be read is forgotten."""
    first = check_again(workspace, 2018)
    for memory in memories(workspace):
        memory.write_text(content, "utf-8")

    assert check_again(workspace, 2018) == first


def test_memory_that_cannot_be_kept_is_no_harm(tmp_path: Path) -> None:
    """A file stands where the cache should be."""
    workspace = workspace_with(tmp_path, WARNED)
    (tmp_path / ".cache").write_text("her", "utf-8")

    assert check_again(workspace, 2018) == check_again(workspace, 2018)


def test_year_that_cannot_be_put_together_is_not_remembered(tmp_path: Path) -> None:
    """It is said again from the beginning."""
    workspace = workspace_with(tmp_path, {"programme.yaml": "year: [2018\n"})

    assert (check_again(workspace, 2018).value, memories(workspace)) == (None, [])


def test_build_with_errors_is_not_remembered(tmp_path: Path) -> None:
    """Nothing was built, so nothing stands."""
    workspace = workspace_with(tmp_path, {"measures/gods.md": MEASURE.replace("løpende", "våren")})
    events(workspace)

    assert memories(workspace) == []


def test_edited_document_is_not_remembered(workspace: Workspace) -> None:
    """It is said every time."""
    events(workspace)
    spoil(workspace.root / "out" / "2018" / FILE)
    said = [build_again(workspace, 2018, BuildOptions(AS_WORD), lambda *_: None).errors for _ in range(2)]

    assert [[d.code for d in errors] for errors in said] == [["OUT902"], ["OUT902"]]
