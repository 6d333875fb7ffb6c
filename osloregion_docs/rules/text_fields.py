"""Every text that readers will see, with its address: what the rules on wording read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple, get_args

from osloregion_docs.keypath import KeyPath
from osloregion_docs.language import remove_marks
from osloregion_docs.model.base import Model
from osloregion_docs.model.content import Content, Heading, Paragraph, Run, walk_blocks
from osloregion_docs.model.lookup import IdentityKey, walk_models
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.programme import Chapter, Programme
from osloregion_docs.model.text import Localised

VALUE = "\ufffc"
"""Marks the place in a text where a placeholder puts a value."""
PARAGRAPH = "\u2029"
"""Separates the paragraphs of a text."""


class TextField(NamedTuple):
    """One text for readers with its address: a title, a value, or running text with its paragraphs separated."""

    path: KeyPath
    text: str
    is_title: bool = False


def find_text_fields(programme: Programme) -> tuple[TextField, ...]:
    """Every text of the programme, in every language it is given in."""
    return _cached_text_fields(IdentityKey(programme))


@lru_cache(maxsize=1)
def _cached_text_fields(same: IdentityKey) -> tuple[TextField, ...]:
    return tuple(_walk_text_fields(same.programme))


def _walk_text_fields(programme: Programme) -> Iterator[TextField]:
    for path, model in walk_models(programme):
        for name in text_field_names(type(model)):
            yield from _texts(path / name, model.__dict__[name], is_title=name == "title")
        if isinstance(model, Chapter):
            yield TextField(path / "title", plain_text(model.title), is_title=True)
        if isinstance(model, Chapter | Measure):
            yield from _content(path / "content", model.content)
        if isinstance(model, Case):
            for name, content in model.content.parts().items():
                yield from _content(path / "content" / name, content)


def plain_text(runs: tuple[Run, ...]) -> str:
    """The text of runs, with a mark where a value is put."""
    if len(runs) == 1 and runs[0].text:
        return runs[0].text
    return "".join(VALUE if run.placeholder or (run.link and not run.text) else run.text for run in runs)


def _content(path: KeyPath, content: Content) -> Iterator[TextField]:
    """The paragraphs of running text as one text, and its headings as titles."""
    blocks = [block for block, _depth in walk_blocks(content)]
    yield from (
        TextField(path, plain_text(block.runs), is_title=True) for block in blocks if isinstance(block, Heading)
    )
    paragraphs = [plain_text(block.runs) for block in blocks if isinstance(block, Paragraph)]
    if paragraphs:
        yield TextField(path, PARAGRAPH.join(paragraphs))


def _texts(path: KeyPath, value: object, *, is_title: bool) -> Iterator[TextField]:
    if isinstance(value, str):
        yield TextField(path, remove_marks(value), is_title)
    elif isinstance(value, Localised):
        forms = ((language, getattr(value, language)) for language in Localised.model_fields)
        yield from (TextField(path / language, remove_marks(text), is_title) for language, text in forms if text)
    elif isinstance(value, tuple):
        for place, entry in enumerate(value, 1):
            yield from _texts(path / place, entry, is_title=is_title)


@cache
def text_field_names(kind: type[Model]) -> tuple[str, ...]:
    """The fields of a type that hold text for people."""
    return tuple(name for name, field in kind.model_fields.items() if _holds_text(field.annotation))


def _holds_text(annotation: object) -> bool:
    return annotation is Localised or any(_holds_text(inner) for inner in get_args(annotation))
