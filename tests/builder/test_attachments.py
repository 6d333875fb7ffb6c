"""What is sent along is in the output: where it may be read, as it is, and under the same care as documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.api.build import build
from osloregion_docs.builder.cache import Cache
from osloregion_docs.builder.manifest import Manifests
from osloregion_docs.builder.options import BuildOptions, Choice
from osloregion_docs.renderers.open_data import passthrough
from osloregion_docs.renderers.renderer import Rendered
from osloregion_docs.workspace.workspace import Workspace
from tests.builder.attached import (
    ALONE,
    CASE,
    EXEMPT,
    FOLDER,
    INTERNAL,
    LETTER,
    PUBLIC,
    REPORTED,
    lying,
    made,
    out,
    states,
    year_with,
)
from tests.builder.test_start_page import listed
from tests.years import MAIN

BOTH = CASE.replace("file: brev.pdf}", "file: brev.pdf}, {title: Tilbud, file: tilbud.pdf}")


@pytest.fixture
def year(tmp_path: Path) -> Workspace:
    """The year, built."""
    workspace = year_with(tmp_path)
    states(workspace)
    return workspace


def test_files_lie_with_their_meeting(year: Workspace) -> None:
    """Byte for byte; those of exempt cases where nobody publishes them, and those of the report in addition."""
    assert lying(year) == {PUBLIC: b"et brev", INTERNAL: b"et tilbud", REPORTED: b"en beretning"}


def test_file_of_a_public_case_is_public(tmp_path: Path) -> None:
    """It is there once, however many name it."""
    assert set(lying(_built(tmp_path, {f"{FOLDER}/kontingent.md": BOTH}))) == {
        PUBLIC,
        INTERNAL.removeprefix("intern/"),
        REPORTED,
    }


def test_file_that_is_public_because_of_one_case_has_its_title(tmp_path: Path) -> None:
    """What the exempt case calls it is published nowhere."""
    workspace = _built(tmp_path, {f"{FOLDER}/kontingent.md": BOTH})

    assert Manifests.read(out(workspace)).artefacts[INTERNAL.removeprefix("intern/")].title == "Tilbud"


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({f"{FOLDER}/attachments/utkast.pdf": b"x"}, id="no case names it"),
        pytest.param(
            {f"{FOLDER}/kontingent.md": CASE.replace("pdf}", "pdf}, {title: U, kind: unprinted, file: utkast.pdf}")}
            | {f"{FOLDER}/attachments/utkast.pdf": b"x"},
            id="it is not printed",
        ),
        pytest.param(
            {f"{FOLDER}/kontingent.md": CASE.replace("pdf}", "pdf}, {title: U, file: utkast.pdf}")},
            id="it is not there",
        ),
    ],
)
def test_what_is_not_sent_is_not_copied(tmp_path: Path, changes: dict[str, str | bytes | None]) -> None:
    """Only what is sent along is there."""
    assert set(lying(_built(tmp_path, changes))) == {PUBLIC, INTERNAL, REPORTED}


def test_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    """It counts as a file that is not there."""
    (tmp_path / "utenfor.pdf").write_bytes(b"passord")
    workspace = year_with(tmp_path / "inne", {LETTER: None})
    (workspace.year_folder(2018) / LETTER).symlink_to(tmp_path / "utenfor.pdf")
    codes = [said.code for said in made(workspace).diagnostics]

    assert (PUBLIC in lying(workspace), "MTG924" in codes) == (False, True)


def test_unchanged_files_are_kept(year: Workspace) -> None:
    """Nothing is written."""
    assert set(states(year).values()) == {"kept"}


def test_unchanged_year_is_not_looked_at(tmp_path: Path) -> None:
    """The last state is final, also for what is sent along."""
    workspace, told = year_with(tmp_path), list[str]()
    build(workspace, 2018, BuildOptions(ALONE), lambda *_: None)
    build(workspace, 2018, BuildOptions(ALONE), lambda _state, file: told.append(file))

    assert told == []


def test_copy_that_was_taken_away_comes_back(tmp_path: Path) -> None:
    """The last answer does not stand where a file is gone."""
    workspace = year_with(tmp_path)
    build(workspace, 2018, BuildOptions(ALONE), lambda *_: None)
    (out(workspace) / PUBLIC).unlink()
    build(workspace, 2018, BuildOptions(ALONE), lambda *_: None)

    assert lying(workspace)[PUBLIC] == b"et brev"


def test_exchanged_file_is_copied_again(year: Workspace) -> None:
    """The old file there was ours."""
    year_with(year.root, {LETTER: b"et nytt brev"})

    assert (states(year)[PUBLIC], lying(year)[PUBLIC]) == ("built", b"et nytt brev")


def test_edited_copy_is_not_overwritten(year: Workspace) -> None:
    """OUT902, as of every document."""
    (out(year) / PUBLIC).write_bytes(b"med notater")

    assert (states(year)[PUBLIC], lying(year)[PUBLIC]) == ("OUT902", b"med notater")


def test_copy_of_what_is_not_named_any_more_is_reported(year: Workspace) -> None:
    """OUT906: it remains as it was, and nothing leads to it."""
    year_with(
        year.root,
        {f"{FOLDER}/kontingent.md": CASE.replace("attachments: [{title: Brev fra fylket, file: brev.pdf}]\n", "")},
    )

    assert _gone(year) == [f"out/2018/{PUBLIC}"]


def test_copy_of_what_has_become_exempt_is_reported(year: Workspace) -> None:
    """OUT906, and from now on it is kept separately."""
    year_with(year.root, {f"{FOLDER}/kontingent.md": EXEMPT.replace("tilbud.pdf", "brev.pdf").replace("5/18", "4/18")})

    assert (_gone(year), f"intern/{PUBLIC}" in lying(year)) == ([f"out/2018/{PUBLIC}"], True)


def test_large_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """OUT901, and the others are sent along."""
    monkeypatch.setattr(passthrough, "MAX_BYTES", 10)

    assert states(year_with(tmp_path)) == {PUBLIC: "built", INTERNAL: "built", REPORTED: "OUT901"}


def test_manifest_contains_the_digest(year: Workspace) -> None:
    """Of the file as it is."""
    assert Manifests.read(out(year)).artefacts[PUBLIC].sha256 == Rendered(b"et brev").sha256


def test_no_second_copy_is_kept(year: Workspace) -> None:
    """What is among the sources already would only push documents out of the cache."""
    assert not (Cache.of_workspace(year).folder / "contents").exists()


def test_files_come_with_every_format(tmp_path: Path) -> None:
    """Whatever is requested, its links resolve."""
    assert PUBLIC in states(year_with(tmp_path), Choice(formats=("csv",)))


def test_files_come_with_every_language(tmp_path: Path) -> None:
    """Under the same name."""
    workspace = year_with(tmp_path, {"programme.yaml": MAIN + "languages: [nb, nn]\n"})

    assert [set(states(workspace, Choice(ALONE.kinds, languages=names))) for names in ((), ("nn",))] == [
        {PUBLIC, INTERNAL, REPORTED}
    ] * 2


def test_files_lie_in_the_folder_that_is_built(tmp_path: Path) -> None:
    """Not in that of the year which programme.yaml names, where it was copied from another."""
    workspace = year_with(tmp_path)
    (workspace.root / "programme" / "2018").rename(workspace.root / "programme" / "2019")
    results = build(workspace, 2019, BuildOptions(ALONE)).value or ()

    assert {result.file for result in results if result.artefact} == {PUBLIC, INTERNAL, REPORTED}


def test_what_is_sent_along_is_listed_with_its_meeting(tmp_path: Path) -> None:
    """By title, under one heading; what is internal is not."""
    workspace = year_with(tmp_path)
    build(workspace, 2018, BuildOptions(Choice(("attachment", "start_page")), workers=1))

    assert {file: text.partition(" 1")[0] for file, text in listed(tmp_path).items()} == {
        "2018-06-12-radet/vedlegg/brev.pdf": "Brev fra fylket",
        "vedlegg/beretning.pdf": "Revisjonsberetning",
    }


def test_what_is_sent_along_is_listed_in_order_of_the_agenda(tmp_path: Path) -> None:
    """Not by name: the tenth would come before the second."""
    names = [f"notat-{number}.pdf" for number in range(1, 12)]
    listing = ", ".join(f"{{title: {name}, file: {name}}}" for name in names)
    case = CASE.replace("{title: Brev fra fylket, file: brev.pdf}", listing)
    files = {f"{FOLDER}/attachments/{name}": b"x" for name in names}
    workspace = year_with(tmp_path, {f"{FOLDER}/kontingent.md": case, **files})
    build(workspace, 2018, BuildOptions(Choice(("attachment", "start_page")), workers=1))

    assert [file.rpartition("/")[2] for file in listed(tmp_path) if "notat" in file] == names


def _built(root: Path, changes: dict[str, str | bytes | None]) -> Workspace:
    workspace = year_with(root, changes)
    states(workspace)
    return workspace


def _gone(workspace: Workspace) -> list[str]:
    """The files that a build reports as no longer made."""
    return [said.span.file for said in made(workspace).diagnostics if said.code == "OUT906"]
