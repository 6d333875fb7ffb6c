"""Source files written together: all of them, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.builder.transaction import put_together
from osloregion_docs.errors import NotWritten
from osloregion_docs.workspace.workspace import Workspace


def test_files_are_written_and_changed(tmp_path: Path) -> None:
    """New folders are made for what is new."""
    old = tmp_path / "gammel.md"
    old.write_bytes(b"a")
    put_together(Workspace(tmp_path), {tmp_path / "ny" / "sak.md": b"b"}, {old: b"c"})

    assert ((tmp_path / "ny" / "sak.md").read_bytes(), old.read_bytes()) == (b"b", b"c")


def test_nothing_is_written_if_one_file_cannot_be(tmp_path: Path) -> None:
    """What was new is taken away, and what was changed is as it was."""
    old, blocked = tmp_path / "gammel.md", tmp_path / "fil" / "under.md"
    old.write_bytes(b"a")
    (tmp_path / "fil").write_bytes(b"")
    with pytest.raises(NotWritten, match="cannot be written"):
        put_together(Workspace(tmp_path), {tmp_path / "ny" / "sak.md": b"b", blocked: b"b"}, {old: b"c"})

    assert (sorted(each.name for each in tmp_path.iterdir()), old.read_bytes()) == (["fil", "gammel.md"], b"a")


def test_link_that_leads_nowhere_is_a_file(tmp_path: Path) -> None:
    """It is not written over."""
    (tmp_path / "sak.md").symlink_to(tmp_path / "borte.md")
    with pytest.raises(NotWritten, match="is there already"):
        put_together(Workspace(tmp_path), {tmp_path / "sak.md": b"b"}, {})
