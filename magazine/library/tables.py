"""The library's tables: how they are made, form by form, and whether a file still has them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

_MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def forms() -> list[Path]:
    """Return the scripts that lead from each form of the tables to the next, in order."""
    return sorted(_MIGRATIONS.glob("*.sql"))


def statements(script: Path) -> Iterator[str]:
    """Yield the statements of a script, one by one."""
    statement = ""
    for line in script.read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def are_as_made(connection: sqlite3.Connection) -> bool:
    """Tell whether a file has the tables of the newest form, to the letter.

    SQLite keeps them as text, of which a flipped bit may make another table.
    """
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.create_function("local_day", 2, lambda *_: None, deterministic=True)
        for script in forms():
            for statement in statements(script):
                fresh.execute(statement)
        return _described(connection) == _described(fresh)


def _described(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    # The optimiser may have added tables of its own, called sqlite_stat1 and the like.
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    return {tuple(map(str, row)) for row in rows}
