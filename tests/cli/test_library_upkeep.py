"""``magazine library vacuum`` and ``backup``."""

import json
from pathlib import Path

from tests.cli.ran import Shell


def some_rows(path: Path) -> Path:
    rows = [
        {
            "id": f"r-{number}",
            "title": f"Release {number}",
            "body": "It rained. " * 200,
            "published": "2026-03-09",
        }
        for number in range(200)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_vacuum_gives_the_space_of_removed_articles_back(shell: Shell, tmp_path: Path) -> None:
    shell.magazine("add", str(some_rows(tmp_path / "rows.jsonl")), "-q")
    shell.magazine("library", "remove", *(f"r-{number}" for number in range(1, 200)), "-q")
    before = shell.library.stat().st_size
    ran = shell.magazine("library", "vacuum")

    assert ran.status == 0
    assert "MB now" in ran.err
    assert shell.library.stat().st_size < before / 2
    assert shell.magazine("library", "list").out.startswith("r-0 ")


def test_a_backup_is_a_library_and_its_path_is_printed(shell: Shell, tmp_path: Path) -> None:
    shell.magazine("add", str(some_rows(tmp_path / "rows.jsonl")), "-q")
    copy = tmp_path / "copy.sqlite"
    ran = shell.magazine("library", "backup", str(copy))

    assert (ran.status, ran.out) == (0, f"{copy}\n")
    other = Shell(copy, shell.capsys)
    assert json.loads(other.magazine("library", "stats", "--json").out)["articles"] == 200


def test_a_backup_writes_over_nothing(shell: Shell, tmp_path: Path) -> None:
    shell.magazine("add", str(some_rows(tmp_path / "rows.jsonl")), "-q")
    there = tmp_path / "notes.txt"
    there.write_text("mine", encoding="utf-8")
    ran = shell.magazine("library", "backup", str(there))

    assert ran.status == 73
    assert "already" in ran.err
    assert there.read_text(encoding="utf-8") == "mine"
