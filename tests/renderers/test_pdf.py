"""The PDF: what it claims and holds, what it refuses and where, and that it is the same every time."""

from __future__ import annotations

import re
import string
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.api.build import build
from osloregion_docs.builder.options import BuildOptions, Choice
from osloregion_docs.builder.plan import Job, plan
from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingRefused, ToolFailed
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.pdf import PDF
from osloregion_docs.renderers.renderer import RenderAssets
from osloregion_docs.renderers.typst.typst_tree import LOOKS
from osloregion_docs.resources import default_templates
from osloregion_docs.workspace.workspace import Workspace
from tests.conftest import ROOT, Golden
from tests.renderers.pandoc_formats import CALM, ODD, TEXT, document_of
from tests.renderers.shown_text import squeeze, text_of
from tests.years import CHAPTER, MAIN, MEASURE, workspace_with

_IN_CARLITO = string.ascii_letters + string.digits + string.punctuation + " æøåÆØÅ«»–—äöéü§€½"
PAGE = default_templates() / "shared" / "page.typ"
ONLY_PDF = BuildOptions(Choice(kinds=("action_programme",), formats=("pdf",)))


@pytest.fixture(scope="session")
def job(programme_2018: Programme) -> Job:
    """The job of the year's PDF."""
    [found] = plan(Workspace(ROOT), programme_2018, ONLY_PDF.choice)
    return found


def render_pdf(job: Job, assets: RenderAssets | None = None) -> bytes:
    """The PDF that a job makes."""
    return PDF.render(job.document, PDF.populate(job.document, job.template), assets or job.assets).content


@pytest.fixture(scope="session")
def package(job: Job) -> bytes:
    """The PDF of the action programme of 2018."""
    return render_pdf(job)


@pytest.fixture
def pdf(package: bytes) -> Iterator[pikepdf.Pdf]:
    """The same, opened."""
    with pikepdf.open(BytesIO(package)) as opened:
        yield opened


def list_messages(root: Path, changes: dict[str, str], templates: Mapping[str, str] = {}) -> list[str]:
    """What building the PDF of the smallest year says, some of its files and templates changed."""
    workspace = workspace_with(root, changes)
    for name, text in templates.items():
        file = root / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    found = build(workspace, 2018, ONLY_PDF).errors
    return [f"{each.span.file}:{each.span.line}:{each.span.column} {each.code} {each.message}" for each in found]


def test_text(golden: Golden, package: bytes) -> None:
    """What its pages say, in the order they say it."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(package)]

    golden("action_programme.nb.pdf.txt", "\n\f\n".join(page.replace("\r\n", "\n").strip() for page in pages) + "\n")


def test_claims_both_standards(pdf: pikepdf.Pdf) -> None:
    """One file for the archive (PDF/A-2a) and for every reader (PDF/UA-1)."""
    with pdf.open_metadata() as meta:
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]) == ("2", "A", "1")


def test_has_its_language_and_title(pdf: pikepdf.Pdf, job: Job) -> None:
    """Programs read it aloud in Norwegian, and show its title instead of the name of the file."""
    with pdf.open_metadata() as meta:
        language_and_title = (str(pdf.Root.Lang), meta["dc:title"], bool(pdf.Root.ViewerPreferences.DisplayDocTitle))

    assert language_and_title == ("nb-NO", job.document.properties.title, True)


def test_is_tagged(pdf: pikepdf.Pdf) -> None:
    """With a tree of what each piece is."""
    assert bool(pdf.Root.MarkInfo.Marked)
    assert "/StructTreeRoot" in pdf.Root


def test_fonts_are_embedded(pdf: pikepdf.Pdf) -> None:
    """Every font that a page uses comes with the file."""
    descriptors = [
        font.DescendantFonts[0].FontDescriptor
        for page in pdf.pages
        for font in page.Resources.get("/Font", {}).values()
    ]

    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(descriptor.keys()) for descriptor in descriptors)


def test_contains_no_time(package: bytes) -> None:
    """Two renderings give the same bytes."""
    assert b"20260" not in package


def test_same_bytes(job: Job, package: bytes) -> None:
    """The same input, the same file."""
    assert render_pdf(job) == package


def test_character_without_a_glyph_is_refused_at_its_place(tmp_path: Path) -> None:
    """With file, line and column of the character itself, in the measure that holds it."""
    changes = {"measures/gods.md": MEASURE.replace("Etablere et", "Etablere 🚀 et")}

    found = list_messages(tmp_path, changes)

    assert found == ['programme/2018/measures/gods.md:7:12 PDF601 no font of the PDF has the character "🚀" (U+1F680)']


def test_refused_pdf_leaves_the_old_one(tmp_path: Path) -> None:
    """The text is unchanged and complete."""
    assert list_messages(tmp_path, {}) == []
    file = tmp_path / "out/2018/handlingsprogram-2018.pdf"
    before = file.read_bytes()

    list_messages(tmp_path, {"measures/gods.md": MEASURE.replace("Etablere", "🚀")})

    assert file.read_bytes() == before


def test_missing_font_is_named_at_its_line(tmp_path: Path) -> None:
    """In the page template, where it is requested."""
    text = PAGE.read_text("utf-8")
    line = next(number for number, row in enumerate(text.splitlines(), 1) if '"Carlito"' in row)

    [found] = list_messages(tmp_path, {}, {"shared/page.typ": text.replace('"Carlito"', '"Finnesikke"')})

    assert found.startswith(f"templates/shared/page.typ:{line}:")
    assert found.endswith('PDF602 there is no font "finnesikke" in templates/shared/fonts/')


def test_fault_in_the_page_template_is_named_at_its_line(tmp_path: Path) -> None:
    """Typst's own words, at the line of the template."""
    text = "#nei\n" + PAGE.read_text("utf-8")

    assert list_messages(tmp_path, {}, {"shared/page.typ": text}) == [
        "templates/shared/page.typ:1:2 PDF603 Typst refuses it: unknown variable: nei"
    ]


def test_link_without_a_heading_is_named(tmp_path: Path) -> None:
    """A template that gives its headings no names breaks the links to them."""
    main = (default_templates() / "action_programme/main.md").read_text("utf-8")
    changes = {"measures/gods.md": MEASURE.replace("prosjekt", "prosjekt, se [dette](gods)")}

    found = list_messages(
        tmp_path, changes, {"action_programme/main.md": main.replace(" #{{ measure.title.anchor }}", "")}
    )

    assert found == [
        'programme/2018/measures/gods.md:2:1 TPL515 a text links to "tiltak-gods", and no heading has that name'
    ]


def with_page(job: Job, folder: Path, text: str) -> RenderAssets:
    """What a document is rendered with, on a page of one's own."""
    (folder / "page.typ").write_text(text, "utf-8")
    return RenderAssets({**job.assets.shared, "page.typ": folder / "page.typ"})


@pytest.mark.parametrize(
    "name", ['"@preview/cetz:0.3.0"', '"\\u{40}preview/cetz:0.3.0"', 'str.from-unicode(64) + "preview/a:0.1.0"']
)
def test_packages_from_the_network_are_refused(job: Job, tmp_path: Path, name: str) -> None:
    """However they are named: nobody answers where Typst would have to ask."""
    with pytest.raises(RenderingRefused, match="failed to download package"):
        render_pdf(job, with_page(job, tmp_path, f"#import {name}\n$body$\n"))


def test_packages_of_the_machine_are_not_seen(job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page looks the same on every machine: files in the home folder have no effect."""
    package = tmp_path / ".local/share/typst/packages/local/mitt/0.1.0"
    package.mkdir(parents=True)
    (package / "typst.toml").write_text('[package]\nname = "mitt"\nversion = "0.1.0"\nentrypoint = "a.typ"\n', "utf-8")
    (package / "a.typ").write_text("#let b = 1\n", "utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / ".local/share"))

    with pytest.raises(RenderingRefused, match="package not found"):
        render_pdf(job, with_page(job, tmp_path, '#import "@local/mitt:0.1.0"\n$body$\n'))


@pytest.mark.parametrize("file", ["/etc/passwd", "../../../../etc/passwd"])
def test_files_outside_are_not_read(job: Job, tmp_path: Path, file: str) -> None:
    """A page sees the files that the PDF is made of, and no other."""
    with pytest.raises(RenderingRefused, match=r"not found|escape"):
        render_pdf(job, with_page(job, tmp_path, f'#read("{file}")\n$body$\n'))


def test_page_that_never_ends_is_stopped(job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a time that depends on its length."""
    monkeypatch.setattr("osloregion_docs.renderers.pdf._SECONDS_AT_LEAST", 1.0)
    endless = "#{ let n = 0; for i in range(100000) { for j in range(100000) { n = n + 1 } } }\n$body$\n"

    with pytest.raises(ToolFailed, match="Typst took longer than"):
        render_pdf(job, with_page(job, tmp_path, endless))


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"measures/gods.md": MEASURE.replace("Få mer", "🎉 mer")}, "programme/2018/measures/gods.md:2:8"),
        ({"texts/om-oss.md": CHAPTER.replace("Om oss", "🎉")}, "programme/2018/texts/om-oss.md:2:8"),
        (
            {"programme.yaml": MAIN.replace("Areal og transport, serves", "🎉, serves")},
            "programme/2018/programme.yaml:16:",
        ),
    ],
    ids=["title of a measure", "title of a chapter", "title of a measure area"],
)
def test_character_in_a_title_is_refused_at_its_place(tmp_path: Path, changes: dict[str, str], place: str) -> None:
    """Not in the heading above it."""
    [found] = list_messages(tmp_path, changes)

    assert found.startswith(place)


@pytest.mark.parametrize("look", LOOKS)
def test_page_has_a_function_for_every_look(look: str) -> None:
    """Every call has a function to call."""
    assert f"#let as-{look}(" in PAGE.read_text("utf-8")


THEME = {"ink": "dk1", "paper": "lt1", "fjord": "dk2", "mist": "lt2", "teal": "accent1", "amber": "accent2"}


@pytest.mark.parametrize(("name", "theme_colour"), THEME.items())
def test_colours_are_those_of_the_word_template(name: str, theme_colour: str) -> None:
    """The page of the PDF and the theme of the Word template have one palette."""
    with zipfile.ZipFile(ROOT / "templates/action_programme/main.docx") as template:
        theme = template.read("word/theme.xml").decode()
    [colour] = re.findall(rf'<a:{theme_colour}>.*?(?:val|lastClr)="([0-9A-F]{{6}})"', theme)

    assert f'#let {name} = rgb("#{colour}")' in PAGE.read_text("utf-8")


def test_document_is_unchanged_by_rendering(document_2018: Document, job: Job) -> None:
    """Composing again gives what was rendered."""
    assert job.document == document_2018


SHOWN = TEXT.map(lambda text: "".join(c for c in text if c in _IN_CARLITO)).filter(str.strip)


def shows(programme: Programme, job: Job, texts: Sequence[str]) -> list[str]:
    """Those of the texts that the PDF of a programme which holds them everywhere does not show four times each."""
    document = document_of(programme, list(texts))
    package = PDF.render(document, PDF.populate(document, job.template), job.assets).content
    shown = squeeze(text_of(package, "pdf"))
    return [text for text in texts if shown.count(squeeze(text)) < 4]


def test_odd_texts_come_out_as_they_are(programme_2018: Programme, job: Job) -> None:
    """Signs of Markdown, Typst, HTML, TeX and templates are text like any other."""
    texts = [*ODD, "#let x = 1", "#[a]", "= a", "== a", "/ a: b", "@ref <label>", "#none;", "// a /* b */", "~a~ \\ "]
    texts = [text for text in texts if "😀" not in text]

    assert shows(programme_2018, job, texts) == []


@CALM
@given(st.lists(SHOWN, min_size=6, max_size=6))
def test_any_text_comes_out_as_it_is(programme_2018: Programme, job: Job, texts: list[str]) -> None:
    """In title, facts and content of a measure, as long as the font has its letters."""
    assert shows(programme_2018, job, texts) == []
