"""``magazine add`` and the commands that look into the library."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.ran import Shell

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
RELEASE = {
    "id": "r-1",
    "url": "https://pib.gov.in/r-1",
    "title": "Cabinet approves a green hydrogen scheme",
    "body": "The Union Cabinet approved a scheme of ₹2,700 crore for green hydrogen on Monday.",
    "published": "2026-03-09",
    "category": "Economy",
    "source": "PIB",
}


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A file of one release."""
    path = tmp_path / "release.json"
    path.write_text(json.dumps(RELEASE), encoding="utf-8")
    return path


def test_adding_twice_adds_nothing(shell: Shell, release: Path) -> None:
    first, second = shell.magazine("add", str(release)), shell.magazine("add", str(release))

    assert (first.status, second.status) == (0, 0)
    assert "1 added" in first.err
    assert "0 added, 1 there already" in second.err


def test_a_bad_input_is_named_and_the_rest_is_added(shell: Shell, release: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("", encoding="utf-8")
    ran = shell.magazine("add", str(tmp_path / "empty.md"), str(tmp_path / "missing.txt"), str(release))

    assert ran.status == 3
    assert "1 added" in ran.err
    assert "empty.md" in ran.err
    assert "missing.txt" in ran.err
    assert "Traceback" not in ran.err


def test_near_copies_and_guesses_are_told(shell: Shell, release: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_text(json.dumps(RELEASE | {"id": "r-2", "url": "https://other.example/1"}), encoding="utf-8")
    note = tmp_path / "note.md"
    note.write_text("---\ntitle: Sagar: a tide\ndate: 2026-03-09\n---\nIt rose.\n", encoding="utf-8")
    ran = shell.magazine("add", str(release), str(copy), str(note))

    assert ran.status == 0
    assert "3 added, 1 nearly the same as others in the library" in ran.err
    assert "note.md: Its front matter is not YAML" in ran.err
    assert "not YAML" in shell.magazine("add", str(note), "--dry-run").err


def test_when_no_input_can_be_read_the_status_says_so(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00")

    assert shell.magazine("add", str(tmp_path / "picture.md")).status == 65


def test_quiet_adding_says_nothing_when_all_is_well(shell: Shell, release: Path) -> None:
    ran = shell.magazine("add", str(release), "-q")

    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_an_undated_article_is_named_with_what_to_do(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# A note\n\nIt has no day at all.", encoding="utf-8")
    ran = shell.magazine("add", str(tmp_path / "note.md"))

    assert ran.status == 0
    assert "1 without a date" in ran.err
    assert "(A note)" in ran.err
    assert "front matter" in ran.err


def test_an_undated_article_added_again_with_its_day_is_the_same_article(
    shell: Shell, tmp_path: Path
) -> None:
    note = tmp_path / "note.md"
    note.write_text("# A note\n\nIt has no day at all.", encoding="utf-8")
    shell.magazine("add", str(note))
    note.write_text("---\ntitle: A note\ndate: 2026-03-09\n---\nIt has no day at all.", encoding="utf-8")
    ran = shell.magazine("add", str(note))

    assert "0 added, 1 updated" in ran.err
    assert json.loads(shell.magazine("library", "stats", "--json").out)["undated"] == 0


def test_a_dry_run_prints_the_articles_as_json_lines_and_stores_nothing(shell: Shell, release: Path) -> None:
    ran = shell.magazine("add", str(release), "--dry-run", "--json")

    [row] = [json.loads(line) for line in ran.out.splitlines()]
    assert {key: row[key] for key in RELEASE} == RELEASE
    assert {"language", "author", "licence", "is_stub"} <= row.keys()
    assert not shell.library.exists()


def test_articles_come_from_stdin_too(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "magazine", "add", "-", "--library", str(tmp_path / "l.sqlite")]
    ran = subprocess.run(command, input=json.dumps(RELEASE).encode(), capture_output=True, check=True)

    assert b"1 added" in ran.stderr


def test_the_account_of_an_add_is_json_when_asked(shell: Shell, release: Path) -> None:
    account = json.loads(shell.magazine("add", str(release), "--json", "-q").out)

    assert (account["added"], account["refused"]) == (1, [])


def test_listing_searching_and_showing_find_the_article(shell: Shell, release: Path) -> None:
    shell.magazine("add", str(release), str(EXAMPLES))

    assert "r-1  2026-03-09" in shell.magazine("library", "list", "--period", "2026-03-09").out
    assert shell.magazine("library", "search", '"green hydrogen scheme"').out.startswith("r-1 ")
    assert "2,700 crore" in shell.magazine("library", "show", "r-1").out
    assert "topics: " in shell.magazine("library", "show", "https://pib.gov.in/r-1").out


def test_search_finds_whole_hindi_words(shell: Shell) -> None:
    shell.magazine("add", str(EXAMPLES))

    assert shell.magazine("library", "search", "करोड़", "-q").out
    assert not shell.magazine("library", "search", "करो", "-q").out


def test_topics_and_stats_count_what_there_is(shell: Shell, release: Path) -> None:
    shell.magazine("add", str(release))

    assert "unclassified" in shell.magazine("library", "topics").out
    assert json.loads(shell.magazine("library", "stats", "--json").out)["articles"] == 1


def test_removing_needs_every_name_to_be_right(shell: Shell, release: Path) -> None:
    shell.magazine("add", str(release))

    assert shell.magazine("library", "remove", "r-1", "nothing").status == 2
    assert shell.magazine("library", "remove", "r-1").status == 0
    assert "0 articles" in shell.magazine("library", "stats").out


def test_an_export_added_elsewhere_makes_the_same_library(shell: Shell, tmp_path: Path) -> None:
    shell.magazine("add", str(EXAMPLES))
    exported = shell.magazine("library", "export").out
    (tmp_path / "all.jsonl").write_text(exported, encoding="utf-8")
    other = Shell(tmp_path / "other.sqlite", shell.capsys)

    other.magazine("add", str(tmp_path / "all.jsonl"))

    assert other.magazine("library", "export").out == exported


def test_a_library_that_is_no_library_is_refused_and_left_alone(shell: Shell) -> None:
    shell.library.write_text("my diary", encoding="utf-8")
    ran = shell.magazine("library", "stats")

    assert ran.status == 65
    assert "Traceback" not in ran.err
    assert shell.library.read_text(encoding="utf-8") == "my diary"


def test_a_missing_library_says_how_to_make_one(shell: Shell) -> None:
    ran = shell.magazine("library", "stats")

    assert ran.status == 65
    assert "magazine add" in ran.err
    assert not shell.library.exists()
