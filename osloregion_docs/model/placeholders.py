"""Which values can be inserted into running text by address, in which forms, and which whole parts."""

from __future__ import annotations

import datetime
from decimal import Decimal

from osloregion_docs.model.amount import Amount
from osloregion_docs.model.budget.contribution import Multipliers
from osloregion_docs.model.programme import Period
from osloregion_docs.model.text import Localised
from osloregion_docs.model.timeframe import Timeframe

FORMS: tuple[tuple[type | tuple[type, ...], tuple[str, ...]], ...] = (
    (Amount, ("short", "spelled", "bare", "kroner", "thousands", "millions")),
    (Multipliers, ("phrase", "clause")),
    (Period, ("short", "full")),
    (Timeframe, ("short",)),
    (datetime.date, ("long", "numeric", "compact")),
    (int, ("year", "digits", "word")),
    (Decimal, ("digits",)),
    ((str, Localised), ("text",)),
)
"""The forms of each type of value, the default first.

Amounts: ``short`` 6,64 mill. kroner, ``spelled`` 2,9 millioner kroner, ``bare`` as short without ca.; and rounded
half up: ``kroner`` 840 kroner, ``thousands`` 109 000 kroner, ``millions`` 4,58 millioner kroner.
Multipliers: ``phrase`` dobbel kontingent for Oslo kommune, ``clause`` Oslo kommune betaler dobbel sats.
Periods: ``short`` 2017–20, ``full`` 2017–2020.
Dates: ``long`` 12. juni 2017, ``numeric`` 1.1.2005, ``compact`` 01.01.18.
Whole numbers: ``year`` plain digits, ``digits`` with thousands separated, ``word`` fem.
"""

LISTS = ("strategy/roles", "strategy/focus_areas", "measure_areas", "measures", "measures/starting")
"""The addresses that, alone in a paragraph of a case, insert a list; ``measures/starting`` are those that begin this
year."""

TABLES = ("budget/lines", "budget/changes", "budget/contribution/alternatives", "members", "members/alternatives")
"""The addresses that, alone in a paragraph, insert a table: the budget, its changes, the outcome of other rates,
what each member pays, and what each would pay at other rates."""

INSERTS = (
    "strategy/vision",
    "strategy/roles",
    "strategy/focus_areas",
    "measure_areas",
    "measures",
    "measures/starting",
    *TABLES,
)
"""The addresses that, alone in a paragraph, insert a whole part of the document."""


def forms_of(value: object) -> tuple[str, ...]:
    """Return the forms a value can be printed in, the default first; none if it cannot be in running text."""
    return next((forms for kind, forms in FORMS if isinstance(value, kind)), ())


def form_of(value: object, wanted: str) -> str:
    """Return the form to print a value in.

    Raises:
        ValueError: the value has no such form.
    """
    forms = forms_of(value)
    if not forms or (wanted and wanted not in forms):
        raise ValueError(f"there is no form {wanted!r} for this value; it has {', '.join(forms) or 'none'}")
    return wanted or forms[0]
