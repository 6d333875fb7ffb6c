"""new: a meeting or a case to begin from, with the next free number, as files that say what they can contain."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from osloregion_docs.changes.draft import Draft
from osloregion_docs.changes.edits import AddFile, Edit, Insert, Set
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.errors import NotAvailable, NotWritten
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels.forms import HARD_SPACE, long_date
from osloregion_docs.model.meetings.case import Case, CaseKind
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.meetings.numbers import Series, number_of
from osloregion_docs.model.organ import Organ
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import localise
from osloregion_docs.slug import slug
from osloregion_docs.workspace.layout import MEETING, MEETINGS
from osloregion_docs.workspace.load import Loaded, load
from osloregion_docs.workspace.starters import CaseStart, case_text, meeting_text, standing_cases
from osloregion_docs.workspace.workspace import Workspace
from osloregion_docs.workspace.years import format_number, last_meeting, next_in_series, years_around

_LONGEST_ID = 60
_LONGEST_TITLE = 300
_Named = TypeVar("_Named", Organ, Meeting)


@dataclass(frozen=True, slots=True)
class NewCase:
    """What is wanted of a new case."""

    title: str
    kind: CaseKind = "decision"
    organ: str | None = None
    """The organ that treats it, where two meet in one event."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was written: files by their names in the workspace, each with the case number that was given in it."""

    meeting: str
    day: datetime.date | None
    written: Mapping[str, str | None]
    changed: Mapping[str, str | None] = field(default_factory=dict)
    sent: datetime.date | None = None
    """When the notice of the meeting was sent, if it was."""


def new_meeting(workspace: Workspace, year: int, organ: str, day: datetime.date | None = None) -> Outcome[Added]:
    """Write a new meeting of an organ, with the cases that are on each of its agendas.

    Args:
        workspace: The workspace of the year.
        year: The year whose programme the meeting is about.
        organ: Its id in organs.yaml.
        day: When it meets, if that is fixed; only then are its cases numbered.

    Returns:
        What was written; or nothing, with the diagnostics of faults in meetings and organs that must be fixed first.

    Raises:
        NotAvailable: the year has no such organ.
        NotWritten: the meeting is there already, or cannot be written.
        YearNotFound: the workspace has no such year.
    """
    outcome = load(workspace, year)
    if not (loaded := _sound(outcome)):
        return Outcome(None, outcome.errors)
    meets = _find("organ", organ, loaded.programme.organs)
    id_ = f"{day}-{organ}" if day else organ
    folder = workspace.year_folder(year) / MEETINGS / id_
    hint = "add cases to it with new case" if day else "add cases to it with new case, or give the new one its day"
    _refuse_existing(workspace, folder, hint)
    cases = tuple(_first_cases(workspace, loaded.programme, meets, day))
    texts = {f"{MEETINGS}/{id_}/{case.id}.md": _text(loaded.programme, case, meets) for case in cases}
    texts[f"{MEETINGS}/{id_}/{MEETING}"] = meeting_text(meets, day, [case.id for case in cases])
    draft = Draft(workspace, year, loaded.tree.sources)
    draft.apply([AddFile(file, text) for file, text in texts.items()])
    draft.changes.write(workspace)
    numbers = (*(case.number for case in cases), None)
    return Outcome(Added(id_, day, dict(zip(draft.changes.files, numbers, strict=True))))


def new_case(workspace: Workspace, year: int, meeting: str, wanted: NewCase) -> Outcome[Added]:
    """Write a new case, and put it on the agenda of its meeting, before a last case for what else comes up (Eventuelt).

    If that has a number, it moves on to the one after the new case's, so that numbers go upwards.

    Args:
        workspace: The workspace of the year.
        year: The year whose folder contains the meeting.
        meeting: Its id: the name of its folder.
        wanted: What is wanted of the case.

    Returns:
        What was written; or nothing, with the diagnostics of faults in meetings and organs that must be fixed first.

    Raises:
        NotAvailable: the year has no such meeting, or the meeting no such organ.
        NotWritten: the case is there already, or cannot be written.
        EditRefused: the agenda is written so that the case cannot be added without touching more.
        YearNotFound: the workspace has no such year.
    """
    outcome = load(workspace, year)
    if not (loaded := _sound(outcome)):
        return Outcome(None, outcome.errors)
    found = _find("meeting", meeting, loaded.programme.meetings)
    meets = tuple(organ for organ in loaded.programme.organs if organ.id in found.organs)
    organ = _find("organ of this meeting", wanted.organ or found.organ, meets)
    source = loaded.tree.sources.get(KeyPath((MEETINGS, meeting)))
    if source is None or "cases" in source.values:
        raise NotWritten(
            f'the meeting "{meeting}"', "has no file for each case", "write the new one where the others are"
        )
    title, rest = _to_title(wanted.title), _rest(found)
    free = next_in_series(years_around(workspace, loaded.programme, found.date), organ, wanted.kind, found.date, rest)
    own = organ.id if organ.id != found.organ else None
    start = CaseStart(slug(title, _LONGEST_ID) or wanted.kind, title, wanted.kind, _number(free, found.date), own)
    moved = _rest_number(loaded.programme, found, rest, free)
    file = f"{MEETINGS}/{meeting}/{start.id}.md"
    _refuse_existing(workspace, workspace.year_folder(year) / file, "open it, or give the new one another title")
    draft = Draft(workspace, year, loaded.tree.sources)
    draft.apply([AddFile(file, _text(loaded.programme, start, organ)), *_edits(found, start.id, rest, moved)])
    draft.changes.write(workspace)
    new, *changed = draft.changes.files
    numbers = {each: None if each.endswith(f"/{MEETING}") else moved for each in changed}
    return Outcome(Added(meeting, found.date, {new: start.number}, numbers, found.notice.sent))


def _sound(outcome: Outcome[Loaded]) -> Loaded | None:
    """The year, if nothing was left out of its meetings and organs: else numbers would be given twice."""
    loaded = outcome.value
    return None if loaded is None or loaded.left_out & {"meetings", "organs"} else loaded


def _refuse_existing(workspace: Workspace, file: Path, hint: str) -> None:
    if file.exists() or file.is_symlink():
        raise NotWritten(workspace.name_of(file), "is there already", hint)


def _find(noun: str, wanted: str, known: tuple[_Named, ...]) -> _Named:
    named = {each.id: each for each in known}
    if wanted not in named:
        raise NotAvailable(noun, wanted, named)
    return named[wanted]


def _to_title(title: str) -> str:
    """A title in one line."""
    line = " ".join(title.split())
    if not line or not line.isprintable() or len(line) > _LONGEST_TITLE:
        hint = f"write some words, and no more than {_LONGEST_TITLE} letters"
        raise NotWritten("the title", "is no line of text", hint)
    return line


def _first_cases(
    workspace: Workspace, programme: Programme, organ: Organ, day: datetime.date | None
) -> Iterator[CaseStart]:
    """The cases that are on every agenda of an organ, numbered one after the other."""
    years, language = years_around(workspace, programme, day), programme.languages[0]
    last = last_meeting(years, organ, day)
    date_of_last = long_date(last[1].date, language).replace(HARD_SPACE, " ") if last and last[1].date else ""
    given: Counter[str] = Counter()
    for case in standing_cases(organ, language, date_of_last):
        free = next_in_series(years, organ, case.kind, day)
        if free:
            series, number = free
            free = series, number + given[series.form]
            given[series.form] += 1
        start = replace(case, number=_number(free, day))
        if last and case.phrase == "minutes-approved":
            start = replace(start, afterwards=_afterwards(last, organ, start, day))
        yield start


def _afterwards(last: tuple[int, Meeting], organ: Organ, case: CaseStart, day: datetime.date | None) -> str:
    """Where one writes that the last minutes are approved."""
    year, meeting = last
    number = f", case: {case.number}" if case.number else ""
    return (
        f"# Når det er godkjent, skrives det også i programme/{year}/{MEETINGS}/{meeting.id}/{MEETING}:\n"
        f"#   minutes: {{approved: {{organ: {organ.id}{number}, date: {day}}}}}\n"
    )


def _number(free: tuple[Series, int] | None, day: datetime.date | None) -> str | None:
    return format_number(*free, day) if free and day else None


def _rest(meeting: Meeting) -> Case | None:
    """The last case, if it is for what else comes up and its number may still change."""
    last = meeting.in_order[-1] if meeting.in_order else None
    return last if last and last.kind == "other" and not meeting.minutes.approved else None


def _rest_number(
    programme: Programme, meeting: Meeting, rest: Case | None, free: tuple[Series, int] | None
) -> str | None:
    """The number that such a case moves on to, if the new one would stand before it with a higher one."""
    own = number_of(programme, meeting, rest) if rest else None
    if own is None or free is None or own[0] != free[0] or own[1] > free[1]:
        return None
    return _number((free[0], free[1] + 1), meeting.date)


def _edits(meeting: Meeting, case: str, rest: Case | None, moved: str | None) -> Iterator[Edit]:
    """What changes in the files of a meeting when a case is added to it."""
    path = KeyPath((MEETINGS, meeting.id))
    if rest and moved:
        yield Set(path / "cases" / rest.id / "number", moved)
    listed = [item.case for item in meeting.agenda]
    last = meeting.in_order[-1] if meeting.in_order else None
    place = listed.index(last.id) if last and last.kind == "other" else len(listed)
    if case not in listed:
        yield Insert(path / "agenda", case, place + 1)


def _text(programme: Programme, case: CaseStart, organ: Organ) -> str:
    """The file of a new case, in the year's first language."""
    language = programme.languages[0]
    secretariat = next((each.name for each in programme.organs if each.kind == "secretariat"), "Sekretariatet")
    return case_text(case, organ, language, localise(organ.proposer or secretariat, language))
