"""The tags of a Markdown template, line by line, and what is wrong with how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final, Literal, cast

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.templating.template import Tag, Tags
from osloregion_docs.templating.typecheck import Dialect

MAX_BYTES: Final = 1024 * 1024
_TAG: Final = re.compile(r"(\{\{|\{%|\{#)-?(.*?)-?(\}\}|%\}|#\})")
_CLOSING: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STRAY: Final = re.compile(r"\{\{|\}\}|\{%|%\}|\{#(?!\w)|#\}")
_ATTRIBUTES: Final = re.compile(r"\{#\w")
_DRAWN_IN: Final = re.compile(r"!\[[^\]]*\][(\[]|\]\(\s*<?(?!https?:|mailto:|#|\{\{)[a-zA-Z][a-zA-Z0-9+.-]*:")
_STATEMENT_ALONE: Final = re.compile(r"[ \t]*\{%[^{}%]*%\}$")


def _misfit(tag: Tag, wanted: str) -> str:
    if wanted == "r":
        return f"print {tag.inner}.text, and name the heading after its class: {{.title #{{{{ {tag.inner}.anchor }}}}}}"
    if wanted in {"p", "picture"} and tag.reach != "p":
        return f"put {{{{ {tag.inner} }}}} alone in its line, with an empty line above and below"
    return ""


MARKDOWN: Final = Dialect(loop="{%% for x in %s %%}", misfit=_misfit)
"""Plain Jinja; running text is alone in its line."""


def read_tags(file: Path, shown: str) -> Tags:
    """The tags of the Markdown template in `file`, named `shown` in messages."""
    raw = file.read_bytes()
    if len(raw) > MAX_BYTES:
        return Tags((), (_fault(shown, 1, 1, "TPL510", "it is larger than any template needs (1 MiB)", "", ""),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = raw.count(b"\n", 0, error.start) + 1
        return Tags((), (_fault(shown, at, 1, "TPL510", "the template is not UTF-8", "save it as UTF-8", ""),))
    tags: list[Tag] = []
    faults: list[Diagnostic] = []
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        found = list(_in_line(lines, number, shown))
        tags += found
        if drawn := _DRAWN_IN.search(line):
            hint = "pictures are not for templates of text, and links begin with https://, mailto: or #"
            message = f"{drawn[0][:40]} draws in or leads to what not every format can follow"
            faults.append(_fault(shown, number, drawn.start() + 1, "TPL510", message, hint, line))
        if (stray := _stray(line)) is not None:
            faults.append(_fault(shown, number, stray + 1, "TPL504", *_describe_stray(line, stray), line))
    return Tags(tuple(tags), tuple(faults))


def without_tags(text: str) -> tuple[str, tuple[int, ...]]:
    """The Markdown of a template with a word in place of each value, and the line that each of its lines was.

    Lines that hold a statement alone vanish, as they do when the template is filled.
    """
    kept: list[str] = []
    numbers: list[int] = []
    words = (f"x{nth}" for nth in count(1))
    for number, line in enumerate(text.splitlines(), 1):
        if not _STATEMENT_ALONE.match(line):
            kept.append(_TAG.sub(lambda tag: next(words) if tag[1] == "{{" else "", line))
            numbers.append(number)
    return "\n".join(kept) + "\n", tuple(numbers)


def _in_line(lines: list[str], number: int, shown: str) -> Iterator[Tag]:
    line = lines[number - 1]
    for match in _TAG.finditer(line):
        if _CLOSING[match[1]] == match[3]:
            sign = cast(Literal["{{", "{%", "{#"], match[1])
            alone = sign == "{{" and line.strip() == match[0] and _is_alone(lines, number)
            reach: Literal["", "p"] = "p" if alone else ""
            yield Tag(shown, number, match.start() + 1, sign, reach, match[2].strip(), line.strip())


def _is_alone(lines: list[str], number: int) -> bool:
    """Whether the lines around one are empty, or hold a statement and so vanish."""
    around = [lines[place] for place in (number - 2, number) if 0 <= place < len(lines)]
    return all(not line.strip() or _STATEMENT_ALONE.match(line) for line in around)


def _stray(line: str) -> int | None:
    """Where a brace is that opens or closes no tag."""
    rest = _TAG.sub(lambda tag: "\0" * len(tag[0]) if _CLOSING[tag[1]] == tag[3] else tag[0], line)
    found = _STRAY.search(rest) or _ATTRIBUTES.search(rest)
    return found.start() if found else None


def _describe_stray(line: str, stray: int) -> tuple[str, str]:
    """What is wrong with the braces at that place of a line, and what to do."""
    if _ATTRIBUTES.match(line, stray):
        return "{# begins a comment of the template", "name the heading after its class: {.class #name}"
    hint = "a tag opens and closes in one line: {{ name }} or {% for x in list %}"
    return f"{line[stray : stray + 2]} has no partner in this line", hint


def _fault(file: str, line: int, column: int, code: str, message: str, hint: str, text: str) -> Diagnostic:  # noqa: PLR0913
    return Diagnostic(Span(file, line, column, line, column), Severity.ERROR, code, message, hint, text)
