"""The command check."""

from __future__ import annotations

from pathlib import Path

import click

from osloregion_docs.cli.common import diagnostics_options, finish, show, workspace_option, year_argument


@click.command("check")
@year_argument
@workspace_option
@diagnostics_options
def command(year: int, workspace: Path, output_format: str, strict: bool) -> None:
    """Report everything that is wrong in the sources and templates of YEAR.

    Each finding names file, line and column, shows the line, and suggests a fix. Warnings are for you to judge;
    fix errors before building. "osloregion-docs explain CODE" explains more.
    """
    from osloregion_docs.api.check import check
    from osloregion_docs.reporting.text import summary
    from osloregion_docs.workspace.workspace import Workspace

    outcome = check(Workspace.find(workspace), year)
    show(outcome.diagnostics, output_format, {"year": year}, err=False)
    more = "" if outcome.value else "; the rules have not been checked yet: fix these first, and check again"
    click.echo(f"{year}: {summary(outcome.diagnostics)}{more}", err=True)
    finish(outcome, strict=strict)
