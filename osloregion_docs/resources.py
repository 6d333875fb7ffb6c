"""Where the files lie that are shipped with the package."""

from __future__ import annotations

from pathlib import Path


def default_templates() -> Path:
    """The folder of the templates that are shipped: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"
