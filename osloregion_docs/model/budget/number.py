"""Numbers in a table: exact decimals, written in the ways that people write them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from osloregion_docs.model.base import Whole

_GAPS = str.maketrans("", "", " \u00a0\u202f")
_GROUPED = re.compile(r"[-−]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?")


def _ungrouped(value: object) -> object:
    """A number without the spaces between its thousands."""
    return value.translate(_GAPS) if isinstance(value, str) and _GROUPED.fullmatch(value) else value


def _as_decimal(value: object) -> object:
    """A number as Python reads it: no spaces between thousands, a decimal point, a hyphen as minus."""
    ungrouped = _ungrouped(value)
    return ungrouped.replace(",", ".").replace("−", "-") if isinstance(ungrouped, str) else ungrouped


Number = Annotated[Decimal, Field(max_digits=18, decimal_places=6), BeforeValidator(_as_decimal)]
"""A number, exact: 6640, 6 640, 6.64 or 6,64."""

Count = Annotated[Whole, Field(ge=0, le=1_000_000_000), BeforeValidator(_ungrouped)]
"""How many there are of something: 9421 or 9 421."""
