"""What may be published tells nothing of exempt cases: neither the manifest, nor any file of the example."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from osloregion_docs.api.again import build_again
from osloregion_docs.api.build import build
from osloregion_docs.builder.manifest import INTERNAL as INTERNAL_MANIFEST
from osloregion_docs.builder.manifest import NAME, read_manifest
from osloregion_docs.builder.options import BuildOptions, Choice
from osloregion_docs.workspace.workspace import Workspace
from tests.builder.attached import (
    ALONE,
    CASE,
    EXEMPT,
    FOLDER,
    INTERNAL,
    OFFER,
    PUBLIC,
    REPORTED,
    out,
    states,
    year_with,
)
from tests.cli.running import ROOT

AS_TEXT = Choice(("agenda", "case_paper", "minutes", "attachment"), ("txt",))
SECRETS = ("leie", "hemmelig", "tilbud", "fortrolig")


@pytest.fixture
def year(tmp_path: Path) -> Workspace:
    """A year with an exempt case, built."""
    workspace = year_with(tmp_path)
    states(workspace, AS_TEXT)
    return workspace


def told(workspace: Workspace, name: str = NAME) -> str:
    """What a manifest says, in small letters."""
    return (out(workspace) / name).read_text("utf-8").lower()


def test_public_manifest_tells_nothing_of_exempt_cases(year: Workspace) -> None:
    """Neither their files, their sources, nor what they are called."""
    assert [secret for secret in SECRETS if secret in told(year)] == []


def test_internal_manifest_tells_the_rest(year: Workspace) -> None:
    """The files of the internal edition, and the sources of exempt cases."""
    whole = json.loads(told(year, INTERNAL_MANIFEST))

    assert INTERNAL in {artefact["file"] for artefact in whole["artefacts"]}
    assert set(whole["sources"]) == {f"programme/2018/{FOLDER}/leie.md"}


def test_both_manifests_are_read(year: Workspace) -> None:
    """As one, so that nothing internal counts as edited by hand."""
    assert {PUBLIC, INTERNAL, REPORTED} <= set(read_manifest(out(year)))


def test_year_without_anything_exempt_has_one_manifest(tmp_path: Path) -> None:
    """No folder is made for nothing."""
    workspace = year_with(tmp_path, {f"{FOLDER}/leie.md": CASE.replace("4/18", "5/18"), OFFER: None})
    states(workspace)

    assert not (out(workspace) / "intern").exists()


def test_paper_that_has_become_exempt_is_not_told_of(tmp_path: Path) -> None:
    """Its file still stands in the public folder, and the build warns of it; the manifest does not name it."""
    workspace = year_with(
        tmp_path, {f"{FOLDER}/leie.md": EXEMPT.replace("exempt: true\nlegal_basis: offentleglova § 23\n", "")}
    )
    before = states(workspace, AS_TEXT)
    year_with(workspace.root)
    states(workspace, AS_TEXT)

    assert any("leie" in file for file in before)
    assert [secret for secret in SECRETS if secret in told(workspace)] == []


def test_start_page_does_not_list_a_paper_that_has_become_exempt(tmp_path: Path) -> None:
    """Not even when other kinds of document were built since, and the old file is still in the public folder."""
    public = EXEMPT.replace("exempt: true\nlegal_basis: offentleglova § 23\n", "")
    workspace = year_with(tmp_path, {f"{FOLDER}/leie.md": public})
    states(workspace, Choice(formats=("html",)))
    before = told(workspace, "index.html")
    year_with(workspace.root)
    states(workspace, Choice(("agenda", "start_page"), ("html",)))

    assert "leie" in before
    assert [secret for secret in SECRETS if secret in told(workspace, "index.html")] == []


def test_paper_of_a_deleted_case_is_not_told_of(tmp_path: Path) -> None:
    """Nobody knows any more whether it was exempt."""
    workspace = year_with(tmp_path)
    states(workspace, AS_TEXT)
    year_with(workspace.root, {f"{FOLDER}/meeting.yaml": "organ: radet\ndate: 2018-06-12\nagenda: [leie]\n"})
    (workspace.year_folder(2018) / FOLDER / "kontingent.md").unlink()
    states(workspace, AS_TEXT)

    assert "kontingent" not in told(workspace)


def test_lost_internal_manifest_is_written_anew(tmp_path: Path) -> None:
    """The last answer does not stand without it."""
    workspace = year_with(tmp_path)
    build_again(workspace, 2018, BuildOptions(ALONE), lambda *_: None)
    before = told(workspace, INTERNAL_MANIFEST)
    (out(workspace) / INTERNAL_MANIFEST).unlink()
    build_again(workspace, 2018, BuildOptions(ALONE), lambda *_: None)

    assert told(workspace, INTERNAL_MANIFEST) == before


def test_manifest_of_an_earlier_version_is_taken_apart(year: Workspace) -> None:
    """One that told of all is told anew in two."""
    whole = json.loads((out(year) / NAME).read_text("utf-8"))
    whole["artefacts"] += json.loads((out(year) / INTERNAL_MANIFEST).read_text("utf-8"))["artefacts"]
    (out(year) / NAME).write_text(json.dumps(whole), "utf-8")
    (out(year) / INTERNAL_MANIFEST).unlink()
    states(year, AS_TEXT)

    assert [secret for secret in SECRETS if secret in told(year)] == []
    assert INTERNAL in told(year, INTERNAL_MANIFEST)


def test_no_public_file_of_the_example_names_what_is_exempt(tmp_path: Path) -> None:
    """Neither by title nor by id: no text, no place for links, no property, no address."""
    build(Workspace(ROOT / "examples" / "fjordregionen"), 2025, BuildOptions(out=tmp_path))
    public = [file for file in tmp_path.rglob("*") if file.is_file() and "intern" not in file.parts]
    words = ("lonn-daglig-leder", "lønn til daglig leder", "lervoll", "intern/")

    assert len(public) > 100
    assert [(file.name, word) for file in public for word in words if word in _all_of(file).lower()] == []


def _all_of(file: Path) -> str:
    """All text in a file, with the names and addresses that a reader does not see."""
    if file.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(file) as package:
            return " ".join(package.read(name).decode("utf-8", "ignore") for name in package.namelist())
    if file.suffix == ".pdf":
        shown = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))
        with pikepdf.open(file) as pdf:
            pdf.save(plain := BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
        return shown + plain.getvalue().decode("utf-8", "ignore")
    return file.read_text("utf-8", "ignore")
