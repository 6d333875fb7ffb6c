"""The program as a process of its own, the way people and CI run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = (sys.executable, str(ROOT / "cli.py"))
_OF_THE_TERMINAL = ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "TERM", "SOURCE_DATE_EPOCH", "COLUMNS")


@dataclass(frozen=True)
class Ended:
    """The exit code of a process, and its output."""

    code: int
    out: str
    err: str


def environment(changes: Mapping[str, str | None] = {}) -> dict[str, str]:
    """The environment of a plain terminal without LibreOffice, some variables changed, or (None) taken out."""
    plain: dict[str, str | None] = {**os.environ, **dict.fromkeys(_OF_THE_TERMINAL), "PYTHONUTF8": "1"}
    return {name: value for name, value in {**plain, **changes}.items() if value is not None}


def ran(*words: str, cwd: Path = ROOT, env: Mapping[str, str | None] = {}) -> Ended:
    """Run osloregion-docs with these words to its end."""
    return ran_program(*PROGRAM, *words, cwd=cwd, env=env)


def ran_program(*command: str, cwd: Path = ROOT, env: Mapping[str, str | None] = {}) -> Ended:
    """Run any program to its end."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment(env),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)
