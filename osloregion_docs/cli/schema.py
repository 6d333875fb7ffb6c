"""The command schema."""

from __future__ import annotations

from pathlib import Path

import click

from osloregion_docs.cli.common import workspace_option

_NAMES = (
    *("programme", "measure", "organs", "budget", "adoption", "meeting", "case", "results", "measure-results"),
    *("annual_report", "measure-register", "meeting-data"),
)


@click.command("schema")
@click.argument("name", type=click.Choice(_NAMES), required=False)
@click.option(
    "--write", is_flag=True, help="Write those of the sources to programme/schema/, where the sources look for them."
)
@workspace_option
def command(name: str | None, write: bool, workspace: Path) -> None:
    """Print the JSON Schema of one kind of source file, or of data that is built (measure-register, meeting-data)."""
    from osloregion_docs.api.schema import schema, schema_files
    from osloregion_docs.workspace.workspace import Workspace

    if write:
        folder = Workspace.find(workspace).root / "programme" / "schema"
        folder.mkdir(exist_ok=True)
        for file, text in schema_files().items():
            (folder / file).write_text(text, "utf-8")
            click.echo(f"wrote programme/schema/{file}")
    elif name is not None:
        click.echo(schema(name), nl=False)
    else:
        click.echo("\n".join(_NAMES))
