"""Work done aside, in a process of its own, while this one goes on. Where that cannot be, it is done when asked for."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Aside(Generic[T]):
    """Some work, begun at once in a forked process; its result must be a value that can be pickled.

    A fork sees all that is in memory, so nothing is copied over first. Only a process with one thread is forked, and
    only where there is a second processor. Used in a ``with`` block, so that no process outlives it.
    """

    def __init__(self, work: Callable[[], T], *, worth_it: bool) -> None:
        self._work = work
        self._child = 0
        if worth_it and hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1:
            self._read, write = os.pipe()
            self._child = os.fork()
            if not self._child:
                os.close(self._read)
                _work_and_leave(work, write)
            os.close(write)

    def __enter__(self) -> Aside[T]:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child:
            os.close(self._read)
            os.kill(self._child, signal.SIGKILL)  # it may still be working on what nobody asks for any more
            os.waitpid(self._child, 0)
            self._child = 0

    def result(self) -> T:
        """What came of the work; done here if the other process could not."""
        if not self._child:
            return self._work()
        with os.fdopen(os.dup(self._read), "rb") as pipe:
            pickled = pipe.read()
        return pickle.loads(pickled) if pickled else self._work()  # noqa: S301 - from our own process


def _work_and_leave(work: Callable[[], object], write: int) -> None:
    """What the forked process does: the work, its result into the pipe, and out without touching anything else."""
    try:
        with os.fdopen(write, "wb") as pipe:
            pipe.write(pickle.dumps(work()))
    finally:
        os._exit(0)
