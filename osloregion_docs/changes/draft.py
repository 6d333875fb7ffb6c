"""The sources of a year as edits leave them, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from osloregion_docs.changes.change_set import ChangeSet, FileChange
from osloregion_docs.changes.edits import AddFile, Delete, Edit, Insert, Move, RemoveFile, Reorder, Set
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.errors import EditRefused
from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.decoding import decode
from osloregion_docs.sources.editing.operations import (
    DeleteAt,
    InsertAt,
    InvalidEdit,
    MoveTo,
    Operation,
    ReorderAt,
    SetAt,
    value_at,
)
from osloregion_docs.sources.editing.source_edit import UnsafeEdit, edit_source
from osloregion_docs.sources.tree import Source, Steps, Tree
from osloregion_docs.workspace.layout import Mounted, mount_of
from osloregion_docs.workspace.load import Loaded, load_sources

if TYPE_CHECKING:
    from osloregion_docs.workspace.workspace import Workspace

_BY_HAND = "write it there by hand"
_ADDRESS = "look the address up in the sources"


class Draft:
    """The sources of a year, and what has been edited in them so far."""

    def __init__(self, workspace: Workspace, year: int, sources: Mapping[KeyPath, Source]) -> None:
        """Begin without edits.

        Args:
            workspace: Where the year is.
            year: The year.
            sources: What reading it gave, each with the address where it is mounted.

        Raises:
            YearNotFound: the workspace has no such year.
        """
        self._workspace = workspace
        self._year = year
        self._folder = workspace.year_folder(year)
        self._prefix = workspace.name_of(self._folder) + "/"
        self._sources = dict(sources)
        self._files: dict[str, FileChange] = {}

    @property
    def changes(self) -> ChangeSet:
        """The files that differ from those on disk."""
        return ChangeSet({name: file for name, file in self._files.items() if file.before != file.after})

    @property
    def tree(self) -> Tree:
        """The sources as the edits so far leave them, to find addresses in."""
        return Tree(self._sources, {})

    def load(self) -> Outcome[Loaded]:
        """The year as it would be; see `workspace.load.load`."""
        return load_sources(self._workspace, self._year, self._sources.values())

    def apply(self, edits: Iterable[Edit]) -> None:
        """Apply edits in order, all or none.

        Raises:
            EditRefused: one of them is not possible; the draft is as it was before.
        """
        sources, files = dict(self._sources), dict(self._files)
        try:
            for edit in edits:
                self._apply(edit)
        except EditRefused:
            self._sources, self._files = sources, files
            raise

    def file_of(self, path: KeyPath) -> str:
        """The name in the workspace of the file that an address is in."""
        return self._sources[self.tree.resolve(path)[0]].file

    def _apply(self, edit: Edit) -> None:
        match edit:
            case AddFile(file, text):
                self._add(file, text)
            case RemoveFile(file):
                self._remove(file)
            case _:
                self._edit(edit)

    def _edit(self, edit: Set | Delete | Insert | Move | Reorder) -> None:
        mount, operation = self._operation(edit)
        source = self._sources[mount]
        raw = self._raw(source.file, source, str(edit.path))
        mounted = mount_of(source.file.removeprefix(self._prefix))
        if mounted.read is None or not source.file.endswith((".yaml", ".md")):
            raise EditRefused(str(edit.path), f"{source.file} is not edited here", _BY_HAND)
        try:
            after = edit_source(raw, source, operation, mounted.read)
        except InvalidEdit as error:
            raise EditRefused(str(edit.path), str(error), _ADDRESS) from error
        except UnsafeEdit as error:
            why = f"the change cannot be put into {source.file} without touching more than is meant"
            raise EditRefused(str(edit.path), why, _BY_HAND) from error
        self._keep(mounted, source.file, after)

    def _operation(self, edit: Set | Delete | Insert | Move | Reorder) -> tuple[KeyPath, Operation]:
        """The edit in terms of one source: where it is mounted, and keys and positions inside it."""
        operation: Operation
        mount, steps = self._resolve(edit.path, new_key=isinstance(edit, Set | Insert))
        match edit:
            case Set(_, value):
                operation = SetAt(steps, value)
            case Delete():
                operation = DeleteAt(steps)
            case Insert(_, value, place):
                operation = InsertAt((*steps, self._position(mount, steps, place)), value)
            case Move(path, to, place):
                operation = self._move((mount, steps), path, to, place)
            case Reorder(path, order):
                operation = ReorderAt(steps, tuple(self._place_of(path / each) for each in order))
        return mount, operation

    def _move(self, at: tuple[KeyPath, Steps], path: KeyPath, to: KeyPath, place: int | None) -> MoveTo:
        (mount, steps), (target, list_steps) = at, self._resolve(to)
        if mount != target:
            raise EditRefused(str(path), f"{to} is in another file", "delete it here, and insert it there")
        last = self._position(mount, list_steps, None) - (steps[:-1] == list_steps)
        return MoveTo(steps, (*list_steps, last if place is None else place - 1))

    def _resolve(self, path: KeyPath, *, new_key: bool = False) -> tuple[KeyPath, Steps]:
        """The source that an address is in, and keys and positions inside it; the last key may be new."""
        mount, steps, missing = self.tree.resolve(path)
        values = value_at(self._sources[mount].values, steps)
        if new_key and len(missing) == 1 and isinstance(values, dict):
            return mount, (*steps, missing[0])
        if missing:
            raise EditRefused(str(path), f"there is no {missing[0]} in {self._sources[mount].file}", _ADDRESS)
        return mount, steps

    def _place_of(self, path: KeyPath) -> int:
        """The position of an entry in its list, or of a key in its mapping."""
        mount, (*outer, last) = self._resolve(path)
        holder = value_at(self._sources[mount].values, tuple(outer))
        return list(holder).index(str(last)) if isinstance(holder, dict) else int(last)

    def _position(self, mount: KeyPath, steps: Steps, place: int | None) -> int:
        entries = value_at(self._sources[mount].values, steps)
        return place - 1 if place is not None else len(entries) if isinstance(entries, list) else 0

    def _raw(self, name: str, source: Source | None, address: str) -> bytes:
        """The bytes of a file as the edits so far leave them; at its first edit, those on disk.

        Nothing is read or written through links out of the workspace, or over what is not read as a source.
        """
        if name in self._files and (after := self._files[name].after) is not None:
            return after
        file = self._workspace.root / name
        home = self._workspace.root if source else self._folder
        if not file.resolve().is_relative_to(home.resolve()) or (source is None and _exists(file)):
            raise EditRefused(address, f"{name} is a link, or is not read", "put the file itself there")
        raw = file.read_bytes() if source else b""
        if source and decode(raw, name)[0] != source.text:
            raise EditRefused(address, f"{name} has just changed", "read the year again")
        return raw

    def _add(self, file: str, text: str) -> None:
        mounted, name = mount_of(file), self._prefix + file
        if mounted.read and mounted.mount in self._sources:
            raise EditRefused(name, "there is such a file already", "edit that one, or choose another name")
        if name not in self._files:
            self._raw(name, None, name)
        self._keep(mounted, name, text.encode(), new=True)

    def _remove(self, file: str) -> None:
        mounted, name = mount_of(file), self._prefix + file
        source = self._sources.get(mounted.mount)
        if source is None or source.file != name:
            raise EditRefused(name, "there is no such file among the sources", "look at the name")
        before = self._files[name].before if name in self._files else self._raw(name, source, name)
        self._files[name] = FileChange(before, None)
        del self._sources[mounted.mount]

    def _keep(self, mounted: Mounted, name: str, after: bytes, *, new: bool = False) -> None:
        """Take what a file is to be, and what reading it gives."""
        source, faults = mounted.read(after, name) if mounted.read else (None, [])
        if source is None:
            why = f"it cannot be read: {faults[0].message}" if faults else "no file of this name is read"
            raise EditRefused(name, why, "look at its text" if faults else "look at the name")
        earlier = self._files.get(name)
        before = earlier.before if earlier else None if new else self._raw(name, self._sources[mounted.mount], name)
        self._files[name] = FileChange(before, after)
        self._sources[mounted.mount] = source


def _exists(file: Path) -> bool:
    return file.exists() or file.is_symlink()
