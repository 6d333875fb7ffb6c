"""Changed files: shown as a unified diff, and written atomically."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.changes.change_set import ChangeSet, FileChange
from osloregion_docs.errors import NotWritten
from osloregion_docs.workspace.workspace import Workspace


def test_files_are_added_changed_and_removed(tmp_path: Path) -> None:
    """New folders are created for new files."""
    (tmp_path / "old.md").write_bytes(b"a")
    (tmp_path / "gone.md").write_bytes(b"d")
    changes = {
        "new/case.md": FileChange(None, b"b"),
        "old.md": FileChange(b"a", b"c"),
        "gone.md": FileChange(b"d", None),
    }
    ChangeSet(changes).write(Workspace(tmp_path))

    files = {file.relative_to(tmp_path).as_posix(): file.read_bytes() for file in tmp_path.rglob("*.md")}
    assert files == {"new/case.md": b"b", "old.md": b"c"}


def test_nothing_is_written_if_one_file_cannot_be(tmp_path: Path) -> None:
    """New files are removed again, changed and removed ones are restored."""
    (tmp_path / "old.md").write_bytes(b"a")
    (tmp_path / "gone.md").write_bytes(b"d")
    (tmp_path / "file").write_bytes(b"")
    changes = {
        "gone.md": FileChange(b"d", None),
        "new/case.md": FileChange(None, b"b"),
        "old.md": FileChange(b"a", b"c"),
        "file/below.md": FileChange(None, b"b"),
    }
    with pytest.raises(NotWritten, match="cannot be written"):
        ChangeSet(changes).write(Workspace(tmp_path))

    files = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert files == {"file": b"", "gone.md": b"d", "old.md": b"a"}


def test_dangling_link_counts_as_a_file(tmp_path: Path) -> None:
    """It is not overwritten."""
    (tmp_path / "case.md").symlink_to(tmp_path / "missing.md")
    with pytest.raises(NotWritten, match="is there already"):
        ChangeSet({"case.md": FileChange(None, b"b")}).write(Workspace(tmp_path))


def test_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """What somebody else wrote stays."""
    (tmp_path / "case.md").write_bytes(b"theirs")
    with pytest.raises(NotWritten, match="has just changed"):
        ChangeSet({"case.md": FileChange(b"a", b"b")}).write(Workspace(tmp_path))

    assert (tmp_path / "case.md").read_bytes() == b"theirs"


def test_diff() -> None:
    """By file name, with line ends and a missing last one as they are."""
    changes = {
        "b.md": FileChange(b"a\r\nb\r\n", b"a\r\nc\r\n"),
        "a.md": FileChange(None, "æ".encode()),
        "c.md": FileChange(b"a\n", None),
    }

    assert ChangeSet(changes).diff() == (
        "--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+æ\n\\ No newline at end of file\n"
        "--- a/b.md\n+++ b/b.md\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"
        "--- a/c.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
    )
