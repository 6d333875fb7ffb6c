"""The tags of a Word template, paragraph by paragraph, and what is wrong with how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, cast

from lxml import etree

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.ooxml import reader
from osloregion_docs.ooxml.package import PackageFault, check_well_formed, read_package
from osloregion_docs.ooxml.styles import TEXT_STYLES, StyleSheet
from osloregion_docs.templating.template import Tag, Tags
from osloregion_docs.templating.typecheck import Dialect
from osloregion_docs.templating.types import reach_in_word

_TAG: Final = re.compile(r"(\{\{|\{%|\{#)(r|p|tr|tc)?(?:(?<=[rpc])(?=\s)|(?<=[{%#]))(.*?)(\}\}|%\}|#\})", re.DOTALL)
_CLOSING: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STRAY: Final = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_CURLY: Final = re.compile("[“”‘’„]")
_PART: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_STRAIGHT: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


_WAYS: Final = {"": "{{ %s }}", "r": "{{r %s }}", "p": "{{p %s }} alone in a paragraph"}


def _misfit(tag: Tag, wanted: str) -> str:
    reach = reach_in_word(wanted)
    if wanted == "picture" and tag.file.endswith(")"):
        return "show it in the text: headers, footers and notes have no pictures"
    return "" if tag.reach == reach else f"write {_WAYS[reach] % tag.inner}"


WORD: Final = Dialect(loop="{%%p for x in %s %%}", misfit=_misfit)
"""A letter in the tag says what it takes away: a run, a paragraph, a row or a cell."""


def text_parts(parts: dict[str, bytes]) -> list[str]:
    """The names of the parts that hold text for people, the body first."""
    return sorted((name for name in parts if _PART.match(name)), key=lambda name: ("document" not in name, name))


def read_tags(file: Path, shown: str) -> Tags:
    """The tags of the Word template in `file`, named `shown` in messages."""
    try:
        parts = read_package(file.read_bytes())
        trees = {name: _parse(parts[name]) for name in text_parts(parts)}
        faults = [_report_external(name, shown) for name in reader.find_external(parts)]
    except PackageFault as fault:
        return Tags((), (_fault(shown, 1, 1, "TPL510", str(fault), "save it in Word as a .docx file", ""),))
    tags: list[Tag] = []
    for name, tree in trees.items():
        where = shown if name == "word/document.xml" else f"{shown} ({name.removeprefix('word/').removesuffix('.xml')})"
        for line, paragraph in enumerate(reader.iterate(tree, "p"), 1):
            found, wrong = _in_paragraph(paragraph, where, line)
            tags += found
            faults += wrong
    if any(tag.sign == "{{" and tag.reach == "p" for tag in tags):
        faults += _missing_styles(parts, shown)
    return Tags(tuple(tags), tuple(faults))


def _missing_styles(parts: dict[str, bytes], shown: str) -> Iterator[Diagnostic]:
    try:
        styles = StyleSheet(parts.get("word/styles.xml", b""))
    except PackageFault as fault:
        yield _fault(
            shown, 1, 1, "TPL510", f"its styles cannot be read: {fault}", "save it in Word as a .docx file", ""
        )
        return
    for name in TEXT_STYLES:
        if styles.id_of(name) is None:
            hint = "give a paragraph that style in Word, and save; or copy it from the default template"
            yield _fault(shown, 1, 1, "TPL512", f'the style "{name}" is missing, and running text needs it', hint, "")


def _parse(part: bytes) -> etree._Element:
    check_well_formed(part)
    return reader.parse(part)


def _report_external(name: str, shown: str) -> Diagnostic:
    message = f"{name} draws something in from outside the file"
    return _fault(shown, 1, 1, "TPL510", message, "put the picture or template into the file itself", "")


def _in_paragraph(paragraph: etree._Element, file: str, line: int) -> tuple[list[Tag], list[Diagnostic]]:
    runs = list(reader.runs(paragraph))
    text = "".join(shown for shown, _look in runs)
    if not _STRAY.search(text):
        return [], []
    tags, faults, rest = list[Tag](), list[Diagnostic](), text
    for match in _TAG.finditer(text):
        if _CLOSING[match[1]] != match[4] or _STRAY.search(match[3]):
            break
        rest = rest.replace(match[0], "\x00" * len(match[0]), 1)
        tag = _tag(match, paragraph, file, line, text)
        tags.append(tag)
        faults += _looks(match, runs, tag)
    if stray := _STRAY.search(rest):
        message = f"{stray[0]} has no partner in this paragraph"
        hint = "a tag opens and closes in one paragraph: {{ name }} or {%p for x in list %}"
        faults.append(_fault(file, line, stray.start() + 1, "TPL504", message, hint, text))
        return [], faults
    faults += _check_lost_text(tags, paragraph, rest)
    return tags, faults


def _tag(match: re.Match[str], paragraph: etree._Element, file: str, line: int, text: str) -> Tag:
    reach = cast(Literal["", "r", "p", "tr", "tc"], match[2] or "")
    sign = cast(Literal["{{", "{%", "{#"], match[1])
    inner = match[3].translate(_STRAIGHT).strip().removeprefix("-").removesuffix("-").strip()
    return Tag(file, line, match.start() + 1, sign, reach, inner, text.strip(), _container(paragraph, reach))


def _container(paragraph: etree._Element, reach: str) -> object:
    """What both ends of a loop must share: the paragraph, or what holds the paragraph, row or cell."""
    if reach == "p":
        return paragraph.getparent()
    if reach in {"tr", "tc"}:
        holder = reader.enclosing(paragraph, cast(Literal["tr", "tc"], reach))
        return None if holder is None else holder.getparent()
    return paragraph


def _looks(match: re.Match[str], runs: list[tuple[str, bytes]], tag: Tag) -> Iterator[Diagnostic]:
    if _CURLY.search(match[3]):
        message = f"curly quotes stand inside the tag {match[0]}; they are read as straight ones"
        yield _at(tag, "TPL505", message, "type the quotes again, and press Ctrl+Z when Word bends them")
    looks, at = set(), 0
    for text, look in runs:
        if text and at < match.end() and at + len(text) > match.start():
            looks.add(look)
        at += len(text)
    if len(looks) > 1:
        yield _at(
            tag,
            "TPL506",
            f"the letters of {match[0]} are formatted differently",
            "mark the whole tag and format it at once",
        )


def _check_lost_text(tags: list[Tag], paragraph: etree._Element, rest: str) -> Iterator[Diagnostic]:
    """Text that would vanish with the paragraph or row that a tag takes away."""
    for tag in tags:
        noun, remaining = "paragraph", rest
        if tag.reach in {"tr", "tc"}:
            holder = reader.enclosing(paragraph, tag.reach)
            noun = "row" if tag.reach == "tr" else "cell"
            remaining = "" if holder is None else _TAG.sub("", reader.text_of(holder))
            if holder is None:
                yield _at(
                    tag,
                    "TPL511",
                    f"the tag takes away a table {noun}, but is in none",
                    "use p instead of tr, or put it in a table",
                )
        if tag.reach not in {"p", "tr", "tc"}:
            continue
        if kept := remaining.replace("\x00", "").strip():
            yield _at(
                tag,
                "TPL507",
                f'"{kept[:40]}" would vanish with the {noun} that this tag takes away',
                f"put the tag in a {noun} of its own",
            )
        elif tag.reach == "p" and len(tags) > 1:
            yield _at(
                tag,
                "TPL507",
                "two tags are in a paragraph that one of them takes away",
                "put each in a paragraph of its own",
            )


def _at(tag: Tag, code: str, message: str, hint: str) -> Diagnostic:
    return _fault(tag.file, tag.line, tag.column, code, message, hint, tag.excerpt)


def _fault(file: str, line: int, column: int, code: str, message: str, hint: str, text: str) -> Diagnostic:  # noqa: PLR0913
    severity = Severity.WARNING if code in {"TPL505", "TPL506"} else Severity.ERROR
    return Diagnostic(Span(file, line, column, line, column), severity, code, message, hint, text)
