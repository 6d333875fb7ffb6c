"""The optional programs that some tests need: their paths, None where one is not installed."""

from __future__ import annotations

import shutil
from pathlib import Path

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
"""LibreOffice, with Writer."""


def _find_calc() -> str | None:
    """LibreOffice where Calc is installed too: distributions package it apart from Writer."""
    names = ("scalc", "scalc.exe")
    return SOFFICE if SOFFICE and any((Path(SOFFICE).resolve().parent / name).exists() for name in names) else None


CALC = _find_calc()
