"""The one printed form of numbers, dates, ranges and amounts, by Språkrådet's rules."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.labels import forms
from osloregion_docs.labels.budget import BudgetLabels
from osloregion_docs.labels.labels import Labels, PageLabels, labels_of
from osloregion_docs.language import LANGUAGES, Language
from osloregion_docs.renderers.renderers import RENDERERS

DAY = datetime.date(2017, 6, 2)
S = forms.HARD_SPACE


@pytest.mark.parametrize(
    ("language", "printed"), [("nb", f"2.{S}juni{S}2017"), ("nn", f"2.{S}juni{S}2017"), ("en", f"2{S}June{S}2017")]
)
def test_long_date(language: Language, printed: str) -> None:
    """Day, month and year, kept on one line."""
    assert forms.long_date(DAY, language) == printed


def test_numeric_date() -> None:
    """Figures without zeros in front."""
    assert forms.numeric_date(DAY) == "2.6.2017"


def test_compact_date() -> None:
    """Two figures each."""
    assert forms.compact_date(DAY) == "02.06.17"


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [(2018, 2018, "2018"), (2017, 2019, "2017–19"), (2000, 2001, "2000–01"), (1999, 2001, "1999–2001")],
)
def test_year_range(first: int, last: int, printed: str) -> None:
    """An en dash without spaces, the century once."""
    assert forms.year_range(first, last) == printed


@pytest.mark.parametrize(("first", "last", "printed"), [(2018, 2018, "2018"), (2017, 2020, "2017–2020")])
def test_full_year_range(first: int, last: int, printed: str) -> None:
    """Both years in full."""
    assert forms.full_year_range(first, last) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("1.50", "1,50"),
        ("0", "0"),
        ("999", "999"),
        ("1234", "1234"),
        ("12345", f"12{S}345"),
        ("6640000", f"6{S}640{S}000"),
        ("123456.789", f"123{S}456,789"),
        ("-0.5", "−0,5"),
        ("1E+3", "1000"),
        ("0.0000001", "0,0000001"),
        ("1234567890123456789012345678.90", f"1{S}234{S}567{S}890{S}123{S}456{S}789{S}012{S}345{S}678,90"),
    ],
)
def test_norwegian_number(value: str, printed: str) -> None:
    """Decimal comma, hard spaces between thousands from five figures on, and every figure kept."""
    assert forms.number(Decimal(value), "nb") == printed


@pytest.mark.parametrize(("value", "printed"), [("1.50", "1.50"), ("12345.6", "12,345.6"), ("1234", "1234")])
def test_english_number(value: str, printed: str) -> None:
    """Decimal point, commas between thousands."""
    assert forms.number(Decimal(value), "en") == printed


@given(st.integers(-(10**15), 10**15), st.sampled_from(LANGUAGES))
def test_number_reads_back(value: int, language: Language) -> None:
    """Without its marks a printed whole number is the number."""
    printed = forms.number(value, language)

    assert int(printed.replace(S, "").replace(",", "").replace("−", "-")) == value


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "null én fem tolv 13"), ("nn", "null ein fem tolv 13"), ("en", "zero one five twelve 13")],
)
def test_number_words(language: Language, words: str) -> None:
    """Words up to twelve, figures above."""
    assert " ".join(forms.number_word(n, labels_of(language)) for n in (0, 1, 5, 12, 13)) == words


@pytest.mark.parametrize(
    ("number", "unit", "spelled", "language", "printed"),
    [
        ("1.50", "kr", False, "nb", f"kr{S}1,50"),
        ("640", "1000 kr", False, "nb", f"640{S}tusen{S}kroner"),
        ("6.64", "mill. kr", False, "nb", f"6,64{S}mill.{S}kroner"),
        ("2.9", "mill. kr", True, "nb", f"2,9{S}millioner{S}kroner"),
        ("2.9", "mill. kr", True, "nn", f"2,9{S}millionar{S}kroner"),
        ("1", "mill. kr", True, "nb", f"1{S}million{S}kroner"),
        ("6.64", "mill. kr", False, "en", f"6.64{S}million{S}kroner"),
    ],
)
def test_amount(number: str, unit: str, spelled: bool, language: Language, printed: str) -> None:
    """Number and unit, which never part at the end of a line."""
    assert forms.amount(Decimal(number), unit, labels_of(language), language, spelled=spelled) == printed


@pytest.mark.parametrize(
    ("unit", "number", "language", "printed"),
    [
        ("half", 1, "nb", "1. halvår 2018"),
        ("quarter", 3, "nn", "3. kvartal 2018"),
        ("half", 2, "en", "second half of 2018"),
        ("quarter", 4, "en", "fourth quarter of 2018"),
    ],
)
def test_part_of_a_year(unit: str, number: int, language: Language, printed: str) -> None:
    """Halves and quarters, with a figure in Norwegian and a word in English."""
    assert forms.part_of_year(unit, number, 2018, labels_of(language)) == printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", sorted(Labels.model_fields))
def test_every_language_has_every_label(language: Language, field: str) -> None:
    """No fixed word is missing or empty in any language."""
    assert getattr(labels_of(language), field)


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_words_go_to_twelve(language: Language) -> None:
    """From nought to twelve: thirteen words."""
    assert len(set(labels_of(language).number_words)) == 13


@pytest.mark.parametrize("field", ["proposed_to", "adopted_by", "half", "quarter"])
def test_words_with_a_gap_have_it_in_every_language(field: str) -> None:
    """What is put into a fixed word is put in whatever the language."""
    gaps = [set(getattr(labels_of(language), field).partition("{")[2::2]) != {""} for language in LANGUAGES]

    assert all(gaps)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_has_a_name(language: Language, name: str) -> None:
    """What readers call it, in every language."""
    assert labels_of(language).formats[name].strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_formats_share_a_name(language: Language) -> None:
    """A list of files distinguishes them."""
    names = list(labels_of(language).formats.values())

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", sorted(PageLabels.model_fields))
def test_every_language_has_every_word_of_the_web_page(language: Language, field: str) -> None:
    """No fixed word of the page around the document is missing or empty in any language."""
    assert getattr(labels_of(language).web_page, field)


@pytest.mark.parametrize("field", sorted(PageLabels.model_fields))
def test_gaps_of_the_web_page_are_the_same_in_every_language(field: str) -> None:
    """What the script puts into a word it puts in whatever the language."""
    gaps = {tuple(sorted(re.findall(r"\{\w*\}", getattr(labels_of(each).web_page, field)))) for each in LANGUAGES}

    assert len(gaps) == 1


@pytest.mark.parametrize("field", sorted(BudgetLabels.model_fields))
def test_words_of_budgets_are_there_in_every_language(field: str) -> None:
    """None is missing or empty, and what is put into one is put in whatever the language."""
    words = [getattr(labels_of(each).budget, field) for each in LANGUAGES]

    assert all(words)
    assert len({tuple(sorted(re.findall(r"\{\w*\}", word))) for word in words}) == 1


@pytest.mark.parametrize(
    ("size", "language", "printed"),
    [
        (0, "nb", f"1{S}kB"),
        (1, "nb", f"1{S}kB"),
        (1_499, "nb", f"1{S}kB"),
        (343_600, "nb", f"344{S}kB"),
        (343_600, "en", f"344{S}kB"),
        (999_499, "nb", f"999{S}kB"),
        (1_000_000, "nb", f"1,0{S}MB"),
        (1_234_567, "nn", f"1,2{S}MB"),
        (1_234_567, "en", f"1.2{S}MB"),
        (123_456_789, "nb", f"123,5{S}MB"),
    ],
)
def test_file_size(size: int, language: Language, printed: str) -> None:
    """Whole kilobytes, never none, and from a megabyte on with one decimal."""
    assert forms.file_size(size, language) == printed
