"""Pandoc, as the package pypandoc_binary brings it and no other: run in its sandbox, within bounds."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from osloregion_docs.errors import ToolFailed
from osloregion_docs.renderers.program import run

MARKDOWN: Final = "markdown" + "".join(
    f"-{extension}"
    for extension in (
        "auto_identifiers",
        "raw_html",
        "raw_tex",
        "raw_attribute",
        "native_spans",
        "native_divs",
        "tex_math_dollars",
        "latex_macros",
        "citations",
        "example_lists",
        "smart",
    )
)
"""Pandoc's Markdown, less what would let a template carry HTML or TeX past the other formats."""
_MEMORY: Final = ("+RTS", "-M4g", "-F4", "-RTS")
"""At most so much of it; and less tidying up between, which saves a fifth of the time of a large document."""
_SECONDS_AT_LEAST: Final = 60.0
_SECONDS_PER_MEBIBYTE: Final = 20.0
_MEBIBYTE: Final = 1024 * 1024


@cache
def program() -> Path:
    """Pandoc's program file.

    Raises:
        ToolFailed: the package that brings it is not installed whole.
    """
    spec = find_spec("pypandoc")
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    file = Path(spec.origin).parent / "files" / name if spec and spec.origin else None
    if file is None or not file.is_file():
        raise ToolFailed("pandoc", "is not installed: run pip install pypandoc_binary")
    return file


@cache
def versions() -> dict[str, str]:
    """The version of the package, which names that of the Pandoc in it."""
    from importlib.metadata import version  # noqa: PLC0415 - 15 ms, and only what renders asks

    return {"pypandoc_binary": version("pypandoc_binary")}


def read_markdown(markdown: str) -> bytes:
    """Pandoc's tree of a text in its Markdown, as JSON.

    Raises:
        ToolFailed: it is not whole, or leaves something to guess.
    """
    return pandoc(["--from", MARKDOWN, "--to", "json", "--fail-if-warnings"], markdown.encode())


def pandoc(arguments: Sequence[str], given: bytes) -> bytes:
    """What Pandoc makes of some bytes.

    Raises:
        ToolFailed: it refused them, broke down or took too long.
    """
    seconds = _SECONDS_AT_LEAST + _SECONDS_PER_MEBIBYTE * len(given) / _MEBIBYTE
    return run([str(program()), *_MEMORY, "--sandbox", *arguments], seconds, "Pandoc", given)
