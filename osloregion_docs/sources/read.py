"""One source file, read: YAML as it is, or Markdown with front matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import TypeAlias

from osloregion_docs.diagnostics import Diagnostic, Severity
from osloregion_docs.sources.case_sections import CaseSections, read_case_sections
from osloregion_docs.sources.decoding import decode
from osloregion_docs.sources.markdown import read_inline, read_markdown
from osloregion_docs.sources.prose import Fault, Prose
from osloregion_docs.sources.tree import Mark, Plain, Source, Steps
from osloregion_docs.sources.yaml import read_yaml

ReadBody: TypeAlias = Callable[[str], "Prose | CaseSections"]
"""How the body of a Markdown file is read."""

FENCE = "---\n"

read_plain: ReadBody = partial(read_markdown, placeholders=False)
"""A measure's text: braces are text, and there are no headings."""
read_prose: ReadBody = partial(read_markdown, placeholders=True)
"""A chapter's text: with headings, and values put in by address."""


def read_yaml_source(raw: bytes, file: str) -> tuple[Source | None, list[Diagnostic]]:
    """A YAML file as a source, or None if it cannot be trusted, and what is wrong in it."""
    text, diagnostics = decode(raw, file)
    if _has_errors(diagnostics):
        return None, diagnostics
    reading = read_yaml(text)
    value = reading.value
    values = value if isinstance(value, dict | list) else {}
    source = Source(file, text, values, partial(_yaml_marks, text), reading.gaps)
    diagnostics += reading.diagnostics(source)
    if value is not None and not isinstance(value, dict | list):
        diagnostics.append(
            source.create_diagnostic(
                (0, 1), Severity.ERROR, "SRC001", "keys and values are wanted here", "write key: value"
            )
        )
    return (None if _has_errors(diagnostics) else source), diagnostics


def read_measure(raw: bytes, file: str) -> tuple[Source | None, list[Diagnostic]]:
    """A measure: front matter, and a body of plain Markdown in `content`."""
    return _read_markdown_source(raw, file, read_plain)


def read_chapter(raw: bytes, file: str) -> tuple[Source | None, list[Diagnostic]]:
    """A chapter: front matter with its title, and a body of Markdown with placeholders in `content`."""
    source, diagnostics = _read_markdown_source(raw, file, read_prose)
    if source is not None and isinstance(source.values, dict) and isinstance(title := source.values.get("title"), str):
        prose = read_inline(title)
        start = source.text.find(title)
        diagnostics += [
            source.create_diagnostic((start, start + len(title)), Severity.ERROR, *f[2:5]) for f in prose.faults
        ]
        source.values["title"] = get_runs(prose)
    return source, diagnostics


def read_case(raw: bytes, file: str) -> tuple[Source | None, list[Diagnostic]]:
    """A case: front matter, and a body in `content` by its headings."""
    return _read_markdown_source(raw, file, read_case_sections)


def get_runs(prose: Prose) -> Plain:
    """The runs of a text that is one paragraph."""
    [block] = prose.blocks
    return block["runs"] if isinstance(block, dict) else []


def _read_markdown_source(raw: bytes, file: str, read_body: ReadBody) -> tuple[Source | None, list[Diagnostic]]:
    text, diagnostics = decode(raw, file)
    if _has_errors(diagnostics):
        return None, diagnostics
    body = find_body(text)
    if body is None:
        source = Source(file, text, {}, dict)
        hint = "put the typed values between two lines of three hyphens at the top"
        diagnostics.append(
            source.create_diagnostic(
                (0, 1), Severity.ERROR, "SRC011", "the front matter is missing or not closed", hint
            )
        )
        return None, diagnostics
    reading = read_yaml(text[len(FENCE) : body - len(FENCE)])
    values = dict(reading.value) if isinstance(reading.value, dict) else {}
    marks = _case_marks if read_body is read_case_sections else _markdown_marks
    source = Source(file, text, values, partial(marks, text, body), reading.gaps)
    diagnostics += reading.diagnostics(source, len(FENCE))
    prose = read_body(text[body:])
    diagnostics += [_locate_fault(source, body, fault) for fault in prose.faults]
    if content := prose.content:
        values["content"] = content
    return (None if _has_errors(diagnostics) else source), diagnostics


def _has_errors(diagnostics: list[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def find_body(text: str) -> int | None:
    """Where the body begins: after the line of hyphens that closes the front matter."""
    if not text.startswith(FENCE):
        return None
    if text.startswith(FENCE, len(FENCE)):
        return 2 * len(FENCE)
    end = (text + "\n").find("\n" + FENCE, len(FENCE) - 1)
    return None if end < 0 else end + 1 + len(FENCE)


def _locate_fault(source: Source, body: int, fault: Fault) -> Diagnostic:
    """A fault of the body, whose range counts bytes, at its place in the file, which counts characters."""
    _start, _end, code, message, hint, quote = fault
    start, end = _in_characters(source.text, body, (fault.start, fault.end))
    if quote and (found := source.text.find(quote, start, end)) >= 0:
        start, end = found, found + len(quote)
    return source.create_diagnostic((start, end), Severity.ERROR, code, message, hint)


def _in_characters(text: str, body: int, at: tuple[int, int]) -> tuple[int, int]:
    """A stretch of the body, counted in bytes, as one of the file, counted in characters, less spaces at its end."""
    raw = text[body:].encode()
    start = body + len(raw[: at[0]].decode("utf-8", "ignore"))
    return start, max(start, body + len(raw[: at[1]].decode("utf-8", "ignore").rstrip()))


@lru_cache(maxsize=64)
def _yaml_marks(text: str) -> Mapping[Steps, Mark]:
    return read_yaml(text, with_marks=True).marks


@lru_cache(maxsize=64)
def _markdown_marks(text: str, body: int) -> Mapping[Steps, Mark]:
    offset = len(FENCE)
    inner = read_yaml(text[offset : body - offset], with_marks=True).marks
    marks = {steps: Mark(_shift(mark.key, offset), _shift(mark.value, offset)) for steps, mark in inner.items()}
    start = body + len(text[body:]) - len(text[body:].lstrip("\n"))
    whole = (start, len(text.rstrip()))
    return {**marks, ("content",): Mark(whole, whole)}


@lru_cache(maxsize=64)
def _case_marks(text: str, body: int) -> Mapping[Steps, Mark]:
    """The marks of a case: those of its front matter, and each part's heading and text."""
    marks = dict(_markdown_marks(text, body))
    for name, place in read_case_sections(text[body:]).places.items():
        start, end = _in_characters(text, body, place.text)
        start += len(text[start:end]) - len(text[start:end].lstrip())
        marks["content", name] = Mark(_in_characters(text, body, place.heading), (start, end))
    return marks


def _shift(at: tuple[int, int], by: int) -> tuple[int, int]:
    return at[0] + by, at[1] + by
