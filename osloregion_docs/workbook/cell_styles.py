"""How the cells look: the palette of the Word documents; what is locked is grey, what is filled in white."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

if TYPE_CHECKING:
    from openpyxl.cell import Cell

Look = Literal["heading", "fill heading", "locked", "fill", "title", "text"]

_FONT: Final = "Calibri"
_INK, _PAPER, _FJORD, _MIST, _TEAL, _LINE = "1C2A32", "FFFFFF", "0B3B49", "EEF4F4", "14697A", "9DB4B8"
_THIN: Final = Side(style="thin", color=_LINE)
_BOX: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_NONE: Final = Border()


def _ground(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


_LOOKS: Final = {
    "heading": (Font(name=_FONT, bold=True, color=_PAPER), _ground(_FJORD), _BOX),
    "fill heading": (Font(name=_FONT, bold=True, color=_PAPER), _ground(_TEAL), _BOX),
    "locked": (Font(name=_FONT, color=_INK), _ground(_MIST), _BOX),
    "fill": (Font(name=_FONT, color=_INK), _ground(_PAPER), _BOX),
    "title": (Font(name=_FONT, bold=True, size=16, color=_FJORD), PatternFill(), _NONE),
    "text": (Font(name=_FONT, color=_INK), PatternFill(), _NONE),
}


def apply_style(cell: Cell, look: Look) -> None:
    """Give a cell its look; only those that are filled in can be written in while the sheet is protected."""
    cell.font, cell.fill, cell.border = _LOOKS[look]
    cell.alignment = Alignment(wrap_text=True, vertical="center" if look.endswith("heading") else "top")
    cell.protection = Protection(locked=look != "fill")
