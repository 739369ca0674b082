"""What SQLite's errors mean to the user of one of our files: the library, the ledger."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from magazine.core.errors import BusyError, DiskError, MagazineError, OutputError, UnreadableError

_TROUBLES: Mapping[int, tuple[type[MagazineError], str, str]] = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: (BusyError, "is held by another run", "Try again when it has finished."),
        sqlite3.SQLITE_LOCKED: (BusyError, "is held by another run", "Try again when it has finished."),
        sqlite3.SQLITE_FULL: (DiskError, "does not fit on the disk any more", "Make room and try again."),
        sqlite3.SQLITE_IOERR: (DiskError, "met a disk error", "Check the disk, then try again."),
        sqlite3.SQLITE_READONLY: (OutputError, "cannot be written", "Check the rights of file and folder."),
        sqlite3.SQLITE_PERM: (OutputError, "cannot be written", "Check the rights of file and folder."),
        sqlite3.SQLITE_CANTOPEN: (OutputError, "cannot be opened or made", "Check path and rights."),
    }
)
"""Troubles that are the same for every file: the error, what it says of the file, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """One of our kinds of SQLite file, as messages speak of it."""

    name: str
    if_damaged: str
    """What to do when it is damaged."""
    if_foreign: str
    """What to do when the file is none of the kind."""

    @contextmanager
    def troubles(self, path: Path) -> Iterator[None]:
        """Raise what SQLite says of a file inside the block as an error of ours.

        What says nothing of the file, such as a wrong statement, is a bug and passes as it is.
        """
        try:
            yield
        except UnicodeDecodeError as error:  # of a text column, or of SQLite's own words about the schema
            raise UnreadableError(f"The {self.name} {path} is damaged.", hint=self.if_damaged) from error
        except sqlite3.Error as error:
            trouble = self._trouble(getattr(error, "sqlite_errorcode", _undecoded(error)))
            if trouble is None:
                raise
            kind, what, hint = trouble
            raise kind(f"The {self.name} {path} {what}.", hint=hint) from error

    def _trouble(self, code: int | None) -> tuple[type[MagazineError], str, str] | None:
        # The lowest byte is the primary code; above it stand the finer ones.
        match code & 0xFF if code is not None else None:
            case sqlite3.SQLITE_CORRUPT:
                return UnreadableError, "is damaged", self.if_damaged
            case sqlite3.SQLITE_NOTADB:
                return UnreadableError, f"is no {self.name}", self.if_foreign
            case primary:
                return _TROUBLES.get(primary) if primary is not None else None


def _undecoded(error: sqlite3.Error) -> int | None:
    """Return the code of a column that is no UTF-8, for which Python's module has words and no code."""
    return sqlite3.SQLITE_CORRUPT if str(error).startswith("Could not decode to UTF-8") else None
