"""Meetings of a year that lie with another year: the annual report counts them, and nothing else knows of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from osloregion_docs.builder.cache import year_facts
from osloregion_docs.documents.kinds.reports.annual_report import ANNUAL_REPORT
from osloregion_docs.documents.parts.traceability.named_values import list_named_values
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.meetings.numbers import numbers_are_given_once
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace
from tests.conftest import ROOT

MEETING = """\
organ: styret
{day}agenda: [budsjett, eventuelt]
"""
CASE = "---\ntitle: Budsjett 2026\nkind: decision\nnumber: 24/25\n---\n"
OTHER = "---\ntitle: Eventuelt\nkind: other\n---\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The example, and the year after it with a folder for meetings."""
    shutil.copytree(ROOT / "examples" / "fjordregionen" / "programme", tmp_path / "programme")
    (tmp_path / "programme" / "2026" / "meetings").mkdir(parents=True)
    return Workspace(tmp_path)


def with_meeting(workspace: Workspace, folder: str, day: str = "date: 2025-12-04\n") -> Programme:
    """The year 2025 once a meeting is filed under 2026."""
    meeting = workspace.root / "programme" / "2026" / "meetings" / folder
    meeting.mkdir()
    (meeting / "meeting.yaml").write_text(MEETING.format(day=day), "utf-8")
    (meeting / "budsjett.md").write_text(CASE, "utf-8")
    (meeting / "eventuelt.md").write_text(OTHER, "utf-8")
    loaded = load(workspace, 2025).value
    assert loaded is not None
    return loaded.programme


def count_meetings(programme: Programme) -> dict[str, str]:
    """Count the meetings and cases of the board."""
    [report] = ANNUAL_REPORT.compose(programme, "nb")
    return {figure.name: figure.text for figure in list_named_values(report) if figure.name.startswith("Styret: ")}


@pytest.mark.parametrize("folder", ["2025-12-04-styret", "styret-desember"])
def test_meeting_of_the_year_is_counted(workspace: Workspace, folder: str) -> None:
    """It belongs to the year whose budget it adopts. Eventuelt without a number is no case."""
    before = count_meetings(with_meeting(workspace, "2026-01-15-styret", "date: 2026-01-15\n"))
    after = count_meetings(with_meeting(workspace, folder))

    assert {name: int(after[name]) - int(before[name]) for name in before} == {"Styret: møte": 1, "Styret: saker": 1}


def test_meeting_without_a_day_is_not_counted(workspace: Workspace) -> None:
    """Nobody knows in which year it will be."""
    programme = with_meeting(workspace, "styret-desember", "")

    assert programme.other_year_meetings == ()


def test_meeting_is_no_meeting_of_the_year_otherwise(workspace: Workspace) -> None:
    """Its papers are built with the year that it belongs to."""
    assert "2025-12-04-styret" not in {meeting.id for meeting in with_meeting(workspace, "2025-12-04-styret").meetings}


def test_number_that_it_has_is_taken(workspace: Workspace) -> None:
    """A series goes through the calendar year, whichever folder a meeting is in."""
    programme = with_meeting(workspace, "2025-12-04-styret")
    board = next(meeting for meeting in programme.meetings if meeting.id == "2025-08-28-styret")
    case = next(case for case in board.cases if case.number == "16/25").model_copy(update={"number": "24/25"})
    cases = tuple(case if each.id == case.id else each for each in board.cases)
    meetings = (board.model_copy(update={"cases": cases}),)
    [found] = numbers_are_given_once.check(programme.model_copy(update={"meetings": meetings}))

    assert found.message_id == "MTG906.other-year"
    assert found.message == "24/25 is the number of another case of 2025"
    assert found.hint.endswith("the other is in programme/2026/meetings/2025-12-04-styret")


def test_last_answer_does_not_stand_when_such_a_meeting_changes(workspace: Workspace) -> None:
    """The report would count wrongly."""
    before = year_facts(workspace, 2025)
    with_meeting(workspace, "2025-12-04-styret")

    assert year_facts(workspace, 2025) != before
