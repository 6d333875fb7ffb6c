"""manifest.json: its content, that it is always written alike, and that a broken one stops nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from osloregion_docs.builder.manifest import INTERNAL, NAME, Artefact, Manifests, format_manifest
from osloregion_docs.version import __version__

ONE = Artefact(
    "b.docx",
    "Handlingsprogram 2018",
    "action_programme",
    "programme-2018",
    "nb",
    "docx",
    "ab" * 32,
    345,
    {"template": "cd" * 32},
)
OTHER = Artefact(
    "a.docx",
    "Handlingsprogram 2018",
    "action_programme",
    "programme-2018",
    "nn",
    "docx",
    "ef" * 32,
    346,
    {"template": "cd" * 32},
)
WRITTEN = format_manifest(2018, [ONE, OTHER], {"programme/2018/ø.md": "12" * 32, "programme/2018/a.md": "34" * 32})


def read(folder: Path, content: bytes) -> dict[str, Artefact]:
    """What a manifest of that content names."""
    (folder / NAME).write_bytes(content)
    return Manifests.read(folder).artefacts


def test_manifest_contains_everything() -> None:
    """Version, year, tool, artefacts and sources, and nothing else."""
    told = json.loads(WRITTEN)

    assert {**told, "artefacts": len(told["artefacts"])} == {
        "version": 1,
        "year": 2018,
        "tool": f"osloregion-docs {__version__}",
        "artefacts": 2,
        "sources": {"programme/2018/a.md": "34" * 32, "programme/2018/ø.md": "12" * 32},
    }


def test_manifest_is_read_back(tmp_path: Path) -> None:
    """What is written is what is read, by file."""
    assert read(tmp_path, WRITTEN) == {"a.docx": OTHER, "b.docx": ONE}


def test_artefacts_stand_by_file() -> None:
    """In the same order, whatever was built first."""
    assert format_manifest(2018, [OTHER, ONE], {}) == format_manifest(2018, [ONE, OTHER], {})


def test_sources_stand_by_name() -> None:
    """In the same order, whatever was read first."""
    assert format_manifest(2018, [], {"b": "1", "a": "2"}) == format_manifest(2018, [], {"a": "2", "b": "1"})


def test_manifest_is_text_that_people_read() -> None:
    """Norwegian letters stand as they are, and the last line ends."""
    assert ("programme/2018/ø.md" in WRITTEN.decode("utf-8"), WRITTEN[-2:]) == (True, b"}\n")


def test_no_manifest_names_nothing(tmp_path: Path) -> None:
    """A folder in which nothing was built yet."""
    assert Manifests.read(tmp_path).artefacts == {}


BROKEN = {
    "empty": b"",
    "cut off": WRITTEN[:200],
    "not UTF-8": b"\xff\xfe{}",
    "a list": b"[]",
    "a number": b"5",
    "nothing": b"null",
    "no artefacts": b'{"version": 1}',
    "artefacts that are none": b'{"artefacts": null}',
    "an artefact that is none": b'{"artefacts": [5]}',
    "an artefact without a file": b'{"artefacts": [{"kind": "x"}]}',
    "an artefact with less": b'{"artefacts": [{"file": "a.docx"}]}',
    "a file that is none": WRITTEN.replace(b'"file": "a.docx"', b'"file": []'),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_broken_manifest_names_nothing(tmp_path: Path, content: bytes) -> None:
    """What cannot be read is passed over, and written again by the next build."""
    assert read(tmp_path, content) == {}


def test_folder_in_its_place_names_nothing(tmp_path: Path) -> None:
    """Whatever it contains, reading stops nothing."""
    (tmp_path / NAME).mkdir()

    assert Manifests.read(tmp_path).artefacts == {}


OUTSIDE = [
    "../a.docx",
    "b/../../a.docx",
    "..",
    "/a.docx",
    "//a/a.docx",
    "C:/a.docx",
    "C:a.docx",
    "..\\a.docx",
    "b\\a.docx",
    "",
]


@pytest.mark.parametrize("file", OUTSIDE)
@pytest.mark.parametrize("name", [NAME, INTERNAL])
def test_file_outside_the_folder_is_rejected(tmp_path: Path, name: str, file: str) -> None:
    """Absolute names and names that leave the folder, on any platform; the other files are read."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(format_manifest(2018, [replace(ONE, file=file), OTHER], {}))

    assert Manifests.read(tmp_path).artefacts == {"a.docx": OTHER}


def test_file_in_a_subfolder_is_accepted(tmp_path: Path) -> None:
    """As the papers of meetings are."""
    within = replace(ONE, file="2018-06-12-radet/sak..1.docx")

    assert read(tmp_path, format_manifest(2018, [within], {})) == {within.file: within}
