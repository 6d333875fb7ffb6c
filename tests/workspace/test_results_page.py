"""The page on results: its examples can be read, nothing is wrong in them, and its table of statuses is the code's."""

from __future__ import annotations

import re
from pathlib import Path

from osloregion_docs.model.reports.results import usual_statuses
from osloregion_docs.model.text import localise
from tests.workbook.filling import YEAR
from tests.years import diagnose

PAGE = Path(__file__).parent.parent.parent.joinpath("docs", "results.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"(?ms)^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$", PAGE))


def test_examples_of_the_page_have_nothing_wrong(tmp_path: Path) -> None:
    """A user who copies them begins without a fault, also in a year that is over."""
    assert list(EXAMPLES) == ["results/gods.yaml", "results/brev.yaml", "results.yaml"]
    assert diagnose(tmp_path, {**YEAR, **EXAMPLES}) == []


def test_page_shows_the_usual_statuses() -> None:
    """Their ids, their titles in three languages, and which are final."""
    rows = re.findall(r"(?m)^\| `([a-z-]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \| (yes|)", PAGE)

    assert rows == [
        (
            status.id,
            *(localise(status.title, language) for language in ("nb", "nn", "en")),
            "yes" if status.final else "",
        )
        for status in usual_statuses()
    ]
