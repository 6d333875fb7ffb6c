"""The fixed words of board documents: agenda, case paper, minutes and extract."""

from __future__ import annotations

from osloregion_docs.labels.common import CommonLabels


class MeetingLabels(CommonLabels):
    """Every fixed word of the board documents in one language."""

    agenda: str
    agenda_of: str
    case_paper: str
    referat: str
    protokoll: str
    the_referat: str
    the_protokoll: str
    minutes_of: str
    extract: str
    pack: str
    apart: str
    meeting: str
    meeting_of: str
    conjunction: str
    internal: str

    time: str
    clock: str
    clock_range: str
    not_fixed: str
    not_told: str
    postponed_from: str
    place: str
    digital: str
    digital_too: str
    contact: str
    reference: str
    notice: str
    sent: str
    revised: str

    case: str
    cases: str
    case_number: str
    kind: str
    kinds: dict[str, str]
    archive: str
    classification: str
    officer: str
    course: str
    """Which organs treat a case, one after the other (saksgang)."""
    follows: str
    talk: str
    new: str
    oral: str
    later: str
    later_by: str
    exempt: str
    exempt_by: str

    attachments: str
    attachment: str
    sender: str
    updated: str
    attachment_kinds: dict[str, str]

    sections: dict[str, str]
    proposal_of: str
    recommendation_of: str
    supporters: str
    subsidiary: str

    present: str
    also_present: str
    absent: str
    observers: str
    secretariat: str
    guests: str
    deputy_for: str
    deputy: str
    may_speak: str
    arrives: str
    leaves: str
    only_for: str
    disqualified: str

    proposal_by: str
    amendment_by: str
    subsidiary_by: str
    decision: str
    voting: str
    adopted: str
    fell: str
    unanimous: str
    counted: str
    in_favour: str
    against: str
    not_voted: str
    as_proposed: str
    remark_by: str
    signed: str
    approved: str
    errata: str
    erratum: str

    phrases: dict[str, str]
    """A decision in fixed words, by what it is: noted, approved, …"""
