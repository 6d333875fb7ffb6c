"""From bytes to text: encodings, marks and line ends that editors leave behind."""

from __future__ import annotations

from osloregion_docs.diagnostics import Severity
from osloregion_docs.sources.decoding import MAX_BYTES, decode
from osloregion_docs.sources.read import read_measure, read_yaml_source
from tests.years import MEASURE, format_diagnostic


def test_windows_encoding_is_named_at_its_byte() -> None:
    """SRC004 points at the first byte that is not UTF-8, and shows the letter that was meant."""
    source, diagnostics = read_yaml_source("a: 1\nby: Tønsberg\n".encode("cp1252"), "budget.yaml")

    assert source is None
    assert [format_diagnostic(d) for d in diagnostics] == [
        "budget.yaml:2:6 SRC004 the file is not UTF-8: byte 0xF8 (ø in Windows-1252)"
    ]


def test_windows_encoding_column_counts_letters() -> None:
    """The column of SRC004 counts characters, also after letters that take two bytes."""
    _text, diagnostics = decode("æøå: ".encode() + b"\xf8", "budget.yaml")

    assert (diagnostics[0].span.line, diagnostics[0].span.column) == (1, 6)


def test_windows_encoding_has_a_hint() -> None:
    """SRC004 says what to do."""
    _text, diagnostics = decode(b"\xe6", "budget.yaml")

    assert diagnostics[0].hint == 'save the file with the encoding "UTF-8"'


def test_byte_order_mark_is_passed_over() -> None:
    """SRC006 is a note, and the mark moves no column."""
    source, diagnostics = read_yaml_source(b"\xef\xbb\xbfa: no\n", "budget.yaml")

    assert source is not None
    assert [(d.severity, format_diagnostic(d)) for d in diagnostics] == [
        (Severity.NOTE, "budget.yaml:1:1 SRC006 the file begins with a byte order mark"),
        (Severity.WARNING, "budget.yaml:1:4 SRC005 no is read as the text no"),
    ]


def test_windows_line_ends_are_a_note() -> None:
    """SRC007 is a note, and lines and columns are counted as the editor shows them."""
    source, diagnostics = read_measure(MEASURE.replace("løpende", "no").replace("\n", "\r\n").encode(), "gods.md")

    assert source is not None
    assert [format_diagnostic(d) for d in diagnostics] == [
        "gods.md:1:1 SRC007 lines end the Windows way (CR LF)",
        "gods.md:3:12 SRC005 no is read as the text no",
    ]


def test_front_matter_after_byte_order_mark_and_windows_line_ends() -> None:
    """A file that Notepad saved reads like any other."""
    plain, _ = read_measure(MEASURE.encode(), "gods.md")
    notepad, _ = read_measure(b"\xef\xbb\xbf" + MEASURE.replace("\n", "\r\n").encode(), "gods.md")

    assert plain is not None
    assert notepad is not None
    assert notepad.values == plain.values


def test_control_character_is_named_at_its_place() -> None:
    """SRC009 names the character and points at it; a vertical tab is Word's manual line break."""
    source, diagnostics = read_measure(MEASURE.replace("et prosjekt", "et\vprosjekt").encode(), "gods.md")

    assert source is None
    assert [format_diagnostic(d) for d in diagnostics] == [
        "gods.md:7:14 SRC009 the text holds the control character U+000B"
    ]


def test_control_character_does_not_reach_the_excerpt() -> None:
    """The line that is shown holds a replacement character, so that no terminal is upset."""
    _text, diagnostics = decode(b"tittel\x1b[2J", "a.md")

    assert diagnostics[0].excerpt == "tittel\ufffd[2J"


def test_file_of_inhuman_size_is_not_read() -> None:
    """SRC010 stops at 2 MiB, before the file is parsed."""
    text, diagnostics = decode(b"a" * (MAX_BYTES + 1), "a.md")

    assert text == ""
    assert [d.code for d in diagnostics] == ["SRC010"]


def test_largest_file_is_read() -> None:
    """A file of exactly 2 MiB is read."""
    text, diagnostics = decode(b"a" * MAX_BYTES, "a.md")

    assert (len(text), diagnostics) == (MAX_BYTES, [])


def test_lone_surrogate_in_bytes_is_not_utf8() -> None:
    """Half an emoji, as some databases export it, is named and not crashed on."""
    _text, diagnostics = decode(b"title: \xed\xa0\xbd", "a.md")

    assert [d.code for d in diagnostics] == ["SRC004"]
