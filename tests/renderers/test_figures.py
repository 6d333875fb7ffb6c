"""Tables of figures in every format: header row, numbers to the right, sums in bold, and the same values in all."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import etree, html

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import plan
from osloregion_docs.documents.document import Document, Table
from osloregion_docs.documents.kinds.reports.budget import BUDGET, BudgetContext
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.model.programme import Programme
from osloregion_docs.ooxml.package import read_package, write_package
from osloregion_docs.renderers.renderer import RenderAssets
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.workspace.workspace import Workspace
from tests.budgets import FILES
from tests.conftest import ROOT, Golden
from tests.renderers.pandoc_formats import ODD, TEMPLATES
from tests.renderers.reading import W, body
from tests.renderers.shown_text import squeeze, text_of
from tests.years import load_with, small_programme

FORMATS = BUDGET.formats
TABLES = 6
"""Frame, lines, reserve, changes, members, costs."""


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    """A year with a whole budget."""
    loaded = load_with(tmp_path_factory.mktemp("year"), FILES).value
    assert loaded is not None
    return loaded.programme


@pytest.fixture(scope="module")
def document(year: Programme) -> Document:
    """Its budget, composed."""
    [document] = BUDGET.compose(year, "nb")
    return document


@pytest.fixture(scope="module")
def made(year: Programme) -> dict[str, bytes]:
    """Its budget in every format."""
    jobs = plan(Workspace(ROOT), year, Choice(kinds=("budget",), formats=FORMATS))
    return {
        job.format: job.renderer.render(
            job.document, job.renderer.populate(job.document, job.template), job.assets
        ).content
        for job in jobs
    }


def tables(document: Document) -> list[Table]:
    """All tables of a composed budget."""
    assert isinstance(document.context, BudgetContext)
    return [item for each in document.context.sections for item in each.text.items if isinstance(item, Table)]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_contains_every_cell(document: Document, made: dict[str, bytes], format_: str) -> None:
    """Titles of columns, captions, and each number as it is printed."""
    text = squeeze(text_of(made[format_], format_))
    cells = {str(cell) for table in tables(document) for row in table.rows for cell in row.cells}
    shown = cells | {column.title for table in tables(document) for column in table.columns}
    shown |= {table.caption for table in tables(document)}

    assert [cell for cell in shown if squeeze(cell) not in text] == []


def test_budget_in_markdown(golden: Golden, made: dict[str, bytes]) -> None:
    """As GitHub shows it."""
    golden("budget.nb.md", made["md"].decode())


def test_budget_in_plain_text(golden: Golden, made: dict[str, bytes]) -> None:
    """Side by side where there is room, and no line longer than others."""
    golden("budget.nb.txt", made["txt"].decode())
    assert max(map(len, made["txt"].decode().splitlines())) <= 72


@pytest.mark.parametrize("format_", ["docx", "docx-simple"])
def test_word_repeats_the_header_row(made: dict[str, bytes], format_: str) -> None:
    """On every page that a table goes on to; and no row is torn."""
    found = list(body(made[format_]).iter(f"{W}tbl"))

    assert len(found) == TABLES
    for table in found:
        rows = table.findall(f"{W}tr")
        headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert headers == [True, *[False] * (len(rows) - 1)]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


@pytest.mark.parametrize("format_", ["docx", "docx-simple"])
def test_word_tables_fit_between_the_margins(made: dict[str, bytes], format_: str) -> None:
    """A wide one begins where the numbers of headings stand, and ends with the text."""
    page = body(made[format_]).findall(f".//{W}sectPr")[-1]
    size, margins = page.find(f"{W}pgSz"), page.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    left, right = (int(margins.get(f"{W}{side}") or 0) for side in ("left", "right"))
    text = int(size.get(f"{W}w") or 0) - left - right

    for table in body(made[format_]).iter(f"{W}tbl"):
        width, indent = (int(value(table, name, f"{W}w")) for name in ("tblW", "tblInd"))
        assert width + indent == text
        assert left + indent >= 850


def value(table: etree._Element, name: str, attribute: str) -> str:
    """An attribute of one of a table's properties."""
    found = table.find(f"{W}tblPr/{W}{name}")
    assert found is not None
    return found.get(attribute) or ""


def test_word_has_the_styles_of_tables(made: dict[str, bytes]) -> None:
    """Numbers to the right by their style, sums in bold by theirs: a change to the style changes all."""
    lines = list(body(made["docx"]).iter(f"{W}tbl"))[1]
    sums = [row for row in lines.iter(f"{W}tr") if "Sum inntekter" in "".join(row.itertext())]
    [cells] = [row.findall(f"{W}tc") for row in sums]

    styles = [cell.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val") for cell in cells]  # type: ignore[union-attr]
    looks = [run.get(f"{W}val") for cell in cells for run in cell.iter(f"{W}rStyle")]
    assert styles == ["Tabelltekst", *["Tabelltall"] * (len(cells) - 1)]
    assert set(looks) == {"Strong"}


def test_a_word_template_without_the_styles_says_which(document: Document) -> None:
    """Instead of a table that looks like nothing."""
    parts = read_package((TEMPLATES / "budget" / "main.docx").read_bytes())
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'w:val="Talltabell"', b'w:val="Noe annet"')

    with pytest.raises(RenderingFailed, match="Talltabell, Tabelltekst, Tabelltall"):
        RENDERERS["docx"].render(document, write_package(parts), RenderAssets())


def test_web_page_has_headers_of_columns_and_rows(made: dict[str, bytes]) -> None:
    """In a region with a name, that can be scrolled with the keyboard."""
    page = html.fromstring(made["html"].decode())
    regions = page.find_class("figures")

    assert [region.get("aria-label") for region in regions][:2] == ["Økonomisk ramme", "Inntekter og utgifter"]
    assert {(region.get("role"), region.get("tabindex")) for region in regions} == {("region", "0")}
    for region in regions:
        assert len(region.findall(".//thead/tr")) == 1
        assert all([cell.tag for cell in row][:2] == ["th", "td"] for row in region.findall(".//tbody/tr"))


def test_web_page_sets_numbers_to_the_right(made: dict[str, bytes]) -> None:
    """And sums in bold."""
    page = html.fromstring(made["html"].decode())
    [row] = [row for row in page.iter("tr") if row.text_content().startswith("\nSum utgifter")]

    assert "sum" in (row.get("class") or "")
    assert {cell.get("style") for cell in row.findall("td")} == {"text-align: right;"}
    assert row.findtext("td[last()]/strong") == "3,3"


def test_pdf_tags_header_cells(made: dict[str, bytes]) -> None:
    """As many as there are columns in all tables."""
    with pikepdf.open(BytesIO(made["pdf"])) as pdf:
        tags = [str(kind) for kind in _kinds(pdf.Root.StructTreeRoot)]

    assert tags.count("/Table") == TABLES
    assert tags.count("/TH") == 2 + 8 + 4 + 2 + 4 + 3


def _kinds(element: pikepdf.Object) -> list[object]:
    """The kinds of all structure elements."""
    found: list[object] = []
    waiting = [element]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, pikepdf.Array):
            waiting += list(inner)  # type: ignore[call-overload]
        elif isinstance(inner, pikepdf.Dictionary):
            found += [inner.S] if "/S" in inner else []
            waiting += [inner.K] if "/K" in inner else []
    return found


def test_opendocument_tables_look_as_in_the_reference(made: dict[str, bytes]) -> None:
    """Columns of their own width, header rows, numbers to the right, a sum with its line."""
    with zipfile.ZipFile(BytesIO(made["odt"])) as archive:
        content = archive.read("content.xml").decode()

    assert content.count("<table:table-header-rows>") == TABLES
    assert 'table:style-name="Tall.A3"' in content
    assert 'text:style-name="Tabelltall"' in content
    named = set(re.findall(r'table:style-name="([^"]+)"', content))
    assert named - set(re.findall(r'<style:style style:name="([^"]+)"', content)) == set()


def test_reference_without_such_a_table_still_gives_tables(document: Document, tmp_path: Path) -> None:
    """Someone's own older reference document has no look for them: they get that of facts, and lose no cell."""
    shared = {file.name: file for file in (TEMPLATES / "shared").iterdir()}
    older = tmp_path / "reference.odt"
    with zipfile.ZipFile(shared["reference.odt"]) as archive, zipfile.ZipFile(older, "w") as written:
        for entry in archive.infolist():
            written.writestr(entry, archive.read(entry).replace(b'table:name="Tall"', b'table:name="Annet"'))
    odt = RENDERERS["odt"]
    populated = odt.populate(document, TEMPLATES / "budget" / "main.md")

    package = odt.render(document, populated, RenderAssets(shared={**shared, "reference.odt": older})).content

    text = squeeze(text_of(package, "odt"))
    assert [
        cell
        for table in tables(document)
        for row in table.rows
        for cell in map(str, row.cells)
        if squeeze(cell) not in text
    ] == []


@pytest.mark.parametrize("format_", ["docx", "docx-simple", "html", "odt"])
def test_any_title_of_a_line_survives(format_: str) -> None:
    """However odd it is, nothing of it is read as markup."""
    lines = [{"id": f"l{n}", "title": text, "amounts": {"b18": n}} for n, text in enumerate(ODD) if text.strip()]
    column = {"id": "b18", "kind": "budget", "year": 2018}
    year = small_programme(budget={"columns": [column], "lines": lines})
    [job] = plan(Workspace(ROOT), year, Choice(kinds=("budget",), formats=(format_,)))

    package = job.renderer.render(job.document, job.renderer.populate(job.document, job.template), job.assets).content

    text = squeeze(text_of(package, format_))
    assert [title for title in ODD if squeeze(title) not in text] == []
