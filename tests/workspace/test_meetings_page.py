"""The page on meetings: its examples are a meeting that can be read, and that nothing is wrong in."""

from __future__ import annotations

import re
from pathlib import Path

from osloregion_docs.sources.case_sections import HEADINGS
from tests.years import diagnose, load_with

PAGE = Path(__file__).parent.parent.parent.joinpath("docs", "meetings.md").read_text("utf-8")
ATTACHMENT = "meetings/2018-03-06-styret/attachments/regnskap-2017.pdf"
EXAMPLES = dict(re.findall(r"(?ms)^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$", PAGE))


def test_examples_of_the_page_have_nothing_wrong(tmp_path: Path) -> None:
    """A user who copies them begins without a fault."""
    assert len(EXAMPLES) == 6
    assert diagnose(tmp_path, {**EXAMPLES, ATTACHMENT: "x"}) == []


def test_examples_of_the_page_are_one_meeting(tmp_path: Path) -> None:
    """The agenda lists the cases that the page shows."""
    loaded = load_with(tmp_path, EXAMPLES).value
    assert loaded is not None
    [meeting] = loaded.programme.meetings

    assert [case.number for case in meeting.in_order] == ["4/18", "5/18", "6/18", None]


def test_page_names_all_headings_in_bokmal() -> None:
    """One for each part of a case."""
    named = {HEADINGS[heading] for heading in re.findall(r"`## ([^`]+)`", PAGE)}

    assert named == set(HEADINGS.values())
