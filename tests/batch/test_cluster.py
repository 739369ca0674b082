"""A Dask cluster of two processes on this machine, one of them killed at its work."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from magazine.batch.cluster import cluster_crew
from magazine.batch.crew import DismissedError
from magazine.core.errors import RendererError, UnreachableError
from tests.batch.chores import booby_trap, echo, last_for_ever, refuse, stumble
from tests.batch.test_batch_command import MATRIX, NAMES, batch, states
from tests.cli.ran import Shell

OPTIONS: dict[str, Any] = {
    "threads_per_worker": 1, "processes": True, "host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"
}  # fmt: skip
ACluster: Any = LocalCluster
"""It has no types."""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster of two workers, which are replaced when they die."""
    with ACluster(n_workers=2, **OPTIONS) as found:
        yield found


def files(folder: str) -> dict[str, bytes]:
    """Return what a batch made, but for the reports, which hold seconds."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(Path(folder).glob("*/*"))
        if path.name != "report.json"
    }


def test_a_cluster_with_a_worker_killed_gives_the_bytes_of_local_workers(shell: Shell, cluster: Any) -> None:
    local = batch(shell, MATRIX)
    shutil.move("weekly", "local")
    connect: Any = Client
    with connect(cluster.scheduler_address, set_as_default=False) as client:
        first = next(iter(client.scheduler_info()["workers"]))
        client.run(booby_trap, workers=[first])

        far = shell.magazine("batch", "weekly.yaml", "--cluster", cluster.scheduler_address)

        # The nanny has put another worker into its place.
        client.wait_for_workers(2)
        assert first not in client.scheduler_info()["workers"]
    assert (local.status, far.status) == (0, 0)
    assert states() == dict.fromkeys(NAMES, "made")
    assert files("weekly") == files("local")


def test_work_on_a_cluster_gives_results_and_errors_of_ours(cluster: Any) -> None:
    with cluster_crew(cluster.scheduler_address) as crew:
        assert crew.size == 2
        assert crew.run(echo, "हिन्दी") == "हिन्दी"
        with pytest.raises(RendererError, match="It cannot be made"):
            crew.run(refuse)
        # A bug in one issue is that issue's: the others still have their cluster.
        with pytest.raises(RecursionError, match="a bug") as bug:
            crew.run(stumble)
        assert "in stumble" in "".join(bug.value.__notes__)


def test_a_cluster_that_goes_away_in_the_middle_is_said_to_have_gone() -> None:
    with ACluster(n_workers=1, **OPTIONS) as short, cluster_crew(short.scheduler_address) as crew:
        short.close()
        with pytest.raises(UnreachableError, match="went away"):
            crew.run(last_for_ever)


def test_a_crew_of_a_cluster_that_is_dismissed_gives_up_what_is_on_its_way() -> None:
    with (
        ACluster(n_workers=1, **OPTIONS) as short,  # its worker is never free again
        cluster_crew(short.scheduler_address) as crew,
        ThreadPoolExecutor(1) as threads,
    ):
        crew.run(echo, "connected")
        endless = threads.submit(crew.run, last_for_ever)
        crew.dismiss()
        with pytest.raises(DismissedError):
            endless.result()


def test_a_cluster_without_workers_is_none() -> None:
    with (
        ACluster(n_workers=0, **OPTIONS) as found,
        pytest.raises(UnreachableError, match="has no workers"),
        cluster_crew(found.scheduler_address),
    ):
        pass
