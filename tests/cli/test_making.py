"""``magazine make`` and its three steps, on the bundled examples."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from magazine.artefacts import IssueFolder
from tests.cli.ran import Shell
from tests.edit.model.faulty import serving

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
WEEK = ("--period", "2026-03-09..2026-03-15")
FEW = (*WEEK, "--max-stories", "4")


@pytest.fixture
def stocked(shell: Shell) -> Shell:
    """A shell whose library holds the examples."""
    assert shell.magazine("add", str(EXAMPLES), "-q").status == 0
    return shell


def files(folder: Path) -> dict[str, bytes]:
    """Return the files of an issue's folder but the report, which holds the seconds."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "report.json"}


def test_make_prints_the_path_of_the_magazine_and_talks_on_stderr(stocked: Shell) -> None:
    ran = stocked.magazine("make", *FEW, "-o", "out")

    assert (ran.status, ran.out) == (0, "out/magazine.pdf\n")
    assert "select: 4 stories" in ran.err
    assert "render: " in ran.err
    assert sorted(files(Path("out"))) == ["issue.json", "magazine.pdf", "selection.json"]
    assert Path("out/report.json").is_file()


def test_quiet_making_says_nothing_at_all(stocked: Shell) -> None:
    ran = stocked.magazine("make", *FEW, "-o", "out", "-q")

    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert Path("out/magazine.pdf").is_file()


def test_without_an_output_the_folder_is_called_after_the_period(stocked: Shell) -> None:
    ran = stocked.magazine("make", *FEW)

    assert ran.out == "magazine-2026-03-09-to-2026-03-15/magazine.pdf\n"


def test_the_same_again_is_not_done_again_and_another_folder_gets_the_same_bytes(stocked: Shell) -> None:
    stocked.magazine("make", *FEW, "-o", "one")
    again = stocked.magazine("make", *FEW, "-o", "one")
    stocked.magazine("make", *FEW, "-o", "two")

    assert again.err.count("nothing has changed") == 3
    assert files(Path("one")) == files(Path("two"))


def test_the_three_steps_make_what_make_makes(stocked: Shell) -> None:
    stocked.magazine("make", *FEW, "-o", "whole")
    steps = [
        stocked.magazine("select", *FEW, "-o", "steps"),
        stocked.magazine("summarise", "-o", "steps"),
        stocked.magazine("render", "-o", "steps"),
    ]

    assert [ran.out for ran in steps] == [
        "steps/selection.json\n",
        "steps/issue.json\n",
        "steps/magazine.pdf\n",
    ]
    assert files(Path("steps")) == files(Path("whole"))


def test_select_as_json_without_a_folder_writes_nothing(stocked: Shell, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    selection = json.loads(stocked.magazine("select", *FEW, "--json", "-q").out)

    assert len(selection["stories"]) == 4
    assert selection["rule"]["period"] == {"first": "2026-03-09", "last": "2026-03-15"}
    assert sorted(tmp_path.iterdir()) == before


def test_every_article_of_the_period_is_printed_or_left_out_or_counted(stocked: Shell) -> None:
    selection = json.loads(stocked.magazine("select", *FEW, "--topic", "economy-all", "--json", "-q").out)

    shown = [article["id"] for story in selection["stories"] for article in story["articles"]]
    left = [one["article"]["id"] for one in selection["left_out"]]
    counts = selection["counts"]
    assert len(set(shown + left)) == len(shown + left) == counts["matched"]
    assert counts["matched"] + counts["not_matched"] == counts["in_period"]
    assert all("2026-03-09" <= one["article"]["published"] <= "2026-03-15" for one in selection["left_out"])


def test_a_hindi_issue_holds_hindi_stories_and_lists_the_others_as_left_out(stocked: Shell) -> None:
    stocked.magazine("make", *WEEK, "--language", "hi", "-o", "hindi")

    issue = IssueFolder(Path("hindi")).read_issue()
    selection = IssueFolder(Path("hindi")).read_selection()
    assert {story.language for story in issue.stories} == {"hi"}
    assert {left.reason for left in selection.left_out} == {"language"}
    assert issue.masthead.title == "सप्ताह की समीक्षा"


def test_a_topic_in_hindi_selects_what_its_english_name_does(stocked: Shell) -> None:
    hindi = stocked.magazine("select", *WEEK, "--topic", "सुरक्षा एवं रक्षा", "--json", "-q").out

    assert hindi == stocked.magazine("select", *WEEK, "--topic", "security-all", "--json", "-q").out
    assert json.loads(hindi)["stories"]


def test_a_page_budget_holds(stocked: Shell) -> None:
    stocked.magazine("make", *WEEK, "--max-pages", "11", "-o", "short")

    report = IssueFolder(Path("short")).read_report()
    assert 0 < report.steps["render"].counts["pages"] <= 11
    assert report.steps["select"].counts["left_out_page_budget"] > 0


def test_the_title_is_the_users_when_one_is_given(stocked: Shell) -> None:
    stocked.magazine("make", *FEW, "--title", "My <Weekly> & Co", "-o", "out")

    assert IssueFolder(Path("out")).read_issue().masthead.title == "My <Weekly> & Co"


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("make", "--topic", "econmy", *WEEK), 2, "economy"),
        (("make", "--period", "someday"), 2, "2026-W12"),
        (("make", "--from", "2026-03-09", "--to", "2026-03-01"), 2, "Exchange the two days"),
        (("make", "--engine", "model", *WEEK), 2, "--engine extractive"),
        (("make", "--period", "1999-01"), 66, "No saved article"),
        (("make", "--topic", "sports", "--query", "nosuchword", *WEEK), 66, "No saved article"),
        (("make", *FEW, "-o", "taken/by/a/file"), 73, "taken"),
        (("summarise", "-o", "nowhere"), 65, "magazine select"),
        (("render", "-o", "nowhere"), 65, "magazine summarise"),
        (("make", "--config", "missing.toml"), 2, "missing.toml"),
        (("make", *WEEK, "--questions", "-1"), 2, "--questions is -1. Give a number from 0."),
        (("make", *WEEK, "--min-stories", "-1"), 2, "--min-stories is -1"),
        (("make", *WEEK, "--max-calls", "-1"), 2, "--max-calls is -1"),
        (("make", *WEEK, "--max-cost", "nan"), 2, "--max-cost is nan"),
        (("library", "list", "--limit", "0"), 2, "--limit is 0. Give a number from 1."),
        (("select", *WEEK, "--json", "--min-stories", "99"), 66, "99 are wanted"),
        (("plan", *WEEK, "--min-stories", "99"), 66, "99 are wanted"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_done_is_said_in_a_sentence_with_its_status(
    stocked: Shell, words: tuple[str, ...], status: int, says: str
) -> None:
    Path("taken").write_text("a file", encoding="utf-8")
    ran = stocked.magazine(*words)

    assert ran.status == status
    assert says in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""


def test_unknown_options_are_wrong_usage(stocked: Shell) -> None:
    assert stocked.magazine("make", "--pages", "9").status == 2


def test_an_unsupported_edit_is_warned_of_and_stays_off_the_front_pages(stocked: Shell) -> None:
    stocked.magazine("make", *FEW, "-o", "out")
    path = Path("out/issue.json")
    issue = json.loads(path.read_text(encoding="utf-8"))
    for section in issue["sections"]:
        for story in section["stories"]:
            story["headline"]["text"] = "Record 9,999 crore patients cured"
    path.write_text(json.dumps(issue), encoding="utf-8")
    ran = stocked.magazine("render", "-o", "out")
    text = subprocess.run(
        ["pdftotext", "-raw", "out/magazine.pdf", "-"], check=True, capture_output=True, text=True
    )

    assert "4 edited statements are not supported" in ran.err
    assert text.stdout.count("9,999") == text.stdout.count("edited, not supported\n") == 4


def test_a_selection_edited_by_hand_is_what_is_printed(stocked: Shell) -> None:
    stocked.magazine("select", *FEW, "-o", "out")
    path = Path("out/selection.json")
    selection = json.loads(path.read_text(encoding="utf-8"))
    dropped = selection["stories"].pop()
    path.write_text(json.dumps(selection), encoding="utf-8")

    stocked.magazine("make", *FEW, "-o", "out")

    stories = IssueFolder(Path("out")).read_issue().stories
    assert len(stories) == 3
    assert dropped["id"] not in {story.id for story in stories}


def test_a_broken_issue_is_refused_with_the_place(stocked: Shell) -> None:
    stocked.magazine("make", *FEW, "-o", "out")
    path = Path("out/issue.json")
    issue = json.loads(path.read_text(encoding="utf-8"))
    issue["sections"][0]["stories"][0]["headline"] = "just a text"
    path.write_text(json.dumps(issue), encoding="utf-8")
    ran = stocked.magazine("render", "-o", "out")

    assert ran.status == 65
    assert "sections.0.stories.0.headline" in ran.err


def test_the_configuration_sets_title_library_and_own_topics(stocked: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "magazine.toml").write_text('title = "Our Weekly"\n', encoding="utf-8")
    (folder / "topics.yaml").write_text(
        "topics:\n  - id: tigers\n    name: Tigers\n    name_hi: बाघ\n    keywords: [elephant]\n",
        encoding="utf-8",
    )
    ran = stocked.magazine(
        "make",
        "--topic",
        "tigers",
        "--period",
        "2026-03",
        "--config",
        str(folder / "magazine.toml"),
        "-o",
        "out",
    )

    issue = IssueFolder(Path("out")).read_issue()
    assert ran.status == 0
    assert issue.masthead.title == "Our Weekly"
    assert {story.topic for story in issue.stories} == {"tigers"}


def test_talk_can_be_one_json_object_a_line(stocked: Shell) -> None:
    ran = stocked.magazine("make", *FEW, "-o", "out", "--log-format", "json")

    lines = [json.loads(line) for line in ran.err.splitlines()]
    ended = [line["step"] for line in lines if line["event"] == "step-finished"]
    assert ended == ["select", "summarise", "render"]


def test_the_demo_needs_no_library_of_the_user(shell: Shell) -> None:
    ran = shell.magazine("demo", "-o", "demo")

    assert (ran.status, ran.out) == (0, "demo/magazine.pdf\n")
    assert IssueFolder(Path("demo")).read_report().steps["render"].counts["pages"] >= 20
    assert not shell.library.exists()


def test_the_demo_spends_nothing_of_a_key_that_lies_ready(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    with serving(lambda it: it.send(503, b"{}")) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        free = shell.magazine("demo", "-o", "free", "--format", "md", "-q")
        unasked = server.hits
        asked = shell.magazine(
            "demo", "-o", "asked", "--format", "md", "--model", "m", "--max-calls", "1", "-q"
        )

    assert (free.status, free.err, unasked) == (0, "", 0)
    assert asked.status == 0
    assert server.hits == 1


def test_a_step_that_fails_at_a_terminal_gives_the_cursor_back_before_it_says_why(stocked: Shell) -> None:
    words = ["-m", "magazine", "make", "--period", "1999-01", "--library", str(stocked.library)]
    environment = {"PATH": "/usr/bin:/bin", "HOME": os.environ["HOME"], "TERM": "xterm"}
    with pexpect.spawn(sys.executable, words, env=environment, encoding="utf-8", timeout=120) as terminal:
        terminal.expect(pexpect.EOF)
        shown = terminal.before
        terminal.wait()

    assert terminal.exitstatus == 66
    assert shown.index("\x1b[?25l") < shown.index("\x1b[?25h") < shown.index("magazine: No saved article")


def test_making_works_from_cron_with_an_empty_environment(stocked: Shell, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "magazine", "make", *FEW, "-q", "-o", str(tmp_path / "cron")]
    ran = subprocess.run(
        [*command, "--library", str(stocked.library)], env={}, cwd="/", capture_output=True, check=False
    )

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
    assert (tmp_path / "cron" / "magazine.pdf").is_file()
