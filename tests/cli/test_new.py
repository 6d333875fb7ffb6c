"""new meeting and new case: what they write, and with which numbers."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import get_args

import pytest

from osloregion_docs.cli.new import _KINDS
from osloregion_docs.model.meetings.case import CaseKind
from tests.cli.new_meetings import CASES, MEETING, agenda, check_year, new, number
from tests.cli.running import ROOT, Ended


def test_meeting_is_written_with_its_standing_cases(met: Path) -> None:
    """They are on the agenda in their order, numbered from the first that is free."""
    assert (agenda(met), [number(met / f"{case}.md") for case in CASES]) == (CASES, ["1/18", "2/18", "3/18"])


def test_nothing_is_wrong_with_a_new_meeting(met: Path) -> None:
    """A check right after finds nothing."""
    assert check_year(met) == ""


def test_messages_about_a_new_meeting(year: Path) -> None:
    """The files with their numbers, the weekday, and what to do next."""
    ended = new(year, "meeting", "2018", "styret", "06.03.2018")

    assert ended == Ended(
        0,
        f"wrote    programme/2018/meetings/{MEETING}/godkjenning-av-innkalling-og-saksliste.md  (case 1/18)\n"
        f"wrote    programme/2018/meetings/{MEETING}/godkjenning-av-referat-fra-forrige-mote.md  (case 2/18)\n"
        f"wrote    programme/2018/meetings/{MEETING}/eventuelt.md  (case 3/18)\n"
        f"wrote    programme/2018/meetings/{MEETING}/meeting.yaml\n"
        "the meeting is on Tuesday 6 March 2018\n"
        "next: write time and place in meeting.yaml, and add cases: "
        f'osloregion-docs new case 2018 {MEETING} "Sakens tittel" --kind decision\n'
        "next: see if all is well: osloregion-docs check 2018\n",
        "",
    )


def test_meeting_of_an_organ_without_standing_cases(year: Path) -> None:
    """Its agenda is empty, and that is no fault."""
    new(year, "meeting", "2018", "radet", "2018-06-12")

    assert (agenda(year / "meetings" / "2018-06-12-radet"), check_year(year)) == ([], "")


def test_meeting_without_a_day(year: Path) -> None:
    """Its folder is called as the organ, and its cases have no numbers."""
    new(year, "meeting", "2018", "styret")
    meeting = year / "meetings" / "styret"

    assert ([number(meeting / f"{case}.md") for case in CASES], check_year(year)) == (["", "", ""], "")


def test_case_is_put_before_eventuelt(met: Path) -> None:
    """It takes the number that Eventuelt had, and Eventuelt the next."""
    ended = new(met, "case", "2018", MEETING, "Årsrapport for 2017")

    assert ended.out.splitlines()[:3] == [
        f"wrote    programme/2018/meetings/{MEETING}/arsrapport-for-2017.md  (case 3/18)",
        f"changed  programme/2018/meetings/{MEETING}/eventuelt.md  (case 4/18)",
        f"changed  programme/2018/meetings/{MEETING}/meeting.yaml",
    ]
    assert (agenda(met)[-2:], number(met / "eventuelt.md")) == (["arsrapport-for-2017", "eventuelt"], "4/18")


@pytest.mark.parametrize("kind", get_args(CaseKind))
def test_nothing_is_wrong_with_a_new_case(met: Path, kind: str) -> None:
    """Of whatever kind, a check right after finds nothing."""
    new(met, "case", "2018", MEETING, 'Sak: «No» # 1 & "to"', "--kind", kind)

    assert (check_year(met), number(met / "sak-no-1-to.md")) == ("", "3/18")


def test_kinds_that_can_be_chosen() -> None:
    """Are those of the model."""
    assert get_args(CaseKind) == _KINDS


def test_file_of_the_meeting_is_only_added_to(met: Path) -> None:
    """Comments, order and line ends stay as they are."""
    file = met / "meeting.yaml"
    before = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    new(met, "case", "2018", MEETING, "Budsjett")

    assert file.read_bytes() == before.replace(b"  - eventuelt", b"  - budsjett\r\n  - eventuelt")


def test_case_that_is_on_the_agenda_already(met: Path) -> None:
    """A user who writes the agenda first gets the file for it, and the agenda stays."""
    file = met / "meeting.yaml"
    file.write_text(file.read_text("utf-8").replace("  - eventuelt", "  - budsjett\n  - eventuelt"), "utf-8")
    new(met, "case", "2018", MEETING, "Budsjett")

    assert (agenda(met)[2:], check_year(met)) == (["budsjett", "eventuelt"], "")


def test_numbers_go_on_through_the_meetings_of_a_year(met: Path) -> None:
    """The next meeting begins where the last one ends, and approves its minutes."""
    new(met, "meeting", "2018", "styret", "2018-04-24")
    text = (met.parent / "2018-04-24-styret" / "godkjenning-av-referat-fra-6-mars-2018.md").read_text("utf-8")

    assert ("number: 5/18" in text, "title: Godkjenning av referat fra 6. mars 2018" in text) == (True, True)
    assert f"programme/2018/meetings/{MEETING}/meeting.yaml:\n" in text


def test_numbers_go_on_from_the_folder_of_another_year(year: Path) -> None:
    """A meeting of the same calendar year may belong to the year before, whose programme it is about."""
    old = year.parent / "2017"
    for file in [each for each in year.rglob("*") if each.is_file()]:
        (old / file.relative_to(year)).parent.mkdir(parents=True, exist_ok=True)
        (old / file.relative_to(year)).write_bytes(file.read_bytes())
    new(year, "meeting", "2017", "styret", "2018-01-09")
    new(year, "meeting", "2018", "styret", "2018-03-06")

    assert number(year / "meetings" / MEETING / "godkjenning-av-innkalling-og-saksliste.md") == "4/18"


def test_numbers_restart_each_calendar_year(met: Path) -> None:
    """By the day of the meeting, not by the folder that it is in."""
    new(met, "meeting", "2018", "styret", "2019-01-15")

    assert number(met.parent / "2019-01-15-styret" / "eventuelt.md") == "3/19"


def test_case_of_the_second_organ(met: Path) -> None:
    """It is reported, and is numbered in that organ's series: here in none."""
    file = met / "meeting.yaml"
    file.write_text(
        file.read_text("utf-8").replace("organ: styret\n", "organ: styret\ntogether_with: radet\n"), "utf-8"
    )
    new(met, "case", "2018", MEETING, "Kontingent", "--organ", "radet")
    text = (met / "kontingent.md").read_text("utf-8")

    assert ("organ: radet" in text, number(met / "kontingent.md"), check_year(met)) == (True, "", "")


def test_members_are_offered_for_the_attendance(met: Path) -> None:
    """Those who have a seat on the day of the meeting."""
    text = (met / "meeting.yaml").read_text("utf-8")

    assert re.findall(r"#   - \{person: (.+), capacity", text) == ["Kari Nordby"]


def test_tutorial_shows_what_the_commands_write(tmp_path: Path) -> None:
    """A user who types its commands gets the files that it goes on with, under these names and numbers."""
    page = ROOT.joinpath("docs", "tutorial.md").read_text("utf-8")
    root = tmp_path / "my-region"
    shutil.copytree(ROOT / "examples" / "fjordregionen", root, ignore=shutil.ignore_patterns("out", ".cache"))
    for line in re.findall(r"(?m)^osloregion-docs new (.+)$", page):
        assert new(root, *shlex.split(line)).code == 0
    shown = re.findall(r"(?ms)^`(meetings/2025-10-14-styret/[^`]+\.md)`:\n\n```markdown\n(.*?)^```$", page)

    assert {name: number(root / "programme" / "2025" / name) for name, _text in shown} == {
        name: "".join(re.findall(r"(?m)^number: (.+)$", text)).replace("-", "/") for name, text in shown
    }


COMMENTED = re.compile(r"(?m)^# (?=( *- \{|  ?)*[a-z_]+:( |$)|  - )")


@pytest.mark.parametrize("kind", get_args(CaseKind))
def test_what_the_comments_offer_can_be_read(met: Path, kind: str) -> None:
    """A user who removes each # before a key or an entry gets a file that has the right shape."""
    new(met, "case", "2018", MEETING, "Ny sak", "--kind", kind)
    for file in (met / "meeting.yaml", met / "ny-sak.md"):
        text = file.read_text("utf-8").replace("ÅÅÅÅ-MM-DD", "2018-01-01")
        file.write_text(COMMENTED.sub("", text).replace("proposes: approved", "archive: 18/12"), "utf-8")

    assert re.findall(r"(?:MOD|SRC)\d+.*", check_year(met)) == []
