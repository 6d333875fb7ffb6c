"""Amounts: exact decimals as written, with their unit, and nothing that can be read in two ways."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.model.amount import Amount, read_amount


@pytest.mark.parametrize(
    ("written", "number", "unit", "kroner"),
    [
        ("1.50 kr", "1.50", "kr", "1.5"),
        ("1,50 kr", "1.50", "kr", "1.5"),
        ("640 tusen kr", "640", "1000 kr", "640000"),
        ("6.64 mill. kr", "6.64", "mill. kr", "6640000"),
        ("6 640 000 kr", "6640000", "kr", "6640000"),
        ("6\u00a0640\u00a0000 kr", "6640000", "kr", "6640000"),
        ("-3 kr", "-3", "kr", "-3"),
        ("−3 kr", "-3", "kr", "-3"),
        ("0.500 kr", "0.500", "kr", "0.5"),
    ],
)
def test_written_form(written: str, number: str, unit: str, kroner: str) -> None:
    """Decimal comma and point, thousands in groups, and the three units."""
    amount = read_amount(written)

    assert (str(amount.number), amount.unit, amount.kroner) == (number, unit, Decimal(kroner))


@pytest.mark.parametrize(
    ("written", "about"), [("ca. 2.9 mill. kr", True), ("ca 2.9 mill. kr", True), ("2.9 mill. kr", False)]
)
def test_amount_that_is_meant_roughly(written: str, about: bool) -> None:
    """Ca. is part of the value, so that texts can print it or leave it out."""
    assert read_amount(written).approximately is about


@pytest.mark.parametrize(
    ("written", "whole"), [("1.500 kr", "1500"), ("1,500 kr", "1500"), ("12.345 kr", "12345"), ("-1.500 kr", "-1500")]
)
def test_amount_that_can_be_read_in_two_ways(written: str, whole: str) -> None:
    """Three figures after a mark may be thousands or decimals, so they are refused with the way out."""
    with pytest.raises(ValueError, match=f"can be read in two ways: write {whole} kr for thousands"):
        read_amount(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "mye",
        "1.50",
        "kr 1,50",
        "1.50 NOK",
        "1..5 kr",
        "1.5.0 kr",
        "- kr",
        " kr",
        "ca. kr",
        "1e3 kr",
        "1.50 mill kr",
        "NaN kr",
    ],
)
def test_what_is_no_amount_says_what_is(written: str) -> None:
    """A form that is none is refused with the forms there are."""
    with pytest.raises(ValueError, match="is not an amount: write a number and its unit"):
        read_amount(written)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=10**12))
def test_every_figure_is_kept(number: Decimal) -> None:
    """An amount is as exact as it was written, with its trailing zeros."""
    assert read_amount(f"{number} kr").number.as_tuple() == number.as_tuple()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=10**15))
def test_every_figure_is_printed(number: Decimal) -> None:
    """What is printed holds every figure of what was written, and no other."""
    printed = Printer("nb").value(read_amount(f"{number} mill. kr"), "")

    assert [c for c in printed if c.isdigit()] == [c for c in f"{number:f}" if c.isdigit()]


@given(st.text("0123456789 .,-−kr tusenmil", max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text does anything else than being an amount or a ValueError."""
    with suppress(ValueError):
        assert isinstance(read_amount(text), Amount)
