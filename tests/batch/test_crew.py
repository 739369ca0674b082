"""Crews: work done elsewhere, done again when a worker dies, and given up when it kills them all."""

import multiprocessing
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from magazine.batch.crew import DismissedError, LocalCrew, local_crew
from magazine.core.errors import RendererError
from tests.batch.chores import (
    die,
    die_once,
    die_once_then_stay,
    echo,
    last_for_ever,
    leave_once,
    own_process,
    refuse,
)

ROOT = Path(__file__).resolve().parents[2]


def test_work_is_done_by_other_processes_and_its_errors_come_back_whole() -> None:
    with local_crew(1) as crew:
        assert crew.run(echo, "हिन्दी") == "हिन्दी"
        assert crew.run(own_process) != os.getpid()
        with pytest.raises(RendererError, match="It cannot be made") as error:
            crew.run(refuse)
    assert error.value.hint == "Change it."


def test_work_whose_worker_was_killed_is_done_again_and_the_crew_is_whole_again(tmp_path: Path) -> None:
    with local_crew(1) as crew:
        assert crew.run(die_once, tmp_path / "marker") == "done"
        assert crew.run(echo, "next") == "next"


def test_work_whose_worker_was_told_to_go_is_done_again(tmp_path: Path) -> None:
    with local_crew(1) as crew:
        assert crew.run(leave_once, tmp_path / "marker") == "done"
        assert crew.run(echo, "next") == "next"


def test_work_that_kills_every_worker_is_given_up_and_takes_no_other_work_with_it() -> None:
    with local_crew(2) as crew, ThreadPoolExecutor(4) as threads:
        poison = threads.submit(crew.run, die)
        honest = [threads.submit(crew.run, echo, str(number)) for number in range(3)]

        assert [each.result() for each in honest] == ["0", "1", "2"]
        with pytest.raises(RendererError, match="3 workers died over this issue"):
            poison.result()


def test_a_crew_that_is_dismissed_gives_up_what_is_on_its_way_and_takes_no_more() -> None:
    before = set(multiprocessing.active_children())
    begun = threading.Event()

    with local_crew(1) as crew, ThreadPoolExecutor(1) as threads:
        crew.run(echo, "hired")
        endless = threads.submit(_told, begun, crew)
        begun.wait()
        crew.dismiss()
        with pytest.raises(DismissedError):
            endless.result()
        with pytest.raises(DismissedError):
            crew.run(echo, "late")
    assert set(multiprocessing.active_children()) <= before


def test_a_crew_that_is_dismissed_gives_up_the_work_of_a_suspect_too(tmp_path: Path) -> None:
    before, here = set(multiprocessing.active_children()), tmp_path / "here"
    os.mkfifo(here)

    with local_crew(1) as crew, ThreadPoolExecutor(1) as threads:
        endless = threads.submit(crew.run, die_once_then_stay, tmp_path / "marker", here)
        assert here.read_text(encoding="utf-8") == "here"
        crew.dismiss()
        with pytest.raises(DismissedError):
            endless.result()
    assert set(multiprocessing.active_children()) <= before


def _told(begun: threading.Event, crew: LocalCrew) -> None:
    begun.set()
    crew.run(last_for_ever)


def test_workers_go_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, signal\n"
        "from magazine.batch.crew import local_crew\n"
        "from tests.batch.chores import own_process\n"
        "if __name__ == '__main__':\n"
        "    with local_crew(1) as crew:\n"
        "        print(crew.run(own_process), flush=True)\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n",
        encoding="utf-8",
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}

    # The worker has our end of the pipe, too: it is at its end when the worker is gone.
    ran = subprocess.run(
        [sys.executable, script], stdout=subprocess.PIPE, check=False, env=environ, timeout=60
    )

    assert int(ran.stdout)
