"""The web page as text: its content and frame. Its behaviour is tested in a browser (tests/web)."""

from __future__ import annotations

import re
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from lxml import html

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import plan
from osloregion_docs.model.content import Run
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.html import HTML
from osloregion_docs.renderers.pandoc.links import to_pages
from osloregion_docs.renderers.pandoc.values import runs
from osloregion_docs.renderers.renderer import LinkedFile, RenderAssets
from osloregion_docs.workspace.workspace import Workspace
from tests.conftest import ROOT, Golden
from tests.renderers.pandoc_formats import AROUND, CALM, ODD, TEXTS, as_read, document_of, list_expected


def render_page(programme: Programme, *others: LinkedFile) -> str:
    """The web page of a programme, with links to these other formats."""
    [job] = plan(Workspace(ROOT), programme, Choice(kinds=("action_programme",), formats=("html",)))
    assets = RenderAssets(job.assets.shared, others)
    return HTML.render(job.document, HTML.populate(job.document, job.template), assets).content.decode()


@pytest.fixture(scope="session")
def page(programme_2018: Programme) -> str:
    """The web page of 2018, with a link to a PDF."""
    return render_page(programme_2018, LinkedFile("pdf", "handlingsprogram-2018.pdf"))


def test_page(golden: Golden, page: str) -> None:
    """The page of 2018, less its style, script and drawings."""
    golden("action_programme.nb.html", re.sub(r"(?s)(<(style|script|svg)\b[^>]*>).*?(</\2>)", r"\1…\3", page))


def test_links_to_other_formats(page: str) -> None:
    """By the file's name alone, so that the folder can be moved."""
    assert 'href="handlingsprogram-2018.pdf"' in page


def test_no_other_format_is_no_link(programme_2018: Programme) -> None:
    """A page that was built alone promises nothing."""
    assert "handlingsprogram-2018.pdf" not in render_page(programme_2018)


def test_nothing_comes_from_elsewhere(page: str) -> None:
    """No web address is requested: only links that a reader follows lead out."""
    drawn_in = re.findall(
        r"""(?:src|srcset|data|poster)=["']?((?:https?:)?//[^"' >]+)|url\((["']?https?:[^)]+)\)""", page
    )

    assert drawn_in == []


def test_every_measure_has_its_place(page: str, programme_2018: Programme) -> None:
    """A link to a measure is made from its id, so it holds from year to year."""
    anchors = set(html.fromstring(page).xpath("//*/@id"))

    assert {f"tiltak-{measure.id}" for measure in programme_2018.measures} <= anchors


def test_every_chapter_has_its_place(page: str, programme_2018: Programme) -> None:
    """A link to a chapter is made from the name of its file."""
    anchors = set(html.fromstring(page).xpath("//*/@id"))

    assert {f"kapittel-{name}" for name in programme_2018.chapters} <= anchors


def test_links_inside_lead_somewhere(page: str) -> None:
    """Each to a place of the page."""
    tree = html.fromstring(page)
    wanted = {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#") and len(link) > 1}

    assert wanted <= set(tree.xpath("//*/@id"))


def test_header_cells_are_header_cells(page: str) -> None:
    """The labels of the fact tables, for those who hear them."""
    rows = html.fromstring(page).xpath("//section[contains(@class, 'measure')]//tr")

    assert rows
    assert all([cell.tag for cell in row] == ["th", "td"] for row in rows)


def test_same_bytes(programme_2018: Programme, page: str) -> None:
    """The same input, the same file."""
    assert render_page(programme_2018, LinkedFile("pdf", "handlingsprogram-2018.pdf")) == page


def describe_tables(package: str) -> list[dict[str, list[str]]]:
    """What the reader of a page sees of each measure: its title, its facts, its content."""
    found = []
    for section in html.fromstring(package).xpath("//section[contains(concat(' ', @class, ' '), ' measure ')]"):
        number = section.xpath(".//span[@class='number']")[0].text_content()
        title = section.xpath(".//h5|.//h4|.//h3")[0].text_content().removeprefix(number)
        facts = [as_read("\n".join(cell.itertext())) for cell in section.xpath(".//td")]
        content = [as_read("".join(p.itertext())) for p in section.xpath("./p")]
        found.append({"title": [as_read(title)], "facts": facts, "content": content})
    return found


def test_odd_texts_come_out_as_they_are(programme_2018: Programme) -> None:
    """Signs of Markdown, HTML, TeX and templates are text like any other."""
    document = document_of(programme_2018, ODD)

    page = HTML.render(document, HTML.populate(document, ROOT / "templates/action_programme/main.md"), AROUND).content

    assert describe_tables(page.decode()) == [list_expected(text) for text in ODD]


@CALM
@given(TEXTS)
def test_any_text_comes_out_as_it_is(programme_2018: Programme, texts: list[str]) -> None:
    """In title, facts and content of a measure."""
    document = document_of(programme_2018, texts)

    page = HTML.render(document, HTML.populate(document, ROOT / "templates/action_programme/main.md"), AROUND).content

    assert describe_tables(page.decode()) == [list_expected(text) for text in texts]


def test_quotation_marks_close_no_attribute(programme_2018: Programme) -> None:
    """A title with marks of its own is in the head of the page unchanged."""
    organisation = programme_2018.organisation.model_copy(update={"name": 'A "B" <C> & D'})

    page = html.fromstring(render_page(programme_2018.model_copy(update={"organisation": organisation})))

    assert page.xpath("//meta[@property='og:title']/@content") == ['Handlingsprogram 2018 – A "B" <C> & D']


def test_template_of_the_workspace_wins(tmp_path: Path, programme_2018: Programme) -> None:
    """File by file: a page template of one's own, with the style that is shipped."""
    (tmp_path / "programme").mkdir()
    shared = tmp_path / "templates" / "shared"
    shared.mkdir(parents=True)
    (shared / "page.html").write_text("<!doctype html><title>$pagetitle$</title><p>min side $style$", "utf-8")

    [job] = plan(Workspace(tmp_path), programme_2018, Choice(kinds=("action_programme",), formats=("html",)))
    page = HTML.render(job.document, HTML.populate(job.document, job.template), job.assets).content.decode()

    assert page.startswith("<!doctype html><title>Handlingsprogram 2018")
    assert "min side" in page


def test_link_to_a_built_document_leads_to_its_page() -> None:
    """The tree says PDF, for all formats that have nothing better."""
    tree = {"blocks": [{"t": "Para", "c": runs((Run(text="a", link="built:../a"), Run(text="b", link="b.pdf")))}]}
    led = orjson.loads(to_pages(orjson.dumps(tree)))["blocks"][0]["c"]

    assert [(link["c"][0], link["c"][2][0]) for link in led] == [(["", [], []], "../a.html"), (["", [], []], "b.pdf")]


def test_tree_without_such_links_is_not_taken_apart() -> None:
    """It may be large."""
    assert to_pages(b'no "tree"') == b'no "tree"'
