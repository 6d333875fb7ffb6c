"""Unwritable files: the others are written, the old file remains, and no partial file is left."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from osloregion_docs.api.build import build
from osloregion_docs.builder.options import BuildOptions, Result
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.errors import ToolFailed
from osloregion_docs.workspace.workspace import Workspace
from tests.cli.running import PROGRAM, ran_program
from tests.years import AS_WORD, CHAPTER, MAIN, workspace_with

FILE = "handlingsprogram-2018.docx"
NYNORSK = "handlingsprogram-2018-nn.docx"
TWO_LANGUAGES = {"programme.yaml": MAIN + "languages: [nb, nn]\n"}


def built(workspace: Workspace, out: Path | None = None) -> Outcome[tuple[Result, ...]]:
    """The year built as Word, one document at a time."""
    return build(workspace, 2018, BuildOptions(AS_WORD, out=out, workers=1))


def states(outcome: Outcome[tuple[Result, ...]]) -> dict[str, str]:
    """What came of each file."""
    return {result.file: result.state for result in outcome.value or ()}


def parts(folder: Path) -> list[str]:
    """Half files, wherever they lie."""
    return [file.name for file in folder.rglob("*.part")]


def test_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    """OUT903 says what is in the way."""
    workspace = workspace_with(tmp_path)
    (tmp_path / "out" / "2018" / FILE).mkdir(parents=True)

    assert [(d.span.file, d.code, d.message) for d in built(workspace).errors] == [
        (f"out/2018/{FILE}", "OUT903", "the file cannot be written: is a directory")
    ]


def test_file_that_cannot_be_written_does_not_stop_the_others(tmp_path: Path) -> None:
    """The other language is built."""
    workspace = workspace_with(tmp_path, TWO_LANGUAGES)
    (tmp_path / "out" / "2018" / FILE).mkdir(parents=True)

    assert states(built(workspace)) == {FILE: "missing", NYNORSK: "built"}


def test_output_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file is where the folder should be: the tool reports it and stops."""
    workspace = workspace_with(tmp_path)
    (tmp_path / "fil").write_text("her", "utf-8")

    with pytest.raises(ToolFailed, match="the output folder cannot be written to"):
        built(workspace, tmp_path / "fil" / "ut")


def test_folder_in_the_place_of_the_lock(tmp_path: Path) -> None:
    """The tool says that it cannot hold the folder."""
    (tmp_path / "out" / "2018" / ".build.lock").mkdir(parents=True)

    with pytest.raises(ToolFailed, match="the output folder cannot be written to"):
        built(workspace_with(tmp_path))


def test_folder_in_the_place_of_the_manifest(tmp_path: Path) -> None:
    """A manifest that cannot be written is reported, as anything that stops the tool is."""
    (tmp_path / "out" / "2018" / "manifest.json").mkdir(parents=True)

    with pytest.raises(ToolFailed, match=r"manifest\.json cannot be written"):
        built(workspace_with(tmp_path))


def test_cache_that_cannot_be_written(tmp_path: Path) -> None:
    """A file is where the cache should be: the document is built all the same, every time."""
    workspace = workspace_with(tmp_path)
    (tmp_path / ".cache").write_text("her", "utf-8")

    assert (states(built(workspace)), states(built(workspace))) == ({FILE: "built"}, {FILE: "kept"})


def test_changed_year_without_a_cache(tmp_path: Path) -> None:
    """Only the manifest shows that the old file is ours."""
    workspace = workspace_with(tmp_path)
    (tmp_path / ".cache").write_text("her", "utf-8")
    built(workspace)
    workspace_with(tmp_path, {"texts/om-oss.md": CHAPTER + "\nMer.\n"})

    assert states(built(workspace)) == {FILE: "built"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_disk_without_room(tmp_path: Path) -> None:
    """Where no file may be larger than 100 kB: OUT903, the old file whole, and no partial file next to it."""
    built(workspace_with(tmp_path))
    old = (tmp_path / "out" / "2018" / FILE).read_bytes()
    workspace_with(tmp_path, {"texts/om-oss.md": CHAPTER + "\nMer.\n"})
    limited = ("/bin/sh", "-c", 'ulimit -f 200; exec "$@"', "sh")
    ended = ran_program(*limited, *PROGRAM, "build", "2018", "--format", "docx", "--workspace", str(tmp_path))

    assert (ended.code, "OUT903: the file cannot be written: file too large" in ended.err) == (1, True), ended.err
    assert ((tmp_path / "out" / "2018" / FILE).read_bytes() == old, parts(tmp_path)) == (True, [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_disk_without_space_for_temporary_files(tmp_path: Path) -> None:
    """Where nothing as large as a font can be laid ready for Typst either: the document is reported as missing."""
    limited = ("/bin/sh", "-c", 'ulimit -f 200; exec "$@"', "sh")
    ended = ran_program(
        *limited, *PROGRAM, "build", "2018", "--format", "pdf", "--workspace", str(workspace_with(tmp_path).root)
    )

    assert (ended.code, "missing handlingsprogram-2018.pdf" in ended.out) == (1, True), ended.err


def test_build_leaves_no_half_files(tmp_path: Path) -> None:
    """Neither among the documents nor in the cache."""
    built(workspace_with(tmp_path, TWO_LANGUAGES))

    assert parts(tmp_path) == []
