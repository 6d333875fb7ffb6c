"""The addresses of what a Word file prints, and refusals that point at them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from osloregion_docs.diagnostics import Finding
from osloregion_docs.documents.document import Blocks
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME
from osloregion_docs.documents.kinds.reports.budget import BUDGET
from osloregion_docs.documents.value import Value
from osloregion_docs.errors import RenderingRefused
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.budget.sums import lines_of
from osloregion_docs.model.content import Content, ListBlock, Paragraph, Run
from osloregion_docs.model.lookup import at
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.docx.template_filling import fill
from osloregion_docs.renderers.pandoc.populate import Values
from osloregion_docs.renderers.printed_spans import PrintedSpan

TEMPLATES = Path(__file__).parents[2] / "templates"
ILLEGAL = "\ufffe"


def spans(programme: Programme) -> tuple[PrintedSpan, ...]:
    """What the Word file of an action programme prints with known sources."""
    [document] = ACTION_PROGRAMME.compose(programme, "nb")
    return fill(document, (TEMPLATES / "action_programme" / "main.docx").read_bytes()).spans


def addresses_in(content: Content, address: KeyPath) -> list[str]:
    """The address of every paragraph of a content, those in lists among them."""
    found: list[str] = []
    for place, block in enumerate(content, 1):
        if isinstance(block, ListBlock):
            for nth, item in enumerate(block.items, 1):
                found += addresses_in(item, address / place / "items" / nth)
        else:
            found.append(str(address / place))
    return found


def test_word_knows_the_address_of_everything_in_a_measure(programme_2018: Programme) -> None:
    """Title, timeframe, parties, and every paragraph and item of a list."""
    printed = {str(source) for span in spans(programme_2018) for source in span.sources}
    wanted: list[str] = []
    for measure in programme_2018.measures:
        address = KeyPath(("measures", measure.id))
        wanted += [str(address / "title"), str(address / "timeframe")]
        wanted += addresses_in(measure.content, address / "content")
        for group in ("responsible", "participating", "cooperating"):
            parties = getattr(measure.parties, group)
            wanted += [str(address / "parties" / group / place) for place in range(1, len(parties) + 1)]

    assert len(wanted) > 5 * len(programme_2018.measures)
    assert set(wanted) <= printed


def test_every_address_leads_to_what_is_printed(programme_2018: Programme) -> None:
    """A paragraph of the sources without placeholders is printed as it is."""
    texts: dict[str, set[str]] = defaultdict(set)
    for span in spans(programme_2018):
        for source in span.sources:
            texts[str(source)].add(span.text)

    for address, printed in texts.items():
        value = at(programme_2018, KeyPath.of(address))
        assert value is not None, address
        if isinstance(value, Paragraph) and not any(run.placeholder or run.link for run in value.runs):
            assert "".join(run.text for run in value.runs) in printed


def test_word_knows_the_address_of_every_cell_of_the_budget(example: Programme) -> None:
    """Each amount of each line is the only source of one cell."""
    [document] = BUDGET.compose(example, "nb")
    found = fill(document, (TEMPLATES / "budget" / "main.docx").read_bytes()).spans
    own = {str(span.sources[0]) for span in found if len(span.sources) == 1}
    columns = {column.id for column in example.budget.columns}
    amounts = [
        str(path / "amounts" / column)
        for path, line, _ in lines_of(example.budget.lines)
        for column in line.amounts
        if column in columns
    ]

    assert amounts
    assert set(amounts) <= own


@pytest.mark.parametrize(
    "value",
    [
        Value(ILLEGAL, (KeyPath(("measures", "gods", "timeframe")),)),
        Blocks(items=(Paragraph(runs=(Run(text=ILLEGAL),)),), sources=(KeyPath(("measures", "gods", "timeframe")),)),
    ],
)
def test_refused_character_is_reported_at_its_source(value: Value | Blocks) -> None:
    """In the formats that Pandoc writes, by the address that the value carries."""
    values = Values()
    token = values.token(value)

    with pytest.raises(RenderingRefused) as refused:
        values.put_in([{"t": "Para", "c": [{"t": "Str", "c": token}]}])

    [found] = refused.value.issues
    assert isinstance(found, Finding)
    assert (found.code, str(found.path)) == ("TPL516", "measures/gods/timeframe")
