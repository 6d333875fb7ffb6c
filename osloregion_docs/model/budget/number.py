"""Numbers in a table: exact decimals and counts, within bounds."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from osloregion_docs.model.amount import as_exact
from osloregion_docs.model.base import Whole

_GAPS = str.maketrans("", "", " \u00a0\u202f")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+")


def _remove_grouping(value: object) -> object:
    """Remove the spaces between thousands."""
    return value.translate(_GAPS) if isinstance(value, str) and _GROUPED.fullmatch(value) else value


Number = Annotated[Decimal, Field(max_digits=18, decimal_places=6), BeforeValidator(as_exact)]
"""A number, exact: 6640, 6 640, 6.64 or 6,64. Rule BUD715 reports a point that may separate thousands."""

Count = Annotated[Whole, Field(ge=0, le=1_000_000_000), BeforeValidator(_remove_grouping)]
"""A count: 9421 or 9 421."""
