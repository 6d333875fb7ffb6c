"""Amounts of money in running text (BUD709): which are recognised, which are known, and which are ignored."""

from __future__ import annotations

import pytest

from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rules import check
from osloregion_docs.workspace.load import Loaded
from tests.budgets import BUDGET, budget_of
from tests.model.test_alternatives import LILLEBY, STORBY, WITH_RATES


def find_unknown_figures(text: str, programme: Programme | None = None) -> list[str]:
    """The figures in a chapter of that text that are none of the budget's."""
    chapter = {"id": "a", "title": [{"text": "A"}], "content": [{"kind": "paragraph", "runs": [{"text": text}]}]}
    year = programme or budget_of(BUDGET)
    year = Programme.model_validate({**year.model_dump(), "texts": [chapter], "chapters": ["a"]})
    return [finding.quote for finding in check(year) if finding.code == "BUD709"]


@pytest.mark.parametrize(
    "figure",
    [
        "kr 1,75",
        "kr 12 345",
        "kr. 12\u00a0345",
        "12 345 kroner",
        "12345 kr",
        "3,1 mill. kroner",
        "3,1 millioner kroner",
        "kr 3,1 mill.",
        "17 tusen kroner",
        "2 mrd. kroner",
    ],
)
def test_figures_are_seen_however_they_are_written(figure: str) -> None:
    """With the unit before or behind, short or in full."""
    assert find_unknown_figures(f"I fjor gikk {figure} til prosjekter.") == [figure]


@pytest.mark.parametrize(
    "figure",
    [
        "kr 1,50",
        "0,3 mill. kroner",
        "300 000 kroner",
        "305 tusen kroner",
        "kr 95\u00a0000",
        "4500 kroner",
        "5 tusen kroner",
        "0,3 millioner kroner",
    ],
)
def test_figures_of_the_budget_may_be_written_out(figure: str) -> None:
    """The rate, the frame, a line, a sum, the reserve, a result, a change; as they are or rounded."""
    assert find_unknown_figures(f"Det er {figure} i alt.") == []


@pytest.mark.parametrize(
    "text",
    ["79 kommuner", "sak 4/17", "2017–2020", "kr pr. innbygger", "12 kroniske saker", "krav 3,1", "3,1 mill. tonn"],
)
def test_other_numbers_are_ignored(text: str) -> None:
    """Other numbers, and words that begin like a unit."""
    assert find_unknown_figures(text) == []


def find_in_case(attachments: list[dict[str, str]]) -> list[tuple[str, str]]:
    """Return the unknown figures in a case with these attachments, each with its part."""
    runs = {"kind": "paragraph", "runs": [{"text": "Det koster kr 77 000."}]}
    case = {"id": "c", "title": "C", "kind": "decision", "attachments": attachments}
    case |= {"content": {"facts": [runs], "proposal": [runs]}}
    meeting = {"id": "m", "organ": "radet", "cases": [case]}
    year = Programme.model_validate({**budget_of(BUDGET).model_dump(), "meetings": [meeting]})
    return [(finding.path.steps[-1], finding.quote) for finding in check(year) if finding.code == "BUD709"]


def test_cases_with_the_budget_attached_are_checked() -> None:
    """But not their proposals, which may set new amounts."""
    assert find_in_case([{"title": "Budsjett", "document": "budget"}]) == [("facts", "kr 77 000")]


def test_other_cases_have_figures_of_their_own() -> None:
    """What a conference costs is no concern of the budget's text."""
    assert find_in_case([{"title": "Notat"}]) == []


def find_with_placeholder(address: str, text: str) -> list[str]:
    """Return the unknown figures in a paragraph of a case that also has a placeholder."""
    runs = [{"text": text}, {"placeholder": {"path": address}}]
    facts = [{"kind": "paragraph", "runs": runs}, {"kind": "paragraph", "runs": [{"text": "Leien er kr 77 000."}]}]
    case = {"id": "c", "title": "C", "kind": "decision", "content": {"facts": facts}}
    meeting = {"id": "m", "organ": "radet", "cases": [case]}
    year = budget_of(WITH_RATES, members=[STORBY, LILLEBY], meetings=[meeting])
    return [finding.quote for finding in check(year) if finding.code == "BUD709"]


def test_a_paragraph_that_draws_what_a_rate_gives_has_no_strange_figure() -> None:
    """Mixing inserted and typed figures is a common mistake; the next paragraph has figures of its own."""
    drawn = "budget/contribution/alternatives/mer/income"

    assert find_with_placeholder(drawn, "Det er 31 000 kroner mer, og ") == ["31 000 kroner"]
    assert find_with_placeholder(drawn, "Det er 30 000 kroner mer, og ") == []


def test_a_paragraph_that_only_names_the_rate_has_figures_of_its_own() -> None:
    """What is weighed against it need not be in the budget."""
    assert (
        find_with_placeholder("budget/contribution/alternatives/mer/rate", "Tiltak for 31 000 kroner må ut ved ") == []
    )


def test_a_year_without_a_table_is_not_checked() -> None:
    """Its figures cannot be known."""
    assert find_unknown_figures("Det er kr 77 000.", budget_of("income: 1 mill. kr")) == []


def test_nothing_of_2018_is_strange(loaded_2018: Loaded) -> None:
    """Its text gets every figure from the budget."""
    assert [finding for finding in check(loaded_2018.programme) if finding.code.startswith("BUD")] == []


def find_in_texts(**texts: object) -> list[tuple[str, str]]:
    """Return the unknown figures in a year with these texts, each with its address."""
    year = Programme.model_validate({**budget_of(BUDGET).model_dump(), **texts})
    return [(str(finding.path), finding.quote) for finding in check(year) if finding.code == "BUD709"]


@pytest.mark.parametrize(
    ("report", "address"),
    [
        ({"foreword": {"author": "Kari Nordby", "text": "Vi brukte kr 77 000."}}, "annual_report/foreword/text"),
        ({"highlights": ["Vi vokste.", "Vi brukte kr 77 000."]}, "annual_report/highlights/2"),
        ({"organisation": "Vi brukte kr 77 000."}, "annual_report/organisation"),
        ({"accounts": {"nb": "Vi brukte kr 77 000."}}, "annual_report/accounts/nb"),
        ({"audit": "Vi brukte kr 77 000."}, "annual_report/audit"),
    ],
)
def test_texts_of_the_annual_report_are_checked(report: dict[str, object], address: str) -> None:
    """They are printed with the accounts that they describe."""
    assert find_in_texts(annual_report=report) == [(address, "kr 77 000")]


def test_status_entries_are_checked() -> None:
    """Both text and result."""
    entry = {"date": "2018-05-01", "status": "done", "text": "Det kostet kr 77 000.", "result": "Spart: 78 000 kr."}
    found = find_in_texts(results={"measures": [{"id": "gods", "entries": [entry]}]})

    assert [(path.rsplit("/", 1)[-1], quote) for path, quote in found] == [
        ("text", "kr 77 000"),
        ("result", "78 000 kr"),
    ]


def test_known_figures_are_accepted_in_the_annual_report() -> None:
    """A line of the budget, as it is."""
    assert find_in_texts(annual_report={"accounts": "Til prosjekter gikk 95 000 kroner."}) == []


def test_notes_of_the_budget_have_figures_of_their_own() -> None:
    """They may state the rate of a year ago."""
    year = budget_of(BUDGET.replace("Etter folketallet.", "Satsen økte fra kr 1,45 til kr 1,50."))

    assert [finding for finding in check(year) if finding.code == "BUD709"] == []
