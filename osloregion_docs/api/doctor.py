"""doctor: what this machine has for the job, and what is missing."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from osloregion_docs.errors import ToolFailed
from osloregion_docs.renderers.pandoc.run import program as pandoc_program
from osloregion_docs.renderers.program import LIBREOFFICE_VARIABLE, libreoffice, libreoffice_version
from osloregion_docs.version import __version__

_PACKAGES = (
    "pydantic",
    "PyYAML",
    "pyromark",
    "docxtpl",
    "python-docx",
    "lxml",
    "Jinja2",
    "markupsafe",
    "babel",
    "click",
    "filelock",
    "pikepdf",
    "openpyxl",
    "icalendar",
    "orjson",
    "pypandoc_binary",
    "typst",
    "matplotlib",
    "pillow",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was looked for: whether it is there, what it is, and what follows."""

    name: str
    found: bool
    needed: bool
    what: str


def doctor() -> tuple[Item, ...]:
    """What was looked for and found, the needed before the optional."""
    items = [
        Item("osloregion-docs", found=True, needed=True, what=__version__),
        Item("Python", found=True, needed=True, what=platform.python_version()),
        *(_package(name) for name in _PACKAGES),
    ]
    program = libreoffice()
    if program:
        what = f"{libreoffice_version()}: page numbers in tables of contents are filled in when building"
    else:
        what = f"without it Word fills in page numbers; install it, or name its program in {LIBREOFFICE_VARIABLE}"
    items.append(Item("LibreOffice", found=program is not None, needed=False, what=what))
    return tuple(items)


def _package(name: str) -> Item:
    try:
        if name == "pypandoc_binary":
            pandoc_program()
        return Item(name, found=True, needed=True, what=version(name))
    except (PackageNotFoundError, ToolFailed):
        return Item(name, found=False, needed=True, what="install osloregion-docs again with pip")
