"""The year 2018 with one measure, whose values are any text at all."""

from __future__ import annotations

from pathlib import Path

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME
from osloregion_docs.model.content import Content, Paragraph, Run
from osloregion_docs.model.measure import Measure, Parties, Party
from osloregion_docs.model.programme import MeasureArea, Programme
from osloregion_docs.model.timeframe import read_timeframe
from osloregion_docs.renderers.docx.docx_renderer import populate, render
from osloregion_docs.renderers.renderer import RenderAssets, Rendered
from osloregion_docs.sources.markdown import read_markdown


def document_with(programme: Programme, content: str = "Tekst.", language: str = "nb") -> Document:
    """The programme with one measure, whose content is that Markdown."""
    blocks = read_markdown(content, placeholders=False).blocks
    measure = {
        "id": "gods",
        "title": "Gods",
        "timeframe": "2018",
        "parties": {"responsible": ["Styret"]},
        "content": blocks,
    }
    return _compose(programme, Measure.model_validate(measure), "Område", language)


def document_of_texts(programme: Programme, text: str) -> Document:
    """The programme with one measure in which every field for text holds that text."""
    party = Party.model_construct(organ=None, name=text)
    content: Content = (
        Paragraph(runs=(Run(text=text), Run(text=text, strong=True), Run(text=text, link="https://x.no"))),
    )
    measure = Measure.model_construct(
        id="gods",
        title=text,
        timeframe=read_timeframe("2018"),
        parties=Parties.model_construct(responsible=(party, party), participating=(party,), cooperating=(party,)),
        content=content,
    )
    return _compose(programme, measure, text, "nb")


def as_word(document: Document, template: Path) -> Rendered:
    """A document populated into a Word template."""
    return render(document, populate(document, template), RenderAssets())


def _compose(programme: Programme, measure: Measure, title: str, language: str) -> Document:
    area = MeasureArea.model_construct(id="areal", title=title, serves=(), measures=("gods",))
    changed = programme.model_copy(update={"measures": (measure,), "measure_areas": (area,)})
    [document] = ACTION_PROGRAMME.compose(changed, language)  # type: ignore[arg-type]
    return document
