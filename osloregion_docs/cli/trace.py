"""The command trace."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, cast

import click

from osloregion_docs.cli.common import show, workspace_option, year_argument

if TYPE_CHECKING:
    from osloregion_docs.api.figures import Origins
    from osloregion_docs.api.trace import Asked, Group, Line, Traced

_WIDEST = 44
"""Characters of a line of a source that is shown; longer ones are cut."""
_WIDTH = 132
"""Characters of a line where there is no terminal to ask."""
_LONGEST_WORD = 20
"""Characters of a word that is still not broken, however narrow the terminal is."""
_GAP = "  "
_PERCENT = re.compile("100|[0-9]{1,2}")
_HEADS = ("ACTIVITY", "MEASURE", "BUDGET", "CASES", "RESULT")
_BUDGET = 2
_ASKED = {
    "activities": (
        "activities are served by a measure",
        "write the activities that a measure serves under serves in its file",
    ),
    "budget": (
        "measures have a budget",
        "name the measures that a line of budget.yaml pays for under measures, or give them a cost",
    ),
    "status": ("measures have a status", "write what came of the measures in results/, or fill in the workbook"),
}
"""What a threshold can ask about: what it is called, and what to do where it is not reached."""


class Threshold(click.ParamType[tuple[str, int]]):
    """A percentage, alone or after what it applies to: ``80``, ``budget=60``."""

    name = "threshold"

    def convert(
        self, value: str | tuple[str, int], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        """What the threshold applies to, and how many percent."""
        if not isinstance(value, str):
            return value
        asked, _, percent = value.rpartition("=")
        if asked and asked not in _ASKED:
            self.fail(f"{asked!r} is none of {', '.join(_ASKED)}", param, ctx)
        if not _PERCENT.fullmatch(percent):
            self.fail(f"{percent!r} is no whole number from 0 to 100", param, ctx)
        return asked or "activities", int(percent)


@click.command("trace")
@year_argument
@workspace_option
@click.option(
    "--output-format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default="text",
    help="A matrix for people, or JSON for programs.",
)
@click.option(
    "--min-coverage",
    type=Threshold(),
    multiple=True,
    metavar="[WHAT=]PERCENT",
    help="End with 1 if fewer than that percent of the activities are served by a measure. With budget=PERCENT or "
    "status=PERCENT: if fewer of the measures have a budget, or a status. May be given several times.",
)
@click.option(
    "--figure",
    metavar="FIGURE",
    help="Say where a figure or some words come from instead, as a document prints them: 4 360, −17,7, Sum inntekter.",
)
def command(
    year: int, workspace: Path, output_format: str, min_coverage: tuple[tuple[str, int], ...], figure: str | None
) -> None:
    """Show how the strategy of YEAR hangs together with what is done, what pays for it, and what came of it.

    Each focus area with its activities, the measures that say they serve them, what these cost and which lines of the
    budget pay for them, the cases of meetings whose text names the measure, and its newest status. Gaps have a dash.
    What the year states of no measure is no gap: that is reported once instead. Cases that are kept from the public
    are left out. The document "trace" contains the same for readers.

    With --figure: every figure of budget, accounts, contribution, results and meetings that is printed so, with the
    lines of the sources it is taken from, added up from or counted from; and every line in which it is written.
    """
    if figure is not None:
        _origins(year, workspace, output_format, figure)
        return
    from osloregion_docs.api.trace import matrix, plain, trace
    from osloregion_docs.workspace.workspace import Workspace

    outcome = trace(Workspace.find(workspace), year)
    traced = outcome.value
    if traced is None:
        show(outcome.diagnostics, output_format, {"year": year}, err=True)
        raise click.exceptions.Exit(1)
    if output_format == "json":
        import json

        click.echo(json.dumps(plain(traced), indent=2, ensure_ascii=False))
    else:
        width = shutil.get_terminal_size((_WIDTH, 0)).columns
        click.echo("\n".join((*_table(matrix(traced), width, _places(traced)), "", *_coverage(traced))))
    _end_below(traced, year, min_coverage)


def _end_below(traced: Traced, year: int, thresholds: tuple[tuple[str, int], ...]) -> None:
    """End with 1 if a threshold is not reached, having named each of those."""
    missed = [(what, percent) for what, percent in thresholds if not traced.reaches(percent, cast("Asked", what))]
    for what, percent in missed:
        called, hint = _ASKED[what]
        click.echo(f"{year}: fewer than {percent} % of the {called}\n  hint: {hint}", err=True)
    if missed:
        raise click.exceptions.Exit(1)


def _origins(year: int, workspace: Path, output_format: str, figure: str) -> None:
    """Say where a figure comes from, or that it is nowhere."""
    from osloregion_docs.api.figures import origins
    from osloregion_docs.workspace.workspace import Workspace

    outcome = origins(Workspace.find(workspace), year, figure)
    found = outcome.value
    if found is None:
        show(outcome.diagnostics, output_format, {"year": year}, err=True)
        raise click.exceptions.Exit(1)
    if output_format == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps({"year": year, "figure": figure, **asdict(found)}, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_describe(found)))
    if not found:
        click.echo(f'{year}: "{figure}" comes from no source of this year', err=True)
        click.echo("  hint: write it as the document prints it, without unit; or part of its name", err=True)
        raise click.exceptions.Exit(1)


def _describe(found: Origins) -> Iterator[str]:
    """The figures, each with the places that it comes from; then the lines that have it in writing."""
    for origin in found.figures:
        yield f"{origin.printed}  {origin.name}"
        yield from (f"  {place.span.place}: {_cut(place.text)}" for place in origin.places)
    if found.lines:
        yield "in writing"
        yield from (f"  {place.span.place}: {_cut(place.text)}" for place in found.lines)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1].rstrip()}…"


def _places(traced: Traced) -> list[int]:
    """Which columns are shown: where nothing is known of costs, there is none for the budget."""
    has_costs = traced.thread.coverage.costs_are_told
    return [place for place in range(len(_HEADS)) if has_costs or place != _BUDGET]


def _table(groups: tuple[Group, ...], width: int, places: list[int]) -> Iterator[str]:
    """The groups as lines, their columns aligned over all of them."""
    head = [_HEADS[place] for place in places]
    rows = [[[_cells(line)[place] for place in places] for line in group.lines] for group in groups]
    columns = list(zip(head, *(row for group in rows for row in group), strict=True))
    widths = _fit_widths(columns, width - len(_GAP) * (len(places) - 1))
    yield from _row(head, widths)
    for group, lines in zip(groups, rows, strict=True):
        yield from ("", group.heading)
        yield from _separate([list(_row(cells, widths)) for cells in lines])


def _separate(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of rows, with an empty one around those that take several."""
    for above, row in zip([[""], *rows], rows, strict=False):
        if len(above) > 1 or (len(row) > 1 and row is not rows[0]):
            yield ""
        yield from row


def _cells(line: Line) -> tuple[str, ...]:
    cells = (line.activity, line.measure, "\n".join(line.budget), "\n".join(line.cases), line.result)
    return tuple(cell.replace("\N{NO-BREAK SPACE}", " ") for cell in cells)


def _fit_widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is: as its longest line, narrower where there is no room; few words are broken."""
    widths = [max(len(line) for cell in column for line in cell.split("\n")) for column in columns]
    words = [max(len(word) for cell in column for word in cell.split() or [""]) for column in columns]
    least = [min(word, _LONGEST_WORD) for word in words]
    while sum(widths) > room and any(width > low for width, low in zip(widths, least, strict=True)):
        widest = max(range(len(widths)), key=lambda place: (widths[place] > least[place], widths[place]))
        widths[widest] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines of a row, each cell wrapped in its column."""
    wrapped = [
        [part for line in cell.split("\n") for part in wrap(line, width, break_on_hyphens=False)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield _GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()


def _coverage(traced: Traced) -> Iterator[str]:
    """How much of the thread holds, a line each."""
    coverage = traced.thread.coverage
    if coverage.is_told:
        served = f"{coverage.served} of {coverage.activities} activities"
        yield f"{served} are served by a measure ({coverage.served_percent} %)"
    else:
        yield "no measure says which activities it serves, so whether these are followed up cannot be told"
    if coverage.costs_are_told:
        yield f"{coverage.budgeted} of {coverage.measures} measures have a budget ({coverage.budgeted_percent} %)"
    else:
        yield "neither a measure nor a line of the budget tells what measures cost"
    yield f"{coverage.reported} of {coverage.measures} measures have a status ({coverage.reported_percent} %)"
