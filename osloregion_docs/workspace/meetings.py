"""The meetings of a year, put together from the files of their folders."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from osloregion_docs.diagnostics import Diagnostic, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.workspace.layout import MEETING, MEETINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osloregion_docs.sources.tree import Plain, Source

_OF_MEETING = 2
"""So many steps has the address of a meeting; that of a case has more."""


@dataclass(slots=True)
class Joined:
    """The meetings by the names of their folders, with the diagnostics of files that do not fit together."""

    values: dict[str, Plain] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    without_file: set[KeyPath] = field(default_factory=set)
    """Meetings that have cases and no meeting.yaml; they are left out."""


def join_meetings(
    sources: Mapping[KeyPath, Source], broken: set[KeyPath], attachments: Mapping[str, tuple[str, ...]]
) -> Joined:
    """The values of every meeting with those of its cases in it, and the files in its folder attachments.

    Cases whose meeting cannot be read are left out.
    """
    joined = Joined()
    for mount, source in sources.items():
        if mount.steps[:1] == (MEETINGS,) and len(mount.steps) == _OF_MEETING:
            values = source.values
            attached: Plain = list(attachments.get(mount.steps[1], ()))
            joined.values[mount.steps[1]] = {**values, "files": attached} if isinstance(values, dict) else values
    cases: dict[KeyPath, list[tuple[str, Source]]] = {}
    for mount, source in sources.items():
        if mount.steps[:1] == (MEETINGS,) and len(mount.steps) > _OF_MEETING:
            cases.setdefault(KeyPath(mount.steps[:_OF_MEETING]), []).append((mount.steps[-1], source))
    for mount, files in cases.items():
        _put(joined, mount, files, broken)
    return joined


def _put(joined: Joined, mount: KeyPath, files: list[tuple[str, Source]], broken: set[KeyPath]) -> None:
    """Put the cases of one meeting into it."""
    meeting = joined.values.get(mount.steps[1])
    if isinstance(meeting, dict) and "cases" not in meeting:
        meeting["cases"] = {name: source.values for name, source in files}
    elif isinstance(meeting, dict):
        message, hint = f"cases are given here and in {MEETING}", "keep one of the two"
        joined.diagnostics.append(files[0][1].create_diagnostic((0, 1), Severity.ERROR, "SRC014", message, hint))
    elif meeting is None and mount not in broken:
        message, hint = f"the case is in a folder without {MEETING}", f"copy a {MEETING} from another meeting"
        joined.diagnostics.append(files[0][1].create_diagnostic((0, 1), Severity.ERROR, "MOD109", message, hint))
        joined.without_file.add(mount)
