"""Years with faults in their sources: nothing is built from them, and what was built remains."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.api.build import build
from osloregion_docs.api.check import check
from osloregion_docs.builder.options import BuildOptions
from osloregion_docs.builder.plan import plan
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.workspace.load import load_text
from osloregion_docs.workspace.workspace import Workspace
from tests.test_examples import EXAMPLES
from tests.years import AS_WORD, CHAPTER, MAIN, MEASURE, workspace_with

WARNED = {"texts/om-oss.md": CHAPTER + "\n8 - 10 brev.\n"}
FAULTS = {
    "syntax": {"programme.yaml": "year: [2018\n"},
    "shape of the main file": {"programme.yaml": MAIN.replace("name: Osloregionen", "navn: Osloregionen")},
    "shape of a measure": {"measures/gods.md": MEASURE.replace("løpende", "våren")},
    "a party that is not there": {"measures/gods.md": MEASURE.replace("[Sekretariatet]", "[{organ: styret}]")},
    "a measure that is not there": {"programme.yaml": MAIN.replace("[gods]", "[gods, bane]")},
    "a chapter that is not there": {"programme.yaml": MAIN.replace("[om-oss, ", "[om-oss, om-dem, ")},
    "a value that is not there": {"texts/om-oss.md": CHAPTER + "\n{{ budget/reserve }} og {{ tull }}\n"},
    "a form that is not there": {"texts/om-oss.md": CHAPTER + "\n{{ year | spelled }}\n"},
    "a broken link": {"texts/om-oss.md": CHAPTER + "\nSe [](bane).\n"},
    "eleven lists": {"texts/om-oss.md": CHAPTER + "\n" + "- " * 11 + "dypt\n"},
}


def built(workspace: Workspace, *, strict: bool = False) -> object:
    """What a build gives."""
    return build(workspace, 2018, BuildOptions(AS_WORD, workers=1, strict=strict)).value


@pytest.mark.parametrize("changes", FAULTS.values(), ids=FAULTS)
def test_fault_stops_the_build(tmp_path: Path, changes: dict[str, str]) -> None:
    """Nothing is put in the output folder."""
    built(workspace_with(tmp_path, changes))

    assert [file.name for file in tmp_path.glob("out/2018/[!.]*")] == []


@pytest.mark.parametrize("changes", FAULTS.values(), ids=FAULTS)
def test_build_says_what_check_says(tmp_path: Path, changes: dict[str, str]) -> None:
    """All of it, and nothing else."""
    workspace = workspace_with(tmp_path, changes)

    said = build(workspace, 2018, BuildOptions(AS_WORD, workers=1)).diagnostics

    assert said == check(workspace, 2018).diagnostics != ()


def test_fault_leaves_what_was_built(tmp_path: Path) -> None:
    """Documents and manifest remain as they were."""
    workspace = workspace_with(tmp_path)
    built(workspace)
    before = {file.name: file.read_bytes() for file in tmp_path.glob("out/2018/*")}
    built(workspace_with(tmp_path, FAULTS["shape of a measure"]))

    assert {file.name: file.read_bytes() for file in tmp_path.glob("out/2018/*")} == before


def test_year_with_faults_makes_no_folder(tmp_path: Path) -> None:
    """A build that is stopped leaves no trace in the workspace but its cache."""
    built(workspace_with(tmp_path, FAULTS["shape of a measure"]))

    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.name != ".cache") == ["programme"]


def test_warnings_do_not_stop_a_build(tmp_path: Path) -> None:
    """They are for people to judge."""
    assert built(workspace_with(tmp_path, WARNED)) is not None


def test_warnings_stop_a_strict_build(tmp_path: Path) -> None:
    """If one asks for it."""
    assert built(workspace_with(tmp_path, WARNED), strict=True) is None


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_any_year_that_can_be_read_can_be_rendered(tmp_path: Path, file: Path) -> None:
    """Documents are composed while rules are still at work: what they will point at makes nothing crash."""
    loaded = load_text(file.read_text("utf-8"), file.name).value
    if loaded is None:
        return
    for job in plan(Workspace(tmp_path), loaded.programme, AS_WORD):
        try:
            populated = job.renderer.populate(job.document, job.template)
            content = job.renderer.render(job.document, populated, job.assets).content
        except RenderingFailed:
            continue
        assert content[:2] == b"PK"
