"""Documents of open data to render: of a year, and of one measure in which every text is the same."""

from __future__ import annotations

from collections.abc import Mapping

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.language import Language
from osloregion_docs.model.content import Content, Paragraph, Run
from osloregion_docs.model.measure import Measure, Parties, Party
from osloregion_docs.model.programme import FocusArea, MeasureArea, Programme
from osloregion_docs.model.timeframe import read_timeframe
from osloregion_docs.renderers.renderer import RenderAssets
from osloregion_docs.renderers.renderers import RENDERERS


def compose_first(programme: Programme, kind: str, language: Language = "nb") -> Document:
    """The first document of a kind."""
    [found] = [each for each in KINDS if each.name == kind]
    return found.compose(programme, language)[0]


def render(document: Document, format_: str) -> bytes:
    """The document in a format."""
    return RENDERERS[format_].render(document, b"", RenderAssets()).content


def year_of(programme: Programme, text: str, changes: Mapping[str, object] | None = None) -> Programme:
    """The programme with one measure, in which every field for text holds that text."""
    party = Party.model_construct(organ=None, name=text)
    content: Content = (Paragraph(runs=(Run(text=text),)),)
    measure = Measure.model_construct(
        id="gods",
        title=text,
        timeframe=read_timeframe("2018"),
        parties=Parties.model_construct(responsible=(party,), participating=(party,), cooperating=(party,)),
        serves=(),
        content=content,
    )
    focus_area = FocusArea.model_construct(id="areal", title=text, intro=text, activities=())
    strategy = {"vision": text, "goal": text, "focus_areas": (focus_area,)}
    area = MeasureArea.model_construct(id="areal", title=text, serves=("areal",), measures=("gods",))
    values = {
        "measures": (measure,),
        "measure_areas": (area,),
        "strategy": programme.strategy.model_copy(update=strategy),
        **(changes or {}),
    }
    return programme.model_copy(update=values)
