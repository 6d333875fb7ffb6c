"""Word templates against what their documents can give: every code, at its paragraph and column."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from osloregion_docs.diagnostics import Severity, list_codes
from osloregion_docs.documents.kinds.action_programme import ActionProgrammeContext
from osloregion_docs.templating.check import check_word_template
from tests.conftest import ROOT
from tests.templating.templates import check_template, format_issue, in_pieces, list_issues, write_template

LOOP = "{%p for m in measures %}"
END = "{%p endfor %}"

CASES: list[tuple[str, list[str], list[str]]] = [
    ("TPL501", ["Om {{ titel }}"], ["1:4 TPL501 there is no titel here"]),
    ("TPL501", [LOOP, "Når: {{ m.tidsramme }}", END], ["2:6 TPL501 m.tidsramme: MeasureEntry has no tidsramme"]),
    ("TPL501", [LOOP, END, "{{ m.timeframe }}"], ["3:1 TPL501 there is no m here"]),
    ("TPL501", ["{%p if yaer %}", "tekst", "{%p endif %}"], ["1:1 TPL501 there is no yaer here"]),
    ("TPL502", ["{%p for x in title %}", "tekst", END], ["1:1 TPL502 title is text, not a list"]),
    ("TPL502", ["{{ measures }}"], ["1:1 TPL502 measures is a list of MeasureEntry, not one value"]),
    ("TPL503", ["{{ title | shout }}"], ["1:1 TPL503 there is no filter shout"]),
    ("TPL503", ['{%p if title | shout == "A" %}', "tekst", "{%p endif %}"], ["1:1 TPL503 there is no filter shout"]),
    ("TPL504", ["Uten slutt: {{ title"], ["1:13 TPL504 {{ has no partner in this paragraph"]),
    ("TPL504", ["title }} uten begynnelse"], ["1:7 TPL504 }} has no partner in this paragraph"]),
    ("TPL504", ["{{ title %}"], ["1:1 TPL504 {{ has no partner in this paragraph"]),
    ("TPL504", [LOOP, "tekst"], ["1:1 TPL504 this for is never closed"]),
    ("TPL504", ["tekst", END], ["2:1 TPL504 endfor closes nothing"]),
    (
        "TPL504",
        ["{%p if year %}", END, "{%p endif %}"],
        ["2:1 TPL504 endfor closes nothing"],
    ),
    ("TPL504", ["{%p else %}"], ["1:1 TPL504 else is outside an if"]),
    ("TPL504", ["{{ }}"], ["1:1 TPL504 the tag is empty"]),
    ("TPL504", ["{%p for m of measures %}", "tekst", END], ['1:1 TPL504 "for m of measures" is no loop']),
    ("TPL505", ["{{ measures[0] | join(“, ”) }}"], []),
    ("TPL507", ["Tekst {{p text }}"], ['1:7 TPL507 "Tekst" would vanish with the paragraph that this tag takes away']),
    (
        "TPL507",
        ["{%p if year %}{{ title }}", "{%p endif %}"],
        ["1:1 TPL507 two tags are in a paragraph that one of them takes away"],
    ),
    ("TPL508", ["{{ text }}"], ["1:1 TPL508 text is running text, and is printed another way"]),
    ("TPL508", ["{{p title }}"], ["1:1 TPL508 title is text, and is printed another way"]),
    (
        "TPL508",
        [LOOP, "{{ m.title }}", END],
        ["2:1 TPL508 m.title is a title that links lead to, and is printed another way"],
    ),
    ("TPL508", [LOOP, "{{ m }}", END], ["2:1 TPL508 m is MeasureEntry, which cannot be printed"]),
    ("TPL509", ["{{ title.upper() }}"], ["1:1 TPL509 call is nothing that a template can do"]),
    ("TPL509", ["{{ 7 * 7 }}"], ["1:1 TPL509 mul is nothing that a template can do"]),
    ("TPL509", ["{{ measures[0] }}"], ["1:1 TPL509 getitem is nothing that a template can do"]),
    ("TPL509", ["{%p set x = 1 %}"], ["1:1 TPL509 set is nothing that a template can do"]),
    ("TPL509", ['{%p include "x" %}'], ["1:1 TPL509 include is nothing that a template can do"]),
    ("TPL509", ["{%p macro x() %}"], ["1:1 TPL509 macro is nothing that a template can do"]),
    (
        "TPL511",
        ["{% for m in measures %}", "{{ m.timeframe }}", "{% endfor %}"],
        ["3:1 TPL511 the for of paragraph 1 ends in another place than it began"],
    ),
    (
        "TPL511",
        ["{%tr for m in measures %}", "{%tr endfor %}"],
        ["1:1 TPL511 the tag takes away a table row, but is in none"],
    ),
]


@pytest.mark.parametrize(("code", "paragraphs", "expected"), [case for case in CASES if case[2]])
def test_fault_is_named_at_its_tag(tmp_path: Path, code: str, paragraphs: list[str], expected: list[str]) -> None:
    """Each fault has its code, its paragraph and the column of its tag."""
    assert code in expected[0]
    assert list_issues(tmp_path, *paragraphs)[:1] == expected


SOUND: list[list[str]] = [
    ["Uten merker, med { og }"],
    ["{{ title }} for {{ year }}"],
    ["{{ title | upper }}"],
    ["{{p text }}"],
    [LOOP, "{{r m.title }}", "{{p m.content }}", END],
    [LOOP, "{{ m.parties | join(', ') }}", END],
    [LOOP, "{%p for name in m.parties %}", "{{ loop.index }}. {{ name }}", END, END],
    ["{% for m in measures %}{{ m.timeframe }}{% if not loop.last %}, {% endif %}{% endfor %}"],
    [
        "{%p if measures and year == 2018 %}",
        "tekst",
        "{%p elif title %}",
        "annet",
        "{%p else %}",
        "intet",
        "{%p endif %}",
    ],
    ["{%p if (measures | first).timeframe %}", "tekst", "{%p endif %}"],
    ["{%p if measures | length > 1 %}", "tekst", "{%p endif %}"],
    ["{# en merknad #}tekst"],
]


@pytest.mark.parametrize("paragraphs", SOUND)
def test_sound_template_has_no_faults(tmp_path: Path, paragraphs: list[str]) -> None:
    """What a template may do is not complained of."""
    assert list_issues(tmp_path, *paragraphs) == []


def test_shipped_template_has_no_faults(template_file: Path) -> None:
    """The template of the action programme asks for nothing that its documents do not have."""
    assert check_word_template(template_file, "main.docx", ActionProgrammeContext) == ()


def test_near_name_is_offered(tmp_path: Path) -> None:
    """A misspelt name comes with the one that was probably meant."""
    assert [d.hint for d in check_template(write_template(tmp_path, ["{{ titel }}"]))] == ['did you mean "title"?']


def test_paragraph_is_shown(tmp_path: Path) -> None:
    """A diagnostic brings the text of its paragraph along, since Word shows no line numbers."""
    assert [d.excerpt for d in check_template(write_template(tmp_path, ["Om {{ titel }} her"]))] == [
        "Om {{ titel }} her"
    ]


@pytest.mark.parametrize(("place", "part"), [("header", "main.docx (header1)"), ("footer", "main.docx (footer1)")])
def test_header_and_footer_are_checked(tmp_path: Path, place: str, part: str) -> None:
    """Tags of headers and footers are checked too, and the part is named."""
    file = write_template(tmp_path, ["tekst"], **{place: "Side {{ sid }}"})

    assert [(d.span.file, format_issue(d)) for d in check_template(file)] == [(part, "1:6 TPL501 there is no sid here")]


def test_loop_does_not_reach_into_the_footer(tmp_path: Path) -> None:
    """A loop that is open at the end of the text is not closed by the footer."""
    file = write_template(tmp_path, ["{%p for m in measures %}"], footer="{%p endfor %}")

    assert [d.code for d in check_template(file)] == ["TPL504", "TPL504"]


def test_curly_quotes_are_a_warning(tmp_path: Path) -> None:
    """TPL505: Word bends quotes while one types; they are read as straight ones."""
    [warning] = check_template(write_template(tmp_path, ["{% if title == “A” %}ja{% endif %}"]))

    assert (warning.severity, warning.code, warning.span.column) == (Severity.WARNING, "TPL505", 1)


def test_tag_of_two_looks_is_a_warning(tmp_path: Path) -> None:
    """TPL506: half of the tag is bold."""
    document = docx.Document()
    in_pieces(document.add_paragraph("Om "), [("{{ ti", True), ("tle }}", False)])
    document.save(str(tmp_path / "x.docx"))

    assert [(d.severity, format_issue(d)) for d in check_template(tmp_path / "x.docx")] == [
        (Severity.WARNING, "1:4 TPL506 the letters of {{ title }} are formatted differently")
    ]


def test_tag_split_over_runs_of_one_look_is_fine(tmp_path: Path) -> None:
    """Word parts text for its own reasons (spelling, saving); that is nobody's fault."""
    document = docx.Document()
    in_pieces(document.add_paragraph(), [("{", True), ("{ ti", True), ("tle }", True), ("}", True)])
    document.save(str(tmp_path / "x.docx"))

    assert check_template(tmp_path / "x.docx") == ()


def test_loop_over_rows_of_a_table(tmp_path: Path) -> None:
    """A loop may take away the rows that contain it, when they contain nothing else."""
    document = docx.Document()
    table = document.add_table(rows=3, cols=1)
    for row, text in zip(table.rows, ["{%tr for m in measures %}", "{{ m.timeframe }}", "{%tr endfor %}"], strict=True):
        row.cells[0].text = text
    document.save(str(tmp_path / "x.docx"))

    assert check_template(tmp_path / "x.docx") == ()


def test_text_in_a_row_that_is_taken_away(tmp_path: Path) -> None:
    """TPL507: the other cells of the row would vanish with it."""
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "{%tr for m in measures %}", "Tidsramme"
    table.rows[1].cells[0].text = "{%tr endfor %}"
    document.save(str(tmp_path / "x.docx"))

    assert [format_issue(d) for d in check_template(tmp_path / "x.docx")] == [
        '1:1 TPL507 "Tidsramme" would vanish with the row that this tag takes away'
    ]


def test_loop_that_leaves_its_cell(tmp_path: Path) -> None:
    """TPL511: a loop that begins in a cell and ends below the table would tear the document apart."""
    document = docx.Document()
    document.add_table(rows=1, cols=1).rows[0].cells[0].paragraphs[0].text = "{%p for m in measures %}"
    document.add_paragraph("{%p endfor %}")
    document.save(str(tmp_path / "x.docx"))

    assert [d.code for d in check_template(tmp_path / "x.docx")] == ["TPL511"]


def test_style_that_running_text_needs_is_missing(tmp_path: Path) -> None:
    """TPL512 names the style, before a document is made without it."""
    write_template(tmp_path, ["{{p text }}"])
    document = docx.Document(str(tmp_path / "main.docx"))
    document.styles["List Bullet"].delete()
    document.save(str(tmp_path / "main.docx"))

    assert [(d.code, d.message) for d in check_template(tmp_path / "main.docx")] == [
        ("TPL512", 'the style "List Bullet" is missing, and running text needs it')
    ]


def test_every_code_is_tested() -> None:
    """Each code of templates has a test in this folder, or among those of what renderers report on templates."""
    renderers = ROOT / "tests" / "renderers"
    names = ("test_pandoc_check.py", "test_pdf.py", "test_printed_spans.py")
    files = [*Path(__file__).parent.glob("test_*.py"), *(renderers / name for name in names)]
    text = "".join(file.read_text("utf-8") for file in files)

    assert [code.value for code in list_codes() if code.value.startswith("TPL") and code.value not in text] == []
