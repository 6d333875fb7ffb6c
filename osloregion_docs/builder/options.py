"""What to build and how, as it was asked for: plain values, quick to import."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for; empty means all there is."""

    kinds: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    as_of: datetime.date | None = None
    """The cut-off date of the status report, where it is another than the sources say."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: what, where to, and how strictly.

    `out` is where the files go, ``out/YEAR`` in the workspace by default. `strict` lets warnings stop the build.
    `force` renders anew and overwrites files edited by hand. `workers` is how many documents are rendered at once.
    """

    choice: Choice = field(default_factory=Choice)
    out: Path | None = None
    strict: bool = False
    force: bool = False
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
