"""Running text with its addresses and cross-references filled in: printed text only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from osloregion_docs.documents.document import Blocks, GeneratedList, Line, Printed, ValueRun
from osloregion_docs.documents.parts.budget.budget_parts import BudgetParts
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.value import Value
from osloregion_docs.keypath import KeyPath
from osloregion_docs.language import Language, tag_of
from osloregion_docs.model.content import Block, Heading, Insert, ListBlock, Paragraph, Placeholder, Run, walk_runs
from osloregion_docs.model.lookup import at
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.placeholders import LISTS, TABLES
from osloregion_docs.model.programme import Programme


@dataclass(frozen=True, slots=True)
class ProseFiller:
    """Fills in running text: values by address, and the numbers of measures that links name."""

    programme: Programme
    printer: Printer
    numbers: Mapping[str, str]
    links: bool = True
    """Whether links to measures lead there; in a document that has no measures they are their numbers only."""
    written: Language | None = None
    """The language that the text is in, where that may not be the printer's."""

    @property
    def tag(self) -> str:
        """What marks the text as being of another language than the document; nothing where it is not."""
        return tag_of(self.written, self.printer.language)

    def blocks(self, content: tuple[Block, ...], addresses: tuple[KeyPath, ...] = ()) -> Blocks:
        """The content with nothing left to look up, and tables where their addresses stand alone in a paragraph.

        `addresses` are those of its blocks, where they are known.
        """
        inserts = any(isinstance(block, Insert) for block in content)
        if not self.tag and not inserts and not any(run.placeholder or run.link for run in walk_runs(content)):
            return Blocks.model_construct(items=content, sources=addresses)
        items, sources = list[Printed](), list[KeyPath]()
        for block, address in zip_longest(content, addresses):
            filled = tuple(self._filled(block))
            items += filled
            sources += [address] * len(filled) if addresses else []
        return Blocks.model_construct(items=tuple(items), sources=tuple(sources))

    def line(self, runs: tuple[Run, ...]) -> str:
        """The runs as one line of plain text."""
        return "".join(run.text for run in self._runs(runs))

    def _filled(self, block: Block) -> Iterator[Printed]:
        if isinstance(block, Insert) and block.placeholder.path in TABLES:
            yield from BudgetParts(self.programme, self.printer).inserted(block.placeholder.path)
        else:
            yield self._block(block)

    def _block(self, block: Block) -> Paragraph | ListBlock | Heading:
        if isinstance(block, ListBlock):
            items = tuple(tuple(self._block(inner) for inner in item) for item in block.items)
            return block.model_copy(update={"items": items})
        if isinstance(block, Insert) and block.placeholder.path in LISTS:
            return self._listed(block.placeholder.path)
        if isinstance(block, Insert):
            return Paragraph(runs=(self._run(Run(placeholder=block.placeholder)),))
        runs = self._runs(block.runs)
        return block if runs is block.runs else block.model_copy(update={"runs": runs})

    def _listed(self, path: str) -> ListBlock:
        """Whole parts of the programme as a list: what a case paper tells of it."""
        line, strategy = self.printer.line, self.programme.strategy
        if path == "strategy/roles":
            return bullets(tuple(line(role) for role in strategy.roles))
        if path == "strategy/focus_areas":
            return bullets(tuple(line(area.title) for area in strategy.focus_areas))
        if path == "measure_areas":
            areas = self.programme.measure_areas
            items = ((*bullets((line(area.title),)).items[0], self._measures(area.measures)) for area in areas)
            return GeneratedList(items=tuple(items))
        return self._measures(self._starting() if path == "measures/starting" else tuple(self.numbers))

    def _starting(self) -> tuple[str, ...]:
        """The ids of the printed measures that start in the programme's year."""
        starts = {measure.id: measure.timeframe.first for measure in self.programme.measures}
        return tuple(id_ for id_ in self.numbers if (first := starts.get(id_)) and first.year == self.programme.year)

    def _measures(self, ids: tuple[str, ...]) -> ListBlock:
        """Measures with number, title and timeframe."""
        measures = {measure.id: measure for measure in self.programme.measures}
        told = [(self.numbers[id_], measures[id_]) for id_ in ids if id_ in measures]
        return bullets(tuple(self._measure(number, measure) for number, measure in told))

    def _measure(self, number: str, measure: Measure) -> Line:
        when = self.printer.timeframe(measure.timeframe).lower()
        title = self.printer.line(measure.title).runs
        return Line(runs=(Run(text=f"{number} "), *title, Run(text=f" ({when})")))

    def _runs(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        if not self.tag and not any(run.placeholder or run.link for run in runs):
            return runs
        return tuple(self._run(run) for run in runs)

    def _run(self, run: Run) -> Run:
        if run.placeholder:
            text, tag = self._value(run.placeholder)
            value = Value(text, (KeyPath.of(run.placeholder.path),))
            kept = {"strong": run.strong, "emphasis": run.emphasis, "link": run.link}
            return ValueRun(text=text, language=tag, values=(value,), **kept)
        told = {"language": self.tag} if self.tag and not run.language else {}
        if run.link in self.numbers:
            told["link"] = f"#{anchor_of(run.link)}" if self.links else ""
            told["text"] = run.text or self.numbers[run.link]
        return run.model_copy(update=told) if told else run

    def _value(self, placeholder: Placeholder) -> tuple[str, str]:
        """The value printed, and the tag of its language.

        Its address where there is no value, which rules REF307 and REF308 do not let pass.
        """
        try:
            value = at(self.programme, KeyPath.of(placeholder.path))
            return self.printer.value(value, placeholder.form), self.printer.tag_of(value)
        except ValueError:
            return f"{{{{ {placeholder.path} }}}}", ""


def bullets(lines: tuple[Line, ...]) -> ListBlock:
    """A list of points, one line each."""
    return GeneratedList(items=tuple((Paragraph(runs=line.runs),) for line in lines))


def block_addresses(address: KeyPath, content: tuple[Block, ...]) -> tuple[KeyPath, ...]:
    """The addresses of the blocks of a content; blocks have no ids, so their places counted from 1."""
    return tuple(address / place for place in range(1, len(content) + 1))


def anchor_of(measure: str) -> str:
    """The anchor that links to a measure lead to, the same in every format."""
    return f"tiltak-{measure}"
