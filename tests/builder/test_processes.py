"""Builds as processes of their own: two at once, and one that is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from filelock import FileLock

from tests.cli.running import PROGRAM, environment, ran
from tests.years import workspace_with

FILE = "handlingsprogram-2018.docx"


AS_WORD = ("--format", "docx")


def started(root: Path, *options: str, **env: str) -> subprocess.Popen[str]:
    """A build of the workspace there, under way."""
    command = [*PROGRAM, "build", "2018", *options, "--workspace", str(root)]
    return subprocess.Popen(
        command, env=environment(env), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def names(folder: Path) -> list[str]:
    """Return the files of a folder, less the lock."""
    return sorted(file.name for file in folder.glob("*") if file.name != ".build.lock")


def test_two_builds_at_once_both_succeed(tmp_path: Path) -> None:
    """Both end well, and leave a whole file and nothing half."""
    builds = [started(workspace_with(tmp_path).root, *AS_WORD) for _ in range(2)]
    told = [build.communicate(timeout=60) for build in builds]

    assert ([build.returncode for build in builds], names(tmp_path / "out" / "2018")) == (
        [0, 0],
        [FILE, "manifest.json"],
    ), told
    assert zipfile.ZipFile(tmp_path / "out" / "2018" / FILE).testzip() is None


def test_build_waits_for_another(tmp_path: Path) -> None:
    """While another build holds the folder nothing is put there; afterwards it is."""
    out = workspace_with(tmp_path).root / "out" / "2018"
    out.mkdir(parents=True)
    with FileLock(out / ".build.lock"):
        build = started(tmp_path, *AS_WORD)
        with pytest.raises(subprocess.TimeoutExpired):
            build.communicate(timeout=1.5)
        meanwhile = names(out)
    build.communicate(timeout=60)

    assert (meanwhile, build.returncode, names(out)) == ([], 0, [FILE, "manifest.json"])


@pytest.fixture(scope="module", params=[AS_WORD, ()], ids=["one format", "all that is usual"])
def interrupted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, str]:
    """A build that was interrupted, as by Ctrl-C, while a program that plays LibreOffice was at work.

    One format is built in the program's own thread; several, in other threads.

    Its workspace, its exit code, and its output.
    """
    tmp_path = workspace_with(tmp_path_factory.mktemp("avbrutt")).root
    program, begun, scratch = tmp_path / "soffice", tmp_path / "begun", tmp_path / "scratch"
    program.write_text(f"#!/bin/sh\necho $$ >'{begun}'\nexec sleep 60\n", "utf-8")
    program.chmod(0o755)
    scratch.mkdir()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # background jobs inherit that it is ignored
    build = started(tmp_path, *request.param, OSLOREGION_DOCS_LIBREOFFICE=str(program), TMPDIR=str(scratch))
    signal.signal(signal.SIGINT, before)
    for _ in range(400):
        if begun.exists() or build.poll() is not None:
            break
        with suppress(subprocess.TimeoutExpired):
            build.wait(0.05)
    try:
        build.send_signal(signal.SIGINT)
        _out, err = build.communicate(timeout=60)
    finally:
        with suppress(ProcessLookupError):
            os.kill(int(begun.read_text("utf-8")), signal.SIGKILL)
        build.kill()
        build.communicate()
    return tmp_path, build.returncode, err


def test_interrupted_build_ends_as_interrupted(interrupted: tuple[Path, int, str]) -> None:
    """With 130, as shells expect of Ctrl-C, and without a traceback."""
    _root, code, err = interrupted

    assert (code, "Traceback" in err) == (130, False), err


def test_interrupted_build_leaves_nothing(interrupted: tuple[Path, int, str]) -> None:
    """No half file in the output folder, and nothing in the folder for temporary files."""
    root, *_ = interrupted

    assert (list(root.rglob("*.part")), names(root / "scratch")) == ([], [])


def test_next_build_succeeds(interrupted: tuple[Path, int, str]) -> None:
    """The folder is not held any more."""
    root, *_ = interrupted

    assert (ran("build", "2018", *AS_WORD, cwd=root).code, names(root / "out" / "2018")) == (0, [FILE, "manifest.json"])
