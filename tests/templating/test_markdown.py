"""Markdown templates against what their documents can give: every code, at its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import Document, DocumentKind
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.renderers.pandoc.from_markdown import populate
from osloregion_docs.resources import default_templates
from osloregion_docs.templating.check import check_markdown_template
from osloregion_docs.templating.markdown import MAX_BYTES, without_tags
from tests.templating.templates import Entries, format_issue
from tests.templating.test_trust import ESCAPES

LOOP = "{% for m in measures %}"
END = "{% endfor %}"
RUNNING = "text is running text, and is printed another way"


def check_text(folder: Path, text: str | bytes) -> tuple[Diagnostic, ...]:
    """Check a Markdown template whose documents have Entries."""
    file = folder / "main.md"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return check_markdown_template(file, "main.md", Entries)


def list_issues(folder: Path, *lines: str) -> list[str]:
    """List the issues of a template of these lines, as `line:column code message`."""
    return [format_issue(diagnostic) for diagnostic in check_text(folder, "\n".join(lines))]


CASES: list[tuple[list[str], list[str]]] = [
    (["Om {{ titel }}"], ["1:4 TPL501 there is no titel here"]),
    ([LOOP, "Når: {{ m.tidsramme }}", END], ["2:6 TPL501 m.tidsramme: MeasureEntry has no tidsramme"]),
    ([LOOP, END, "{{ m.timeframe }}"], ["3:1 TPL501 there is no m here"]),
    (["{% if yaer %}", "tekst", "{% endif %}"], ["1:1 TPL501 there is no yaer here"]),
    (["---", 'title: "{{ titel }}"', "---"], ["2:9 TPL501 there is no titel here"]),
    (["# Tittel {.a #{{ anker }}}"], ["1:15 TPL501 there is no anker here"]),
    (["```", "{{ titel }}", "```"], ["2:1 TPL501 there is no titel here"]),
    (
        ["{{ title }}, {{ titel }} og {{ aar }}"],
        ["1:14 TPL501 there is no titel here", "1:29 TPL501 there is no aar here"],
    ),
    (["{% for x in title %}", "tekst", END], ["1:1 TPL502 title is text, not a list"]),
    (["{{ measures }}"], ["1:1 TPL502 measures is a list of MeasureEntry, not one value"]),
    (["{{ title | shout }}"], ["1:1 TPL503 there is no filter shout"]),
    (["Uten slutt: {{ title"], ["1:13 TPL504 {{ has no partner in this line"]),
    (["{{ title", "}}"], ["1:1 TPL504 {{ has no partner in this line"]),
    (["title }} uten begynnelse"], ["1:7 TPL504 }} has no partner in this line"]),
    (["title %} uten begynnelse"], ["1:7 TPL504 %} has no partner in this line"]),
    (["{{ title %}"], ["1:1 TPL504 {{ has no partner in this line"]),
    (["{# uten slutt"], ["1:1 TPL504 {# has no partner in this line"]),
    (["uten begynnelse #}"], ["1:17 TPL504 #} has no partner in this line"]),
    (["# Tittel {#navn}"], ["1:10 TPL504 {# begins a comment of the template"]),
    (["# Tittel {#navn .klasse}"], ["1:10 TPL504 {# begins a comment of the template"]),
    ([LOOP, "tekst"], ["1:1 TPL504 this for is never closed"]),
    (["tekst", END], ["2:1 TPL504 endfor closes nothing"]),
    (["{% if year %}", END, "{% endif %}"], ["2:1 TPL504 endfor closes nothing"]),
    (["{% else %}"], ["1:1 TPL504 else is outside an if"]),
    (["{{ }}"], ["1:1 TPL504 the tag is empty"]),
    (["{% for m of measures %}", "tekst", END], ['1:1 TPL504 "for m of measures" is no loop']),
    (["Tekst {{ text }}"], [f"1:7 TPL508 {RUNNING}"]),
    (["over", "{{ text }}"], [f"2:1 TPL508 {RUNNING}"]),
    (["{{ text }}", "under"], [f"1:1 TPL508 {RUNNING}"]),
    (["- {{ text }}"], [f"1:3 TPL508 {RUNNING}"]),
    (["| {{ text }} |"], [f"1:3 TPL508 {RUNNING}"]),
    (["# {{ text }}"], [f"1:3 TPL508 {RUNNING}"]),
    (
        [LOOP, "# {{ m.title }}", END],
        ["2:3 TPL508 m.title is a title that links lead to, and is printed another way"],
    ),
    (
        [LOOP, "", "{{ m.title }}", "", END],
        ["3:1 TPL508 m.title is a title that links lead to, and is printed another way"],
    ),
    ([LOOP, "{{ m }}", END], ["2:1 TPL508 m is MeasureEntry, which cannot be printed"]),
    (["{{ title.upper() }}"], ["1:1 TPL509 call is nothing that a template can do"]),
    (["{{ 7 * 7 }}"], ["1:1 TPL509 mul is nothing that a template can do"]),
    (["{{ measures[0] }}"], ["1:1 TPL509 getitem is nothing that a template can do"]),
    (["{{ title | join(title) }}"], ["1:1 TPL509 the filter join takes plain text and numbers only"]),
    (["{% set x = 1 %}"], ["1:1 TPL509 set is nothing that a template can do"]),
    (['{% include "x" %}'], ["1:1 TPL509 include is nothing that a template can do"]),
    (["{% macro x() %}"], ["1:1 TPL509 macro is nothing that a template can do"]),
    (["{%p if year %}"], ["1:1 TPL509 p is nothing that a template can do"]),
]


@pytest.mark.parametrize(("lines", "expected"), CASES, ids=[" / ".join(lines) for lines, _expected in CASES])
def test_fault_is_named_at_its_tag(tmp_path: Path, lines: list[str], expected: list[str]) -> None:
    """Each fault has its code, its line and the column of its tag."""
    assert list_issues(tmp_path, *lines)[: len(expected)] == expected


SOUND: list[list[str]] = [
    ["Uten merker, med { og } og %"],
    ["# {{ title }} for {{ year }} {.tittel #navn}"],
    ["# {{ title | upper }} {.tittel #{{ title }}}"],
    ["{{ text }}"],
    ["over", "", "  {{ text }}  ", "", "under"],
    ["{% if year %}", "{{ text }}", "{% endif %}"],
    [LOOP, "# {{ m.title.text }} {.m #{{ m.title.anchor }}}", "", "{{ m.content }}", "", END],
    [LOOP, "| {{ m.timeframe }} | {{ m.parties | join('|') }} |", END],
    [LOOP, "{% for name in m.parties %}", "{{ loop.index }}. {{ name }}", END, END],
    ["{% for m in measures %}{{ m.timeframe }}{% if not loop.last %}, {% endif %}{% endfor %}"],
    ["{% if measures and year == 2018 %}", "a", "{% elif title %}", "b", "{% else %}", "c", "{% endif %}"],
    ["{# en merknad #}tekst"],
    ['{{ "{{" }}'],
]


@pytest.mark.parametrize("lines", SOUND, ids=" / ".join)
def test_sound_template_has_no_faults(tmp_path: Path, lines: list[str]) -> None:
    """What a template may do is not complained of."""
    assert list_issues(tmp_path, *lines) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "html" in kind.formats], ids=lambda kind: kind.name)
def test_shipped_template_has_no_faults(kind: DocumentKind) -> None:
    """The templates that are shipped ask for nothing that their documents do not have."""
    assert check_markdown_template(default_templates() / kind.name / "main.md", "main.md", kind.context) == ()


HINTS = {
    "a name that is misspelt": ("{{ titel }}", 'did you mean "title"?'),
    "a name that is like no other": ("{{ x }}", "there is: measures, text, title, year"),
    "a list": ("{{ measures }}", "loop over it with {% for x in measures %}"),
    "running text in a line": (
        "Se {{ text }}",
        "put {{ text }} alone in its line, with an empty line above and below",
    ),
    "braces": ("{{ title", "a tag opens and closes in one line: {{ name }} or {% for x in list %}"),
    "the name of a heading": ("# T {#navn}", "name the heading after its class: {.class #name}"),
}


@pytest.mark.parametrize(("line", "hint"), HINTS.values(), ids=HINTS)
def test_hint_says_what_to_write(tmp_path: Path, line: str, hint: str) -> None:
    """In the way that Markdown templates write it."""
    assert [d.hint for d in check_text(tmp_path, line)] == [hint]


def test_hint_for_a_title_that_links_lead_to(tmp_path: Path) -> None:
    """It is printed as text, and its anchor named after the heading's class."""
    [found] = check_text(tmp_path, f"{LOOP}\n# {{{{ m.title }}}}\n{END}")

    assert found.hint == "print m.title.text, and name the heading after its class: {.title #{{ m.title.anchor }}}"


def test_what_the_hint_for_a_title_says_has_no_fault(tmp_path: Path) -> None:
    """A template that follows it is valid."""
    assert list_issues(tmp_path, LOOP, "# {{ m.title.text }} {.title #{{ m.title.anchor }}}", END) == []


def test_line_is_shown(tmp_path: Path) -> None:
    """A diagnostic brings the text of its line along."""
    assert [d.excerpt for d in check_text(tmp_path, "før\nOm {{ titel }} her\n")] == ["Om {{ titel }} her"]


FILES = {
    "not UTF-8": ("# Før\n\n".encode() + "Mål".encode("latin-1"), "3:1 TPL510 the template is not UTF-8"),
    "too large": (b"x" * (MAX_BYTES + 1), "1:1 TPL510 it is larger than any template needs (1 MiB)"),
    "a mark at its beginning": (b"\xef\xbb\xbf{{ titel }}", "1:1 TPL501 there is no titel here"),
    "lines that end as on Windows": (b"x\r\n{{ titel }}\r\n", "2:1 TPL501 there is no titel here"),
}


@pytest.mark.parametrize(("raw", "expected"), FILES.values(), ids=FILES)
def test_file_of_another_kind(tmp_path: Path, raw: bytes, expected: str) -> None:
    """Whatever bytes it has, each issue is reported at its line."""
    assert [format_issue(d) for d in check_text(tmp_path, raw)] == [expected]


def test_largest_file_is_read(tmp_path: Path) -> None:
    """Up to the last byte."""
    assert check_text(tmp_path, b"x" * MAX_BYTES) == ()


@pytest.mark.parametrize("tag", ESCAPES)
def test_way_out_is_refused_before_rendering(tmp_path: Path, tag: str) -> None:
    """Calls, attributes of Python's own and everything that computes are faults of the template."""
    assert list_issues(tmp_path, tag) != []


@pytest.mark.parametrize("tag", ESCAPES)
def test_way_out_is_refused_when_rendering(tmp_path: Path, document_2018: Document, tag: str) -> None:
    """Even without the check nothing of it prints a class, a global or a program's output."""
    (tmp_path / "main.md").write_text(tag, "utf-8")
    try:
        tree = populate(document_2018, tmp_path / "main.md")
    except RenderingFailed:
        return
    assert not any(word in tree for word in (b"class '", b"<class", b"builtins", b"uid="))


def test_lines_with_a_statement_alone_vanish() -> None:
    """As they do when the template is filled; the others know which line they were."""
    text = f"---\ntitle: x\n---\n\n{LOOP}\n- {{{{ m.timeframe }}}}\n  {END}\nslutt\n"

    assert without_tags(text) == ("---\ntitle: x\n---\n\n- x1\nslutt\n", (1, 2, 3, 4, 6, 8))


def test_statements_among_words_leave_their_line() -> None:
    """A line with anything else in it stays, with a word in place of each value."""
    assert without_tags("a {% if year %}b{% endif %} {{ year }} {{ title }}{# c #}") == ("a b x1 x2\n", (1,))
