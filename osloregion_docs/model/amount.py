"""Numbers and sums of money: exact decimals, never floating point, in the forms people write."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Annotated, Literal, cast

from pydantic import BeforeValidator, ConfigDict, ModelWrapValidatorHandler, WithJsonSchema, model_validator

from osloregion_docs.model.base import Flag, Model

Unit = Literal["kr", "1000 kr", "mill. kr"]

IN_KRONER: dict[Unit, int] = {"kr": 1, "1000 kr": 1_000, "mill. kr": 1_000_000}
_UNITS: dict[str, Unit] = {"kr": "kr", "tusen kr": "1000 kr", "mill. kr": "mill. kr"}
_FORM = re.compile(
    r"(?P<about>(?:ca\.?|about) )?(?P<number>[-−]?\d[\d  ]*(?:[.,]\d+)?) ?(?P<unit>mill\. kr|tusen kr|kr)$"
)
_MOST_DIGITS = 20
_EXACT = Context(prec=200)
_WAYS = "write a number and its unit: 1.50 kr, 640 tusen kr, 6.64 mill. kr, or ca. 2.9 mill. kr"

_NUMBER = re.compile(r"[-−]?\d{1,3}(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?|[-−]?\d+(?:[.,]\d+)?")
_TWO_WAYS = re.compile(r"[-−]?[1-9]\d{0,2}\.\d{3}")
_LONGEST = 30


def exact(written: str) -> Decimal:
    """Parse an exact number, in which a point is a decimal point.

    Raises:
        ValueError: it cannot be read, or is absurdly long.
    """
    text = written.strip()
    if not _NUMBER.fullmatch(text) or len(text) > _LONGEST:
        raise ValueError(f'"{written:.60}" is not a number: write digits, such as 12 or 12.5')
    return Decimal(_plain(text))


def read_number(written: str) -> Decimal:
    """Parse an exact number with a decimal comma or a decimal point.

    Raises:
        ValueError: as `exact`, or it is ambiguous (1.500).
    """
    if _TWO_WAYS.fullmatch(written.strip()):
        whole = written.strip().replace(".", "")
        raise ValueError(f'"{written}" can be read in two ways: write {whole} for thousands, or a decimal comma')
    return exact(written)


def _plain(number: str) -> str:
    """Return a number in Python's form: no thousands separators, a decimal point, a hyphen as minus."""
    return re.sub(r"[ \u00a0\u202f]", "", number).replace(",", ".").replace("−", "-")


def as_exact(value: object) -> object:
    """Parse a text as an exact number; return other values unchanged, for pydantic to validate."""
    return exact(value) if isinstance(value, str) else value


def _as_number(value: object) -> object:
    return read_number(value) if isinstance(value, str) else value


Number = Annotated[
    Decimal, BeforeValidator(_as_number), WithJsonSchema({"type": ["string", "number"], "examples": [12.5]})
]
"""An exact number, written with a decimal point or comma: 6640, 6 640, 6.5 or 6,64."""


class Amount(Model):
    """A sum of money (beløp), exact, in the unit it was decided in."""

    model_config = ConfigDict(
        json_schema_extra={
            "type": ["string", "object"],
            "examples": ["1.50 kr", "6.64 mill. kr", "ca. 2.9 mill. kr"],
        }
    )

    number: Decimal
    """The number as written, with its trailing zeros: 1.50 stays 1.50."""
    unit: Unit
    approximately: Flag = False
    """Whether it is approximate (ca., i størrelsesorden)."""

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: object, handler: ModelWrapValidatorHandler[Amount]) -> Amount:
        return read_amount(value) if isinstance(value, str) else handler(value)

    @property
    def kroner(self) -> Decimal:
        """The same sum in kroner."""
        return self.number * IN_KRONER[self.unit]

    @property
    def step(self) -> Decimal:
        """The value of its last digit, in its unit: 0.01 of 6.64 mill. kr."""
        return Decimal(1).scaleb(cast("int", self.number.as_tuple().exponent))

    def round_to_unit(self, kroner: Decimal) -> Amount:
        """Convert a sum to this amount's unit, rounded half up to as many decimals."""
        in_unit = _EXACT.divide(kroner, Decimal(IN_KRONER[self.unit]))
        return self.model_copy(update={"number": in_unit.quantize(self.step, ROUND_HALF_UP, _EXACT)})


def read_amount(written: str) -> Amount:
    """Parse an amount with a decimal comma or a decimal point.

    Raises:
        ValueError: it cannot be read, or is ambiguous (1.500 kr).
    """
    match = _FORM.match(" ".join(written.replace("\u00a0", " ").split()))
    if match is None:
        raise ValueError(f'"{written}" is not an amount: {_WAYS}')
    digits = _plain(match["number"])
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f'"{written[:20]}…" is longer than any amount: {_WAYS}')
    if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", digits) and match["unit"] == "kr":
        whole = digits.replace(".", "")
        raise ValueError(f'"{written}" can be read in two ways: write {whole} kr for thousands')
    return Amount.model_construct(
        number=Decimal(digits), unit=_UNITS[match["unit"]], approximately=match["about"] is not None
    )
