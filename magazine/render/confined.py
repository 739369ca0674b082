"""Work on strangers' text in a process of its own, which can be stopped.

A page can keep a typesetter busy for ever, or fill the memory, with forty bytes.
The work is done by a child that has a time and a memory, and gets and gives pickled
values over its pipes: it shares nothing else with us.
"""

import os
import pickle
import shutil
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from magazine.core.errors import MagazineError, OutputError, RendererError
from magazine.disks import scratch

T = TypeVar("T")

GIB = 2**30
_GLANCE = 0.5
"""Seconds between a child's looks whether its parent is alive."""
_CHILD = "import sys; sys.path[:] = sys.argv[1:]; from magazine.render.confined import serve; serve()"
_PASSED_ON = frozenset({
    "PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
    "SYSTEMROOT", "WEASYPRINT_DLL_DIRECTORIES",
})  # fmt: skip
"""What a child is told of our environment: where libraries lie, and no key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a child may use."""

    seconds: float
    memory: int = 3 * GIB
    """Bytes of address space; on a system that cannot limit it, nothing is limited."""


class OverrunError(Exception):
    """The child failed, or was stopped at a limit.

    Args:
        cause: Which, in words for the report; never text of the matter.
        frames: Where an exception rose, without its own words, which may be the matter's.
    """

    def __init__(self, cause: str, frames: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        if frames:
            self.add_note(frames)


def confined(task: Callable[..., T], *matter: Any, limits: Limits) -> T:  # noqa: ANN401 - whatever the task takes
    """Return what a task makes of its matter, made in a child process.

    Args:
        task: A function of a module, which the child imports.
        matter: Its arguments; they and the result must be picklable.
        limits: The child's.

    Raises:
        MagazineError: Whatever the task raised of our own tree.
        OverrunError: It failed otherwise, or ran into a limit.
    """
    with _scratch() as folder:
        order = pickle.dumps((os.getpid(), folder, limits, task, matter))
        child = _child(folder)
        try:
            answer, _ = child.communicate(order, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise OverrunError(f"it took longer than {limits.seconds:.0f} s") from error
        finally:
            child.kill()
            child.communicate()
    result: T = _opened(answer, child.returncode)
    return result


@contextmanager
def _scratch() -> Iterator[str]:
    """Have a folder for the child's temporary files, for as long as the block lasts."""
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(scratch("page"))
        except OSError as error:
            raise OutputError(
                f"There is no temporary folder that can be written ({error.strerror}).",
                hint="Make room there, or name another one with TMPDIR.",
            ) from error
        yield folder


def _child(folder: str) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(  # noqa: S603 - this very interpreter and a constant
            # Isolated, and then with our own path: never the working directory by accident.
            [sys.executable, "-I", "-c", _CHILD, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(folder),
            start_new_session=True,  # Ctrl-C is for us, and we stop the child
        )
    except OSError as error:
        raise RendererError(
            f"No process could be started to set the pages ({error.strerror}).",
            hint="Try again when the machine has less to do.",
        ) from error


def serve() -> None:
    """Be the child: take one task from stdin, leave its outcome on stdout."""
    outcome: tuple[str, Any]
    # Whatever a task or a library below it prints goes the way of stderr, and not into its outcome.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        # The task's module is imported here, and may be missing something.
        parent, folder, limits, task, matter = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
        threading.Thread(target=_follow, args=(parent, folder), daemon=True).start()
        _limit(limits)
        outcome = ("done", task(*matter))
    except MagazineError as error:
        outcome = ("error", (type(error), error.message, error.hint))
    except MemoryError:
        outcome = ("overrun", (f"it needed more than {limits.memory / GIB:g} GiB of memory",))
    except BaseException as error:  # noqa: BLE001 - a stranger's text may break anything in the engine
        outcome = ("overrun", _where(error))
    with answers:
        answers.write(pickle.dumps(outcome))


def _follow(parent: int, folder: str) -> None:
    """End with the parent: one that was killed can neither stop its child nor clear the scratch folder."""
    while os.getppid() == parent:
        time.sleep(_GLANCE)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _where(error: BaseException) -> tuple[str, str]:
    """Return the cause and the frames of an exception, without its words: they may be an article's."""
    frames = traceback.extract_tb(error.__traceback__)
    place = Path(frames[-1].filename)
    cause = (
        f"it failed with {type(error).__name__} ({place.parent.name}/{place.name}, line {frames[-1].lineno})"
    )
    return cause, "".join(traceback.format_list(frames))


def _opened(answer: bytes, status: int) -> Any:  # noqa: ANN401 - whatever the task returned
    try:
        kind, value = pickle.loads(answer)  # noqa: S301 - from our own child
    except (pickle.UnpicklingError, EOFError, ValueError) as error:
        raise OverrunError(f"it died with status {status}") from error
    if kind == "error":
        tree, message, hint = value
        raise tree(message, hint=hint)
    if kind == "overrun":
        raise OverrunError(*value)
    return value


def _environment(folder: str) -> dict[str, str]:
    """Return the child's environment: a stopped child leaves its files in a place that we clear."""
    passed_on = {name: value for name, value in os.environ.items() if name.upper() in _PASSED_ON}
    return {**passed_on, "TMPDIR": folder, "TEMP": folder}


def _limit(limits: Limits) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        # For a child whose parent was killed and cannot stop it; on all cores it ends before our clock does.
        seconds = int(limits.seconds) + 5
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
