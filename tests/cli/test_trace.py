"""The command trace: its matrix, JSON, and the threshold for CI."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import ROOT, ran
from tests.conftest import Golden
from tests.years import MAIN, MEASURE, workspace_with

EXAMPLE = str(ROOT / "examples" / "fjordregionen")
ACTIVITIES = "activities: [{id: bane, text: Mer gods på bane}, {id: sykkel, text: Flere sykkelveier}]"
HALF = {
    "programme.yaml": MAIN.replace(
        "title: Areal og transport}]\nchap", f"title: Areal og transport, {ACTIVITIES}}}]\nchap"
    ),
    "measures/gods.md": MEASURE.replace("timeframe", "serves: [areal/bane]\ntimeframe"),
}


def test_matrix_of_2018(golden: Golden) -> None:
    """What cannot be determined is not called a gap."""
    golden("trace-2018.txt", ran("trace", "2018").out)


def test_matrix_of_the_example(golden: Golden) -> None:
    """Every activity served, cases and statuses with each measure."""
    golden("trace-example.txt", ran("trace", "2025", "--workspace", EXAMPLE).out)


@pytest.mark.parametrize(("percent", "code"), [("50", 0), ("51", 1)])
def test_threshold(tmp_path: Path, percent: str, code: int) -> None:
    """One of two activities is served: 50 percent are, 51 are not."""
    workspace_with(tmp_path, HALF)

    assert ran("trace", "2018", "--min-coverage", percent, cwd=tmp_path).code == code


def test_threshold_says_what_to_do(tmp_path: Path) -> None:
    """On standard error, so that the matrix stays the matrix."""
    workspace_with(tmp_path, HALF)

    assert ran("trace", "2018", "--min-coverage", "80", cwd=tmp_path).err == (
        "2018: fewer than 80 % of the activities are served by a measure\n"
        "  hint: write the activities that a measure serves under serves in its file\n"
    )


def test_threshold_is_not_reached_where_nothing_is_known() -> None:
    """2018 does not say which activities its measures serve."""
    assert ran("trace", "2018", "--min-coverage", "1").code == 1


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("budget=1", "1 % of the measures have a budget"),
        ("status=1", "1 % of the measures have a status"),
        ("activities=51", "51 % of the activities are served by a measure"),
    ],
)
def test_threshold_of_the_requested_kind(tmp_path: Path, asked: str, expected: str) -> None:
    """Budget and status have thresholds as activities do."""
    workspace_with(tmp_path, HALF)
    ended = ran("trace", "2018", "--min-coverage", asked, cwd=tmp_path)

    assert (ended.code, ended.err.splitlines()[0]) == (1, f"2018: fewer than {expected}")


def test_several_thresholds() -> None:
    """The example reaches both of the first, and one of the others; each that is missed is named."""
    words = ("trace", "2025", "--workspace", EXAMPLE, "--min-coverage", "100", "--min-coverage")
    reached, missed = ran(*words, "budget=75"), ran(*words, "budget=76")

    assert (reached.code, missed.code, missed.err.count("fewer than")) == (0, 1, 1)


@pytest.mark.parametrize("asked", ["budsjett=50", "101", "budget=", "-1", "budget=5.5"])
def test_threshold_that_is_none(asked: str) -> None:
    """Is wrong usage."""
    assert ran("trace", "2018", f"--min-coverage={asked}").code == 2


def test_matrix_fits_the_terminal() -> None:
    """However narrow it is, within reason, and no word of usual length is broken."""
    out = ran("trace", "2025", "--workspace", EXAMPLE, env={"COLUMNS": "90"}).out
    table = [line for line in out.splitlines() if "(measure areas: " not in line]

    assert (max(map(len, table)) <= 90, "Interessepolitisk" in out, "…" in out) == (True, True, False)


def test_gap_is_marked(tmp_path: Path) -> None:
    """With a dash and a word."""
    workspace_with(tmp_path, HALF)

    assert "\nFlere sykkelveier  – no measure\n" in ran("trace", "2018", cwd=tmp_path).out


def test_json(tmp_path: Path) -> None:
    """By ids, with the coverage."""
    workspace_with(tmp_path, HALF)
    found = json.loads(ran("trace", "2018", "--output-format", "json", cwd=tmp_path).out)
    [area] = found["focus_areas"]

    assert (
        found["coverage"]["served_percent"],
        [[each["id"] for each in row["measures"]] for row in area["activities"]],
    ) == (
        50,
        [["gods"], []],
    )


def test_json_contains_the_budget() -> None:
    """Kroner, and the line by its address in the sources."""
    found = json.loads(ran("trace", "2025", "--workspace", EXAMPLE, "--output-format", "json").out)
    [measure] = found["focus_areas"][0]["activities"][2]["measures"]

    assert (found["budget_column"], found["coverage"]["budgeted"], measure["budget"]) == (
        "revidert-2025",
        9,
        {
            "cost": 150000,
            "financing": [{"source": "Fjordregionen", "amount": 150000}],
            "lines": [
                {
                    "address": "budget/lines/utgifter/lines/prosjekter/lines/prosjekter-areal",
                    "amount": 900000,
                    "measures": ["bat-og-buss", "areal-og-transportstrategi", "grensebanen"],
                }
            ],
        },
    )


def test_errors_in_sources_end_it(tmp_path: Path) -> None:
    """They are reported as check reports them, and nothing is traced."""
    workspace_with(tmp_path, {"measures/gods.md": MEASURE.replace("løpende", "snart")})
    ended = ran("trace", "2018", cwd=tmp_path)

    assert (ended.code, ended.out, "measures/gods.md:3" in ended.err) == (1, "", True)
