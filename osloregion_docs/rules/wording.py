"""Rules on titles, sections, amounts and languages: how the text is put together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import Message, message
from osloregion_docs.model.amount import Amount
from osloregion_docs.model.content import Heading, depth_of, walk_runs
from osloregion_docs.model.lookup import at, contents, walk_models
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import Localised
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.rules.text_fields import VALUE, find_text_fields, plain_text, text_field_names

_WORD_LEVELS = 9
_SHORT = re.compile(r"(?<!\S)\S+ mill\.(?! kr\b)")
_SPELLED = re.compile(r"(?<!\S)\S+ million(?:er|ar)?\b")

_SHOWN = 40
"""How many characters of a text a message shows."""
_BRACES = re.compile(r"\{\{[^{}]*\}\}")

_UNIT_OF = {"millions": "mill. kr"}
"""Forms that contain the unit."""


@rule("TXT406", "a section has content")
def sections_have_content(programme: Programme) -> Iterator[Finding]:
    """A heading with nothing under it promises what does not come; so does a measure without content."""
    for path, content in contents(programme):
        for block, following in zip(content, (*content[1:], None), strict=False):
            if isinstance(block, Heading) and _ends_here(block, following):
                title = plain_text(block.runs)
                yield Finding.of(path, message("TXT406.heading", title=title), quote=title.split(VALUE)[0])
    for chapter in programme.texts:
        if not chapter.content:
            yield Finding.of(KeyPath(("texts", chapter.id)), message("TXT406.chapter"))
    for measure in programme.measures:
        if not measure.content:
            yield Finding.of(KeyPath(("measures", measure.id)), message("TXT406.measure"))


@rule("TXT407", "a title has no full stop")
def titles_have_no_full_stop(programme: Programme) -> Iterator[Finding]:
    """Titles and headings end without a full stop, so that they look alike in the table of contents.

    *Source*: Språkrådet, "Punktum".
    """
    for field in find_text_fields(programme):
        if field.is_title and field.text.endswith(".") and not field.text.endswith(".."):
            last = field.text.split(VALUE)[-1].split(" ")[-1]
            yield Finding.of(field.path, message("TXT407.full-stop"), quote=last)


@rule("TXT408", "millions are written in one way")
def millions_are_written_one_way(programme: Programme) -> Iterator[Finding]:
    """Side by side, "6,64 mill. kroner" and "2,9 millioner kroner" make readers look for a difference that is none.

    One form a document. Running text is best served by the word in full.
    """
    short, spelled = list(_short_forms(programme)), list(_spelled_forms(programme))
    if short and spelled:
        yield from min(spelled, short, key=len)


@rule("TXT411", "a list is no deeper than Word's", Severity.ERROR)
def lists_are_not_too_deep(programme: Programme) -> Iterator[Finding]:
    """Word's lists have nine levels. A deeper one could not be plain_text as it is written."""
    for path, content in contents(programme):
        if (deepest := depth_of(content)) > _WORD_LEVELS:
            yield Finding.of(path, message("TXT411.deep", levels=deepest, most=_WORD_LEVELS))


@rule("TXT412", "a text is given in every language of the programme")
def texts_are_in_every_language(programme: Programme) -> Iterator[Finding]:
    """A text that is given per language lacks one of the programme's languages; another language is printed instead."""
    for path, model in walk_models(programme):
        for name in text_field_names(type(model)):
            value = model.__dict__[name]
            for language in programme.languages if isinstance(value, Localised) else ():
                if not getattr(value, language):
                    yield Finding.of(path / name, message("TXT412.missing", language=language))


@rule("TXT414", "a placeholder is where values are put in", Severity.ERROR)
def placeholders_are_filled_in(programme: Programme) -> Iterator[Finding]:
    """Only running text gets values by address. Anywhere else `{{ budget/income }}` is printed as written.

    Running text is that of chapters and cases. Every other text is printed as it is: a title, what a measure holds, a
    note of the budget, a highlight of the annual report, the text of a measure's status, a proposal.
    """
    running = {path for path, _content in contents(programme) if path.steps[0] != "measures"}
    running |= {KeyPath(("texts", chapter.id, "title")) for chapter in programme.texts}
    for field in find_text_fields(programme):
        if field.path in running or "{{" not in field.text:
            continue
        for match in _BRACES.finditer(field.text):
            yield Finding.of(field.path, message("TXT414.braces", written=match[0][:_SHOWN]), quote=match[0])


def _ends_here(heading: Heading, following: object) -> bool:
    return following is None or (isinstance(following, Heading) and following.level <= heading.level)


def _short_forms(programme: Programme) -> Iterator[Finding]:
    yield from _computed_forms(programme, {"", "short", "bare"}, message("TXT408.short"))
    yield from _written_forms(programme, _SHORT, message("TXT408.short"))


def _spelled_forms(programme: Programme) -> Iterator[Finding]:
    yield from _computed_forms(programme, {"spelled", "millions"}, message("TXT408.spelled"))
    yield from _written_forms(programme, _SPELLED, message("TXT408.spelled"))


def _computed_forms(programme: Programme, forms: set[str], what: Message) -> Iterator[Finding]:
    for chapter in programme.texts:
        for run in walk_runs(chapter.content):
            if run.placeholder and run.placeholder.form in forms:
                value = at(programme, KeyPath.of(run.placeholder.path))
                if isinstance(value, Amount) and "mill. kr" in {value.unit, _UNIT_OF.get(run.placeholder.form)}:
                    path = KeyPath(("texts", chapter.id, "content"))
                    yield Finding.of(path, what, quote=run.placeholder.written)


def _written_forms(programme: Programme, form: re.Pattern[str], what: Message) -> Iterator[Finding]:
    for field in find_text_fields(programme):
        if field.path.steps[0] == "meetings":
            continue  # a document of its own
        for match in form.finditer(field.text) if " mill" in field.text else ():
            yield Finding.of(field.path, what, quote=match[0].strip(VALUE))


RULES: tuple[Rule, ...] = (
    sections_have_content,
    titles_have_no_full_stop,
    millions_are_written_one_way,
    lists_are_not_too_deep,
    texts_are_in_every_language,
    placeholders_are_filled_in,
)
