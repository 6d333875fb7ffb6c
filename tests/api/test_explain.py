"""explain: every code has its page."""

from __future__ import annotations

import re

import pytest

from osloregion_docs.api.explain import codes, explain
from osloregion_docs.diagnostics import Code
from osloregion_docs.errors import CodeUnknown
from tests.cli.running import ROOT
from tests.test_examples import EXAMPLES

EVERY = {code.value: code for code in codes()}


def test_codes_are_each_explained_once() -> None:
    """No two pages bear the same code."""
    assert len(EVERY) == len(codes())


@pytest.mark.parametrize("code", EVERY.values(), ids=EVERY)
def test_every_code_has_a_page(code: Code) -> None:
    """Its own."""
    assert explain(code.value).code == code


def test_every_reported_code_has_a_page() -> None:
    """No module names a code that explain does not know."""
    text = "".join(file.read_text("utf-8") for file in (ROOT / "osloregion_docs").rglob("*.py"))

    assert sorted(set(re.findall(r'"([A-Z]{3}\d{3})[".]', text)) - set(EVERY)) == []


@pytest.mark.parametrize("code", EVERY)
def test_codes_are_of_one_form(code: str) -> None:
    """Three letters and three figures."""
    assert re.fullmatch(r"[A-Z]{3}\d{3}", code)


@pytest.mark.parametrize("code", EVERY.values(), ids=EVERY)
def test_title_says_what_should_be(code: Code) -> None:
    """In a line of small letters without a full stop; the manual is whole sentences."""
    title, manual = code.title, code.manual.strip()

    assert (title[0].islower(), title[-1] != ".", "\n" not in title, manual[-1] in ".)]`") == (True,) * 4


@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES if file.stem in EVERY])
def test_example_is_shown(name: str) -> None:
    """As it is among the tests."""
    assert f" {name} " in explain(name).example


def test_code_may_be_written_small() -> None:
    """As one types it."""
    assert explain("txt401").code.value == "TXT401"


def test_code_without_an_example() -> None:
    """It has a page all the same."""
    assert explain("OUT902").example == ""


@pytest.mark.parametrize(
    ("wanted", "hint"), [("TXT4001", 'did you mean "TXT401"?'), ("RED", "there is: SRC001, SRC002")]
)
def test_code_that_is_not_there(wanted: str, hint: str) -> None:
    """It is named as it was written, with what is near it, or all there are."""
    with pytest.raises(CodeUnknown) as caught:
        explain(wanted)

    assert (str(caught.value), caught.value.hint.startswith(hint)) == (f'there is no code "{wanted}"', True)


def test_codes_stand_by_family() -> None:
    """In the order of the work: from reading to writing."""
    families = list(dict.fromkeys(code[:3] for code in EVERY))

    assert families == ["SRC", "MOD", "SCH", "REF", "TXT", "TPL", "PDF", "XLS", "BUD", "COV", "MTG", "RES", "OUT"]
