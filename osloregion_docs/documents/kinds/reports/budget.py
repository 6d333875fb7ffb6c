"""The budget: what its templates may use, and how it is composed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from osloregion_docs.documents.document import Blocks, Context, Document, DocumentKind, Printed
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.attachments.attachable_documents import budget_name
from osloregion_docs.documents.parts.budget.budget_parts import BudgetParts
from osloregion_docs.documents.parts.budget.budget_table import BudgetTable
from osloregion_docs.documents.parts.budget.contributions import Contributions
from osloregion_docs.documents.parts.edition import decided, edition
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.parts.issuer import SentContext, properties_of, secretariat_of
from osloregion_docs.labels.budget import BudgetLabels
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme


class BudgetSection(Context):
    """A section: its heading, and the paragraphs and tables under it; `id` tells which one it is."""

    id: str
    number: str
    heading: str
    anchor: str
    text: Blocks


class BudgetContext(SentContext):
    """What templates/budget/ may use."""

    name: str
    year: int
    labels: BudgetLabels
    sections: tuple[BudgetSection, ...]


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The year's budget in one language; none for a year without figures in its budget."""
    stem = budget_name(programme, language)
    if not stem:
        return ()
    printer, anchors = Printer(language), Anchors()
    organisation, labels = programme.organisation, printer.labels
    name = labels.budget.document
    context = BudgetContext(
        title=f"{name} {programme.year}",
        name=name,
        year=programme.year,
        edition=_edition(programme, printer),
        organisation=printer.text(organisation.name),
        secretariat=secretariat_of(organisation, printer),
        labels=labels.budget,
        sections=tuple(_sections(programme, printer, anchors)),
    )
    properties = properties_of(context, language)
    subject = f"programme-{programme.year}"
    return (Document("budget", subject, stem, language, properties, context, anchors.addresses),)


def _edition(programme: Programme, printer: Printer) -> str:
    """How far the budget has come: its own decision, or how far the programme has."""
    own = programme.budget.adopted
    return decided(programme, printer, printer.labels.adopted_by, own) if own else edition(programme, printer)


def _sections(programme: Programme, printer: Printer, anchors: Anchors) -> Iterator[BudgetSection]:
    """The sections that have something in them, numbered."""
    labels, parts = printer.labels.budget, BudgetParts(programme, printer)
    contributions = Contributions(programme, printer)
    table = BudgetTable(programme.budget, printer)
    made: tuple[tuple[str, str, Iterable[Printed]], ...] = (
        ("budget", labels.frame, parts.frame()),
        ("budget/contribution", labels.contribution, contributions.rule()),
        ("budget/lines", labels.table, table.blocks()),
        ("budget/changes", labels.changes, parts.changes()),
        ("members", labels.members, contributions.members()),
        ("measures", labels.costs, parts.costs()),
    )
    filled = ((path, heading, items) for path, heading, blocks in made if (items := tuple(blocks)))
    for place, (path, heading, items) in enumerate(filled, 1):
        id_ = path.rpartition("/")[2]
        anchor = anchors.new("del", heading, path)
        yield BudgetSection(id=id_, number=str(place), heading=heading, anchor=anchor, text=Blocks(items=items))


BUDGET = DocumentKind(
    name="budget",
    title="Budsjett",
    context=BudgetContext,
    formats=("docx", "pdf", "html", "odt", "md", "txt", "docx-simple"),
    compose=compose,
)
