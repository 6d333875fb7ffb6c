"""The project as a whole: generated pages, versions, links, and no paths of a machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from osloregion_docs.api.explain import codes
from osloregion_docs.version import __version__
from tests.cli.running import ran_program

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted([*ROOT.glob("programme/[12]*/**/*.yaml"), *ROOT.glob("examples/*/programme/[12]*/**/*.yaml")])
PAGES = [
    *(ROOT / "README.md", ROOT / "CONTRIBUTING.md"),
    *sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md")]),
]
NOT_RECIPES = [page for page in PAGES if page.name != "CONTRIBUTING.md"]
"""The pages that name existing codes; a recipe may name a new one."""
OF_A_MACHINE = re.compile(
    "|".join(("/" + "work/", "/" + "root/", "/" + "tmp/w/", "/" + r"home/\w+/", r"C:\\" + "Users"))
)
"""Paths that exist on one machine only; written in pieces, so that this file does not contain them itself."""


def name_in_project(file: Path) -> str:
    """A file's name as messages show it."""
    return file.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """The files in git."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607 - the git of the path
    return [file for name in listed.stdout.decode().split("\0") if name and (file := ROOT / name).is_file()]


def test_generated_pages_are_fresh() -> None:
    """docs/rules.md, docs/cli.md, docs/adr/README.md and the JSON Schemas agree with their sources."""
    ended = ran_program(sys.executable, "tools/docs.py", "--check", cwd=ROOT, env={"PYTHONPATH": str(ROOT)})

    assert ended.code == 0, ended.out + ended.err


def test_changelog_begins_with_this_version() -> None:
    """Its newest entry is that of the package's version."""
    versions = re.findall(r"(?m)^## \[?(\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text("utf-8"))

    assert versions[0] == __version__


def test_nothing_of_a_machine_is_tracked(tracked: list[Path]) -> None:
    """No file names a path that exists on one machine only."""
    found = {
        name_in_project(file): match[0]
        for file in tracked
        if (match := OF_A_MACHINE.search(file.read_text("utf-8", "replace")))
    }

    assert found == {}


def test_no_generated_file_is_tracked(tracked: list[Path]) -> None:
    """Neither build outputs nor caches."""
    made = re.compile(r"(^|/)(out|\.cache|__pycache__|dist|\.venv|[^/]*\.egg-info|[^/]*_cache)/|\.py[co]$|(^|/)~\$")

    assert [name_in_project(file) for file in tracked if made.search(name_in_project(file))] == []


def test_text_files_end_as_text_does(tracked: list[Path]) -> None:
    """UTF-8, LF, and a newline at the end."""
    wrong = [
        name_in_project(file)
        for file in tracked
        if file.suffix in {".py", ".md", ".yaml", ".yml", ".toml", ".json"}
        and (raw := file.read_bytes())
        and (b"\r" in raw or not raw.endswith(b"\n") or raw.endswith(b"\n\n") or raw.startswith(b"\xef\xbb\xbf"))
    ]

    assert wrong == []


@pytest.mark.parametrize("file", SOURCES, ids=name_in_project)
def test_source_leads_to_its_schema(file: Path) -> None:
    """Editors find the schema for checks and completion."""
    first = file.read_text("utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)

    assert found is not None
    assert (file.parent / found[1]).is_file()


def test_schema_is_of_the_source(tracked: list[Path]) -> None:
    """organs.yaml leads to the schema of organs, and so on; a file of the folder results/ to that of one measure."""
    leads = {
        "measure-results" if file.parent.name == "results" else file.stem: file.read_text("utf-8")
        .splitlines()[0]
        .rpartition("/")[2]
        for file in SOURCES
        if file in tracked
    }

    assert leads == {stem: f"{stem}.schema.json" for stem in leads}


@pytest.mark.parametrize(
    "file", [*sorted((ROOT / "tests" / "examples").glob("*.yaml")), *NOT_RECIPES], ids=name_in_project
)
def test_codes_that_are_named_exist(file: Path) -> None:
    """Each can be looked up with explain."""
    known = {code.value for code in codes()}
    families = "|".join(sorted({code[:3] for code in known}))
    named = set(re.findall(rf"\b(?:{families})\d{{3}}\b", file.read_text("utf-8")))

    assert named - known == set()


@pytest.mark.parametrize("page", PAGES, ids=name_in_project)
def test_links_between_pages_resolve(page: Path) -> None:
    """Every relative link names an existing file or folder."""
    text = re.sub(r"(?ms)^ *```.*?^ *```", "", page.read_text("utf-8"))
    targets = re.findall(r"(?<!`)\]\((?!https?:|mailto:|#)([^)#\s]+)", re.sub(r"`[^`\n]*`", "", text))

    assert [target for target in targets if not (page.parent / target).exists()] == []
