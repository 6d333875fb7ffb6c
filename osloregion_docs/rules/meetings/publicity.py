"""Rules on what is kept from the public: by which law, and that it is named nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import message
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import Localised, forms
from osloregion_docs.publicity import Audience, attendee_audience, audience, case_audience
from osloregion_docs.rules.meetings.located import all_cases, cases_of, path_of
from osloregion_docs.rules.placeholders import placeholders_of
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.rules.text_fields import TextField, find_text_fields

_TELLING = 3
"""So many words must a title have to be known again; "Personalsak" may mean any case of its sort."""


@rule("MTG910", "a case that is kept from the public has a legal basis")
def exemptions_have_a_basis(programme: Programme) -> Iterator[Finding]:
    """Whoever may not read a case must learn by which law. Write it under `legal_basis`.

    *Source*: offentleglova § 31.
    """
    for _meeting, case, path in all_cases(programme):
        if _is_exempt(case) and not case.legal_basis:
            yield Finding.of(path / "exempt", message("MTG910.missing"))


@rule("MTG927", "the public title of an exempt case is another than its title")
def public_titles_differ(programme: Programme) -> Iterator[Finding]:
    """The public edition calls an exempt case by its `public_title`. If that is its title, the title is not kept back.

    If the title may be read by all, write it as `public_title`, and put what is exempt into the title as well.
    """
    for _meeting, case, path in all_cases(programme):
        if case.public_title and set(_folded(case.public_title)) & set(_folded(case.title)):
            yield Finding.of(path / "public_title", message("MTG927.same"))


@rule("MTG928", "what is exempt is in no public text")
def exempt_cases_stay_exempt(programme: Programme) -> Iterator[Finding]:
    """A text that everybody reads names an exempt case by its title, puts in a value from it, or has its attachment.

    Checked on public titles and on all other cases, meetings, chapters and measures. Titles of one or two words, and
    those that a public case has as well, are not looked for.

    *Source*: offentleglova § 13, forvaltningsloven § 13.
    """
    yield from _find_leaked_titles(programme)
    yield from _find_leaked_values(programme)
    for meeting in programme.meetings:
        yield from _shared_files(meeting)


@rule("MTG929", "who is left out of the public minutes is not named in them")
def exempt_persons_stay_exempt(programme: Programme) -> Iterator[Finding]:
    """A person with `exempt: true` among those present is left out of the public edition, and is named there elsewhere.

    Checked on those who signed the minutes, voted, proposed or remarked something in a public case, and of the texts of
    the meeting and its public cases.
    """
    public = tuple(_public(programme))
    for meeting in programme.meetings:
        shown = {attendee.person for attendee in meeting.attendance if attendee_audience(attendee) is Audience.PUBLIC}
        hidden = {attendee.person for attendee in meeting.attendance} - shown
        for path, name in _named(meeting):
            if name in hidden:
                yield Finding.of(path, message("MTG929.field", person=name))
        for name in sorted(hidden):
            for field in public:
                if field.path.within(path_of(meeting)) and _phrase(name).search(field.text):
                    yield Finding.of(field.path, message("MTG929.text", person=name), quote=name)


def _find_leaked_titles(programme: Programme) -> Iterator[Finding]:
    """Find the titles of exempt cases in public texts."""
    secrets = [(case.id, words) for case, words in _titles(programme)]
    for field in _public(programme) if secrets else ():
        for id_, words in secrets:
            for match in words.finditer(field.text):
                if "public_title" in field.path.steps and match[0] == field.text:
                    continue  # MTG927 reports it
                yield Finding.of(field.path, message("MTG928.title", id=id_), quote=match[0])


def _find_leaked_values(programme: Programme) -> Iterator[Finding]:
    """Find the values of exempt cases that texts elsewhere insert."""
    exempt = [path for _meeting, case, path in all_cases(programme) if _is_exempt(case)]
    for holder, placeholder, _alone in placeholders_of(programme) if exempt else ():
        named = KeyPath.of(placeholder.path)
        cases = [path for path in exempt if named.within(path) and not holder.within(path)]
        if cases and audience(programme, named) is Audience.INTERNAL:
            found = message("MTG928.value", address=placeholder.path, id=cases[0].steps[-1])
            yield Finding.of(holder, found, quote=placeholder.written)


def _is_exempt(case: Case) -> bool:
    return case_audience(case) is Audience.INTERNAL


def _folded(text: str | Localised) -> list[str]:
    return [" ".join(form.split()).casefold() for form in forms(text)]


def _titles(programme: Programme) -> Iterator[tuple[Case, re.Pattern[str]]]:
    """The exempt cases with the titles that they can be known by, to be looked for."""
    cases = [case for _meeting, case, _path in all_cases(programme)]
    public = {form for case in cases if not _is_exempt(case) for form in _folded(case.title)}
    for case in cases:
        for form in forms(case.title) if _is_exempt(case) else ():
            if len(form.split()) >= _TELLING and not {*_folded(form)} & public:
                yield case, _phrase(form)


def _phrase(words: str) -> re.Pattern[str]:
    """Words in a text, with any spaces between them and in small or large letters, not as part of a longer word."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)


def _public(programme: Programme) -> Iterator[TextField]:
    """Every text that the public edition prints."""
    yield from (field for field in find_text_fields(programme) if audience(programme, field.path) is Audience.PUBLIC)


def _shared_files(meeting: Meeting) -> Iterator[Finding]:
    """The attachments of public cases that are attachments of exempt ones as well."""
    owner = {each.file: case.id for case in meeting.cases if _is_exempt(case) for each in case.attachments if each.file}
    for _meeting, case, path in cases_of(meeting):
        for place, attachment in enumerate(case.attachments, 1):
            if not _is_exempt(case) and attachment.file in owner:
                found = message("MTG928.attachment", file=attachment.file, id=owner[attachment.file])
                yield Finding.of(path / "attachments" / place / "file", found)


def _named(meeting: Meeting) -> Iterator[tuple[KeyPath, str]]:
    """The persons whom the public minutes name otherwise than as present."""
    for place, item in enumerate(meeting.agenda, 1):
        if item.speaker:
            yield path_of(meeting) / "agenda" / place / "speaker", item.speaker
    for place, name in enumerate(meeting.minutes.signed_by, 1):
        yield path_of(meeting) / "minutes" / "signed_by" / place, name
    for _meeting, case, path in cases_of(meeting):
        yield from () if _is_exempt(case) else _named_in(case, path)


def _named_in(case: Case, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Who proposed, voted or remarked something in a case."""
    for proposal in case.proposals:
        inner = path / "proposals" / proposal.id
        yield inner / "by", proposal.by
        for side in ("in_favour", "against"):
            votes = getattr(proposal.vote, side, None)
            for place, name in enumerate(votes.names if votes else (), 1):
                yield inner / "vote" / side / "names" / place, name
    for place, remark in enumerate(case.remarks, 1):
        yield path / "remarks" / place / "by", remark.by


RULES: tuple[Rule, ...] = (
    exemptions_have_a_basis,
    public_titles_differ,
    exempt_cases_stay_exempt,
    exempt_persons_stay_exempt,
)
