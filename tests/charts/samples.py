"""Charts to test with: some as a board would see them, some that are odd."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from xml.etree import ElementTree

from osloregion_docs.charts.chart import Chart
from osloregion_docs.charts.kinds.pairs import Amount, Pair, Pairs
from osloregion_docs.charts.kinds.shares import Share, Shares
from osloregion_docs.charts.kinds.statuses import Status, Statuses, StatusRow
from osloregion_docs.charts.kinds.timeline import Mark, Timeline, TimelineBar, TimelineGroup
from osloregion_docs.charts.style import PATTERNS

LONG = "Styrke samarbeidet mellom universiteter, høyskoler og næringsliv om forskningsbasert innovasjon"
SVG = "{http://www.w3.org/2000/svg}"


def bar(number: str, title: str, first: int | None = None, last: int | None = None) -> TimelineBar:
    """Something that runs from the first day of a year to the last day of another."""
    return TimelineBar(
        number=number,
        title=title,
        first=datetime.date(first, 1, 1) if first else None,
        last=datetime.date(last, 12, 31) if last else None,
        printed=f"{first or ''}–{last or ''}",
    )


def timeline(*bars: TimelineBar, day: datetime.date | None = datetime.date(2018, 7, 31)) -> Timeline:
    """A timeline of 2018 with one group."""
    return Timeline(
        first=datetime.date(2018, 1, 1),
        last=datetime.date(2018, 12, 31),
        groups=(TimelineGroup(title="Areal og transport", bars=bars),),
        mark=Mark(day=day, label="Per en dag") if day else None,
        quarters=("1. kv.", "2. kv.", "3. kv.", "4. kv."),
    )


def statuses(*rows: tuple[str, tuple[int, ...]]) -> Statuses:
    """Areas with counts of six statuses."""
    names = ("Ikke startet", "I gang", "Gjennomført", "Forsinket", "Utsatt", "Avlyst")
    return Statuses(
        statuses=tuple(Status(name=name, pattern=PATTERNS[place]) for place, name in enumerate(names)),
        rows=tuple(StatusRow(label=label, counts=counts) for label, counts in rows),
    )


def pairs(*lines: tuple[str, int | None, int | None]) -> Pairs:
    """Lines with budget and accounts."""
    made = tuple(Pair(label=label, amounts=(_amount(first), _amount(second))) for label, first, second in lines)
    return Pairs(names=("Budsjett 2018", "Regnskap 2018"), lines=made, unit="Beløp i 1000 kroner")


def shares(*parts: tuple[str, int]) -> Shares:
    """Parts of a whole."""
    made = tuple(Share(label=label, amount=Decimal(amount), printed=f"kr {amount}") for label, amount in parts)
    return Shares(parts=made, whole=("Sum", "alt"), unit="Beløp i 1000 kroner")


def _amount(number: int | None) -> Amount:
    return Amount(number=None if number is None else Decimal(number), printed=f"{number} kr")


PLAIN: dict[str, Chart] = {
    "timeline": timeline(bar("1.1", "Gods på bane", 2017, 2019), bar("1.2", LONG), bar("2.10", "Til slutt", 2019)),
    "statuses": statuses(("Areal og transport", (1, 2, 4, 0, 1, 0)), (LONG, (0, 3, 2, 1, 0, 1)), ("Tomt", (0,) * 6)),
    "pairs": pairs(("Lønn", 2900, 3012), (LONG, 1200, None), ("Renter", -40, -52), ("Fond", 0, 215)),
    "shares": shares(("Medlemskontingent", 6640), (LONG, 1500), ("Renter", 12)),
}
MANY: dict[str, Chart] = {
    "timeline": timeline(*(bar(f"1.{n}", LONG if n % 3 else "Kort", 2016 + n % 4) for n in range(40))),
    "statuses": statuses(*((f"{LONG} {n}", (n, n % 3, 20, 1, n % 2, 0)) for n in range(40))),
    "pairs": pairs(*((f"Post {n}", n * 7919 % 100000 - 30000, n * 104729 % 90000) for n in range(40))),
    "shares": shares(*((f"Bidrag {n}", n * n + 1) for n in range(40))),
}
ONE: dict[str, Chart] = {
    "a day": timeline(bar("1", "Ett", 2018, 2018), day=datetime.date(2018, 12, 31)),
    "no mark, no number": timeline(bar("", "Ett"), day=None),
    "a century": timeline(bar("1", "Lenge", 1950, 2118)),
    "the end of time": timeline(bar("1", "Alltid", 1, 9999)),
    "words that have no room": timeline(
        bar("1", LONG, 2014, 2020), bar("2", "Midt i alt", 2017, 2017).model_copy(update={"printed": "2. halvår " * 4})
    ),
    "words longer than the axis": timeline(bar("1", LONG, 2018).model_copy(update={"printed": LONG})),
    "one status": statuses(("Alt", (0, 1, 0, 0, 0, 0))),
    "no status": statuses(("Ingen", (0,) * 6)),
    "nought": pairs(("Null", 0, 0)),
    "negative alone": pairs(("Minus", -500000, -1)),
    "nothing reported": pairs(("Ukjent", None, None)),
    "one part": shares(("Alt", 1)),
    "parts of nothing": shares(("Ingenting", 0)),
    "a part taken back": shares(("Gitt", 10), ("Tatt", -4)),
}


def words(svg: bytes) -> list[str]:
    """The words of a drawing, a line each."""
    return [text.text or "" for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def without_breaks(text: str) -> str:
    """A text without its spaces, and without the hyphens at which a long word may be broken."""
    return re.sub(r"[\s\u00a0-]", "", text)
