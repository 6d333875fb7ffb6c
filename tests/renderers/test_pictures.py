"""Pictures in every format: shown, with their caption and what they say to those who do not see them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from lxml import etree, html

from osloregion_docs.charts.drawing import drawings
from osloregion_docs.charts.style import COLOURS
from osloregion_docs.documents.document import Document, Picture
from osloregion_docs.documents.parts.figures.shares_figure import MoneyPart
from osloregion_docs.errors import RenderingFailed, RenderingRefused
from osloregion_docs.renderers.pandoc.merge import merge
from osloregion_docs.renderers.renderer import RenderAssets
from osloregion_docs.renderers.renderers import RENDERERS
from tests.charts.samples import words
from tests.conftest import ROOT
from tests.documents.pictures import Gallery, all_pictures, gallery, made_shares, made_statuses
from tests.renderers.pandoc_formats import TEMPLATES
from tests.renderers.shown_text import squeeze, text_of

FORMATS = tuple(name for name, renderer in RENDERERS.items() if renderer.template_suffix)
ODF_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
SHARED = {file.relative_to(TEMPLATES / "shared").as_posix(): file for file in (TEMPLATES / "shared").rglob("*.*")}
MARKDOWN = """---
title: "{{ title }}"
---

# {{ title }} {.chapter #figurer}

{% for figure in figures %}
{% if figure %}
{{ figure }}

{% endif %}
{% endfor %}
"""
MANY = tuple(MoneyPart(f"Bidrag {n}", made_shares().chart.parts[0].amount) for n in range(40))  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Markdown and a Word template that show all pictures."""
    folder = tmp_path_factory.mktemp("maler")
    (folder / "main.md").write_text(MARKDOWN, "utf-8")
    word = docx.Document(str(TEMPLATES / "shared" / "reference.docx"))
    for text in ("{%p for figure in figures %}", "{{p figure }}", "{%p endfor %}"):
        word.add_paragraph(text)
    for edge in (word.sections[0].header, word.sections[0].footer):
        edge.paragraphs[0].clear()
    word.save(str(folder / "main.docx"))
    return folder


Show = Callable[..., bytes]


@pytest.fixture(scope="module")
def show(templates: Path) -> Show:
    """Renders pictures in a format."""

    def render_pictures(format_: str, *figures: Picture, of: Document | None = None) -> bytes:
        renderer = RENDERERS[format_]
        document = of or gallery(*figures)
        populated = renderer.populate(document, templates / f"main{renderer.template_suffix}")
        if document.parts:
            populated = merge(populated, [renderer.populate(each, templates / "main.md") for each in document.parts])
        return renderer.render(document, populated, RenderAssets(SHARED)).content

    return render_pictures


def part(package: bytes, name: str) -> bytes:
    """A part of a zip file."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return archive.read(name)


def _in_word(package: bytes) -> list[str]:
    root = etree.fromstring(part(package, "word/document.xml"))
    return [str(found.get("descr")) for found in root.iter("{*}docPr")]


def _in_odt(package: bytes) -> list[str]:
    return [str(found.text) for found in etree.fromstring(part(package, "content.xml")).iter(f"{ODF_SVG}desc")]


def _on_web(package: bytes) -> list[str]:
    return [str(found.text) for found in html.fromstring(package.decode()).iter("desc")]


def _in_pdf(package: bytes) -> list[str]:
    with pikepdf.open(BytesIO(package)) as pdf:
        return [str(one["/Alt"]) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]


_SPOKEN = {"docx": _in_word, "docx-simple": _in_word, "odt": _in_odt, "html": _on_web, "pdf": _in_pdf}


def read_descriptions(package: bytes, format_: str) -> list[str]:
    """The alternative texts in a document; all its text where there are only words."""
    return _SPOKEN[format_](package) if format_ in _SPOKEN else [text_of(package, format_)]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_picture_is_described_in_words(show: Show, format_: str) -> None:
    """Its alternative text is there for screen readers; in formats of words alone it is in the text."""
    descriptions = squeeze(" ".join(read_descriptions(show(format_, *all_pictures()), format_)))
    assert [each.anchor for each in all_pictures() if squeeze(each.alternative) not in descriptions] == []


@pytest.mark.parametrize("format_", FORMATS)
def test_every_picture_has_its_caption(show: Show, format_: str) -> None:
    """The caption is in the text."""
    text = squeeze(text_of(show(format_, *all_pictures()), format_))
    assert [each.anchor for each in all_pictures() if squeeze(each.caption) not in text] == []


@pytest.mark.parametrize("format_", FORMATS)
def test_same_bytes_every_time(show: Show, format_: str) -> None:
    """Rendering again gives the same file."""
    assert show(format_, *all_pictures()) == show(format_, *all_pictures())


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_to_draw_leaves_no_trace(show: Show, format_: str) -> None:
    """A picture without values is neither drawn nor named."""
    assert "Hvorpengene" not in squeeze(text_of(show(format_, made_shares(parts=())), format_))


@pytest.mark.parametrize("format_", FORMATS)
def test_picture_can_be_shown_twice(show: Show, format_: str) -> None:
    """The second time it has no name that the first has already."""
    raw = show(format_, made_statuses(), made_statuses())
    held = part(raw, "word/document.xml") if format_.startswith("docx") else raw
    held = part(raw, "content.xml") if format_ == "odt" else held
    names = re.findall(rb'\b(?:id|text:name|w:name)="([^"]*figur[-_][^"]*)"', held)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("format_", ["docx", "docx-simple"])
def test_word_shows_vectors_and_has_dots_for_others(show: Show, format_: str) -> None:
    """Each picture is a PNG that names the same drawing as SVG."""
    package = show(format_, *all_pictures())
    root = etree.fromstring(part(package, "word/document.xml"))
    rels = {one.get("Id"): one.get("Target") for one in etree.fromstring(part(package, "word/_rels/document.xml.rels"))}
    embed = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    kinds = [
        (str(rels[blip.get(embed)])[-4:], [str(rels[one.get(embed)])[-4:] for one in blip.iter("{*}svgBlip")])
        for blip in root.iter("{*}blip")
    ]
    assert kinds == [(".png", [".svg"])] * len(all_pictures())


def test_word_picture_stays_with_its_caption(show: Show) -> None:
    """The picture's paragraph is kept with the next, which has the style Caption and the name for links."""
    root = etree.fromstring(part(show("docx", made_statuses()), "word/document.xml"))
    [drawing] = root.iter("{*}drawing")
    paragraph = next(drawing.iterancestors("{*}p"))
    after = paragraph.getnext()
    assert paragraph.find("{*}pPr/{*}keepNext") is not None
    assert after is not None
    assert [str(after.find(path).values()[-1]) for path in ("{*}pPr/{*}pStyle", "{*}bookmarkStart")] == [
        "Caption",
        "figur_status",
    ]


def test_word_picture_is_as_wide_as_the_text(show: Show) -> None:
    """It is drawn for the page of the template, so that its letters keep their size."""
    root = etree.fromstring(part(show("docx", made_statuses()), "word/document.xml"))
    [extent] = root.iter("{*}extent")
    assert int(str(extent.get("cx"))) / 12700 == pytest.approx(411, abs=0.5)


@pytest.mark.parametrize("format_", ["docx", "docx-simple", "odt", "pdf"])
def test_tall_picture_comes_in_parts(show: Show, format_: str) -> None:
    """Each part has words of its own: the first says all, the next that they go on."""
    descriptions = read_descriptions(show(format_, made_shares(parts=MANY)), format_)
    parts = [text for text in descriptions if "del 2 av 2" in text]
    assert (len(descriptions), parts) == (2, ["Hvor pengene kommer fra, del 2 av 2"])


def test_web_page_shows_one_drawing_for_each_width(show: Show) -> None:
    """Both are pictures with a name and a description of their own; the page's style chooses."""
    page = html.fromstring(show("html", made_statuses()).decode())
    drawn = [svg for svg in page.iter("svg") if svg.get("role") == "img"]
    named = [[page.get_element_by_id(id_).text for id_ in str(svg.get("aria-labelledby")).split()] for svg in drawn]
    assert [svg.get("class") for svg in drawn] == ["wide", "narrow"]
    assert [name for name, _ in named] == [made_statuses().caption] * 2
    assert all(str(text).endswith(made_statuses().description) for _, text in named)


def test_web_page_has_its_own_colours_for_pictures(show: Show) -> None:
    """Every colour of a drawing is one that the style can change, and the style does."""
    page = show("html", *all_pictures()).decode()
    drawn = re.findall(r"<(?:path|text|g)\b[^>]*>", "".join(re.findall(r"<svg class=.*?</svg>", page, re.DOTALL)))
    style = (TEMPLATES / "shared" / "page.css").read_text("utf-8")
    assert not [mark for mark in drawn if re.search(r'(?:fill|stroke)="', mark)]
    assert [name for name in COLOURS if f"--chart-{name}:" not in style] == []


def test_web_page_asks_for_nothing(show: Show) -> None:
    """Pictures are in the page: none is a file or an address."""
    page = html.fromstring(show("html", *all_pictures()).decode())
    assert [image.get("src") for image in page.iter("img", "image", "object", "embed")] == []


def test_pdf_draws_text_as_text(show: Show) -> None:
    """What a drawing says can be searched and copied."""
    text = squeeze(text_of(show("pdf", *all_pictures()), "pdf"))
    drawn = [line for name in all_pictures() for line in words(_svg(name))]
    assert [line for line in drawn if squeeze(line) not in text] == []


def _svg(picture: Picture) -> bytes:
    return drawings(picture.chart, 411.0)[0].svg


def test_pdf_refuses_a_character_at_its_place(show: Show) -> None:
    """A character without a glyph is reported as in any other text."""
    with pytest.raises(RenderingRefused) as refused:
        show("pdf", made_shares(parts=(MoneyPart("🚲", MANY[0].amount),)))
    assert {found.code for found in refused.value.issues} == {"PDF601"}


@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "pdf"])
def test_odd_words_stay_as_they_are(show: Show, format_: str) -> None:
    """Whatever a label says, it is text in the picture's words and not markup."""
    odd = "<b>&amp; \"x\" 'y' $a$ *b* _c_ #d \\e ]]>"
    descriptions = " ".join(
        read_descriptions(show(format_, made_shares(parts=(MoneyPart(odd, MANY[0].amount),))), format_)
    )
    assert squeeze(odd) in squeeze(descriptions if format_ != "md" else re.sub(r"\\(?=[\W_])", "", descriptions))


@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "docx"])
def test_pictures_hold_in_bound_documents(show: Show, format_: str) -> None:
    """Two documents of a pack may have pictures of one name, and each shows its own."""
    other = made_statuses().model_copy(update={"alternative": "Et annet bilde."})
    pack = gallery(parts=(gallery(made_statuses()), gallery(other)))
    descriptions = squeeze(" ".join(read_descriptions(show(format_, of=pack), format_)))
    assert all(squeeze(each.alternative) in descriptions for each in (made_statuses(), other))


def test_picture_in_a_line_is_refused(tmp_path: Path) -> None:
    """It would break the line; the check of templates reports it before."""
    file = tmp_path / "main.md"
    file.write_text("{% for figure in figures %}\nSe {{ figure }}\n{% endfor %}\n", "utf-8")
    with pytest.raises(RenderingFailed, match="a picture is within a line"):
        RENDERERS["html"].populate(gallery(made_statuses()), file)


def test_template_cannot_reach_behind_a_picture(tmp_path: Path) -> None:
    """What renderers draw from is no name of a template."""
    file = tmp_path / "main.md"
    file.write_text("{% for figure in figures %}\n{{ figure.chart }}\n{% endfor %}\n", "utf-8")
    found = RENDERERS["html"].check_template(file, "main.md", Gallery)
    assert [diagnostic.message for diagnostic in found] == ["figure.chart: a picture has no chart"]
    with pytest.raises(RenderingFailed):
        RENDERERS["html"].populate(gallery(made_statuses()), file)


def test_template_can_print_the_table(tmp_path: Path) -> None:
    """The values as a table, alone in a paragraph."""
    file = tmp_path / "main.md"
    file.write_text("{% for figure in figures %}\n{{ figure.table }}\n{% endfor %}\n", "utf-8")
    assert RENDERERS["html"].check_template(file, "main.md", Gallery) == ()
    populated = json.dumps(json.loads(RENDERERS["html"].populate(gallery(made_statuses()), file)))
    assert ('"Table"' in populated, '"Figure"' in populated) == (True, False)


def test_documents_without_pictures_need_no_library() -> None:
    """Nothing that draws is imported with what fills templates and writes pages."""
    asked = (
        "import sys; import osloregion_docs.documents.registry, osloregion_docs.renderers.docx.template_filling;"
        "import osloregion_docs.renderers.figures.figure_html, osloregion_docs.renderers.figures.figure_odt;"
        "print([name for name in ('matplotlib', 'numpy', 'PIL') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, check=True)
    assert ended.stdout.decode().strip() == "[]"
