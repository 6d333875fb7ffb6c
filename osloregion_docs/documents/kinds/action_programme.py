"""The action programme: what its templates may use, and how it is composed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from osloregion_docs.documents.document import Anchored, Blocks, Context, Document, DocumentKind
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.attachments.attachable_documents import action_programme_name
from osloregion_docs.documents.parts.edition import edition
from osloregion_docs.documents.parts.formatting import Printer, measure_numbers
from osloregion_docs.documents.parts.issuer import SentContext, properties_of, secretariat_of
from osloregion_docs.documents.parts.parties import party_names
from osloregion_docs.documents.parts.prose import ProseFiller, anchor_of, block_addresses, bullets
from osloregion_docs.documents.value import Value, locate_entries
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels.labels import Labels
from osloregion_docs.language import Language
from osloregion_docs.model.content import Block, Heading, Insert, ListBlock, Paragraph
from osloregion_docs.model.measure import Measure, Party
from osloregion_docs.model.programme import Chapter, FocusArea, MeasureArea, Programme


class MeasureEntry(Context):
    """One measure."""

    number: str
    title: Anchored
    timeframe: Value
    responsible: tuple[Value, ...]
    participating: tuple[Value, ...]
    cooperating: tuple[Value, ...]
    cost: Value
    financing: tuple[Value, ...]
    content: Blocks


class MeasureAreaEntry(Context):
    """A measure area with its measures in order."""

    number: str
    title: str
    anchor: str
    measures: tuple[MeasureEntry, ...]


class FocusAreaEntry(Context):
    """A focus area with its activities."""

    number: str
    title: str
    anchor: str
    text: Blocks


class PartEntry(Context):
    """A part of a chapter: a heading, where it has one, and its content."""

    heading: str = ""
    number: str = ""
    anchor: str = ""
    level: int = 2
    text: Blocks = Blocks()
    vision: str = ""
    focus_areas: tuple[FocusAreaEntry, ...] = ()
    measure_areas: tuple[MeasureAreaEntry, ...] = ()


class ChapterEntry(Context):
    """A chapter with its parts in order. Word prints the numbers of headings itself; `number` is what it prints."""

    number: str
    title: str
    anchor: str
    parts: tuple[PartEntry, ...]


class ActionProgrammeContext(SentContext):
    """What templates/action_programme/ may use."""

    name: str
    year: int
    labels: Labels
    chapters: tuple[ChapterEntry, ...]


_Located: TypeAlias = tuple[KeyPath, Block]


def _content_of(chapter: Chapter) -> KeyPath:
    return KeyPath(("texts", chapter.id, "content"))


class _Composer:
    """Composes one programme in one language."""

    def __init__(self, programme: Programme, language: Language) -> None:
        self.programme = programme
        self.printer = Printer(language)
        self.numbers = measure_numbers(programme)
        self.prose = ProseFiller(programme, self.printer, self.numbers)
        self.measures = {measure.id: measure for measure in programme.measures}
        self.organs = {organ.id: organ for organ in programme.organs}
        self.anchors = Anchors({anchor_of(id_): f"measures/{id_}" for id_ in self.measures})

    def context(self) -> ActionProgrammeContext:
        labels, text = self.printer.labels, self.printer.text
        organisation = self.programme.organisation
        texts = {chapter.id: chapter for chapter in self.programme.texts}
        chapters = [texts[id_] for id_ in self.programme.chapters if id_ in texts]
        return ActionProgrammeContext(
            title=f"{labels.action_programme} {self.programme.year}",
            name=labels.action_programme,
            year=self.programme.year,
            edition=edition(self.programme, self.printer),
            organisation=text(organisation.name),
            secretariat=secretariat_of(organisation, self.printer),
            labels=labels,
            chapters=tuple(self.chapter(place, chapter) for place, chapter in enumerate(chapters, 1)),
        )

    def chapter(self, place: int, chapter: Chapter) -> ChapterEntry:
        return ChapterEntry(
            number=str(place),
            title=self.prose.line(chapter.title),
            anchor=self.anchors.new("kapittel", chapter.id, f"texts/{chapter.id}"),
            parts=tuple(self.numbered(place, chapter)),
        )

    def numbered(self, place: int, chapter: Chapter) -> Iterator[PartEntry]:
        """The parts of a chapter, with numbers (``4.2``) for those of the second level, and places for links."""
        count = 0
        for part in self.parts(chapter):
            if not part.heading:
                yield part
                continue
            count += part.level == 2  # noqa: PLR2004 - only these are numbered
            number = f"{place}.{count}" if part.level == 2 else ""  # noqa: PLR2004
            anchor = self.anchors.new("del", f"{chapter.id} {part.heading}", f"texts/{chapter.id}")
            yield part.model_copy(update={"number": number, "anchor": anchor})

    def parts(self, chapter: Chapter) -> Iterator[PartEntry]:
        """The chapter cut at its headings, and after every part that is put in whole."""
        heading, level, blocks = "", 2, list[_Located]()
        for address, block in zip(block_addresses(_content_of(chapter), chapter.content), chapter.content, strict=True):
            if isinstance(block, Heading):
                if heading or blocks:
                    yield self.part(heading, level, blocks)
                heading, level, blocks = self.prose.line(block.runs), block.level, []
            elif isinstance(block, Insert) and block.placeholder.path == "strategy/roles":
                blocks.append((address, self.roles()))
            elif isinstance(block, Insert) and (inserted := self.inserted(block.placeholder.path)):
                yield self.part(heading, level, blocks).model_copy(update=inserted)
                heading, blocks = "", []
            else:
                blocks.append((address, block))
        if heading or blocks:
            yield self.part(heading, level, blocks)

    def part(self, heading: str, level: int, located: list[_Located]) -> PartEntry:
        text = self.prose.blocks(tuple(block for _, block in located), tuple(address for address, _ in located))
        return PartEntry(heading=heading, level=level, text=text)

    def inserted(self, path: str) -> dict[str, object]:
        """The field of a part that an address stands for, with its value; nothing for a plain value."""
        if path == "strategy/vision":
            return {"vision": self.printer.text(self.programme.strategy.vision)}
        if path == "strategy/focus_areas":
            areas = enumerate(self.programme.strategy.focus_areas, 1)
            return {"focus_areas": tuple(self.focus_area(place, area) for place, area in areas)}
        if path == "measure_areas":
            places = enumerate(self.programme.measure_areas, 1)
            return {"measure_areas": tuple(self.measure_area(place, area) for place, area in places)}
        return {}

    def roles(self) -> ListBlock:
        return bullets(tuple(self.printer.line(role) for role in self.programme.strategy.roles))

    def focus_area(self, place: int, area: FocusArea) -> FocusAreaEntry:
        intro = (Paragraph(runs=self.printer.line(area.intro).runs),) if area.intro else ()
        activities = (bullets(tuple(self.printer.line(a.text) for a in area.activities)),) if area.activities else ()
        text = Blocks(items=(*intro, *activities))
        anchor = self.anchors.new("innsatsomrade", area.id, f"strategy/focus_areas/{area.id}")
        return FocusAreaEntry(number=str(place), title=self.printer.text(area.title), anchor=anchor, text=text)

    def measure_area(self, place: int, area: MeasureArea) -> MeasureAreaEntry:
        entries = tuple(self.measure(self.measures[id_]) for id_ in area.measures if id_ in self.measures)
        anchor = self.anchors.new("tiltaksomrade", area.id, f"measure_areas/{area.id}")
        return MeasureAreaEntry(number=str(place), title=self.printer.text(area.title), anchor=anchor, measures=entries)

    def measure(self, measure: Measure) -> MeasureEntry:
        address, parties = KeyPath(("measures", measure.id)), measure.parties

        def names(group: str, members: tuple[Party, ...]) -> tuple[Value, ...]:
            return locate_entries(party_names(members, self.organs, self.printer), address / "parties" / group)

        return MeasureEntry.model_construct(
            number=self.numbers[measure.id],
            title=Anchored.model_construct(
                text=Value(self.printer.text(measure.title), (address / "title",)), anchor=anchor_of(measure.id)
            ),
            timeframe=self.printer.value_at(address / "timeframe", measure.timeframe),
            responsible=names("responsible", parties.responsible),
            participating=names("participating", parties.participating),
            cooperating=names("cooperating", parties.cooperating),
            cost=self.printer.value_at(address / "cost", measure.cost),
            financing=locate_entries(self.printer.financing(measure.financing), address / "financing"),
            content=self.prose.blocks(measure.content, block_addresses(address / "content", measure.content)),
        )


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The year's action programme in one language."""
    composer = _Composer(programme, language)
    context = composer.context()
    properties = properties_of(
        context, language, f"{context.title}. {composer.printer.text(programme.strategy.vision)}"
    )
    name = action_programme_name(programme, language)
    subject = f"programme-{programme.year}"
    return (Document("action_programme", subject, name, language, properties, context, composer.anchors.addresses),)


ACTION_PROGRAMME = DocumentKind(
    name="action_programme",
    title="Handlingsprogram",
    context=ActionProgrammeContext,
    formats=("docx", "pdf", "html", "odt", "md", "txt", "docx-simple"),
    compose=compose,
)
