"""``magazine merge``: folders of weeklies to the folder of a monthly."""

import json
from pathlib import Path

import pytest

from magazine.artefacts import IssueFolder
from tests.cli.ran import Shell
from tests.core.weeklies import BLAST, RISEN, blast, satellite

QUICK = ("--format", "md", "-q")


@pytest.fixture
def weeks(shell: Shell, tmp_path: Path) -> Shell:
    """A shell with the folders of two weeks, of which the second tells the first's event on."""
    articles = [blast(), satellite(), blast("blast-2", RISEN, "2026-03-09")]
    rows = [
        {
            "id": each.id,
            "title": each.title,
            "body": each.body,
            "url": each.url,
            "published": each.published,
            "source": each.source,
        }
        for each in articles
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    shell.magazine("add", str(tmp_path / "rows.jsonl"), "-q")
    for week in ("W10", "W11"):
        assert shell.magazine("make", "--period", f"2026-{week}", "-o", week, *QUICK).status == 0
    return shell


def merged(shell: Shell, *words: str) -> IssueFolder:
    assert shell.magazine("merge", "whole", "W10", "W11", *QUICK, *words).status == 0
    return IssueFolder(Path("whole"))


def test_two_weeks_become_one_magazine_without_touching_theirs(weeks: Shell) -> None:
    before = {path: path.read_bytes() for week in ("W10", "W11") for path in Path(week).iterdir()}
    ran = weeks.magazine("merge", "whole", "W10", "W11", "--format", "md")

    assert (ran.status, ran.out) == (0, "whole/magazine.md\n")
    assert "merge: " in ran.err
    assert before == {path: path.read_bytes() for path in before}


def test_the_library_tells_which_stories_are_one_event(weeks: Shell) -> None:
    issue = merged(weeks).read_issue()
    report = merged(weeks).read_report().steps["merge"]

    assert len(issue.stories) == 2
    assert report.counts["stories_joined"] == 1
    assert any("updated: 15 (2026-03-09), earlier 12 (2026-03-07)" in note for note in report.notes)


def test_without_a_library_only_shared_articles_make_stories_one(weeks: Shell) -> None:
    weeks.library.unlink()

    assert len(merged(weeks).read_issue().stories) == 3


def test_check_proves_every_statement_of_the_whole(weeks: Shell) -> None:
    merged(weeks)
    ran = weeks.magazine("check", "-o", "whole", "--strict")

    assert (ran.status, ran.out) == (0, "")


def test_merging_again_changes_no_byte_and_another_order_neither(weeks: Shell) -> None:
    folder = merged(weeks)
    first = {name: (folder.path / name).read_bytes() for name in ("issue.json", "magazine.md", "report.json")}
    merged(weeks)
    again = {name: (folder.path / name).read_bytes() for name in first}
    weeks.magazine("merge", "other", "W11", "W10", *QUICK)

    assert again == first
    assert Path("other/issue.json").read_bytes() == first["issue.json"]


def test_the_cover_says_the_whole_span_under_the_title_that_was_given(weeks: Shell) -> None:
    masthead = merged(weeks, "--title", "Our March").read_issue().masthead

    assert masthead.title == "Our March"
    assert (str(masthead.period.first), str(masthead.period.last)) == ("2026-03-02", "2026-03-15")


def test_a_title_that_the_weeks_have_in_common_stays(weeks: Shell) -> None:
    for week in ("W10", "W11"):
        weeks.magazine("make", "--period", f"2026-{week}", "-o", week, "--title", "Ganga Weekly", *QUICK)

    assert merged(weeks).read_issue().masthead.title == "Ganga Weekly"


def test_pictures_come_along_and_two_of_one_name_stay_two(weeks: Shell) -> None:
    for week, content in (("W10", b"one"), ("W11", b"other")):
        path = Path(week) / "issue.json"
        issue = json.loads(path.read_text(encoding="utf-8"))
        issue["sections"][0]["stories"][0]["picture"] = {"file": "photo.png", "alt": "A unit", "credit": ""}
        path.write_text(json.dumps(issue), encoding="utf-8")
        (Path(week) / "photo.png").write_bytes(content)
    weeks.library.unlink()
    pictures = [story.picture for story in merged(weeks).read_issue().stories if story.picture]

    assert sorted(Path("whole", picture.file).read_bytes() for picture in pictures) == [b"one", b"other"]


def test_a_picture_that_was_exchanged_comes_along_the_next_time(weeks: Shell) -> None:
    path = Path("W10/issue.json")
    issue = json.loads(path.read_text(encoding="utf-8"))
    issue["sections"][0]["stories"][0]["picture"] = {"file": "photo.png", "alt": "A unit", "credit": ""}
    path.write_text(json.dumps(issue), encoding="utf-8")
    for content in (b"first", b"second"):
        Path("W10/photo.png").write_bytes(content)
        merged(weeks)

        assert Path("whole/photo.png").read_bytes() == content


def test_a_picture_from_outside_the_folder_is_refused(weeks: Shell) -> None:
    path = Path("W10/issue.json")
    issue = json.loads(path.read_text(encoding="utf-8"))
    issue["sections"][0]["stories"][0]["picture"] = {"file": "../secret.txt", "alt": "", "credit": ""}
    path.write_text(json.dumps(issue), encoding="utf-8")
    Path("secret.txt").write_text("mine", encoding="utf-8")
    ran = weeks.magazine("merge", "whole", "W10", "W11", *QUICK)

    assert ran.status == 65
    assert not Path("whole").exists()


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("W10",), 2, "two folders"),
        (("W10", "nowhere"), 65, "nowhere/issue.json"),
        (("W10", "whole"), 73, "one of the folders"),
    ],
    ids=["one alone", "a missing one", "itself"],
)
def test_what_cannot_be_merged_is_said_in_a_sentence(
    weeks: Shell, words: tuple[str, ...], status: int, says: str
) -> None:
    ran = weeks.magazine("merge", "whole", *words)

    assert ran.status == status
    assert says in ran.err
    assert not Path("whole").exists()


def test_a_merged_issue_is_journalled(weeks: Shell) -> None:
    merged(weeks)
    issues = json.loads(weeks.magazine("status", "--json").out)["issues"]

    assert [Path(entry["folder"]).name for entry in issues] == ["W10", "W11", "whole"]


def test_the_text_of_the_whole_names_every_source(weeks: Shell) -> None:
    merged(weeks)
    text = Path("whole/magazine.md").read_text(encoding="utf-8")

    assert text.count("https://news.example/blast-1") >= 1
    assert text.count("https://news.example/blast-2") >= 1
    assert BLAST.split(".")[0] in text
