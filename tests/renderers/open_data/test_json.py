"""The register and the meetings as JSON: as their schemas say, and every text as it was."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from osloregion_docs.api.schema import schema
from osloregion_docs.model.programme import Programme
from tests.conftest import Golden
from tests.renderers.open_data.rendering import compose_first, render, year_of
from tests.renderers.test_any_text import TEXT

CALM = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
KINDS = {"measure_register": "measure-register", "meeting_data": "meeting-data"}
"""The kinds that come as JSON, and their schemas."""


@pytest.mark.parametrize("kind", KINDS)
def test_2018(golden: Golden, programme_2018: Programme, kind: str) -> None:
    """The file as it is."""
    golden(f"{kind}-2018.json", render(compose_first(programme_2018, kind), "json").decode())


@pytest.mark.parametrize("kind", KINDS)
def test_example_follows_its_schema(example: Programme, kind: str) -> None:
    """As `osloregion-docs schema` prints it."""
    jsonschema.validate(json.loads(render(compose_first(example, kind), "json")), json.loads(schema(KINDS[kind])))


@CALM
@given(TEXT)
def test_any_text_is_read_back(programme_2018: Programme, text: str) -> None:
    """From every field of the register."""
    [measure] = json.loads(render(compose_first(year_of(programme_2018, text), "measure_register"), "json"))["measures"]

    assert (measure["title"], measure["area"], measure["focus_areas"]) == (text, text, [text])
    assert (measure["responsible"], measure["cooperating"], measure["content"]) == ([text], [text], text)
