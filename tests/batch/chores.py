"""Tasks for crews, importable by their workers."""

import os
import signal
import threading
from pathlib import Path

from magazine.batch import parcel
from magazine.core.errors import RendererError


def echo(value: str) -> str:
    return value


def refuse() -> None:
    raise RendererError("It cannot be made.", hint="Change it.")


def die_once(marker: Path) -> str:
    """Kill the worker the first time, and leave a marker for the second."""
    if not marker.exists():
        marker.touch()
        die()
    return "done"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def last_for_ever() -> None:
    threading.Event().wait()


def die_once_then_stay(marker: Path, here: Path) -> None:
    """Kill the worker the first time; the second time say through a pipe that it is there, and stay."""
    if not marker.exists():
        marker.touch()
        die()
    here.write_text("here", encoding="utf-8")
    last_for_ever()


def leave_once(marker: Path) -> str:
    """Have the worker told to go the first time."""
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGTERM)
        last_for_ever()
    return "done"


def stumble() -> None:
    raise RecursionError("a bug")


def own_process() -> int:
    return os.getpid()


def booby_trap() -> None:
    """Have this worker die at the next parcel that it opens."""
    parcel.open_parcel = lambda _: die()  # type: ignore[assignment, return-value]
