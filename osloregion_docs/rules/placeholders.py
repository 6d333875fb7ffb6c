"""Rules on placeholders in running text: the address exists, and the value can be printed there."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import message
from osloregion_docs.model.content import Heading, Insert, Paragraph, Placeholder, walk_blocks
from osloregion_docs.model.lookup import at, contents, list_steps
from osloregion_docs.model.placeholders import INSERTS, forms_of
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import find_nearest

_MOST_STEPS = 6
_MOST_KNOWN = 8
"""How many of the known steps a hint lists."""


@rule("REF307", "a placeholder names a value", Severity.ERROR)
def placeholders_name_values(programme: Programme) -> Iterator[Finding]:
    """A placeholder in a chapter or a case is the address of one value of the year, such as `{{ budget/income }}`.

    The steps are the keys of the sources; an entry of a list is named by its id. Whole parts (the vision, the roles,
    the focus areas, the measures, the budget's lines and changes, alternative rates, the members; in a case also
    `measures/starting`, those that begin in the year) are alone in a paragraph.
    """
    for holder, placeholder, alone in placeholders_of(programme):
        path = KeyPath.of(placeholder.path)
        value = at(programme, path)
        if alone and placeholder.path in INSERTS:
            continue
        if value is None:
            yield _unknown_address(programme, holder, path)
        elif not forms_of(value):
            if placeholder.path in INSERTS:
                found = message("REF307.insert", address=str(path))
            else:
                known = list_steps(programme, path / "x")[:_MOST_STEPS]
                found = message("REF307.several", address=str(path), known=tuple(known))
            yield Finding.of(holder, found, quote=placeholder.written)


@rule("REF308", "a placeholder's form is one of the value's forms", Severity.ERROR)
def forms_exist(programme: Programme) -> Iterator[Finding]:
    """After a bar a placeholder may name the form its value is printed in, such as `{{ budget/reserve | spelled }}`.

    Amounts: short (6,64 mill. kroner), spelled (2,9 millioner kroner), bare (without ca.); rounded, a half upwards, in
    kroner (840 kroner), thousands (109 000 kroner) and millions (4,58 millioner kroner). Multipliers: phrase (dobbel
    kontingent for Oslo kommune), clause (Oslo kommune betaler dobbel sats). Dates: long (12. juni 2017), numeric
    (1.1.2005), compact (01.01.18). Periods: short (2017–20), full (2017–2020). Whole numbers: year (as they are),
    digits (parted by thousands), word (fem).
    """
    for holder, placeholder, _alone in placeholders_of(programme):
        forms = forms_of(at(programme, KeyPath.of(placeholder.path)))
        if placeholder.form and forms and placeholder.form not in forms:
            address, form, near = placeholder.path, placeholder.form, find_nearest(placeholder.form, forms)
            found = message("REF308.unknown", address=address, form=form, forms=tuple(forms), near=near)
            yield Finding.of(holder, found, quote=placeholder.written)


def _unknown_address(programme: Programme, holder: KeyPath, path: KeyPath) -> Finding:
    """Report the first step of the address that leads nowhere."""
    depth = next(n for n in range(1, len(path.steps) + 1) if at(programme, KeyPath(path.steps[:n])) is None)
    reached = KeyPath(path.steps[:depth])
    known = list_steps(programme, reached)
    if reached.steps[-1] in known or not known:
        found = message("REF307.missing", address=str(path))
    else:
        near, listed = find_nearest(reached.steps[-1], known), tuple(known[:_MOST_KNOWN])
        found = message("REF307.unknown", address=str(path), known=listed, near=near)
    return Finding.of(holder, found, quote=str(path))


def placeholders_of(programme: Programme) -> Iterator[tuple[KeyPath, Placeholder, bool]]:
    """Every placeholder, with the address of the text it is in, and whether it is alone in its paragraph."""
    for chapter in programme.texts:
        for run in chapter.title:
            if run.placeholder:
                yield KeyPath(("texts", chapter.id, "content")), run.placeholder, False
    for path, content in contents(programme):
        for block, _depth in walk_blocks(content):
            if isinstance(block, Insert):
                yield path, block.placeholder, True
            elif isinstance(block, Paragraph | Heading):
                yield from ((path, run.placeholder, False) for run in block.runs if run.placeholder)


RULES: tuple[Rule, ...] = (placeholders_name_values, forms_exist)
