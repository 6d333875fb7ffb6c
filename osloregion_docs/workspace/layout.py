"""Which files a year has, and at which address each is mounted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.members_csv import read_members
from osloregion_docs.sources.read import read_case, read_chapter, read_measure, read_yaml_source
from osloregion_docs.sources.tree import Source

Reader: TypeAlias = Callable[[bytes, str], tuple[Source | None, list[Diagnostic]]]

MAIN = "programme.yaml"
REPORT = "annual_report"
_PARTS = ("organs", "budget", "adoption", "results", REPORT)
FILES = {MAIN: KeyPath(), **{f"{name}.yaml": KeyPath((name,)) for name in _PARTS}}
MEMBERS = "members.csv"
FOLDERS: dict[str, Reader] = {"measures": read_measure, "texts": read_chapter}
RESULTS = "results"
MEETINGS = "meetings"
MEETING = "meeting.yaml"
ATTACHMENTS = "attachments"
"""The folder whose files are sent along, and not read: in a meeting's folder, in the year's for its report."""


@dataclass(frozen=True, slots=True)
class Mounted:
    """A file of a year, relative to its folder: where it is mounted, and how it is read if it is one that is."""

    file: str
    mount: KeyPath
    read: Reader | None


def files_of(folder: Path) -> Iterator[Mounted]:
    """Every file of a year, in a fixed order, those that nobody expects among them."""
    folders = {**dict.fromkeys(FOLDERS, _files_in), RESULTS: _results_in, MEETINGS: _meetings_in}
    for entry in _list_entries(folder):
        if entry.is_dir() and entry.name in folders:
            yield from folders[entry.name](entry)
        elif entry.name == MEMBERS and entry.is_file():
            yield Mounted(entry.name, KeyPath(("members",)), read_members)
        elif entry.name in FILES and entry.is_file():
            yield Mounted(entry.name, FILES[entry.name], read_yaml_source)
        else:
            yield Mounted(entry.name, KeyPath(), None)


def mount_of(file: str) -> Mounted:
    """Where a file is mounted by its name relative to the year's folder, and how it is read."""
    steps: tuple[str, ...] = ()
    read: Reader | None = None
    match file.split("/"):
        case [name] if name in FILES:
            steps, read = FILES[name].steps, read_yaml_source
        case [name] if name == MEMBERS:
            steps, read = ("members",), read_members
        case [folder, name] if folder in FOLDERS and _is_id(name, ".md"):
            steps, read = (folder, name.removesuffix(".md")), FOLDERS[folder]
        case [folder, name] if folder == RESULTS and _is_id(name, ".yaml"):
            steps, read = (RESULTS, "measures", name.removesuffix(".yaml")), read_yaml_source
        case [folder, meeting, name] if folder == MEETINGS and _is_id(meeting, ""):
            return _mount_in_meeting(file, meeting, name)
    return Mounted(file, KeyPath(steps), read)


def _mount_in_meeting(file: str, meeting: str, name: str) -> Mounted:
    mount = KeyPath((MEETINGS, meeting))
    if name == MEETING:
        return Mounted(file, mount, read_yaml_source)
    if _is_id(name, ".md"):
        return Mounted(file, mount / "cases" / name.removesuffix(".md"), read_case)
    return Mounted(file, KeyPath(), None)


def _list_entries(folder: Path) -> list[Path]:
    """The entries of a folder, sorted, without hidden files, README files and attachments."""
    entries = sorted(folder.iterdir())
    return [each for each in entries if not (each.name.startswith((".", "~", "README")) or _holds_attachments(each))]


def _is_id(name: str, suffix: str) -> bool:
    return name.endswith(suffix) and name != suffix and not name.startswith((".", "~", "README"))


def _results_in(folder: Path) -> Iterator[Mounted]:
    """What came of each measure: a file named for the measure."""
    if _leads_out(folder):
        yield Mounted(folder.name, KeyPath(), None)
        return
    for entry in sorted(folder.iterdir()):
        if not entry.name.startswith((".", "~", "README")):
            reader = read_yaml_source if entry.suffix == ".yaml" and entry.is_file() else None
            yield Mounted(f"{RESULTS}/{entry.name}", KeyPath((RESULTS, "measures", entry.stem)), reader)


def _meetings_in(folder: Path) -> Iterator[Mounted]:
    """The files of every meeting: its own, then its cases."""
    if _leads_out(folder):
        yield Mounted(folder.name, KeyPath(), None)
        return
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith((".", "~", "README")):
            continue
        if entry.is_dir() and not _leads_out(entry):
            yield from files_of_meeting(entry)
        else:
            yield Mounted(f"{MEETINGS}/{entry.name}", KeyPath(), None)


def files_of_meeting(folder: Path) -> Iterator[Mounted]:
    """The files of a meeting: its own, and its cases; relative to the year's folder."""
    mount = KeyPath((MEETINGS, folder.name))
    for entry in _list_entries(folder):
        name = f"{MEETINGS}/{folder.name}/{entry.name}"
        if entry.name == MEETING and entry.is_file():
            yield Mounted(name, mount, read_yaml_source)
        elif entry.suffix == ".md" and entry.is_file():
            yield Mounted(name, mount / "cases" / entry.stem, read_case)
        else:
            yield Mounted(name, KeyPath(), None)


def list_meeting_attachments(folder: Path, root: Path) -> dict[str, tuple[str, ...]]:
    """The files that lie in the folder attachments of each meeting of a year, by the meeting's id; links out are none.

    `root` is the workspace, which no link may lead out of.
    """
    meetings = folder / MEETINGS
    if not meetings.is_dir():
        return {}
    return {meeting.name: list_attachments(meeting, root) for meeting in sorted(meetings.iterdir()) if meeting.is_dir()}


def list_attachments(folder: Path, root: Path) -> tuple[str, ...]:
    """The names of the files in the folder attachments of a folder; those that are links out of `root` left out."""
    held = folder / ATTACHMENTS
    inside = sorted(held.iterdir()) if held.is_dir() and not _leads_out(held) else []
    home = root.resolve()
    return tuple(
        file.name
        for file in inside
        if file.is_file() and not file.name.startswith((".", "~")) and file.resolve().is_relative_to(home)
    )


def _holds_attachments(entry: Path) -> bool:
    return entry.name == ATTACHMENTS and entry.is_dir()


def _leads_out(folder: Path) -> bool:
    """Whether a folder is a link that leads out of the one it is in."""
    return folder.is_symlink() and not folder.resolve().is_relative_to(folder.parent.resolve())


def _files_in(folder: Path) -> Iterator[Mounted]:
    if _leads_out(folder):
        yield Mounted(folder.name, KeyPath(), None)
        return
    with os.scandir(folder) as entries:
        listed = sorted((entry.name, entry.is_file()) for entry in entries)
    for name, is_file in listed:
        if not name.startswith((".", "~", "README")):
            stem, suffix = os.path.splitext(name)  # noqa: PTH122 - paths are slow by the thousand
            reader = FOLDERS[folder.name] if suffix == ".md" and is_file else None
            yield Mounted(f"{folder.name}/{name}", KeyPath((folder.name, stem)), reader)
