"""Parses the timeframe of a measure from its written forms."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Literal

from pydantic import ConfigDict, ModelWrapValidatorHandler, model_validator

from osloregion_docs.model.base import Model

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_ONGOING = {"løpende", "løpande", "ongoing"}
_MOMENTS = (
    re.compile(r"(?P<year>\d{4})$"),
    re.compile(r"(?P<year>\d{4})-?H(?P<half>[12])$", re.IGNORECASE),
    re.compile(r"(?P<half>[12])\. ?(?:halvår|half of) ?(?P<year>\d{4})$", re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})-?[KQ](?P<quarter>[1-4])$", re.IGNORECASE),
    re.compile(r"(?P<quarter>[1-4])\. ?(?:kvartal|quarter of) ?(?P<year>\d{4})$", re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})$"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})$"),
)
_SHORT_YEARS = re.compile(r"(\d{2})(\d{2})\s*[-–]\s*(\d{2})$")
_RANGE = re.compile(r"\s+[-–]\s+|\s*–\s*|\.\.|(?<=\d{4})-(?=\d{4}$)")
_WAYS = "write løpende, 2018, 2017–19, 2018-H1 (half-year), 2018-Q3 (quarter) or 2018-03-01 – 2018-06-30"


class Moment(Model):
    """A year, or a finer part of one."""

    year: int
    unit: Literal["year", "half", "quarter", "day"] = "year"
    number: int = 0
    """Which half (1–2) or quarter (1–4); for a day, which day of the year."""

    @property
    def first_day(self) -> datetime.date:
        """Its first day."""
        start = datetime.date(self.year, 1, 1)
        if self.unit == "day":
            return start + datetime.timedelta(days=self.number - 1)
        months = {"year": 12, "half": 6, "quarter": 3}[self.unit]
        return datetime.date(self.year, 1 + months * max(self.number - 1, 0), 1)

    @property
    def last_day(self) -> datetime.date:
        """Its last day."""
        if self.unit == "day":
            return self.first_day
        months = {"year": 12, "half": 6, "quarter": 3}[self.unit]
        end = months * max(self.number, 1)
        after = datetime.date(self.year + end // 12, end % 12 + 1, 1)
        return after - datetime.timedelta(days=1)


class Timeframe(Model):
    """The timeframe of a measure (tidsramme). Without moments it is ongoing (løpende)."""

    model_config = ConfigDict(
        json_schema_extra={
            "type": "string",
            "description": f"Tidsramme: {_WAYS}.",
            "examples": ["løpende", "2018", "2017–19", "2018-H1", "2018-Q3", "2018-03-01 – 2018-06-30"],
            "properties": None,
        }
    )

    first: Moment | None = None
    last: Moment | None = None

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: object, handler: ModelWrapValidatorHandler[Timeframe]) -> Timeframe:
        if isinstance(value, str):
            return read_timeframe(value)
        if isinstance(value, dict):
            raise ValueError(f"a timeframe is one text: {_WAYS}")  # noqa: TRY004 - pydantic collects these
        return handler(value)

    @property
    def ongoing(self) -> bool:
        """Whether it is ongoing (løpende)."""
        return self.first is None

    def touches(self, first: datetime.date, last: datetime.date) -> bool:
        """Return whether it includes any day from `first` to `last`, both included."""
        if self.first is None or self.last is None:
            return True
        return self.first.first_day <= last and self.last.last_day >= first


@lru_cache(maxsize=1024)
def read_timeframe(written: str) -> Timeframe:
    """Parse a timeframe.

    Raises:
        ValueError: it cannot be read, or it ends before it begins.
    """
    text = " ".join(written.split())
    if text.lower() in _ONGOING:
        return Timeframe.model_construct(first=None, last=None)
    if short := _SHORT_YEARS.match(text):
        text = f"{short[1]}{short[2]} – {short[1]}{short[3]}"
    first, *rest = [_moment(part.strip(), written) for part in _RANGE.split(text)]
    if rest[1:]:
        raise _unreadable(written)
    last = rest[0] if rest else first
    if last.last_day < first.first_day:
        raise ValueError(f'the timeframe "{written}" ends before it begins')
    return Timeframe.model_construct(first=first, last=last)


def _moment(part: str, written: str) -> Moment:
    match = next((m for m in (pattern.match(part) for pattern in _MOMENTS) if m), None)
    if match is None:
        raise _unreadable(written)
    found = {name: int(digits) for name, digits in match.groupdict().items()}
    if not _FIRST_YEAR <= found["year"] <= _LAST_YEAR:
        raise _unreadable(written)
    if "half" in found:
        return Moment(year=found["year"], unit="half", number=found["half"])
    if "quarter" in found:
        return Moment(year=found["year"], unit="quarter", number=found["quarter"])
    if "day" in found:
        try:
            day = datetime.date(found["year"], found["month"], found["day"])
        except ValueError:
            raise ValueError(f'"{part}" is not a date of the calendar') from None
        return Moment(year=day.year, unit="day", number=day.timetuple().tm_yday)
    return Moment(year=found["year"])


def _unreadable(written: str) -> ValueError:
    return ValueError(f'"{written}" is not a timeframe: {_WAYS}')
