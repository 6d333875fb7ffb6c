"""A damaged cache: entries of answers about a year that are broken or changed are ignored."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from osloregion_docs.api.build import build
from osloregion_docs.api.check import check
from osloregion_docs.builder.cache import Cache
from osloregion_docs.builder.options import BuildOptions
from osloregion_docs.workspace.workspace import Workspace
from tests.years import AS_WORD, CHAPTER, workspace_with

WARNED = {"texts/om-oss.md": CHAPTER + "\n8 - 10 brev.\n"}
ONE_AT_A_TIME = BuildOptions(AS_WORD, workers=1)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A year with a warning."""
    return workspace_with(tmp_path, WARNED)


BROKEN = {
    "empty": b"",
    "cut off": b'{"diagnostics": [{"spa',
    "a list": b"[]",
    "null": b"null",
    "not UTF-8": b"\xff\xfe",
    "no diagnostics": b'{"results": [], "is_complete": true}',
    "diagnostics of the wrong type": b'{"diagnostics": 5, "is_complete": true}',
    "a diagnostic of the wrong type": b'{"diagnostics": ["x"], "is_complete": true}',
    "a diagnostic without a span": b'{"diagnostics": [{"code": "x"}], "is_complete": true}',
    "an unknown severity": b'{"diagnostics": [{"span": {"file": "a"}, "severity": "x"}], "is_complete": true}',
}


@pytest.mark.parametrize("has_checksum", [False, True], ids=["damaged", "with its checksum"])
@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_broken_entry_is_ignored(workspace: Workspace, content: bytes, *, has_checksum: bool) -> None:
    """The year is checked and built as without it."""
    first, built = check(workspace, 2018), build(workspace, 2018, ONE_AT_A_TIME)
    for entry in (Cache.of_workspace(workspace).folder / "entries").iterdir():
        checksum = f"{hashlib.sha256(content).hexdigest()}\n".encode() if has_checksum else b""
        entry.write_bytes(checksum + content)

    assert check(workspace, 2018) == first
    assert build(workspace, 2018, ONE_AT_A_TIME).diagnostics == built.diagnostics


def test_changed_entry_gives_no_wrong_answer(workspace: Workspace) -> None:
    """An entry that was edited, however well-formed, does not match its checksum."""
    first = check(workspace, 2018)
    for entry in (Cache.of_workspace(workspace).folder / "entries").iterdir():
        entry.write_bytes(entry.read_bytes().replace(b"warning", b"note"))

    assert check(workspace, 2018) == first


def test_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """A file exists where the cache should be."""
    workspace = workspace_with(tmp_path, WARNED)
    (tmp_path / ".cache").write_text("her", "utf-8")

    assert check(workspace, 2018) == check(workspace, 2018)
