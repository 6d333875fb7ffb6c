"""The results of a year from their files: what is mounted where, and which message is reported where."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.lookup import at
from osloregion_docs.workspace.results import home_of
from tests.years import MAIN, diagnose, load_with

GODS = """\
indicators:
  - {id: moter, title: Møter, unit: stk., target: 4}
entries:
  - date: 2018-07-31
    status: in-progress
    text: Forprosjektet er i gang
    values: {moter: 2}
"""


def test_year_with_results_is_sound(tmp_path: Path) -> None:
    """In a file for each measure, and a file for the year."""
    files = {"results/gods.yaml": GODS, "results.yaml": "closed: true\n"}

    assert diagnose(tmp_path, files) == []


@pytest.mark.parametrize(
    "files",
    [
        {"results/gods.yaml": GODS},
        {"results.yaml": "measures:\n  gods:\n" + "".join(f"    {line}\n" for line in GODS.splitlines())},
    ],
    ids=["a file", "results.yaml"],
)
def test_results_have_an_address(tmp_path: Path, files: dict[str, str]) -> None:
    """The same, wherever they are written."""
    loaded = load_with(tmp_path, files).value
    assert loaded is not None

    assert at(loaded.programme, KeyPath.of("results/measures/gods/entries/1/text")) == "Forprosjektet er i gang"


CASES: dict[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "given twice": (
        {"results/gods.yaml": GODS, "results.yaml": "measures:\n  gods: {}\n"},
        ["results/gods.yaml:1:1 SRC014 results of gods are given here and in results.yaml"],
    ),
    "given twice, in programme.yaml": (
        {"results/gods.yaml": GODS, "programme.yaml": MAIN + "results: {closed: false}\n"},
        ["results/gods.yaml:1:1 SRC014 results is given here and in programme.yaml"],
    ),
    "id in the file": (
        {"results/gods.yaml": "id: gods\n" + GODS},
        ["results/gods.yaml:1:1 MOD102 id is not a known key"],
    ),
    "no such measure": (
        {"results/godss.yaml": GODS},
        ['results/godss.yaml:1:1 RES102 there is no measure "godss"'],
    ),
    "another ending": (
        {"results/gods.yml": GODS},
        ["results/gods.yml:1:1 SRC015 no file of this name is read here"],
    ),
    "a list": (
        {"results.yaml": "- gods\n"},
        ["results.yaml:1:1 MOD107 results is a list, and keys with values is wanted"],
    ),
    "a title for a status": (
        {"results/gods.yaml": GODS.replace("in-progress", "I gang")},
        ['results/gods.yaml:5:13 RES103 there is no status "I gang"'],
    ),
    "an unreadable value": (
        {"results/gods.yaml": GODS.replace("moter: 2", "moter: to")},
        ['results/gods.yaml:7:21 MOD103 "to" is not a number'],
    ),
    "comments only": ({"results/gods.yaml": "# ikke ennå\n"}, []),
    "a README": ({"results/README.md": "Slik gjør vi det.\n"}, []),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_reported_messages(tmp_path: Path, files: dict[str, str | bytes | None], expected: list[str]) -> None:
    """At the place in the file that it is about."""
    assert diagnose(tmp_path, files) == expected


def test_gaps_are_not_spoken_of_where_results_could_not_be_read(tmp_path: Path) -> None:
    """A measure does not lack its result because there is a mistake in it."""
    files = {"results/gods.yaml": GODS.replace("2018-07-31", "juli"), "results.yaml": "closed: true\n"}

    assert [line.split()[1] for line in diagnose(tmp_path, files)] == ["MOD103"]


@pytest.mark.parametrize(
    ("files", "home"),
    [
        ({}, (None, ())),
        ({"results.yaml": "closed: true\n"}, (None, ())),
        ({"results/gods.yaml": GODS}, ("results/gods.yaml", ())),
        ({"results.yaml": "measures: {gods: {}}\n"}, ("results.yaml", ("measures", "gods"))),
        ({"programme.yaml": MAIN + "results: {closed: true}\n"}, ("programme.yaml", ("results", "measures", "gods"))),
    ],
)
def test_where_results_belong(tmp_path: Path, files: dict[str, str], home: tuple[str | None, tuple[str, ...]]) -> None:
    """Where they are; in a file of their own where there are none."""
    loaded = load_with(tmp_path, files).value
    assert loaded is not None
    source, steps = home_of(loaded.tree, "gods")

    assert (source and source.file.removeprefix("programme/2018/"), steps) == home
