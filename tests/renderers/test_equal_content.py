"""No format says something else: what one shows, all show, under the same headings in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import Job, plan
from osloregion_docs.documents.document import Anchored, Blocks, Context, Document
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME, ActionProgrammeContext
from osloregion_docs.documents.value import Value
from osloregion_docs.model.content import Block, ListBlock, Paragraph, plain
from osloregion_docs.model.programme import Programme
from osloregion_docs.workspace.workspace import Workspace
from tests.conftest import ROOT
from tests.renderers.shown_text import headings_of, squeeze, text_of

FORMATS = ACTION_PROGRAMME.formats
STRUCTURED = tuple(name for name in FORMATS if name != "txt")
UNSHOWN = {"anchor", "level", "kind"}
"""Fields that are not for readers."""


@pytest.fixture(scope="session")
def made(programme_2018: Programme) -> dict[str, bytes]:
    """The action programme of 2018 in every format."""
    jobs = plan(Workspace(ROOT), programme_2018, Choice(kinds=("action_programme",), formats=FORMATS))
    return {job.format: _render(job) for job in jobs}


def _render(job: Job) -> bytes:
    return job.renderer.render(job.document, job.renderer.populate(job.document, job.template), job.assets).content


def values(value: object, name: str = "") -> Iterator[str]:
    """Every text that a context holds for its readers."""
    if isinstance(value, Blocks):
        yield from (plain(paragraph.runs) for paragraph in paragraphs(value.items))
    elif isinstance(value, Anchored | Value):
        yield str(value.text)
    elif isinstance(value, Context):
        for field in type(value).model_fields:
            yield from values(getattr(value, field), field)
    elif isinstance(value, tuple):
        for inner in value:
            yield from values(inner, name)
    elif isinstance(value, str | int) and name not in UNSHOWN:
        yield str(value)


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """The paragraphs of running text, those in lists among them."""
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from paragraphs(item)
        elif isinstance(block, Paragraph):
            yield block


def test_values_of_2018_are_many(document_2018: Document) -> None:
    """The tests below look for what a reader would miss."""
    assert len({value for value in values(document_2018.context) if value}) > 100


def labels_in(package: bytes, document: Document) -> list[str]:
    """The labels of the template that a Word file shows; a row that no measure of the year has is in no format."""
    context, text = document.context, squeeze(text_of(package, "docx"))
    assert isinstance(context, ActionProgrammeContext)
    template = (ROOT / "templates" / "action_programme" / "main.md").read_text("utf-8")
    words = {getattr(context.labels, name) for name in re.findall(r"labels\.(\w+)", template)}
    return sorted(word for word in words if squeeze(word) in text)


def lacking_in(format_: str, document: Document, package: bytes, labels: list[str]) -> list[str]:
    """The values and labels of a document that its package does not show."""
    text = squeeze(text_of(package, format_))
    return [value for value in (*values(document.context), *labels) if squeeze(value) not in text]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_value_is_in_every_format(document_2018: Document, made: dict[str, bytes], format_: str) -> None:
    """Each text of the document's context, whole."""
    labels = labels_in(made["docx"], document_2018)

    assert len(labels) > 5
    assert lacking_in(format_, document_2018, made[format_], labels) == []


def test_a_value_left_out_is_found(document_2018: Document, made: dict[str, bytes]) -> None:
    """The test above can fail: without its measures, the text file lacks them."""
    lacking = made["txt"].decode().replace("MIPIM-messen", "messen").encode()

    assert len(lacking_in("txt", document_2018, lacking, [])) == 1


@pytest.mark.parametrize("format_", STRUCTURED)
def test_headings_are_the_same_in_every_format(made: dict[str, bytes], format_: str) -> None:
    """Chapters, parts, areas and measures with their numbers, in one order."""
    assert headings_of(made[format_], format_) == headings_of(made["docx"], "docx")


def test_headings_are_in_order_in_plain_text(made: dict[str, bytes]) -> None:
    """Plain text has no headings but lines; they come in the same order, after the contents."""
    text = squeeze(made["txt"].decode())
    headings = [squeeze(heading) for heading in headings_of(made["docx"], "docx")]

    at = text.index(headings[-1]) + 1  # the last entry of the contents
    for heading in headings:
        at = text.index(heading, at) + 1
    assert at > 0
