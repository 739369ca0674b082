"""Counts what may fail in a process, and at one of those moments has it fail, or the process killed.

What is counted: every opening, making, moving and removing of a file below one folder, every
write to one, every fsync, every SQLite connection, transaction and commit, every connection to
a server, every start of a process. Opening and its like are seen by an audit hook, which
cannot be taken back: this is for child processes that end soon. The rest is wrapped.
"""

import builtins
import errno
import io
import os
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

_PLACES = frozenset({"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.chmod", "os.listdir"})
"""Audit events whose first argument is a path."""
_STATEMENTS = ("BEGIN", "COMMIT", "INSERT", "UPDATE", "DELETE", "PRAGMA journal_mode")
_FULL = frozenset({"write", "fsync", "commit"})


class Act(StrEnum):
    """What happens at the moment."""

    COUNT = "count"
    """Nothing."""
    FAIL = "fail"
    KILL = "kill"


@dataclass(slots=True)
class Injector:
    """Acts at the ``at``-th moment, counted from 1, and once only."""

    root: str
    """Only files below it count."""
    act: Act
    at: int = 0
    seen: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _owner: int = field(default_factory=os.getpid)

    def install(self) -> None:
        """Watch this process from now on."""
        sys.addaudithook(self._audit)
        os.fsync = self._before("fsync", os.fsync)
        real = io.open

        def opened(file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
            stream = real(file, mode, *rest, **named)
            writes = "r" not in mode or "+" in mode
            place = _path_of(file) if isinstance(file, int) else file
            return _Watched(stream, place, self) if writes and self._is_ours(place) else stream

        io.open = opened
        builtins.open = opened
        connect = sqlite3.connect

        def connected(database: Any, *rest: Any, **named: Any) -> Any:
            self.moment("connect", database)
            return connect(database, *rest, factory=_connection(self), **named)

        sqlite3.connect = connected

    def moment(self, name: str, subject: Any = "") -> bool:
        """Count a moment; act when it is the one. True: it is to fail, in the caller's own way."""
        if os.getpid() != self._owner:
            return False
        with self._lock:
            self.seen.append(f"{name} {Path(os.fsdecode(subject)).name}".strip())
            if len(self.seen) != self.at:
                return False
        if self.act is Act.KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.act is Act.FAIL

    def fail(self, name: str, subject: Any = "") -> None:
        """Count a moment, and raise what the kernel would when it is the one."""
        if self.moment(name, subject):
            number = errno.ENOSPC if name in _FULL else (errno.EACCES, errno.EIO, errno.ENOSPC)[self.at % 3]
            raise OSError(number, os.strerror(number))

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _PLACES and arguments and self._is_ours(arguments[0]):
            self.fail(event, arguments[0])
        elif event == "socket.connect":
            if self.moment(event):
                raise ConnectionRefusedError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))
        elif event == "subprocess.Popen" and self.moment(event):
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    def _before(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(*arguments: Any, **named: Any) -> Any:
            self.fail(name)
            return real(*arguments, **named)

        return guarded

    def _is_ours(self, path: object) -> bool:
        # A path may be relative; links are not followed, as that would be seen here again.
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        return str(Path(os.fsdecode(path)).absolute()).startswith(self.root)


class _Watched:
    """A stream whose writes may fail, half of each being done."""

    def __init__(self, stream: Any, place: Any, injector: Injector) -> None:
        self._stream = stream
        self._place = place
        self._injector = injector

    def write(self, content: Any) -> Any:
        if self._injector.moment("write", self._place):
            self._stream.write(content[: len(content) // 2])
            self._stream.flush()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self._stream.write(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> "_Watched":
        return self

    def __exit__(self, *trouble: object) -> None:
        self._stream.close()

    def __iter__(self) -> Any:
        return iter(self._stream)


def _path_of(handle: int) -> str:
    """Return the path of an open file; empty where nobody tells it, or it is a pipe."""
    try:
        return str(Path(f"/proc/self/fd/{handle}").readlink())
    except OSError:
        return ""


def _connection(injector: Injector) -> type[sqlite3.Connection]:
    class Connection(sqlite3.Connection):
        def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
            name = next((each for each in _STATEMENTS if statement.startswith(each)), "")
            if name and injector.moment("commit" if name == "COMMIT" else "statement", name):
                raise _sqlite_error(injector.at)
            return super().execute(statement, *values)

    return Connection


def _sqlite_error(number: int) -> sqlite3.OperationalError:
    code = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)[number % 2]
    error = sqlite3.OperationalError("database or disk is full" if number % 2 == 0 else "disk I/O error")
    error.sqlite_errorcode = code
    return error
