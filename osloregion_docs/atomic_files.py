"""Files written atomically: one, or several together."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_atomically(file: Path, content: bytes) -> None:
    """Write a file in its entirety: to a temporary one in the same folder first, which then replaces it.

    Raises:
        OSError: it cannot be written; what it contained before is unchanged.
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


def write_all_atomically(files: Mapping[Path, bytes | None]) -> None:
    """Write several files, or remove those without content; if one fails, the others are restored.

    Raises:
        OSError: one cannot be written or removed; all are as they were before.
    """
    before = {file: file.read_bytes() if file.is_file() else None for file in files}
    done: list[Path] = []
    try:
        for file, content in files.items():
            _write(file, content)
            done.append(file)
    except BaseException:
        for file in done:
            _write(file, before[file])
        raise


def _write(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
    else:
        write_atomically(file, content)
