"""The annotated examples: exactly the diagnostics in their comments, each at its line and column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from osloregion_docs.builder.checks import check_loaded
from osloregion_docs.diagnostics import Diagnostic, list_codes
from osloregion_docs.messages.catalogue import message_ids
from osloregion_docs.rules.rules import RULES
from osloregion_docs.workspace.load import load_text

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.yaml"))
ANNOTATION = re.compile(
    r"\s*# (?P<severity>error|warning|note) (?P<code>[A-Z]{3}\d{3}) (?P<column>\d+): (?P<message>.+)"
)

TESTED_ELSEWHERE = {
    "SRC004": "tests/sources/test_bytes.py",
    "SRC006": "tests/sources/test_bytes.py",
    "SRC007": "tests/sources/test_bytes.py",
    "SRC011": "tests/workspace/test_load.py",
    "SRC014": "tests/workspace/test_load.py",
    "SRC015": "tests/workspace/test_load.py",
    "SRC017": "tests/sources/test_members_csv.py",
    "MOD108": "tests/workspace/test_load.py",
    "MOD109": "tests/workspace/test_meetings.py",
}
"""Codes whose error cannot be shown in one YAML text with comments, and the tests that cover them instead."""

MESSAGES_TESTED_ELSEWHERE = {
    "MTG906.other-year": "tests/workspace/test_elsewhere.py",
    "REF312.no-voters": "tests/rules/test_named_voters.py",
}
"""Messages that no example of their code alone can produce, and the tests that cover them instead."""


def code_of(file: Path) -> str:
    """Return the code that an example is about: its name, up to a hyphen and the name of one of its messages."""
    return file.stem.partition("-")[0]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_example_is_diagnosed_as_read_annotations(file: Path) -> None:
    """Exactly the annotated diagnostics, each at its line and column, and nothing else."""
    text = file.read_text("utf-8")
    outcome = load_text(text, file.name)

    found = check_loaded(outcome).diagnostics

    assert sorted(map(_as_annotation, found)) == sorted(_read_annotations(text))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_example_shows_its_code(file: Path) -> None:
    """An example is about the code that it is named for, and about no other."""
    codes = {line.split()[3] for line in _read_annotations(file.read_text("utf-8"))}

    assert codes == {code_of(file)}


def test_every_code_has_an_example_or_a_test() -> None:
    """Every rule and every code of sources and shapes has an example, or a test named here."""
    codes = {rule.code.value for rule in RULES}
    codes |= {code.value for code in list_codes() if code.value.startswith(("SRC", "MOD"))}

    assert {code_of(file) for file in EXAMPLES} | set(TESTED_ELSEWHERE) == codes


def test_every_message_has_an_example_or_a_test() -> None:
    """Every message of a catalogue has an example that produces it, or a test named here."""
    outcomes = (load_text(file.read_text("utf-8"), file.name) for file in EXAMPLES)
    produced = {found.message_id for outcome in outcomes for found in check_loaded(outcome).diagnostics}

    assert set(message_ids()) - produced == set(MESSAGES_TESTED_ELSEWHERE)


@pytest.mark.parametrize("file", [file for file in EXAMPLES if "-" in file.stem], ids=lambda file: file.stem)
def test_further_example_shows_its_message(file: Path) -> None:
    """A further example of a code, such as REF303-repeated, produces the message that it is named for."""
    outcome = load_text(file.read_text("utf-8"), file.name)

    assert file.stem.replace("-", ".", 1) in {found.message_id for found in check_loaded(outcome).diagnostics}


@pytest.mark.parametrize(("code", "file"), [*TESTED_ELSEWHERE.items(), *MESSAGES_TESTED_ELSEWHERE.items()])
def test_code_is_in_the_test_named_for_it(code: str, file: str) -> None:
    """The test that replaces an example names the code or the message."""
    assert code in Path(__file__).parent.parent.joinpath(file).read_text("utf-8")


def _as_annotation(found: Diagnostic) -> str:
    return f"line {found.span.line}: {found.severity} {found.code} {found.span.column}: {found.message}"


def _read_annotations(text: str) -> list[str]:
    """The diagnostics in the comments of an example, each for the next line that is not a comment."""
    expected: list[str] = []
    waiting: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if match := ANNOTATION.fullmatch(line):
            waiting.append(f"{match['severity']} {match['code']} {match['column']}: {match['message']}")
        else:
            expected += [f"line {number}: {words}" for words in waiting]
            waiting.clear()
    return expected
