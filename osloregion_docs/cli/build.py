"""The command build."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from osloregion_docs.cli.common import (
    complete_formats,
    day,
    diagnostics_options,
    finish,
    show,
    workspace_option,
    year_argument,
)

if TYPE_CHECKING:
    from osloregion_docs.builder.options import Result
    from osloregion_docs.diagnostics import Diagnostic, Outcome


@click.command("build")
@year_argument
@workspace_option
@click.option(
    "--only", "kinds", multiple=True, metavar="KIND", help="Build only this kind of document (may be repeated)."
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT",
    shell_complete=complete_formats,
    help="Build only this format (may be repeated); the command list shows all.  [default: docx, pdf, html]",
)
@click.option(
    "--language", "languages", multiple=True, metavar="LANGUAGE", help="Build only this language: nb, nn or en."
)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Where the files go.  [default: out/YEAR]"
)
@click.option(
    "--as-of",
    callback=day,
    metavar="DATE",
    help="The cut-off date of the status report.  [default: as_of in results.yaml, or the newest entry]",
)
@click.option("--force", is_flag=True, help="Render again, and overwrite files that were edited by hand.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), help="How many documents to render at once.  [default: all processors]"
)
@diagnostics_options
def command(
    year: int,
    workspace: Path,
    kinds: tuple[str, ...],
    formats: tuple[str, ...],
    languages: tuple[str, ...],
    out: Path | None,
    as_of: datetime.date | None,
    force: bool,
    jobs: int | None,
    output_format: str,
    strict: bool,
) -> None:
    """Build the documents of YEAR.

    Unchanged files are kept. A file that somebody has edited since it was built is left as it is, and reported.
    Files are written atomically.
    """
    from osloregion_docs.api.build import build
    from osloregion_docs.builder.options import BuildOptions, Choice
    from osloregion_docs.workspace.workspace import Workspace

    choice = Choice(kinds, formats, languages, as_of)
    options = BuildOptions(choice, out, strict, force, jobs or os.cpu_count() or 1)
    outcome = build(Workspace.find(workspace), year, options, _progress)
    results = outcome.value or ()
    if output_format == "text":
        show(_urgent(outcome, strict=strict), output_format, {}, err=True)
        _print_results(outcome, year)
    else:
        show(outcome.diagnostics, output_format, {"year": year, "artefacts": [_entry(r) for r in results]}, err=True)
        if output_format == "github":
            _print_results(outcome, year)
    finish(outcome, strict=strict, complete=outcome.value is not None and all(result.artefact for result in results))


def _urgent(outcome: Outcome[object], *, strict: bool) -> list[Diagnostic]:
    """What stopped the build, and what concerns the files; the command check reports the rest."""
    return [
        diagnostic
        for diagnostic in outcome.diagnostics
        if diagnostic in outcome.errors
        or diagnostic.code.startswith("OUT")
        or (strict and diagnostic in outcome.warnings)
    ]


def _progress(state: str, file: str) -> None:
    """One line, rewritten in place, on a terminal; nothing in a log."""
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        click.echo(f"\r\x1b[2K{'rendering ' + file + ' …' if state == 'rendering' else ''}", nl=False, err=True)


def _print_results(outcome: Outcome[tuple[Result, ...]], year: int) -> None:
    from osloregion_docs.reporting.text import summary

    for result in outcome.value or ():
        size = f"  {result.artefact.size / 1000:.0f} kB" if result.artefact else ""
        click.echo(f"{result.state:<8}{result.file}{size}")
    built = "" if outcome.value is not None else "nothing was built: "
    more = f'; "osloregion-docs check {year}" shows the warnings' if outcome.warnings else ""
    if outcome.diagnostics:
        click.echo(f"{year}: {built}{summary(outcome.diagnostics)}{more}", err=True)


def _entry(result: Result) -> dict[str, object]:
    sha256 = result.artefact.sha256 if result.artefact else None
    return {"file": result.file, "state": result.state, "sha256": sha256}
