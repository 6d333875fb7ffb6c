"""Files by their digest, and files written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def digest(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def digest_file(file: Path) -> str:
    """The SHA-256 of a file, which may be large; of one that cannot be read, nothing."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""


def write_whole(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside it first, then in its place.

    Raises:
        OSError: it cannot be written; what stood there before still does.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write several files, all of them or none: if one cannot be written, the others are put back as they were.

    Raises:
        OSError: one cannot be written; what stood there before still does.
    """
    before = {file: file.read_bytes() if file.is_file() else None for file in files}
    done: list[Path] = []
    try:
        for file, content in files.items():
            write_whole(file, content)
            done.append(file)
    except BaseException:
        for file in done:
            content_before = before[file]
            if content_before is None:
                file.unlink(missing_ok=True)
            else:
                write_whole(file, content_before)
        raise
