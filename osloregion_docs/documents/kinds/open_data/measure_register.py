"""The register of measures (tiltaksoversikt): each with its facts, for spreadsheets and programs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import PlainSerializer

from osloregion_docs.documents.document import Context, Document, DocumentKind, Properties, Shelf
from osloregion_docs.documents.parts.edition import edition
from osloregion_docs.documents.parts.formatting import Printer, measure_numbers
from osloregion_docs.documents.parts.open_data.reported_status import ReportedStatus, latest
from osloregion_docs.documents.parts.open_data.spreadsheet_table import Column, Table, Value
from osloregion_docs.documents.parts.parties import party_names
from osloregion_docs.documents.parts.plain_text import plain_text
from osloregion_docs.documents.parts.prose import ProseFiller
from osloregion_docs.labels.labels import labels_of
from osloregion_docs.labels.reports import ReportLabels
from osloregion_docs.language import Language
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.programme import MeasureArea, Programme
from osloregion_docs.slug import slug


def _number(kroner: Decimal) -> int | float:
    return int(kroner) if kroner == kroner.to_integral_value() else float(kroner)


Kroner = Annotated[Decimal, PlainSerializer(_number, when_used="json")]
"""A sum in kroner: an exact decimal, and a plain number in JSON."""


class RegisterLabels(Context):
    """What each field is called, in the language of the register."""

    number: str
    title: str
    area: str
    focus_areas: str
    timeframe: str
    first_day: str
    last_day: str
    responsible: str
    participating: str
    cooperating: str
    cost: str
    financing: str
    content: str


class RegisteredMeasure(Context):
    """One measure (tiltak)."""

    id: str
    """What it is known by from year to year, whatever its number and title are."""
    number: str
    """Its number in this year's programme: the measure area, a full stop, and its place there."""
    title: str
    area: str
    """The measure area that it stands under (tiltaksområde)."""
    focus_areas: tuple[str, ...]
    """The focus areas of the strategy that it serves (innsatsområder)."""
    timeframe: str
    """When it runs, as it is printed (tidsramme)."""
    first_day: datetime.date | None = None
    """The first day of its timeframe; not there where it is ongoing (løpende)."""
    last_day: datetime.date | None = None
    """The last day of its timeframe; not there where it is ongoing (løpende)."""
    responsible: tuple[str, ...]
    """Who sees to it that it is done (ansvar/organisering)."""
    participating: tuple[str, ...]
    """Who takes part in doing it (deltar)."""
    cooperating: tuple[str, ...]
    """With whom it is done (samarbeid med)."""
    cost: Kroner | None = None
    """What it costs, in kroner; not there where it is not told (kostnad)."""
    financing: tuple[str, ...] = ()
    """Who pays for it, and how much, as it is printed (finansiering)."""
    content: str
    """What it consists of, as plain text: a paragraph or point a line."""
    reported: ReportedStatus | None = None
    """How far it has come; not there where nothing has been reported."""


class MeasureRegister(Context):
    """The measures of one year's action programme (tiltaksoversikt)."""

    title: str
    year: int
    language: Language
    """The language of all texts: nb, nn or en."""
    edition: str
    """How far the programme has come: a draft, a proposal, or where it was adopted."""
    organisation: str
    secretariat: str
    website: str
    labels: RegisterLabels
    measures: tuple[RegisteredMeasure, ...]

    def table(self) -> Table:
        """The measures as rows, one below the other."""
        labels, words = self.labels, labels_of(self.language).open_data
        has_costs, is_reported = self.has_costs, self.is_reported  # each asks all measures
        facts = (
            (words.organisation, self.organisation),
            (words.status, self.edition),
            (words.measures, str(len(self.measures))),
            (words.sender, self.secretariat),
            (words.website, self.website),
        )
        return Table(
            name=words.sheet,
            columns=(
                Column(labels.number, 9, words.measure),
                Column(labels.title, 30),
                Column(labels.area, 19),
                Column(labels.focus_areas, 19),
                Column(labels.timeframe, 14),
                Column(labels.first_day, 11),
                Column(labels.last_day, 11),
                Column(labels.responsible, 22),
                Column(labels.participating, 20),
                Column(labels.cooperating, 22),
                *((Column(f"{labels.cost} (kr)", 13), Column(labels.financing, 26)) if has_costs else ()),
                *(_reported_columns(labels_of(self.language).reports) if is_reported else ()),
                Column(labels.content, 64),
            ),
            rows=tuple(tuple(self._cells(measure, costs=has_costs, reported=is_reported)) for measure in self.measures),
            about=words.about,
            facts=facts,
            day_form=words.day_form,
            addresses=tuple(f"measures/{measure.id}" for measure in self.measures),
        )

    @property
    def is_reported(self) -> bool:
        """Whether anything has been reported, so that there are columns for it."""
        return any(measure.reported for measure in self.measures)

    @property
    def has_costs(self) -> bool:
        """Whether it is told of any measure what it costs, or who pays."""
        return any(measure.cost is not None or measure.financing for measure in self.measures)

    def _cells(self, measure: RegisteredMeasure, *, costs: bool, reported: bool) -> Iterator[Value]:
        """The values of a row; several in one cell stand one a line."""
        yield from (measure.number, measure.title, measure.area, "\n".join(measure.focus_areas))
        yield from (measure.timeframe, measure.first_day, measure.last_day)
        yield from ("\n".join(names) for names in (measure.responsible, measure.participating, measure.cooperating))
        if costs:
            yield from (measure.cost, "\n".join(measure.financing))
        if reported:
            yield from _reported_cells(measure.reported, labels_of(self.language).reports)
        yield measure.content


def _reported_columns(words: ReportLabels) -> tuple[Column, ...]:
    return (Column(words.status, 14), Column(words.as_of, 11), Column(words.text, 40), Column(words.result, 40))


def _reported_cells(reported: ReportedStatus | None, words: ReportLabels) -> Iterator[Value]:
    if reported is None:
        yield from (words.not_reported, None, None, None)
    else:
        yield from (reported.status, reported.day, reported.text, reported.result)


class _Composer:
    """Composes the register of one programme in one language."""

    def __init__(self, programme: Programme, language: Language) -> None:
        self.programme = programme
        self.printer = Printer(language)
        self.numbers = measure_numbers(programme)
        self.prose = ProseFiller(programme, self.printer, self.numbers, links=False)
        self.organs = {organ.id: organ for organ in programme.organs}
        self.reported = latest(programme.results, self.printer)

    def context(self) -> MeasureRegister:
        labels, organisation = self.printer.labels, self.programme.organisation
        words = {**labels.model_dump(), **labels.open_data.model_dump()}
        return MeasureRegister(
            title=labels.open_data.measure_register_of.format(year=self.programme.year),
            year=self.programme.year,
            language=self.printer.language,
            edition=edition(self.programme, self.printer),
            organisation=self.printer.text(organisation.name),
            secretariat=self.printer.text(organisation.secretariat.name),
            website=organisation.secretariat.website,
            labels=RegisterLabels(**{name: words[name] for name in RegisterLabels.model_fields}),
            measures=tuple(self.measures()),
        )

    def measures(self) -> Iterator[RegisteredMeasure]:
        measures = {measure.id: measure for measure in self.programme.measures}
        for area in self.programme.measure_areas:
            for id_ in area.measures:
                if id_ in measures:
                    yield self.measure(measures[id_], area)

    def measure(self, measure: Measure, area: MeasureArea) -> RegisteredMeasure:
        first, last, parties = measure.timeframe.first, measure.timeframe.last, measure.parties
        return RegisteredMeasure(
            id=measure.id,
            number=self.numbers[measure.id],
            title=self.printer.text(measure.title),
            area=self.printer.text(area.title),
            focus_areas=tuple(self.focus_areas(measure, area)),
            timeframe=self.printer.timeframe(measure.timeframe),
            first_day=first.first_day if first else None,
            last_day=last.last_day if last else None,
            responsible=party_names(parties.responsible, self.organs, self.printer),
            participating=party_names(parties.participating, self.organs, self.printer),
            cooperating=party_names(parties.cooperating, self.organs, self.printer),
            cost=measure.cost.kroner if measure.cost else None,
            financing=self.printer.financing(measure.financing),
            content=plain_text(self.prose.blocks(measure.content)),
            reported=self.reported.get(measure.id),
        )

    def focus_areas(self, measure: Measure, area: MeasureArea) -> Iterator[str]:
        """Those that its area serves, and those of the activities that it serves itself, in the strategy's order."""
        served = {*area.serves, *(path.partition("/")[0] for path in measure.serves)}
        for focus_area in self.programme.strategy.focus_areas:
            if focus_area.id in served:
                yield self.printer.text(focus_area.title)


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The year's register in one language; none of a year without measures."""
    context = _Composer(programme, language).context()
    if not context.measures:
        return ()
    words = Printer(language).labels.open_data
    about = Properties(
        title=f"{context.title} – {context.organisation}",
        author=context.secretariat,
        language=language,
        status=context.edition,
        heading=context.title,
    )
    name, subject = f"{slug(words.measure_register)}-{programme.year}", f"programme-{programme.year}"
    shelf = Shelf(words.group, "~1")
    return (Document("measure_register", subject, name, language, about, context, shelf=shelf),)


MEASURE_REGISTER = DocumentKind(
    name="measure_register",
    title="Tiltaksoversikt",
    context=MeasureRegister,
    formats=("xlsx", "csv", "json"),
    compose=compose,
)
