"""How the program ends: 0 when all is well, 1 when something was found or not made, 2 when it was called wrongly."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from osloregion_docs.version import __version__
from tests.cli.running import ROOT, ran, ran_program
from tests.years import CHAPTER, workspace_with

PROGRAM = ROOT / "cli.py"
YEARS = {
    "clean": {},
    "warned": {"texts/om-oss.md": CHAPTER + "\n8 - 10 brev.\n"},
    "faulty": {"budget.yaml": "income: mye\n"},
}


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of each of these years."""
    root = tmp_path_factory.mktemp("år")
    for name, changes in YEARS.items():
        workspace_with(root / name, changes)
    return root


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        ("check", "clean", 0),
        ("check --strict", "clean", 0),
        ("build", "clean", 0),
        ("check", "warned", 0),
        ("check --strict", "warned", 1),
        ("build --format docx", "warned", 0),
        ("build --format docx --strict", "warned", 1),
        ("check", "faulty", 1),
        ("build", "faulty", 1),
    ],
)
def test_end_of_check_and_build(years: Path, words: str, name: str, code: int) -> None:
    """Warnings count where one asks for it, errors always."""
    assert ran(*words.split(), "2018", cwd=years / name).code == code


def test_build_that_leaves_a_file_alone_ends_with_one(tmp_path: Path) -> None:
    """A document that was requested and not built is no success."""
    (workspace_with(tmp_path).root / "out" / "2018").mkdir(parents=True)
    (tmp_path / "out" / "2018" / "handlingsprogram-2018.docx").write_text("redigert", "utf-8")
    ended = ran("build", "2018", "--format", "docx", cwd=tmp_path)

    assert (ended.code, "missing handlingsprogram-2018.docx" in ended.out) == (1, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("chekc 2018", 'there is no command "chekc"; did you mean "check"?'),
        ("render 2018", 'there is no command "render"; see --help'),
        ("check", "Missing argument 'YEAR'"),
        ("check i-år", "'i-år' is not a valid integer range"),
        ("check 18", "18 is not in the range"),
        ("check 2018 --stric", "Did you mean"),
        ("check 2018 --output-format xml", "'xml' is not one of"),
        ("check 2017", "error: there is no programme/2017\n  hint: years here: 2018"),
        ("build 2017", "error: there is no programme/2017\n  hint: years here: 2018"),
        (
            "build 2018 --only fortellinger",
            'error: there is no document kind "fortellinger"\n  hint: there is: action_programme',
        ),
        ("build 2018 --format doc", 'error: there is no format "doc"\n  hint: did you mean "docx"?'),
        ("build 2018 --language nn", '"nn"\n  hint: there is: nb'),
        ("build 2018 --jobs 0", "0 is not in the range"),
        ("check 2018 --workspace ikke-her", "'ikke-her' does not exist"),
        ("explain TXT4011", 'error: there is no code "TXT4011"\n  hint: did you mean "TXT4'),
        (
            "list --fields fortellinger",
            'error: there is no document kind "fortellinger"\n  hint: there is: action_programme',
        ),
        ("completion csh", "'csh' is not one of"),
        ("schema measures", "'measures' is not one of"),
    ],
)
def test_wrong_call(words: str, expected: str) -> None:
    """It ends with 2, says what was wrong on standard error, and prints nothing else."""
    ended = ran(*words.split())

    assert (ended.code, ended.out, expected in ended.err) == (2, "", True), ended.err


def test_no_workspace_here(tmp_path: Path) -> None:
    """The message names the folder and what to do."""
    ended = ran("check", "2018", cwd=tmp_path)

    assert (ended.code, ended.err) == (
        2,
        (
            f"error: there is no folder named programme in {tmp_path} or above it\n"
            "  hint: go to the folder that holds programme/, or name it with --workspace\n"
        ),
    )


@pytest.mark.parametrize("command", [("cli.py",), ("-m", "osloregion_docs")])
def test_version(command: tuple[str, ...]) -> None:
    """From a checkout and as a module."""
    ended = ran_program(sys.executable, *command, "--version")

    assert (ended.code, ended.out) == (0, f"osloregion-docs {__version__}\n")


def test_program_without_words_shows_its_help() -> None:
    """It says what it can do, and that it was called wrongly."""
    ended = ran()

    assert (ended.code, "Usage: osloregion-docs" in ended.out + ended.err) == (2, True)


def test_workspace_is_found_from_a_folder_inside() -> None:
    """The same is found, under the same names, whatever the current folder is."""
    assert ran("check", "2018", cwd=ROOT / "programme" / "2018" / "measures") == ran("check", "2018")


def test_workspace_is_named(tmp_path: Path) -> None:
    """From anywhere."""
    assert ran("check", "2018", "--workspace", str(ROOT), cwd=tmp_path) == ran("check", "2018")


def test_reader_that_goes_away() -> None:
    """`check 2018 | head -1` shows one line and no traceback."""
    line = f"'{sys.executable}' '{PROGRAM}' explain | head -1"
    ended = ran_program("/bin/sh", "-c", line)

    assert (ended.out.count("\n"), ended.err) == (1, "")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_output_in_an_old_encoding(tmp_path: Path, encoding: str) -> None:
    """As when a Windows machine writes to a file: every finding is still reported."""
    command = f"'{PROGRAM}' check 2018 >'{tmp_path}/found' 2>'{tmp_path}/err'"
    ended = ran_program(
        "/bin/sh", "-c", f"'{sys.executable}' {command}", env={"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    )
    lines = re.findall(rb"(?m)^programme/\S+: warning", (tmp_path / "found").read_bytes())

    assert (ended.code, len(lines)) == (0, 11), (tmp_path / "err").read_text("latin-1")[-300:]
