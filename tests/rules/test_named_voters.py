"""Those named among the votes (MTG934, REF312): who has a vote, and whom the hint offers."""

from __future__ import annotations

from osloregion_docs.diagnostics import Finding
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rules import check
from tests.budgets import BUDGET, budget_of

KARI = {"person": "Kari Nordby", "capacity": "member"}
EVA = {"person": "Eva Fjell", "capacity": "secretariat"}


def find_issues(code: str, name: str, attendance: list[dict[str, object]]) -> list[Finding]:
    """Return the findings of a rule about a vote that names one person."""
    vote = {"in_favour": {"count": 1, "names": [name]}, "against": 0}
    case = {"id": "c", "title": "C", "kind": "decision"}
    case |= {"proposals": [{"id": "p", "by": "Ola", "text": "Ja.", "vote": vote}]}
    meeting = {"id": "m", "organ": "radet", "agenda": ["c"], "attendance": attendance, "cases": [case]}
    year = Programme.model_validate({**budget_of(BUDGET).model_dump(), "meetings": [meeting]})
    return [finding for finding in check(year) if finding.code == code]


def test_the_hint_offers_nobody_without_a_vote() -> None:
    """Not even one with a similar name."""
    [finding] = find_issues("REF312", "Eva Fjel", [KARI, EVA])

    assert finding.hint == "write one of: Kari Nordby"


def test_the_hint_is_of_use_where_nobody_has_a_vote() -> None:
    """There is no name to offer."""
    [finding] = find_issues("REF312", "Eva Fjel", [EVA])

    assert finding.message_id == "REF312.no-voters"
    assert finding.hint == "correct the attendance, or delete the name"


def test_who_is_there_twice_has_a_vote_if_one_of_the_two_has() -> None:
    """First as a guest, then as a deputy."""
    guest = {"person": "Per Vestad", "capacity": "guest", "leaves": "10:00"}
    deputy = {"person": "Per Vestad", "capacity": "deputy", "arrives": "10:00"}

    assert find_issues("MTG934", "Per Vestad", [KARI, guest, deputy]) == []


def test_who_is_not_there_is_left_to_the_other_rule() -> None:
    """One finding for one fault."""
    assert find_issues("MTG934", "Nils Dal", [KARI]) == []
