"""Work on strangers' text in a process of its own, which can be stopped.

A page can keep a typesetter busy for ever, or fill the memory, with forty bytes.
The work is done by a child that has a time and a memory, and gets and gives pickled
values over its pipes: it shares nothing else with us.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from magazine.core.errors import MagazineError

T = TypeVar("T")

GIB = 2**30
_CHILD = "from magazine.render.confined import serve; serve()"


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
    """

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


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
    order = pickle.dumps((limits.memory, task, matter))
    child = subprocess.Popen(  # noqa: S603 - this very interpreter and a constant
        [sys.executable, "-c", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for us, and we stop the child
    )
    try:
        answer, _ = child.communicate(order, timeout=limits.seconds)
    except subprocess.TimeoutExpired as error:
        raise OverrunError(f"it took longer than {limits.seconds:.0f} s") from error
    finally:
        child.kill()
        child.communicate()
    result: T = _opened(answer)
    return result


def serve() -> None:
    """Be the child: take one task from stdin, leave its outcome on stdout."""
    memory, task, matter = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
    _limit(memory)
    try:
        outcome = ("done", task(*matter))
    except MagazineError as error:
        outcome = ("error", (type(error), error.message, error.hint))
    except MemoryError:
        outcome = ("overrun", f"it needed more than {memory / GIB:.0f} GiB of memory")
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a stranger's text may break anything in the engine
        outcome = ("overrun", f"it failed with {type(error).__name__}")
    # What a task prints must not mix with its outcome, which is all that stands on stdout.
    sys.stdout.buffer.write(pickle.dumps(outcome))
    sys.stdout.buffer.flush()


def _opened(answer: bytes) -> Any:  # noqa: ANN401 - whatever the task returned
    try:
        kind, value = pickle.loads(answer)  # noqa: S301 - from our own child
    except (pickle.UnpicklingError, EOFError, ValueError) as error:
        raise OverrunError("it died") from error
    if kind == "error":
        tree, message, hint = value
        raise tree(message, hint=hint)
    if kind == "overrun":
        raise OverrunError(value)
    return value


def _limit(memory: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
