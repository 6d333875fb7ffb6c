"""The command list."""

from __future__ import annotations

from pathlib import Path

import click

from osloregion_docs.cli.common import workspace_option


@click.command("list")
@workspace_option
@click.option("--fields", "kind", metavar="KIND", help="Show what the templates of this kind of document may use.")
def command(workspace: Path, kind: str | None) -> None:
    """Show the years here, the kinds of document, their formats and templates."""
    from osloregion_docs.api.listing import listing
    from osloregion_docs.workspace.workspace import Workspace

    if kind is not None:
        from osloregion_docs.api.placeholders import placeholders

        fields = placeholders(kind)
        if not fields:
            click.echo(f"{kind} is built without a template")
            return
        width = max(len(tag) for tag, _what in fields)
        for tag, what in fields:
            click.echo(f"{tag:<{width}}  {what}")
        return
    found = listing(Workspace.find(workspace))
    click.echo(f"years    {' '.join(map(str, found.years)) or 'none'}")
    click.echo(f"formats  {' '.join(found.formats)}")
    width = max(map(len, found.formats))
    for entry in found.kinds:
        click.echo(f"\n{entry.name}  ({entry.title})")
        for name, template in entry.templates.items():
            click.echo(f"  {name:<{width}}  {_format_template(template)}")


def _format_template(template: str | None) -> str:
    return "needs no template" if template is None else template or "no template"
