"""Drawings as plain SVG: shapes and words one after another, with nothing that could meet another picture on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from osloregion_docs.charts.style import FAMILY

_SVG: Final = "{http://www.w3.org/2000/svg}"
_DECIMALS: Final = re.compile(r"-?\d+\.\d+")
_KEPT: Final = ("fill", "stroke", "stroke-width", "stroke-dasharray", "font-weight", "font-size", "text-anchor")
_USUAL: Final = {("stroke-width", "1"), ("font-weight", "400"), ("text-anchor", "start")}
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def marks_of(written: bytes) -> str:
    """The shapes and words of what matplotlib wrote, in order, without its groups, names and style sheet."""
    root = ElementTree.fromstring(written)  # noqa: S314 - written by matplotlib, here
    return "".join(_marks(root))


def whole(marks: str, width: float, height: float) -> bytes:
    """A file of its own around the marks; sizes in points."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height:g}pt"'
    return f'{head} viewBox="0 0 {width:g} {height:g}">{marks}</svg>\n'.encode()


def escape_text(text: str) -> str:
    """Text as XML, in content or in an attribute."""
    return "".join(_ESCAPES.get(sign, sign) for sign in text)


def _marks(root: ElementTree.Element) -> Iterator[str]:
    family = ", ".join((*FAMILY, "sans-serif"))
    yield f'<g font-family="{family}">'
    for mark in root.iter():
        look = _look(mark)
        if mark.tag == f"{_SVG}path" and look:
            path = _DECIMALS.sub(_short, " ".join(mark.get("d", "").split()))
            yield f'<path d="{path}"{look}/>'
        elif mark.tag == f"{_SVG}text":
            place = "".join(f' {name}="{_DECIMALS.sub(_short, mark.get(name, "0"))}"' for name in ("x", "y"))
            yield f"<text{place}{look}>{escape_text(mark.text or '')}</text>"
    yield "</g>"


def _look(mark: ElementTree.Element) -> str:
    """The attributes of a mark; nothing for one that does not show."""
    style = dict(rule.split(": ", 1) for rule in mark.get("style", "").split("; ") if ": " in rule)
    if style.get("fill") == "none" and "stroke" not in style:
        return ""
    size = style.get("font-size", "").removesuffix("px")
    kept = {**style, "font-size": size} if size else style
    if kept.get("stroke") and "stroke-width" not in kept:
        kept["stroke-width"] = "1"
    return "".join(f' {name}="{kept[name]}"' for name in _KEPT if name in kept and (name, kept[name]) not in _USUAL)


def _short(number: re.Match[str]) -> str:
    """A number with two decimals at most."""
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
