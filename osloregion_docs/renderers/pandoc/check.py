"""What is wrong with the templates of Pandoc's formats: their tags, their Markdown, and the pages they are set on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.errors import ToolFailed
from osloregion_docs.renderers.pandoc.run import pandoc, read_markdown
from osloregion_docs.templating.check import check_markdown_template
from osloregion_docs.templating.markdown import without_tags

_PLACE: Final = re.compile(r"(?:\bat )?\(?line (\d+),?(?: column (\d+)\)?)?")
_WRITERS: Final = {".html": "html5", ".typ": "typst", ".md": "gfm", ".txt": "plain"}
PARTIAL: Final = re.compile(r"\$\{?\s*[^\s${}]*\(\s*\)(?:\s*\}|\$)?")
"""How a page template names another file, which Pandoc would read from anywhere."""
_EMPTY: Final = b'{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[]}'


def check_template(file: Path, shown: str, context: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a Markdown template whose documents have this context; `shown` is its name."""
    found = check_markdown_template(file, shown, context)
    return found or tuple(_check_markdown(file.read_text("utf-8-sig"), shown))


def check_shared(files: Mapping[str, Path], name_of: Callable[[Path], str]) -> tuple[Diagnostic, ...]:
    """What is wrong with the pages of ``templates/shared/`` that documents are set on; `name_of` gives their names."""
    pages = [file for name, file in files.items() if "/" not in name and file.suffix in _WRITERS]
    return tuple(found for page in pages for found in _check_page(page, name_of(page)))


def _check_markdown(text: str, shown: str) -> Iterator[Diagnostic]:
    """What Pandoc says of the Markdown of a template."""
    markdown, numbers = without_tags(text)
    try:
        read_markdown(markdown)
    except ToolFailed as error:
        if not error.output:
            raise
        for message in _messages(error.output):
            line, column = _place(message)
            line = numbers[min(line, len(numbers)) - 1] if numbers else 1
            yield _at(shown, (line, column), "TPL513", _sentence(message), text)


def _check_page(file: Path, shown: str) -> Iterator[Diagnostic]:
    """What is wrong with a page template: another file that it would draw in, or what Pandoc says of it."""
    text = file.read_text("utf-8", "replace")
    if partial := PARTIAL.search(text):
        line = text.count("\n", 0, partial.start()) + 1
        column = partial.start() - text.rfind("\n", 0, partial.start())
        yield _at(shown, (line, column), "TPL514", f"{partial[0]} draws in another file", text)
        return
    writer = ["--from", "json", "--to", _WRITERS[file.suffix], "--standalone", "--metadata", "title=x"]
    try:
        pandoc([*writer, "--template", str(file)], _EMPTY)
    except ToolFailed as error:
        if not error.output:
            raise
        output = error.output.replace(str(file), shown)
        yield _at(shown, _place(output), "TPL514", _sentence(output), text)


def _messages(output: str) -> list[str]:
    """The messages in the output of Pandoc."""
    warnings = [line for line in output.splitlines() if line.startswith("[WARNING]")]
    return warnings or [output]


def _place(message: str) -> tuple[int, int]:
    """The line and column that a message of Pandoc names; of a block of YAML it names a place in it, counted from 0."""
    places = [(int(line), int(column or 1)) for line, column in _PLACE.findall(message)] or [(1, 1)]
    if "YAML" in message and len(places) > 1:
        (block, _), (line, column) = places[0], places[-1]
        return block + line, column + 1
    return places[0]


def _at(shown: str, place: tuple[int, int], code: str, message: str, text: str) -> Diagnostic:
    line, column = place
    lines = text.splitlines()
    excerpt = lines[line - 1] if line <= len(lines) else ""
    hint = f"look at this line and those above it, or run osloregion-docs explain {code}"
    return Diagnostic(Span(shown, line, column, line, column), Severity.ERROR, code, message, hint, excerpt)


def _sentence(output: str) -> str:
    """A message of Pandoc as one line, without markers and positions."""
    words = re.sub(r"\[WARNING\]|Error compiling template \S+|Failing because.*", "", output)
    words = " ".join(_PLACE.sub("", words).split()).replace(" ,", ",").strip(" .,:()")
    small = words[:1].lower() if words[1:2].islower() else words[:1]
    return f"Pandoc cannot read it: {small}{words[1:]}"
