"""What the program prints of itself: help, lists, manual, schemas, completion."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from osloregion_docs.cli.root import root
from tests.cli.running import ROOT, ran, ran_program
from tests.conftest import Golden
from tests.years import workspace_with

COMMANDS = ["build", "check", "completion", "doctor", "explain", "list", "new", "results", "schema", "trace"]
INNER = ["new meeting", "new case", "results export", "results import"]
SCHEMAS = [
    *("programme", "measure", "organs", "budget", "adoption", "meeting", "case", "results", "measure-results"),
    *("annual_report", "measure-register", "meeting-data"),
]


def capture_output(*words: str) -> str:
    """What the program prints, 80 columns wide, in this process."""
    result = CliRunner().invoke(root, words, prog_name="osloregion-docs", terminal_width=80)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_every_command_is_known() -> None:
    """The list above is whole."""
    assert sorted(root.list_commands(None)) == COMMANDS  # type: ignore[arg-type]


@pytest.mark.parametrize("command", ["", *COMMANDS, *INNER])
def test_help(golden: Golden, command: str) -> None:
    """The help of every command, as people read it."""
    golden(f"{'-'.join(('help', *command.split()))}.txt", capture_output(*command.split(), "--help"))


@pytest.mark.parametrize("command", [*COMMANDS, *INNER])
def test_short_help_is_the_same(command: str) -> None:
    """-h and --help."""
    assert capture_output(*command.split(), "-h") == capture_output(*command.split(), "--help")


def test_list(golden: Golden) -> None:
    """Years, formats and kinds of document."""
    golden("list.txt", capture_output("list", "--workspace", str(ROOT)))


def test_fields(golden: Golden) -> None:
    """What the templates of the action programme may use."""
    golden("list-fields.txt", capture_output("list", "--fields", "action_programme"))


def test_explain(golden: Golden) -> None:
    """A page of the manual, with its example."""
    golden("explain-TXT401.txt", capture_output("explain", "TXT401"))


def test_explain_lists_all() -> None:
    """A line each, and no line too long for a terminal."""
    lines = capture_output("explain").splitlines()

    assert (len(lines) > 60, [line for line in lines if len(line) > 100]) == (True, [])


def test_schemas_are_listed() -> None:
    """Without a name: the names."""
    assert capture_output("schema").split() == SCHEMAS


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_a_json_schema(name: str) -> None:
    """Of the draft that it says it is of."""
    schema = json.loads(capture_output("schema", name))

    jsonschema.validators.validator_for(schema, default=None).check_schema(schema)


def test_schemas_are_written_where_the_sources_look_for_them(tmp_path: Path) -> None:
    """Each the same as the one that is capture_output."""
    workspace_with(tmp_path)
    capture_output("schema", "--write", "--workspace", str(tmp_path))

    assert (tmp_path / "programme" / "schema" / "measure.schema.json").read_text("utf-8") == capture_output(
        "schema", "measure"
    )


def complete(*words: str, cwd: Path = ROOT) -> list[str]:
    """What bash offers for the last of these words."""
    env = {
        "_OSLOREGION_DOCS_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(("osloregion-docs", *words)),
        "COMP_CWORD": str(len(words)),
    }
    return [line.partition(",")[2] for line in ran(cwd=cwd, env=env).out.splitlines() if line]


def test_commands_are_completed() -> None:
    """By their first letters."""
    assert complete("c") == ["check", "completion"]


@pytest.mark.parametrize(("begun", "years"), [("", ["2017", "2018"]), ("2018", ["2018"]), ("3", [])])
def test_years_are_completed(tmp_path: Path, begun: str, years: list[str]) -> None:
    """Those of the workspace around the current folder."""
    (workspace_with(tmp_path).root / "programme" / "2017").mkdir()

    assert complete("build", begun, cwd=tmp_path) == years


def test_years_of_another_workspace_are_completed(tmp_path: Path) -> None:
    """Those of the workspace that is named before."""
    workspace_with(tmp_path / "der")

    assert complete("check", "--workspace", str(tmp_path / "der"), "2", cwd=tmp_path) == ["2018"]


def test_completing_without_a_workspace(tmp_path: Path) -> None:
    """No years, and no word of what is wrong in the middle of a line that one types."""
    assert complete("check", "", cwd=tmp_path) == []


def test_options_are_completed() -> None:
    """With their choices."""
    assert complete("check", "2018", "--output-format", "g") == ["github"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(tmp_path: Path, shell: str) -> None:
    """It asks the program by the name that it is installed under, and the shell can read it."""
    script = tmp_path / "script"
    script.write_text(capture_output("completion", shell), "utf-8")
    readable = ran_program(shell, "-n", str(script)).code == 0 if shutil.which(shell) else True

    assert (f"_OSLOREGION_DOCS_COMPLETE={shell}_complete" in script.read_text("utf-8"), readable) == (True, True)
