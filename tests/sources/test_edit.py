"""Changes to YAML texts: what is asked for is there afterwards, and everything else stands as it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.sources.edit import NotEdited, put_back, with_entry, with_value
from osloregion_docs.sources.emit import Style, yaml_of
from osloregion_docs.sources.text import decode
from osloregion_docs.sources.tree import Plain, Steps
from osloregion_docs.sources.yaml import read_yaml

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30)
LINES = st.lists(TEXTS, max_size=4).map("\n".join)
ENTRY: Plain = {"date": "2018-12-31", "status": "done", "text": "Én linje\n\nOg én: til # nå", "values": {"a": "12.5"}}
WRITTEN = """\
  - date: 2018-12-31
    status: done
    text: |-
      Én linje

      Og én: til # nå
    values:
      a: 12.5
"""

ADDED = {
    "below the last entry": (
        "# Hode\nentries:\n  - date: 2018-01-01  # januar\n    status: x\n",
        "# Hode\nentries:\n  - date: 2018-01-01  # januar\n    status: x\n" + WRITTEN,
    ),
    "above blank lines and comments at the end": (
        "entries:\n  - date: 2018-01-01\n\n# slutt\n",
        "entries:\n  - date: 2018-01-01\n" + WRITTEN + "\n# slutt\n",
    ),
    "with the hyphens where they are": (
        "entries:\n- date: 2018-01-01\nnot: x\n",
        "entries:\n- date: 2018-01-01\n" + WRITTEN.replace("\n  ", "\n")[2:] + "not: x\n",
    ),
    "in a list that was empty": ("entries: []  # ingen ennå\n", "entries:  # ingen ennå\n" + WRITTEN),
    "below a key with nothing after it": ("entries:  # ingen\na: b\n", "entries:  # ingen\n" + WRITTEN + "a: b\n"),
    "in a file that lacks the list": ("a: b", "a: b\nentries:\n" + WRITTEN),
    "in a file of comments": ("# Hode\n", "# Hode\nentries:\n" + WRITTEN),
    "in an empty file": ("", "entries:\n" + WRITTEN),
    "after a text below a bar": (
        "entries:\n  - text: |\n      a\n\n\nnot: x\n",
        "entries:\n  - text: |\n      a\n" + WRITTEN + "\n\nnot: x\n",
    ),
    "after a text that ends in blank lines": (
        "entries:\n  - text: |+\n      a\n\nnot: x\n",
        "entries:\n  - text: |+\n      a\n\n" + WRITTEN + "not: x\n",
    ),
    "in brackets": (
        "entries: [{date: 2018-01-01}]  # én\n",
        (
            "entries: [{date: 2018-01-01}, {date: 2018-12-31, status: done, "
            'text: "Én linje\\n\\nOg én: til # nå", values: {a: 12.5}}]  # én\n'
        ),
    ),
}


@pytest.mark.parametrize(("before", "after"), ADDED.values(), ids=ADDED)
def test_entry_is_added(before: str, after: str) -> None:
    """Where people would write it, and nothing else is touched."""
    assert with_entry(before, ("entries",), ENTRY) == after


EXCHANGED: dict[str, tuple[str, Steps, Plain, str]] = {
    "a word": ("a: b  # før\nc: d\n", ("a",), "e", "a: e  # før\nc: d\n"),
    "a quoted word": ("a: 'b'\nc: d\n", ("a",), "e", "a: e\nc: d\n"),
    "a word that needs quotes": ("a: b\n", ("a",), "e: f", "a: 'e: f'\n"),
    "a word by lines": (
        "x:\n  - a: b\n    c: d\n",
        ("x", 0, "a"),
        "e\nf",
        "x:\n  - a: |-\n      e\n      f\n    c: d\n",
    ),
    "lines by a word": ("a: |\n  e\n  f\n\nc: d\n", ("a",), "b", "a: b\n\nc: d\n"),
    "lines where a comment stands": ("a: b  # før\n", ("a",), "e\nf", 'a: "e\\nf"  # før\n'),
    "nothing": ("a:\nc: d\n", ("a",), "e", "a: e\nc: d\n"),
    "a key in brackets": ("x: {a: b, c: d}\n", ("x", "a"), "e, f", "x: {a: 'e, f', c: d}\n"),
    "a new key": ("x:\n  a: b\ny: z\n", ("x", "c"), "no", "x:\n  a: b\n  c: 'no'\ny: z\n"),
    "a new key in brackets": ("x: {a: b}\n", ("x", "c"), "d", "x: {a: b, c: d}\n"),
    "a new key in empty brackets": ("x:\n  a: {}\n", ("x", "a", "c"), "d", "x:\n  a:\n    c: d\n"),
    "a key in a block that is not there": ("a: b\n", ("x", "c"), "d", "a: b\nx:\n  c: d\n"),
}


@pytest.mark.parametrize(("before", "steps", "value", "after"), EXCHANGED.values(), ids=EXCHANGED)
def test_value_is_exchanged(before: str, steps: Steps, value: Plain, after: str) -> None:
    """In its place; comments and blank lines stay."""
    assert with_value(before, steps, value) == after


@pytest.mark.parametrize("text", ["a: &x b\nc: *x\n", "entries: [a, # nei\n]\n", "{}\n", "- a\n"])
def test_odd_texts_are_left_alone(text: str) -> None:
    """Where a change cannot be proved, there is none."""
    with pytest.raises(NotEdited):
        with_entry(text, ("entries",), ENTRY)


@given(value=st.recursive(LINES, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=8))
def test_what_is_written_is_read(value: Plain) -> None:
    """Any text, in any of the ways there are to write it."""
    read = [read_yaml(yaml_of({"k": value}, style)).value for style in ("block", "quoted", "flow")]

    assert read == [{"k": value if value is not None else ""}] * 3


@given(
    texts=st.lists(LINES, min_size=1, max_size=3),
    new=LINES,
    head=st.sampled_from(["", "# hode\n\n", "a: b\n"]),
    tail=st.sampled_from(["", "\n", "\n# slutt\n", "z: x\n", "  # inne\n"]),
    style=st.sampled_from(["block", "quoted", "flow"]),
)
def test_entries_are_added_to_any_list(texts: list[str], new: str, head: str, tail: str, style: Style) -> None:
    """The values are those there were, and the new one; and what stands around the list stands there still."""
    listed: list[Plain] = [{"date": "2018-01-01", "text": text} for text in texts]
    flow = "entries: " + yaml_of(listed, "flow")
    before = head + (flow if style == "flow" else yaml_of({"entries": listed}, style)) + tail

    after = with_entry(before, ("entries",), {"date": "2018-12-31", "text": new})

    values = read_yaml(after).value
    assert isinstance(values, dict)
    assert values["entries"] == [*listed, {"date": "2018-12-31", "text": new}]
    assert (after.startswith(head), after.endswith(tail)) == (True, True)


@given(
    lines=st.lists(st.sampled_from(["a: b", "# c", "", "d: e"]), min_size=1, max_size=6),
    ends=st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=6, max_size=6),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_file_is_put_back_as_it_was(lines: list[str], ends: list[str], mark: str) -> None:
    """A change that puts in a line leaves line ends and a byte order mark alone."""
    raw = mark + "".join(line + end for line, end in zip(lines, ends, strict=False))
    text, _said = decode(raw.encode(), "a.yaml")

    assert put_back(raw, text, text) == raw
    assert put_back(raw, text, text + "x: y\n") == raw + ("x: y\r\n" if "\r\n" in raw else "x: y\n")
