"""Markdown to plain blocks and runs: what CommonMark says, less what the documents have no place for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pyromark

from osloregion_docs.sources.text import MAX_DEPTH
from osloregion_docs.sources.tree import Plain

_PARSER: Final = pyromark.Markdown()
_PLACEHOLDER: Final = re.compile(r"\{\{\s*([A-Za-z0-9_/-]+)\s*(?:\|\s*([a-z]+)\s*)?\}\}")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_LEVELS: Final = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_UNPLACED: Final = {
    "BlockQuote": "a quotation",
    "CodeBlock": "a block of code (a line indented by four spaces or more, or between ```)",
    "Image": "a picture",
    "Table": "a table",
    "Rule": "a horizontal line",
    "FootnoteDefinition": "a footnote",
}


@dataclass(slots=True)
class Prose:
    """What came of reading one stretch of Markdown; faults are byte ranges of it, with message and hint."""

    blocks: list[Plain] = field(default_factory=list)
    faults: list[tuple[int, int, str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    """The reading under way: open lists and items, the runs of the open paragraph, and the looks in force."""

    prose: Prose
    bound: bool
    holders: list[list[Plain]]
    runs: list[Plain] | None = None
    strong: int = 0
    emphasis: int = 0
    link: str = ""
    link_at: int = 0
    texts: list[str] = field(default_factory=list)
    loose: bool = False


def read_markdown(text: str, *, bound: bool) -> Prose:
    """The blocks of a Markdown text.

    Args:
        text: The Markdown.
        bound: Whether `{{ … }}` is a placeholder and headings are allowed, as in chapters; in measures braces are text.
    """
    prose = Prose()
    builder = _Builder(prose, bound, [prose.blocks])
    for event, at in _PARSER.events_with_range(text):
        _take(builder, event, (at["start"], at["end"]))
        if len(builder.holders) > 2 * MAX_DEPTH:
            prose.faults.append((at["start"], at["end"], "SRC010", f"this lies more than {MAX_DEPTH} deep", "make it flatter"))
            break
    return prose


def read_inline(text: str) -> Prose:
    """The runs of a single line of text with placeholders and no Markdown, as one paragraph."""
    prose = Prose()
    runs = list(_bound_runs(prose, text, (0, len(text.encode())), {}))
    prose.blocks.append({"kind": "paragraph", "runs": runs})
    return prose


def _take(b: _Builder, event: Any, at: tuple[int, int]) -> None:  # noqa: C901 - one branch per kind of event
    if isinstance(event, str):
        if event in {"SoftBreak", "HardBreak"}:
            b.texts.append(" " if event == "SoftBreak" else "\n")
        elif event in _UNPLACED:
            _unplaced(b, event, at)
        return
    [(kind, what)] = event.items()
    if kind in {"Text", "Code", "InlineHtml"}:
        _open_runs(b)
        b.texts.append(_COMMENT.sub("", what) if kind == "InlineHtml" else what)
    elif kind == "Html":
        if visible := _COMMENT.sub("", what).strip():
            _open_runs(b)
            b.texts.append(visible)
    elif kind == "Start":
        _start(b, what, at)
    elif kind == "End":
        _end(b, what, at)


def _open_runs(b: _Builder) -> None:
    """A tight list item holds its text without a paragraph around it; open one."""
    if b.runs is None:
        b.runs, b.loose = [], True


def _start(b: _Builder, what: Any, at: tuple[int, int]) -> None:
    name, details = (what, None) if isinstance(what, str) else next(iter(what.items()))
    if name in {"Paragraph", "Heading"}:
        _close_loose(b, at)
        b.runs = []
    elif name == "List":
        _close_loose(b, at)
        items: list[Plain] = []
        b.holders[-1].append({"kind": "list", "ordered": details is not None, "items": items})
        b.holders.append(items)
    elif name == "Item":
        blocks: list[Plain] = []
        b.holders[-1].append(blocks)
        b.holders.append(blocks)
    elif name in {"Strong", "Emphasis", "Link"}:
        _open_runs(b)
        _flush(b, at)
        b.strong += name == "Strong"
        b.emphasis += name == "Emphasis"
        if name == "Link":
            b.link, b.link_at = details["dest_url"], len(b.runs or [])
    elif name in _UNPLACED:
        _unplaced(b, name, at)


def _end(b: _Builder, what: Any, at: tuple[int, int]) -> None:
    name, details = (what, None) if isinstance(what, str) else next(iter(what.items()))
    if name == "Paragraph":
        _close_paragraph(b, at)
    elif name == "Heading":
        _close_heading(b, _LEVELS[details], at)
    elif name in {"List", "Item", "HtmlBlock"}:
        _close_loose(b, at)
        if name != "HtmlBlock":
            b.holders.pop()
    elif name in {"Strong", "Emphasis", "Link"}:
        _flush(b, at)
        b.strong -= name == "Strong"
        b.emphasis -= name == "Emphasis"
        if name == "Link":
            _close_link(b)


def _close_link(b: _Builder) -> None:
    if b.runs is not None and len(b.runs) == b.link_at:
        b.runs.append({"text": "", "link": b.link})
    b.link = ""


def _close_loose(b: _Builder, at: tuple[int, int]) -> None:
    if b.loose:
        _close_paragraph(b, at)


def _close_paragraph(b: _Builder, at: tuple[int, int]) -> None:
    _flush(b, at)
    runs, b.runs, b.loose = b.runs or [], None, False
    match runs:
        case [{"placeholder": placeholder, **rest}] if b.bound and not rest and len(b.holders) == 1:
            b.holders[-1].append({"kind": "insert", "placeholder": placeholder})
        case [_, *_]:
            b.holders[-1].append({"kind": "paragraph", "runs": runs})


def _close_heading(b: _Builder, level: int, at: tuple[int, int]) -> None:
    _flush(b, at)
    runs, b.runs = b.runs or [], None
    if not b.bound or level not in {2, 3} or len(b.holders) > 1:
        wanted = "a chapter has ## and ### outside its lists" if b.bound else "the text of a measure has no headings"
        b.prose.faults.append((*at, "SRC012", "there is no place for this heading", wanted))
        return
    b.holders[-1].append({"kind": "heading", "level": level, "runs": runs})


def _flush(b: _Builder, at: tuple[int, int]) -> None:
    """The text so far becomes runs of the look in force."""
    text, b.texts = "".join(b.texts), []
    if not text or b.runs is None:
        return
    look: dict[str, Plain] = {}
    if b.strong:
        look["strong"] = True
    if b.emphasis:
        look["emphasis"] = True
    if b.link:
        look["link"] = b.link
    if b.bound:
        b.runs.extend(_bound_runs(b.prose, text, at, look))
    else:
        b.runs.append({"text": text, **look})


def _bound_runs(prose: Prose, text: str, at: tuple[int, int], look: dict[str, Plain]) -> Iterator[Plain]:
    """The runs of a text in which placeholders stand; braces that hold none are faults."""
    done = 0
    for match in _PLACEHOLDER.finditer(text):
        yield from _text_run(prose, text[done : match.start()], at, look)
        placeholder: dict[str, Plain] = {"path": match[1]}
        if match[2]:
            placeholder["form"] = match[2]
        yield {"placeholder": placeholder, **look}
        done = match.end()
    yield from _text_run(prose, text[done:], at, look)


def _text_run(prose: Prose, text: str, at: tuple[int, int], look: dict[str, Plain]) -> Iterator[Plain]:
    if "{{" in text:
        hint = "write an address, such as {{ year }} or {{ budget/reserve | spelled }}"
        prose.faults.append((*at, "SRC013", "two braces begin a placeholder, and this is none", hint))
    if text:
        yield {"text": text, **look}


def _unplaced(b: _Builder, name: str, at: tuple[int, int]) -> None:
    hint = "write it as paragraphs, lists, bold, italic or links"
    b.prose.faults.append((*at, "SRC012", f"there is no place for {_UNPLACED[name]}", hint))
