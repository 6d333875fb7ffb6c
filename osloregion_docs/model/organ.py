"""The deciding and advising bodies: their seats over time, and how they number their cases."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from osloregion_docs.model.base import Day, Flag, Model, Name, Slug, Whole
from osloregion_docs.model.text import Text

_FIELD = re.compile(r"\{(number|year)(?::0([2-4]))?\}")
_CENTURY = 100
_FORM_WAYS = (
    "write {number} once and {year} or {year:02} at most once, such as {number}/{year:02} or PS {number:03}/{year}"
)


class Numbered(NamedTuple):
    """A parsed case number: the number in the series, and the last two digits of its year, if any."""

    number: int
    year: int | None


def _is_form(form: str) -> str:
    fields = _FIELD.findall(form)
    names = [name for name, _width in fields]
    years = {width for name, width in fields if name == "year"}
    if names.count("number") != 1 or names.count("year") > 1 or years - {"", "2"} or set("{}") & set(_literal(form)):
        raise ValueError(f'"{form}" is not a form of case numbers: {_FORM_WAYS}')
    return form


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_TEXT: Final = {"type": "string", "maxLength": 40, "examples": ["{number}/{year:02}"]}
_NAMES: Final = WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})
_ONE_OR_MANY: Final = WithJsonSchema({"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]})
Section = Literal["summary", "background", "facts", "assessment", "conclusion", "proposal", "attachments"]
"""A part of a case paper, in the usual order."""
Power = Literal["programme", "budget", "contribution", "annual_report"]
"""What an organ can have the power to adopt."""

NumberForm = Annotated[str, AfterValidator(_is_form), Field(max_length=40)]
"""How an organ writes its case numbers: text with {number} and {year}; :02 and the like give the number of digits."""


def read_number(form: str, written: str) -> Numbered | None:
    """Parse a case number in a form; None if it does not match."""
    match = _pattern(form).fullmatch(written)
    if match is None or not int(match["number"]):
        return None
    year = match.groupdict().get("year")
    return Numbered(int(match["number"]), int(year) % _CENTURY if year else None)


def write_number(form: str, number: int, year: int) -> str:
    """Format a case number: the inverse of `read_number`."""
    written, done = "", 0
    for field in _FIELD.finditer(form):
        width = int(field[2] or 1)
        value = number if field[1] == "number" else year % _CENTURY if field[2] else year
        written += f"{form[done : field.start()]}{value:0{width}}"
        done = field.end()
    return written + form[done:]


@lru_cache(maxsize=64)
def _pattern(form: str) -> re.Pattern[str]:
    """Return the pattern of a number in a form."""
    pattern, done = "", 0
    for field in _FIELD.finditer(form):
        name, width = field[1], int(field[2] or 1)
        if name == "number":
            digits = f"[0-9]{{{width}}}|[1-9][0-9]{{{width},5}}"
        else:
            digits = "[0-9]{2}" if field[2] else "[0-9]{4}"
        pattern += f"{re.escape(form[done : field.start()])}(?P<{name}>{digits})"
        done = field.end()
    return re.compile(pattern + re.escape(form[done:]))


def _literal(form: str) -> str:
    """Return the text outside the fields."""
    return _FIELD.sub("", form)


class Valid(Model):
    """Something valid from one day to another; an open end is left out."""

    since: Day | None = None
    """The first day, if known."""
    until: Day | None = None
    """The last day, if it has ended."""

    @model_validator(mode="after")
    def _in_order(self) -> Valid:
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"it ends {self.until}, before it begins {self.since}")
        return self

    def holds_on(self, day: datetime.date) -> bool:
        """Return whether it is valid on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Seat(Valid):
    """A seat in an organ, and who holds it over a period (plass, medlem)."""

    represents: Text
    """Whom the seat represents, such as a municipality or a region."""
    member: str | None = None
    """The person's name; left out if the seat is vacant."""
    deputies: Annotated[tuple[Name, ...], BeforeValidator(_one_or_many), _NAMES] = ()
    """The deputies, in this order (varamedlemmer)."""
    role: Text | None = None
    """Such as leader or deputy leader."""
    party: str | None = None


class Organ(Valid):
    """A deciding or advising body (organ)."""

    id: Slug = Field(examples=["styret", "samarbeidsradet"])
    name: Text = Field(examples=["Styret", "Samarbeidsrådet"])
    kind: Literal["council", "board", "committee", "secretariat", "group"]
    """Its type: samarbeidsråd, styre, utvalg, sekretariat, or a group of experts or staff."""
    seats: Annotated[tuple[Seat, ...], Field()] = ()
    case_numbers: Annotated[tuple[NumberForm, ...], BeforeValidator(_one_or_many), _ONE_OR_MANY] = ()
    """How its cases are numbered, one form for each of its series: {number}/{year:02} reads 38/25 and 4/17."""
    notice_days: Whole | None = Field(default=None, ge=0, le=365)
    """The number of days before a meeting by which its notice is sent."""
    opening_cases: Flag = False
    """Whether its meetings open with approving the notice and the last minutes."""
    any_other_business: Flag = False
    """Whether its meetings close with any other business (Eventuelt)."""
    adopts: tuple[Power, ...] = ()
    """What it has the power to adopt this year (myndighet); unspecified if left out."""
    proposer: Text | None = Field(default=None, examples=["Sekretariatet", "Daglig leder"])
    """Whose proposal its case papers contain, as in Sekretariatets forslag til vedtak."""
    sections: tuple[Section, ...] = ()
    """The order of the parts of its case papers; others follow, if they have text."""
    attachment_numbers: Literal["case", "meeting"] = "case"
    """Whether attachments are numbered per case, or throughout the meeting."""
    minutes: Literal["referat", "protokoll"] | None = None
    """The name of its minutes; by default protokoll for a council and referat for others."""


class Decision(Model):
    """Where something was treated or decided: organ, case and date (behandling, vedtak)."""

    organ: Slug
    case: str | None = Field(default=None, examples=["4/17"])
    """The case's number in that organ's series."""
    date: Day | None = None
    year: Whole | None = Field(default=None, ge=1900, le=2200)
    """The year, where the date is unknown."""
