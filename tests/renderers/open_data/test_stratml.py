"""The strategy as StratML: valid by the standard's structure, and every text as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from osloregion_docs.errors import RenderingFailed
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.open_data.stratml import NAMESPACE
from tests.conftest import Golden
from tests.renderers.open_data.rendering import compose_first, render, year_of
from tests.renderers.test_any_text import TEXT

CALM = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).with_name("stratml_core.xsd"))))
IN = {"s": NAMESPACE}


def stratml(programme: Programme, language: Language = "nb") -> bytes:
    """The strategy of a programme."""
    return render(compose_first(programme, "strategic_plan", language), "stratml")


def find_texts(raw: bytes, path: str) -> list[str]:
    """The texts at a path."""
    return [str(each.text) for each in etree.fromstring(raw).iterfind(path, IN)]


def test_2018(golden: Golden, programme_2018: Programme) -> None:
    """The file as it is."""
    golden("strategi-2018.stratml.xml", stratml(programme_2018).decode())


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_example_is_valid(example: Programme, language: Language) -> None:
    """By the structure of the standard: names, order, how often, dates, and unique identifiers."""
    SCHEMA.assertValid(etree.fromstring(stratml(example, language)))


def test_2018_is_valid(programme_2018: Programme) -> None:
    """As the example is."""
    SCHEMA.assertValid(etree.fromstring(stratml(programme_2018)))


def test_schema_refuses_what_is_out_of_order(programme_2018: Programme) -> None:
    """Else the tests above would say nothing."""
    root = etree.fromstring(stratml(programme_2018))
    root.append(root[0])

    assert not SCHEMA.validate(root)


@CALM
@given(TEXT)
def test_any_text_comes_out_whole(programme_2018: Programme, text: str) -> None:
    """Of vision, goal, focus area, measure and party; and the file is valid all the same."""
    raw = stratml(year_of(programme_2018, text))
    objective = "s:StrategicPlanCore/s:Goal/s:Objective"
    paths = ("s:StrategicPlanCore/s:Vision/s:Description", "s:StrategicPlanCore/s:Goal/s:Name", f"{objective}/s:Name")

    assert [find_texts(raw, path) for path in (*paths, f"{objective}/s:Description")] == [[text]] * 4
    assert find_texts(raw, f"{objective}/s:Stakeholder/s:Name") == [text] * 3
    assert SCHEMA.validate(etree.fromstring(raw))


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ufffe"])
def test_control_character_is_refused(programme_2018: Programme, character: str) -> None:
    """Nothing is written that no program could read."""
    with pytest.raises(RenderingFailed, match="control character"):
        stratml(year_of(programme_2018, f"før{character}etter"))
