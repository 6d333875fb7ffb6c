"""Pandoc's tree as its Typst writer needs it: what the writer drops becomes calls of functions in page.typ."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, cast

import orjson

from osloregion_docs.renderers.trees.number_tables import role_of
from osloregion_docs.renderers.trees.outline import Element, Row, Rows, element

LOOKS: Final = (
    *("figures", "indent", "vision", "label", "number", "content-label", "measure-area", "measure"),
    *("case", "case-number", "case-notes", "decision", "bound-contents", "outcome"),
)
"""The classes that have a look: for each, page.typ has a function with ``as-`` before its name."""
_OPTIONS: Final = {"figures": ("wide", "kept", "words")}
"""The further classes of what has a look that its function has a switch for."""
_RULED: Final = [["typst:stroke", "(top: 0.75pt + teal, bottom: 0.5pt + ice)"]]
_ATTRIBUTES: Final = {"Div": 0, "Span": 0, "Header": 1}
"""The index of the attributes in elements that have them."""
_TAG: Final = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<region>[A-Z]{2}))?")
_PLAIN: Final = frozenset({"Str", "Space", "LineBreak", "SoftBreak"})
_PAIR: Final = 2
_WITHIN: Final = "#none;"
"""After this no line begins: a dash is a dash, and no list."""

_BREAK: Final = "#linebreak();"
"""A break that begins no new line of the source: a heading would end there, and a dash be a list."""


def for_typst(tree: bytes) -> bytes:
    """The tree with Typst's calls around looks, facts and pictures."""
    whole = orjson.loads(tree)
    whole["blocks"] = _with_looks(whole["blocks"])
    for value in whole["meta"].values():
        if value["t"] == "MetaInlines":
            value["c"] = _with_looks(value["c"])
    return orjson.dumps(whole)


def _with_looks(nodes: list[object]) -> list[object]:
    made: list[object] = []
    for inner in nodes:
        if isinstance(inner, dict):
            made += _rewrite(cast(Element, inner))
        else:
            made.append(_with_looks(inner) if isinstance(inner, list) else inner)
    return made


def _rewrite(node: Element) -> list[Element]:
    """A block or inline, and all in it, with what it needs around it."""
    if node["t"] in _PLAIN:
        return [_raw("RawInline", _BREAK) if node["t"] == "LineBreak" else node]
    content = node.get("c")
    inner = element(node["t"], _with_looks(content)) if isinstance(content, list) else node
    dress = _DRESSES.get(node["t"])
    return dress(inner) if dress else [inner]


def _rewrite_paragraph(paragraph: Element) -> list[Element]:
    """The paragraph with its first sign a sign: Pandoc would let ``= a`` be a heading, and ``/ a: b`` a term."""
    return [element(paragraph["t"], _after_nothing(paragraph["c"]))]


def _link(link: Element) -> list[Element]:
    """The link, its text begun in the same way."""
    attributes, words, target = link["c"]
    return [element("Link", [attributes, _after_nothing(words), target])]


def _after_nothing(words: list[Element]) -> list[Element]:
    first = words[0] if words else None
    if first and first["t"] == "Str" and not first["c"][0].isalpha():
        return [_raw("RawInline", _WITHIN), *words]
    return words


def _look(node: Element) -> list[Element]:
    """What has a look, in it; a Div or Span without an anchor goes, and leaves what it holds."""
    anchor, classes, _ = node["c"][_ATTRIBUTES[node["t"]]]
    if node["t"] == "Span" and (language := _language_arguments(node)):
        return [_raw("RawInline", f"#text({language})[{_WITHIN}"), node, _raw("RawInline", "];")]
    look = next((each for each in LOOKS if each in classes), None)
    if look is None:
        return [node]
    raw, within = ("RawInline", _WITHIN) if node["t"] == "Span" else ("RawBlock", "")
    options = [f"{name}: true" for name in _OPTIONS.get(look, ()) if name in classes]
    given = f"({', '.join(options)})" if options else ""
    held = [node] if anchor or node["t"] == "Header" else node["c"][1]
    return [_raw(raw, f"#as-{look}{given}[{within}"), *held, _raw(raw, "];")]


def _language_arguments(span: Element) -> str:
    """The arguments that set the language of a Span; empty where it has none, or an invalid one."""
    (_, _, attributes), _ = span["c"]
    tag = next((value for key, value in attributes if key == "lang"), "")
    match = _TAG.fullmatch(tag)
    if match is None:
        return ""
    region = f'"{match["region"]}"' if match["region"] else "none"
    return f'lang: "{match["language"]}", region: {region}'


def _picture(node: Element) -> list[Element]:
    """The picture with its description; where there is none, Typst refuses the document."""
    (_, _, attributes), words, _ = node["c"]
    described = [element("Str", value) for key, value in attributes if key == "alt"] or words
    if not described:
        return [node]
    opening, middle, end = (_raw("RawInline", code) for code in (f"#as-picture[{_WITHIN}", "][", "];"))
    return [opening, *described, middle, node, end]


def _facts(table: Element) -> list[Element]:
    """The table; if its only headers are in its first column, as facts: Typst has no header column."""
    columns, (_, head), bodies = table["c"][2:5]
    if head or len(columns) != _PAIR:
        return [_with_rules(table)]
    rows: Rows = [row for body in bodies for row in body[3]]
    made = [_raw("RawBlock", "#as-facts(")]
    for _, cells in rows:
        for *_, content in cells:
            made += [_raw("RawBlock", "["), *content, _raw("RawBlock", "],")]
    return [*made, _raw("RawBlock", ");")]


def _with_rules(table: Element) -> Element:
    """The table with a line above each sum in it."""
    *before, bodies, foot = table["c"]
    ruled = [[*body[:3], [_with_rule(row) if role_of(row) == "sum" else row for row in body[3]]] for body in bodies]
    return element("Table", [*before, ruled, foot])


def _with_rule(row: Row) -> Row:
    return row[0], [(["", [], _RULED], *cell[1:]) for cell in row[1]]


def _raw(kind: str, code: str) -> Element:
    return element(kind, ["typst", code])


_DRESSES: Final[dict[str, Callable[[Element], list[Element]]]] = {
    "Para": _rewrite_paragraph,
    "Plain": _rewrite_paragraph,
    "Link": _link,
    "Div": _look,
    "Span": _look,
    "Header": _look,
    "Image": _picture,
    "Table": _facts,
}
"""What each kind of block or inline needs, where it needs anything."""
