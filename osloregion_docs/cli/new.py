"""The commands new meeting and new case."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from osloregion_docs.cli.common import colours, day, finish, workspace_option, year_argument

if TYPE_CHECKING:
    from osloregion_docs.api.new import Added
    from osloregion_docs.diagnostics import Outcome
    from osloregion_docs.model.meetings.case import CaseKind

_KINDS = ("approval", "decision", "consultation", "election", "discussion", "orientation", "reference", "other")


def _meetings(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The meetings of the year that begin so, for the shell."""
    from osloregion_docs.workspace.workspace import Workspace

    start, year = ctx.params.get("workspace") or ".", ctx.params.get("year")
    found = Workspace.find(start).root.glob(f"programme/{year}/meetings/{incomplete}*/meeting.yaml")
    return [CompletionItem(file.parent.name) for file in sorted(found)]


@click.group("new")
def command() -> None:
    """Write a new meeting, or a new case of one, to begin from.

    The files hold what is known, and comments that state what else they can contain. Nothing that is there is
    overwritten. Cases get the next free number of their organ in the calendar year of the meeting; without a day there
    is no number yet.

    \b
      osloregion-docs new meeting 2018 styret 2018-03-06
      osloregion-docs new case 2018 2018-03-06-styret "Årsrapport 2017"
    """


@command.command("meeting", short_help="write a new meeting of an organ, with its standing cases")
@year_argument
@click.argument("organ")
@click.argument("date", metavar="[DATE]", required=False, callback=day)
@workspace_option
def meeting(year: int, organ: str, date: datetime.date | None, workspace: Path) -> None:
    """Write a new meeting of ORGAN in the folder of YEAR, on the day DATE if that is fixed.

    ORGAN is the id in organs.yaml. If the organ has opening_cases or any_other_business there, these cases are written
    as well: approval of the notice, approval of the last minutes, Eventuelt.
    """
    from osloregion_docs.api.new import new_meeting
    from osloregion_docs.workspace.workspace import Workspace

    outcome = new_meeting(Workspace.find(workspace), year, organ, date)
    added = _require_written(outcome)
    if added.day:
        click.echo(f"the meeting is on {_weekday(added.day)}")
    call = f'osloregion-docs new case {year} {added.meeting} "Sakens tittel" --kind decision'
    _advise(year, (f"write time and place in meeting.yaml, and add cases: {call}",))


@command.command("case", short_help="write a new case of a meeting, and put it on the agenda")
@year_argument
@click.argument("meeting", shell_complete=_meetings)
@click.argument("title")
@click.option(
    "--kind", type=click.Choice(_KINDS), default="decision", help="What sort of case it is; decision if left out."
)
@click.option("--organ", help="Which organ treats it, where two meet in one event.")
@workspace_option
def case(year: int, meeting: str, title: str, kind: CaseKind, organ: str | None, workspace: Path) -> None:
    """Write a new case called TITLE, and put it on the agenda of MEETING in the folder of YEAR.

    MEETING is the name of its folder. The case is placed last, or before Eventuelt if that is last; a number of
    Eventuelt moves on to the one after the new case's.
    """
    from osloregion_docs.api.new import NewCase, new_case
    from osloregion_docs.workspace.workspace import Workspace

    wanted = NewCase(title, kind, organ)
    added = _require_written(new_case(Workspace.find(workspace), year, Path(meeting).name, wanted))
    _advise(year, _about(added))


def _require_written(outcome: Outcome[Added]) -> Added:
    """What was written, a line for each file; if nothing was, why, and the end."""
    from osloregion_docs.reporting.text import Ink, report

    if outcome.value is None:
        click.echo(report(outcome.diagnostics, Ink(on=colours(err=True))), nl=False, err=True, color=True)
        click.echo("nothing was written: fix these first, so that no number is given twice", err=True)
        finish(outcome, strict=False, complete=False)
    added = outcome.value
    for word, files in (("wrote", added.written), ("changed", added.changed)):
        for file, number in files.items():
            click.echo(f"{word:<8} {file}{f'  (case {number})' if number else ''}")
    return added


def _about(added: Added) -> Iterator[str]:
    [file] = added.written
    yield f"write the text in {Path(file).name}, below the headings"
    if added.sent:
        yield f"the notice was sent {added.sent}: write the day of the new agenda under notice, revised, and as added"
    if not added.day:
        yield "the case has no number yet: write it when the day of the meeting is fixed"


def _advise(year: int, advice: tuple[str, ...] | Iterator[str]) -> None:
    for line in (*advice, f"see if all is well: osloregion-docs check {year}"):
        click.echo(f"next: {line}")


def _weekday(day: datetime.date) -> str:
    from osloregion_docs.labels.forms import HARD_SPACE, dated_weekday

    return dated_weekday(day, "en").replace(HARD_SPACE, " ")
