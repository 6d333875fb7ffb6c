"""What the commands share: their arguments, how diagnostics are shown, and how every command ends."""

from __future__ import annotations

import datetime
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from osloregion_docs.diagnostics import Diagnostic, Outcome

F = TypeVar("F", bound=Callable[..., object])

_IN_LETTERS = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
OUTPUT_FORMATS = ("text", "json", "github")


def _years(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from osloregion_docs.errors import WorkspaceNotFound
    from osloregion_docs.workspace.workspace import Workspace

    try:
        years = Workspace.find(ctx.params.get("workspace") or ".").years
    except WorkspaceNotFound:
        return []
    return [CompletionItem(str(year)) for year in years if str(year).startswith(incomplete)]


def complete_formats(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The formats that begin so, for the shell."""
    from osloregion_docs.renderers.renderers import RENDERERS

    return [CompletionItem(name) for name in RENDERERS if name.startswith(incomplete)]


def year_argument(command: F) -> F:
    """The year, as a command's argument."""
    return click.argument("year", type=click.IntRange(1900, 2200), shell_complete=_years)(command)


def workspace_option(command: F) -> F:
    """Where the workspace is: the folder that holds programme/."""
    return click.option(
        "--workspace",
        type=click.Path(file_okay=False, exists=True, path_type=Path),
        default=Path(),
        help="The folder that holds programme/; by default this one or one above it.",
    )(command)


def day(_ctx: click.Context, _param: click.Parameter, written: str | None) -> datetime.date | None:
    """A day, as the callback of an argument or option: written as in the sources, or as in letters."""
    if written is None:
        return None
    try:
        if match := _IN_LETTERS.fullmatch(written):
            return datetime.date(int(match[3]), int(match[2]), int(match[1]))
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise click.BadParameter(f'"{written}" is not a day; write it like 2018-03-06 or 06.03.2018') from None


def diagnostics_options(command: F) -> F:
    """How diagnostics are shown, and whether warnings count."""
    command = click.option("--strict", is_flag=True, help="Let warnings count as errors.")(command)
    return click.option(
        "--output-format",
        type=click.Choice(OUTPUT_FORMATS),
        default=lambda: "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text",
        show_default="text; github on GitHub Actions",
        help="How findings are shown: for people, for programs, or as annotations on a pull request.",
    )(command)


def show(diagnostics: Iterable[Diagnostic], output_format: str, more: Mapping[str, object], *, err: bool) -> None:
    """Print diagnostics in a format; `more` is further keys for JSON, which always goes to standard output."""
    from osloregion_docs.reporting import github, json, text

    if output_format == "json":
        click.echo(json.report(diagnostics, more), nl=False)
    elif output_format == "github":
        click.echo(github.report(diagnostics), nl=False)
    else:
        click.echo(text.report(diagnostics, text.Ink(on=colours(err=err))), nl=False, err=err, color=True)


def colours(*, err: bool) -> bool:
    """Whether to use colours. *Source*: no-color.org, force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    stream = sys.stderr if err else sys.stdout
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def finish(outcome: Outcome[object], *, strict: bool, complete: bool = True) -> NoReturn:
    """End the command: 0 if all is well, 1 if something failing was found or a document is missing."""
    failed = bool(outcome.errors) or (strict and bool(outcome.warnings)) or not complete
    raise click.exceptions.Exit(1 if failed else 0)
