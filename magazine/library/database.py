"""The library's file: opened, brought to the form of this version, every trouble of it named."""

import errno
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from magazine.core.errors import BusyError, DiskError, MagazineError, OutputError, UnreadableError
from magazine.disks import MOUNTS, refuse_network
from magazine.library import tables
from magazine.library.localday import local_day
from magazine.sqlite import FileKind

Values = Sequence[Any] | Mapping[str, Any]
Row = sqlite3.Row

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG})
_APPLICATION_ID = 0x4D41475A
"""``MAGZ``: tells a library from another program's SQLite file."""
BUSY_SECONDS = 10.0
"""How long another run is waited for."""
_CACHE_KIB = 64 * 1024
"""Pages kept in memory: the indexes of a large library are written all over."""
_SIGNATURE = b"SQLite format 3\x00"
_HEADER_BYTES = 100

_FILE = FileKind(
    name="library",
    if_damaged="Restore it from a backup, or add anew.",
    if_foreign="Name the right file with --library.",
)


class Database:
    """A library's file, open. Every trouble of SQLite leaves it as one of ours."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def run(self, statement: str, values: Values = ()) -> sqlite3.Cursor:
        """Run one statement."""
        with self._troubles():
            return self._connection.execute(statement, values)

    def run_many(self, statement: str, values: Sequence[Values]) -> None:
        """Run one statement for each set of values."""
        with self._troubles():
            self._connection.executemany(statement, values)

    def rows(self, statement: str, values: Values = ()) -> list[Row]:
        """Return all rows of a query."""
        with self._troubles():
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
        """Write a copy of the library to a file, which has its name only when it is whole.

        Inside ``writing``, of the library before that.
        """
        for left in target.parent.glob(f".{target.name}.*.tmp*"):  # of a run that was killed
            left.unlink(missing_ok=True)
        temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        _make_private(temporary)
        try:
            with _FILE.troubles(target):
                _copy(self.path, temporary)
            temporary.replace(target)
        except OSError as error:
            raise _cannot_make(target, error) from error
        finally:
            with suppress(OSError):
                temporary.unlink()

    def close(self) -> None:
        """Close the file."""
        with _FILE.troubles(self.path):
            self._connection.close()

    @contextmanager
    def _troubles(self) -> Iterator[None]:
        """Name the troubles inside the block: what does not fit our tables is damage, if they are changed."""
        try:
            with _FILE.troubles(self.path):
                yield
        except sqlite3.OperationalError as error:
            with _FILE.troubles(self.path):
                if tables.are_as_made(self._connection):
                    raise
            raise UnreadableError(
                f"The library {self.path} is damaged: its tables are not as they were made.",
                hint=_FILE.if_damaged,
            ) from error

    def _roll_back(self) -> None:
        # SQLite has rolled back by itself after some troubles, as a full disk.
        if self._connection.in_transaction:
            self.run("ROLLBACK")


def open_database(
    path: Path, *, create: bool, busy_seconds: float = BUSY_SECONDS, mounts: Path = MOUNTS
) -> Database:
    """Open a library's file, and bring its tables to the form of this version.

    A library of an earlier form is copied beside itself first.

    Raises:
        UnreadableError: It is missing and not to be made, no library, damaged, or of
            a newer version; it is then left as it is.
        OutputError: It cannot be made or written.
        BusyError: Another run holds it.
        ConfigurationError: It is on a network file system.
    """
    refuse_network(path, "library", mounts=mounts)
    if not _has_content(path):
        if not create:
            raise UnreadableError(
                f"There is no library at {path}.", hint="Add articles to one: magazine add PATH"
            )
        _make_folder(path.parent)
        _make_private(path)
    with _FILE.troubles(path):
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


def library_form() -> int:
    """Return the form of a library that this version writes: how many migrations it has had."""
    return len(tables.forms())


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
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise OutputError(
            f"The folder {folder} of the library cannot be made ({error.strerror}).",
            hint="Name another place with --library.",
        ) from error


def _make_private(path: Path) -> None:
    """Make an empty file that its owner alone can read; SQLite's own logs beside it are as it is."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise _cannot_make(path, error) from error


def _cannot_make(path: Path, error: OSError) -> MagazineError:
    kind = DiskError if error.errno in _FULL else OutputError
    return kind(
        f"The library {path} cannot be opened or made ({error.strerror}).",
        hint="Check path, rights and room on the disk.",
    )


def _copy(source: Path, target: Path) -> None:
    # By a connection of its own: one that is writing would wait for itself, for ever.
    with closing(sqlite3.connect(source)) as pages, closing(sqlite3.connect(target)) as copy:
        pages.backup(copy)


def _migrate(database: Database) -> None:
    scripts = tables.forms()
    with database.reading():
        version = _version(database)
    if version == len(scripts):
        return
    with database.writing():
        # Looked at again under the lock: another run may have been faster.
        version = _version(database)
        if 0 < version < len(scripts):
            database.backup(database.path.with_name(f"{database.path.name}.form-{version}.bak"))
        for number, script in enumerate(scripts[version:], start=version + 1):
            for statement in tables.statements(script):
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
    known = library_form()
    if version > known:
        raise UnreadableError(
            f"The library {database.path} was made by a newer magazine (form {version}, known is {known}).",
            hint="Update magazine, or name another file with --library.",
        )
    return version
