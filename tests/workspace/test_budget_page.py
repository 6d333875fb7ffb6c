"""The page on the budget: its examples are a year that can be read, and that nothing is wrong in."""

from __future__ import annotations

import re
from pathlib import Path

from osloregion_docs.model.placeholders import TABLES
from osloregion_docs.rules.budget import changes, contribution, frames, prose, table
from tests.years import MAIN, ORGANS, diagnose

PAGE = Path(__file__).parent.parent.parent.joinpath("docs", "budget.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"(?ms)^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$", PAGE))
YEAR = {
    "programme.yaml": MAIN.replace("municipalities: 79, counties: 5", "municipalities: 2, counties: 1"),
    "organs.yaml": ORGANS,
}


def test_examples_of_the_page_have_nothing_wrong(tmp_path: Path) -> None:
    """A user who copies them begins without a fault: sums, signs, reserve, changes, contributions."""
    assert set(EXAMPLES) == {"budget.yaml", "members.csv"}
    assert diagnose(tmp_path, {**YEAR, **EXAMPLES}) == []


def test_a_result_line_of_the_page_adds_up(tmp_path: Path) -> None:
    """The line that names the result takes its place."""
    [result] = re.findall(r"(?m)^  - \{id: netto.*$", PAGE)
    budget = EXAMPLES["budget.yaml"].replace("\nchanges:", f"{result}\n\nchanges:")

    assert diagnose(tmp_path, {**YEAR, **EXAMPLES, "budget.yaml": budget}) == []


def test_page_names_every_table_that_a_chapter_can_hold() -> None:
    """By the address that represents it."""
    assert [address for address in TABLES if f"`{{{{ {address} }}}}`" not in PAGE] == []


def test_faults_that_are_only_follow_ups_are_not_reported(tmp_path: Path) -> None:
    """A number that cannot be read is one fault; that the sum does not agree is none of its own."""
    budget = EXAMPLES["budget.yaml"].replace("r18: 3055", "r18: tretusen")
    codes = {rule.code.value for family in (changes, contribution, frames, prose, table) for rule in family.RULES}

    found = diagnose(tmp_path, {**YEAR, **EXAMPLES, "budget.yaml": budget})

    assert [line.split()[1] for line in found] == ["MOD103"]
    assert len(codes) == 21
