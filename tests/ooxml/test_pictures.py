"""Pictures in a Word file: their parts, how the text names them, and how wide the text is."""

from __future__ import annotations

import pytest

from osloregion_docs.ooxml.drawings import WordPicture, first_free_number, with_pictures
from osloregion_docs.ooxml.package import check_well_formed
from osloregion_docs.ooxml.reader import NAMESPACE, parse
from osloregion_docs.ooxml.sections import page_layout

PICTURE = WordPicture(7, 'Status & "mer"', "<alt>", (100, 50), b"<svg/>", b"png")
TYPES = b'<Types xmlns="x"><Default Extension="png" ContentType="image/png"/></Types>'
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="2155" w:right="1531" w:gutter="{}"/></w:sectPr>'


def test_files_are_declared_once() -> None:
    """A kind of file that the package knows already is not declared again."""
    made = with_pictures({"[Content_Types].xml": TYPES}, [PICTURE])
    assert made["[Content_Types].xml"].decode() == (
        '<Types xmlns="x"><Default Extension="svg" ContentType="image/svg+xml"/>'
        '<Default Extension="png" ContentType="image/png"/></Types>'
    )


def test_text_names_both_files() -> None:
    """The bitmap is the picture, the vectors its extension; both are relationships of the text."""
    made = with_pictures({"[Content_Types].xml": TYPES}, [PICTURE])
    rels = made["word/_rels/document.xml.rels"].decode()
    assert all(f'Id="{PICTURE.relationship(kind)}"' in rels for kind in ("png", "svg"))
    assert (made["word/media/figur7.svg"], made["word/media/figur7.png"]) == (b"<svg/>", b"png")
    assert PICTURE.xml.index('r:embed="rIdFigur7png"') < PICTURE.xml.index('r:embed="rIdFigur7svg"')


def test_package_without_pictures_stays() -> None:
    """No part is written that nobody needs."""
    parts = {"[Content_Types].xml": TYPES}
    assert with_pictures(parts, []) == parts


def test_words_are_escaped() -> None:
    """Whatever the alternative text says, the run is well-formed."""
    check_well_formed(PICTURE.xml.encode(), namespaces=False)
    assert 'descr="&lt;alt&gt;" title="Status &amp; &quot;mer&quot;"' in PICTURE.xml


def test_size_is_in_emu() -> None:
    """One point is 12 700 units."""
    assert '<wp:extent cx="1270000" cy="635000"/>' in PICTURE.xml


def test_numbers_do_not_meet() -> None:
    """A picture gets a number above those of the drawings of the template."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    drawn = parse(f'<p xmlns:wp="{drawing}"><wp:docPr id="3" name="a"/><wp:docPr name="b" id="12"/></p>'.encode())
    empty = parse(b"<p/>")
    assert (first_free_number([drawn, empty]), first_free_number([empty])) == (13, 1)


@pytest.mark.parametrize(
    ("body", "width"),
    [
        (SECTION.format(0), 411),
        (SECTION.format(200), 401),
        (SECTION.format(999) + SECTION.format(0), 411),
        ("<w:p/>", None),
        ("<w:sectPr><w:pgMar w:left='1'/></w:sectPr>", None),
    ],
)
def test_width_of_the_text(body: str, width: float | None) -> None:
    """The page less its margins, of the last section."""
    page = page_layout(parse(f'<w:body xmlns:w="{NAMESPACE}">{body}</w:body>'.encode()))
    assert (page and page.text_width_in_points) == (width and pytest.approx(width, abs=0.1))
