"""The same sources give the same bytes: in any folder, at any time, in any place of the world."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from osloregion_docs.api.build import build
from osloregion_docs.builder.options import BuildOptions
from osloregion_docs.workspace.workspace import Workspace
from tests.cli.running import ROOT, ran
from tests.years import BUILT, MAIN, workspace_with

HERE = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "C", "LC_ALL": "C"}
THERE = {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LANG": "nb_NO.UTF-8", "LC_ALL": None, "PYTHONUTF8": None}


def made(folder: Path) -> dict[str, bytes]:
    """Read all files in the output folder."""
    out = folder / "out" / "2018"
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The year 2018 built in two folders, in two corners of the world."""
    found = []
    for name, env in [("a", HERE), ("et annet sted/på øya", THERE)]:
        folder = tmp_path_factory.mktemp("verden") / name
        shutil.copytree(ROOT / "programme", folder / "programme")
        assert ran("build", "2018", cwd=folder, env=env).code == 0
        found.append(made(folder))
    return found


def test_everything_is_made_everywhere(elsewhere: list[dict[str, bytes]]) -> None:
    """The same files, in every format that is not made on request alone."""
    here, there = ([name for name in sorted(files) if not name.startswith(".")] for files in elsewhere)

    assert here == there
    assert {*BUILT, "manifest.json", "styret-handlingsprogram/motepapirer.pdf"} <= set(here)


def test_documents_are_the_same_everywhere(elsewhere: list[dict[str, bytes]]) -> None:
    """Seed, time zone, language and folder leave no trace in any document."""
    here, there = elsewhere

    assert [name for name in here if here[name] != there.get(name)] == []


def test_manifests_are_the_same_everywhere(elsewhere: list[dict[str, bytes]]) -> None:
    """Nor in the manifest."""
    here, there = (files["manifest.json"] for files in elsewhere)

    assert here == there


def test_documents_are_the_same_in_this_process(elsewhere: list[dict[str, bytes]], word_2018: bytes) -> None:
    """Nor does it matter who renders."""
    assert elsewhere[0]["handlingsprogram-2018.docx"] == word_2018


def test_documents_are_the_same_again(tmp_path: Path) -> None:
    """A second run, with nothing left of the first, makes what the first made."""
    workspace = workspace_with(tmp_path, {"programme.yaml": MAIN + "languages: [nb, nn]\n"})
    build(workspace, 2018, BuildOptions(workers=1))
    first = made(tmp_path)
    shutil.rmtree(tmp_path / "out")
    shutil.rmtree(tmp_path / ".cache")
    build(workspace, 2018, BuildOptions(workers=1))

    assert made(tmp_path) == first


def test_documents_are_the_same_side_by_side(tmp_path: Path) -> None:
    """One thread or several, the files and the manifest are the same."""
    found = []
    for workers in (1, 3):
        languages = {"programme.yaml": MAIN + "languages: [nb, nn, en]\n"}
        workspace = workspace_with(tmp_path / str(workers), languages)
        build(workspace, 2018, BuildOptions(workers=workers))
        found.append(made(workspace.root))

    assert found[0] == found[1]


def test_workspace_named_another_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace given by a path from here makes the same as one given whole."""
    build(workspace_with(tmp_path / "hel"), 2018)
    workspace_with(tmp_path / "herfra")
    monkeypatch.chdir(tmp_path)
    build(Workspace(Path("herfra")), 2018)

    assert made(tmp_path / "herfra") == made(tmp_path / "hel")
