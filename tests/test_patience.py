"""No text makes reading or checking take long. Each runs in a process that is stopped after a time limit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 8
READ = "from osloregion_docs.sources.markdown import read_markdown as read; read({text}, placeholders=True)"
CHECK = """
from osloregion_docs.model.content import Paragraph, Run
from osloregion_docs.model.programme import Chapter
from osloregion_docs.rules.rules import check
from tests.years import small_programme
chapter = Chapter(id="a", title=(Run(text="A"),), content=(Paragraph(runs=(Run(text={text}),)),))
check(small_programme().model_copy(update={{"texts": (chapter,), "chapters": ("a",)}}))
"""
AMOUNT = "from osloregion_docs.model.amount import read_amount as read\ntry: read({text})\nexcept ValueError: pass"
PARTS = "from osloregion_docs.sources.case_sections import read_case_sections as read; read({text})"
NUMBER = "from osloregion_docs.model.organ import read_number as read; read('PS {{number}}/{{year:02}}', {text})"
ROWS = "from osloregion_docs.sources.members_csv import read_members as read; read(({text}).encode(), 'members.csv')"
FIGURES = """
from osloregion_docs.model.content import Paragraph, Run
from osloregion_docs.model.programme import Chapter
from osloregion_docs.rules.rules import check
from tests.budgets import BUDGET, budget_of
chapter = Chapter(id="a", title=(Run(text="A"),), content=(Paragraph(runs=(Run(text={text}),)),))
check(budget_of(BUDGET).model_copy(update={{"texts": (chapter,), "chapters": ("a",)}}))
"""
TIMEFRAME = (
    "from osloregion_docs.model.timeframe import read_timeframe as read\ntry: read({text})\nexcept ValueError: pass"
)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param(READ, "'<!--' * 50_000", id="comments that never end"),
        pytest.param(READ, "'{{' * 100_000", id="braces that never end"),
        pytest.param(READ, "'{{' + 'a' * 200_000", id="an address that never ends"),
        pytest.param(CHECK, "'x' * 100_000", id="one long word"),
        pytest.param(CHECK, "'«' + 'x' * 100_000 + '»'", id="one long word in quotation marks"),
        pytest.param(CHECK, "'«' * 4_000", id="quotations that never end"),
        pytest.param(CHECK, "'1-' * 50_000", id="a range that never ends"),
        pytest.param(CHECK, "' ' * 100_000 + '«'", id="one long space"),
        pytest.param(FIGURES, "'kr ' + '123 ' * 40_000", id="thousands that never end"),
        pytest.param(FIGURES, "'kr ' + '1' * 150_000", id="a figure that never ends"),
        pytest.param(FIGURES, "'kr 1 ' * 30_000", id="a text full of figures"),
        pytest.param(ROWS, "'id;name;inhabitants\\n' + ';' * 100_000 + '1'", id="a row of empty cells"),
        pytest.param(ROWS, "'id;name;inhabitants\\n' + chr(34) * 100_000", id="quotation marks that never end"),
        pytest.param(CHECK, "'mandag 1' * 20_000", id="weekdays without dates"),
        pytest.param(CHECK, "'mandag ' + '1' * 100_000", id="a date that never ends"),
        pytest.param(CHECK, "'[' * 50_000 + '{lang' * 20_000", id="marks of language that never end"),
        pytest.param(CHECK, "'[' + 'a' * 100_000 + '{lang='", id="a mark of language over a whole text"),
        pytest.param(AMOUNT, "'1' * 100_000", id="an amount without unit"),
        pytest.param(TIMEFRAME, "' - ' * 50_000", id="a timeframe of hyphens"),
        pytest.param(PARTS, "'## Bakgrunn\\n\\n' * 5_000", id="one heading over and over"),
        pytest.param(PARTS, "'## x\\n\\n' * 2_000", id="unknown headings"),
        pytest.param(NUMBER, "'PS ' + '1' * 200_000", id="a case number that never ends"),
    ],
)
def test_odd_text_is_read_quickly(code: str, text: str) -> None:
    """Each is read within the time limit."""
    done = subprocess.run(
        [sys.executable, "-c", code.format(text=text)],
        cwd=Path(__file__).parent.parent,
        timeout=SECONDS,
        capture_output=True,
        check=False,
    )

    assert done.stderr.decode() == ""
