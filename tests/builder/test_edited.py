"""Files in the output folder that somebody has edited, or put there: they are left as they are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from osloregion_docs.api.build import build
from osloregion_docs.builder.cache import Cache
from osloregion_docs.builder.manifest import NAME, Manifests
from osloregion_docs.builder.options import BuildOptions
from osloregion_docs.builder.plan import plan
from osloregion_docs.renderers.renderer import Rendered
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace
from tests.builder.jobs import build_jobs
from tests.years import AS_WORD, CHAPTER, MAIN, workspace_with

FILE = "handlingsprogram-2018.docx"
NYNORSK = "handlingsprogram-2018-nn.docx"
TWO_LANGUAGES = {"programme.yaml": MAIN + "languages: [nb, nn]\n"}
OTHER = {"texts/om-oss.md": CHAPTER.replace("allianse", "forening")}


@pytest.fixture
def year(tmp_path: Path) -> Workspace:
    """The smallest year, built."""
    workspace = workspace_with(tmp_path)
    assert states(workspace) == {FILE: "built"}
    return workspace


def standing(workspace: Workspace, file: str = FILE) -> Path:
    """A file in the output folder."""
    return workspace.root / "out" / "2018" / file


def states(workspace: Workspace, *, force: bool = False) -> dict[str, str]:
    """Build, and what came of each file: its state, or the code that says why not."""
    outcome = build(workspace, 2018, BuildOptions(AS_WORD, force=force, workers=1))
    assert outcome.value is not None, outcome.diagnostics
    return {result.file: result.state if result.artefact else result.diagnostics[0].code for result in outcome.value}


def edit(workspace: Workspace, file: str = FILE) -> bytes:
    """Save a file of the output folder in another form, as Word does; what it holds now."""
    standing(workspace, file).write_bytes(b"redigert")
    return b"redigert"


def test_unchanged_year_is_kept(year: Workspace) -> None:
    """Nothing is edited, nothing is built."""
    assert states(year) == {FILE: "kept"}


def test_changed_year_is_built(year: Workspace) -> None:
    """What we built ourselves is overwritten."""
    workspace_with(year.root, OTHER)

    assert states(year) == {FILE: "built"}


@pytest.mark.parametrize("changes", [{}, OTHER], ids=["same sources", "other sources"])
def test_edited_file_is_reported(year: Workspace, changes: dict[str, str]) -> None:
    """OUT902, whether the sources have changed or not."""
    edit(year)
    workspace_with(year.root, changes)

    assert states(year) == {FILE: "OUT902"}


def test_edited_file_is_untouched(year: Workspace) -> None:
    """Not a byte of it changes."""
    edited = edit(year)
    workspace_with(year.root, OTHER)
    states(year)

    assert standing(year).read_bytes() == edited


def test_edited_file_is_reported_every_time(year: Workspace) -> None:
    """Having reported it once does not make the edits ours."""
    edit(year)
    states(year)

    assert states(year) == {FILE: "OUT902"}


def test_hint_says_what_to_do(year: Workspace) -> None:
    """Take the edits home, or save them elsewhere, or force."""
    edit(year)
    outcome = build(year, 2018, BuildOptions(AS_WORD))

    assert [("into the sources" in d.hint, "--force" in d.hint) for d in outcome.errors] == [(True, True)]


def test_manifest_keeps_its_entry_of_an_edited_file(year: Workspace) -> None:
    """What was built last is still listed."""
    before = Manifests.read(standing(year).parent).artefacts[FILE]
    edit(year)
    workspace_with(year.root, OTHER)
    states(year)

    assert Manifests.read(standing(year).parent).artefacts[FILE] == before


def test_force_overwrites(year: Workspace) -> None:
    """Who asks for it gets it."""
    before = standing(year).read_bytes()
    edit(year)

    assert (states(year, force=True), standing(year).read_bytes()) == ({FILE: "built"}, before)


def test_edits_taken_back_are_no_edits(year: Workspace) -> None:
    """The file as it was built is ours again."""
    before = standing(year).read_bytes()
    edit(year)
    states(year)
    standing(year).write_bytes(before)

    assert states(year) == {FILE: "kept"}


def test_edited_file_moved_away_is_built_again(year: Workspace) -> None:
    """Saved under another name, it is no longer in the way, and is left alone."""
    edit(year)
    standing(year).rename(standing(year, "mitt utkast.docx"))

    assert (states(year), standing(year, "mitt utkast.docx").read_bytes()) == ({FILE: "built"}, b"redigert")


def test_edited_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """The other language is built."""
    workspace = workspace_with(tmp_path, TWO_LANGUAGES)
    states(workspace)
    edit(workspace)
    workspace_with(tmp_path, {**TWO_LANGUAGES, **OTHER})

    assert states(workspace) == {FILE: "OUT902", NYNORSK: "built"}


def test_strange_file_is_not_overwritten(tmp_path: Path) -> None:
    """A file that was there before the first build is somebody's."""
    workspace = workspace_with(tmp_path)
    standing(workspace).parent.mkdir(parents=True)

    assert (edit(workspace), states(workspace), standing(workspace).read_bytes()) == (
        b"redigert",
        {FILE: "OUT902"},
        b"redigert",
    )


def test_strange_file_is_not_in_the_manifest(tmp_path: Path) -> None:
    """The manifest names only what was built."""
    workspace = workspace_with(tmp_path)
    standing(workspace).parent.mkdir(parents=True)
    edit(workspace)
    states(workspace)

    assert Manifests.read(standing(workspace).parent).artefacts == {}


def test_crash_before_the_manifest_leaves_no_edit(year: Workspace) -> None:
    """A file that was written, but never recorded in the manifest, is still ours."""
    workspace_with(year.root, OTHER)
    loaded = load(year, 2018).value
    assert loaded is not None
    jobs = plan(year, loaded.programme, AS_WORD)
    build_jobs(jobs, standing(year).parent, Cache.of_workspace(year))
    workspace_with(year.root)

    assert states(year) == {FILE: "built"}


def test_crash_after_rendering_renders_nothing_twice(year: Workspace) -> None:
    """What was rendered and never written is taken from the cache."""
    file = standing(year)
    file.unlink()
    (file.parent / NAME).unlink()
    told: list[str] = []
    build(year, 2018, BuildOptions(AS_WORD, workers=1), lambda state, _file: told.append(state))

    assert told == ["built"]


def test_lost_manifest_makes_no_edits(year: Workspace) -> None:
    """The cache still knows what was built."""
    (standing(year).parent / NAME).write_text("{", "utf-8")
    workspace_with(year.root, OTHER)

    assert states(year) == {FILE: "built"}


def test_lost_cache_makes_no_edits(year: Workspace) -> None:
    """The manifest still knows what was built."""
    shutil.rmtree(year.root / ".cache")
    workspace_with(year.root, OTHER)

    assert states(year) == {FILE: "built"}


def test_lost_manifest_is_written_again(year: Workspace) -> None:
    """The next build makes it whole, though it builds nothing."""
    before = (standing(year).parent / NAME).read_bytes()
    (standing(year).parent / NAME).write_text("{", "utf-8")
    states(year)

    assert (standing(year).parent / NAME).read_bytes() == before


def test_one_document_saved_over_another_is_seen(tmp_path: Path) -> None:
    """A file that was built is no edit in another's place, and is put right."""
    workspace = workspace_with(tmp_path, {**TWO_LANGUAGES, "adoption.yaml": "state: draft\n"})
    states(workspace)
    standing(workspace).write_bytes(standing(workspace, NYNORSK).read_bytes())

    assert states(workspace) == {FILE: "built", NYNORSK: "kept"}


def test_comment_changes_the_manifest_alone(year: Workspace) -> None:
    """A source that changed without a reader seeing it: its digest changes, the document does not."""
    workspace_with(year.root, {"programme.yaml": "# et ord\n" + MAIN})
    before = json.loads((standing(year).parent / NAME).read_text("utf-8"))
    states(year)
    after = json.loads((standing(year).parent / NAME).read_text("utf-8"))

    assert (before["artefacts"] == after["artefacts"], before["sources"] == after["sources"]) == (True, False)


def test_manifest_contains_the_digest_of_the_existing_file(year: Workspace) -> None:
    """Size and digest are those of the file."""
    content = standing(year).read_bytes()
    artefact = Manifests.read(standing(year).parent).artefacts[FILE]

    assert (artefact.sha256, artefact.size) == (Rendered(content).sha256, len(content))
