"""check and build of an unchanged year are answered from the cache, and never of a changed one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from osloregion_docs.api.build import build
from osloregion_docs.api.check import check
from osloregion_docs.builder import cache as cache_module
from osloregion_docs.builder import checks, steps
from osloregion_docs.builder.manifest import NAME, Manifests
from osloregion_docs.builder.options import BuildOptions, Choice, Result
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.resources import default_templates
from osloregion_docs.workspace.workspace import Workspace
from tests.builder.attached import CASE, FOLDER, LETTER, PUBLIC, out, year_with
from tests.builder.attached import made as create
from tests.templating.templates import write_template
from tests.years import AS_WORD, CHAPTER, MEASURE, workspace_with

FILE = "handlingsprogram-2018.docx"
WARNED = {"texts/om-oss.md": CHAPTER + "\n8 - 10 brev.\n"}
FAULTY = {"measures/gods.md": MEASURE.replace("løpende", "våren")}
UNREADABLE = {"programme.yaml": "year: [2018\n"}
IN_NO_FONT = {"measures/gods.md": MEASURE.replace("Etablere", "🚀")}
ONE_AT_A_TIME = BuildOptions(AS_WORD, workers=1)
OTHER_CHOICE = Choice(kinds=("action_programme",), formats=("docx",))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A year with a warning, in a workspace with a template of its own."""
    created = workspace_with(tmp_path / "her", WARNED)
    template = created.root / "templates" / "action_programme" / "main.docx"
    template.parent.mkdir(parents=True)
    shutil.copy(default_templates() / "action_programme" / "main.docx", template)
    return created


class NotCachedError(Exception):
    """The answer was not in the cache."""


@pytest.fixture
def only_cached(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it to let every later check and build fail that is not answered from the cache."""

    def fail(*_: object) -> None:
        raise NotCachedError

    def forbid() -> None:
        monkeypatch.setattr(checks, "check_all", fail)
        monkeypatch.setattr(steps, "run", fail)

    return forbid


def check_without_cache(workspace: Workspace) -> Outcome[bool]:
    """Check the year after losing the cache."""
    shutil.rmtree(workspace.root / ".cache", ignore_errors=True)
    return check(workspace, 2018)


def list_states(outcome: Outcome[tuple[Result, ...]]) -> list[tuple[str, str]]:
    """The files and states of a build."""
    return [(result.file, result.state) for result in outcome.value or ()]


@pytest.mark.parametrize("changes", [WARNED, FAULTY, UNREADABLE], ids=["warning", "error", "unreadable"])
def test_check_is_answered_from_the_cache(
    tmp_path: Path, only_cached: Callable[[], None], changes: dict[str, str]
) -> None:
    """With the same value and diagnostics, whether the year has warnings, errors or cannot be assembled."""
    workspace = workspace_with(tmp_path, changes)
    first = check(workspace, 2018)
    only_cached()

    assert check(workspace, 2018) == first
    assert first.diagnostics != ()


def test_build_is_answered_from_the_cache(workspace: Workspace, only_cached: Callable[[], None]) -> None:
    """With the same artefacts and diagnostics; what was built is kept."""
    first = build(workspace, 2018, ONE_AT_A_TIME)
    only_cached()
    second = build(workspace, 2018, ONE_AT_A_TIME)

    assert second.diagnostics == first.diagnostics
    assert [(each.file, each.artefact) for each in second.value or ()] == [
        (each.file, each.artefact) for each in first.value or ()
    ]
    assert (list_states(first), list_states(second)) == ([(FILE, "built")], [(FILE, "kept")])


@pytest.mark.parametrize("changes", [FAULTY, UNREADABLE], ids=["error", "unreadable"])
def test_stopped_build_is_answered_from_the_cache(
    tmp_path: Path, only_cached: Callable[[], None], changes: dict[str, str]
) -> None:
    """It reports the same errors."""
    workspace = workspace_with(tmp_path, changes)
    first = build(workspace, 2018, ONE_AT_A_TIME)
    only_cached()

    assert build(workspace, 2018, ONE_AT_A_TIME) == first
    assert (first.value, first.errors == ()) == (None, False)


def test_strict_build_is_answered_from_the_cache(workspace: Workspace, only_cached: Callable[[], None]) -> None:
    """A strict build has its own answer."""
    build(workspace, 2018, ONE_AT_A_TIME)
    first = build(workspace, 2018, BuildOptions(AS_WORD, strict=True))
    only_cached()

    assert build(workspace, 2018, BuildOptions(AS_WORD, strict=True)) == first
    assert first.value is None


def test_refused_document_is_answered_from_the_cache(tmp_path: Path, only_cached: Callable[[], None]) -> None:
    """A PDF that refuses a character refuses it again, and the others are kept."""
    workspace, options = workspace_with(tmp_path, IN_NO_FONT), BuildOptions(Choice(formats=("docx", "pdf")))
    first = build(workspace, 2018, options)
    only_cached()
    second = build(workspace, 2018, options)

    assert (second.errors, dict(list_states(second))["handlingsprogram-2018.pdf"]) == (first.errors, "missing")
    assert first.errors != ()


@pytest.mark.parametrize(
    "options",
    [
        BuildOptions(AS_WORD, force=True),
        BuildOptions(AS_WORD, strict=True),
        BuildOptions(OTHER_CHOICE),
        BuildOptions(AS_WORD, out=Path("annet")),
    ],
)
def test_other_options_have_another_answer(
    workspace: Workspace, only_cached: Callable[[], None], options: BuildOptions
) -> None:
    """The options are part of the key, and a forced build is never answered from the cache."""
    build(workspace, 2018, ONE_AT_A_TIME)
    only_cached()

    with pytest.raises(NotCachedError):
        build(workspace, 2018, options)


@pytest.mark.parametrize(
    "fact", ["__version__", "libreoffice_version", "tool_identity"], ids=lambda fact: fact.strip("_")
)
def test_other_tool_has_another_answer(
    workspace: Workspace, only_cached: Callable[[], None], monkeypatch: pytest.MonkeyPatch, fact: str
) -> None:
    """The tool's version, its files and the presence of LibreOffice are part of the key."""
    check(workspace, 2018)
    only_cached()
    other = "0" if fact == "__version__" else lambda: "en annen"
    monkeypatch.setattr(cache_module, fact, other)

    with pytest.raises(NotCachedError):
        check(workspace, 2018)


def edit(file: Path) -> None:
    """Edit a file in the output folder."""
    file.write_bytes(b"redigert")


@pytest.mark.parametrize("name", [FILE, NAME])
@pytest.mark.parametrize("change", [edit, Path.unlink], ids=["edited", "deleted"])
def test_changed_output_is_built(
    workspace: Workspace, only_cached: Callable[[], None], name: str, change: Callable[[Path], None]
) -> None:
    """An edited document is reported, a deleted one is written again."""
    build(workspace, 2018, ONE_AT_A_TIME)
    change(workspace.root / "out" / "2018" / name)
    only_cached()

    with pytest.raises(NotCachedError):
        build(workspace, 2018, ONE_AT_A_TIME)


def test_new_start_page_is_built(workspace: Workspace, only_cached: Callable[[], None]) -> None:
    """A start page that somebody put there has to be updated, which a build without one does not do."""
    build(workspace, 2018, ONE_AT_A_TIME)
    (workspace.root / "out" / "2018" / "index.html").touch()
    only_cached()

    with pytest.raises(NotCachedError):
        build(workspace, 2018, ONE_AT_A_TIME)


def test_orphaned_file_is_reported_until_it_is_deleted(tmp_path: Path) -> None:
    """Deleting it changes nothing else in the folder, and still the warning goes."""
    workspace = year_with(tmp_path)
    create(workspace)
    year_with(tmp_path, {LETTER: None, f"{FOLDER}/kontingent.md": CASE.replace("attachments:", "# attachments:")})
    reported = [[each.span.file for each in create(workspace).diagnostics if each.code == "OUT906"] for _ in range(2)]
    (out(workspace) / PUBLIC).unlink()

    assert reported == [[f"out/2018/{PUBLIC}"]] * 2
    assert [each for each in create(workspace).diagnostics if each.code == "OUT906"] == []


def in_year(workspace: Workspace, name: str) -> Path:
    """A path in the year's folder."""
    return workspace.year_folder(2018) / name


CHANGES: dict[str, Callable[[Workspace], object]] = {
    "text": lambda w: in_year(w, "texts/om-oss.md").write_text(CHAPTER, "utf-8"),
    "text of the same length": lambda w: workspace_with(w.root, {"texts/om-oss.md": CHAPTER + "\n8 – 10 brev.\n"}),
    "new file": lambda w: in_year(w, "notat.txt").write_text("x", "utf-8"),
    "new empty file": lambda w: in_year(w, "notat.txt").touch(),
    "new empty folder": lambda w: in_year(w, "notater").mkdir(),
    "deleted file": lambda w: in_year(w, "organs.yaml").unlink(),
    "file renamed": lambda w: in_year(w, "measures/gods.md").rename(in_year(w, "measures/bane.md")),
    "folder instead of a file": lambda w: (in_year(w, "organs.yaml").unlink(), in_year(w, "organs.yaml").mkdir()),
    "template": lambda w: write_template(w.root / "templates" / "action_programme", ["{{ titel }}"]),
    "deleted template": lambda w: shutil.rmtree(w.root / "templates"),
    "link out instead of a file": lambda w: link_outwards(w, "programme/2018/texts/om-oss.md"),
    "link out instead of a template": lambda w: link_outwards(w, "templates/action_programme/main.docx"),
}


def link_outwards(workspace: Workspace, name: str) -> None:
    """Move a file or folder out of the workspace, and leave a link to it."""
    target = workspace.root.parent / "der" / name
    target.parent.mkdir(parents=True)
    (workspace.root / name).rename(target)
    (workspace.root / name).symlink_to(target)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_change_is_missed(workspace: Workspace, change: Callable[[Workspace], object]) -> None:
    """After any change the diagnostics are those of a check without a cache."""
    check(workspace, 2018)
    change(workspace)

    assert check(workspace, 2018).diagnostics == check_without_cache(workspace).diagnostics


@pytest.mark.parametrize("folder", ["programme/2018/texts", "programme/2018", "programme"])
def test_change_behind_a_link_is_seen(workspace: Workspace, folder: str) -> None:
    """A folder may be a link to another one; what changes there changes the answer."""
    link_outwards(workspace, folder)
    check(workspace, 2018)
    in_year(workspace, "texts/om-oss.md").write_text(CHAPTER + "\n9 - 11 brev.\n", "utf-8")

    assert check(workspace, 2018).diagnostics == check_without_cache(workspace).diagnostics


def test_undone_change_has_the_first_answer(workspace: Workspace) -> None:
    """The key depends on the content alone, not on its time."""
    first = check(workspace, 2018)
    workspace_with(workspace.root, {"texts/om-oss.md": CHAPTER})
    check(workspace, 2018)
    workspace_with(workspace.root, WARNED)

    assert check(workspace, 2018) == first


def test_years_have_answers_of_their_own(workspace: Workspace) -> None:
    """A year of the same files is another year."""
    shutil.copytree(workspace.year_folder(2018), workspace.root / "programme" / "2019")
    files = {each.span.file for year in (2018, 2019) for each in check(workspace, year).diagnostics}

    assert files >= {"programme/2018/texts/om-oss.md", "programme/2019/texts/om-oss.md"}


def test_edited_document_is_reported_every_time(workspace: Workspace) -> None:
    """The answer is not cached: it depends on the edited file."""
    build(workspace, 2018, ONE_AT_A_TIME)
    edit(workspace.root / "out" / "2018" / FILE)
    codes = [[each.code for each in build(workspace, 2018, ONE_AT_A_TIME).errors] for _ in range(2)]

    assert codes == [["OUT902"], ["OUT902"]]


def test_manifests_are_parsed_once(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that writes reads the manifests of its folder a single time."""
    build(workspace, 2018, ONE_AT_A_TIME)
    read, read_from = Manifests.read, list[Path]()

    def count(folder: Path) -> Manifests:
        read_from.append(folder)
        return read(folder)

    monkeypatch.setattr(Manifests, "read", count)
    workspace_with(workspace.root, {"texts/om-oss.md": CHAPTER})
    build(workspace, 2018, BuildOptions(workers=1))

    assert len(read_from) == 1
    assert json.loads((workspace.root / "out" / "2018" / NAME).read_text("utf-8"))["artefacts"] != []
