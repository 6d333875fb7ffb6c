"""A year of files to a programme with places, and everything that is wrong in it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from osloregion_docs.aside import Aside
from osloregion_docs.diagnostics import Diagnostic, Finding, Outcome, Severity, Span, in_order
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.programme import Programme
from osloregion_docs.sources.markdown import read_inline, read_markdown
from osloregion_docs.sources.read import read_yaml_source, runs_of
from osloregion_docs.sources.tree import Plain, Source, Tree
from osloregion_docs.workspace.layout import FOLDERS, MAIN, Mounted, files_of
from osloregion_docs.workspace.salvage import without_listed
from osloregion_docs.workspace.validation import placed, validated
from osloregion_docs.workspace.workspace import Workspace

Read: TypeAlias = tuple[KeyPath, Source | None, list[Diagnostic]]
"""What came of one file: where it is mounted, its source if it can be trusted, and what is wrong in it."""

_MANY = 500
"""Files from which on reading pays in two processes."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A year that was read: the typed programme, and its tree, to find places in."""

    programme: Programme
    tree: Tree
    left_out: frozenset[str] = frozenset()
    """The parts of the programme, by their outermost key, from which something was left out since it has faults."""

    def locate(self, finding: Finding) -> Diagnostic:
        """The finding with file, line and column."""
        return placed(self.tree, finding)


@dataclass(slots=True)
class _Reading:
    """The reading of a year under way; `shown` is the name of its folder in messages."""

    shown: str
    sources: dict[KeyPath, Source] = field(default_factory=dict)
    broken: set[KeyPath] = field(default_factory=set)
    said: list[Diagnostic] = field(default_factory=list)


def load(workspace: Workspace, year: int) -> Outcome[Loaded]:
    """Read a year. The value is missing where programme.yaml itself cannot be made sense of.

    Raises:
        YearNotFound: the workspace has no such year.
    """
    folder = workspace.year_folder(year)
    reading = _Reading(workspace.name_of(folder))
    for mount, source, said in _read_all(workspace, folder, reading.shown):
        reading.said += said
        if source is not None:
            reading.sources[mount] = source
        elif any(fault.severity is Severity.ERROR for fault in said):
            reading.broken.add(mount)
    if KeyPath() not in reading.sources:
        if KeyPath() not in reading.broken:
            name = workspace.name_of(folder / MAIN)
            reading.said.append(_whole_file(name, "MOD108", f"there is no {MAIN}", "copy one from another year"))
        return Outcome(None, in_order(reading.said))
    return _typed(reading)


def load_text(text: str, file: str) -> Outcome[Loaded]:
    """Read a whole year that is written as one YAML text, measures and chapters by id in it."""
    source, said = read_yaml_source(text.encode(), file)
    reading = _Reading(file, said=list(said))
    if source is None or not isinstance(source.values, dict):
        return Outcome(None, in_order(said))
    reading.sources[KeyPath()] = source
    for room in FOLDERS:
        entries = source.values.get(room)
        for entry in entries.values() if isinstance(entries, dict) else ():
            _read_prose(source, entry, reading, bound=room == "texts")
    return _typed(reading)


def _read_all(workspace: Workspace, folder: Path, shown: str) -> list[Read]:
    """Every file of a year, read; of very many, one half in another process."""
    files = list(files_of(folder))
    half = len(files) // 2 if len(files) > _MANY else len(files)

    def later() -> list[Read]:
        return [_read(workspace, folder, mounted, shown) for mounted in files[half:]]

    with Aside(later, worth_it=half < len(files)) as rest:
        first = [_read(workspace, folder, mounted, shown) for mounted in files[:half]]
        return first + rest.result()


def _read(workspace: Workspace, folder: Path, mounted: Mounted, shown: str) -> Read:
    name = f"{shown}/{mounted.file}"
    file = f"{folder}{os.sep}{mounted.file}"
    if mounted.read is None:
        hint = "move it out of the year's folder"
        return mounted.mount, None, [_whole_file(name, "SRC015", "no file of this name is read here", hint)]
    if os.path.islink(file) and not Path(file).resolve().is_relative_to(workspace.root.resolve()):  # noqa: PTH114 - quick
        hint = "put the file itself here"
        return mounted.mount, None, [_whole_file(name, "SRC015", "the link leads out of the workspace", hint)]
    with open(file, "rb") as opened:  # noqa: PTH123 - paths are slow by the thousand
        return mounted.mount, *mounted.read(opened.read(), name)


def _typed(reading: _Reading) -> Outcome[Loaded]:
    tree = Tree(reading.sources, _joined(reading))
    programme, findings, left_out = validated(tree)
    reading.said += [placed(tree, finding) for finding in findings]
    left_out |= {mount.steps[0] for mount in reading.broken if mount.steps}
    return Outcome(Loaded(programme, tree, left_out) if programme else None, in_order(reading.said))


def _joined(reading: _Reading) -> dict[str, Plain]:
    """The values of all sources as one; what could not be read is not referred to any more."""
    main = reading.sources[KeyPath()].values
    values: dict[str, Plain] = dict(main) if isinstance(main, dict) else {}
    rooms: dict[str, dict[str, Plain]] = {}
    for mount, source in reading.sources.items():
        if not mount.steps:
            continue
        name, *inner = mount.steps
        if isinstance(main, dict) and name in main:
            _given_twice(reading, source, name)
        elif inner:
            rooms.setdefault(name, {})[inner[0]] = source.values
        elif source.values:
            values[name] = source.values
    gone = {room: {m.steps[1] for m in reading.broken if m.steps[:1] == (room,)} for room in FOLDERS}
    return without_listed({**values, **rooms}, gone["measures"], gone["texts"])


def _given_twice(reading: _Reading, source: Source, name: str) -> None:
    message = f"{name} is given here and in {MAIN}"
    reading.said.append(source.diagnostic((0, 1), Severity.ERROR, "SRC014", message, "keep one of the two"))


def _read_prose(source: Source, entry: Plain, reading: _Reading, *, bound: bool) -> None:
    """Turn the Markdown of an entry, written as text, into blocks and runs."""
    if not isinstance(entry, dict):
        return
    if isinstance(content := entry.get("content"), str):
        prose = read_markdown(content, bound=bound)
        entry["content"] = prose.blocks
        for fault in prose.faults:
            words = content.encode()[fault.start : fault.end].decode("utf-8", "ignore").strip().split("\n")[0]
            quote = fault.quote or words
            at = max(source.text.find(quote), 0)
            said = source.diagnostic((at, at + len(quote)), Severity.ERROR, fault.code, fault.message, fault.hint)
            reading.said.append(said)
    if bound and isinstance(title := entry.get("title"), str):
        entry["title"] = runs_of(read_inline(title))


def _whole_file(file: str, code: str, message: str, hint: str) -> Diagnostic:
    severity = Severity.WARNING if code == "SRC015" else Severity.ERROR
    return Diagnostic(Span(file, 1, 1, 1, 1), severity, code, message, hint)
