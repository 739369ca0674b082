"""The crew: workers behind the interface of ``concurrent.futures``, on this machine or on many.

A worker that dies is replaced and its work is done again. Work during which a worker died is
then done apart from all other, so that a page which kills its workers kills no other page.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from types import FrameType
from typing import Protocol, TypeVar

from magazine.core.errors import RendererError

T = TypeVar("T")

TRIES = 2
"""How often work is done again after a worker has died over it."""
_GRACE = 5.0
"""Seconds in which a worker may put its things away."""


class Crew(Protocol):
    """Does work elsewhere. Safe to be used by several threads at once."""

    @property
    def size(self) -> int:
        """Workers, about."""
        ...

    def run(self, task: Callable[..., T], *matter: object) -> T:
        """Return what a task of a module makes of its matter; both must be picklable.

        Raises:
            RendererError: Worker after worker died over it.
            UnreachableError: There is no worker any more.
            DismissedError: The crew was sent away.
        """
        ...

    def dismiss(self) -> None:
        """Send all workers away; work on its way is given up."""
        ...


class OwnHands:
    """A Crew of nobody: the work is done where it is asked for."""

    size = 1

    def run(self, task: Callable[..., T], *matter: object) -> T:
        return task(*matter)

    def dismiss(self) -> None:
        pass


class DismissedError(Exception):
    """The crew was sent away while there was work on its way."""


class LocalCrew:
    """A Crew of processes on this machine.

    Args:
        size: Workers.
        hire: Makes an executor of so many workers.
    """

    def __init__(self, size: int, hire: Callable[[int], Executor]) -> None:
        self.size = size
        self._hire = hire
        self._lock = threading.Lock()
        self._apart = threading.Lock()
        self._pool: Executor | None = None
        self._suspect: Executor | None = None
        """The one worker that does work which killed another."""
        self._is_dismissed = False

    def run(self, task: Callable[..., T], *matter: object) -> T:
        pool = self._working()
        try:
            return self._run_in(pool, task, *matter)
        except BrokenExecutor:
            self._replace(pool)
        except SystemExit:  # its worker alone was told to go
            pass
        return self._run_apart(task, *matter)

    def dismiss(self) -> None:
        with self._lock:
            self._is_dismissed = True
            pools = (self._pool, self._suspect)
            self._pool = self._suspect = None
        for pool in pools:
            if pool is not None:
                _end(pool)

    def _run_in(self, pool: Executor, task: Callable[..., T], *matter: object) -> T:
        try:
            return pool.submit(task, *matter).result()
        # It was cancelled, came too late, its pool broke, or its worker was told to go.
        except (CancelledError, RuntimeError, SystemExit) as error:
            if self._is_dismissed:
                raise DismissedError from error
            raise

    def _run_apart(self, task: Callable[..., T], *matter: object) -> T:
        for _ in range(TRIES):
            with self._apart, self._alone() as pool:  # one suspect at a time
                try:
                    return self._run_in(pool, task, *matter)
                except (BrokenExecutor, SystemExit):
                    continue
        raise RendererError(
            f"{1 + TRIES} workers died over this issue, one after the other.",
            hint="Give it fewer stories, or see whether the machine has memory left.",
        )

    @contextmanager
    def _alone(self) -> Iterator[Executor]:
        """Have a worker for one piece of work alone."""
        with self._lock:
            pool = self._suspect = self._new(1)
        try:
            yield pool
        finally:
            _end(pool)

    def _working(self) -> Executor:
        with self._lock:
            if self._pool is None:
                self._pool = self._new(self.size)
            return self._pool

    def _new(self, size: int) -> Executor:
        if self._is_dismissed:
            raise DismissedError
        return self._hire(size)

    def _replace(self, broken: Executor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = None
        broken.shutdown(wait=False)


@contextmanager
def local_crew(size: int) -> Iterator[LocalCrew]:
    """Have a crew of processes of this machine for as long as the block lasts."""
    crew = LocalCrew(size, _processes)
    try:
        yield crew
    finally:
        crew.dismiss()


def _processes(size: int) -> Executor:
    # Not forked: a copy of a process with threads may hang, and would hold our locks and files.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(size, mp_context=context, initializer=_settle_in)


def _settle_in() -> None:
    """Be a worker: leave Ctrl-C to the parent, and go when it goes, even if it was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _leave(_signal: int, _frame: FrameType | None) -> None:
    # An exit unwinds the stack: the typesetter, a child of the worker's own, is stopped.
    sys.exit(1)


def _follow(parent: "multiprocessing.process.BaseProcess") -> None:
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(_GRACE)
    os._exit(1)


def _end(pool: Executor) -> None:
    # Python 3.14 has terminate_workers for this.
    processes = getattr(pool, "_processes", None) or {}
    workers = list(processes.values())
    pool.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join(_GRACE)
        worker.kill()
        worker.join()
