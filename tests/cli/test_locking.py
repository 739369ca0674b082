"""Runs that meet: one works, the others leave or wait."""

import json
import os
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import pytest

from tests.cli.ran import Shell
from tests.edit.model.faulty import Exchange, completion, serving
from tests.running.holder import held

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
STARTS = 20


def locks_of(shell: Shell) -> Path:
    return shell.library.parent / "home" / ".local" / "state" / "magazine" / "locks"


@pytest.fixture
def one_article(shell: Shell) -> Shell:
    """A shell whose library holds one dated article."""
    article = shell.library.parent / "release.json"
    row = {"id": "r-1", "title": "Cabinet approves a scheme", "published": "2026-03-09", "source": "PIB"}
    row["body"] = "The Union Cabinet approved a scheme of ₹2,700 crore for green hydrogen on Monday. " * 2
    article.write_text(json.dumps(row), encoding="utf-8")
    assert shell.magazine("add", str(article), "-q").status == 0
    return shell


MAKE = ("make", "--period", "2026-03-09", "--format", "md", "--questions", "0")


@pytest.mark.parametrize(
    "command",
    [
        ("add", str(EXAMPLES), "--wait-lock", "0"),
        ("fetch", "--wait-lock", "0"),
        (*MAKE, "-o", "out"),
        ("select", "--period", "2026-03-09", "-o", "out"),
        ("summarise", "-o", "out"),
        ("library", "remove", "r-1", "--wait-lock", "0"),
        ("library", "vacuum", "--wait-lock", "0"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_who_writes_leaves_with_75_while_another_run_has_the_library(
    one_article: Shell, command: tuple[str, ...]
) -> None:
    with held(one_article.library, locks_of(one_article)) as other:
        ran = one_article.magazine(*command)

    assert ran.status == 75
    assert f"process {other.pid}" in ran.err
    assert "--wait-lock" in ran.err
    assert not Path("out").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("library", "list"),
        ("library", "stats"),
        ("library", "search", "hydrogen"),
        ("select", "--period", "2026-03-09", "--json"),
        ("plan", "--period", "2026-03-09"),
        ("status",),
    ],
    ids=" ".join,
)
def test_who_only_reads_does_so_meanwhile(one_article: Shell, command: tuple[str, ...]) -> None:
    with held(one_article.library, locks_of(one_article)):
        assert one_article.magazine(*command).status == 0


@pytest.mark.parametrize("step", ["summarise", "render"])
def test_a_step_leaves_with_75_while_another_run_has_its_folder(one_article: Shell, step: str) -> None:
    assert one_article.magazine(*MAKE, "-o", "out").status == 0
    with held(Path("out"), locks_of(one_article)):
        assert one_article.magazine(step, "-o", "out").status == 75


def test_a_later_run_waits_for_the_earlier_one_when_told_to(one_article: Shell) -> None:
    with held(one_article.library, locks_of(one_article)) as other:
        stdin = other.stdin
        assert stdin is not None
        release = threading.Timer(0.5, stdin.close)
        release.start()
        ran = one_article.magazine(*MAKE, "-o", "out", "--wait-lock", "60")
        release.join()

    assert ran.status == 0
    assert Path("out/magazine.md").is_file()


@pytest.mark.parametrize(
    "command", [("render", "-o", "out"), ("merge", "whole", "out", "other")], ids=" ".join
)
def test_a_run_without_the_library_waits_for_its_folder_when_told_to(
    one_article: Shell, command: tuple[str, ...]
) -> None:
    for folder in ("out", "other"):
        assert one_article.magazine(*MAKE, "-o", folder).status == 0
    with held(Path(command[2] if command[0] == "render" else "whole"), locks_of(one_article)) as other:
        stdin = other.stdin
        assert stdin is not None
        release = threading.Timer(0.5, stdin.close)
        release.start()
        ran = one_article.magazine(*command, "--format", "md", "--wait-lock", "60")
        release.join()

    assert ran.status == 0


def test_of_twenty_starts_one_works_and_nothing_is_asked_twice(one_article: Shell, tmp_path: Path) -> None:
    let_go = threading.Event()

    def answer_when_the_others_have_left(exchange: Exchange) -> None:
        let_go.wait(120)
        exchange.send(200, completion(None, refusal="no"))

    environment = {**os.environ, "HOME": str(tmp_path / "home"), "OPENAI_API_KEY": "sk-test"}
    with serving(answer_when_the_others_have_left) as server:
        options = (
            "--library",
            str(one_article.library),
            "--base-url",
            server.url,
            "--model",
            "m",
            "-o",
            "out",
        )
        command = [sys.executable, "-m", "magazine", *MAKE, *options]
        runs = [
            subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
            for _ in range(STARTS)
        ]
        with ThreadPoolExecutor(STARTS) as pool:
            ends = as_completed([pool.submit(run.wait) for run in runs], timeout=120)
            for _ in range(STARTS - 1):
                next(ends)
            let_go.set()
        said = [run.communicate()[1] for run in runs]
        hits = server.hits

    assert sorted(run.returncode for run in runs) == [0] + [75] * (STARTS - 1)
    winner = next(run for run in runs if run.returncode == 0)
    named = [re.search(r"held by process (\d+)", each) for each in said]
    assert {found[1] for found in named if found} == {str(winner.pid)}
    assert hits == 1
