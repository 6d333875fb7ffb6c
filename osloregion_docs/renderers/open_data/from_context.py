"""What all formats without a template share."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import Document
from osloregion_docs.renderers.renderer import Renderer


def populate(_document: Document, _template: Path) -> bytes:
    """Return nothing: there is no template to populate."""
    return b""


def check_template(_file: Path, _shown: str, _context: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """Return nothing: there is no template to check."""
    return ()


def no_programs() -> dict[str, str]:
    """Return nothing: no other program affects the bytes."""
    return {}


def package_version(package: str) -> Callable[[], dict[str, str]]:
    """Return a function for the package that affects the bytes, with its version."""

    @cache
    def versions() -> dict[str, str]:
        from importlib.metadata import version  # noqa: PLC0415 - 15 ms, and only rendering asks

        return {package: version(package)}

    return versions


renderer = partial(Renderer, template_suffix="", programs=no_programs, check_template=check_template, populate=populate)
"""A renderer of such a format, without its format, suffix, version and render function."""
