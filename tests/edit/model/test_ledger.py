"""What was paid for is kept: through kills, threads, other processes and damaged files."""

import json
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from magazine.core.errors import OutputError, UnreadableError
from magazine.edit.model.asking import Usage
from magazine.edit.model.chat import Mode, RoomName
from magazine.edit.model.ladder import Form
from magazine.edit.model.ledger import Attempt, Ledger, Outcome, open_ledger
from tests.edit.model.asked import NOON, a_note, a_server
from tests.edit.model.faulty import Exchange, completion, serving
from tests.edit.model.killed import REQUESTS

ROOT = Path(__file__).parents[3]
KILLS = 50


def an_attempt(request: str = "r1", outcome: Outcome = Outcome.ANSWERED, **changes: object) -> Attempt:
    values = {
        "request": request,
        "purpose": "story",
        "subject": "s1",
        "mode": Mode.SCHEMA,
        "outcome": outcome,
        "usage": Usage(prompt=100, cached=20, completion=10),
        "cost": 0.25,
        "seconds": 1.5,
        "answer": "{}",
    }
    return Attempt(**values | changes)  # type: ignore[arg-type]


def test_a_run_killed_at_fifty_moments_pays_for_no_more_than_was_on_its_way(tmp_path: Path) -> None:
    def echo(it: Exchange) -> None:
        it.closing.wait(0.015)
        it.send(200, completion(a_note(it.body["messages"][1]["content"])))

    with serving(echo) as server:
        run = subprocess.run(
            [sys.executable, "-m", "tests.edit.model.killed", server.url, str(tmp_path), str(KILLS), "7"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        paid = Counter(body["messages"][1]["content"].partition("/")[0] for body in server.bodies)

    rounds = [json.loads(line) for line in run.stdout.splitlines()]
    assert sum(kills for _, kills, _ in rounds) >= KILLS - 2  # a shot can come when all is done
    for number, kills, texts in rounds:
        assert texts == [f"{number}/{each}" for each in range(REQUESTS)]
        assert REQUESTS <= paid[str(number)] <= REQUESTS + kills
        with sqlite3.connect(tmp_path / f"{number}.sqlite") as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        file.close()


def test_threads_and_processes_write_one_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    start = threading.Barrier(4)

    def write(ledger: Ledger, number: int) -> None:
        start.wait()
        for each in range(20):
            ledger.record(an_attempt(f"{number}/{each}"), a_server(), NOON)

    # Two connections stand for two processes: SQLite's locks are between connections.
    with open_ledger(path) as one, open_ledger(path) as other, ThreadPoolExecutor(4) as pool:
        list(pool.map(write, [one, one, other, other], range(4)))
        (month,) = one.months()

    assert month.calls == 80


def test_only_its_owner_can_read_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "data" / "ledger.sqlite"
    path.parent.mkdir()
    path.touch(mode=0o644)

    with open_ledger(path) as ledger:
        ledger.record(an_attempt(), a_server(), NOON)
        modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}

    assert set(modes.values()) == {0o600}
    assert len(modes) == 3


def test_a_months_cost_is_told_by_model_and_says_what_is_not_known(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        for cost in (0.25, 0.5, None):
            ledger.record(an_attempt(cost=cost), a_server(), NOON)
        ledger.record(an_attempt(), a_server(name="n"), NOON + timedelta(days=31))
        march, april = ledger.months()

    assert (march.month, march.model, march.calls, march.cost) == ("2026-03", "m", 3, 0.75)
    assert (march.prompt, march.cached, march.completion) == (300, 60, 30)
    assert march.calls_of_unknown_cost == 1
    assert (april.month, april.model, april.host) == ("2026-04", "n", "127.0.0.1")


def test_only_answers_to_what_was_asked_are_kept(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        for outcome in Outcome:
            has_answer = outcome in {Outcome.ANSWERED, Outcome.CUT, Outcome.TRUNCATED}
            ledger.record(an_attempt(outcome=outcome, answer="{}" if has_answer else None), a_server(), NOON)

        assert [each.outcome for each in ledger.kept("r1")] == [Outcome.ANSWERED, Outcome.CUT]
        assert ledger.kept("r2") == ()


def test_a_servers_form_is_found_out_anew_after_a_month(tmp_path: Path) -> None:
    form = Form(mode=Mode.TEXT, room_name=RoomName.MAX_COMPLETION_TOKENS)

    with open_ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.remember(form, a_server(), NOON)

        assert ledger.form(a_server(), NOON + timedelta(days=29)) == form
        assert ledger.form(a_server(), NOON + timedelta(days=31)) is None
        assert ledger.form(a_server(name="n"), NOON) is None


@pytest.mark.parametrize("content", [b"what is this", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(content)

    with pytest.raises(UnreadableError, match="ledger"), open_ledger(path):
        pass

    assert path.read_bytes() == content


@pytest.mark.parametrize("spoil", ["CREATE TABLE mine (x)", "PRAGMA user_version = 9"])
def test_another_programs_or_versions_file_is_refused(tmp_path: Path, spoil: str) -> None:
    path = tmp_path / "ledger.sqlite"
    file = sqlite3.connect(path)
    file.execute(spoil)
    file.close()

    with pytest.raises(UnreadableError, match="no ledger of this version"), open_ledger(path):
        pass


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with (
        pytest.raises(OutputError, match="cannot be made"),
        open_ledger(tmp_path / "file" / "ledger.sqlite"),
    ):
        pass
