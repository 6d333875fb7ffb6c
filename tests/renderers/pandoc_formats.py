"""What the tests of Pandoc's formats share: documents of odd texts, and how a format is rendered."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME
from osloregion_docs.model.content import Content, Paragraph, Run
from osloregion_docs.model.measure import Measure, Parties, Party
from osloregion_docs.model.programme import MeasureArea, Programme
from osloregion_docs.model.timeframe import read_timeframe
from osloregion_docs.renderers.renderer import RenderAssets, Renderer

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
AROUND = RenderAssets(shared={file.name: file for file in (TEMPLATES / "shared").iterdir()})

ODD = (
    "*a* **b** _c_ __d__ a_b_c *",
    "# a ## #",
    "|a|b| |---|",
    "[a](b) ![x](y) [^1] [ ] [!NOTE]",
    "<b>x</b> <!-- a --> </div> <br>",
    "&amp; &lt; &#65; &copy; &",
    "$x$ $$y$$ 5$ og 6$",
    "@navn #12 :smile: :+1:",
    "`a` ``b`` ``` ~~~ ~~a~~",
    "1. a",
    "1) a",
    "12\\. a \\",
    "+ a",
    "- a",
    "---",
    "> a",
    "«a» \"b\" 'c' 😀👩‍👩‍👧",
    "a\u00a0b\u00ad c\u202f",
    "{{ 7*7 }} {% raw %} {# #}",
    "::: {.x}",
    "a\nb",
    "a\n# b\n- c\n1. d\n---",
    "| a\n|---|",
    "etter\n",
    "\\",
    "https://x.no/a_b*c[d]? www.x.no/*a* a@b.no <https://x.no>",
    "  mellomrom   her  ",
    "\tinnrykk",
    "å" * 200,
    "ord " * 60,
)
TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("*_#|[]()<>&;$@`.1+-~:={}%\\\"'!^ \n«»😀\u00a0"),
    min_size=1,
    max_size=40,
)
TEXTS = st.lists(TEXT, min_size=12, max_size=12)
CALM = settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])


def render_with(renderer: Renderer, document: Document, assets: RenderAssets = AROUND) -> bytes:
    """A document in a format of Pandoc's."""
    populated = renderer.populate(document, TEMPLATES / document.kind / "main.md")
    return renderer.render(document, populated, assets).content


def as_read(text: str) -> str:
    """A text as its reader sees it: spaces and line breaks are gaps, however long."""
    return re.sub(r"[ \n\r\t]+", " ", text).strip(" ")


def document_of(programme: Programme, texts: tuple[str, ...] | list[str]) -> Document:
    """The programme with a measure for each text, which is in every field of it."""
    measures = [_measure(place, text) for place, text in enumerate(texts)]
    area = MeasureArea.model_construct(id="areal", title=texts[0], serves=(), measures=tuple(m.id for m in measures))
    changed = programme.model_copy(update={"measures": tuple(measures), "measure_areas": (area,)})
    [document] = ACTION_PROGRAMME.compose(changed, "nb")
    return document


def _measure(place: int, text: str) -> Measure:
    party = Party.model_construct(organ=None, name=text)
    content: Content = (
        Paragraph(runs=(Run(text=text),)),
        Paragraph(runs=(Run(text=text), Run(text=text, strong=True), Run(text=text, emphasis=True))),
        Paragraph(runs=(Run(text="før "), Run(text=text, link="https://x.no/(a)?b=1&c=2"))),
    )
    return Measure.model_construct(
        id=f"tiltak-{place}",
        title=text,
        timeframe=read_timeframe("2018"),
        parties=Parties.model_construct(responsible=(party,), participating=(party,), cooperating=()),
        content=content,
    )


def list_expected(text: str) -> dict[str, list[str]]:
    """What the reader of a measure of that text sees: its title, its facts, its content."""
    return {
        "title": [as_read(text)],
        "facts": ["2018", as_read(text), as_read(text)],
        "content": [as_read(text), as_read(text * 3), as_read("før " + text)],
    }
