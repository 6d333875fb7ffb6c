"""Edits of YAML texts: they read back as what is wanted, and every other byte stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.sources.decoding import decode
from osloregion_docs.sources.editing.operations import DeleteAt, InsertAt, MoveTo, Operation, ReorderAt, SetAt, value_at
from osloregion_docs.sources.editing.source_edit import UnsafeEdit, edit_source, restore_bytes
from osloregion_docs.sources.editing.yaml_writer import Style, to_yaml
from osloregion_docs.sources.read import read_measure, read_yaml_source
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


def edit(text: str, operation: Operation) -> str:
    """The text of a YAML source after an edit."""
    source, _faults = read_yaml_source(text.encode(), "a.yaml")
    assert source is not None
    return edit_source(text.encode(), source, operation, read_yaml_source).decode()


def add(text: str, key: str, entry: Plain) -> str:
    """The text with an entry at the end of a list under a key."""
    entries = value_at(read_yaml(text).value, (key,))
    return edit(text, InsertAt((key, len(entries) if isinstance(entries, list) else 0), entry))


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
    """Where people would write it, and nothing else changes."""
    assert add(before, "entries", ENTRY) == after


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
    "lines with a comment": ("a: b  # før\n", ("a",), "e\nf", 'a: "e\\nf"  # før\n'),
    "nothing": ("a:\nc: d\n", ("a",), "e", "a: e\nc: d\n"),
    "a key in brackets": ("x: {a: b, c: d}\n", ("x", "a"), "e, f", "x: {a: 'e, f', c: d}\n"),
    "a new key": ("x:\n  a: b\ny: z\n", ("x", "c"), "no", "x:\n  a: b\n  c: 'no'\ny: z\n"),
    "a new key in brackets": ("x: {a: b}\n", ("x", "c"), "d", "x: {a: b, c: d}\n"),
    "a new key in empty brackets": ("x:\n  a: {}\n", ("x", "a", "c"), "d", "x:\n  a:\n    c: d\n"),
    "a block that is new": ("a: b\n", ("x",), {"c": "d"}, "a: b\nx:\n  c: d\n"),
    "a block by a block": ("x:  # her\n  a: b\n\n# y\ny: z\n", ("x",), {"c": "d"}, "x:  # her\n  c: d\n\n# y\ny: z\n"),
    "an entry": ("x:\n  # en\n  - a  # to\n  - b\n", ("x", 0), "- c", "x:\n  # en\n  - '- c'  # to\n  - b\n"),
    "an entry by a block": ("x:\n  - a\n  - b\n", ("x", 0), {"c": "d"}, "x:\n  - c: d\n  - b\n"),
}


@pytest.mark.parametrize(("before", "steps", "value", "after"), EXCHANGED.values(), ids=EXCHANGED)
def test_value_is_exchanged(before: str, steps: Steps, value: Plain, after: str) -> None:
    """In its place; comments and blank lines stay."""
    assert edit(before, SetAt(steps, value)) == after


@pytest.mark.parametrize("text", ["entries: [a, # nei\n]\n", "{}\n"])
def test_odd_texts_are_left_alone(text: str) -> None:
    """Where a change cannot be proved, there is none."""
    with pytest.raises(UnsafeEdit):
        add(text, "entries", ENTRY)


INSERTED = {
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


@pytest.mark.parametrize(("before", "after"), INSERTED.values(), ids=INSERTED)
def test_entry_is_inserted_before_another(before: str, after: str) -> None:
    """On a line of its own or in the brackets; comments stay with the entry that they are about."""
    assert edit(before, InsertAt(("agenda", 1), "ny")) == after


def test_entry_is_inserted_before_the_first() -> None:
    """Below the key, above the comment of the entry that was first."""
    assert edit("agenda:\n  # slutt\n  - a\n", InsertAt(("agenda", 0), "ny")) == "agenda:\n  - ny\n  # slutt\n  - a\n"


REARRANGED: dict[str, tuple[str, Operation, str]] = {
    "a key is removed": ("# a\na: b\n\nc: d  # e\nf: g\n", DeleteAt(("c",)), "# a\na: b\n\nf: g\n"),
    "the first key of an entry": ("x:\n  - a: b\n    c: d\n", DeleteAt(("x", 0, "a")), "x:\n  - c: d\n"),
    "an entry is removed": ("x:\n  - a\n  # b\n  - b\n  - c\n", DeleteAt(("x", 1)), "x:\n  - a\n  # b\n  - c\n"),
    "the only entry": ("x:\n  - a  # b\ny: z\n", DeleteAt(("x", 0)), "x: []  # b\ny: z\n"),
    "the last line": ("a: b\nc: d", DeleteAt(("c",)), "a: b\n"),
    "in brackets": ("x: [a, {b: c, d: e}, f]\n", DeleteAt(("x", 1, "d")), "x: [a, {b: c}, f]\n"),
    "the first in brackets": ("x: [a, b]\n", DeleteAt(("x", 0)), "x: [b]\n"),
    "entries in another order": (
        "x:\n  # en\n  - a: 1\n    b: 2\n\n  - c  # to\n\n# slutt\n",
        ReorderAt(("x",), (1, 0)),
        "x:\n  - c  # to\n\n  # en\n  - a: 1\n    b: 2\n\n# slutt\n",
    ),
    "keys in another order": ("- a: 1\n  # b\n  b: 2", ReorderAt((0,), (1, 0)), "- # b\n  b: 2\n  a: 1"),
    "entries in brackets in another order": ("x: [a,  {b: c}]\n", ReorderAt(("x",), (1, 0)), "x: [{b: c},  a]\n"),
    "an entry moves down": ("x:\n- a\n- b\n- c\n", MoveTo(("x", 0), ("x", 1)), "x:\n- b\n- a\n- c\n"),
    "an entry moves to another list": (
        "x:\n  # om a\n  - a: b  # c\n  - d\ny:\n- e\n- f\n",
        MoveTo(("x", 0), ("y", 1)),
        "x:\n  - d\ny:\n- e\n# om a\n- a: b  # c\n- f\n",
    ),
    "an entry moves from brackets": (
        "x: [a, b]\ny:\n  - c\n",
        MoveTo(("x", 0), ("y", 1)),
        "x: [b]\ny:\n  - c\n  - a\n",
    ),
    "an entry moves past its list": (
        "- m: [a, b]\n- m: []\n",
        MoveTo((0, "m", 1), (1, "m", 0)),
        "- m: [a]\n- m:\n    - b\n",
    ),
}


@pytest.mark.parametrize(("before", "operation", "after"), REARRANGED.values(), ids=REARRANGED)
def test_entries_are_removed_and_rearranged(before: str, operation: Operation, after: str) -> None:
    """Comments right above an entry move with it, and stay where it is removed; blank lines stay."""
    assert edit(before, operation) == after


@given(value=st.recursive(LINES, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=8))
def test_what_is_written_is_read(value: Plain) -> None:
    """Any text, in any of the ways there are to write it."""
    read = [read_yaml(to_yaml({"k": value}, style)).value for style in ("block", "quoted", "flow")]

    assert read == [{"k": value if value is not None else ""}] * 3


@given(
    texts=st.lists(LINES, min_size=1, max_size=3),
    new=LINES,
    head=st.sampled_from(["", "# hode\n\n", "a: b\n"]),
    tail=st.sampled_from(["", "\n", "\n# slutt\n", "z: x\n", "  # inne\n"]),
    style=st.sampled_from(["block", "quoted", "flow"]),
)
def test_entries_are_added_to_any_list(texts: list[str], new: str, head: str, tail: str, style: Style) -> None:
    """The values are those there were, and the new one; and the text around the list is unchanged."""
    listed: list[Plain] = [{"date": "2018-01-01", "text": text} for text in texts]
    flow = "entries: " + to_yaml(listed, "flow")
    before = head + (flow if style == "flow" else to_yaml({"entries": listed}, style)) + tail

    after = add(before, "entries", {"date": "2018-12-31", "text": new})

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
    text, _diagnostics = decode(raw.encode(), "a.yaml")

    assert restore_bytes(raw, text, text) == raw
    assert restore_bytes(raw, text, text + "x: y\n") == raw + ("x: y\r\n" if "\r\n" in raw else "x: y\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: a\nnumber: 1/18 # her\n---\n\nb\n", "---\ntitle: a\nnumber: 2/18 # her\n---\n\nb\n"),
        ("---\ntitle: a\n---\n", "---\ntitle: a\nnumber: 2/18\n---\n"),
    ],
)
def test_front_matter_is_edited(before: str, after: str) -> None:
    """The body stays."""
    source, _faults = read_measure(before.encode(), "a.md")
    assert edit_source(before.encode(), source, SetAt(("number",), "2/18"), read_measure).decode() == after
