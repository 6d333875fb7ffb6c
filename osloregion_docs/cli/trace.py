"""The command trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from osloregion_docs.cli.common import show, workspace_option, year_argument

if TYPE_CHECKING:
    from osloregion_docs.api.figures import Origins
    from osloregion_docs.api.trace import Group, Traced

_WIDEST = 44
"""Characters of a column; longer texts are cut."""


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
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="End with 1 if fewer than that percent of the activities are served by a measure.",
)
@click.option(
    "--figure",
    metavar="FIGURE",
    help="Say where a figure or some words come from instead, as a document prints them: 4 360, −17,7, Sum inntekter.",
)
def command(year: int, workspace: Path, output_format: str, min_coverage: int | None, figure: str | None) -> None:
    """Show how the strategy of YEAR hangs together with what is done and what came of it.

    Each focus area with its activities, the measures that say they serve them, the cases of meetings whose text names
    the measure, and its newest status. Gaps have a dash. Where no measure says which activities it serves, that is said
    instead. Cases that are kept from the public are left out. The document "trace" tells the same to readers.

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
        click.echo("\n".join((*_table(matrix(traced)), *_coverage(traced))))
    if min_coverage is not None and not traced.reaches(min_coverage):
        click.echo(f"{year}: fewer than {min_coverage} % of the activities are served by a measure", err=True)
        click.echo("  hint: write the activities that a measure serves under serves in its file", err=True)
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
        click.echo("\n".join(_told(found)))
    if not found:
        click.echo(f'{year}: "{figure}" comes from no source of this year', err=True)
        click.echo("  hint: write it as the document prints it, without unit; or part of its name", err=True)
        raise click.exceptions.Exit(1)


def _told(found: Origins) -> Iterator[str]:
    """The figures, each with the places that it comes from; then the lines that have it in writing."""
    for origin in found.figures:
        yield f"{origin.printed}  {origin.name}"
        yield from (f"  {place.span.place}: {_cut(place.text)}" for place in origin.places)
    if found.lines:
        yield "in writing"
        yield from (f"  {place.span.place}: {_cut(place.text)}" for place in found.lines)


def _table(groups: tuple[Group, ...]) -> Iterator[str]:
    """The groups as lines, their columns aligned over all of them."""
    head = ("ACTIVITY", "MEASURE", "CASES", "RESULT")
    rows = [
        [tuple(map(_cut, (line.activity, line.measure, line.cases, line.result))) for line in group.lines]
        for group in groups
    ]
    widths = [max(map(len, column)) for column in zip(head, *(row for group in rows for row in group), strict=True)]

    def aligned(cells: tuple[str, ...]) -> str:
        return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()

    yield aligned(head)
    for group, lines in zip(groups, rows, strict=True):
        yield from ("", group.heading, *map(aligned, lines))


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1].rstrip()}…"


def _coverage(traced: Traced) -> Iterator[str]:
    """How much of the thread holds, a line each."""
    told = traced.thread.coverage
    yield ""
    if told.is_told:
        yield f"{told.served} of {told.activities} activities are served by a measure ({told.served_percent} %)"
    else:
        yield "no measure says which activities it serves, so whether these are followed up cannot be told"
    yield f"{told.reported} of {told.measures} measures have a status ({told.reported_percent} %)"
