"""Words of another language inside a document: marked as such for screen readers, hyphenation and spelling."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from lxml import html

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import plan
from osloregion_docs.model.programme import Programme
from osloregion_docs.workspace.workspace import Workspace
from tests.conftest import ROOT
from tests.renderers.reading import W, body

CASE = "meetings/2025-09-04-interessepolitisk-utvalg/cases/svensk-transportplan"
PHRASES = {
    "Regional transportplan för Gränslandet",
    "Regional transportplan för Gränslandet 2026–2037",
    "stråk över gränsen",
    "brist att utreda",
}
"""The words of that case's paper that are Swedish."""


@pytest.fixture(scope="module")
def made(example: Programme) -> dict[str, bytes]:
    """The paper of a case about a Swedish plan, in the formats that are made by default."""
    choice = Choice(kinds=("case_paper",), formats=("docx", "pdf", "html"))
    jobs = plan(Workspace(ROOT / "examples" / "fjordregionen"), example, choice)
    return {
        job.format: job.renderer.render(
            job.document, job.renderer.populate(job.document, job.template), job.assets
        ).content
        for job in jobs
        if job.document.subject == CASE
    }


def test_word_marks_them(made: dict[str, bytes]) -> None:
    """Each run has its language, so that Word checks its spelling in Swedish."""
    runs = body(made["docx"]).iter(f"{W}r")
    marked = [run for run in runs if run.find(f"{W}rPr/{W}lang[@{W}val='sv']") is not None]
    swedish = {"".join(map(str, run.itertext())) for run in marked}

    assert swedish == PHRASES


def test_web_page_marks_them(made: dict[str, bytes]) -> None:
    """Each is in an element with its language."""
    swedish = html.fromstring(made["html"]).iterfind(".//*[@lang='sv']")

    assert {" ".join("".join(map(str, each.itertext())).split()) for each in swedish} == PHRASES


def test_pdf_marks_them(made: dict[str, bytes]) -> None:
    """Each line of theirs is marked content with its language, which screen readers follow."""
    with pikepdf.open(BytesIO(made["pdf"])) as pdf:
        swedish = [
            shown
            for page in pdf.pages
            for shown in pikepdf.parse_content_stream(page, "BDC")
            if shown.operands[1].get("/Lang") == "sv"
        ]

    assert len(swedish) >= len(PHRASES)
