"""Rules on titles, sections, amounts and languages: how the text is put together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.amount import Amount
from osloregion_docs.model.content import Heading, depth_of, walk_runs
from osloregion_docs.model.lookup import at, contents, walk_models
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import Localised
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.rules.text_fields import VALUE, shown, speaking_fields, spoken

_WORD_LEVELS = 9
_SHORT = re.compile(r"(?<!\S)\S+ mill\.(?! kr\b)")
_SPELLED = re.compile(r"(?<!\S)\S+ million(?:er|ar)?\b")

_BRACES = re.compile(r"\{\{[^{}]*\}\}")

_UNIT_OF = {"millions": "mill. kr"}
"""Forms that say the unit themselves."""


@rule("TXT406", "a section says something")
def sections_say_something(programme: Programme) -> Iterator[Finding]:
    """A heading with nothing under it promises what does not come; so does a measure without content."""
    for path, content in contents(programme):
        for block, following in zip(content, (*content[1:], None), strict=False):
            if isinstance(block, Heading) and _ends_here(block, following):
                title = shown(block.runs)
                yield Finding(
                    path,
                    f'nothing stands under the heading "{title}"',
                    "write the section, or delete the heading",
                    quote=title.split(VALUE)[0],
                )
    for chapter in programme.texts:
        if not chapter.content:
            yield Finding(
                KeyPath(("texts", chapter.id)), "the chapter is empty", "write it, or take it out of chapters"
            )
    for measure in programme.measures:
        if not measure.content:
            yield Finding(
                KeyPath(("measures", measure.id)),
                "the measure has no content",
                "write what is to be done below the second ---",
            )


@rule("TXT407", "a title has no full stop")
def titles_have_no_full_stop(programme: Programme) -> Iterator[Finding]:
    """Titles and headings end without a full stop, so that they look alike in the table of contents.

    *Source*: Språkrådet, "Punktum".
    """
    for speech in spoken(programme):
        if speech.is_title and speech.text.endswith(".") and not speech.text.endswith(".."):
            last = speech.text.split(VALUE)[-1].split(" ")[-1]
            yield Finding(speech.path, "the title ends with a full stop", "delete it", quote=last)


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
    """Word's lists have nine levels. A deeper one could not be shown as it is written."""
    for path, content in contents(programme):
        if (deepest := depth_of(content)) > _WORD_LEVELS:
            yield Finding(path, f"a list is {deepest} levels deep, and Word has {_WORD_LEVELS}", "make it flatter")


@rule("TXT412", "a text is given in every language of the programme")
def texts_speak_every_language(programme: Programme) -> Iterator[Finding]:
    """A text that is given per language lacks one of the programme's languages; another language stands in for it."""
    for path, model in walk_models(programme):
        for name in speaking_fields(type(model)):
            value = model.__dict__[name]
            for language in programme.languages if isinstance(value, Localised) else ():
                if not getattr(value, language):
                    yield Finding(path / name, f"the text has no {language}", f"add {language}: …")


@rule("TXT414", "a placeholder stands where values are put in", Severity.ERROR)
def placeholders_are_filled_in(programme: Programme) -> Iterator[Finding]:
    """Only running text gets values by address. Anywhere else `{{ budget/income }}` is printed as it stands.

    Running text is that of chapters and cases. Every other text is printed as it is: a title, what a measure holds, a
    note of the budget, a highlight of the annual report, what is told of a measure's status, a proposal.
    """
    running = {path for path, _content in contents(programme) if path.steps[0] != "measures"}
    running |= {KeyPath(("texts", chapter.id, "title")) for chapter in programme.texts}
    for speech in spoken(programme):
        if speech.path in running or "{{" not in speech.text:
            continue
        for match in _BRACES.finditer(speech.text):
            message = f'"{match[0]:.40}" is printed as it stands, with its braces'
            yield Finding(speech.path, message, "write the value itself", quote=match[0])


def _ends_here(heading: Heading, following: object) -> bool:
    return following is None or (isinstance(following, Heading) and following.level <= heading.level)


def _short_forms(programme: Programme) -> Iterator[Finding]:
    yield from _bound_forms(programme, {"", "short", "bare"}, '"mill." here, "millioner" elsewhere')
    yield from _written_forms(programme, _SHORT, '"mill." here, "millioner" elsewhere')


def _spelled_forms(programme: Programme) -> Iterator[Finding]:
    yield from _bound_forms(programme, {"spelled", "millions"}, '"millioner" here, "mill." elsewhere')
    yield from _written_forms(programme, _SPELLED, '"millioner" here, "mill." elsewhere')


def _bound_forms(programme: Programme, forms: set[str], message: str) -> Iterator[Finding]:
    for chapter in programme.texts:
        for run in walk_runs(chapter.content):
            if run.placeholder and run.placeholder.form in forms:
                value = at(programme, KeyPath.of(run.placeholder.path))
                if isinstance(value, Amount) and "mill. kr" in {value.unit, _UNIT_OF.get(run.placeholder.form)}:
                    path = KeyPath(("texts", chapter.id, "content"))
                    yield Finding(
                        path, message, "choose one form for the whole document", quote=run.placeholder.written
                    )


def _written_forms(programme: Programme, form: re.Pattern[str], message: str) -> Iterator[Finding]:
    for speech in spoken(programme):
        if speech.path.steps[0] == "meetings":
            continue  # a document of its own
        for match in form.finditer(speech.text) if " mill" in speech.text else ():
            yield Finding(speech.path, message, "choose one form for the whole document", quote=match[0].strip(VALUE))


RULES: tuple[Rule, ...] = (
    sections_say_something,
    titles_have_no_full_stop,
    millions_are_written_one_way,
    lists_are_not_too_deep,
    texts_speak_every_language,
    placeholders_are_filled_in,
)
