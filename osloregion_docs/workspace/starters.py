"""What a new meeting and a new case begin as: files whose comments state, in plain Norwegian, what they can contain."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from osloregion_docs.labels.labels import labels_of
from osloregion_docs.language import Language
from osloregion_docs.model.meetings.case import CaseKind, Phrase
from osloregion_docs.model.organ import Organ, write_number
from osloregion_docs.slug import slug
from osloregion_docs.sources.editing.yaml_writer import to_yaml

_SOME_DAY: Final = "ÅÅÅÅ-MM-DD"
_SOME_NAME: Final = "Navn"
_WEEK: Final = 7
_MONTH: Final = 30

_HEAD: Final = """\
# yaml-language-server: $schema=../../../schema/meeting.schema.json
#
# Et møte. Navnet på mappen er møtets id, og endres ikke senere. Sakene ligger som filer ved siden av, vedlegg i mappen
# «attachments». Linjer som begynner med #, blir ikke lest: ta bort # og mellomrommet foran det du trenger.

"""
_PLACE: Final = """\
# begins: "10:00"
# ends: "14:00"
# place: Rådhuset
# digital: true                 # på skjerm, alene eller ved siden av et sted
# contact: Forfall meldes til sekretariatet

# Når innkallingen er sendt. Til da er sakslisten et utkast.
# notice:
#   sent: {sent}            # senest {days} dager før møtet

# Sakene i den rekkefølgen de behandles: navnene på filene, uten .md. «osloregion-docs new case» legger til flere.
# Et innlegg som ikke er en sak, skrives {{talk: Hva det handler om, speaker: Hvem}}.
"""
_AFTERWARDS: Final = """\

# Etter møtet: hvem som var der, og hvem som meldte forfall. «capacity» er member, deputy (da med «deputy_for»),
# observer, secretariat eller guest.
# attendance:
{present}
# absent: [{absent}]

# Når et senere møte har godkjent {minutes}. Til da er det et utkast.
# minutes:
#   approved: {{organ: {organ}, date: {later}}}     # og «case»: nummeret på saken der det ble godkjent
"""
_CASE: Final = """\
# En sak. Navnet på filen er sakens id, og endres ikke senere. Linjer som begynner med #, blir ikke lest: ta bort # og
# mellomrommet foran det du trenger.
"""
_WITH_TEXT: Final = """\
# Teksten står under den andre linjen med ---, under overskriftene der.
"""
_PAPERS: Final = """\
# language: nn                  # saken er på nynorsk, i et møte på bokmål; eller nb, en
# papers: written               # skriftlige; eller oral (muntlig), eller later (ettersendes, med dagen under papers_by)
# officer: Navn                 # saksbehandler
# attachments:                  # filene legges i mappen «attachments»
#   - {{title: Hva vedlegget heter, file: filnavn.pdf}}
# follows:                      # tidligere saker som denne følger opp
#   - {{organ: {organ}, case: nummeret, date: {day}}}
"""
_VOTED: Final = """\
# Etter møtet:
# proposals:
#   - {{id: forslag, by: {by}, vote: unanimous}}     # det som står under «{proposal}»
# adopted: [forslag]            # eller skriv det som ble vedtatt, under «## {decision}»
"""
_APPROVED: Final = """\
# proposes: approved            # eller notice-approved (innkallingen), minutes-approved (forrige referat)
"""
_PARTS: Final[dict[str, tuple[str, ...]]] = {
    "decision": ("background", "assessment", "proposal"),
    "consultation": ("background", "assessment", "proposal"),
    "election": ("background", "proposal"),
    "discussion": ("background", "assessment"),
    "orientation": ("background",),
    "reference": ("background",),
}
"""The headings that a case of a kind begins with; the other kinds have none."""
_ABOUT: Final = {
    "background": "Hva saken bygger på, og hvorfor den kommer nå. Det som står mellom disse merkene, blir ikke trykt.",
    "assessment": "Hva som taler for og imot. Slett overskrifter du ikke trenger.",
    "proposal": "Det som skal vedtas, ord for ord.",
}
_PHRASES: Final[dict[str, Phrase]] = {"orientation": "noted", "reference": "noted"}
"""What is usually proposed in cases of a kind."""


class _Words(NamedTuple):
    """The titles of the standing cases in a language."""

    notice: str
    minutes: str
    last: str


_STANDING: Final[dict[Language, _Words]] = {
    "nb": _Words(
        "Godkjenning av innkalling og saksliste",
        "Godkjenning av {minutes} fra {last}",
        "forrige møte",
    ),
    "nn": _Words(
        "Godkjenning av innkalling og sakliste",
        "Godkjenning av {minutes} frå {last}",
        "førre møte",
    ),
    "en": _Words(
        "Approval of the notice and agenda",
        "Approval of the minutes of {last}",
        "the last meeting",
    ),
}


@dataclass(frozen=True, slots=True)
class CaseStart:
    """What a new case begins with."""

    id: str
    title: str
    kind: CaseKind
    number: str | None = None
    organ: str | None = None
    """The organ that treats it, where that is not the meeting's own."""
    phrase: Phrase | None = None
    """What is proposed in fixed words, if not what is usual."""
    afterwards: str = ""
    """What is to be done elsewhere once it is decided."""


def meeting_text(organ: Organ, day: datetime.date | None, cases: Iterable[str]) -> str:
    """The file of a new meeting with its cases by their ids."""
    unfixed = "" if day else f"# date: {_SOME_DAY}            # skrives når dagen er fastsatt\n"
    days = _WEEK if organ.notice_days is None else organ.notice_days
    place = _PLACE.format(sent=_after(day, -days), days=days)
    members = dict.fromkeys(seat.member for seat in organ.seats if seat.member and day and seat.holds_on(day))
    afterwards = _AFTERWARDS.format(
        present="\n".join(f"#   - {{person: {_value(name)}, capacity: member}}" for name in members or (_SOME_NAME,)),
        absent=_SOME_NAME,
        minutes=f"{minutes_word(organ)}et".replace("protokollet", "protokollen"),
        organ=organ.id,
        later=_after(day, _MONTH),
    )
    written = to_yaml({"organ": organ.id, **({"date": str(day)} if day else {})})
    return f"{_HEAD}{written}{unfixed}{place}{to_yaml({'agenda': list(cases)})}{afterwards}"


def case_text(case: CaseStart, organ: Organ, language: Language, proposer: str) -> str:
    """The file of a new case of an organ. `proposer` is whose proposals its papers bear."""
    sections, parts = labels_of(language).meetings.sections, _PARTS.get(case.kind, ())
    values = {"title": case.title, "kind": case.kind, "number": case.number, "organ": case.organ}
    lines = [
        f"---\n{_CASE}{_WITH_TEXT if parts else ''}",
        to_yaml({key: value for key, value in values.items() if value}),
        _number_placeholder(case, organ),
        _PAPERS.format(organ=organ.id, day=_SOME_DAY) if parts else "",
        *_outcome(case, proposer, language),
        "---\n",
        *(f"\n## {sections[part]}\n\n<!-- {_ABOUT[part]} -->\n" for part in parts),
    ]
    return "".join(lines)


def standing_cases(organ: Organ, language: Language, last: str) -> Iterator[CaseStart]:
    """The cases that are on every agenda of an organ, without numbers. `last` is the day of its last meeting."""
    words, minutes = _STANDING[language], minutes_word(organ)
    if organ.opening_cases:
        yield CaseStart(slug(words.notice), words.notice, "approval", phrase="notice-approved")
        title = words.minutes.format(minutes=minutes, last=last or words.last)
        yield CaseStart(slug(title), title, "approval", phrase="minutes-approved")
    if organ.any_other_business:
        title = labels_of(language).meetings.kinds["other"]
        yield CaseStart(slug(title), title, "other")


def minutes_word(organ: Organ) -> str:
    """What the minutes of an organ are called: referat or protokoll."""
    return organ.minutes or ("protokoll" if organ.kind == "council" else "referat")


def _number_placeholder(case: CaseStart, organ: Organ) -> str:
    """How a number is written, where none could be given."""
    if case.number:
        return ""
    example = write_number(next(iter(organ.case_numbers), "{number}/{year:02}"), 1, 2018)
    return _remark(f"number: {_value(example)}", "sakens nummer, når det er gitt")


def _outcome(case: CaseStart, proposer: str, language: Language) -> Iterator[str]:
    """What is proposed in fixed words, and how one writes what came of it."""
    words, phrase = labels_of(language).meetings, case.phrase or _PHRASES.get(case.kind)
    if phrase:
        yield f"proposes: {phrase}\n"
    elif case.kind == "approval":
        yield _APPROVED
    if "proposal" in _PARTS.get(case.kind, ()):
        yield _VOTED.format(by=_value(proposer), proposal=words.sections["proposal"], decision=words.decision)
    elif case.kind != "other":
        usual = "approved" if case.kind == "approval" else "noted"
        yield _remark(f"decides: {phrase or usual}", "etter møtet, om det ble slik")
    yield case.afterwards


def _remark(line: str, about: str) -> str:
    """A line that is not read until its # is taken away, with what it is for."""
    return f"# {line:<30}# {about}\n"


def _value(text: str) -> str:
    """A text as it is written in YAML in brackets."""
    return to_yaml([text], "flow").strip()[1:-1]


def _after(day: datetime.date | None, days: int) -> str:
    return str(day + datetime.timedelta(days=days)) if day else _SOME_DAY
