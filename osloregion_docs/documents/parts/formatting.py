"""The model's values as printed text, in one language."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from osloregion_docs.documents.document import Line
from osloregion_docs.documents.value import Value
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels import forms
from osloregion_docs.labels.labels import Labels, labels_of
from osloregion_docs.language import Language, remove_marks, split_languages, tag_of
from osloregion_docs.model.amount import Amount
from osloregion_docs.model.budget.contribution import Multipliers
from osloregion_docs.model.content import Run
from osloregion_docs.model.measure import Financing
from osloregion_docs.model.placeholders import form_of
from osloregion_docs.model.programme import Period, Programme
from osloregion_docs.model.text import Localised, localise, resolve_language
from osloregion_docs.model.timeframe import Moment, Timeframe


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints values in one language."""

    language: Language
    written: Language | None = None
    """The language that plain text is in, where that may be another one."""

    @property
    def labels(self) -> Labels:
        """The fixed words."""
        return labels_of(self.language)

    def text(self, text: str | Localised | None) -> str:
        """The text in the language; nothing where there is none."""
        return "" if text is None else remove_marks(localise(text, self.language))

    def line(self, text: str | Localised | None) -> Line:
        """The text in the language, with the language of its foreign words."""
        told, tag = ("", "") if text is None else (localise(text, self.language), self.tag_of(text))
        return Line(runs=tuple(Run(text=part.text, language=part.language or tag) for part in split_languages(told)))

    def tag_of(self, value: object) -> str:
        """The tag of the language that a text is printed in; nothing where it is the printer's, or no text at all."""
        if isinstance(value, Localised):
            return tag_of(resolve_language(value, self.language), self.language)
        return tag_of(self.written, self.language) if isinstance(value, str) else ""

    def timeframe(self, timeframe: Timeframe) -> str:
        """``Løpende``, ``2018``, ``2017–19``, ``1. halvår 2018``; an en dash with spaces between finer parts."""
        first, last = timeframe.first, timeframe.last
        if first is None or last is None:
            return self.labels.ongoing
        if first.unit == last.unit == "year":
            return forms.year_range(first.year, last.year)
        ends = [self._moment(moment) for moment in (first, last)]
        return ends[0] if ends[0] == ends[1] else " – ".join(ends)

    def financing(self, financing: tuple[Financing, ...]) -> tuple[str, ...]:
        """Who pays, and how much each: ``Osloregionen: 250 tusen kroner``."""
        return tuple(f"{self.text(each.source)}: {self._amount(each.amount, '')}" for each in financing)

    def value(self, value: object, form: str) -> str:
        """A value that stands in running text, in the form asked for, or in its usual one.

        Raises:
            ValueError: such a value has no such form; rules REF307 and REF308 say so first.
        """
        form = form_of(value, form)
        if isinstance(value, int | Decimal):
            return self._number(value, form)
        if isinstance(value, Amount):
            return self._amount(value, form)
        if isinstance(value, Period):
            return (forms.full_year_range if form == "full" else forms.year_range)(value.first, value.last)
        return self._words(value, form)

    def value_at(self, address: KeyPath, value: object, form: str = "") -> Value:
        """The value of an address with that address; empty where there is none."""
        return Value("" if value is None else self.value(value, form), (address,))

    def _words(self, value: object, form: str) -> str:
        if isinstance(value, Multipliers):
            return self._multipliers(value, form)
        if isinstance(value, Timeframe):
            return self.timeframe(value)
        if isinstance(value, datetime.date):
            return self._date(value, form)
        return self.text(value) if isinstance(value, str | Localised) else ""

    def _multipliers(self, multipliers: Multipliers, form: str) -> str:
        """``dobbel kontingent for A og B``, those with the same factor together; or ``A betaler dobbel sats``."""
        conjunction = self.labels.meetings.conjunction
        if form == "clause":
            clauses = [
                forms.pays(self.text(each.member), each.factor, self.labels, self.language) for each in multipliers
            ]
            return forms.parted(clauses, conjunction)
        grouped: dict[Decimal, list[str]] = {}
        for each in multipliers:
            grouped.setdefault(each.factor, []).append(self.text(each.member))
        clauses = [
            forms.multiplied(forms.listed(names, conjunction), factor, self.labels, self.language)
            for factor, names in grouped.items()
        ]
        grouping = any(len(names) > 1 for names in grouped.values())
        return (forms.parted if grouping else forms.listed)(clauses, conjunction)

    def _number(self, value: int | Decimal, form: str) -> str:
        if form == "word":
            return forms.number_word(int(value), self.labels)
        return str(value) if form == "year" else forms.number(value, self.language)

    def _amount(self, value: Amount, form: str) -> str:
        if form in {"kroner", "thousands", "millions"}:
            printed = forms.rounded_amount(value.kroner, form, self.labels, self.language)
        else:
            printed = forms.amount(value.number, value.unit, self.labels, self.language, spelled=form == "spelled")
        about = f"{self.labels.about}{forms.HARD_SPACE}" if value.approximately and form != "bare" else ""
        return about + printed

    def _date(self, day: datetime.date, form: str) -> str:
        if form == "numeric":
            return forms.numeric_date(day)
        return forms.compact_date(day) if form == "compact" else forms.long_date(day, self.language)

    def _moment(self, moment: Moment) -> str:
        if moment.unit == "day":
            return forms.long_date(moment.first_day, self.language)
        if moment.unit == "year":
            return str(moment.year)
        return forms.part_of_year(moment.unit, moment.number, moment.year, self.labels)


def measure_numbers(programme: Programme) -> dict[str, str]:
    """Measure id to printed number, counted by area and place: ``1.1``. Not related to chapter numbers."""
    return {
        measure: f"{area_place}.{place}"
        for area_place, area in enumerate(programme.measure_areas, 1)
        for place, measure in enumerate(area.measures, 1)
    }
