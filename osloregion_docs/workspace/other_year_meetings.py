"""The meetings of a year that lie with another, since they are about that one's programme: to be counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.sources.tree import Plain, Source
from osloregion_docs.workspace.layout import files_of_meeting
from osloregion_docs.workspace.meetings import join_meetings
from osloregion_docs.workspace.workspace import Workspace


def find_other_year_meetings(workspace: Workspace, year: int) -> Iterator[Plain]:
    """Each meeting of these calendar years that belongs to another year, once for each organ that held it.

    What is wrong in their files is reported where their own year is checked; what cannot be read is not counted.
    """
    for folder in workspace.meetings_elsewhere(year):
        meeting = _meeting(workspace, folder)
        if meeting and meeting.date:
            day, file = str(meeting.date), workspace.name_of(folder)
            for organ in meeting.organs:
                treated = meeting.cases_of_organ(organ)
                numbers: list[Plain] = [case.number for case in treated if case.number]
                yield {"organ": organ, "date": day, "cases": len(treated), "numbers": numbers, "file": file}


def _meeting(workspace: Workspace, folder: Path) -> Meeting | None:
    values = join_meetings(_read(workspace, folder), set(), {}).values.get(folder.name)
    try:
        return Meeting.model_validate({**values, "id": folder.name}) if isinstance(values, dict) else None
    except ValidationError:
        return None


def _read(workspace: Workspace, folder: Path) -> dict[KeyPath, Source]:
    found: dict[KeyPath, Source] = {}
    for mounted in files_of_meeting(folder):
        file = folder.parent.parent / mounted.file
        if mounted.read and file.resolve().is_relative_to(workspace.root.resolve()):
            source, _ = mounted.read(file.read_bytes(), workspace.name_of(file))
            if source:
                found[mounted.mount] = source
    return found
