"""A small year with a board, and the command `new` in it."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.running import Ended, ran
from tests.years import ORGANS

BOARD = """\
- id: styret
  name: Styret
  kind: board
  case_numbers: "{number}/{year:02}"
  opening_cases: true
  any_other_business: true
  notice_days: 7
  seats:
    - {represents: Fjordby kommune, member: Kari Nordby}
    - {represents: Skogvik kommune, member: Per Vestad, until: 2017-12-31}
"""
YEAR: dict[str, str | bytes | None] = {"organs.yaml": ORGANS + BOARD}
MEETING = "2018-03-06-styret"
CASES = ["godkjenning-av-innkalling-og-saksliste", "godkjenning-av-referat-fra-forrige-mote", "eventuelt"]


def new(folder: Path, *words: str) -> Ended:
    """What `new` says in a folder of the workspace."""
    return ran("new", *words, cwd=folder)


def check_year(folder: Path) -> str:
    """What `check` finds in the year."""
    return ran("check", "2018", cwd=folder).out


def agenda(meeting: Path) -> list[str]:
    """The cases on the agenda, as they are written."""
    return re.findall(r"(?m)^  - (\S+)$", (meeting / "meeting.yaml").read_text("utf-8"))


def number(file: Path) -> str:
    """The number that a case is given."""
    return "".join(re.findall(r"(?m)^number: (.+)$", file.read_text("utf-8")))
