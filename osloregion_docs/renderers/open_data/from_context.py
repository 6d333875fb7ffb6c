"""What all formats have in common that need no template. Imported late: starting stays quick."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import Document
from osloregion_docs.renderers.renderer import Renderer


def populate(_document: Document, _template: Path) -> bytes:
    """Nothing: there is no template to fill."""
    return b""


def check_template(_file: Path, _shown: str, _context: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """Nothing: there is no template to find fault with."""
    return ()


def no_programs() -> dict[str, str]:
    """Nothing but the tool itself leaves its mark."""
    return {}


def package_version(package: str) -> Callable[[], dict[str, str]]:
    """The package that leaves its mark on the bytes, with its version."""

    @cache
    def versions() -> dict[str, str]:
        from importlib.metadata import version  # noqa: PLC0415 - 15 ms, and only rendering asks

        return {package: version(package)}

    return versions


renderer = partial(Renderer, template_suffix="", programs=no_programs, check_template=check_template, populate=populate)
"""A renderer of such a format: what is left to say is its format, suffix, version and how it is rendered."""
