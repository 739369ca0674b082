"""What was asked of models, what came back and what it cost: paid once, kept for good.

One SQLite file in the user's data folder. An answer is on the disk before anything is
done with it, so that a run which is cut short pays for at most what was on its way.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from errno import EDQUOT, EFBIG, EIO, ENOSPC
from pathlib import Path
from typing import Any, Self

from magazine.core.errors import DiskError, OutputError, UnreadableError
from magazine.disks import refuse_network, try_room
from magazine.edit.model.asking import Cause, Usage
from magazine.edit.model.chat import Mode, RoomName
from magazine.edit.model.ladder import Form
from magazine.server import Server
from magazine.sqlite import FileKind

_VERSION = 1
_TABLES = Path(__file__).with_name("ledger.sql")
_APPLICATION_ID = 0x4D41474C
"""``MAGL``: tells a ledger from another program's SQLite file."""
_BUSY_SECONDS = 10.0
_FORM_DAYS = 30
"""After which a server is tried anew: it may have learned."""
_AWAY = "Move the file away; the answers in it are then lost, and asked for again."
_FILE = FileKind(name="ledger", if_damaged=_AWAY, if_foreign=_AWAY)


class Outcome(StrEnum):
    """What an attempt came to."""

    ANSWERED = "answered"
    UNREADABLE = "unreadable"
    CUT = "cut"
    REFUSED = "refused"
    TRUNCATED = "truncated"
    UNSUPPORTED = "unsupported"
    KEY_REFUSED = "key refused"
    MISPLACED = "misplaced"
    """No such model, or no such address."""
    UNREACHABLE = "unreachable"
    RATE_LIMITED = "rate limited"
    SERVER_ERROR = "server error"
    NO_CHAT = "no chat"
    DEADLINE = "deadline"
    TOO_LARGE = "too large"
    TOO_LONG = "too long"
    STOPPED = "stopped"

    @classmethod
    def of(cls, cause: Cause) -> Self:
        """Return the outcome that a cause stands for."""
        return cls[cause.name]


_KEPT = (Outcome.ANSWERED, Outcome.UNREADABLE, Outcome.CUT, Outcome.REFUSED)
"""Answers to what was asked, of use or not: asking again would pay for the same. An answer to
a request that the server had cut is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A row of the ledger."""

    request: str
    purpose: str
    subject: str
    mode: Mode
    outcome: Outcome
    usage: Usage = field(default_factory=Usage)
    cost: float | None
    """US dollars; None: not known."""
    seconds: float
    server_id: str = ""
    answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer that was paid for."""

    outcome: Outcome
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What a model was asked in a month, and what it cost."""

    month: str
    """As ``2026-03``, by the clock of UTC."""
    host: str
    model: str
    calls: int
    prompt: int
    cached: int
    completion: int
    cost: float
    """US dollars, of the calls whose cost is known."""
    calls_of_unknown_cost: int


class Ledger:
    """The ledger's file, open. Safe for threads; several processes may have it open."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.Lock()

    def kept(self, request: str) -> tuple[Kept, ...]:
        """Return the answers to a request, in the order in which they came."""
        marks = ", ".join("?" * len(_KEPT))
        rows = self._rows(
            f"SELECT outcome, answer FROM attempts WHERE request = ? AND answer IS NOT NULL "  # noqa: S608 - marks
            f"AND outcome IN ({marks}) ORDER BY id",
            (request, *_KEPT),
        )
        return tuple(Kept(outcome=Outcome(outcome), answer=answer) for outcome, answer in rows)

    def record(self, attempt: Attempt, server: Server, at: datetime) -> None:
        """Write an attempt down; when this returns, it is on the disk."""
        row = {
            "request": attempt.request,
            "at": at.isoformat(timespec="seconds"),
            "purpose": attempt.purpose,
            "subject": attempt.subject,
            "host": server.host,
            "model": server.name,
            "mode": attempt.mode,
            "outcome": attempt.outcome,
            "prompt": attempt.usage.prompt,
            "cached": attempt.usage.cached,
            "completion": attempt.usage.completion,
            "cost": attempt.cost,
            "seconds": attempt.seconds,
            "server_id": attempt.server_id,
            "answer": attempt.answer,
        }
        marks = ", ".join(f":{name}" for name in row)
        self._rows(f"INSERT INTO attempts ({', '.join(row)}) VALUES ({marks})", row)  # noqa: S608 - our names

    def form(self, server: Server, now: datetime) -> Form | None:
        """Return the form in which a model there has lately answered; None: it is not known."""
        since = (now - timedelta(days=_FORM_DAYS)).isoformat(timespec="seconds")
        rows = self._rows(
            "SELECT mode, room_name FROM forms WHERE base_url = ? AND model = ? AND at >= ?",
            (server.base_url, server.name, since),
        )
        return Form(mode=Mode(rows[0][0]), room_name=RoomName(rows[0][1])) if rows else None

    def remember(self, form: Form, server: Server, now: datetime) -> None:
        """Keep the form in which a model has answered."""
        self._rows(
            "INSERT OR REPLACE INTO forms (base_url, model, mode, room_name, at) VALUES (?, ?, ?, ?, ?)",
            (server.base_url, server.name, form.mode, form.room_name, now.isoformat(timespec="seconds")),
        )

    def months(self) -> tuple[Month, ...]:
        """Return what was asked and spent, by month, host and model."""
        rows = self._rows(
            "SELECT substr(at, 1, 7) AS month, host, model, count(*), sum(prompt), sum(cached), "
            "sum(completion), coalesce(sum(cost), 0), count(*) - count(cost) FROM attempts "
            "GROUP BY month, host, model ORDER BY month, host, model"
        )
        names = ("month", "host", "model", "calls", "prompt", "cached", "completion", "cost")
        return tuple(
            Month(**dict(zip(names, row[:-1], strict=True)), calls_of_unknown_cost=row[-1]) for row in rows
        )

    def close(self) -> None:
        """Close the file."""
        with self._lock, _FILE.troubles(self.path):
            self._connection.close()

    def _rows(
        self, statement: str, values: Sequence[object] | Mapping[str, object] = ()
    ) -> list[tuple[Any, ...]]:
        # One statement, which SQLite commits by itself before it returns.
        with self._lock, _FILE.troubles(self.path):
            return self._connection.execute(statement, values).fetchall()


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """Open a ledger for as long as the block lasts; make it if it is not there.

    Only its owner may read it: it holds what was bought.

    Raises:
        OutputError: It cannot be made or written.
        UnreadableError: It is damaged, no ledger, or of a newer version; it is then left as it is.
        BusyError: Another run holds it.
        DiskError: The disk failed, or has no room for what is about to be bought.
        ConfigurationError: It is on a network file system.
    """
    refuse_network(path, "ledger")
    _make(path)
    with _FILE.troubles(path):
        connection = sqlite3.connect(
            path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
    ledger = Ledger(path, connection)
    try:
        with _FILE.troubles(path):
            _prepare(connection, path)
        yield ledger
    finally:
        ledger.close()


def _make(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        path.chmod(0o600)
        try_room(path.parent)
    except OSError as error:
        if error.errno in {ENOSPC, EDQUOT, EIO, EFBIG}:
            raise DiskError(
                f"The ledger {path} has no room to grow ({error.strerror}).", hint="Make room and try again."
            ) from error
        raise OutputError(
            f"The ledger {path} cannot be made or written ({error.strerror}).",
            hint="Check the rights of file and folder.",
        ) from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN IMMEDIATE")  # another run may be making the same new file
    try:
        _make_tables(connection, path)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA journal_mode = WAL")


def _make_tables(connection: sqlite3.Connection, path: Path) -> None:
    def number(question: str) -> int:
        return int(connection.execute(question).fetchone()[0])

    version, owner = number("PRAGMA user_version"), number("PRAGMA application_id")
    if (version, owner) == (_VERSION, _APPLICATION_ID):
        return
    if version or owner or number("SELECT count(*) FROM sqlite_master"):
        raise UnreadableError(
            f"The file {path} is no ledger of this version.", hint="Update magazine, or move the file away."
        )
    for statement in _TABLES.read_text(encoding="utf-8").split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {_VERSION}")
