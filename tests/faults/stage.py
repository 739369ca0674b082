"""A stage: forks a process for each order, which runs the command line as a person would.

Imports once all that commands need, so that hundreds of runs take no hour; it has no
threads, so that its forks are sound. Orders come as lines of JSON on stdin, what became of
each goes to stdout. ``tests.faults.theatre`` is its other end.
"""

import contextlib
import gc
import importlib
import json
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_WARM = (
    "magazine.cli.app", "magazine.cli.wiring", "magazine.cli.making", "magazine.cli.keeping",
    "magazine.cli.feeding", "magazine.cli.batching", "magazine.cli.examining", "magazine.edit",
    "magazine.edit.examiner", "magazine.edit.model.editor", "magazine.edit.model.correspondence",
    "magazine.edit.model.wire", "openai.resources.chat.completions", "magazine.library", "magazine.press",
    "magazine.ingest", "magazine.ingest.polite", "magazine.ingest.web", "magazine.ingest.feeds",
    "magazine.taxonomy", "magazine.render.editions", "magazine.render.html", "magazine.render.pdf",
    "magazine.render.markdown_back", "magazine.render.epub", "magazine.core.proof",
    "magazine.core.bilingual", "magazine.edit.model.budget", "magazine.fetching", "httpx2", "httpcore2",
    "tests.faults.sabotage", "tests.faults.injector", "encodings.idna", "encodings.unicode_escape",
    "unicodedata", "magazine.core.guard",
)  # fmt: skip


def main() -> None:
    """Serve orders until stdin ends."""
    for name in _WARM:
        # A part that was split or renamed is only imported later, in the fork.
        with contextlib.suppress(ModuleNotFoundError):
            importlib.import_module(name)
    gc.freeze()
    for line in sys.stdin:
        order = json.loads(line)
        sys.stdout.write(json.dumps(played(order)) + "\n")
        sys.stdout.flush()


def played(order: dict[str, Any]) -> dict[str, Any]:
    """Run an order in a fork; return its status, negative when a signal ended it."""
    begun = time.monotonic()
    children = [_forked(order, number) for number in range(order["copies"])]
    if order["kill_after"] is not None:
        time.sleep(order["kill_after"])
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
    samples = _watched(children[0]) if order["watched"] else []
    statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    return {"statuses": statuses, "seconds": time.monotonic() - begun, "samples": samples}


def _forked(order: dict[str, Any], number: int) -> int:
    child = os.fork()
    if child == 0:
        _play(order, f".{number}" if number else "")
    return child


def _watched(child: int) -> list[tuple[int, int, int]]:
    """Return memory of a process, of its own largest child, and its open files, five times a second."""
    samples = []
    while os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        with contextlib.suppress(OSError, ValueError):
            grown = Path(f"/proc/{child}/task/{child}/children").read_text(encoding="ascii").split()
            workers = [_resident(int(each)) for each in grown]
            files = len(list(Path(f"/proc/{child}/fd").iterdir()))
            samples.append((_resident(child), max(workers, default=0), files))
        time.sleep(0.2)
    return samples


def _resident(process: int) -> int:
    """Return the bytes that a process has in memory."""
    pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize()


def _play(order: dict[str, Any], suffix: str) -> None:
    """Be the fork, and never return."""
    status = 70
    try:
        os.environ.clear()
        os.environ.update(order["environ"])
        os.chdir(order["folder"])
        for number, name in ((1, "stdout"), (2, "stderr")):
            os.dup2(os.open(order[name] + suffix, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        _become(order["user"])
        status = _run(order)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _become(user: int | None) -> None:
    """Be another user: to root nothing is read-only."""
    if user is not None:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)


def _run(order: dict[str, Any]) -> int:
    from magazine.cli.app import main as magazine  # noqa: PLC0415 - in the fork
    from tests.faults.injector import Act, Injector  # noqa: PLC0415
    from tests.faults.sabotage import SABOTAGE  # noqa: PLC0415

    for name in order["sabotage"]:
        SABOTAGE[name]()
    sys.argv = ["magazine", *order["words"]]
    if order["file_limit"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["file_limit"],) * 2)
    injector = Injector(root=order["root"], act=Act(order["act"]), at=order["at"])
    if order["counts"]:
        tempfile.gettempdir()  # Python tries the folder by a file of its own, which is not ours to count
        injector.install()
    try:
        magazine()
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    finally:
        if order["counts"]:
            _tell(order["counts"], injector.seen)
    return 0


def _tell(path: str, seen: list[str]) -> None:
    Path(path).write_text("\n".join(seen), encoding="utf-8")


if __name__ == "__main__":
    main()
