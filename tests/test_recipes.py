"""The recipe for a document kind in CONTRIBUTING.md, followed literally."""

from __future__ import annotations

import re
import sys
import textwrap
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import docx
import pytest

from osloregion_docs.documents.document import DocumentKind
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.docx.docx_renderer import WORD
from osloregion_docs.renderers.html import HTML
from tests.cli.running import ROOT


def read_block(language: str) -> str:
    """The code block of the recipe in that language."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    recipe = text[text.index("## A document kind") : text.index("## An output format")]
    found = re.search(rf"   ```{language}\n(.*?)   ```", recipe, re.DOTALL)
    assert found is not None
    return textwrap.dedent(found[1])


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> DocumentKind:
    """The document kind of the recipe."""
    file = tmp_path_factory.mktemp("oppskrift") / "partner_list.py"
    file.write_text(read_block("python"), "utf-8")
    spec = spec_from_file_location("partner_list", file)
    assert spec is not None and spec.loader is not None  # noqa: PT018 - a file has both
    module = module_from_spec(spec)
    sys.modules["partner_list"] = module
    spec.loader.exec_module(module)
    loaded = module.PARTNER_LIST
    assert isinstance(loaded, DocumentKind)
    return loaded


def test_markdown_template_fits_its_context(kind: DocumentKind, tmp_path: Path, programme_2018: Programme) -> None:
    """It has no errors, and every partner is in the populated tree."""
    template = tmp_path / "main.md"
    template.write_text(read_block("markdown"), "utf-8")
    [document] = kind.compose(programme_2018, "nb")

    assert HTML.check_template(template, "main.md", kind.context) == ()
    assert "Østlandssamarbeidet" in HTML.populate(document, template).decode()


def test_word_template_fits_its_context(kind: DocumentKind, tmp_path: Path) -> None:
    """Its four paragraphs suffice."""
    word = docx.Document()
    for line in read_block("text").splitlines():
        word.add_paragraph(line)
    word.save(str(tmp_path / "main.docx"))

    assert WORD.check_template(tmp_path / "main.docx", "main.docx", kind.context) == ()
