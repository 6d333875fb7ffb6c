"""Blocks and runs to Markdown as people write it here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from osloregion_docs.sources.tree import Plain

_USUAL: Final = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")
_LINE_START: Final = re.compile(r"(?m)^(?:([#+>=~|-])|(\d{1,9})([.)]))")
_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`|~](?<!\{)(?<!\})")
_EDGES: Final = re.compile(r"^\s+|\s+\Z|\s*\n\s*|\t")
_ENDS: Final = re.compile(r"^[\s\w]+?|[\s\w]\Z|\s*\n\s*|\t")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a text is written where Markdown leaves a choice; the first that reads back is taken."""

    escapes: int = 1
    """0 for none, 1 for the usual characters, 2 for all punctuation and for spaces at the ends of lines, 3 also for the
    first and last character, next to which emphasis would not begin or end otherwise."""
    emphasis: str = "*"
    bullet: str = "-"
    delimiter: str = "."


SPELLINGS: Final = (
    Spelling(0),
    Spelling(1),
    Spelling(2),
    Spelling(1, emphasis="_"),
    Spelling(1, bullet="*", delimiter=")"),
    Spelling(2, emphasis="_", bullet="*", delimiter=")"),
    Spelling(3),
)


def write_blocks(blocks: Sequence[Plain], spelling: Spelling) -> str:
    """Blocks with a blank line between them, without the end of the last line."""
    return "\n\n".join(_write_block(block, spelling) for block in blocks)


def write_item(blocks: Sequence[Plain], marker: str, spelling: Spelling) -> str:
    """An item of a list: its marker, and its blocks as far in as its text; a list right below its text."""
    parts = [_write_block(block, spelling) for block in blocks]
    text = parts[0] if parts else ""
    for block, part in zip(blocks[1:], parts[1:], strict=True):
        text += ("\n" if isinstance(block, dict) and block.get("kind") == "list" else "\n\n") + part
    return f"{marker} {indent_rest(text, len(marker) + 1)}".rstrip(" ")


def write_runs(runs: Sequence[Plain], spelling: Spelling) -> str:
    """Runs of text on one line, with a backslash before each line break inside it."""
    written, looks = "", list[tuple[str, str]]()
    for run in runs:
        if not isinstance(run, dict):
            continue
        wanted = _looks(run)
        while looks and looks[-1] not in wanted:
            written += _close(looks.pop(), spelling)
        for look in [each for each in wanted if each not in looks]:
            looks.append(look)
            written += _open(look, spelling)
        written += write_run_text(run, spelling)
    while looks:
        written += _close(looks.pop(), spelling)
    return written


def write_run_text(run: dict[str, Plain], spelling: Spelling) -> str:
    """The text, or the placeholder, of a run, without its emphasis and link."""
    if isinstance(placeholder := run.get("placeholder"), dict):
        return write_placeholder(placeholder)
    text = escape(str(run.get("text", "")), spelling)
    return f"[{text}]{{lang={run['language']}}}" if run.get("language") else text


def write_placeholder(placeholder: dict[str, Plain]) -> str:
    """A placeholder between its braces."""
    form = f" | {placeholder['form']}" if placeholder.get("form") else ""
    return f"{{{{ {placeholder.get('path', '')}{form} }}}}"


def escape(text: str, spelling: Spelling) -> str:
    """A text with what Markdown would read as marks escaped, and its line breaks as breaks."""
    if spelling.escapes == 1:
        text = _USUAL.sub(lambda found: "\\" + found[0], text)
        text = _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)
    if spelling.escapes <= 1:
        return text.replace("\n", "\\\n")
    edges = _ENDS if spelling.escapes > 2 else _EDGES  # noqa: PLR2004 - see Spelling
    text = _PUNCTUATION.sub(lambda found: "\\" + found[0], text)
    return edges.sub(lambda found: "".join(f"&#{ord(character)};" for character in found[0]), text)


def indent_rest(text: str, column: int) -> str:
    """A text with every line but the first so far in."""
    first, *more = text.split("\n")
    return "".join((first, *("\n" + (" " * column + line if line else "") for line in more)))


def _write_block(block: Plain, spelling: Spelling) -> str:
    if not isinstance(block, dict):
        return ""
    runs, items = block.get("runs"), block.get("items")
    if isinstance(placeholder := block.get("placeholder"), dict):
        return write_placeholder(placeholder)
    if isinstance(items, list):
        return _write_list(block, items, spelling)
    text = write_runs(runs if isinstance(runs, list) else [], spelling)
    level = block.get("level")
    return f"{'#' * int(level)} {text}" if isinstance(level, int) else text


def _write_list(block: dict[str, Plain], items: list[Plain], spelling: Spelling) -> str:
    start = block.get("start", 1)
    number = start if isinstance(start, int) else 1
    written = []
    for place, item in enumerate(items):
        marker = f"{number + place}{spelling.delimiter}" if block.get("ordered") else spelling.bullet
        written.append(write_item(item if isinstance(item, list) else [], marker, spelling))
    return ("\n\n" if any("\n\n" in each for each in written) else "\n").join(written)


def _looks(run: dict[str, Plain]) -> list[tuple[str, str]]:
    return [(key, str(run[key])) for key in ("link", "strong", "emphasis") if run.get(key) or key in run]


def _open(look: tuple[str, str], spelling: Spelling) -> str:
    return {"link": "[", "strong": spelling.emphasis * 2, "emphasis": spelling.emphasis}[look[0]]


def _close(look: tuple[str, str], spelling: Spelling) -> str:
    if look[0] != "link":
        return _open(look, spelling)
    address = look[1]
    return f"](<{address}>)" if re.search(r"[\s()<>]", address) or not address else f"]({address})"
