"""What the first version wrote is read, worked with and kept by this one.

``fixtures/first`` is its own work, on eight of the example articles: a library that has had the first
migration only, and the folder of an issue with selection, issue and report.
"""

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from magazine.artefacts import IssueFolder
from magazine.core.statement import Verdict
from magazine.library import library_form
from tests.cli.ran import Shell

FIRST = Path(__file__).resolve().parent / "fixtures" / "first"
MIGRATIONS = Path(__file__).resolve().parents[2] / "magazine" / "library" / "migrations"
RELEASED = {
    "0001_articles.sql": "4ddc24dbe7c259094d198777d81feeca591e874d6eff396ede5068709503f086",
    "0002_feeds.sql": "857f12f46f37eeaae71d73364e65974aee907df4deaa9d0e6fc9f76863fd642d",
    "0003_events.sql": "bd0a243da55dcda5fd9f53c6e5258c8be1a10ad3a90cf310a201fbab33d69ead",
}
"""What libraries out there have had. A change of the tables is a migration of its own."""


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell whose library is the first version's, and whose folder holds its issue."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "MAGAZINE_LIBRARY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(FIRST, tmp_path, dirs_exist_ok=True)
    return Shell(tmp_path / "library.db", capsys)


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """Return the rows of a query, behind the library's back."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute(query).fetchall()


def statements(issue: Path) -> list[str]:
    """Return the texts of all statements of an issue, in their order."""
    found: list[str] = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            if "verdict" in value and "text" in value:
                found.append(value["text"])
            for each in value.values():
                look(each)
        elif isinstance(value, list):
            for each in value:
                look(each)

    look(json.loads(issue.read_bytes())["sections"])
    return found


def test_the_fixture_is_of_the_first_schema() -> None:
    [(form,)] = rows(FIRST / "library.db", "PRAGMA user_version")
    tables = {name for (name,) in rows(FIRST / "library.db", "SELECT name FROM sqlite_master")}

    assert form == 1
    assert "article" in tables
    assert not tables & {"feed", "article_event", "event_backlog"}
    assert [json.loads((FIRST / "issue" / f"{name}.json").read_bytes())["version"]
            for name in ("selection", "issue", "report")] == [1, 1, 1]  # fmt: skip


def test_a_migration_that_libraries_have_had_is_never_edited() -> None:
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in MIGRATIONS.glob("*.sql")}

    assert digests.items() >= RELEASED.items()


def test_the_first_library_is_brought_to_the_form_of_today_with_every_article(shell: Shell) -> None:
    columns = "id, url, title, published, source, language, licence, text_hash, body"
    before = rows(shell.library, f"SELECT {columns} FROM article ORDER BY id")  # noqa: S608 - our own

    listed = shell.magazine("library", "list", "--json")

    assert (listed.status, len(json.loads(listed.out))) == (0, 8)
    assert rows(shell.library, "PRAGMA user_version") == [(library_form(),)]
    assert rows(shell.library, f"SELECT {columns} FROM article ORDER BY id") == before  # noqa: S608
    assert rows(shell.library, "PRAGMA integrity_check") == [("ok",)]


def test_the_first_librarys_words_are_found_in_both_languages(shell: Shell) -> None:
    english = shell.magazine("library", "search", "ammonia", "--json")
    hindi = shell.magazine("library", "search", "महँगाई", "--json")

    assert [each["id"] for each in json.loads(english.out)] == ["ex-green-ammonia-standards"]
    assert [each["id"] for each in json.loads(hindi.out)] == ["ex-thok-mahangai-hi"]


def test_new_articles_join_the_first_librarys_own(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text(
        "---\ntitle: A port opens at Vizhinjam\ndate: 2026-03-12\nsource: The Example\n---\n"
        "The port of Vizhinjam in Kerala opened on Thursday. It can take ships of 24,000 containers.\n",
        encoding="utf-8",
    )

    added = shell.magazine("add", "new.md", "--json")
    again = shell.magazine("add", str(FIRST.parents[3] / "examples" / "articles"), "--json")

    assert added.status == again.status == 0
    assert rows(shell.library, "SELECT count(*) FROM article") == [(59,)]
    assert rows(shell.library, "SELECT count(*) FROM article_event")[0][0] == 59


def test_the_first_issue_is_checked_and_every_statement_of_it_stands(shell: Shell, tmp_path: Path) -> None:
    checked = shell.magazine("check", "-o", "issue", "--strict")

    assert checked.status == 0, checked.err
    assert statements(tmp_path / "issue" / "issue.json") == statements(FIRST / "issue" / "issue.json")


def test_an_edit_of_the_first_issue_is_known_once_it_has_been_read_unedited(
    shell: Shell, tmp_path: Path
) -> None:
    issue = tmp_path / "issue" / "issue.json"
    assert shell.magazine("render", "-o", "issue", "--format", "md").status == 0
    issue.write_text(
        issue.read_text(encoding="utf-8").replace("18,000 crore", "81,000 crore"), encoding="utf-8"
    )

    checked = shell.magazine("check", "-o", "issue", "--json")

    counts = json.loads(checked.out)["counts"]
    assert counts["edited_unsupported"] > 0
    assert counts["verbatim"] > 90


def test_a_first_issue_that_was_edited_before_is_vouched_for_by_nothing(shell: Shell, tmp_path: Path) -> None:
    issue = tmp_path / "issue" / "issue.json"
    issue.write_text(
        issue.read_text(encoding="utf-8").replace("18,000 crore", "81,000 crore"), encoding="utf-8"
    )

    checked = shell.magazine("check", "-o", "issue", "--json")

    counts = json.loads(checked.out)["counts"]
    assert (counts["verbatim"], counts["edited_unsupported"]) == (0, 101)


def test_first_issues_are_merged_and_left_as_they_are(shell: Shell, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "issue", tmp_path / "other")
    before = (tmp_path / "issue" / "issue.json").read_bytes()

    merged = shell.magazine("merge", "whole", "issue", "other", "--format", "md")

    assert merged.status == 0, merged.err
    verdicts = {one.verdict for story in IssueFolder(tmp_path / "whole").read_issue().stories
                for one in story.statements}  # fmt: skip
    assert verdicts == {Verdict.VERBATIM}
    assert (tmp_path / "issue" / "issue.json").read_bytes() == before


@pytest.mark.parametrize("edition", ["md", "html"])
def test_the_first_issue_is_rendered_from_its_files_alone(shell: Shell, tmp_path: Path, edition: str) -> None:
    shell.library.unlink()

    rendered = shell.magazine("render", "-o", "issue", "--format", edition)

    assert rendered.status == 0, rendered.err
    text = (tmp_path / "issue" / f"magazine.{edition}").read_text(encoding="utf-8")
    titles = [each.headline.text for section in IssueFolder(tmp_path / "issue").read_issue().sections
              for each in section.stories]  # fmt: skip
    assert len(titles) == 8
    assert all(title.split(":")[0].split()[0] in text for title in titles)


def test_the_first_selection_is_edited_again_by_todays_editor(shell: Shell, tmp_path: Path) -> None:
    edited = shell.magazine("summarise", "-o", "issue", "--questions", "0")

    assert edited.status == 0, edited.err
    issue = IssueFolder(tmp_path / "issue").read_issue()
    assert sum(len(section.stories) for section in issue.sections) == 8


def test_a_step_that_the_first_version_did_is_done_again_by_this_one(shell: Shell, tmp_path: Path) -> None:
    made = shell.magazine("make", "--period", "2026-03", "--questions", "0", "--format", "md", "-o", "issue")

    assert made.status == 0, made.err
    report = json.loads((tmp_path / "issue" / "report.json").read_bytes())
    assert {"select", "summarise", "render"} <= set(report["steps"])
    assert not list((tmp_path / "issue").glob("*.edited-*")), "a file that nobody edited was kept aside"
