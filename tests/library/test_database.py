"""The library's file: making it, and what can be wrong with it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from magazine.core.errors import BusyError, DiskError, MagazineError, OutputError, UnreadableError
from magazine.library import open_library
from magazine.library.database import open_database
from tests.builders import a_rule, a_taxonomy, an_article, some_articles


def a_full_library(path: Path) -> Path:
    with open_library(path, a_taxonomy()) as library:
        library.add(some_articles(300))
    return path


def a_text(path: Path) -> None:
    path.write_text("Dear diary, today I made a magazine.\n" * 50, encoding="utf-8")


def another_programs_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")
    other.close()


def another_programs_numbered_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA application_id = 99")
        other.execute("PRAGMA user_version = 1")
    other.close()


def a_newer_library(path: Path) -> None:
    a_full_library(path)
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
        newer.execute("PRAGMA journal_mode = DELETE")
    newer.close()


def a_truncated_library(path: Path) -> None:
    content = a_full_library(path).read_bytes()
    path.write_bytes(content[: len(content) // 2])


def the_head_of_a_library(path: Path) -> None:
    path.write_bytes(a_full_library(path).read_bytes()[:40])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (a_text, "is no library"),
        (another_programs_database, "another program's database"),
        (another_programs_numbered_database, "another program's database"),
        (a_newer_library, "newer magazine"),
        (a_truncated_library, "its end is missing"),
        (the_head_of_a_library, "its end is missing"),
    ],
    ids=["text", "other program", "other numbered", "newer", "truncated", "head"],
)
def test_a_file_that_is_no_library_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], message: str
) -> None:
    path = tmp_path / "library.db"
    make(path)
    before = path.read_bytes()

    with pytest.raises(UnreadableError, match=message) as refused:
        open_library(path, a_taxonomy())
    assert refused.value.hint
    assert path.read_bytes() == before


def test_a_library_with_garbage_inside_is_called_damaged(tmp_path: Path) -> None:
    path = a_full_library(tmp_path / "library.db")
    content = bytearray(path.read_bytes())
    content[4096 : len(content)] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(bytes(content))

    with pytest.raises(UnreadableError, match="is damaged"), open_library(path, a_taxonomy()) as library:
        library.shortlist(a_rule())
    assert path.read_bytes() == bytes(content)


def test_a_missing_library_is_made_only_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "library.db"

    with pytest.raises(UnreadableError, match="no library at"):
        open_library(path, a_taxonomy(), create=False)
    assert not path.parent.exists()
    open_library(path, a_taxonomy()).close()
    assert path.exists()


def test_the_empty_file_of_an_interrupted_start_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.touch()

    with open_library(path, a_taxonomy()) as library:
        assert library.add([an_article()]).added == 1


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be read"):
        open_library(tmp_path, a_taxonomy())


def test_a_place_where_nothing_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(MagazineError) as refused:
        open_library(tmp_path / "file" / "folder" / "library.db", a_taxonomy())
    assert isinstance(refused.value, OutputError | UnreadableError)
    assert "folder" in refused.value.message


def test_a_library_held_by_another_run_is_busy_for_writers_only(tmp_path: Path) -> None:
    path = a_full_library(tmp_path / "library.db")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_library(path, a_taxonomy(), busy_seconds=0) as library:
        assert library.shortlist(a_rule()).counts.matched == 300
        with pytest.raises(BusyError, match="another run"):
            library.add([an_article(id="new")])
    other.close()


def test_a_full_disk_is_named_and_loses_only_the_batch(tmp_path: Path) -> None:
    database = open_database(tmp_path / "library.db", create=True)
    database.run(f"PRAGMA max_page_count = {database.number('PRAGMA page_count') + 2}")

    def write() -> None:
        with database.writing():
            database.run("CREATE TABLE page (text TEXT)")
            database.run("INSERT INTO page VALUES (?)", ("x" * 100_000,))

    with pytest.raises(DiskError, match="does not fit"):
        write()
    assert database.rows("SELECT * FROM sqlite_master WHERE name = 'page'") == []
    database.close()


def test_a_mistake_of_ours_stays_a_bug(tmp_path: Path) -> None:
    database = open_database(tmp_path / "library.db", create=True)

    with pytest.raises(sqlite3.OperationalError):
        database.run("SELECT nonsense")
    database.close()


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    path = a_full_library(tmp_path / "library.db")
    before = path.read_bytes()
    open_library(path, a_taxonomy()).close()

    assert path.read_bytes() == before
