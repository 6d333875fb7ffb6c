"""Options and results of a build: plain values, quick to import."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from osloregion_docs.builder.manifest import Artefact
    from osloregion_docs.diagnostics import Diagnostic

State: TypeAlias = Literal["rendering", "built", "kept", "missing"]
Progress: TypeAlias = Callable[[State, str], None]


@dataclass(frozen=True, slots=True)
class Choice:
    """The requested kinds, formats and languages; empty means all."""

    kinds: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    as_of: datetime.date | None = None
    """The cut-off date of the status report; None takes that of the sources."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: what, where to, and how strictly.

    `out` is the output folder, ``out/YEAR`` in the workspace by default. `strict` lets warnings stop the build.
    `force` renders everything again and overwrites edited files. `workers` is how many documents are rendered at once.
    """

    choice: Choice = field(default_factory=Choice)
    out: Path | None = None
    strict: bool = False
    force: bool = False
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one job: the artefact now in the output folder, if any, its state, and its diagnostics."""

    file: str
    artefact: Artefact | None
    state: State
    diagnostics: tuple[Diagnostic, ...] = ()


def ignore_progress(_state: State, _file: str) -> None:
    """Show no progress."""
