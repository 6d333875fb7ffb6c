"""Finds external programs, reads their version without starting them, and runs them with a time limit."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from osloregion_docs.errors import ToolFailed

if TYPE_CHECKING:
    import subprocess

LIBREOFFICE_VARIABLE = "OSLOREGION_DOCS_LIBREOFFICE"
"""Names LibreOffice's program file, or says ``off`` to do without it."""
_USUAL_PLACES = (
    Path("/usr/lib/libreoffice/program/soffice"),
    Path("/opt/libreoffice/program/soffice"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
)


@cache
def libreoffice() -> Path | None:
    """LibreOffice's program file, if there is one."""
    wanted = os.environ.get(LIBREOFFICE_VARIABLE, "")
    if wanted.lower() == "off":
        return None
    candidates = [wanted] if wanted else ["soffice", "libreoffice", *map(str, _USUAL_PLACES)]
    found = next((path for path in map(shutil.which, candidates) if path), None)
    return Path(found).resolve() if found else None


@cache
def libreoffice_version() -> str:
    """Its version, read from a file in its folder: starting it would take half a second. Empty if there is none."""
    program = libreoffice()
    if program is None:
        return ""
    for name in ("versionrc", "version.ini"):
        for folder in (program.parent, program.parent.parent / "Resources"):
            if (file := folder / name).is_file():
                release = dict(re.findall(r"(?m)^(\w+)=(.*)$", file.read_text("utf-8", "replace")))
                build = release.get("buildid", "")
                version = re.match(r"LibreOffice_(\d+)", release.get("UpdateID", ""))
                return " ".join(part for part in (version[1] if version else "", build) if part)
    return "unknown"


_RUNNING: set[subprocess.Popen[bytes]] = set()
"""The programs that run now, whichever thread waits for them."""


def stop_all() -> None:
    """Stop every program that runs, with all it started: the build is stopped, and nobody waits for them any more."""
    for started in tuple(_RUNNING):
        _stop(started)


def run(
    command: list[str],
    seconds: float,
    program: str,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """Run a program to its end, with some bytes to read; what it wrote to standard output.

    Raises:
        ToolFailed: it could not be started, failed, or took longer than `seconds`; then all it started is stopped.
    """
    import subprocess  # noqa: PLC0415 - 15 ms, and only rendering runs programs

    pipe = subprocess.PIPE
    try:
        with subprocess.Popen(  # noqa: S603 - programs found by us, arguments of our own
            command, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True, env=environment
        ) as started:
            written, errors = _communicate(started, seconds, given)
    except subprocess.TimeoutExpired as error:
        raise ToolFailed(program, f"took longer than {seconds:.0f} s") from error
    except OSError as error:
        raise ToolFailed(program, f"cannot be started: {error}") from error
    if started.returncode:
        words = errors.decode("utf-8", "replace").strip()
        reasons = [line for line in words.splitlines() if line and not line.startswith("Failing because")]
        last = reasons[-1] if reasons else "no reason given"
        raise ToolFailed(program, f"ended with code {started.returncode}: {last:.200}", words)
    return written


def _communicate(started: subprocess.Popen[bytes], seconds: float, given: bytes) -> tuple[bytes, bytes]:
    """The output and error output of a program; it is stopped if it takes too long, or if we are stopped."""
    _RUNNING.add(started)
    try:
        return started.communicate(given, timeout=seconds)
    except BaseException:
        _stop(started)
        raise
    finally:
        _RUNNING.discard(started)


def _stop(started: subprocess.Popen[bytes]) -> None:
    """Stop a program and, where the platform can, all that it started in turn."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
    else:
        started.kill()
