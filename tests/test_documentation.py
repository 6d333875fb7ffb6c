"""The documentation against the code: what it calls missing, and the files, modules and commands that it names."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from osloregion_docs.cli.root import root
from osloregion_docs.documents.registry import KINDS
from tests.test_project import NOT_RECIPES, PAGES, ROOT, name_in_project

STATEMENTS = [*PAGES, ROOT / "CHANGELOG.md", ROOT / "tests" / "README.md"]
SUPERSEDED = re.compile(r"Date: .* · Status: superseded")
NAMERS = [
    *(page for page in NOT_RECIPES if not SUPERSEDED.search(page.read_text("utf-8"))),
    ROOT / "tests" / "README.md",
]
"""The pages on what exists; a superseded decision describes what existed then."""
TYPED = [page for page in STATEMENTS if page != ROOT / "docs" / "cli.md"]
"""The pages with commands to type; docs/cli.md is generated from the command line itself."""
_DONE = "(?:built|made|written|supported|implemented)"
UNBUILT = re.compile(rf"\bunbuilt\b|\bnot {_DONE} yet\b|\bnot yet {_DONE}\b|\bno document shows\b")
FOLDERS = ("osloregion_docs", "tests", "tools", "templates", "docs", "examples", "benchmarks", ".github", ".ci")
CODE = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"(?ms)^ *```(?:sh|powershell)?\n(.*?)^ *```")
COMMAND = re.compile(r"(?m)(?:^|`| )osloregion-docs ([a-z][^`\n#|>&]*)")


def statements(text: str) -> list[str]:
    """The sentences, list items and table rows of a page, each in one line."""
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.) ?)", text)
    return [sentence for block in blocks for sentence in re.split(r"(?<=[.:;]) ", " ".join(block.split()))]


def unbuilt_kinds(text: str) -> list[str]:
    """The statements that call an existing document kind unbuilt."""
    names = "|".join(word for kind in KINDS for word in (kind.name.replace("_", "[ _]"), re.escape(kind.title)))
    kind_or_all = re.compile(rf"\b(?:{names}|no document shows)\b", re.IGNORECASE)
    return [sentence for sentence in statements(text) if UNBUILT.search(sentence) and kind_or_all.search(sentence)]


def missing_paths(text: str, page: Path) -> list[str]:
    """The files and folders in code spans that do not exist, from the root, the page, the package or the tests."""
    bases = (ROOT, page.parent, ROOT / "osloregion_docs", ROOT / "tests")
    spans = [span for span in CODE.findall(text) if re.fullmatch(r"[\w./-]+", span)]
    paths = [span for span in spans if span.endswith(".py") or (span.partition("/")[0] in FOLDERS and "/" in span)]
    return [path for path in paths if not any((base / path).exists() for base in bases)]


def missing_names(text: str) -> list[str]:
    """The dotted names in code spans that begin with a package of ours and do not exist."""
    packages = {folder.name for folder in (ROOT / "osloregion_docs").iterdir() if (folder / "__init__.py").is_file()}
    spans = (span.partition("(")[0] for span in CODE.findall(text))
    names = [span for span in spans if re.fullmatch(r"\w+(\.\w+)+", span) and not span.endswith(".py")]
    return [name for name in names if name.split(".")[0] in packages and not exists(f"osloregion_docs.{name}")]


def exists(name: str) -> bool:
    """Whether a dotted name is a module, or an attribute of one."""
    module, _, attribute = name.rpartition(".")
    try:
        return hasattr(import_module(module), attribute) or import_module(name) is not None
    except ImportError:
        return "." in module and _has_member(module, attribute)


def _has_member(owner: str, member: str) -> bool:
    module, _, name = owner.rpartition(".")
    try:
        return hasattr(getattr(import_module(module), name, None), member)
    except ImportError:
        return False


def wrong_commands(text: str) -> list[str]:
    """The command lines with a command or option that the command line does not have."""
    code = "\n".join([*BLOCK.findall(text), *(f"`{span}`" for span in CODE.findall(BLOCK.sub("", text)))])
    return [line.strip() for line in COMMAND.findall(code) if not _is_command(line.split())]


def _is_command(words: list[str]) -> bool:
    context = click.Context(root)
    command = root.get_command(context, words[0].rstrip(".,:;"))
    if isinstance(command, click.Group) and len(words) > 1:
        command = command.get_command(context, words[1])
    if command is None:
        return False
    known = {name for parameter in command.params for name in parameter.opts} | {"--help"}
    return {word.partition("=")[0] for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("page", STATEMENTS, ids=name_in_project)
def test_no_existing_kind_is_called_unbuilt(page: Path) -> None:
    """A statement that something is not built yet is removed when it is built."""
    assert unbuilt_kinds(page.read_text("utf-8")) == []


@pytest.mark.parametrize("page", NAMERS, ids=name_in_project)
def test_named_files_exist(page: Path) -> None:
    """In code spans, relative to the root, the page, the package or the tests."""
    assert missing_paths(page.read_text("utf-8"), page) == []


@pytest.mark.parametrize("page", NAMERS, ids=name_in_project)
def test_named_modules_and_functions_exist(page: Path) -> None:
    """Dotted names, such as `renderers.layout.lay_out`."""
    assert missing_names(page.read_text("utf-8")) == []


def test_architecture_lists_every_package() -> None:
    """Each package, and each module that is in none, has its row."""
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = set(CODE.findall("\n".join(line for line in page.splitlines() if re.match(r"\| \d+ \|", line))))
    entries = [entry for entry in (ROOT / "osloregion_docs").iterdir() if not entry.name.startswith("_")]
    packages = {entry.name for entry in entries if entry.suffix == ".py" or (entry / "__init__.py").is_file()}

    assert packages - rows == set()


@pytest.mark.parametrize("page", TYPED, ids=name_in_project)
def test_named_commands_exist(page: Path) -> None:
    """With their options."""
    assert wrong_commands(page.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Annual report and status report are not made yet.",
        "| agenda, case paper | board documents *(not built yet)* |",
        "Meetings are read, and no document shows them yet.",
        "The budget is not yet implemented.",
    ],
)
def test_statement_about_an_unbuilt_kind_is_found(text: str) -> None:
    """In the forms that such statements have had."""
    assert unbuilt_kinds(text) == [text]


def test_missing_names_are_found() -> None:
    """A file, a module, a command and an option that do not exist."""
    text = (
        "`workspace/no_such.py` and `workspace.no_such` by\n\n```sh\nosloregion-docs frobnicate\n```\n\n"
        "`osloregion-docs check --no-such`"
    )

    assert missing_paths(text, ROOT / "README.md") == ["workspace/no_such.py"]
    assert missing_names(text) == ["workspace.no_such"]
    assert wrong_commands(text) == ["frobnicate", "check --no-such"]
