"""The key of an artefact: it changes with all that a renderer sees, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from osloregion_docs.builder.cache import make_key
from osloregion_docs.builder.plan import plan
from osloregion_docs.builder.rendering import Digests, digest_inputs
from osloregion_docs.renderers.renderer import LinkedFile, RenderAssets
from osloregion_docs.workspace.load import load
from tests.builder.jobs import FakeJob, document, job, other_program
from tests.documents.pictures import gallery, made_accounts, made_statuses
from tests.years import AS_WORD, CHAPTER, MAIN, MEASURE, workspace_with

SHOWING = f"{CHAPTER}\n{{{{ measure_areas }}}}\n"
"""A chapter under which the measures stand."""


def key(of: FakeJob) -> str:
    """The key of a job."""
    return make_key("artefact", digest_inputs(of, Digests()))


def with_other_template(of: FakeJob) -> FakeJob:
    """The job, its template in another file with other bytes."""
    other = of.template.with_name("annen.txt")
    other.write_text("annen mal: ", "utf-8")
    return replace(of, template=other)


def with_assets(of: FakeJob, name: str = "side.txt", page: str = "side", linked_file: str = "ord.pdf") -> FakeJob:
    """The job, with a file that it draws in and a link to another format of the document."""
    file = of.template.with_name("fra-malene.txt")
    file.write_text(page, "utf-8")
    return replace(of, assets=RenderAssets({name: file}, (LinkedFile("pdf", linked_file),)))


CHANGES: dict[str, Callable[[FakeJob], FakeJob]] = {
    "context": lambda of: replace(of, document=document("en annen tekst")),
    "title": lambda of: replace(of, document=document(title="En annen tittel")),
    "kind": lambda of: replace(of, document=replace(of.document, kind="speech")),
    "language": lambda of: replace(of, document=replace(of.document, language="nn")),
    "template": with_other_template,
    "programs": lambda of: replace(of, made_by=replace(of.made_by, programs=other_program)),
    "format": lambda of: replace(of, made_by=replace(of.made_by, format="md")),
    "version": lambda of: replace(of, made_by=replace(of.made_by, version=2)),
    "nothing drawn in": lambda of: replace(of, assets=RenderAssets(linked_files=of.assets.linked_files)),
    "what is drawn in": lambda of: with_assets(of, page="en annen side"),
    "its name": lambda of: with_assets(of, name="annen.txt"),
    "no linked file": lambda of: replace(of, assets=RenderAssets(of.assets.shared)),
    "another linked file": lambda of: with_assets(of, linked_file="annet.pdf"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_key_changes_with_what_the_renderer_sees(tmp_path: Path, change: Callable[[FakeJob], FakeJob]) -> None:
    """Whatever could change the bytes changes the key."""
    job_before = with_assets(job(tmp_path))
    before = key(job_before)

    assert key(change(job_before)) != before


def test_key_is_the_same_for_the_same(tmp_path: Path) -> None:
    """The same document in another folder, under another name, has the same key."""
    (tmp_path / "annet sted").mkdir()

    assert key(with_assets(job(tmp_path))) == key(with_assets(job(tmp_path / "annet sted", file="annet.txt")))


def key_of_year(root: Path, **changes: str) -> str:
    """The key of the smallest year's action programme, with some files changed."""
    files = {"texts/om-oss.md": SHOWING, **{name.replace("__", "/"): text for name, text in changes.items()}}
    workspace = workspace_with(root, files)
    loaded = load(workspace, 2018).value
    assert loaded is not None
    [job] = plan(workspace, loaded.programme, AS_WORD)
    return make_key("artefact", digest_inputs(job, Digests()))


SHOWN_NOWHERE = {
    "what a measure serves": {"measures__gods.md": MEASURE.replace("parties:", "serves: [areal/dialog]\nparties:")},
    "what an area serves": {"programme.yaml": MAIN.replace("serves: [areal], ", "")},
    "a comment": {"programme.yaml": "# et ord\n" + MAIN},
    "blank lines": {"texts__om-oss.md": SHOWING + "\n\n"},
    "a line broken elsewhere": {"texts__om-oss.md": SHOWING.replace("er en", "er\nen")},
    "an organ that nobody names": {"organs.yaml": "- {id: radet, name: Rådet, kind: council}\n"},
}


@pytest.mark.parametrize("changes", SHOWN_NOWHERE.values(), ids=SHOWN_NOWHERE)
def test_key_does_not_change_with_what_no_document_shows(tmp_path: Path, changes: dict[str, str]) -> None:
    """A change that no reader can see renders nothing again."""
    assert key_of_year(tmp_path / "etter", **changes) == key_of_year(tmp_path / "før")


SHOWN = {
    "a title": {"measures__gods.md": MEASURE.replace("mer gods", "mindre gods")},
    "a timeframe": {"measures__gods.md": MEASURE.replace("løpende", "2018")},
    "a party": {"measures__gods.md": MEASURE.replace("[Sekretariatet]", "[Styret]")},
    "content": {"measures__gods.md": MEASURE + "- Mer\n"},
    "a chapter": {"texts__om-oss.md": SHOWING.replace("allianse", "forening")},
    "the address": {"programme.yaml": MAIN.replace("Rådhuset", "Slottet")},
    "an area": {"programme.yaml": MAIN.replace("Areal og transport, serves", "Areal, serves")},
    "the adoption": {"adoption.yaml": "state: proposed\n"},
}


@pytest.mark.parametrize("changes", SHOWN.values(), ids=SHOWN)
def test_key_changes_with_what_a_document_shows(tmp_path: Path, changes: dict[str, str]) -> None:
    """A change that a reader can see renders the document again."""
    assert key_of_year(tmp_path / "etter", **changes) != key_of_year(tmp_path / "før")


MARKED = [
    "a b",
    "**a** b",
    "*a* b",
    "a **b**",
    "- a b",
    "1. a b",
    "2. a b",
    "- a\n- b",
    "- a\n  - b",
    "a\n\nb",
    "a&nbsp;b",
]
MARKED += ["[a b](gods)", "[a](gods) b", "[a b](https://x.no)", "### a b", "## a b"]


def test_texts_that_look_different_have_different_keys(tmp_path: Path) -> None:
    """Looks, lists and links are part of the key, not words alone."""
    texts = {text: {"texts__om-oss.md": f"{SHOWING}\n{text}\n"} for text in MARKED}
    keys = {text: key_of_year(tmp_path / str(place), **texts[text]) for place, text in enumerate(MARKED)}

    assert sorted(keys.values()) == sorted(set(keys.values()))


def test_picture_counts_with_all_that_it_shows(tmp_path: Path) -> None:
    """Another value in a picture, or another library that draws it, is another artefact."""
    plain, drawn = job(tmp_path), replace(job(tmp_path), document=gallery(made_statuses()))
    other = made_statuses().model_copy(update={"chart": made_accounts().chart})

    assert key(drawn) != key(replace(drawn, document=gallery(other)))
    assert ["matplotlib" in digest_inputs(each, Digests())["programs"] for each in (plain, drawn)] == [False, True]
