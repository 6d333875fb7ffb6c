"""The meetings of a year that lie with another, since they are about that one's programme: to be counted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.tree import Plain, Source
from osloregion_docs.workspace.layout import files_of_meeting
from osloregion_docs.workspace.meetings import joined_meetings
from osloregion_docs.workspace.workspace import Workspace


def held_elsewhere(workspace: Workspace, year: int) -> Iterator[Plain]:
    """Each meeting of these calendar years that lies with another year, once for each organ that held it.

    What is wrong in their files is said where their own year is checked; what cannot be read is not counted.
    """
    for folder in workspace.meetings_elsewhere(year):
        sources = _read(workspace, folder)
        meeting = joined_meetings(sources, set(), {}).values.get(folder.name)
        if isinstance(meeting, dict) and _is_day(meeting.get("date")):
            yield from _of_organs(meeting, workspace.name_of(folder))


def _is_day(value: Plain) -> bool:
    try:
        return isinstance(value, str) and bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


def _read(workspace: Workspace, folder: Path) -> dict[KeyPath, Source]:
    found: dict[KeyPath, Source] = {}
    for mounted in files_of_meeting(folder):
        file = folder.parent.parent / mounted.file
        if mounted.read and file.resolve().is_relative_to(workspace.root.resolve()):
            source, _ = mounted.read(file.read_bytes(), workspace.name_of(file))
            if source:
                found[mounted.mount] = source
    return found


def _of_organs(meeting: dict[str, Plain], file: str) -> Iterator[Plain]:
    cases, agenda = meeting.get("cases"), meeting.get("agenda")
    for organ in (meeting.get("organ"), meeting.get("together_with")):
        if isinstance(organ, str):
            treated = [case for case in _on(agenda, cases) if (case.get("organ") or meeting["organ"]) == organ]
            numbers: list[Plain] = [number for case in treated if isinstance(number := case.get("number"), str)]
            yield {"organ": organ, "date": meeting["date"], "cases": len(treated), "numbers": numbers, "file": file}


def _on(agenda: Plain, cases: Plain) -> Iterator[dict[str, Plain]]:
    """The cases on an agenda; Eventuelt is one of them if it has a number."""
    for item in agenda if isinstance(agenda, list) else ():
        name = item.get("case") if isinstance(item, dict) else item
        case = cases.get(name) if isinstance(cases, dict) and isinstance(name, str) else None
        if isinstance(case, dict) and (case.get("kind") != "other" or case.get("number")):
            yield case
