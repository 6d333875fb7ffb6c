"""Commands start quickly: those that need no model do not import it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import environment
from tests.years import CHAPTER, MEASURE, workspace_with

HEAVY = ("pydantic", "yaml", "jinja2", "lxml", "osloregion_docs.model", "osloregion_docs.documents")
WARNED = {"texts/om-oss.md": CHAPTER + "\n8 - 10 brev.\n"}
FAULTY = {"measures/gods.md": MEASURE.replace("løpende", "våren")}
PROGRAM = """
import sys
from osloregion_docs.cli.root import root
code = root.main(sys.argv[1:], standalone_mode=False)
print(code or 0, *sorted(sys.modules), file=sys.stderr)
"""


def run(*words: str) -> tuple[str, set[str], str]:
    """Run a command in a process of its own: its exit code, the modules it imported, and its output."""
    command = [sys.executable, "-c", PROGRAM, *words]
    done = subprocess.run(command, capture_output=True, env=environment({}), encoding="utf-8", check=True)
    code, *modules = done.stderr.splitlines()[-1].split()
    return code, set(modules), done.stdout


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["list"]], ids=" ".join)
def test_command_imports_no_model(tmp_path: Path, words: list[str]) -> None:
    """Neither the model nor the libraries that only reading, checking and rendering need."""
    workspace = ["--workspace", str(workspace_with(tmp_path).root)] if words == ["list"] else []
    _, modules, _ = run(*words, *workspace)

    assert [name for name in HEAVY if name in modules] == []


@pytest.mark.parametrize(("changes", "code"), [(WARNED, "0"), (FAULTY, "1")], ids=["warning", "error"])
def test_check_of_an_unchanged_year_imports_no_model(tmp_path: Path, changes: dict[str, str], code: str) -> None:
    """It reports the same again and ends with the same code."""
    command = ["check", "2018", "--workspace", str(workspace_with(tmp_path, changes).root)]
    first_code, _, first = run(*command)
    second_code, modules, second = run(*command)

    assert (second_code, second) == (first_code, first) == (code, second)
    assert [name for name in HEAVY if name in modules] == []
