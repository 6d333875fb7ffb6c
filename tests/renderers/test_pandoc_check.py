"""What Pandoc cannot read in a template or a page is reported at its line, before anything is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.api.check import check
from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import DocumentKind
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.renderers.pandoc.check import check_shared, check_template
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.resources import default_templates
from tests.templating.templates import Entries
from tests.years import workspace_with

PAGE = (default_templates() / "shared" / "page.html").read_text("utf-8")


def check_text(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a Markdown template whose documents have Entries."""
    (folder / "main.md").write_text(text, "utf-8")
    return check_template(folder / "main.md", "main.md", Entries)


def check_page(folder: Path, text: str | bytes, name: str = "page.html") -> tuple[Diagnostic, ...]:
    """What is wrong with a page template."""
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return check_shared({name: folder / name}, lambda file: f"templates/shared/{file.name}")


def summarize(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    """Line, column, code, and the line itself."""
    return diagnostic.span.line, diagnostic.span.column, diagnostic.code, diagnostic.excerpt


STATEMENTS = "{% if year %}\n{% for m in measures %}\n{% endfor %}\n{% endif %}\n"
CASES = {
    "a block that is not closed": ("# Tittel\n\n::: {.ramme}\ntekst\n", (3, 1, "TPL513", "::: {.ramme}")),
    "the same below statements": (f"{STATEMENTS}\n::: {{.ramme}}\ntekst\n", (6, 1, "TPL513", "::: {.ramme}")),
    "a link defined twice": (
        "[en]: https://x.no\n[en]: https://y.no\n\n[en]\n",
        (2, 1, "TPL513", "[en]: https://y.no"),
    ),
    "that below statements": (
        f"{STATEMENTS}\n[en]: https://x.no\n[en]: https://y.no\n\n[en]\n",
        (7, 1, "TPL513", "[en]: https://y.no"),
    ),
    "a note defined twice": ("Se[^a]\n\n[^a]: en\n[^a]: to\n", (4, 1, "TPL513", "[^a]: to")),
    "bad YAML": ('---\ntitle: "{{ title }}"\nb: c: d\n---\n', (3, 5, "TPL513", "b: c: d")),
    "bad YAML below statements": (
        '---\naddress:\n{% for m in measures %}\n- "{{ m.timeframe }}"\n{% endfor %}\nb: c: d\n---\n',
        (6, 5, "TPL513", "b: c: d"),
    ),
    "bad YAML further down": ("# Tittel\n\n---\na: x\nb: c: d\n---\n", (5, 5, "TPL513", "b: c: d")),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_fault_is_named_at_its_line(tmp_path: Path, text: str, expected: tuple[int, int, str, str]) -> None:
    """Line and column of the template, as it is written."""
    assert [summarize(diagnostic) for diagnostic in check_text(tmp_path, text)] == [expected]


def test_every_fault_is_reported(tmp_path: Path) -> None:
    """Of two blocks that are not closed, both."""
    assert sorted(summarize(diagnostic)[0] for diagnostic in check_text(tmp_path, "::: {.a}\n\n::: {.b}\ntekst\n")) == [
        1,
        3,
    ]


def test_faults_of_tags_are_reported_first(tmp_path: Path) -> None:
    """What Pandoc would make of a template with faulty tags is nothing to go by."""
    assert [diagnostic.code for diagnostic in check_text(tmp_path, "{{ titel }}\n\n::: {.a}\n")] == ["TPL501"]


def test_message_is_one_line(tmp_path: Path) -> None:
    """Pandoc's own words, without its places and marks."""
    [diagnostic] = check_text(tmp_path, "::: {.a}\ntekst\n")

    assert diagnostic.message == "Pandoc cannot read it: div unclosed, closing implicitly"


def test_hint_leads_to_the_manual(tmp_path: Path) -> None:
    """Since the words are Pandoc's own."""
    [diagnostic] = check_text(tmp_path, "::: {.a}\ntekst\n")

    assert diagnostic.hint.endswith("osloregion-docs explain TPL513")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "html" in kind.formats], ids=lambda kind: kind.name)
def test_shipped_template_has_no_faults(kind: DocumentKind) -> None:
    """Pandoc reads the templates that are shipped without a word."""
    assert check_template(default_templates() / kind.name / "main.md", "main.md", kind.context) == ()


@pytest.mark.parametrize("name", RENDERERS)
def test_shipped_pages_have_no_faults(name: str) -> None:
    """Nor does it report the pages that documents are set on."""
    shared = default_templates() / "shared"
    files = {file.name: file for pattern in RENDERERS[name].shared for file in shared.glob(pattern)}

    assert RENDERERS[name].check_shared(files, str) == ()


PAGES: dict[str, tuple[str, str, int]] = {
    "an if that is not closed": (PAGE.replace("$endif$", "", 1), "page.html", PAGE.count("\n") + 1),
    "an end that closes nothing": ("$body$\n\n$endfor$\n", "page.html", 3),
    "a name with a full stop": ("<html>\n<p>$body.$</p>\n", "page.html", 2),
    "a dollar sign": ("<html>\nPris: $ 5\n", "page.html", 2),
    "a page for Typst": ("#show\n$endif$\n", "page.typ", 2),
}


@pytest.mark.parametrize(("text", "name", "line"), PAGES.values(), ids=PAGES)
def test_broken_page_is_named_with_its_line(tmp_path: Path, text: str, name: str, line: int) -> None:
    """TPL514, in the file of templates/shared/ that contains it."""
    assert [
        (diagnostic.span.file, diagnostic.span.line, diagnostic.code) for diagnostic in check_page(tmp_path, text, name)
    ] == [(f"templates/shared/{name}", line, "TPL514")]


def test_broken_page_of_which_pandoc_names_no_line(tmp_path: Path) -> None:
    """Where it is not UTF-8, that is reported at the beginning of the file."""
    assert [(diagnostic.span.line, diagnostic.code) for diagnostic in check_page(tmp_path, b"<html>\n\xff\n")] == [
        (1, "TPL514")
    ]


def test_message_names_no_folder_of_the_machine(tmp_path: Path) -> None:
    """The file is named by its place in the workspace, and by no other."""
    assert [
        diagnostic.message for diagnostic in check_page(tmp_path, b"\xff") if str(tmp_path) in diagnostic.message
    ] == []


@pytest.mark.parametrize(
    "named", ["$inner()$", "${ inner() }", "${/etc/hostname()}", "$date:inner.html()$", "${ ../../x.html() }"]
)
def test_page_draws_in_no_other_file(tmp_path: Path, named: str) -> None:
    """Pandoc would read it from anywhere, and what it says would be published."""
    found = check_page(tmp_path, f"<p>\n  {named}\n$body$\n")

    assert [(diagnostic.span.line, diagnostic.span.column, diagnostic.message) for diagnostic in found] == [
        (2, 3, f"{named} draws in another file")
    ]


def test_text_file_among_the_fonts_is_no_page(tmp_path: Path) -> None:
    """A licence may speak of dollars."""
    (tmp_path / "LICENSE.txt").write_text("It costs $5 ( ) a year, $if(", "utf-8")

    assert check_shared({"fonts/LICENSE.txt": tmp_path / "LICENSE.txt"}, str) == ()


def test_files_that_are_no_pages_are_left_alone(tmp_path: Path) -> None:
    """A dollar sign in a style sheet or a script is nobody's placeholder."""
    assert check_page(tmp_path, "a { content: '$if(' }", "page.css") == ()


def test_broken_page_of_a_workspace_is_reported_by_check(tmp_path: Path) -> None:
    """Once, though several formats of several documents are set on it."""
    page = workspace_with(tmp_path).root / "templates" / "shared" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text("$body$\n$endif$\n", "utf-8")
    found = check(workspace_with(tmp_path), 2018).errors

    assert [(diagnostic.span.file, diagnostic.span.line, diagnostic.code) for diagnostic in found] == [
        ("templates/shared/page.html", 2, "TPL514")
    ]
