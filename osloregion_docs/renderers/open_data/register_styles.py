"""The cell styles of a register, in the palette of the Word documents."""

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
    """The cell styles of one workbook. Each is computed for its first cell only: openpyxl is slow at it."""

    def __init__(self) -> None:
        """Start with no styles applied."""
        self._applied: dict[str, StyleArray] = {}

    def apply(self, cell: Cell, style: str) -> None:
        """Replace the style of a cell: title, heading, label or cell."""
        if style in self._applied:
            cell._style = copy(self._applied[style])  # type: ignore[attr-defined]  # noqa: SLF001 - the way to copy a style
            return
        cell.font, cell.fill, cell.border, cell.alignment = _STYLES[style]
        self._applied[style] = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001
