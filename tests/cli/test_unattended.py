"""What a run says when nobody watches, and what it leaves alone when there is too little to print."""

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.ran import Shell
from tests.edit.model.faulty import completion, serving

DAY = ("--period", "2026-03-09", "--format", "md")


@pytest.fixture
def stocked(shell: Shell, tmp_path: Path) -> Shell:
    """A shell whose library holds one article of 9 March."""
    row = {"id": "r-1", "title": "Cabinet approves a scheme", "published": "2026-03-09", "source": "PIB"}
    row["body"] = "The Union Cabinet approved a scheme of ₹2,700 crore for green hydrogen on Monday."
    (tmp_path / "row.json").write_text(json.dumps(row), encoding="utf-8")
    assert shell.magazine("add", str(tmp_path / "row.json"), "-q").status == 0
    return shell


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_notes_are_said_but_not_to_the_quiet_and_stand_in_the_report(stocked: Shell) -> None:
    loud = stocked.magazine("make", *DAY, "-o", "loud")
    quiet = stocked.magazine("make", *DAY, "-o", "quiet", "-q")

    assert "of 20 questions" in loud.err
    assert (quiet.status, quiet.out, quiet.err) == (0, "", "")
    assert "of 20 questions" in Path("quiet/report.json").read_text(encoding="utf-8")


def test_a_model_that_fails_is_said_to_the_quiet_too(stocked: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    with serving(lambda exchange: exchange.send(503, b"{}")) as server:
        model = ("--base-url", server.url, "--model", "m", "--max-calls", "1")
        ran = stocked.magazine("make", *DAY, "-o", "out", "-q", *model)

    assert ran.status == 0
    assert ran.err == "summarise: something was left undone; the same command goes on with it.\n"


def test_a_refusal_of_the_model_is_no_more_than_a_note(
    stocked: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    with serving(lambda exchange: exchange.send(200, completion(None, refusal="no"))) as server:
        model = ("--base-url", server.url, "--model", "m")
        ran = stocked.magazine("make", *DAY, "-o", "out", "-q", *model)

    assert (ran.status, ran.err) == (0, "")


def test_json_lines_have_time_level_event_message_and_run(stocked: Shell) -> None:
    ran = stocked.magazine("make", *DAY, "-o", "out", "--log-format", "json", "-v")
    lines = [json.loads(line) for line in ran.err.splitlines()]

    assert all(list(line)[:5] == ["ts", "level", "event", "message", "run"] for line in lines)
    assert all(datetime.fromisoformat(line["ts"]).utcoffset() is not None for line in lines)
    assert {line["run"] for line in lines} == {str(os.getpid())}
    assert {"detail", "info", "note"} <= {line["level"] for line in lines}
    assert {"step-started", "step-finished", "said"} == {line["event"] for line in lines}


def test_a_failure_is_a_json_line_with_its_kind_and_status(shell: Shell) -> None:
    ran = shell.magazine("make", *DAY, "-o", "out", "--log-format", "json")
    [line] = [json.loads(line) for line in ran.err.splitlines()]

    assert ran.status == line["status"] == 65
    assert (line["level"], line["event"], line["kind"]) == ("error", "failed", "UnreadableError")


@pytest.mark.parametrize(
    "wanting",
    [("--period", "1999-01"), (*DAY[:2], "--min-stories", "2"), (*DAY[:2], "--query", "elephant")],
    ids=["no article of the days", "fewer than wanted", "no match"],
)
@pytest.mark.parametrize("command", ["make", "select"])
def test_too_little_to_print_leaves_the_last_magazine_as_it_was(
    stocked: Shell, command: str, wanting: tuple[str, ...]
) -> None:
    stocked.magazine("make", *DAY, "-o", "out", "-q")
    before = bytes_in(Path("out"))
    ran = stocked.magazine(command, *wanting, "-o", "out", "-q")

    assert ran.status == 66
    assert bytes_in(Path("out")) == before


def test_enough_stories_are_printed(stocked: Shell) -> None:
    assert stocked.magazine("make", *DAY, "--min-stories", "1", "-o", "out", "-q").status == 0


def test_a_page_budget_is_no_want_of_news(stocked: Shell, tmp_path: Path) -> None:
    rows = [
        {"id": f"x-{number}", "title": f"Report {number}", "published": "2026-03-09", "source": "PIB",
         "body": f"The {number}th report of the council names {number} rivers. " * 40}
        for number in range(1, 9)
    ]  # fmt: skip
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    stocked.magazine("add", str(tmp_path / "rows.jsonl"), "-q")
    budget = ("--max-pages", "5", "--questions", "0", "--min-stories", "2")
    ran = stocked.magazine("make", "--period", "2026-03-09", *budget, "-o", "out", "-q")

    assert ran.status == 0
    assert Path("out/magazine.pdf").is_file()
