"""Another run that holds a lock, in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HOLD = """
import sys
from pathlib import Path
from magazine.locking import run_lock
with run_lock(Path(sys.argv[1]), locks=Path(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held(path: Path, locks: Path) -> Iterator[subprocess.Popen[str]]:
    """Yield the process that holds the lock of a path; it lets go when its stdin is closed."""
    command = [sys.executable, "-c", _HOLD, str(path), str(locks)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()
