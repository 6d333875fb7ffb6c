"""Tables of words alone, such as the matrix of the trace: read across in every format, gaps set off, rows named."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from lxml import html

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import plan
from osloregion_docs.documents.document import Table
from osloregion_docs.documents.kinds.reports.traceability import TRACE, TraceContext
from osloregion_docs.model.programme import Programme
from osloregion_docs.workspace.workspace import Workspace
from tests.conftest import ROOT, Golden
from tests.renderers.shown_text import squeeze, text_of


@pytest.fixture(scope="module")
def made(example: Programme) -> dict[str, bytes]:
    """The trace of the example in every format."""
    jobs = plan(Workspace(ROOT), example, Choice(kinds=("trace",), formats=TRACE.formats))
    return {
        job.format: job.renderer.render(
            job.document, job.renderer.populate(job.document, job.template), job.assets
        ).content
        for job in jobs
    }


@pytest.fixture(scope="module")
def tables(example: Programme) -> list[Table]:
    """Its matrices, composed."""
    [document] = TRACE.compose(example, "nb")
    assert isinstance(document.context, TraceContext)
    return [item for area in document.context.areas for item in area.matrix.items if isinstance(item, Table)]


@pytest.mark.parametrize("format_", TRACE.formats)
def test_every_cell_is_in_every_format(tables: list[Table], made: dict[str, bytes], format_: str) -> None:
    """However narrow its column is."""
    text = squeeze(text_of(made[format_], format_))
    lines = {line for table in tables for row in table.rows for cell in row.cells for line in cell.split("\n")}

    assert [line for line in lines if squeeze(line) not in text] == []


def test_plain_text_has_a_row_at_a_time(golden: Golden, made: dict[str, bytes]) -> None:
    """Five columns of words do not fit next to each other: each cell follows the title of its column, wrapped."""
    golden("trace.nb.txt", made["txt"].decode())
    assert max(map(len, made["txt"].decode().splitlines())) <= 72


def test_web_page_heads_columns_and_rows(made: dict[str, bytes]) -> None:
    """With their scope, below a caption, so that readers who listen know where they are."""
    for table in html.fromstring(made["html"].decode()).findall(".//table"):
        assert (table.find("caption") is not None, {cell.get("scope") for cell in table.findall(".//th")}) == (
            True,
            {"col", "row"},
        )


def test_links_lead_to_the_rows(tables: list[Table], made: dict[str, bytes]) -> None:
    """Each row of the web page has a name."""
    page = html.fromstring(made["html"].decode())

    assert [row.get("id") for row in page.findall(".//tbody/tr")] == [
        row.anchor for table in tables for row in table.rows
    ]


def test_gaps_are_bold(tables: list[Table], made: dict[str, bytes]) -> None:
    """On the web page and in Markdown; the words alone say it in plain text."""
    gaps = [row.cells[place] for table in tables for row in table.rows for place in row.marked]
    page = html.fromstring(made["html"].decode())

    assert [cell.findtext("strong") for cell in page.findall(".//td[@class='marked']")] == gaps
    assert made["md"].decode().count("**Mangler budsjett**") == gaps.count("Mangler budsjett") == 3


def test_pdf_has_header_cells(tables: list[Table], made: dict[str, bytes]) -> None:
    """Five for each table."""
    with pikepdf.open(BytesIO(made["pdf"])) as pdf:
        kinds = [str(each.get("/S")) for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]

    assert kinds.count("/TH") == 5 * len(tables)
