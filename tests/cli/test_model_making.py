"""The command line with a model behind it: a real server on loopback, from articles to pages."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from magazine.artefacts import IssueFolder
from tests.cli.ran import Shell
from tests.edit.model.faulty import Exchange, Fault, FaultyServer, completion, error
from tests.edit.writing import a_copy

KEY = "sk-canary-5f1e77"
WEEK = ("--period", "2026-03-09..2026-03-15", "--max-stories", "4", "--questions", "0")


def a_teacher(exchange: Exchange) -> None:
    """Answer a story's request from its own sentences, under a headline of its own."""
    messages = [message["content"] for message in exchange.body["messages"]]
    answer = json.loads(completion(json.dumps(a_copy(json.loads(messages[-1])), ensure_ascii=False)))
    answer["usage"]["prompt_tokens"] = sum(map(len, messages)) // 4
    exchange.send(200, json.dumps(answer).encode())


def a_refusal(exchange: Exchange) -> None:
    exchange.send(401, error("invalid_api_key", f"Incorrect API key provided: {KEY}"))


def an_empty_account(exchange: Exchange) -> None:
    exchange.send(429, error("insufficient_quota", "You exceeded your current quota"))


def a_failure(exchange: Exchange) -> None:
    exchange.send(500, b"<html>busy</html>", {"content-type": "text/html"})


@contextmanager
def serving(fault: Fault) -> Iterator[FaultyServer]:
    from threading import Thread  # noqa: PLC0415

    with FaultyServer(fault) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            server.shutdown()
            thread.join()


@pytest.fixture
def filled(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell whose library holds the examples, with a key in its environment."""
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    examples = Path(__file__).parents[2] / "examples" / "articles"
    assert shell.magazine("add", str(examples)).status == 0
    return shell


def asked(server: FaultyServer, *words: str) -> tuple[str, ...]:
    return (*words, "--base-url", server.url, "--model", "teacher")


def written(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "issue.json").read_text(encoding="utf-8"))
    return found


def test_a_model_tells_the_stories_once_and_the_page_names_it(filled: Shell) -> None:
    with serving(a_teacher) as server:
        first = filled.magazine(*asked(server, "make", *WEEK, "-o", "out"))
        again = filled.magazine(*asked(server, "make", *WEEK, "-o", "again"))

    assert (first.status, again.status) == (0, 0)
    assert server.hits == 4
    for name in ("selection.json", "issue.json", "magazine.pdf"):
        assert Path("out", name).read_bytes() == Path("again", name).read_bytes()
    stories = [story for section in written(Path("out"))["sections"] for story in section["stories"]]
    assert {story["editor"] for story in stories} == {"teacher"}
    text = subprocess.run(["pdftotext", "out/magazine.pdf", "-"], capture_output=True, text=True, check=True)
    assert "teacher" in text.stdout
    counts = IssueFolder(Path("out")).read_report().steps["summarise"].counts
    assert (counts["model_calls"], counts["stories_by_model"]) == (4, 4)


def test_the_plan_is_what_is_then_asked(filled: Shell) -> None:
    with serving(a_teacher) as server:
        planned = json.loads(filled.magazine(*asked(server, "plan", *WEEK, "--json")).out)
        assert server.hits == 0
        filled.magazine("select", *WEEK[:4], "-o", "out")
        filled.magazine(*asked(server, "summarise", "--questions", "0", "-o", "out"))

    assert planned["calls"] == server.hits == 4
    assert planned["cost"] == 0


def test_a_budget_of_calls_holds_and_the_rest_is_extractive(filled: Shell) -> None:
    with serving(a_teacher) as server:
        filled.magazine("select", *WEEK[:4], "-o", "out")
        ran = filled.magazine(*asked(server, "summarise", "--max-calls", "3", "-o", "out"))

    assert ran.status == 0
    assert server.hits == 3
    stories = [story for section in written(Path("out"))["sections"] for story in section["stories"]]
    assert sorted(story["editor"] for story in stories) == ["extractive", "teacher", "teacher", "teacher"]
    assert "the budget is spent" in ran.err


def test_the_next_run_asks_only_for_what_was_left_undone(filled: Shell) -> None:
    with serving(a_teacher) as server:
        filled.magazine("select", *WEEK[:4], "-o", "out")
        filled.magazine(*asked(server, "summarise", "--max-calls", "3", "-o", "out"))
        filled.magazine(*asked(server, "summarise", "-o", "out"))

    assert server.hits == 4
    stories = [story for section in written(Path("out"))["sections"] for story in section["stories"]]
    assert {story["editor"] for story in stories} == {"teacher"}


@pytest.mark.parametrize("fault", [a_refusal, an_empty_account])
def test_a_refused_key_ends_the_run_at_once_and_is_never_shown(filled: Shell, fault: Fault) -> None:
    with serving(fault) as server:
        ran = filled.magazine(*asked(server, "make", *WEEK, "-o", "out"))

    assert ran.status == 77
    assert server.hits <= 8
    assert KEY not in ran.err + ran.out
    kept = [path for path in Path.cwd().rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    assert kept == []


def test_a_server_that_fails_costs_no_story(filled: Shell) -> None:
    config = Path("magazine.toml")
    config.write_text("[model]\ndeadline = 3\n", encoding="utf-8")
    with serving(a_failure) as server:
        filled.magazine("select", *WEEK[:4], "-o", "out")
        ran = filled.magazine(*asked(server, "summarise", "-o", "out", "--config", str(config)))

    assert ran.status == 0
    assert server.hits <= 4 * 4
    stories = [story for section in written(Path("out"))["sections"] for story in section["stories"]]
    assert [story["editor"] for story in stories] == ["extractive"] * 4
    assert "the server failed" in ran.err


def test_a_model_that_must_be_asked_and_is_not_there_is_told(filled: Shell) -> None:
    ran = filled.magazine(
        "make", *WEEK, "-o", "out", "--engine", "model", "--base-url", "http://127.0.0.1:9/v1", "--model", "m"
    )

    assert ran.status == 69
    assert not Path("out/issue.json").exists()
    assert "does not answer" in ran.err


def test_engine_auto_without_a_key_asks_nobody(filled: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")

    ran = filled.magazine("plan", *WEEK)

    assert "none is asked" in ran.out
