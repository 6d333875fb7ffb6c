"""A message in words: facts filled in, lists joined, plurals chosen, the nearest word offered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from osloregion_docs.messages import catalogue
from osloregion_docs.messages.message import Message, freeze_facts, message


@pytest.fixture(autouse=True)
def _own_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "common.toml").write_text("did_you_mean = 'did you mean {near}?'\nand = ' and '\nor = ' or '\n")
    (folder / "abc.toml").write_text(
        """
        [ABC123.example]
        message = "{count} {count:case|cases} of {names}, {names:and}, {names:or}"
        hint = "see {names}"
        [ABC123.bare]
        message = "nothing"
        """
    )
    monkeypatch.setattr(catalogue, "_FOLDER", tmp_path)
    catalogue.load_family.cache_clear()


@pytest.fixture(autouse=True)
def _forget_own_catalogue(_own_catalogue: None) -> object:
    yield
    catalogue.load_family.cache_clear()


@pytest.mark.parametrize(
    ("count", "names", "text"),
    [
        (1, ("a",), "1 case of a, a, a"),
        (2, ("a", "b"), "2 cases of a, b, a and b, a or b"),
        (0, ("a", "b", "c"), "0 cases of a, b, c, a, b and c, a, b or c"),
    ],
)
def test_facts_are_filled_in(count: int, names: tuple[str, ...], text: str) -> None:
    """Lists are joined and plurals chosen by the language of the catalogue."""
    assert message("ABC123.example", count=count, names=names).text() == text


def test_hint_offers_the_nearest_word_if_there_is_one() -> None:
    """A near word takes the place of the hint; an empty one does not."""
    facts = {"count": 1, "names": ("a",)}

    assert message("ABC123.example", **facts, near="x").hint() == "did you mean x?"
    assert message("ABC123.example", **facts, near="").hint() == "see a"
    assert message("ABC123.bare").hint() == ""


def test_message_survives_json() -> None:
    """Facts written as JSON and frozen again are the same message."""
    before = message("ABC123.example", count=2, names=("a", "b"))

    after = Message(before.id, freeze_facts(json.loads(json.dumps(before.facts))))

    assert after == before
    assert before.code == "ABC123"


def test_unknown_message_is_a_mistake_of_ours() -> None:
    """An id that no catalogue has is not passed over."""
    with pytest.raises(KeyError, match="nowhere"):
        message("ABC123.nowhere").text()
