"""The command doctor."""

from __future__ import annotations

import sys

import click


@click.command("doctor")
def command() -> None:
    """Say what this machine has for the job, and what would add to it."""
    from osloregion_docs.api.doctor import doctor

    items = doctor()
    for item in items:
        mark = "ok" if item.found else "missing" if item.needed else "no"
        click.echo(f"{mark:<8}{item.name:<16} {item.what}")
    sys.exit(1 if any(item.needed and not item.found for item in items) else 0)
