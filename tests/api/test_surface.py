"""The public names: sorted, importable, light to import; verbs that neither print nor exit."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import osloregion_docs
from osloregion_docs import BuildOptions, Outcome, Workspace, build, check, load
from osloregion_docs.api.doctor import doctor
from osloregion_docs.api.explain import codes, explain
from osloregion_docs.api.listing import listing
from osloregion_docs.api.placeholders import placeholders
from osloregion_docs.api.schema import schema, schema_files
from osloregion_docs.errors import OsloregionDocsError
from tests.cli.running import ran_program
from tests.years import AS_WORD, BUILT, CHAPTER, MAIN, workspace_with


def test_names_are_sorted() -> None:
    """So that one finds them, and nobody's taste decides."""
    assert osloregion_docs.__all__ == sorted(osloregion_docs.__all__)


@pytest.mark.parametrize("name", osloregion_docs.__all__)
def test_name_can_be_imported(name: str) -> None:
    """Every name that is promised is there."""
    assert getattr(osloregion_docs, name) is not None


def test_name_that_is_not_there() -> None:
    """Python reports it, as of any module."""
    with pytest.raises(AttributeError, match="'osloregion_docs' has no attribute 'biuld'"):
        osloregion_docs.biuld  # type: ignore[attr-defined]  # noqa: B018


def test_names_are_shown() -> None:
    """An editor that looks at what has been imported finds what was used."""
    assert {"build", "check", "load"} <= set(vars(osloregion_docs))


def modules_after(statement: str) -> set[str]:
    """The modules that Python holds after one statement."""
    program = f"{statement}; import sys; print(*sys.modules)"
    ended = ran_program(sys.executable, "-c", program)
    assert ended.code == 0, ended.err
    return set(ended.out.split())


def test_importing_the_package_is_light() -> None:
    """Nothing of another package comes along."""
    heavy = {"pydantic", "click", "yaml", "lxml", "docx", "docxtpl", "jinja2", "babel", "pikepdf", "pyromark"}

    assert heavy & modules_after("import osloregion_docs") == set()


def test_library_knows_no_command_line() -> None:
    """Building from Python takes no click."""
    assert "click" not in modules_after("from osloregion_docs import build, check, load, explain, Workspace")


FAULTS: dict[str, dict[str, str | bytes | None]] = {
    "all well": {},
    "warnings": {"texts/om-oss.md": CHAPTER + "\n8 - 10 brev.\n"},
    "errors": {"budget.yaml": "income: mye\n"},
    "no main file": {"programme.yaml": None},
}
VERBS: dict[str, Callable[[Workspace, int], object]] = {"load": load, "check": check, "build": build}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
@pytest.mark.parametrize("changes", FAULTS.values(), ids=FAULTS)
def test_verbs_never_print(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    verb: Callable[[Workspace, int], object],
    changes: dict[str, str | bytes | None],
) -> None:
    """Whatever is wrong, it is in what they return."""
    verb(workspace_with(tmp_path, changes), 2018)

    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
@pytest.mark.parametrize("changes", FAULTS.values(), ids=FAULTS)
def test_verbs_return_an_outcome(
    tmp_path: Path, verb: Callable[[Workspace, int], object], changes: dict[str, str | bytes | None]
) -> None:
    """And never exit."""
    assert isinstance(verb(workspace_with(tmp_path, changes), 2018), Outcome)


def test_other_verbs_never_print(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Nor do those that describe the tool itself."""
    listing(workspace_with(tmp_path))
    placeholders("action_programme")
    explain("TXT401")
    codes()
    doctor()
    schema("measure")
    schema_files()

    assert capfd.readouterr() == ("", "")


def test_outcome_with_nothing_to_say(tmp_path: Path) -> None:
    """A value, and neither errors nor warnings."""
    outcome = check(workspace_with(tmp_path), 2018)

    assert (outcome.value is not None, outcome.diagnostics, outcome.errors, outcome.warnings) == (True, (), (), ())


def test_outcome_sorts_by_severity(tmp_path: Path) -> None:
    """Errors and warnings can be had apart; together they are by file and line."""
    outcome = check(workspace_with(tmp_path, {**FAULTS["errors"], **FAULTS["warnings"]}), 2018)

    assert [[d.code for d in some] for some in (outcome.diagnostics, outcome.errors, outcome.warnings)] == [
        ["MOD103", "TXT403"],
        ["MOD103"],
        ["TXT403"],
    ]


def test_what_build_returns(tmp_path: Path) -> None:
    """A result of each document, with what is now in place."""
    [result] = build(workspace_with(tmp_path), 2018, BuildOptions(AS_WORD)).value or ()
    assert result.artefact is not None
    about = result.artefact

    assert (result.file, result.state, about.kind, about.subject, about.language, about.format) == (
        "handlingsprogram-2018.docx",
        "built",
        "action_programme",
        "programme-2018",
        "nb",
        "docx",
    )


def test_what_build_makes(tmp_path: Path) -> None:
    """The action programme in every format that is not made on request alone, and the start page last."""
    assert tuple(result.file for result in build(workspace_with(tmp_path), 2018).value or ()) == BUILT


def test_year_without_faults_is_made(tmp_path: Path) -> None:
    """Whatever check accepts is in everything that is built."""
    outcome = build(workspace_with(tmp_path), 2018)

    assert ([result.file for result in outcome.value or () if result.state != "built"], outcome.errors) == ([], ())


def test_progress_of_a_build(tmp_path: Path) -> None:
    """Progress is reported twice for each file: when it is begun, and when it is written."""
    events: list[tuple[str, str]] = []
    build(workspace_with(tmp_path), 2018, BuildOptions(AS_WORD), lambda state, file: events.append((state, file)))

    assert events == [("rendering", "handlingsprogram-2018.docx"), ("built", "handlingsprogram-2018.docx")]


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_year_that_is_not_there_is_raised(tmp_path: Path, verb: Callable[[Workspace, int], object]) -> None:
    """What stops the tool is one kind of exception, with a hint."""
    with pytest.raises(OsloregionDocsError) as caught:
        verb(workspace_with(tmp_path), 2017)

    assert (str(caught.value), caught.value.hint) == ("there is no programme/2017", "years here: 2018")


def test_other_out_folder(tmp_path: Path) -> None:
    """Files go where one asks, and nowhere else."""
    workspace = workspace_with(tmp_path / "her", {"programme.yaml": MAIN})
    build(workspace, 2018, BuildOptions(AS_WORD, out=tmp_path / "der"))

    assert ((tmp_path / "der" / "manifest.json").is_file(), (workspace.root / "out").exists()) == (True, False)
