"""What came of building, and where it went: plain values, quick to import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from osloregion_docs.builder.manifest import Artefact
from osloregion_docs.diagnostics import Diagnostic, Finding, Span


def at_its_address(finding: Finding) -> Diagnostic:
    """A finding without a place: where no source is at hand, its address stands for the file."""
    return Diagnostic.from_finding(Span(str(finding.path)), finding)


State: TypeAlias = Literal["rendering", "built", "kept", "missing"]
Progress: TypeAlias = Callable[[State, str], None]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one job: the artefact now in place, if it is, whether it was there already, and what was said."""

    file: str
    artefact: Artefact | None
    state: State
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """Where artefacts go: the folder, its name in messages, whether to overwrite what was edited there.

    `locate` finds the place of what a renderer says of an address.
    """

    folder: Path
    shown: str
    force: bool = False
    locate: Callable[[Finding], Diagnostic] = at_its_address
