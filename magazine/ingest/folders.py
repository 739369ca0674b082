"""The files of a folder, to its depths."""

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
    yield from _files(folder, {_identity(folder)}, _DEEPEST)


def _files(folder: Path, seen: set[tuple[int, int]], depth: int) -> Iterator[Path | Refused]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield Refused(where=str(folder), reason="The folder cannot be opened: check its permissions.")
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _UNREAD:
            continue
        if entry.is_file():
            yield entry
        elif not entry.is_dir():
            yield Refused(
                where=str(entry), reason="It is no file that can be read: check where its link leads."
            )
        elif depth and (identity := _identity(entry)) not in seen:
            seen.add(identity)
            yield from _files(entry, seen, depth - 1)


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino
