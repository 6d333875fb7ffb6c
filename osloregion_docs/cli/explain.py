"""The command explain."""

from __future__ import annotations

import click


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Show the manual's page on CODE, such as TXT401, with an example; without CODE, list them all."""
    from osloregion_docs.api.explain import codes, explain

    if code is None:
        for known in codes():
            click.echo(f"{known.value}  {known.severity.value:<8} {known.title}")
        return
    page = explain(code)
    click.echo(f"{page.code.value} ({page.code.severity.value}): {page.code.title}\n\n{page.code.manual}")
    if page.example:
        click.echo("\nExample (a comment names what is found in the line below it):\n")
        click.echo(page.example, nl=False)
