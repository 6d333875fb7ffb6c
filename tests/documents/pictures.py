"""Pictures to test with, composed in any language."""

from __future__ import annotations

import datetime
from decimal import Decimal

from osloregion_docs.documents.document import Context, Document, Picture, Properties
from osloregion_docs.documents.parts.figures.accounts_figure import AccountLine, Columns, accounts
from osloregion_docs.documents.parts.figures.figure_context import Place
from osloregion_docs.documents.parts.figures.shares_figure import MoneyPart, shares
from osloregion_docs.documents.parts.figures.status_figure import CountedArea, StatusName, statuses
from osloregion_docs.documents.parts.figures.timeline_figure import RunningArea, RunningMeasure, Span, timeline
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.language import Language

NEW_YEAR = datetime.date(2018, 1, 1)
NEW_YEARS_EVE = datetime.date(2018, 12, 31)
GOODS = RunningMeasure("1.1", "Gods på bane", NEW_YEAR, datetime.date(2018, 6, 30), "1. halvår 2018")
PLAN = RunningMeasure("1.2", "Nasjonal transportplan", None, None, "Løpende")
LINES = (
    AccountLine("Lønn", Decimal(2900), Decimal("3012.5")),
    AccountLine("Renter", Decimal(-40), None),
    AccountLine("Sum", Decimal(2860), Decimal("3012.5"), is_sum=True),
)
PARTS = (MoneyPart("Kontingent", Decimal(6640)), MoneyPart("Tilskudd", Decimal(1500)), MoneyPart("Renter", Decimal(12)))


def made_timeline(language: Language = "nb", as_of: datetime.date | None = datetime.date(2018, 7, 31)) -> Picture:
    """Two measures of an area, and an area without measures."""
    areas = (RunningArea("Areal og transport", (GOODS, PLAN)), RunningArea("Tomt område", ()))
    span = Span(NEW_YEAR, NEW_YEARS_EVE, as_of)
    return timeline(Printer(language), Place("figur-tid", "Tiltakene i tid"), areas, span)


def made_statuses(language: Language = "nb") -> Picture:
    """Two areas, one of them without measures."""
    names = (StatusName("begun", "I gang"), StatusName("done", "Gjennomført"), StatusName("late", "NTP venter", "dots"))
    areas = (CountedArea("Areal og transport", {"begun": 2, "late": 1}), CountedArea("Samarbeid", {}))
    return statuses(Printer(language), Place("figur-status", "Tiltak etter status"), names, areas)


def made_accounts(language: Language = "nb") -> Picture:
    """Three lines, of which one is not reported, and one is a sum."""
    columns = Columns("Budsjett 2018", "Regnskap 2018", "1000 kroner")
    return accounts(Printer(language), Place("figur-regnskap", "Budsjett og regnskap"), columns, LINES)


def made_shares(language: Language = "nb", parts: tuple[MoneyPart, ...] = PARTS) -> Picture:
    """Three parts, one of them tiny."""
    return shares(Printer(language), Place("figur-penger", "Hvor pengene kommer fra"), parts, "1000 kroner")


def all_pictures(language: Language = "nb") -> tuple[Picture, ...]:
    """A picture of each kind."""
    made = (made_timeline, made_statuses, made_accounts, made_shares)
    return tuple(each(language) for each in made)


class Gallery(Context):
    """A document that is nothing but pictures."""

    title: str
    figures: tuple[Picture, ...]


def gallery(*figures: Picture, parts: tuple[Document, ...] = ()) -> Document:
    """A document with these pictures."""
    properties = Properties(title="Figurer", author="Sekretariatet", language="nb")
    context = Gallery(title="Figurer", figures=figures)
    return Document("gallery", "programme-2018", "figurer", "nb", properties, context, parts=parts)
