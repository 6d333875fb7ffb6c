"""The rule on figures in running text: a sum of money that is written out is one that the year knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import message
from osloregion_docs.model.amount import Amount
from osloregion_docs.model.budget.budget_values import figures
from osloregion_docs.model.content import Paragraph, walk_blocks
from osloregion_docs.model.lookup import contents, walk_models
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.rules.text_fields import TextField, find_text_fields, plain_text

_NUMBER: Final = r"(\d{1,3}(?:[ \u00a0]\d{3}){1,4}(?:,\d{1,6})?|\d{1,15}(?:,\d{1,6})?)"
_SIZE: Final = r"(?:[ \u00a0]?(tusen|mill\.?|million(?:er|ar)?|mrd\.?|milliard(?:er|ar)?)(?!\w))?"
_BEFORE: Final = re.compile(rf"(?<!\w)kr\.?[ \u00a0]?{_NUMBER}(?![,]?\d){_SIZE}")
_AFTER: Final = re.compile(rf"(?<![\d,.]){_NUMBER}{_SIZE}[ \u00a0]?(?:kr|kroner)(?!\w)")
_ABOUT: Final = ("action_programme", "budget")
_OF_THE_REPORT: Final = ("foreword/text", "highlights", "organisation", "accounts", "audit")
"""The texts of annual_report.yaml that contain figures."""
_OF_AN_ENTRY: Final = ("text", "result")
_DRAWN: Final = "budget/contribution/alternatives/"
_OF_A_DECISION: Final = ("proposal", "decision")
"""Parts of a case that may set sums of their own."""
_SIZES: Final = {"": 1, "tu": 1_000, "mi": 1_000_000, "mrd": 1_000_000_000, "milliard": 1_000_000_000}


class _Written(NamedTuple):
    """A sum of money as written, in kroner, and the step that it is rounded to."""

    text: str
    kroner: Decimal
    step: Decimal


@rule("BUD709", "a figure in prose is one of the budget's")
def figures_in_prose_are_known(programme: Programme) -> Iterator[Finding]:
    """A sum of money that is typed into a chapter, and that no value of the year is or rounds to.

    Either it is outdated, or it should be a value: put it in budget.yaml, or into the measure as `cost` or `financing`,
    and let the text get that by address, such as `{{ budget/income }}`. Then the two cannot differ. Also checked on
    the cases that send along the year's programme or budget, less what they propose and decide; of others, which
    have figures of their own, only the paragraphs that draw what an alternative rate would give. The words of the
    annual report and of status entries get no values by address; a sum in them is to be one of the year all the same.
    Checked only of a year whose budget has a table.
    """
    if not programme.budget.lines:
        return
    found = [(field, written) for field in _find_fields(programme) for written in _figures_in(field.text)]
    strange = _find_strange(programme, {written for _, written in found})
    for field, written in found:
        if written in strange:
            yield _report(field, written, takes_values=not _is_report(field))


def _find_fields(programme: Programme) -> Iterator[TextField]:
    """Find the texts that are checked: prose, paragraphs that draw alternatives, and the words of reports."""
    holders = set(_holders(programme))
    yield from (field for field in find_text_fields(programme) if _is_prose(field, holders))
    yield from (field for field in _beside_alternatives(programme) if field.path not in holders)
    yield from (field for field in find_text_fields(programme) if _is_report(field))


def _find_strange(programme: Programme, written_out: set[_Written]) -> set[_Written]:
    """Find the sums that no value of the year is or rounds to."""
    known = list(_known(programme)) if written_out else []
    return {written for written in written_out if not any(_is(written, kroner) for kroner in known)}


def _report(field: TextField, written: _Written, *, takes_values: bool) -> Finding:
    """Report a figure that is no value of the year; texts that take values can get it by address."""
    if takes_values:
        found = message("BUD709.typed", written=written.text)
    else:
        found = message("BUD709.unknown", written=written.text)
    return Finding.of(field.path, found, quote=written.text)


def _is_report(field: TextField) -> bool:
    """Whether a text is one of the annual report's own words, or of a status entry, and may name a sum."""
    steps = field.path.steps
    if "kr" not in field.text:
        return False
    if steps[0] == "annual_report":
        return "/".join(steps[1:]).startswith(_OF_THE_REPORT)
    return steps[0] == "results" and "entries" in steps and any(name in steps[-2:] for name in _OF_AN_ENTRY)


def _holders(programme: Programme) -> Iterator[KeyPath]:
    """The texts that are checked: chapters, and parts of cases that are about this programme and its budget."""
    yield from (KeyPath(("texts", chapter.id, "content")) for chapter in programme.texts)
    for meeting in programme.meetings:
        for case in meeting.cases:
            if any(attachment.document in _ABOUT for attachment in case.attachments):
                content = KeyPath(("meetings", meeting.id, "cases", case.id, "content"))
                yield from (content / part for part in case.content.parts() if part not in _OF_A_DECISION)


def _beside_alternatives(programme: Programme) -> Iterator[TextField]:
    """The paragraphs of cases that draw what another rate would give: half drawn, half typed is how they go wrong."""
    for path, content in contents(programme):
        if path.steps[0] != "meetings" or path.steps[-1] in _OF_A_DECISION:
            continue
        paragraphs = [block for block, _depth in walk_blocks(content) if isinstance(block, Paragraph)]
        for paragraph in paragraphs:
            if any(run.placeholder and _is_outcome(run.placeholder.path) for run in paragraph.runs):
                yield TextField(path, plain_text(paragraph.runs))


def _is_outcome(path: str) -> bool:
    """Whether an address is something that an alternative rate would give, not the rate itself."""
    return path.startswith(_DRAWN) and not path.endswith(("/rate", "/title"))


def _is_prose(field: TextField, holders: set[KeyPath]) -> bool:
    return field.path in holders and not field.is_title and "kr" in field.text


def _figures_in(text: str) -> Iterator[_Written]:
    seen: set[int] = set()
    for form in (_BEFORE, _AFTER):
        for match in form.finditer(text):
            if match.start(1) not in seen:
                seen.add(match.start(1))
                yield _written(match)


def _written(match: re.Match[str]) -> _Written:
    number = Decimal(re.sub(r"[ \u00a0]", "", match[1]).replace(",", "."))
    size = match[2] or ""
    factor = next(times for name, times in reversed(_SIZES.items()) if size.startswith(name))
    step = Decimal(1).scaleb(-len(match[1].partition(",")[2]))
    return _Written(match[0], number * factor, step * factor)


def _is(written: _Written, kroner: Decimal) -> bool:
    """Whether a known sum, rounded as the written one is, is that."""
    return (abs(kroner) / written.step).quantize(Decimal(1), ROUND_HALF_UP) * written.step == written.kroner


def _known(programme: Programme) -> Iterator[Decimal]:
    """Every sum of money of the year, in kroner."""
    for _, model in walk_models(programme):
        yield from (value.kroner for value in model.__dict__.values() if isinstance(value, Amount))
    yield from (figure.kroner for figure in figures(programme.budget, programme.members))


RULES: tuple[Rule, ...] = (figures_in_prose_are_known,)
