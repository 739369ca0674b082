"""``magazine doctor``: what it says, and with what status it leaves."""

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from magazine.library import open_library
from magazine.library.feeds import FeedHealth
from tests.builders import a_taxonomy, some_articles
from tests.cli.ran import Ran, Shell
from tests.edit.model.faulty import Exchange, completion, serving

NAMES = [
    "python",
    "fonts",
    "page",
    "configuration",
    "library",
    "sources",
    "clock",
    "disk",
    "rights",
    "model",
]


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def check_of(ran: Ran, name: str) -> dict[str, Any]:
    """Return one check of a run, whose only fault it should be."""
    checks: list[dict[str, Any]] = json.loads(ran.out)["checks"]
    assert [check["name"] for check in checks if not check["ok"]] == [name]
    return next(check for check in checks if check["name"] == name)


def test_on_a_new_machine_all_is_well(shell: Shell) -> None:
    ran = shell.magazine("doctor", "--json")
    told = json.loads(ran.out)

    assert (ran.status, told["ok"]) == (0, True)
    assert [check["name"] for check in told["checks"]] == NAMES
    assert not shell.library.exists()


def test_quiet_examining_says_nothing_when_all_is_well(shell: Shell) -> None:
    ran = shell.magazine("doctor", "-q")

    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_a_damaged_library_is_found_and_left_as_it_is(shell: Shell) -> None:
    with open_library(shell.library, a_taxonomy()) as library:
        library.add(some_articles(200))
    content = bytearray(shell.library.read_bytes())
    content[40_000:60_000] = bytes(20_000)
    shell.library.write_bytes(content)
    ran = shell.magazine("doctor", "--json")
    checks = {check["name"]: check for check in json.loads(ran.out)["checks"]}

    assert ran.status == 3
    assert "damaged" in checks["library"]["found"]
    assert "backup" in checks["library"]["advice"]
    assert shell.library.read_bytes() == content


def test_a_configuration_that_cannot_be_read_is_a_check_of_its_own(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "magazine.toml").write_text('libary = "x"\n', encoding="utf-8")
    ran = shell.magazine("doctor", "--json", "--config", "magazine.toml")

    assert ran.status == 3
    assert check_of(ran, "configuration")["advice"] == "Did you mean library?"


def test_a_library_that_cannot_even_be_looked_for_is_a_check_of_its_own(shell: Shell, tmp_path: Path) -> None:
    ran = replace(shell, library=tmp_path / ("x" * 300)).magazine("doctor", "--json")
    checks = {check["name"]: check for check in json.loads(ran.out)["checks"]}

    assert ran.status == 3
    assert [name for name, check in checks.items() if not check["ok"]] == ["library", "sources"]
    assert "File name too long" in checks["library"]["found"]


def test_a_zone_that_there_is_not_is_a_check_of_its_own(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "magazine.toml").write_text('timezone = "Asia/Calcuta"\n', encoding="utf-8")
    ran = shell.magazine("doctor", "--json", "--config", "magazine.toml")

    assert "Asia/Calcuta" in check_of(ran, "configuration")["found"]


def test_a_source_that_fails_is_named(shell: Shell) -> None:
    url = "https://paper.example/feed"
    shell.magazine("sources", "add", url, "--name", "The Paper", "-q")
    with open_library(shell.library, a_taxonomy()) as library:
        library.feeds.record(FeedHealth(url=url, failures=3, trouble="It is gone.", asked_at="2026-03-09"))
    ran = shell.magazine("doctor")

    assert ran.status == 3
    assert "WRONG  sources" in ran.out
    assert 'magazine sources remove "The Paper"' in ran.out


def test_an_article_of_the_future_puts_the_clock_in_doubt(shell: Shell, tmp_path: Path) -> None:
    day = str(datetime.now(UTC).date() + timedelta(days=30))
    row = {"id": "r-1", "title": "Tomorrow", "body": "It rained. " * 20, "published": day}
    (tmp_path / "row.json").write_text(json.dumps(row), encoding="utf-8")
    shell.magazine("add", str(tmp_path / "row.json"), "-q")

    assert day in check_of(shell.magazine("doctor", "--json"), "clock")["found"]


def test_another_program_s_ledger_is_found(shell: Shell, tmp_path: Path) -> None:
    ledger = tmp_path / "home" / ".local" / "share" / "magazine" / "ledger.sqlite"
    ledger.parent.mkdir(parents=True)
    with sqlite3.connect(ledger) as other:
        other.execute("CREATE TABLE theirs (word)")
    other.close()
    ledger.chmod(0o600)

    assert "no ledger" in check_of(shell.magazine("doctor", "--json"), "ledger")["found"]


def test_a_model_is_asked_only_when_told_to_and_anew_each_time(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def repeat(exchange: Exchange) -> None:
        matter = json.loads(exchange.body["messages"][-1]["content"])
        exchange.send(200, completion(json.dumps({"word": matter["word"]}, ensure_ascii=False)))

    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    with serving(repeat) as server:
        config = f'[model]\nbase_url = "{server.url}"\nname = "m"\n'
        (tmp_path / "magazine.toml").write_text(config, encoding="utf-8")
        words = ("doctor", "--json", "--config", "magazine.toml")
        shell.magazine(*words)
        unasked = server.hits
        asked = [shell.magazine(*words, "--ask") for _ in range(2)]

    assert unasked == 0
    assert server.hits == 2
    checks = {check["name"]: check for check in json.loads(asked[1].out)["checks"]}
    assert checks["answer"]["ok"] is True
    assert "50 tokens" in checks["answer"]["found"]


def test_a_model_that_cannot_repeat_a_word_is_not_in_order(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    with serving(lambda exchange: exchange.send(200, completion('{"word": "hello"}'))) as server:
        config = f'[model]\nbase_url = "{server.url}"\nname = "m"\n'
        (tmp_path / "magazine.toml").write_text(config, encoding="utf-8")
        ran = shell.magazine("doctor", "--json", "--config", "magazine.toml", "--ask")
    checks = {check["name"]: check for check in json.loads(ran.out)["checks"]}

    assert ran.status == 3
    assert "Hindi word" in checks["answer"]["found"]
