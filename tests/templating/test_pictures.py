"""Pictures in templates: alone in a paragraph of the text, and with file names for their diagnostics."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.templating.check import check_markdown_template, check_word_template
from tests.documents.pictures import Gallery
from tests.templating.templates import format_issue, write_template

LOOP, END = "{%p for figure in figures %}", "{%p endfor %}"
ANOTHER_WAY = "TPL508 figure is a picture, and is printed another way"

WORD: list[tuple[list[str], list[str]]] = [
    ([LOOP, "{{p figure }}", END], []),
    ([LOOP, "{{ figure.caption }}: {{ figure.alternative }}", END], []),
    ([LOOP, "{%p if figure %}", "{{p figure }}", "{%p endif %}", END], []),
    ([LOOP, "{{p figure.table }}", END], []),
    ([LOOP, "{{ figure.table }}", END], ["2:1 TPL508 figure.table is running text, and is printed another way"]),
    ([LOOP, "{{ figure }}", END], [f"2:1 {ANOTHER_WAY}"]),
    ([LOOP, "{{r figure }}", END], [f"2:1 {ANOTHER_WAY}"]),
    (["{{p figures }}"], ["1:1 TPL502 figures is a list of a picture, not one value"]),
    ([LOOP, "{{ figure.chart }}", END], ["2:1 TPL501 figure.chart: a picture has no chart"]),
]


@pytest.mark.parametrize(("paragraphs", "expected"), WORD)
def test_picture_in_a_word_template(tmp_path: Path, paragraphs: list[str], expected: list[str]) -> None:
    """It takes the place of its paragraph; each other way is named at its tag."""
    found = check_word_template(write_template(tmp_path, paragraphs), "main.docx", Gallery)
    assert [format_issue(diagnostic) for diagnostic in found if diagnostic.code != "TPL512"] == expected


def test_picture_in_a_header_is_refused(tmp_path: Path) -> None:
    """Headers and footers have files of their own for pictures, and none is made for them."""
    file = write_template(tmp_path, ["tekst"], header="{{p figures | first }}")
    [found] = [each for each in check_word_template(file, "main.docx", Gallery) if each.code == "TPL508"]
    assert found.hint == "show it in the text: headers, footers and notes have no pictures"


MARKDOWN: list[tuple[list[str], list[str]]] = [
    (["{% for figure in figures %}", "{{ figure }}", "{% endfor %}"], []),
    (["{% for figure in figures %}", "Se {{ figure }}", "{% endfor %}"], [f"2:4 {ANOTHER_WAY}"]),
    (["{% for figure in figures %}", "{{ figure.caption }}", "{% endfor %}"], []),
]


@pytest.mark.parametrize(("lines", "expected"), MARKDOWN)
def test_picture_in_a_markdown_template(tmp_path: Path, lines: list[str], expected: list[str]) -> None:
    """It is alone in its paragraph."""
    file = tmp_path / "main.md"
    file.write_text("\n".join(lines), "utf-8")
    assert [format_issue(each) for each in check_markdown_template(file, "main.md", Gallery)] == expected
