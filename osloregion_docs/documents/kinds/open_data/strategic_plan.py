"""The strategy and its measures as StratML tells them: vision, mission, goals, objectives and stakeholders.

*Source*: ISO 17469-1, Strategy Markup Language, part 1 (StratML core elements).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal

from osloregion_docs.documents.document import Context, Document, DocumentKind, Properties, Shelf
from osloregion_docs.documents.parts.edition import edition
from osloregion_docs.documents.parts.formatting import Printer, measure_numbers
from osloregion_docs.documents.parts.open_data.web_identifiers import home_of, identifier
from osloregion_docs.documents.parts.parties import party_names
from osloregion_docs.documents.parts.plain_text import plain_text
from osloregion_docs.documents.parts.prose import ProseFiller
from osloregion_docs.language import Language
from osloregion_docs.model.measure import Measure, Party
from osloregion_docs.model.programme import FocusArea, MeasureArea, Programme
from osloregion_docs.slug import slug


class Stakeholder(Context):
    """Someone who has a part in a measure, and which."""

    name: str
    description: str
    kind: Literal["Organization", ""] = ""
    """What it is, where that is known: an organ of the alliance."""


class Objective(Context):
    """An activity or a measure."""

    name: str
    description: str = ""
    identifier: str
    sequence: str = ""
    stakeholders: tuple[Stakeholder, ...] = ()
    other: str


class Goal(Context):
    """A focus area, or a measure area that serves none."""

    name: str
    description: str
    identifier: str
    sequence: str
    objectives: tuple[Objective, ...]


class StrategicPlan(Context):
    """The strategy with the measures of one year."""

    name: str
    description: str
    other: str
    organisation: str
    organisation_identifier: str
    vision: str
    vision_identifier: str
    mission: str
    mission_identifier: str
    goals: tuple[Goal, ...]
    start: datetime.date
    end: datetime.date
    published: datetime.date | None = None
    """The day on which the programme was adopted, if it is."""
    source: str


class _Composer:
    """Composes the plan of one programme in one language."""

    def __init__(self, programme: Programme, language: Language) -> None:
        self.programme = programme
        self.printer = Printer(language)
        self.words = self.printer.labels.open_data
        self.numbers = measure_numbers(programme)
        self.prose = ProseFiller(programme, self.printer, self.numbers, links=False)
        self.organs = {organ.id: organ for organ in programme.organs}
        self.measures = {measure.id: measure for measure in programme.measures}

    def context(self) -> StrategicPlan:
        strategy, span, text = self.programme.strategy, self.programme.span, self.printer.text
        organisation, decision = self.programme.organisation, self.programme.adoption.decision
        return StrategicPlan(
            name=f"{self.printer.labels.action_programme} {self.programme.year}",
            description=edition(self.programme, self.printer),
            other="\n".join(self.other()),
            organisation=text(organisation.name),
            organisation_identifier=self.identifier("organisation"),
            vision=text(strategy.vision),
            vision_identifier=self.identifier("strategy/vision"),
            mission=text(strategy.goal),
            mission_identifier=self.identifier("strategy/goal"),
            goals=tuple(self.goals()),
            start=datetime.date(span.first, 1, 1),
            end=datetime.date(span.last, 12, 31),
            published=decision.date if decision else None,
            source=home_of(organisation),
        )

    def identifier(self, address: str) -> str:
        return identifier(self.programme.organisation, address)

    def other(self) -> Iterator[str]:
        """What of the strategy the standard has no element for: by which strategies and in which roles."""
        strategy, text = self.programme.strategy, self.printer.text
        if strategy.strategies:
            yield f"{self.words.strategies}: {'; '.join(text(line.title) for line in strategy.strategies)}"
        if strategy.roles:
            yield f"{self.words.roles}: {'; '.join(map(text, strategy.roles))}"

    def goals(self) -> Iterator[Goal]:
        """The focus areas with all that serves them, and the measure areas that serve none."""
        focus_areas = self.programme.strategy.focus_areas
        known = {area.id for area in focus_areas}
        homes = {area.id: next((id_ for id_ in area.serves if id_ in known), None) for area in self.areas()}
        for place, area in enumerate(focus_areas, 1):
            yield self.focus_area(place, area, [each for each in self.areas() if homes[each.id] == area.id])
        alone = (area for area in self.areas() if homes[area.id] is None)
        for place, measure_area in enumerate(alone, len(focus_areas) + 1):
            yield self.measure_area(place, measure_area)

    def areas(self) -> tuple[MeasureArea, ...]:
        return self.programme.measure_areas

    def focus_area(self, place: int, area: FocusArea, served_by: list[MeasureArea]) -> Goal:
        title, address = self.printer.text(area.title), f"strategy/focus_areas/{area.id}"
        activities = (
            Objective(
                name=self.printer.text(activity.text),
                identifier=self.identifier(f"{address}/activities/{activity.id}"),
                other=self.words.activity,
            )
            for activity in area.activities
        )
        measures = (objective for each in served_by for objective in self.objectives(each))
        return Goal(
            name=title,
            description=self.printer.text(area.intro) or title,
            identifier=self.identifier(address),
            sequence=str(place),
            objectives=(*activities, *measures),
        )

    def measure_area(self, place: int, area: MeasureArea) -> Goal:
        title = self.printer.text(area.title)
        return Goal(
            name=title,
            description=title,
            identifier=self.identifier(f"measure_areas/{area.id}"),
            sequence=str(place),
            objectives=tuple(self.objectives(area)),
        )

    def objectives(self, area: MeasureArea) -> Iterator[Objective]:
        measures = (self.measures[id_] for id_ in area.measures if id_ in self.measures)
        return (self.objective(measure, area) for measure in measures)

    def objective(self, measure: Measure, area: MeasureArea) -> Objective:
        words, labels, number = self.words, self.printer.labels, self.numbers[measure.id]
        facts = (
            f"{words.measure} {number}",
            f"{words.area}: {self.printer.text(area.title)}",
            f"{labels.timeframe}: {self.printer.timeframe(measure.timeframe)}",
        )
        return Objective(
            name=self.printer.text(measure.title),
            description=plain_text(self.prose.blocks(measure.content)),
            identifier=self.identifier(f"measures/{measure.id}"),
            sequence=number,
            stakeholders=tuple(self.stakeholders(measure)),
            other="\n".join(facts),
        )

    def stakeholders(self, measure: Measure) -> Iterator[Stakeholder]:
        labels, parties = self.printer.labels, measure.parties
        roles: tuple[tuple[str, tuple[Party, ...]], ...] = (
            (labels.responsible, parties.responsible),
            (labels.participating, parties.participating),
            (labels.cooperating, parties.cooperating),
        )
        for role, those in roles:
            names = party_names(those, self.organs, self.printer)
            for name, party in zip(names, those, strict=True):
                yield Stakeholder(name=name, description=role, kind="Organization" if party.organ else "")


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The year's strategy and measures in one language; none of a year with neither focus areas nor measure areas."""
    context = _Composer(programme, language).context()
    if not context.goals:
        return ()
    printer = Printer(language)
    words = printer.labels.open_data
    title = words.strategy_of.format(year=programme.year)
    about = Properties(
        title=f"{title} – {context.organisation}",
        author=printer.text(programme.organisation.secretariat.name),
        language=language,
        status=context.description,
        heading=title,
    )
    name, subject = f"{slug(words.strategy)}-{programme.year}", f"programme-{programme.year}"
    shelf = Shelf(words.group, "~2")
    return (Document("strategic_plan", subject, name, language, about, context, shelf=shelf),)


STRATEGIC_PLAN = DocumentKind(
    name="strategic_plan",
    title="Strategi og tiltak som data",
    context=StrategicPlan,
    formats=("stratml",),
    compose=compose,
)
