"""One source file, read: YAML as it is, or Markdown with front matter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial

from osloregion_docs.diagnostics import Diagnostic, Severity
from osloregion_docs.sources.markdown import Fault, Prose, read_inline, read_markdown
from osloregion_docs.sources.text import decode
from osloregion_docs.sources.tree import Mark, Plain, Source, Steps
from osloregion_docs.sources.yaml import read_yaml

_FENCE = "---\n"


def read_yaml_source(raw: bytes, file: str) -> tuple[Source | None, list[Diagnostic]]:
    """A YAML file as a source, or None if it cannot be trusted, and what is wrong in it."""
    text, said = decode(raw, file)
    if _untrusted(said):
        return None, said
    reading = read_yaml(text)
    value = reading.value
    values = value if isinstance(value, dict | list) else {}
    source = Source(file, text, values, partial(_yaml_marks, text), reading.gaps)
    said += reading.diagnostics(source)
    if value is not None and not isinstance(value, dict | list):
        said.append(
            source.diagnostic((0, 1), Severity.ERROR, "SRC001", "keys and values are wanted here", "write key: value")
        )
    return (None if _untrusted(said) else source), said


def read_measure(raw: bytes, file: str) -> tuple[Source | None, list[Diagnostic]]:
    """A measure: front matter, and a body of plain Markdown in `content`."""
    return _read_markdown_source(raw, file, bound=False)


def read_chapter(raw: bytes, file: str) -> tuple[Source | None, list[Diagnostic]]:
    """A chapter: front matter with its title, and a body of Markdown with placeholders in `content`."""
    source, said = _read_markdown_source(raw, file, bound=True)
    if source is not None and isinstance(source.values, dict) and isinstance(title := source.values.get("title"), str):
        prose = read_inline(title)
        start = source.text.find(title)
        said += [source.diagnostic((start, start + len(title)), Severity.ERROR, *f[2:5]) for f in prose.faults]
        source.values["title"] = runs_of(prose)
    return source, said


def runs_of(prose: Prose) -> Plain:
    """The runs of a text that is one paragraph."""
    [block] = prose.blocks
    return block["runs"] if isinstance(block, dict) else []


def _read_markdown_source(raw: bytes, file: str, *, bound: bool) -> tuple[Source | None, list[Diagnostic]]:
    text, said = decode(raw, file)
    if _untrusted(said):
        return None, said
    body = _body_start(text)
    if body is None:
        source = Source(file, text, {}, dict)
        hint = "put the typed values between two lines of three hyphens at the top"
        said.append(
            source.diagnostic((0, 1), Severity.ERROR, "SRC011", "the front matter is missing or not closed", hint)
        )
        return None, said
    reading = read_yaml(text[len(_FENCE) : body - len(_FENCE)])
    values = dict(reading.value) if isinstance(reading.value, dict) else {}
    source = Source(file, text, values, partial(_markdown_marks, text, body), reading.gaps)
    said += reading.diagnostics(source, len(_FENCE))
    prose = read_markdown(text[body:], bound=bound)
    said += [_placed(source, body, fault) for fault in prose.faults]
    if prose.blocks:
        values["content"] = prose.blocks
    return (None if _untrusted(said) else source), said


def _untrusted(said: list[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in said)


def _body_start(text: str) -> int | None:
    """Where the body begins: after the line of hyphens that closes the front matter."""
    if not text.startswith(_FENCE):
        return None
    if text.startswith(_FENCE, len(_FENCE)):
        return 2 * len(_FENCE)
    end = (text + "\n").find("\n" + _FENCE, len(_FENCE) - 1)
    return None if end < 0 else end + 1 + len(_FENCE)


def _placed(source: Source, body: int, fault: Fault) -> Diagnostic:
    """A fault of the body, whose range counts bytes, at its place in the file, which counts characters."""
    _start, _end, code, message, hint, quote = fault
    raw = source.text[body:].encode()
    start = body + len(raw[: fault.start].decode("utf-8", "ignore"))
    end = body + len(raw[: fault.end].decode("utf-8", "ignore").rstrip())
    if quote and (found := source.text.find(quote, start, end)) >= 0:
        start, end = found, found + len(quote)
    return source.diagnostic((start, end), Severity.ERROR, code, message, hint)


@lru_cache(maxsize=64)
def _yaml_marks(text: str) -> Mapping[Steps, Mark]:
    return read_yaml(text, with_marks=True).marks


@lru_cache(maxsize=64)
def _markdown_marks(text: str, body: int) -> Mapping[Steps, Mark]:
    offset = len(_FENCE)
    inner = read_yaml(text[offset : body - offset], with_marks=True).marks
    marks = {steps: Mark(_moved(mark.key, offset), _moved(mark.value, offset)) for steps, mark in inner.items()}
    start = body + len(text[body:]) - len(text[body:].lstrip("\n"))
    whole = (start, len(text.rstrip()))
    return {**marks, ("content",): Mark(whole, whole)}


def _moved(at: tuple[int, int], by: int) -> tuple[int, int]:
    return at[0] + by, at[1] + by
