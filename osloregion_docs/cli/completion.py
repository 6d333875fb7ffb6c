"""The command completion."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print what makes SHELL complete commands, options and years.

    \b
    bash:  osloregion-docs completion bash >> ~/.bashrc
    zsh:   osloregion-docs completion zsh >> ~/.zshrc
    fish:  osloregion-docs completion fish > ~/.config/fish/completions/osloregion-docs.fish
    """
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"this version of click cannot complete for {shell}")
    script = made(context.find_root().command, {}, "osloregion-docs", "_OSLOREGION_DOCS_COMPLETE")
    click.echo(script.source())
