"""What is printed where: findings for people, for programs and for GitHub; colours and progress on a terminal alone."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import PROGRAM, environment, ran
from tests.years import CHAPTER, workspace_with

WARNED = {"texts/om-oss.md": CHAPTER + "\n8 - 10 brev.\n"}
FAULTY = {"budget.yaml": "income: mye\n"}
ESCAPE = "\x1b"
CHECK = ("check", "2018")
BUILD = ("build", "2018", "--format", "docx")
"""One document in one format, so that it stays quick."""


@pytest.fixture(scope="module")
def warned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year with one warning, built once."""
    root = workspace_with(tmp_path_factory.mktemp("år"), WARNED).root
    ran(*BUILD, cwd=root)
    return root


def read(text: str) -> dict[str, Any]:
    """One JSON object, and nothing before or after it."""
    value: dict[str, Any] = json.loads(text)
    return value


def test_json_of_check(warned: Path) -> None:
    """The year, the findings and their count, under version 1."""
    data = read(ran("check", "2018", "--output-format", "json", cwd=warned).out)

    assert (data["version"], data["year"], [d["code"] for d in data["diagnostics"]], data["summary"]["warnings"]) == (
        1,
        2018,
        ["TXT403"],
        1,
    )


def test_json_of_check_leaves_the_count_for_people_to_standard_error(warned: Path) -> None:
    """So that standard output can be read by a program."""
    assert ran("check", "2018", "--output-format", "json", cwd=warned).err == "2018: 1 warning in 1 file\n"


def test_json_of_build(warned: Path) -> None:
    """Also what is in place, with its digest."""
    data = read(ran(*BUILD, "--output-format", "json", cwd=warned).out)

    assert [(a["file"], a["state"], len(a["sha256"])) for a in data["artefacts"]] == [
        ("handlingsprogram-2018.docx", "kept", 64)
    ]


def test_json_of_a_build_that_is_stopped(tmp_path: Path) -> None:
    """It is whole, and names no artefacts."""
    ended = ran(*BUILD, "--output-format", "json", cwd=workspace_with(tmp_path, FAULTY).root)

    assert (ended.code, read(ended.out)["artefacts"], read(ended.out)["summary"]["errors"]) == (1, [], 1)


def test_json_of_a_file_left_alone(tmp_path: Path) -> None:
    """A document that was not made has no digest."""
    (workspace_with(tmp_path).root / "out" / "2018").mkdir(parents=True)
    (tmp_path / "out" / "2018" / "handlingsprogram-2018.docx").write_text("redigert", "utf-8")
    [artefact] = read(ran(*BUILD, "--output-format", "json", cwd=tmp_path).out)["artefacts"]

    assert (artefact["state"], artefact["sha256"]) == ("missing", None)


def test_github_lines(warned: Path) -> None:
    """One command a finding."""
    assert ran("check", "2018", "--output-format", "github", cwd=warned).out == (
        "::warning file=programme/2018/texts/om-oss.md,line=7,col=1,title=TXT403::"
        '"8 - 10" is a range%0Ahint: write "8–10", with an en dash and no spaces\n'
    )


@pytest.mark.parametrize("command", [CHECK, BUILD], ids=["check", "build"])
def test_github_actions_is_recognised(warned: Path, command: tuple[str, ...]) -> None:
    """On its machines findings become annotations without asking."""
    assert ran(*command, cwd=warned, env={"GITHUB_ACTIONS": "true"}).out.startswith("::")


def test_requested_format_wins(warned: Path) -> None:
    """Also on GitHub's machines."""
    ended = ran("check", "2018", "--output-format", "text", cwd=warned, env={"GITHUB_ACTIONS": "true"})

    assert ended.out.startswith("programme/2018/texts/om-oss.md:7:1: warning TXT403")


def test_findings_of_check_go_to_standard_output(warned: Path) -> None:
    """They are the requested output; the count goes to standard error."""
    ended = ran("check", "2018", cwd=warned)

    assert ("TXT403" in ended.out, ended.err) == (True, "2018: 1 warning in 1 file\n")


def test_list_of_files_goes_to_standard_output(warned: Path) -> None:
    """The written files are the requested output; the rest goes to standard error."""
    ended = ran(*BUILD, cwd=warned)

    assert (ended.out.split()[:2], "2018: 1 warning and 1 note in 2 files" in ended.err) == (
        ["kept", "handlingsprogram-2018.docx"],
        True,
    )


@pytest.mark.parametrize("command", [CHECK, BUILD], ids=["check", "build"])
def test_pipe_gets_no_escape_sequences(warned: Path, command: tuple[str, ...]) -> None:
    """Neither colours nor progress."""
    ended = ran(*command, cwd=warned, env={"TERM": "xterm"})

    assert (ESCAPE in ended.out + ended.err, "rendering" in ended.out + ended.err) == (False, False)


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colours_in_a_pipe(warned: Path, env: dict[str, str], coloured: bool) -> None:
    """If one asks for them."""
    assert (ESCAPE in ran("check", "2018", cwd=warned, env=env).out) is coloured


def on_terminal(*words: str, cwd: Path, **env: str) -> str:
    """What people see on a terminal, as it is sent to it."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, *words], cwd=cwd, env=environment({"TERM": "xterm", **env}), stdout=slave, stderr=slave
    )
    os.close(slave)
    seen = b""
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(master)
    process.wait(60)
    return seen.decode("utf-8")


@pytest.mark.parametrize(
    ("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)]
)
def test_colours_on_a_terminal(warned: Path, env: dict[str, str], coloured: bool) -> None:
    """Unless one does not want them, or the terminal has none."""
    assert (ESCAPE in on_terminal("check", "2018", cwd=warned, **env)) is coloured


def test_progress_on_a_terminal(tmp_path: Path) -> None:
    """What is being rendered is shown, and erased before anything else is printed."""
    seen = on_terminal(*BUILD, cwd=workspace_with(tmp_path, WARNED).root)

    assert seen.split("rendering handlingsprogram-2018.docx …")[-1].startswith("\r\x1b[2K")


def test_stopped_build_renders_nothing(tmp_path: Path) -> None:
    """With --strict, warnings stop the build before a document is rendered."""
    assert "rendering" not in on_terminal(*BUILD, "--strict", cwd=workspace_with(tmp_path, WARNED).root)


def test_simple_terminal_gets_no_escape_sequences(warned: Path) -> None:
    """TERM=dumb can neither colour nor wipe out."""
    assert ESCAPE not in on_terminal(*BUILD, "--force", cwd=warned, TERM="dumb")
