"""The files of a folder, to its depths."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from magazine.core.article import Refused

_DEEPEST = 60
_UNREAD = frozenset(("__pycache__", "node_modules"))


def files_under(folder: Path) -> Iterator[Path | Refused]:
    """Yield the files of a folder and of those within, in order of name.

    What cannot be opened is yielded as a refusal. Hidden files and folders are
    passed over. A folder that links lead back to is read once.
    """
    yield from _files(folder, {_identity(folder.stat())}, _DEEPEST)


def _files(folder: Path, seen: set[tuple[int, int]], depth: int) -> Iterator[Path | Refused]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield Refused(where=str(folder), reason="The folder cannot be opened: check its permissions.")
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _UNREAD:
            continue
        status = _status(entry)
        if status is not None and stat.S_ISREG(status.st_mode):
            yield entry
        elif status is None or not stat.S_ISDIR(status.st_mode):
            yield Refused(
                where=str(entry),
                reason="It is no file that can be read: check its permissions, and where its link leads.",
            )
        elif not depth:
            yield Refused(where=str(entry), reason="The folder lies too deep: add it by its own path.")
        elif (identity := _identity(status)) not in seen:
            seen.add(identity)
            yield from _files(entry, seen, depth - 1)


def _status(entry: Path) -> os.stat_result | None:
    try:
        return entry.stat()
    except OSError:
        return None


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino
