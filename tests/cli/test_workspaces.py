"""Whole workspaces through the command line: all that is printed, and the names of the files that are made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import ROOT, ran
from tests.conftest import Golden
from tests.templating.templates import write_template

WORKSPACES = sorted(folder.name for folder in (ROOT / "tests" / "workspaces").iterdir() if folder.is_dir())


@pytest.mark.parametrize("name", WORKSPACES)
def test_workspace(tmp_path: Path, golden: Golden, name: str) -> None:
    """Checked, then built; the faulty one has a faulty template as well."""
    shutil.copytree(ROOT / "tests" / "workspaces" / name, tmp_path, dirs_exist_ok=True)
    if name == "faulty":
        (tmp_path / "templates" / "action_programme").mkdir(parents=True)
        write_template(tmp_path / "templates" / "action_programme", ["{{ titel }}", "{%p for part in chapters %}"])
    outputs = []
    for words in ("check 2018", "build 2018"):
        ended = ran(*words.split(), cwd=tmp_path)
        outputs.append(f"$ osloregion-docs {words}\n{ended.out}{ended.err}({ended.code})\n")
    files = sorted(file.name for file in tmp_path.glob("out/2018/[!.]*"))

    golden(f"workspace-{name}.txt", "\n".join((*outputs, "$ ls out/2018", *files, "")))
