"""The model's errors in our own words: code, place, message and hint; and no value that crashes the reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.model.measure import Measure
from osloregion_docs.sources.read import read_yaml_source
from tests.years import MAIN, MEASURE, diagnose, load_with


def hint_of(root: Path, changes: dict[str, str]) -> str:
    """The hint of the one thing that is wrong."""
    [diagnostic] = load_with(root, changes).diagnostics
    return diagnostic.hint


def measure(old: str, new: str) -> dict[str, str]:
    """The smallest year with a change in its measure."""
    return {"measures/gods.md": MEASURE.replace(old, new)}


def main(old: str, new: str) -> dict[str, str]:
    """The smallest year with a change in programme.yaml."""
    assert old in MAIN
    return {"programme.yaml": MAIN.replace(old, new, 1)}


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        pytest.param(measure("timeframe: løpende\n", ""), "add timeframe: …", id="MOD101"),
        pytest.param(
            measure("timeframe:", "timefrme: 2018\ntimeframe:"), 'did you mean "timeframe"?', id="MOD102 near"
        ),
        pytest.param(
            measure("timeframe:", "xyz: 2018\ntimeframe:"),
            f"known here: {', '.join(Measure.model_fields)}",
            id="MOD102 far",
        ),
        pytest.param(
            measure("løpende", "våren"),
            "write løpende, 2018, 2017–19, 2018-H1 (half-year), 2018-Q3 (quarter) or 2018-03-01 – 2018-06-30",
            id="MOD103 timeframe",
        ),
        pytest.param(main("2005-01-01", "1.1.2005"), "write a date like 2018-06-12 for established", id="MOD103 date"),
        pytest.param(
            {"organs.yaml": "- {id: radet, name: Rådet, kind: coucil}\n"}, 'did you mean "council"?', id="MOD104"
        ),
        pytest.param(
            {"organs.yaml": "- {id: Radet, name: Rådet, kind: council}\n"},
            "use small letters a to z, digits and single hyphens",
            id="MOD105",
        ),
        pytest.param(measure("løpende", ""), "write a value, or delete the line", id="MOD106"),
        pytest.param(
            measure("[Sekretariatet]", "Sekretariatet"), "look at how the entries next to it are written", id="MOD107"
        ),
    ],
)
def test_hint_says_what_to_do(tmp_path: Path, changes: dict[str, str], hint: str) -> None:
    """Each shape that is wrong comes with what its author can do."""
    assert hint_of(tmp_path, changes) == hint


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (main("2005-01-01", "01.01.2005"), 'programme.yaml:4:16 MOD103 "01.01.2005" is not a date'),
        (
            main("municipalities: 79", "municipalities: mange"),
            'programme.yaml:6:51 MOD103 "mange" is not a whole number',
        ),
        (
            main("2017-2020", "2020-2017"),
            "programme.yaml:8:11 MOD103 the period ends in 2017, before it begins in 2020",
        ),
        (
            main("address: [Rådhuset, 0037 Oslo]", "address: Rådhuset"),
            "programme.yaml:5:77 MOD107 address is one value, and a list is wanted",
        ),
        (
            main("year: 2018", "year: 3018"),
            "programme.yaml:1:7 MOD103 year: input should be less than or equal to 2200",
        ),
        (main("vision: En", "visjon: En"), "programme.yaml:10:3 MOD102 visjon is not a known key"),
    ],
)
def test_fault_is_pointed_at(tmp_path: Path, changes: dict[str, str], expected: str) -> None:
    """An unknown key is pointed at itself, a wrong value at the value."""
    assert expected in diagnose(tmp_path, changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(
            main("chapters: [om-oss, tiltak]", "chapters:\n  - om-oss:\n  - tiltak"), id="a colon after a chapter"
        ),
        pytest.param(main("measures: [gods]", "measures: [{gods: 1}]"), id="a colon after a measure"),
        pytest.param(main("chapters: [om-oss, tiltak]", "chapters: [[om-oss]]"), id="a list in the list of chapters"),
        pytest.param(measure("løpende", "0000"), id="the year nought"),
        pytest.param(measure("løpende", "9999"), id="the last year there is"),
        pytest.param(measure("løpende", "[2018]"), id="a list of years"),
        pytest.param({"budget.yaml": "income: '- kr'\n"}, id="an amount without figures"),
        pytest.param({"budget.yaml": "income: [1]\n"}, id="an amount in a list"),
        pytest.param({"budget.yaml": "contribution: 1.50 kr\n"}, id="a sum where keys are wanted"),
        pytest.param({"organs.yaml": "radet: Rådet\n"}, id="keys where a list is wanted"),
        pytest.param({"adoption.yaml": "- draft\n"}, id="a list where keys are wanted"),
        pytest.param({"measures/gods.md": "---\n- a\n---\n"}, id="front matter that is a list"),
        pytest.param({"measures/gods.md": "---\n---\n"}, id="front matter that is empty"),
        pytest.param({"texts/om-oss.md": "---\ntitle: [a]\n---\n\ntekst\n"}, id="a title that is a list"),
        pytest.param(main("measure_areas: [{", "measure_areas: [null, {"), id="an area that is nothing"),
        pytest.param({"programme.yaml": MAIN + "measures: []\n"}, id="measures that are a list"),
        pytest.param({"programme.yaml": MAIN + "texts: x\n"}, id="chapters that are a word"),
        pytest.param({"programme.yaml": MAIN + "meetings: [x]\n"}, id="meetings that are a list"),
        pytest.param({"programme.yaml": MAIN + "meetings: {a: [x]}\n"}, id="a meeting that is a list"),
        pytest.param({"meetings/a/meeting.yaml": "- organ\n"}, id="a meeting's file that is a list"),
        pytest.param({"meetings/a/meeting.yaml": "# ingenting\n"}, id="a meeting's file that is empty"),
        pytest.param({"meetings/a/meeting.yaml": "organ: radet\ncases: x\n"}, id="cases that are a word"),
        pytest.param({"meetings/a/meeting.yaml": "organ: radet\nagenda: [[a]]\n"}, id="a list on the agenda"),
        pytest.param({"meetings/a/meeting.yaml": "organ: radet\nagenda: [{}]\n"}, id="nothing on the agenda"),
        pytest.param({"meetings/a/meeting.yaml": "organ: radet\nbegins: 9.30\n"}, id="a time with a full stop"),
        pytest.param({"meetings/a/meeting.yaml": "organ: radet\nbegins: 34200\n"}, id="a time in seconds"),
        pytest.param({"meetings/a/meeting.yaml": "organ: radet\ndate: 2018-02-30\n"}, id="a day that is none"),
        pytest.param({"meetings/a/meeting.yaml": "organ: radet\nnotice: 2018-02-01\n"}, id="a day for keys"),
        pytest.param({"meetings/a/b.md": "---\ntitle: A\n"}, id="a case whose front matter is open"),
        pytest.param(
            {"meetings/a/meeting.yaml": "organ: radet\n", "meetings/a/b.md": "---\n- a\n---\n"},
            id="a case whose front matter is a list",
        ),
        pytest.param(
            {"meetings/a/meeting.yaml": "organ: radet\n", "meetings/a/b.md": "---\ncontent: a\n---\n"},
            id="a case with its text in front matter",
        ),
        pytest.param(
            {"organs.yaml": "- {id: radet, name: A, kind: board, case_numbers: '{number.real}/{year}'}\n"},
            id="a number form that asks for more",
        ),
        pytest.param(
            {"organs.yaml": "- {id: radet, name: A, kind: board, case_numbers: '{year}'}\n"},
            id="a number form without number",
        ),
        pytest.param(
            {"organs.yaml": "- {id: radet, name: A, kind: board, case_numbers: {a: b}}\n"},
            id="a number form in keys",
        ),
    ],
)
def test_odd_value_is_a_diagnostic_and_no_crash(tmp_path: Path, changes: dict[str, str]) -> None:
    """Whatever a source contains, reading it ends with a message about it."""
    assert load_with(tmp_path, changes).errors


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(measure("løpende", "{first: {year: 2018}}"), id="a timeframe in keys"),
        pytest.param(main("2005-01-01", "86400"), id="a date in seconds"),
        pytest.param(main("municipalities: 79", "municipalities: 7_9"), id="a number with an underscore"),
        pytest.param(main("year: 2018", "year: 2018.0"), id="a year with a decimal"),
    ],
)
def test_value_in_no_form_of_ours_is_refused(tmp_path: Path, changes: dict[str, str]) -> None:
    """Only the forms that the manual names are read; anything else is a mistake that would print something unmeant."""
    assert load_with(tmp_path, changes).errors


def test_id_in_a_measure_does_not_rename_it(tmp_path: Path) -> None:
    """A measure is called as its file is; an id in its front matter is refused."""
    messages = diagnose(tmp_path, measure("title:", "id: noe-annet\ntitle:"))

    assert [line.split()[:2] for line in messages] == [["measures/gods.md:2:1", "MOD102"]]


def test_empty_file_of_organs_is_a_year_without_organs(tmp_path: Path) -> None:
    """A file that holds only comments is empty, and is not reported for not being a list."""
    messages = diagnose(
        tmp_path,
        {
            "organs.yaml": "# ingen ennå\n",
            **main("adopted: {organ: radet, year: 2016}", "adopted: {organ: radet, year: 2016}"),
        },
    )

    assert [line.split()[1] for line in messages] == ["REF309"]


def test_empty_front_matter_entry_is_one_fault(tmp_path: Path) -> None:
    """A party without a name is one fault, and does not also leave the list empty."""
    messages = load_with(tmp_path, measure("[Sekretariatet]", "[{}]")).diagnostics

    assert [d.message for d in messages] == ["a party needs an organ or a name"]


def test_bytes_that_are_no_text_at_all() -> None:
    """A picture saved under the name of a source is refused."""
    source, messages = read_yaml_source(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "budget.yaml")

    assert source is None
    assert [d.code for d in messages] == ["SRC004"]
