"""Writes what is generated: docs/rules.md, docs/cli.md, and JSON Schemas, of the workspaces here and of what is built.

With ``--check`` it writes nothing, names what is stale, and ends with 1 if anything is.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from osloregion_docs.api.explain import Explanation, codes, explain
from osloregion_docs.api.schema import data_schema_files, schema_files
from osloregion_docs.cli.root import root

REPOSITORY = Path(__file__).resolve().parent.parent
FAMILIES = {
    "SRC": "Reading a source",
    "MOD": "The shape of the values",
    "SCH": "Years and timeframes",
    "REF": "References",
    "TXT": "Text",
    "TPL": "Templates",
    "BUD": "Budget",
    "COV": "From strategy to measures",
    "MTG": "Meetings and cases",
    "RES": "Results",
    "PDF": "The PDF",
    "XLS": "The Excel file",
    "OUT": "Writing the documents",
}
SCHEMAS = ("programme/schema", "examples/fjordregionen/programme/schema")
_MADE = "<!-- Made by tools/docs.py from the code: change the code, then run it again. -->"
_REST = "\n# Resten av året er uten feil."
_HELP = ("--help", "-h")


def main() -> None:
    """Write what is stale, or with --check only name it."""
    stale = {file: text for file, text in generated().items() if not _stands(REPOSITORY / file, text)}
    checking = sys.argv[1:] == ["--check"]
    for file, text in stale.items():
        sys.stdout.write(f"{'stale' if checking else 'wrote'} {file}\n")
        if not checking:
            (REPOSITORY / file).parent.mkdir(parents=True, exist_ok=True)
            (REPOSITORY / file).write_text(text, "utf-8", newline="\n")
    if checking and stale:
        sys.stdout.write("run: python tools/docs.py\n")
        sys.exit(1)


def generated() -> dict[str, str]:
    """Every generated file, relative to the repository, with the text that it should hold."""
    return {
        "docs/rules.md": rules_page(),
        "docs/cli.md": cli_page(),
        **{f"{folder}/{name}": text for folder in SCHEMAS for name, text in schema_files().items()},
        **{f"docs/schema/{name}": text for name, text in data_schema_files().items()},
    }


def rules_page() -> str:
    """The manual of all codes, by family."""
    intro = """\
Everything that `check` and `build` can say about sources, templates and documents. `osloregion-docs explain CODE` shows
the same page in the terminal. An **error** must be mended before documents can be built; a **warning** is for you to
judge (with `--strict` it counts as an error); a **note** is for knowing. Codes are never reused.

The examples are short years written as one file; a comment names what is found in the line below it, and its column."""
    lines = ["# Codes", "", _MADE, "", intro]
    family = ""
    for code in codes():
        if code.value[:3] != family:
            family = code.value[:3]
            lines += ["", f"## {family}: {FAMILIES.get(family, family)}"]
        lines += ["", *_code(explain(code.value))]
    return "\n".join(lines) + "\n"


def _code(page: Explanation) -> Iterator[str]:
    code = page.code
    yield from (f"### {code.value}", "", f"**{code.title}** ({code.severity.value})", "", code.manual)
    if page.example:
        shown = page.example.split(_REST, maxsplit=1)[0].strip()
        yield from ("", "```yaml", shown, "```")


def cli_page() -> str:
    """The manual of the commands. Built from their parameters, since click's own help looks different by version."""
    lines = ["# Commands", "", _MADE, "", *_command(root, "osloregion-docs")]
    context = click.Context(root)
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        assert command is not None
        lines += ["", f"## {name}", "", *_command(command, f"osloregion-docs {name}")]
        for inner, part in getattr(command, "commands", {}).items():
            lines += ["", f"### {name} {inner}", "", *_command(part, f"osloregion-docs {name} {inner}")]
    return "\n".join(lines) + "\n"


def _command(command: click.Command, called: str) -> Iterator[str]:
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    arguments = [_argument(parameter) for parameter in command.params if isinstance(parameter, click.Argument)]
    if isinstance(command, click.Group):
        arguments.append("COMMAND")
    yield f"```text\n{' '.join((called, *(['[OPTIONS]'] if options else []), *arguments))}\n```"
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield ""
        preformatted = paragraph.startswith("\b\n")
        yield f"```text\n{inspect.cleandoc(paragraph[2:])}\n```" if preformatted else " ".join(paragraph.split())
    shown = [option for option in options if not set(_HELP) & set(option.opts)]
    if shown:
        yield from ("", "| option | what it does |", "|---|---|", *map(_row, shown))
    if isinstance(command, click.Group) and command is not root:
        for name, inner in command.commands.items():
            called_inner = f"{called} {name}"
            yield from ("", f"### {called_inner.split(' ', 1)[1]}", "", *_command(inner, called_inner))


def _argument(argument: click.Argument) -> str:
    choices = argument.type.choices if isinstance(argument.type, click.Choice) else ()
    name = "|".join(map(str, choices)) or (argument.name or "").upper()
    return name if argument.required else f"[{name}]"


def _row(option: click.Option) -> str:
    value = "" if option.is_flag else f" {option.metavar or _type(option.type)}"
    default = f" [default: {option.show_default}]" if isinstance(option.show_default, str) else ""
    return f"| `{option.opts[0]}{value}` | {' '.join((option.help or '').split())}{default} |"


def _type(kind: click.ParamType) -> str:
    if isinstance(kind, click.Choice):
        return "\\|".join(map(str, kind.choices))
    return kind.name.split()[0].upper()


def _stands(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text("utf-8") == text


if __name__ == "__main__":
    main()
