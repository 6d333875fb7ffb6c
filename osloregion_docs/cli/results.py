"""The command results, with export and import."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from osloregion_docs.cli.common import day, diagnostics_options, finish, show, workspace_option, year_argument

if TYPE_CHECKING:
    from osloregion_docs.api.results import Imported
    from osloregion_docs.language import Language
    from osloregion_docs.workbook.row_changes import RowChange


@click.group("results")
def command() -> None:
    """Follow up what was adopted: the status and the results of each measure.

    They lie in programme/YEAR/results/, a file for each measure. Those who would rather not write there fill in a
    workbook:

    \b
      osloregion-docs results export 2018 tiltak.xlsx             a row for each measure
      osloregion-docs results import 2018 tiltak.xlsx --dry-run   what would change
      osloregion-docs results import 2018 tiltak.xlsx             write it into the sources

    Several people can fill in a copy each: import the copies one after the other.
    """


@command.command("export")
@year_argument
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@workspace_option
@click.option(
    "--language", type=click.Choice(("nb", "nn", "en")), help="Of headings and guide.  [default: the year's first]"
)
@click.option(
    "--date",
    callback=day,
    metavar="DATE",
    help="Write this day into every row, such as the cut-off date of a report.",
)
@click.option("--force", is_flag=True, help="Write over a workbook that is filled in, or any other file.")
def export_command(
    year: int, file: Path, workspace: Path, language: Language | None, date: datetime.date | None, force: bool
) -> None:
    """Write a workbook in which the results of YEAR are filled in.

    It has one row for each measure, with what was last reported. The white cells are to be filled in: a status from a
    list, a date, what was done, what came of it, values of indicators. The others are locked, without a password. A
    second sheet explains how. The same sources give the same file.
    """
    from osloregion_docs.api.results import ExportOptions, export_results
    from osloregion_docs.workspace.workspace import Workspace

    options = ExportOptions(language, date, force)
    outcome = export_results(Workspace.find(workspace), year, file, options)
    show(outcome.diagnostics, "text", {}, err=True)
    if outcome.value is None:
        click.echo(f"{year}: no workbook was made: fix these first", err=True)
    else:
        click.echo(f"wrote {file}: {_many(outcome.value, 'measure')}")
    finish(outcome, strict=False)


@command.command("import")
@year_argument
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@workspace_option
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--force", is_flag=True, help="Change also measures that were reported on since the workbook was made.")
@diagnostics_options
def import_command(
    year: int, file: Path, workspace: Path, dry_run: bool, force: bool, output_format: str, strict: bool
) -> None:
    """Import what was filled in, into the sources of YEAR.

    Each row that is filled in becomes an entry in programme/YEAR/results/, or corrects the entry of the same day; all
    else stays as it is. What changes is shown, measure by measure. If anything in the workbook cannot be
    read, nothing at all is written, and every such cell is named.

    A measure that was reported on since the workbook was made is skipped; look at it, then use --force. Importing
    the same workbook twice changes nothing.
    """
    from osloregion_docs.api.results import ImportOptions, import_results
    from osloregion_docs.workspace.workspace import Workspace

    outcome = import_results(Workspace.find(workspace), year, file, ImportOptions(dry_run, strict, force))
    imported = outcome.value
    more = {"year": year, "changes": _entries(imported), "written": bool(imported and imported.written)}
    show(outcome.diagnostics, output_format, more, err=output_format == "text")
    if imported and output_format == "text":
        for change, name in imported.changes:
            _tell(change, name)
    _sum_up(year, imported, dry_run=dry_run)
    finish(outcome, strict=strict, complete=imported is not None and not imported.skipped)


def _tell(change: RowChange, name: str) -> None:
    """One change, as people compare texts."""
    click.echo(f"{change.number} {change.title}  ({name})".strip())
    for line in change.lines():
        click.echo(f"  {line}")


def _sum_up(year: int, imported: Imported | None, *, dry_run: bool) -> None:
    if imported is None:
        click.echo(f"{year}: nothing was written: fix these first", err=True)
        return
    parts = [f"{_many(len(imported.changes), 'measure')} {'would change' if dry_run else 'changed'}"]
    parts += [f"{len(imported.skipped)} skipped"] if imported.skipped else []
    parts += [f"{imported.unchanged} unchanged"]
    click.echo(f"{year}: {', '.join(parts)}{'; nothing was written' if not imported.written else ''}", err=True)


def _entries(imported: Imported | None) -> list[dict[str, object]]:
    changes = imported.changes if imported else ()
    return [
        {
            "measure": change.measure,
            "file": name,
            "kind": "correction" if change.entry else "entry",
            "date": str(change.entry.date if change.entry else change.filled["date"]),
            "filled": change.filled,
        }
        for change, name in changes
    ]


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
