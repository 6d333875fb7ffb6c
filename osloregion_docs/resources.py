"""Locates the files that are distributed with the package."""

from __future__ import annotations

from pathlib import Path


def default_templates() -> Path:
    """Return the folder of the default templates: in the installed package, or next to it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def kinds_index() -> Path:
    """The generated index of document kinds and formats, which is read without importing them."""
    return Path(__file__).resolve().parent / "documents" / "kinds.json"
