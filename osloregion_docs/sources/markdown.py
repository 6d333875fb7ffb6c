"""Markdown to plain blocks and runs: CommonMark without what documents cannot contain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import pyromark

from osloregion_docs.language import split_languages
from osloregion_docs.sources.decoding import MAX_DEPTH
from osloregion_docs.sources.prose import Fault, Prose
from osloregion_docs.sources.tree import Plain

_PARSER: Final = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)
PLACEHOLDER: Final = re.compile(r"\{\{\s*([A-Za-z0-9_/-]+)\s*(?:\|\s*([a-z]+)\s*)?\}\}")
_LEVELS: Final = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_SECTION_LEVEL: Final = 2
"""The level of the headings that part a chapter or a case."""
_UNPLACED: Final = {
    "BlockQuote": "a quotation",
    "CodeBlock": "a block of code (a line indented by four spaces or more, or between ```)",
    "Image": "a picture",
    "Table": "a table",
    "Rule": "a horizontal line",
    "FootnoteDefinition": "a footnote",
}
_PLACED: Final = "write it as paragraphs, lists, bold, italic or links"


def read_markdown(text: str, *, placeholders: bool) -> Prose:
    """The blocks of a Markdown text.

    Args:
        text: The Markdown.
        placeholders: Whether `{{ … }}` is a placeholder and headings are allowed, as in chapters and cases.
    """
    builder = _Builder(placeholders=placeholders)
    for event, place in parse_events(text):
        builder.at = (place["start"], place["end"])
        kind, what = _name_of_event(event)
        if kind in {"Start", "End"}:
            name, details = _name_of_event(what)
            handle = (_STARTS if kind == "Start" else _ENDS).get(name)
        else:
            name, details, handle = kind, what, _MARKS.get(kind)
        if handle is not None:
            handle(builder, details)
        elif name in _UNPLACED and kind != "End":
            builder.fault("SRC012", f"there is no place for {_UNPLACED[name]}", _PLACED)
        if len(builder.holders) > 2 * MAX_DEPTH:
            builder.fault("SRC010", f"this lies more than {MAX_DEPTH} deep", "make it flatter")
            break
    if "]:" in text:
        _name_definitions(builder.prose, text)
    return builder.prose


def parse_events(text: str) -> Iterator[tuple[object, Mapping[str, int]]]:
    """What the parser meets in a text, in order, each with the bytes from which to which it reaches."""
    yield from _PARSER.events_with_range(text)  # type: ignore[misc]


def _name_definitions(prose: Prose, text: str) -> None:
    """Name the definitions of links, which Markdown takes out of the text."""
    for name in _PARSER.reference_definitions(text):
        message, hint = (
            f"[{name}]: defines a link and is not printed",
            "write the link where it belongs: [words](address)",
        )
        prose.faults.append(Fault(0, len(text.encode()), "SRC012", message, hint, f"[{name}]:"))


def read_inline(text: str) -> Prose:
    """The runs of a single line of text with placeholders and no Markdown, as one paragraph."""
    prose = Prose()
    runs = list(_split_placeholders(prose, text, (0, len(text.encode())), {}))
    prose.blocks.append({"kind": "paragraph", "runs": runs})
    return prose


def _name_of_event(event: object) -> tuple[str, object]:
    """An event's name, and what comes with it."""
    if isinstance(event, dict):
        return next(iter(event.items()))
    return str(event), None


class _Builder:
    """The reading under way: open lists and items, the runs of the open paragraph, and the looks in force."""

    def __init__(self, *, placeholders: bool) -> None:
        self.prose = Prose()
        self.placeholders = placeholders
        self.holders: list[list[Plain]] = [self.prose.blocks]
        self.at = (0, 0)
        self.runs: list[Plain] | None = None
        self.runs_at = 0
        self.texts: list[str] = []
        self.html_lines: list[str] = []
        self.loose = False
        self.look: dict[str, Plain] = {}
        self.link_began = 0

    def fault(self, code: str, message: str, hint: str) -> None:
        self.prose.faults.append(Fault(*self.at, code, message, hint))

    def text(self, text: object) -> None:
        """Text. A tight list item holds it without a paragraph around it, so one is opened."""
        if self.runs is None:
            self.runs, self.loose, self.runs_at = [], True, self.at[0]
        self.texts.append(str(text))

    def html(self, text: object) -> None:
        """HTML is text like any other, but for comments; a comment between words leaves one space."""
        visible = without_comments(str(text))
        if visible:
            self.text(visible)
        elif self.texts and self.texts[-1].endswith(" "):
            self.texts[-1] = self.texts[-1][:-1]

    def open_html(self, _: object) -> None:
        self.close_loose(None)
        self.html_lines = []

    def html_line(self, text: object) -> None:
        self.html_lines.append(str(text))

    def close_html(self, _: object) -> None:
        """A block of HTML comes line by line; a comment in it may go over several."""
        if visible := without_comments("".join(self.html_lines)).strip():
            self.text(visible)
        self.close_loose(None)

    def soft_break(self, _: object) -> None:
        self.texts.append(" ")

    def hard_break(self, _: object) -> None:
        self.texts.append("\n")

    def open_paragraph(self, _: object) -> None:
        self.close_loose(None)
        self.runs, self.runs_at = [], self.at[0]

    def close_paragraph(self, _: object) -> None:
        self.flush()
        runs, self.runs, self.loose = self.runs or [], None, False
        first = runs[0] if len(runs) == 1 else None
        if self.placeholders and isinstance(first, dict) and list(first) == ["placeholder"] and len(self.holders) == 1:
            self.holders[-1].append({"kind": "insert", "placeholder": first["placeholder"]})
        elif runs:
            self.holders[-1].append({"kind": "paragraph", "runs": runs})

    def close_loose(self, _: object) -> None:
        if self.loose:
            self.close_paragraph(None)

    def open_list(self, ordered: object) -> None:
        self.close_loose(None)
        items: list[Plain] = []
        block: dict[str, Plain] = {"kind": "list", "ordered": ordered is not None, "items": items}
        if isinstance(ordered, int) and ordered != 1:
            block["start"] = ordered
        self.holders[-1].append(block)
        self.holders.append(items)

    def open_item(self, _: object) -> None:
        blocks: list[Plain] = []
        self.holders[-1].append(blocks)
        self.holders.append(blocks)

    def close_holder(self, _: object) -> None:
        self.close_loose(None)
        self.holders.pop()

    def open_strong(self, _: object) -> None:
        self.change_look({**self.look, "strong": True})

    def close_strong(self, _: object) -> None:
        self.change_look({key: value for key, value in self.look.items() if key != "strong"})

    def open_emphasis(self, _: object) -> None:
        self.change_look({**self.look, "emphasis": True})

    def close_emphasis(self, _: object) -> None:
        self.change_look({key: value for key, value in self.look.items() if key != "emphasis"})

    def open_link(self, details: object) -> None:
        address = str(details["dest_url"]) if isinstance(details, dict) else ""
        self.change_look({**self.look, "link": address})
        self.link_began = len(self.runs or [])

    def close_link(self, _: object) -> None:
        self.flush()
        if self.runs is not None and len(self.runs) == self.link_began:
            self.runs.append({"text": "", "link": self.look["link"]})
        self.look = {key: value for key, value in self.look.items() if key != "link"}

    def change_look(self, look: dict[str, Plain]) -> None:
        if self.runs is None:
            self.runs, self.loose = [], True
        self.flush()
        self.look = look

    def close_heading(self, level: object) -> None:
        self.flush()
        runs, self.runs = self.runs or [], None
        depth = _LEVELS[str(level)]
        if not self.placeholders or depth not in {2, 3} or len(self.holders) > 1:
            wanted = (
                "a chapter has ## and ### outside its lists"
                if self.placeholders
                else "a measure's text has no headings"
            )
            self.fault("SRC012", "there is no place for this heading", wanted)
            return
        if depth == _SECTION_LEVEL:
            self.prose.headings.append(self.at)
        self.holders[-1].append({"kind": "heading", "level": depth, "runs": runs})

    def flush(self) -> None:
        """The text so far becomes runs of the look in force."""
        if not self.texts or self.runs is None:
            return
        text, self.texts = "".join(self.texts), []
        if self.placeholders:
            self.runs.extend(_split_placeholders(self.prose, text, (self.runs_at, self.at[1]), self.look))
        else:
            self.runs.extend(_split_by_language(text, self.look))


_STARTS: Final[dict[str, Callable[[_Builder, object], None]]] = {
    "Paragraph": _Builder.open_paragraph,
    "Heading": _Builder.open_paragraph,
    "List": _Builder.open_list,
    "Item": _Builder.open_item,
    "Strong": _Builder.open_strong,
    "Emphasis": _Builder.open_emphasis,
    "Link": _Builder.open_link,
    "HtmlBlock": _Builder.open_html,
}
_ENDS: Final[dict[str, Callable[[_Builder, object], None]]] = {
    "Paragraph": _Builder.close_paragraph,
    "Heading": _Builder.close_heading,
    "List": _Builder.close_holder,
    "Item": _Builder.close_holder,
    "HtmlBlock": _Builder.close_html,
    "Strong": _Builder.close_strong,
    "Emphasis": _Builder.close_emphasis,
    "Link": _Builder.close_link,
}
_MARKS: Final[dict[str, Callable[[_Builder, object], None]]] = {
    "Text": _Builder.text,
    "Code": _Builder.text,
    "InlineHtml": _Builder.html,
    "Html": _Builder.html_line,
    "SoftBreak": _Builder.soft_break,
    "HardBreak": _Builder.hard_break,
}


def without_comments(text: str) -> str:
    """The text without what is between <!-- and -->."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + len("-->")
    return "".join((*kept, text[at:]))


def _split_placeholders(prose: Prose, text: str, at: tuple[int, int], look: dict[str, Plain]) -> Iterator[Plain]:
    """The runs of a text with its placeholders; braces that contain none are faults."""
    done = 0
    for match in PLACEHOLDER.finditer(text):
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
        braces = re.split(r"[\n*_`\\]", text[text.index("{{") :])[0]
        prose.faults.append(Fault(*at, "SRC013", "two braces begin a placeholder, and this is none", hint, braces[:20]))
    if text:
        yield from _split_by_language(text, look)


def _split_by_language(text: str, look: dict[str, Plain]) -> Iterator[Plain]:
    """The runs of a text in which words of another language are marked."""
    for stretch in split_languages(text):
        yield {"text": stretch.text, **({"language": stretch.language} if stretch.language else {}), **look}
