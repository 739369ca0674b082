"""A bench on which strangers' bytes are read: by a child that is watched, timed and weighed."""

import multiprocessing
import resource
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

Reading = Callable[[bytes], object]
"""A function of a module: it returns, whatever the bytes are, and raises nothing."""

LONGEST = 10.0
"""Seconds of processor time that one reading may take, with the processes that it starts."""
MOST_MEMORY = 500_000_000
"""Bytes that the reader may have held at its worst."""
_PATIENCE = 90.0
"""Seconds by the clock for a reading, or for the child to be there: a busy machine is no fault of theirs."""


@dataclass(slots=True)
class Bench:
    """The bench; a context manager. A reader that fails is replaced by a new one."""

    longest: float = LONGEST
    most_memory: int = MOST_MEMORY
    patience: float = _PATIENCE
    slowest: float = field(default=0.0, init=False)
    """Seconds of the longest reading."""
    heaviest: int = field(default=0, init=False)
    """Bytes."""
    _child: SpawnProcess | None = field(default=None, init=False)
    _to: "Connection[Any, Any] | None" = field(default=None, init=False)
    _back: "Connection[Any, Any] | None" = field(default=None, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._dismiss()

    def fault(self, reading: Reading, content: bytes) -> str:
        """Have bytes read; return what went wrong, or the empty text."""
        to, back = self._reader()
        to.send((reading, content))
        if not back.poll(self.patience):
            self._dismiss()
            return f"hangs: there is no answer within {self.patience:g} s"
        try:
            answer = back.recv()
        except EOFError:
            self._dismiss()
            return "the process died"
        crash, seconds, memory = answer
        self.slowest, self.heaviest = max(self.slowest, seconds), max(self.heaviest, memory)
        if memory > self.most_memory:
            self._dismiss()
            return f"it needed {memory / 1e6:.0f} MB"
        if seconds > self.longest:
            return f"it took {seconds:.0f} s"
        return f"crashes: {crash}" if crash else ""

    def _reader(self) -> "tuple[Connection[Any, Any], Connection[Any, Any]]":
        if self._child is None or self._to is None or self._back is None:
            context = multiprocessing.get_context("spawn")
            orders, self._to = context.Pipe(duplex=False)
            self._back, answers = context.Pipe(duplex=False)
            self._child = context.Process(target=_read_orders, args=(orders, answers), daemon=True)
            self._child.start()
            orders.close()
            answers.close()
            if not self._back.poll(_PATIENCE):
                raise TimeoutError("the reader does not start")
            self._back.recv()
        return self._to, self._back

    def _dismiss(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.join()
            self._child.close()
        for end in (self._to, self._back):
            if end is not None:
                end.close()
        self._child = self._to = self._back = None


def _read_orders(orders: "Connection[Any, Any]", answers: "Connection[Any, Any]") -> None:
    """Be the child: read what comes, and tell how that went."""
    import magazine.ingest  # noqa: F401, PLC0415 - the largest import, before the clock runs

    answers.send("ready")
    while True:
        try:
            reading, content = orders.recv()
        except EOFError:
            return
        begun = _processor()
        try:
            reading(content)
            crash = ""
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is a fault of the reader
            last = traceback.extract_tb(error.__traceback__)[-1]
            crash = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
        answers.send((crash, _processor() - begun, _most_memory()))


def _processor() -> float:
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _most_memory() -> int:
    """Return the most bytes that this process has held."""
    status = Path("/proc/self/status")
    if status.exists():  # the kernel's other figure still counts what the parent held
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
