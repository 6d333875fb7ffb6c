"""Dates, ranges, numbers and amounts: one printed form each, by Språkrådet's rules. Knows no model.

*Source*: sprakradet.no, "Tall, tid, dato": day–month–year, en dash without spaces in ranges, decimal comma,
no-break space before units and between thousands.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from osloregion_docs.labels.labels import Labels
from osloregion_docs.language import LOCALES, Language

HARD_SPACE = "\u00a0"
_PARTED = 5
_MEGABYTE = 1_000_000
_EXACT = Context(prec=200)
_MILLION = Decimal(1_000_000)
_HALF = Decimal("0.5")
_STEPS = {"kroner": Decimal(1), "thousands": Decimal(1000), "millions": Decimal(10_000)}


def long_date(day: datetime.date, language: Language) -> str:
    """``12. juni 2017``; in English ``12 June 2017``."""
    from babel.dates import format_date  # noqa: PLC0415 - costs 30 ms, and few runs print a date

    pattern = "d MMMM y" if language == "en" else "d. MMMM y"
    return format_date(day, pattern, locale=LOCALES[language].replace("-", "_")).replace(" ", HARD_SPACE)


def dated_weekday(day: datetime.date, language: Language) -> str:
    """``tirsdag 6. mars 2018``; in English ``Tuesday 6 March 2018``."""
    from babel.dates import format_date  # noqa: PLC0415 - costs 30 ms, and few runs print a date

    weekday = format_date(day, "EEEE", locale=LOCALES[language].replace("-", "_"))
    return f"{weekday} {long_date(day, language)}"


def clock(time: datetime.time, language: Language) -> str:
    """``10.00``; in English ``10:00``. *Source*: sprakradet.no, "Klokkeslett"."""
    return f"{time:%H:%M}" if language == "en" else f"{time:%H.%M}"


def in_oslo(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """A time of day in Norway, with how far it is from UTC: by the rule of 1996, which no machine's list can change.

    *Source*: directives 94/21/EC and 2000/84/EC: summer time is from the last Sunday of March, 01:00 UTC, to that of
    October.
    """
    moment = datetime.datetime.combine(day, time)
    begins, ends = (_last_sunday(day.year, month) for month in (3, 10))
    summer = begins + datetime.timedelta(hours=2) <= moment < ends + datetime.timedelta(hours=3)
    return moment.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=2 if summer else 1)))


def _last_sunday(year: int, month: int) -> datetime.datetime:
    last = datetime.datetime(year, month, 31)  # noqa: DTZ001 - by the clock on the wall
    return last - datetime.timedelta(days=(last.weekday() + 1) % 7)


def genitive(name: str, language: Language) -> str:
    """``Sekretariatets``, ``Asplan Viaks``, ``Kåres’``; in English ``the secretariat's``."""
    if language == "en":
        return f"{name}’s"
    return f"{name}’" if name[-1:].lower() in {"s", "x", "z"} else f"{name}s"


def in_sentence(name: str) -> str:
    """A name inside a sentence: ``I gang`` is ``i gang``, ``Styret`` is ``styret``, ``NTP`` stays."""
    return name[:1].lower() + name[1:] if name[1:2] in {"", " "} or name[1:2].islower() else name


def listed(names: Sequence[str], conjunction: str) -> str:
    """``Oslo, Asker og Bærum``: the names in running text."""
    *first, last = names or ("",)
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def parted(clauses: Sequence[str], conjunction: str) -> str:
    """``A betaler dobbel sats, og B betaler halv sats``: a comma also before the conjunction."""
    *first, last = clauses or ("",)
    return ", ".join((*first, f"{conjunction} {last}")) if first else last


def multiplied(members: str, factor: Decimal, labels: Labels, language: Language) -> str:
    """``dobbel kontingent for Oslo kommune``, ``1,5 ganger kontingent for Oslo kommune``."""
    words = labels.budget
    if word := _multiple(factor, labels):
        return words.contribution_multiplied.format(multiple=word, members=members)
    return words.contribution_times.format(factor=number(factor, language), members=members)


def pays(member: str, factor: Decimal, labels: Labels, language: Language) -> str:
    """``Oslo kommune betaler dobbel sats``, ``Oslo kommune betaler 1,5 ganger satsen``."""
    words = labels.budget
    if word := _multiple(factor, labels):
        return words.pays_multiplied.format(multiple=word, member=member)
    return words.pays_times.format(factor=number(factor, language), member=member)


def _multiple(factor: Decimal, labels: Labels) -> str | None:
    words = labels.budget
    return {_HALF: words.half, Decimal(2): words.double, Decimal(3): words.triple}.get(factor)


def numeric_date(day: datetime.date) -> str:
    """``1.1.2005``: figures only, no zeros in front."""
    return f"{day.day}.{day.month}.{day.year}"


def compact_date(day: datetime.date) -> str:
    """``01.01.18``: two figures each."""
    return f"{day:%d.%m.%y}"


def year_range(first: int, last: int) -> str:
    """``2017–19``: an en dash, no spaces, the century once. A single year stands alone."""
    if first == last:
        return str(first)
    return f"{first}–{last % 100:02}" if first // 100 == last // 100 else f"{first}–{last}"


def full_year_range(first: int, last: int) -> str:
    """``2017–2020``: both years in full."""
    return str(first) if first == last else f"{first}–{last}"


def part_of_year(unit: str, number: int, year: int, labels: Labels) -> str:
    """``1. halvår 2018``, ``3. kvartal 2018``."""
    ordinal = ("", "first", "second", "third", "fourth")[number]
    form = labels.half if unit == "half" else labels.quarter
    return form.format(number=number, ordinal=ordinal, year=year)


def number(value: Decimal | int, language: Language, parted: int = _PARTED) -> str:
    """A decimal number with comma and hard thousands: ``1,50``, ``6 640 000``; all digits are kept.

    Four digits stand unparted, five or more are parted by threes; `parted` is from how many digits on. In English point
    and comma.
    """
    whole, _, fraction = format(Decimal(value).copy_abs(), "f").partition(".")
    grouped = whole
    if len(whole) >= parted:
        first = len(whole) % 3
        parts = [whole[:first], *(whole[at : at + 3] for at in range(first, len(whole), 3))]
        grouped = ("," if language == "en" else HARD_SPACE).join(part for part in parts if part)
    mark = "." if language == "en" else ","
    return ("−" if value < 0 else "") + grouped + (mark + fraction if fraction else "")


def file_size(size: int, language: Language) -> str:
    """The size of a file in kilobytes or megabytes: ``344 kB``, ``1,2 MB``. *Source*: SI, 1 kB is 1000 bytes."""
    kilobytes = max(1, round(size / 1000))
    if kilobytes < 1000:  # noqa: PLR2004 - then they are a megabyte
        return f"{kilobytes}{HARD_SPACE}kB"
    return f"{number((Decimal(size) / _MEGABYTE).quantize(Decimal('0.1')), language)}{HARD_SPACE}MB"


def number_word(value: int, labels: Labels) -> str:
    """The word for a whole number up to twelve; digits for more."""
    return labels.number_words[value] if 0 <= value < len(labels.number_words) else str(value)


def amount(value: Decimal, unit: str, labels: Labels, language: Language, *, spelled: bool) -> str:
    """``kr 1,50``, ``640 tusen kroner``, ``6,64 mill. kroner``; spelled out ``2,9 millioner kroner``."""
    digits = number(value, language)
    if unit == "kr":
        return f"kr{HARD_SPACE}{digits}"
    if unit == "1000 kr":
        words = labels.thousand
    elif spelled:
        words = labels.million if value == 1 else labels.millions
    else:
        words = labels.million_short
    return HARD_SPACE.join((digits, words, labels.kroner))


def rounded_amount(kroner: Decimal, form: str, labels: Labels, language: Language) -> str:
    """A sum written out, rounded as the form says, a half away from nothing.

    ``kroner`` 109 004 kroner, ``thousands`` 109 000 kroner, ``millions`` 4,58 millioner kroner.
    """
    step = _STEPS[form]
    whole = _EXACT.multiply(_EXACT.divide(kroner, step).quantize(Decimal(1), ROUND_HALF_UP, _EXACT), step)
    if form == "millions":
        value = _EXACT.divide(whole, _MILLION).quantize(Decimal("0.01"), context=_EXACT)
        return amount(value, "mill. kr", labels, language, spelled=True)
    return f"{number(whole, language)}{HARD_SPACE}{labels.kroner}"
