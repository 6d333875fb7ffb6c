"""The program: its commands, imported when they are called, and how it ends."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module

import click

from osloregion_docs.errors import OsloregionDocsError
from osloregion_docs.version import __version__

_COMMANDS = {
    "build": "build the documents of a year",
    "check": "report what is wrong in a year's sources and templates",
    "completion": "print what makes the shell complete commands and years",
    "doctor": "check the environment",
    "explain": "show the manual's page on a code such as TXT401",
    "list": "show years, document kinds, formats and templates",
    "new": "write a new meeting or case to begin from",
    "results": "export and import the results of measures as a workbook",
    "schema": "print or write the JSON Schemas for the editor",
    "trace": "trace strategy, measures, cases and results",
}
_INTERRUPTED = 130
"""Stopped by Ctrl-C: 128 and the number of the signal, as shells have it."""


class LateCommands(click.Group):
    """A group that imports a command when it is called for, so that starting stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"osloregion_docs.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the words name; a near miss is pointed out."""
        if args and args[0] not in _COMMANDS:
            from osloregion_docs.spelling import did_you_mean

            ctx.fail(f'there is no command "{args[0]}"; {did_you_mean(args[0], _COMMANDS) or "see --help"}')
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with a line each, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.group(cls=LateCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="osloregion-docs", message="%(prog)s %(version)s")
def root() -> None:
    """Make the official documents of a year from its text files.

    The sources lie in programme/YEAR/, the Word templates in templates/. A day's work:

    \b
      osloregion-docs check 2018          what is wrong, line by line, and what to do
      osloregion-docs build 2018          the documents, in out/2018/
      osloregion-docs explain TXT401      why something is pointed at

    It ends with 0 when all is well, 1 when something was found or not made, 2 when it was called wrongly.
    """


def main() -> None:
    """Run the program. What stops it is reported in one line; anything else is a bug, with a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # an old code page lacks «–»; better \\u2013 than no answer
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # no plugin of another package has a say in documents
    try:
        code = root.main(prog_name="osloregion-docs", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        click.echo("stopped; nothing was left half written", err=True)
        code = _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except OsloregionDocsError as error:
        click.echo(f"error: {error}", err=True)
        if error.hint:
            click.echo(f"  hint: {error.hint}", err=True)
        code = error.exit_code
    sys.stdout.flush()
    sys.stderr.flush()
    sys.exit(code or 0)
