"""The register of measures (tiltaksoversikt): each with its facts, for spreadsheets and programs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import PlainSerializer

from osloregion_docs.documents.document import Context, Document, DocumentKind, Properties, Shelf
from osloregion_docs.documents.parts.columns import Column, select_shown
from osloregion_docs.documents.parts.edition import edition
from osloregion_docs.documents.parts.formatting import Printer, measure_numbers
from osloregion_docs.documents.parts.open_data.reported_status import ReportedStatus, latest
from osloregion_docs.documents.parts.open_data.spreadsheet_table import Table, Value
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


class RegisteredMeasure(Context):
    """One measure (tiltak)."""

    id: str
    """What it is known by from year to year, whatever its number and title are."""
    number: str
    """Its number in this year's programme: the measure area, a full stop, and its place there."""
    title: str
    area: str
    """The measure area that it belongs to (tiltaksområde)."""
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
    """What it costs, in kroner; missing where it is not known (kostnad)."""
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
    labels: dict[str, str]
    """What each field of a measure is called."""
    measures: tuple[RegisteredMeasure, ...]

    def table(self) -> Table:
        """The measures as rows, one below the other."""
        words = labels_of(self.language).open_data
        columns = select_shown(_columns(self.language, has_costs=self.has_costs, is_reported=self.is_reported))
        facts = (
            (words.organisation, self.organisation),
            (words.status, self.edition),
            (words.measures, str(len(self.measures))),
            (words.sender, self.secretariat),
            (words.website, self.website),
        )
        return Table(
            name=words.sheet,
            columns=columns,
            rows=tuple(tuple(column.value(measure) for column in columns) for measure in self.measures),
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
        """Whether the cost or the financing of any measure is known."""
        return any(measure.cost is not None or measure.financing for measure in self.measures)


MeasureColumn: TypeAlias = Column[RegisteredMeasure, Value]


def _columns(language: Language, *, has_costs: bool, is_reported: bool) -> tuple[MeasureColumn, ...]:
    """All columns of the register, in order."""
    labels = labels_of(language)
    words = labels.open_data
    return (
        _field("number", words.number, 9, noun=words.measure),
        _field("title", words.title, 30),
        _field("area", words.area, 19),
        _field("focus_areas", words.focus_areas, 19),
        _field("timeframe", labels.timeframe, 14),
        _field("first_day", words.first_day, 11),
        _field("last_day", words.last_day, 11),
        _field("responsible", labels.responsible, 22),
        _field("participating", labels.participating, 20),
        _field("cooperating", labels.cooperating, 22),
        _field("cost", labels.cost, 13, unit="kr", is_shown=has_costs),
        _field("financing", labels.financing, 26, is_shown=has_costs),
        *(replace(column, is_shown=is_reported) for column in _list_reported_columns(labels.reports)),
        _field("content", labels.content, 64),
    )


def _field(name: str, label: str, width: int, **more: Any) -> MeasureColumn:  # noqa: ANN401 - see Column
    """The column of a field; several values in one cell are a line each."""

    def value(measure: RegisteredMeasure) -> Value:
        found = getattr(measure, name)
        return "\n".join(found) if isinstance(found, tuple) else found

    return Column(label, value, width, name=name, **more)


def _list_reported_columns(words: ReportLabels) -> Iterator[MeasureColumn]:
    yield Column(words.status, lambda measure: measure.reported.status if measure.reported else words.not_reported, 14)
    yield Column(words.as_of, lambda measure: measure.reported.day if measure.reported else None, 11)
    yield Column(words.text, lambda measure: measure.reported.text if measure.reported else None, 40)
    yield Column(words.result, lambda measure: measure.reported.result if measure.reported else None, 40)


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
        columns = _columns(self.printer.language, has_costs=True, is_reported=True)
        return MeasureRegister(
            title=labels.open_data.measure_register_of.format(year=self.programme.year),
            year=self.programme.year,
            language=self.printer.language,
            edition=edition(self.programme, self.printer),
            organisation=self.printer.text(organisation.name),
            secretariat=self.printer.text(organisation.secretariat.name),
            website=organisation.secretariat.website,
            labels={column.name: column.label for column in columns if column.name},
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
