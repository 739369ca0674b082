"""Errors to exit statuses, and to one sentence on stderr.

The table is the one of the README. What is in no row is a bug: its traceback goes
into a log file, and the user reads where.
"""

import errno
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from magazine.core.errors import (
    BusyError,
    DiskError,
    KeyRefusedError,
    MagazineError,
    NothingToPrintError,
    OutputError,
    RendererError,
    UnreachableError,
    UnreadableError,
    UsageError,
)

DONE = 0
BUG = 1
PROBLEMS = 3
INTERRUPTED = 130
TERMINATED = 143

STATUS: dict[type[MagazineError], int] = {
    UsageError: 2,
    UnreadableError: 65,
    NothingToPrintError: 66,
    RendererError: 69,
    UnreachableError: 69,
    OutputError: 73,
    DiskError: 74,
    BusyError: 75,
    KeyRefusedError: 77,
}
"""The exit status of each branch of the tree; a subclass has its branch's."""

DISK_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG})


def status_of(error: MagazineError) -> int:
    """Return the exit status of an error: the one of its nearest branch."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), BUG)


def run(command: Callable[[], object], log_folder: Callable[[], Path]) -> int:
    """Run the command line; return the exit status. No traceback reaches the user.

    Args:
        command: Parses and does; may exit by SystemExit.
        log_folder: Where a bug's traceback goes; asked only when there is one.
    """
    try:
        command()
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else DONE if exit_.code is None else BUG
    except KeyboardInterrupt:
        _say("interrupted; what was finished is kept, and the same command goes on from there.")
        return INTERRUPTED
    except MagazineError as error:
        _say(str(error))
        return status_of(error)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug must not print a traceback
        status, sentence = unforeseen(error, log_folder)
        _say(sentence)
        return status
    return DONE


def unforeseen(error: Exception, log_folder: Callable[[], Path]) -> tuple[int, str]:
    """Return the exit status of an error outside the tree, and what to say; a bug goes into a log."""
    if isinstance(error, OSError) and error.errno in DISK_ERRNOS:
        return STATUS[DiskError], f"the disk failed: {error.strerror}. Free some space and run it again."
    log = _write_log(error, log_folder)
    where = f"The details are in {log}." if log else "The details could not be written to a log."
    return BUG, f"this is a bug: {type(error).__name__}. {where}"


def _write_log(error: BaseException, log_folder: Callable[[], Path]) -> Path | None:
    try:
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / "bug.log"
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        path.chmod(0o600)
    except (OSError, MagazineError):
        return None
    return path


def _say(sentence: str) -> None:
    sys.stderr.write(f"magazine: {sentence}\n")
