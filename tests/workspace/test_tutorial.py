"""The tutorial: after each step, check prints exactly what the page shows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from osloregion_docs.api.check import check
from osloregion_docs.reporting.text import Ink, report
from osloregion_docs.workspace.workspace import Workspace
from tests.cli.running import ROOT

PAGE = ROOT.joinpath("docs", "tutorial.md").read_text("utf-8")
STEPS = re.split(r"(?m)^## (?=\d)", PAGE)[1:]
WHOLE = re.compile(r"(?ms)^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$")
CHANGE = re.compile(r"(?ms)^In `([^`\n]+)`, find:\n\n```\w+\n(.*?)^```\n\nand write instead:\n\n```\w+\n(.*?)^```$")
OUTPUT = re.compile(r"(?ms)^```text\n(programme/.*?)^```$")


def follow(step: str, year: Path) -> None:
    """Write the files that a step shows, and make its changes, in their order."""
    found = sorted([*WHOLE.finditer(step), *CHANGE.finditer(step)], key=lambda match: match.start())
    for name, *texts in (match.groups() for match in found):
        file = year / name
        file.parent.mkdir(exist_ok=True)
        if len(texts) == 1:
            file.write_text(texts[0], "utf-8")
        else:
            before = file.read_text("utf-8")
            assert before.count(texts[0]) == 1, f"{name} does not hold this once: {texts[0]}"
            file.write_text(before.replace(*texts), "utf-8")


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What check says after each step."""
    root = tmp_path_factory.mktemp("tutorial") / "my-region"
    shutil.copytree(ROOT / "examples" / "fjordregionen", root, ignore=shutil.ignore_patterns("out", ".cache"))
    return list(_collect_messages(Workspace(root)))


def _collect_messages(workspace: Workspace) -> Iterator[str]:
    for step in STEPS:
        follow(step, workspace.year_folder(2025))
        yield report(check(workspace, 2025).diagnostics, Ink(on=False))


@pytest.mark.parametrize("place", range(len(STEPS)), ids=lambda place: STEPS[place].splitlines()[0])
def test_check_prints_what_the_step_shows(messages: list[str], place: int) -> None:
    """Nothing, where the step shows nothing."""
    shown = "".join(f"{text}\n" for text in OUTPUT.findall(STEPS[place]))

    assert messages[place] == shown


def test_every_step_is_followed() -> None:
    """No file that the page shows goes by the patterns above."""
    texts = re.findall(r"(?m)^```(?:yaml|markdown)$", PAGE)

    assert len(texts) == len(WHOLE.findall(PAGE)) + 2 * len(CHANGE.findall(PAGE))
