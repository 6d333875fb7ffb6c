"""Reading a year's files: by two processes as by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.api.check import check
from osloregion_docs.workspace import files
from osloregion_docs.workspace.workspace import Workspace
from tests.years import CHAPTER, MEASURE, workspace_with


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A year with a warning, a file that is not YAML, one that nobody expects, and a measure without its title."""
    changes = {
        "texts/om-oss.md": CHAPTER + "\n8 - 10 brev.\n",
        "budget.yaml": "reserve: [",
        "notater.txt": "her",
        "measures/vei.md": MEASURE.replace("title: Få mer gods på bane\n", "title:\n"),
    }
    return workspace_with(tmp_path, changes)


@pytest.mark.parametrize("ahead", [0, 3, 100])
def test_two_read_as_one_does(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, ahead: int) -> None:
    """However the files are shared, the same is read and the same is said, in the same order."""
    alone = check(workspace, 2018)
    monkeypatch.setattr(files, "_MANY", 1)
    monkeypatch.setattr(files, "_AHEAD", ahead)
    shared = check(workspace, 2018)

    assert shared.diagnostics == alone.diagnostics != ()
    assert alone.value is not None
    assert shared.value is not None
    assert shared.value.programme == alone.value.programme
    assert list(shared.value.tree.sources) == list(alone.value.tree.sources)
