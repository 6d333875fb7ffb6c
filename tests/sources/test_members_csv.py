"""members.csv as spreadsheet programs save it: what is read, and which cell each diagnostic points at (SRC017)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.model.budget.contribution import Member
from osloregion_docs.sources.members_csv import HEADINGS, read_members
from tests.years import diagnose, load_with

OSLO = {"id": "0301", "name": "Oslo kommune", "inhabitants": "673469"}


def values(text: str | bytes) -> object:
    """The rows of a file that nothing is wrong in."""
    source, diagnostics = read_members(text if isinstance(text, bytes) else text.encode(), "members.csv")
    assert diagnostics == []
    assert source is not None
    return source.values


def read_issues(text: str) -> list[str]:
    """What is wrong in a file, with line and column."""
    source, found = read_members(text.encode(), "members.csv")
    assert source is None
    return [f"{fault.span.line}:{fault.span.column} {fault.code} {fault.message}" for fault in found]


@pytest.mark.parametrize(
    "text",
    [
        "id;name;inhabitants\n0301;Oslo kommune;673469\n",
        "id,name,inhabitants\n0301,Oslo kommune,673469\n",
        "Kommunenummer;Navn;Innbyggere\n0301;Oslo kommune;673469",
        "name;inhabitants;id\nOslo kommune;673469;0301\n",
        "sep=;\nid;name;inhabitants\n0301;Oslo kommune;673469\n",
        'id;name;inhabitants\n"0301"; "Oslo kommune" ;673469;;;\n;;;\n\n',
        b"\xef\xbb\xbfid;name;inhabitants\r\n0301;Oslo kommune;673469\r\n",
    ],
    ids=["semicolons", "commas", "Norwegian", "another order", "sep", "quotes and empty cells", "mark and CR LF"],
)
def test_ways_to_write_the_same_row(text: str | bytes) -> None:
    """All that Excel, LibreOffice and hands make of it; the byte order mark of Excel gives no diagnostic."""
    assert values(text) == [OSLO]


def test_a_quoted_cell_may_hold_the_sign_between_cells() -> None:
    """And quotation marks, each written twice."""
    assert values('id;name;inhabitants\n1;"A; ""B"" kommune";2\n') == [
        {"id": "1", "name": 'A; "B" kommune', "inhabitants": "2"}
    ]


def test_kinds_and_days_in_norwegian() -> None:
    """As people write them; an empty cell is left out."""
    text = "id;navn;type;innbyggere;per\n1;A;Kommune;2;1.2.2018\n2;B;fylkeskommune;3;2018-01-01\n3;C;;4;\n"

    assert values(text) == [
        {"id": "1", "name": "A", "kind": "municipality", "inhabitants": "2", "as_of": "2018-02-01"},
        {"id": "2", "name": "B", "kind": "county", "inhabitants": "3", "as_of": "2018-01-01"},
        {"id": "3", "name": "C", "inhabitants": "4"},
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "1:1 SRC017 the file is empty"),
        ("id;nawn;inhabitants\n", '1:4 SRC017 there is no column "nawn"'),
        ("id;navn;name;inhabitants\n", '1:9 SRC017 the column "name" stands twice'),
        ("id;name\n1;A\n", "1:1 SRC017 the column inhabitants is missing"),
        ("id;name;inhabitants\n1;A;2;3\n", "2:7 SRC017 the row has 4 cells, and there are 3 headings"),
        ('id;name;inhabitants\n1;"A;2\n', "2:3 SRC017 a quotation mark is not closed in its cell"),
        ('id;name;inhabitants\n1;"A" x;2\n', "2:3 SRC017 a quotation mark is not closed in its cell"),
        ("id;name;inhabitants\n" + "1;A;2\n" * 5001, "5002:1 SRC010 there are more than 5000 rows"),
    ],
)
def test_fault_is_reported_at_its_cell(text: str, fault: str) -> None:
    """Line and column, as an editor counts them."""
    assert read_issues(text) == [fault]


def test_fault_in_a_value_is_reported_at_its_cell(tmp_path: Path) -> None:
    """By the same codes as in any other source."""
    rows = "id;name;inhabitants;as_of\n0301;Oslo kommune;mange;2018-01-01\n0219;;12;i fjor\nÅS;Ås kommune;1;\n"

    assert [line for line in diagnose(tmp_path, {"members.csv": rows}) if "members.csv" in line] == [
        'members.csv:2:19 MOD103 "mange" is not a whole number',
        "members.csv:3:1 MOD101 name is missing",
        'members.csv:3:10 MOD103 "i fjor" is not a date',
        'members.csv:4:1 MOD105 "ÅS" is not an id',
    ]


def test_two_members_do_not_share_an_id(tmp_path: Path) -> None:
    """Reported once, at the first of them."""
    found = diagnose(tmp_path, {"members.csv": "id;name;inhabitants\n1;A;2\n1;B;3\n"})

    assert 'members.csv:2:1 REF306 the id "1" is used 2 times' in found


def test_members_are_typed(tmp_path: Path) -> None:
    """Rows become members, municipalities where no kind is given."""
    loaded = load_with(tmp_path, {"members.csv": "id;name;inhabitants\n0301;Oslo kommune;673 469\n"}).value
    assert loaded is not None

    assert loaded.programme.members == (Member(id="0301", name="Oslo kommune", inhabitants=673469),)


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))), max_size=6)))
def test_any_text_is_read_or_refused(rows: list[list[str]]) -> None:
    """No file ends in a traceback, and each fault points into the file."""
    text = "id;name;inhabitants\n" + "\n".join(";".join(row) for row in rows)
    source, found = read_members(text.encode(), "members.csv")

    assert (source is None) == bool(found)
    assert all(1 <= fault.span.line <= text.count("\n") + 1 for fault in found)


def test_columns_of_the_model_are_those_of_the_file() -> None:
    """Nothing of a member is left without a column."""
    assert set(HEADINGS) == set(Member.model_fields)
