"""A year with a board, without meetings and with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.new_meetings import MEETING, YEAR, new
from tests.years import workspace_with


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """The folder of a small year with a board, and no meetings yet."""
    return workspace_with(tmp_path, YEAR).root / "programme" / "2018"


@pytest.fixture
def met(year: Path) -> Path:
    """The folder of a meeting of the board that was just written."""
    assert new(year, "meeting", "2018", "styret", "2018-03-06").code == 0
    return year / "meetings" / MEETING
