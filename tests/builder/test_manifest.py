"""manifest.json: what it tells, that it is always told alike, and that a broken one stops nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from osloregion_docs.builder.manifest import NAME, Artefact, Manifests, format_manifest
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


def test_manifest_tells_everything() -> None:
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
    """What cannot be read is passed over, and written anew by the next build."""
    assert read(tmp_path, content) == {}


def test_folder_in_its_place_names_nothing(tmp_path: Path) -> None:
    """Whatever lies there, reading stops nothing."""
    (tmp_path / NAME).mkdir()

    assert Manifests.read(tmp_path).artefacts == {}
