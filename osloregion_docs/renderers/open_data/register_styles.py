"""How the cells of a register look: the palette of the Word documents."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.styles.cell_style import StyleArray

_FONT: Final = "Calibri"
_INK, _PAPER, _FJORD, _LINE = "1C2A32", "FFFFFF", "0B3B49", "9DB4B8"
_BELOW: Final = Border(bottom=Side(style="thin", color=_LINE))
_HEADING: Final = PatternFill("solid", fgColor=_FJORD)
_TOP: Final = Alignment(wrap_text=True, vertical="top", horizontal="left")
_MIDDLE: Final = Alignment(wrap_text=True, vertical="center")
_STYLES: Final = {
    "heading": (Font(name=_FONT, bold=True, color=_PAPER), _HEADING, _BELOW, _MIDDLE),
    "title": (Font(name=_FONT, bold=True, size=16, color=_FJORD), PatternFill(), Border(), Alignment()),
    "label": (Font(name=_FONT, bold=True, color=_INK), PatternFill(), _BELOW, _TOP),
    "cell": (Font(name=_FONT, color=_INK), PatternFill(), _BELOW, _TOP),
}


class CellStyles:
    """The looks of one workbook. Each is worked out for its first cell only: openpyxl is slow at it."""

    def __init__(self) -> None:
        """No look has been worn yet."""
        self._applied: dict[str, StyleArray] = {}

    def apply(self, cell: Cell, look: str) -> None:
        """Give a cell its look, and nothing else that it may have had: title, heading, label or cell."""
        if look in self._applied:
            cell._style = copy(self._applied[look])  # type: ignore[attr-defined]  # noqa: SLF001 - the way to copy a look
            return
        cell.font, cell.fill, cell.border, cell.alignment = _STYLES[look]
        self._applied[look] = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001
