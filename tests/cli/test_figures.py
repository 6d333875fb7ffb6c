"""The option --figure of trace: where a figure comes from, down to the line."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import ROOT, Ended, ran

EXAMPLE = ROOT / "examples" / "fjordregionen"


def ask_about(figure: str, *more: str) -> Ended:
    """Trace a figure of the example."""
    return ran("trace", "2025", "--workspace", str(EXAMPLE), "--figure", figure, *more)


def test_sum_leads_to_its_lines() -> None:
    """Each with file, line and column, and the text there."""
    output = ask_about("5018").out.splitlines()

    assert output[0] == "5018  Sum inntekter, regnskap 2025"
    assert [line.rpartition(" ")[2] for line in output[1:]] == ["4360", "600", "58"]


def test_places_are_those_of_the_sources() -> None:
    """The text that the program reports at a place is really there."""
    [figure] = json.loads(ask_about("741", "--output-format", "json").out)["figures"]
    [place] = figure["places"]
    span = place["span"]
    line = (EXAMPLE / span["file"]).read_text("utf-8").splitlines()[span["line"] - 1]

    assert line[span["column"] - 1 :].startswith(place["text"] + "}")


@pytest.mark.parametrize("written", ["4360148", "4 360 148", "4\u00a0360\u00a0148"])
def test_gaps_between_thousands_do_not_matter(written: str) -> None:
    """Nor which sign they are."""
    assert ask_about(written).out.startswith("4\u00a0360\u00a0148  Kontingent, sum")


def test_minus_and_comma_are_found_as_printed() -> None:
    """A deviation in percent leads to both its columns."""
    output = ask_about("−17,7").out.splitlines()

    assert output[0] == "−17,7  Areal og transport, avvik i\u00a0%"
    assert [line.rpartition(" ")[2] for line in output[1:]] == ["741", "900"]


def test_words_find_figures_by_name() -> None:
    """Without regard to capitals."""
    assert ask_about("sum inntekter, regnskap 2025").out.startswith("5018  ")
    assert ask_about("renter, avvik i %").out.startswith("11,5  ")


def test_figure_in_running_text_is_found_where_it_is_written() -> None:
    """It is its own source."""
    output = ask_about("214 000").out

    assert "in writing" in output
    assert "results/reiseliv.yaml" in output


def test_part_of_a_number_is_not_that_number() -> None:
    """501 is not in 5018."""
    assert ask_about("501").code == 1


def test_comments_are_no_source() -> None:
    """They are printed nowhere."""
    assert ask_about("Alt i denne mappen er oppdiktet").code == 1


def test_nothing_found_says_what_to_do() -> None:
    """And ends with 1, so that scripts notice."""
    ended = ask_about("987654")

    assert ended.code == 1
    assert ended.err.splitlines()[0] == '2025: "987654" comes from no source of this year'
