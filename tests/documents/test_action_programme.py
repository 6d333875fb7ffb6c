"""The action programme of 2018 as composed: numbers, values and words as readers get them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from osloregion_docs.documents.document import Blocks, Document
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME, ActionProgrammeContext, MeasureEntry
from osloregion_docs.language import Language
from osloregion_docs.model.adoption import Adoption
from osloregion_docs.model.amount import read_amount
from osloregion_docs.model.content import plain, walk_runs
from osloregion_docs.model.programme import Programme

TEXTS = sorted((Path(__file__).parent.parent.parent / "programme" / "2018" / "texts").glob("*.md"))
FIGURES = [
    "79",
    "fem fylkes",
    "1,50",
    "6,64",
    "2,9",
    "12. juni",
    "4/17",
    "2016",
    "2017",
    "2018",
    "2020",
    "1.1.2005",
    "01.01.18",
]
DECISION = {"organ": "styret", "case": "57/17", "date": "2017-12-05"}


def composed(programme: Programme, language: Language = "nb") -> ActionProgrammeContext:
    """The context of the programme in a language."""
    [document] = ACTION_PROGRAMME.compose(programme, language)
    assert isinstance(document.context, ActionProgrammeContext)
    return document.context


def measures(context: ActionProgrammeContext) -> list[MeasureEntry]:
    """All measures in the order they are printed."""
    return [
        m
        for chapter in context.chapters
        for part in chapter.parts
        for area in part.measure_areas
        for m in area.measures
    ]


def texts(context: ActionProgrammeContext) -> Iterator[str]:
    """All running text of the chapters and measures."""
    blocks: list[Blocks] = [part.text for chapter in context.chapters for part in chapter.parts]
    blocks += [measure.content for measure in measures(context)]
    yield from (plain(tuple(walk_runs(block.items))) for block in blocks)


def test_measures_are_numbered_by_area_and_place(programme_2018: Programme) -> None:
    """The numbers of 2018."""
    assert [m.number for m in measures(composed(programme_2018))] == [
        "1.1",
        "1.2",
        "1.3",
        "2.1",
        "2.2",
        "3.1",
        "3.2",
        "4.1",
        "4.2",
        "4.3",
    ]


def test_numbers_follow_the_order(programme_2018: Programme) -> None:
    """A measure that moves gets the number of its new place."""
    areas = programme_2018.measure_areas
    turned = areas[0].model_copy(update={"measures": areas[0].measures[::-1]})
    moved = programme_2018.model_copy(update={"measure_areas": (turned, *areas[1:])})

    assert [m.title.anchor for m in measures(composed(moved))][:2] == [
        "tiltak-nasjonal-transportplan",
        "tiltak-miljohovedstad-2019",
    ]


def test_cross_reference_prints_a_number(programme_2018: Programme) -> None:
    """The link without words in measure 3.2 prints 2.1."""
    runs = [
        run
        for m in measures(composed(programme_2018))
        for run in walk_runs(m.content.items)
        if run.link.startswith("#")
    ]

    assert [(run.text, run.link) for run in runs] == [("2.1", "#tiltak-innovasjon-og-naeringsutvikling")]


def test_cross_reference_follows_its_measure(programme_2018: Programme) -> None:
    """When the area it stands in moves up, the reference prints the new number."""
    areas = programme_2018.measure_areas
    moved = programme_2018.model_copy(update={"measure_areas": (areas[1], areas[0], *areas[2:])})

    assert any("punkt 1.1 til" in text for text in texts(composed(moved)))


def test_timeframes_as_printed(programme_2018: Programme) -> None:
    """Each in its one printed form."""
    printed = [m.timeframe for m in measures(composed(programme_2018))]

    assert printed == [
        "Løpende",
        "2018–19",
        "Løpende",
        "2017–19",
        "2018",
        "Løpende",
        "2018",
        "Løpende",
        "Løpende",
        "Løpende",
    ]


@pytest.mark.parametrize(
    ("adoption", "language", "edition"),
    [
        ({}, "nb", "Utkast"),
        ({}, "en", "Draft"),
        ({"state": "proposed"}, "nb", "Forslag"),
        ({"state": "proposed"}, "nn", "Framlegg"),
        ({"state": "proposed", "organ": "styret"}, "nb", "Forslag til behandling i styret"),
        ({"state": "proposed", "organ": "styret"}, "nn", "Framlegg til handsaming i styret"),
        ({"state": "adopted", "decision": DECISION}, "nb", "Vedtatt av styret 5. desember 2017 (sak 57/17)"),
        ({"state": "adopted", "decision": DECISION}, "nn", "Vedteke av styret 5. desember 2017 (sak 57/17)"),
        ({"state": "adopted", "decision": {"organ": "styret"}}, "nb", "Vedtatt av styret"),
    ],
)
def test_edition(programme_2018: Programme, adoption: dict[str, object], language: Language, edition: str) -> None:
    """How far the edition has come, in words."""
    changed = programme_2018.model_copy(update={"adoption": Adoption.model_validate(adoption)})

    assert composed(changed, language).edition.replace("\u00a0", " ") == edition


def test_sum_in_the_text_follows_the_budget(programme_2018: Programme) -> None:
    """A rate that changes in the budget changes in the text."""
    contribution = programme_2018.budget.contribution
    assert contribution is not None
    dearer = contribution.model_copy(update={"rate": read_amount("1.75 kr")})
    budget = programme_2018.budget.model_copy(update={"contribution": dearer})
    context = composed(programme_2018.model_copy(update={"budget": budget}))

    assert [text.count("kr\u00a01,75 pr. innbygger") for text in texts(context)].count(1) == 1


def test_year_in_the_text_follows_the_programme(programme_2018: Programme) -> None:
    """Titles, headings and text name the programme's own year."""
    context = composed(programme_2018.model_copy(update={"year": 2019}))

    assert (context.title, context.chapters[-1].title) == (
        "Handlingsprogram 2019",
        "Økonomiske rammer og fordeling av utviklingsmidler 2019",
    )


def test_amount_in_its_forms(programme_2018: Programme) -> None:
    """The same sum bare, and with ca. and the word in full."""
    text = " ".join(texts(composed(programme_2018))).replace("\u00a0", " ")

    assert ("størrelsesorden 2,9 mill. kroner til" in text, "på ca. 2,9 millioner kroner." in text) == (True, True)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_figures_stand_in_one_place(file: Path) -> None:
    """No chapter holds a figure that the model knows; what stands in comments is not printed."""
    written = re.sub(r"<!--.*?-->|^#.*$|\{\{.*?\}\}", "", file.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)

    assert [figure for figure in FIGURES if figure in written] == []


def test_nothing_is_left_to_look_up(programme_2018: Programme) -> None:
    """Composed text holds no placeholder."""
    contents = [part.text.items for chapter in composed(programme_2018).chapters for part in chapter.parts]

    assert [run for content in contents for run in walk_runs(content) if run.placeholder] == []


def test_composing_leaves_the_programme_as_it_is(programme_2018: Programme) -> None:
    """Composing twice gives the same document."""
    assert ACTION_PROGRAMME.compose(programme_2018, "nb") == ACTION_PROGRAMME.compose(programme_2018, "nb")


def test_document_says_what_it_is(document_2018: Document) -> None:
    """Its name, title, author, language and status."""
    about = document_2018.properties

    assert (document_2018.name, about.title, about.author, about.language, about.status) == (
        "handlingsprogram-2018",
        "Handlingsprogram 2018 – Osloregionen",
        "Sekretariatet for Osloregionen",
        "nb",
        "Forslag til behandling i styret",
    )


def test_organ_is_printed_under_its_own_name(programme_2018: Programme) -> None:
    """A party that names an organ bears its name, unless the measure gives another."""
    printed = {m.number: m.responsible for m in measures(composed(programme_2018))}

    assert (printed["2.1"][1], printed["3.2"][1]) == (
        "Faggruppe profilering, verdiskaping, kompetanse",
        "Faggruppe for Profilering, verdiskaping, kompetanse",
    )
