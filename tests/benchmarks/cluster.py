"""24 issues as PDF on local workers, then on a Dask cluster of two processes, one killed at its work.

python -m tests.benchmarks.cluster
"""

import os
import signal
import tempfile
import threading
from pathlib import Path
from typing import Any

from distributed import Client, LocalCluster

from tests.benchmarks.batch import stocked, timed

KILLED_AFTER = 20
"""Seconds: in the middle of the first issues' pages."""
CLUSTER: dict[str, Any] = {
    "n_workers": 2, "threads_per_worker": 1, "processes": True,
    "host": "127.0.0.1", "dashboard_address": "127.0.0.1:0",
}  # fmt: skip
WORDS = ("--engine", "extractive")
ACluster: Any = LocalCluster
AClient: Any = Client
"""They have no types."""


def printed(output: Path) -> dict[str, bytes]:
    """Return what a batch made, but for the reports, which hold seconds."""
    made = (path for path in sorted(output.glob("*/*")) if path.name != "report.json")
    return {str(path.relative_to(output)): path.read_bytes() for path in made}


def measure(folder: Path) -> None:
    """Print whether the cluster gives the bytes of the local workers."""
    stocked(folder)
    timed(folder, 2, *WORDS)
    with (
        ACluster(**CLUSTER) as cluster,
        AClient(cluster.scheduler_address, set_as_default=False) as client,
    ):
        first = min(client.run(os.getpid).values())
        killer = threading.Timer(KILLED_AFTER, os.kill, (first, signal.SIGKILL))
        killer.start()
        cost = timed(folder, cluster.scheduler_address, *WORDS)
        killer.join()
        client.wait_for_workers(2)
        replaced = first not in client.run(os.getpid).values()
    local, far = printed(folder / "out-2"), printed(folder / "out-cluster")
    pages = [name for name in local if name.endswith(".pdf")]
    alike = sum(far.get(name) == local[name] for name in pages)
    print(
        f"{len(pages)} PDFs on a cluster, one worker of two killed after {KILLED_AFTER} s and"
        f" {'replaced' if replaced else 'NOT REPLACED'}: {cost.seconds:.1f} s; {alike} of them, and"
        f" {'all' if far == local else 'NOT ALL'} of {len(local)} files, the bytes of local workers"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        measure(Path(scratch))
