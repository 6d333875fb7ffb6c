"""The catalogues: every message used is in them, none is unused, and facts fill in every placeholder."""

from __future__ import annotations

from string import Formatter

import pytest

from osloregion_docs.messages.catalogue import DEFAULT_LANGUAGE, common_word, find_wording, message_ids
from osloregion_docs.messages.message import NEAR
from tests.messages.calls import Call, calls


def placeholders(template: str) -> set[str]:
    """Return the names of the facts that a template asks for."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(template) if name}


def test_catalogue_holds_exactly_the_messages_in_use() -> None:
    """No message lacks its wording, and no wording is left over."""
    assert sorted({call.id for call in calls()}) == sorted(message_ids())


@pytest.mark.parametrize("call", calls(), ids=lambda call: f"{call.place} {call.id}")
def test_facts_are_those_of_the_wording(call: Call) -> None:
    """Each call gives every fact that the wording names, and no other."""
    wording = find_wording(call.id)

    assert call.facts - {NEAR} == placeholders(wording.message) | placeholders(wording.hint)


@pytest.mark.parametrize("id_", message_ids())
def test_wording_keeps_the_style(id_: str) -> None:
    """Messages and hints have no full stop at the end and begin with a small letter, a quote or a fact."""
    for line in filter(None, find_wording(id_)):
        assert line == line.strip()
        assert not line.endswith(".")
        assert not line[0].isupper() or line.startswith(("Word", "Excel", "Eventuelt"))


def test_offer_names_the_nearest_word() -> None:
    """The hint that offers a word has its place for it."""
    assert placeholders(common_word("did_you_mean", DEFAULT_LANGUAGE)) == {NEAR}
