"""A crew on many machines: an existing Dask cluster, behind the same interface as local processes."""

import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from magazine.batch.crew import DismissedError
from magazine.core.errors import ConfigurationError, MagazineError, RendererError, UnreachableError

T = TypeVar("T")

_CONNECT_SECONDS = 10
_GLANCE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a task raised."""

    error: Exception


def _tried(task: Callable[..., T], *matter: object) -> T | _Raised:
    """Return what a task makes or raises; run by a worker. What else comes of it is the cluster's."""
    try:
        return task(*matter)
    except Exception as error:  # noqa: BLE001 - raised again where it was asked for
        error.add_note("".join(traceback.format_exception(error)))
        return _Raised(error)


class ClusterCrew:
    """A Crew of a cluster's workers.

    The cluster itself replaces workers that die, and does their work again.

    Args:
        executor: The cluster's.
        size: Its workers.
        address: For messages.
    """

    def __init__(self, executor: Executor, size: int, address: str) -> None:
        self.size = size
        self._executor = executor
        self._address = address
        self._is_dismissed = False

    def run(self, task: Callable[..., T], *matter: object) -> T:
        try:
            found = self._awaited(self._executor.submit(_tried, task, *matter))
        except DismissedError:
            raise
        except Exception as error:
            if self._is_dismissed:
                raise DismissedError from error
            if (known := _translated(error, self._address)) is None:
                raise
            raise known from error
        if isinstance(found, _Raised):
            raise found.error
        return found

    def _awaited(self, future: Future[T]) -> T:
        # Dask's executor may forget to cancel what is handed in while it is shut down.
        while not wait([future], timeout=_GLANCE_SECONDS).done:
            if self._is_dismissed:
                raise DismissedError
        return future.result()

    def dismiss(self) -> None:
        self._is_dismissed = True
        self._executor.shutdown(wait=False)


def _translated(error: Exception, address: str) -> MagazineError | None:
    from distributed import KilledWorker
    from distributed.client import FutureCancelledError
    from distributed.comm.core import CommClosedError

    if isinstance(error, KilledWorker):
        return RendererError(
            "Worker after worker of the cluster died over this issue.",
            hint="Give it fewer stories, or its workers more memory.",
        )
    lost = (
        FutureCancelledError,
        CancelledError,
        CommClosedError,
        TimeoutError,
        ConnectionError,
        RuntimeError,
    )
    if isinstance(error, lost):
        return UnreachableError(
            f"The cluster at {address} went away.",
            hint="Run the batch again when it is back: what was made stands, and nothing is paid again.",
        )
    return None


@contextmanager
def cluster_crew(address: str) -> Iterator[ClusterCrew]:
    """Have the workers of a cluster as crew for as long as the block lasts.

    Raises:
        ConfigurationError: The cluster's software is not installed here.
        UnreachableError: There is no cluster at the address, or it has no workers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise ConfigurationError(
            "A cluster needs Dask, which is not installed.", hint='pip install "custom-magazine[cluster]"'
        ) from error
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        raise UnreachableError(
            f"There is no cluster at {address}.",
            hint="Start its scheduler, or use --workers on this machine.",
        ) from error
    with client:
        size = len(client.scheduler_info(n_workers=-1)["workers"])
        if not size:
            raise UnreachableError(
                f"The cluster at {address} has no workers.", hint=f"Start some: dask worker {address}"
            )
        executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
        yield ClusterCrew(executor, size, address)
