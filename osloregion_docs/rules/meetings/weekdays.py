"""Rules on days that a text names: the weekday beside a date is the day's own."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from osloregion_docs.diagnostics import Finding
from osloregion_docs.language import LANGUAGES, Language
from osloregion_docs.messages.message import Message, message
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.rules.text_fields import find_text_fields

_WEEKDAYS: Final[dict[Language, tuple[str, ...]]] = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_NUMBER_OF: Final = {
    **{name.lower(): number for names in _WEEKDAYS.values() for number, name in enumerate(names)},
    "sundag": 6,  # nynorsk has both
}
_MONTHS: Final = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "january february march april may june july august september october november december",
}
"""The months in bokmål, which are those of nynorsk, and in English."""
_MONTH_OF: Final = {name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), 1)}
_GAP: Final = "[ \u00a0]"
_WEEKDAY: Final = rf"(?<!\w)(?P<weekday>{'|'.join(_NUMBER_OF)})"
_DATE: Final = (
    rf"(?P<day>[0-9]{{1,2}})(?:"
    rf"(?:\.|st|nd|rd|th)?{_GAP}(?P<name>{'|'.join(_MONTH_OF)}){_GAP}|\.{_GAP}?(?P<month>[0-9]{{1,2}})\.{_GAP}?)"
    rf"(?P<year>[0-9]{{4}})(?![0-9])"
)
_BEFORE: Final = re.compile(rf"{_WEEKDAY},?{_GAP}(?:den{_GAP})?{_DATE}", re.IGNORECASE)
_BEHIND: Final = re.compile(rf"(?<![0-9]){_DATE}{_GAP}\({_WEEKDAY}\)", re.IGNORECASE)


@rule("MTG919", "a weekday is that of the date beside it")
def weekdays_fit_their_dates(programme: Programme) -> Iterator[Finding]:
    """Where a text gives weekday and date, as in "tirsdag 5. desember 2017" or "05.12.2017 (tirsdag)", the two agree.

    Whoever goes by the weekday comes on another day than whoever goes by the date. Checked on whole dates in bokmål,
    nynorsk and English; a date that is put in from a source has no weekday of its own.
    """
    for field in find_text_fields(programme):
        if "dag" not in field.text and "day" not in field.text:
            continue
        for form in (_BEFORE, _BEHIND):
            for match in form.finditer(field.text):
                right = _weekday(match)
                if right != _NUMBER_OF[match["weekday"].lower()]:
                    found = _describe(match, right, programme.languages)
                    yield replace(Finding.of(field.path, found, quote=match[0]), word=match["weekday"])


def _weekday(match: re.Match[str]) -> int | None:
    """The number of the weekday that a date falls on, from 0 on Monday; None if there is no such date."""
    month = int(match["month"]) if match["month"] else _MONTH_OF[match["name"].lower()]
    try:
        return datetime.date(int(match["year"]), month, int(match["day"])).weekday()
    except ValueError:
        return None


def _describe(match: re.Match[str], right: int | None, languages: tuple[Language, ...]) -> Message:
    """Describe what is wrong with a weekday and a date."""
    if right is None:
        return message("MTG919.no-date", written=match[0])
    weekday = match["weekday"]
    own = [each for each in (*languages, *LANGUAGES) if weekday.lower() in map(str.lower, _WEEKDAYS[each])]
    name = _WEEKDAYS[own[0] if own else "nn"][right]
    name = name.capitalize() if weekday[0].isupper() else name
    corrected = match[0].replace(weekday, name)
    return message("MTG919.weekday", written=match[0], weekday=name, corrected=corrected)


RULES: tuple[Rule, ...] = (weekdays_fit_their_dates,)
