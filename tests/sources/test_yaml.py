"""YAML to plain values: every scalar is the text as written, and nothing is lost or run."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.sources.read import read_yaml_source
from osloregion_docs.sources.yaml import read_yaml

PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff\ufeff"))


@pytest.mark.parametrize(
    "written",
    [
        "1.10",
        "2018-06-12",
        "0123",
        "1e3",
        "0x1F",
        "12:30",
        "1_000",
        "NO",
        "=",
        ".inf",
        "true",
        "3.0",
        "2018-06-12T10:00:00Z",
    ],
)
def test_scalar_stays_as_written(written: str) -> None:
    """Nothing that looks like a number, date or truth value is turned into one."""
    assert read_yaml(f"key: {written}\n").value == {"key": written}


@pytest.mark.parametrize("word", ["no", "Yes", "ON", "off", "null", "~"])
def test_trap_is_warned_of_and_kept(word: str) -> None:
    """Words that other programs read as a truth value or nothing are kept as text, with a warning."""
    reading = read_yaml(f"key: {word}\n")

    assert (reading.value, [fault[3] for fault in reading.faults]) == ({"key": word}, ["SRC005"])


def test_quoted_trap_is_no_trap() -> None:
    """In quotes every program reads the word as text, so there is no diagnostic."""
    assert read_yaml('key: "no"\n').faults == []


def test_key_without_value_is_nothing() -> None:
    """An empty value is nothing, and an empty text in quotes is a text."""
    assert read_yaml('a:\nb: ""\n').value == {"a": None, "b": ""}


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: !!python/object:os.system x\n", "a: !x 1\n"])
def test_anchors_aliases_and_tags_are_refused(text: str) -> None:
    """Nothing can blow up, and nothing can be made to run."""
    assert {fault[3] for fault in read_yaml(text).faults} == {"SRC008"}


def test_billion_laughs_stay_small() -> None:
    """A small file that would unfold to a huge one is refused, not unfolded."""
    lines = ["a0: &a0 [ha, ha]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]

    assert read_yaml("\n".join(lines)).broken


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_without_a_crash(opening: str) -> None:
    """Fifty thousand levels end in SRC010, or in SRC001 where libyaml gives up by itself, not in a stack overflow."""
    assert [fault[3] for fault in read_yaml(opening * 50_000).faults] in (["SRC010"], ["SRC001"])


@pytest.mark.parametrize("character", ["-", "?", ":", "[", "#", "&", "!", "|", "%", "\t", "'", '"', "{"])
def test_two_hundred_thousand_of_one_character_do_not_crash(character: str) -> None:
    """A line of one character without end is refused or read, and never crashes."""
    reading = read_yaml(character * 200_000)

    assert reading.broken or set(str(reading.value or character)) == {character}


def test_second_document_is_not_lost_without_a_word() -> None:
    """A line of three hyphens begins a second document; neither of the two may vanish silently."""
    _source, diagnostics = read_yaml_source(b"state: proposed\n---\norgan: styret\n", "adoption.yaml")

    assert [d.code for d in diagnostics] == ["SRC001"]


def test_list_as_key_is_refused() -> None:
    """Braces that were meant as text begin a mapping; the hint says to put them in quotes."""
    [fault] = read_yaml("title: {{ year }}\n").faults

    assert fault[3:] == (
        "SRC001",
        "a key is text, and this is a list or mapping",
        "put text that begins with { or [ in quotes",
    )


def test_plain_text_is_no_source() -> None:
    """A file that is one line of prose gets the message that keys and values are wanted."""
    source, diagnostics = read_yaml_source(b"Bare tekst\n", "budget.yaml")

    assert source is None
    assert [(d.code, d.message) for d in diagnostics] == [("SRC001", "keys and values are wanted here")]


def test_marks_of_keys_and_values() -> None:
    """Each value is found by its keys and positions, also after letters outside ASCII and emoji."""
    text = "æøå: 😀\nliste:\n  - én: to\n"
    marks = read_yaml(text, with_marks=True).marks

    stretches = {
        steps: text[slice(*mark.value)] for steps, mark in marks.items() if steps in {("æøå",), ("liste", 0, "én")}
    }
    assert stretches == {("æøå",): "😀", ("liste", 0, "én"): "to"}


@given(PRINTABLE)
def test_text_in_double_quotes_reads_back_as_itself(text: str) -> None:
    """Any text without control characters, written as a quoted scalar, is that text."""
    written = json.dumps(text, ensure_ascii=False)

    assert read_yaml(f"key: {written}\n").value == {"key": text}


@given(PRINTABLE.filter(lambda text: not any(unicodedata.category(c) in {"Zl", "Zp"} for c in text)))
def test_text_in_single_quotes_reads_back_as_itself(text: str) -> None:
    """Also in single quotes, where a quote is written twice."""
    written = text.replace("'", "''")

    assert read_yaml(f"key: '{written}'\n").value == {"key": text}


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t:-[]{}#&*!|>'\"%@`,?"), max_size=200)
)
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    """Whatever a file contains, reading ends with values or with faults."""
    reading = read_yaml(text, with_marks=True)

    assert all(0 <= fault[0] <= len(text) + 1 for fault in reading.faults)
