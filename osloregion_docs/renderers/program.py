"""Programs that may be there or not: found, asked for their version without starting them, and run within bounds."""

from __future__ import annotations

import os
import re
import shutil
from functools import cache
from pathlib import Path

from osloregion_docs.errors import ToolFailed

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
    """Its version, read from the file beside it: starting it would take half a second. Empty if there is none."""
    program = libreoffice()
    if program is None:
        return ""
    for name in ("versionrc", "version.ini"):
        for folder in (program.parent, program.parent.parent / "Resources"):
            if (file := folder / name).is_file():
                told = dict(re.findall(r"(?m)^(\w+)=(.*)$", file.read_text("utf-8", "replace")))
                build = told.get("buildid", "")
                version = re.match(r"LibreOffice_(\d+)", told.get("UpdateID", ""))
                return " ".join(part for part in (version[1] if version else "", build) if part)
    return "unknown"


def run(command: list[str], seconds: float, program: str) -> None:
    """Run a program to its end.

    Raises:
        ToolFailed: it could not be started, failed, or took longer than `seconds`.
    """
    import subprocess  # noqa: PLC0415 - 15 ms, and only the layout pass runs programs

    try:
        done = subprocess.run(command, timeout=seconds, capture_output=True, check=False)  # noqa: S603 - a fixed program, no shell
    except subprocess.TimeoutExpired as error:
        raise ToolFailed(program, f"took longer than {seconds:.0f} s") from error
    except OSError as error:
        raise ToolFailed(program, f"cannot be started: {error}") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ToolFailed(program, f"ended with code {done.returncode}: {words[-1] if words else 'no reason given'}")
