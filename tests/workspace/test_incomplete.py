"""A year that lacks what no programme can do without: the rules read the rest of it, and do not report the gap."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.api.build import build
from osloregion_docs.api.check import check
from tests.years import CHAPTER, MAIN, diagnose, workspace_with

WARNED = {"texts/om-oss.md": CHAPTER + "\n8 - 10 brev.\n"}
NEEDED = [line for line in MAIN.splitlines(keepends=True) if not line.endswith(":\n")]


@pytest.mark.parametrize("line", NEEDED, ids=lambda line: line.strip().partition(":")[0])
def test_rules_read_what_is_sound(tmp_path: Path, line: str) -> None:
    """Whichever key is missing, only that is reported, and what is wrong in a chapter."""
    messages = diagnose(tmp_path, {**WARNED, "programme.yaml": MAIN.replace(line, "")})

    assert sorted(one.split()[1] for one in messages) == ["MOD101", "TXT403"]


def test_measure_is_not_held_against_a_year_that_is_missing(tmp_path: Path) -> None:
    """No rule compares with placeholders."""
    main = MAIN.replace("year: 2018\n", "").replace("  vision: En bærekraftig region\n", "")

    assert [one.split()[1] for one in diagnose(tmp_path, {"programme.yaml": main})] == ["MOD101", "MOD101"]


def test_nothing_is_built_from_placeholders(tmp_path: Path) -> None:
    """Building says what checking says, and renders nothing."""
    workspace = workspace_with(tmp_path, {**WARNED, "programme.yaml": MAIN.replace("year: 2018\n", "")})
    events: list[str] = []
    built = build(workspace, 2018, progress=lambda state, _file: events.append(state))

    assert (built.value, events) == (None, [])
    assert built.diagnostics == check(workspace, 2018).diagnostics
