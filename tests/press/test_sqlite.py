"""What SQLite says of our files, in words for their user."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from magazine.core.errors import BusyError, MagazineError, OutputError, UnreadableError
from magazine.sqlite import FileKind

ALMANAC = FileKind(name="almanac", if_damaged="Print it anew.", if_foreign="Name the right one.")


@contextmanager
def an_almanac(folder: Path) -> Iterator[tuple[Path, sqlite3.Connection]]:
    path = folder / "almanac.sqlite"
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE days (day TEXT)")
        connection.executemany("INSERT INTO days VALUES (?)", [(str(n) * 40,) for n in range(2_000)])
        yield path, connection


def trouble(path: Path, statement: str) -> MagazineError:
    """Run a statement on a file that is in a bad way; return what is raised."""
    with (
        pytest.raises(MagazineError) as raised,
        ALMANAC.troubles(path),
        closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection,
    ):
        connection.execute(statement).fetchall()
    assert str(path) in raised.value.message
    return raised.value


def test_a_file_that_another_run_holds_is_busy(tmp_path: Path) -> None:
    with an_almanac(tmp_path) as (path, holder):
        holder.execute("BEGIN EXCLUSIVE")

        error = trouble(path, "SELECT * FROM days")

    assert isinstance(error, BusyError)
    assert "almanac" in error.message
    assert "held by another run" in error.message


def test_a_file_that_is_something_else_is_no_such_file(tmp_path: Path) -> None:
    path = tmp_path / "almanac.sqlite"
    path.write_bytes(b"A letter to the editor. " * 100)

    error = trouble(path, "SELECT * FROM days")

    assert isinstance(error, UnreadableError)
    assert error.message.endswith("is no almanac.")
    assert error.hint == "Name the right one."


def test_a_damaged_file_is_damaged(tmp_path: Path) -> None:
    with an_almanac(tmp_path) as (path, _):
        pass
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))

    error = trouble(path, "SELECT * FROM days")

    assert isinstance(error, UnreadableError)
    assert error.message.endswith("is damaged.")
    assert error.hint == "Print it anew."


def test_a_file_that_only_lets_itself_be_read_cannot_be_written(tmp_path: Path) -> None:
    with an_almanac(tmp_path) as (path, connection):
        connection.execute("PRAGMA query_only = ON")

        with pytest.raises(OutputError, match="cannot be written"), ALMANAC.troubles(path):
            connection.execute("DELETE FROM days")


def test_a_wrong_statement_is_a_bug_and_passes_as_it_is(tmp_path: Path) -> None:
    with (
        an_almanac(tmp_path) as (path, connection),
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        ALMANAC.troubles(path),
    ):
        connection.execute("SELECT * FROM months")
