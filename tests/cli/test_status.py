"""``magazine status``: what was made, what fails, what it cost."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from magazine.edit.model.asking import Usage
from magazine.edit.model.chat import Mode
from magazine.edit.model.ledger import Attempt, Outcome, open_ledger
from magazine.library import open_library
from magazine.library.feeds import FeedHealth
from magazine.server import Server
from tests.builders import a_taxonomy
from tests.cli.ran import Shell

MAKE = ("make", "--period", "2026-03-09", "--format", "md", "--questions", "0", "-q")


@pytest.fixture
def stocked(shell: Shell, tmp_path: Path) -> Shell:
    """A shell whose library holds one article of 9 March."""
    row = {"id": "r-1", "title": "Cabinet approves a scheme", "published": "2026-03-09", "source": "PIB"}
    row["body"] = "The Union Cabinet approved a scheme of ₹2,700 crore for green hydrogen on Monday."
    (tmp_path / "row.json").write_text(json.dumps(row), encoding="utf-8")
    shell.magazine("add", str(tmp_path / "row.json"), "-q")
    return shell


def test_an_issue_that_was_made_is_listed_with_its_days(stocked: Shell) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    stocked.magazine(*MAKE, "-o", "out")
    status = json.loads(stocked.magazine("status", "--json").out)
    [entry] = status["issues"]

    assert status["is_well"] is True
    assert entry["folder"] == str(Path("out").resolve())
    assert entry["failed"] is None
    assert (entry["made"]["first"], entry["made"]["stories"]) == ("2026-03-09", 1)
    assert entry["made"]["editions"] == ["magazine.md"]
    assert datetime.fromisoformat(entry["made"]["at"]) >= before


def test_a_failure_is_told_beside_the_last_success_and_gone_after_the_next(stocked: Shell) -> None:
    stocked.magazine(*MAKE, "-o", "out")
    stocked.magazine(*MAKE, "-o", "out", "--min-stories", "2")
    failed = json.loads(stocked.magazine("status", "--json").out)
    shown = stocked.magazine("status").out
    stocked.magazine(*MAKE, "-o", "out")

    assert failed["is_well"] is False
    assert failed["issues"][0]["made"]["stories"] == 1
    assert failed["issues"][0]["failed"]["kind"] == "NothingToPrintError"
    assert "failed" in shown
    assert json.loads(stocked.magazine("status", "--json").out)["issues"][0]["failed"] is None


def test_an_issue_that_was_set_step_by_step_counts_as_made_and_its_failure_is_gone(stocked: Shell) -> None:
    stocked.magazine("select", "--period", "1999-01", "-o", "out", "-q")
    failed = json.loads(stocked.magazine("status", "--json").out)
    stocked.magazine("select", "--period", "2026-03-09", "-o", "out", "-q")
    stocked.magazine("summarise", "-o", "out", "--questions", "0", "-q")
    stocked.magazine("render", "-o", "out", "--format", "md", "-q")
    made = json.loads(stocked.magazine("status", "--json").out)

    assert failed["is_well"] is False
    assert made["is_well"] is True
    assert made["issues"][0]["made"]["editions"] == ["magazine.md"]
    assert (made["issues"][0]["made"]["first"], made["issues"][0]["made"]["stories"]) == ("2026-03-09", 1)


def test_failing_sources_that_are_on_are_named_the_longest_failing_first(stocked: Shell) -> None:
    for name, failures in (("one", 1), ("other", 5), ("well", 0)):
        url = f"https://{name}.example/feed"
        stocked.magazine("sources", "add", url, "--name", name, "-q")
        with open_library(stocked.library, a_taxonomy()) as library:
            trouble = "It does not answer." if failures else ""
            at = "2026-03-09T00:00:00+00:00"
            library.feeds.record(FeedHealth(url=url, failures=failures, trouble=trouble, asked_at=at))
    status = json.loads(stocked.magazine("status", "--json").out)

    assert status["sources_on"] == 3
    assert [(each["name"], each["failures"]) for each in status["failing"]] == [("other", 5), ("one", 1)]
    assert "other: It does not answer. (5 in a row, last read: never)" in stocked.magazine("status").out


def test_costs_are_summed_by_month(stocked: Shell, tmp_path: Path) -> None:
    ledger = tmp_path / "home" / ".local" / "share" / "magazine" / "ledger.sqlite"
    server = Server(base_url="https://api.example/v1", name="m")
    with open_ledger(ledger) as book:
        for month, cost in ((3, 0.25), (3, 0.5), (4, None)):
            attempt = Attempt(
                request=str(cost), purpose="story", subject="s", mode=Mode.SCHEMA, outcome=Outcome.ANSWERED,
                usage=Usage(), cost=cost, seconds=1.0, answer="{}",
            )  # fmt: skip
            book.record(attempt, server, datetime(2026, month, 9, tzinfo=UTC))
    status = json.loads(stocked.magazine("status", "--json").out)

    assert status["costs"] == [
        {"month": "2026-03", "calls": 2, "cost": 0.75, "calls_of_unknown_cost": 0},
        {"month": "2026-04", "calls": 1, "cost": 0.0, "calls_of_unknown_cost": 1},
    ]
    assert "2026-04  1 calls, $0.00, and 1 calls of unknown price" in stocked.magazine("status").out


def test_on_a_new_machine_there_is_nothing_to_tell_and_nothing_is_made(shell: Shell, tmp_path: Path) -> None:
    ran = shell.magazine("status")

    assert ran.status == 0
    assert "none was made yet" in ran.out
    assert not shell.library.exists()
    assert not list((tmp_path / "home").rglob("*.sqlite"))


def test_a_journal_that_was_spoilt_costs_only_what_it_told(stocked: Shell, tmp_path: Path) -> None:
    stocked.magazine(*MAKE, "-o", "out")
    [page] = (tmp_path / "home").rglob("issues/*.json")
    page.write_text("{", encoding="utf-8")

    assert json.loads(stocked.magazine("status", "--json").out)["issues"] == []
    assert stocked.magazine(*MAKE, "-o", "out").status == 0
    assert len(json.loads(stocked.magazine("status", "--json").out)["issues"]) == 1
