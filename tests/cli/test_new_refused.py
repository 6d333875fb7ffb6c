"""new meeting and new case: when they write nothing, and which messages they print then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.new_meetings import MEETING, new
from tests.cli.running import Ended

REFUSED = {
    "an organ that there is not": (
        ("meeting", "2018", "stryet"),
        'error: there is no organ "stryet"\n  hint: did you mean "styret"?\n',
    ),
    "a meeting that there is not": (
        ("case", "2018", "2018-03-06-stryet", "Budsjett"),
        f'error: there is no meeting "2018-03-06-stryet"\n  hint: did you mean "{MEETING}"?\n',
    ),
    "an organ that does not meet": (
        ("case", "2018", MEETING, "Budsjett", "--organ", "radet"),
        'error: there is no organ of this meeting "radet"\n  hint: there is: styret\n',
    ),
    "a meeting that is there": (
        ("meeting", "2018", "styret", "2018-03-06"),
        (
            f"error: programme/2018/meetings/{MEETING} is there already; nothing was written\n"
            "  hint: add cases to it with new case\n"
        ),
    ),
    "a case that is there": (
        ("case", "2018", MEETING, "Eventuelt"),
        (
            f"error: programme/2018/meetings/{MEETING}/eventuelt.md is there already; nothing was written\n"
            "  hint: open it, or give the new one another title\n"
        ),
    ),
    "a title without letters": (
        ("case", "2018", MEETING, " \n "),
        (
            "error: the title is no line of text; nothing was written\n"
            "  hint: write some words, and no more than 300 letters\n"
        ),
    ),
}


@pytest.mark.parametrize(("words", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_written(met: Path, words: tuple[str, ...], expected: str) -> None:
    """The message states what is wrong and what to do, and no file is touched."""
    before = {file: file.read_bytes() for file in met.parent.rglob("*") if file.is_file()}
    ended = new(met, *words)

    assert ended == Ended(2, "", expected)
    assert {file: file.read_bytes() for file in met.parent.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("written", ["2018-02-30", "31.04.2018", "6. mars"])
def test_day_that_is_none(year: Path, written: str) -> None:
    """The message states how a day is written."""
    ended = new(year, "meeting", "2018", "styret", written)

    assert (ended.code, f'"{written}" is not a day; write it like 2018-03-06 or 06.03.2018' in ended.err) == (2, True)


def test_faults_must_be_fixed_first(met: Path) -> None:
    """Where a case cannot be read its number is not known, so none is given."""
    (met / "eventuelt.md").write_text("---\ntitle: [\n---\n", "utf-8")
    ended = new(met, "case", "2018", MEETING, "Budsjett")

    assert (ended.code, "SRC001" in ended.err, (met / "budsjett.md").exists()) == (1, True, False)
    assert ended.err.endswith("nothing was written: fix these first, so that no number is given twice\n")


def test_agenda_that_cannot_be_added_to(met: Path) -> None:
    """A list written in an odd way is left alone, and so is all else."""
    file = met / "meeting.yaml"
    file.write_text(
        "organ: styret\n? agenda\n: - eventuelt\n",
        "utf-8",
    )
    (met / "godkjenning-av-referat-fra-forrige-mote.md").unlink()
    ended = new(met, "case", "2018", MEETING, "Budsjett")

    assert (ended.code, "without touching more" in ended.err, (met / "budsjett.md").exists()) == (2, True, False)


def test_meetings_that_lie_elsewhere(year: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is written through a link that leads out of the workspace."""
    outside = tmp_path_factory.mktemp("utenfor")
    (year / "meetings").symlink_to(outside)
    ended = new(year, "meeting", "2018", "styret", "2018-03-06")

    assert (ended.code, list(outside.iterdir())) == (2, [])
