"""Entries put in between others, and values of front matter: the rest stands as it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.sources.edit import NotEdited
from osloregion_docs.sources.emit import yaml_of
from osloregion_docs.sources.insert import with_entry_at, with_front_value
from osloregion_docs.sources.tree import Plain
from osloregion_docs.sources.yaml import read_yaml

BEFORE_THE_LAST = {
    "in a block": ("agenda:\n  - a\n  - b\nx: y\n", "agenda:\n  - a\n  - ny\n  - b\nx: y\n"),
    "with the hyphens where they are": ("agenda:\n- a\n- b\n", "agenda:\n- a\n- ny\n- b\n"),
    "above the comments of the one below": (
        "agenda:\n  - a\n  # til slutt:\n  # alltid\n  - b # her\n",
        "agenda:\n  - a\n  - ny\n  # til slutt:\n  # alltid\n  - b # her\n",
    ),
    "below a comment of the whole file": ("# x\nagenda:\n  - a\n\n  - b\n", "# x\nagenda:\n  - a\n\n  - ny\n  - b\n"),
    "before an entry of several lines": (
        "agenda:\n  - a\n  -   talk: b\n      speaker: c\n",
        "agenda:\n  - a\n  - ny\n  -   talk: b\n      speaker: c\n",
    ),
    "in brackets": ("agenda: [a, {talk: b}] # to\n", "agenda: [a, ny, {talk: b}] # to\n"),
    "in brackets over several lines": ("agenda: [a,\n  b]\n", "agenda: [a,\n  ny, b]\n"),
}


@pytest.mark.parametrize(("before", "after"), BEFORE_THE_LAST.values(), ids=BEFORE_THE_LAST)
def test_entry_is_put_before_another(before: str, after: str) -> None:
    """On a line of its own or in the brackets; comments stay with what they are about."""
    assert with_entry_at(before, "agenda", 1, "ny") == after


def test_entry_is_put_before_the_first() -> None:
    """Below the key, above the comment of the entry that was first."""
    assert with_entry_at("agenda:\n  # slutt\n  - a\n", "agenda", 0, "ny") == "agenda:\n  - ny\n  # slutt\n  - a\n"


@pytest.mark.parametrize("text", ["agenda: []\n", "agenda:\n", "organ: styret\n"])
def test_entry_in_no_list(text: str) -> None:
    """The list is made."""
    values = read_yaml(with_entry_at(text, "agenda", 0, "ny")).value

    assert isinstance(values, dict)
    assert values["agenda"] == ["ny"]


def test_entry_that_cannot_be_put_in() -> None:
    """A list that is written oddly is left alone."""
    with pytest.raises(NotEdited):
        with_entry_at("agenda:\n  - a\n  -\n    b\n  - # nei\n    c\n", "agenda", 2, "ny")


@given(
    ids=st.lists(st.sampled_from(["a", "b-2", "1", "no", "2018-01-01"]), min_size=1, max_size=4),
    place=st.integers(0, 4),
    style=st.sampled_from(["block", "flow"]),
    tail=st.sampled_from(["", "# slutt\n", "x: y\n"]),
)
def test_entries_stand_where_they_are_wanted(ids: list[Plain], place: int, style: str, tail: str) -> None:
    """Whatever the list is like."""
    text = yaml_of({"agenda": ids}) if style == "block" else "agenda: " + yaml_of(ids, "flow")
    values = read_yaml(with_entry_at(text + tail, "agenda", place, "ny")).value

    assert isinstance(values, dict)
    assert values["agenda"] == [*ids[:place], "ny", *ids[place:]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: a\nnumber: 1/18 # her\n---\n\n---\nb\n", "---\ntitle: a\nnumber: 2/18 # her\n---\n\n---\nb\n"),
        ("---\ntitle: a\n---\n", "---\ntitle: a\nnumber: 2/18\n---\n"),
    ],
)
def test_value_of_front_matter_is_exchanged(before: str, after: str) -> None:
    """Or put in at its end; the text below stays."""
    assert with_front_value(before, "number", "2/18") == after
