"""The one module that knows sqlite3: opens the library's file, and names its troubles."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from magazine.core.errors import BusyError, DiskError, MagazineError, OutputError, UnreadableError
from magazine.library.localday import local_day

Values = Sequence[Any] | Mapping[str, Any]
Row = sqlite3.Row

_APPLICATION_ID = 0x4D41475A
"""``MAGZ``: tells a library from another program's SQLite file."""
BUSY_SECONDS = 10.0
"""How long another run is waited for."""
_CACHE_KIB = 64 * 1024
"""Pages kept in memory: the indexes of a large library are written all over."""
_MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_SIGNATURE = b"SQLite format 3\x00"
_HEADER_BYTES = 100

_TROUBLES: Mapping[int, tuple[type[MagazineError], str, str]] = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: (BusyError, "is held by another run", "Try again when it has finished."),
        sqlite3.SQLITE_LOCKED: (BusyError, "is held by another run", "Try again when it has finished."),
        sqlite3.SQLITE_FULL: (DiskError, "does not fit on the disk any more", "Make room and try again."),
        sqlite3.SQLITE_IOERR: (DiskError, "met a disk error", "Check the disk, then try again."),
        sqlite3.SQLITE_READONLY: (OutputError, "cannot be written", "Check the rights of file and folder."),
        sqlite3.SQLITE_PERM: (OutputError, "cannot be written", "Check the rights of file and folder."),
        sqlite3.SQLITE_CANTOPEN: (OutputError, "cannot be opened or made", "Check path and rights."),
        sqlite3.SQLITE_CORRUPT: (UnreadableError, "is damaged", "Restore it from a backup, or add anew."),
        sqlite3.SQLITE_NOTADB: (UnreadableError, "is no library", "Name the right file with --library."),
    }
)


class Database:
    """A library's file, open. Every trouble of SQLite leaves it as one of ours."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def run(self, statement: str, values: Values = ()) -> sqlite3.Cursor:
        """Run one statement."""
        with _named(self.path):
            return self._connection.execute(statement, values)

    def run_many(self, statement: str, values: Sequence[Values]) -> None:
        """Run one statement for each set of values."""
        with _named(self.path):
            self._connection.executemany(statement, values)

    def rows(self, statement: str, values: Values = ()) -> list[Row]:
        """Return all rows of a query."""
        with _named(self.path):
            rows: list[Row] = self._connection.execute(statement, values).fetchall()
            return rows

    def number(self, statement: str, values: Values = ()) -> int:
        """Return the only value of a query that counts."""
        return int(self.rows(statement, values)[0][0])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the file for writing: all that is run inside happens, or nothing of it."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the library throughout."""
        self.run("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def backup(self, target: Path) -> None:
        """Write a copy of this moment's library to a file that does not exist."""
        with _named(target):
            copy = sqlite3.connect(target)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()

    def close(self) -> None:
        """Close the file."""
        with _named(self.path):
            self._connection.close()

    def _roll_back(self) -> None:
        # SQLite has rolled back by itself after some troubles, as a full disk.
        if self._connection.in_transaction:
            self.run("ROLLBACK")


def open_database(path: Path, *, create: bool, busy_seconds: float = BUSY_SECONDS) -> Database:
    """Open a library's file, and bring its tables to the form of this version.

    Raises:
        UnreadableError: It is missing and not to be made, no library, damaged, or of
            a newer version; it is then left as it is.
        OutputError: It cannot be made or written.
        BusyError: Another run holds it.
    """
    if not _has_content(path):
        if not create:
            raise UnreadableError(
                f"There is no library at {path}.", hint="Add articles to one: magazine add PATH"
            )
        _make_folder(path.parent)
    with _named(path):
        connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
    database = Database(path, connection)
    try:
        connection.row_factory = sqlite3.Row
        connection.create_function("local_day", 2, local_day, deterministic=True)
        connection.create_function("casefold", 1, str.casefold, deterministic=True)
        _migrate(database)
        # Another run that opens the new file at this moment hinders it; the next one will do.
        with suppress(BusyError):
            database.run("PRAGMA journal_mode = WAL")
        for pragma in ("foreign_keys = ON", "synchronous = FULL", f"cache_size = -{_CACHE_KIB}"):
            database.run(f"PRAGMA {pragma}")
    except BaseException:
        database.close()
        raise
    return database


def _has_content(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise UnreadableError(
            f"The library {path} cannot be read ({error.strerror}).", hint="Check the path and its rights."
        ) from error
    if not header:  # an interrupted start leaves an empty file
        return False
    if not header.startswith(_SIGNATURE):
        raise UnreadableError(f"The file {path} is no library.", hint="Name the right file with --library.")
    _refuse_truncated(path, header)
    return True


def _refuse_truncated(path: Path, header: bytes) -> None:
    # https://www.sqlite.org/fileformat2.html: the page count holds when both counters are
    # equal. While another run writes, there is a log, and pages may lack in the file; when
    # the log has gone since the header was read, the size is read after that.
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages = int.from_bytes(header[28:32], "big")
    being_written = any(path.with_name(path.name + log).exists() for log in ("-wal", "-journal"))
    complete = header[24:28] != header[92:96] or path.stat().st_size >= pages * page_size
    if len(header) < _HEADER_BYTES or not (complete or being_written):
        raise UnreadableError(
            f"The library {path} is damaged: its end is missing.",
            hint="Restore it from a backup, or add the articles to a new one.",
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {folder} of the library cannot be made ({error.strerror}).",
            hint="Name another place with --library.",
        ) from error


def _migrate(database: Database) -> None:
    scripts = sorted(_MIGRATIONS.glob("*.sql"))
    with database.reading():
        version = _version(database)
    if version == len(scripts):
        return
    with database.writing():
        # Looked at again under the lock: another run may have been faster.
        for number, script in enumerate(scripts[_version(database) :], start=_version(database) + 1):
            for statement in _statements(script.read_text(encoding="utf-8")):
                database.run(statement)
            database.run(f"PRAGMA user_version = {number}")
        database.run(f"PRAGMA application_id = {_APPLICATION_ID}")


def _version(database: Database) -> int:
    """Return how many migrations the file has had; 0 for a new one."""
    version = database.number("PRAGMA user_version")
    owner = database.number("PRAGMA application_id")
    if owner != _APPLICATION_ID and (
        owner or version or database.number("SELECT count(*) FROM sqlite_master")
    ):
        raise UnreadableError(
            f"The file {database.path} is another program's database.",
            hint="Name the right file with --library.",
        )
    known = len(list(_MIGRATIONS.glob("*.sql")))
    if version > known:
        raise UnreadableError(
            f"The library {database.path} was made by a newer magazine (form {version}, known is {known}).",
            hint="Update magazine, or name another file with --library.",
        )
    return version


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        trouble = _TROUBLES.get(code & 0xFF) if code is not None else None
        if trouble is None:
            raise
        kind, what, hint = trouble
        raise kind(f"The library {path} {what}.", hint=hint) from error
