"""Work done aside: its result comes, wherever the work is done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import NoReturn

import pytest

from osloregion_docs.aside import Aside
from tests.cli.running import ROOT


def whose() -> int:
    """The process that works."""
    return os.getpid()


def large() -> bytes:
    """More than a pipe holds."""
    return b"x" * 1_000_000


def failing() -> NoReturn:
    """Work that cannot be done."""
    raise ValueError("det går ikke")


forking = pytest.mark.skipif(not hasattr(os, "fork") or os.cpu_count() == 1, reason="no fork, or one processor")


@forking
def test_work_is_done_in_another_process() -> None:
    """While this one goes on."""
    with Aside(whose, worth_it=True) as work:
        assert work.result() != os.getpid()


def test_work_that_is_not_worth_it_is_done_here() -> None:
    """A small year forks nothing."""
    with Aside(whose, worth_it=False) as work:
        assert work.result() == os.getpid()


def test_large_result_comes_whole() -> None:
    """However much there is to say."""
    with Aside(large, worth_it=True) as work:
        assert work.result() == large()


@forking
@pytest.mark.filterwarnings("ignore")
def test_work_that_fails_aside_fails_here(capfd: pytest.CaptureFixture[str]) -> None:
    """It is done again here, so that what is wrong is raised where it can be told, and told once."""
    with Aside(failing, worth_it=True) as work, pytest.raises(ValueError, match="det går ikke"):
        work.result()

    assert capfd.readouterr() == ("", "")


@forking
def test_result_that_cannot_be_sent_is_made_here() -> None:
    """A value that cannot go from process to process is no hindrance."""
    with Aside(lambda: whose, worth_it=True) as work:
        assert work.result() is whose


@forking
@pytest.mark.parametrize("work", ["whose", "large"])
def test_result_that_nobody_asks_for(work: str) -> None:
    """The block ends all the same; what the other process still had to say is not waited for."""
    program = f"from tests.builder.test_aside import *\nwith Aside({work}, worth_it=True): pass"
    process = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, start_new_session=True)
    try:
        assert process.wait(10) == 0
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
