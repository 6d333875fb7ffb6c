"""The peer of the register: openpyxl writing the same rows, with the same widths and forms of cells, and nothing else.

`prepare` writes what it needs: the table as JSON.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path


def prepare(workspace: Path, folder: Path) -> None:
    """Write the table of a workspace's register to a folder."""
    from osloregion_docs import Workspace, load
    from osloregion_docs.documents.kinds.open_data.measure_register import MEASURE_REGISTER
    from osloregion_docs.documents.parts.open_data.spreadsheet_table import Tabular

    loaded = load(Workspace.find(workspace), 2018).value
    assert loaded is not None
    [document] = MEASURE_REGISTER.compose(loaded.programme, "nb")
    assert isinstance(document.context, Tabular)
    table = document.context.table()
    columns = [[column.heading, column.width] for column in table.columns]
    written = {"name": table.name, "columns": columns, "rows": table.rows, "day": table.day_form}
    (folder / "table.json").write_text(json.dumps(written, default=_plain), "utf-8")


def write(folder: Path) -> None:
    """What is measured."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.table import Table

    data = json.loads((folder / "table.json").read_text("utf-8"))
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for place, (heading, width) in enumerate(data["columns"], 1):
        sheet.cell(1, place, heading).font = bold
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row, values in enumerate(data["rows"], 2):
        for place, value in enumerate(values, 1):
            cell = sheet.cell(row, place)
            if isinstance(value, dict):
                cell.value, cell.number_format = datetime.date.fromisoformat(value["day"]), data["day"]
            elif value not in (None, ""):
                cell.value = value
            cell.alignment = wrapped
    last = get_column_letter(len(data["columns"]))
    sheet.add_table(Table(displayName=data["name"], ref=f"A1:{last}{len(data['rows']) + 1}"))
    sheet.freeze_panes = "C2"
    book.save(folder / "by-hand.xlsx")


def _plain(value: object) -> object:
    return {"day": value.isoformat()} if isinstance(value, datetime.date) else float(str(value))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
