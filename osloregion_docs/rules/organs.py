"""Rules on organs: those that are named exist, and under one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.messages.message import message
from osloregion_docs.model.adoption import Adoption
from osloregion_docs.model.lookup import walk, walk_models
from osloregion_docs.model.measure import Party
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Attendee, Meeting
from osloregion_docs.model.organ import Decision
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import localise
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.rules.text_fields import find_text_fields
from osloregion_docs.spelling import find_nearest

_MEETING_OF = re.compile(r"\bmøtet? i (?P<organ>[A-ZÆØÅ][\wæøåÆØÅ-]+)")


@rule("REF309", "an organ that is named exists", Severity.ERROR)
def organs_exist(programme: Programme) -> Iterator[Finding]:
    """A party of a measure, a decision, an adoption, a meeting and its cases name an organ by its id in organs.yaml."""
    known = {organ.id for organ in programme.organs}
    for path, model in walk_models(programme):
        if isinstance(model, Party | Decision | Adoption | Meeting | Case | Attendee):
            named = {"organ": model.organ, "together_with": getattr(model, "together_with", None)}
            for name, organ in named.items():
                if organ is not None and organ not in known:
                    near, listed = find_nearest(organ, known), tuple(sorted(known))
                    yield Finding.of(path / name, message("REF309.unknown", id=organ, near=near, known=listed))


@rule("REF310", "a meeting that the text names is of an organ there is")
def meetings_are_of_organs(programme: Programme) -> Iterator[Finding]:
    """Where the text has "møtet i …" and the name is nearly that of an organ, the organ is probably meant.

    Readers look decisions up by organ and meeting; a name that is almost right leads them astray.
    """
    language = programme.languages[0]
    names = {localise(organ.name, language) for organ in programme.organs}
    for field in find_text_fields(programme):
        for match in _MEETING_OF.finditer(field.text) if "møte" in field.text else ():
            word = match["organ"]
            near = find_nearest(word, names)
            if near and not any(name.startswith(word) for name in names):
                yield Finding.of(field.path, message("REF310.unknown", name=word, near=near), quote=match[0])


@rule("TXT409", "an organ has one name")
def organs_have_one_name(programme: Programme) -> Iterator[Finding]:
    """The same organ is printed under different names in different measures, so readers may take them for two."""
    language = programme.languages[0]
    names = {organ.id: localise(organ.name, language) for organ in programme.organs}
    for path, party in walk(programme, Party):
        own = names.get(party.organ or "")
        if own and party.name and (printed := localise(party.name, language)) != own:
            yield Finding.of(path / "name", message("TXT409.renamed", name=printed, own=own))


RULES: tuple[Rule, ...] = (organs_exist, meetings_are_of_organs, organs_have_one_name)
