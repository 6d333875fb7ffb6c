"""The table of a picture in every format: all its cells, under a header."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import pikepdf
import pytest
from lxml import etree, html

from osloregion_docs.documents.document import Picture
from osloregion_docs.renderers.renderer import Surroundings
from osloregion_docs.renderers.renderers import RENDERERS
from tests.documents.pictures import all_pictures, gallery, made_shares, made_statuses
from tests.renderers.pandoc_formats import TEMPLATES
from tests.renderers.shown_text import squeezed, text_of
from tests.renderers.test_pictures import SHARED, part

FORMATS = tuple(RENDERERS)
MARKDOWN = "# Figurer {.chapter}\n\n{% for figure in figures %}\n{{ figure.table }}\n\n{% endfor %}\n"
ODF_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
Show = Callable[..., bytes]


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Show:
    """Renders the tables of pictures in a format."""
    folder = tmp_path_factory.mktemp("maler")
    (folder / "main.md").write_text(MARKDOWN, "utf-8")
    word = docx.Document(str(TEMPLATES / "shared" / "reference.docx"))
    for edge in (word.sections[0].header, word.sections[0].footer):
        edge.paragraphs[0].clear()
    for text in ("{%p for figure in figures %}", "{{p figure.table }}", "Etter tabellen.", "{%p endfor %}"):
        word.add_paragraph(text)
    word.save(str(folder / "main.docx"))

    def rendered(format_: str, *figures: Picture) -> bytes:
        renderer = RENDERERS[format_]
        document = gallery(*figures)
        poured = renderer.pour(document, folder / f"main{renderer.template_suffix}")
        return renderer.render(document, poured, Surroundings(SHARED)).content

    return rendered


@pytest.mark.parametrize("format_", FORMATS)
def test_every_cell_is_shown(show: Show, format_: str) -> None:
    """What the header and the rows say stands in the text."""
    text = squeezed(text_of(show(format_, *all_pictures()), format_))
    cells = [
        cell
        for each in all_pictures()
        for row in (each.table.header, *(r.cells for r in each.table.rows))
        for cell in row
    ]
    assert [cell for cell in cells if not all(squeezed(word) in text for word in cell.split())] == []


@pytest.mark.parametrize("format_", FORMATS)
def test_table_of_nothing_leaves_no_trace(show: Show, format_: str) -> None:
    """A picture without values has no header either; the sum of nothing is a row of its own."""
    empty = made_statuses().model_copy(update={"table": made_statuses().table.model_copy(update={"rows": ()})})
    assert "Igang" not in squeezed(text_of(show(format_, empty), format_))


def test_word_header_is_marked(show: Show) -> None:
    """The first row is a header that is repeated, as screen readers want it."""
    root = etree.fromstring(part(show("docx", made_shares()), "word/document.xml"))
    [first, *others] = root.iter("{*}tr")
    assert [row.find("{*}trPr/{*}tblHeader") is not None for row in (first, *others)] == [True] + [False] * len(others)


def test_web_header_is_marked(show: Show) -> None:
    """The header's cells are headings of their columns; a narrow window can scroll the table with the keyboard."""
    page = html.fromstring(show("html", made_shares()).decode())
    [table] = page.iter("table")
    holder = table.getparent()
    assert [cell.text_content() for cell in table.iter("th")] == ["Post", "Beløp", "Andel"]
    assert holder is not None
    assert (holder.get("class"), holder.get("tabindex")) == ("values", "0")


def test_pdf_header_is_marked(show: Show) -> None:
    """The tags of the header's cells say what they are."""
    with pikepdf.open(BytesIO(show("pdf", made_shares()))) as pdf:
        kinds = [str(one.get("/S")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    assert kinds.count("/TH") == 3


def test_opendocument_columns_have_room(show: Show) -> None:
    """Every column has a width, also those beyond the two of a table of facts."""
    root = etree.fromstring(part(show("odt", made_statuses()), "content.xml"))
    named = [column.get(f"{ODF_TABLE}style-name") for column in root.iter(f"{ODF_TABLE}table-column")]
    style = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
    widths = {
        found.get(f"{style}name"): found.find(f"{style}table-column-properties").get(f"{style}column-width")
        for found in root.iter(f"{style}style")
        if found.get(f"{style}family") == "table-column"
    }
    assert len(named) == 5
    assert sum(float(str(widths[name]).removesuffix("pt")) for name in named) == pytest.approx(411, abs=1)
