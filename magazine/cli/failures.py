"""Errors to exit statuses, and to one sentence on stderr.

The table is the one of the README. What is in no row is a bug: its traceback goes
into a log file, and the user reads where.
"""

import errno
import os
import re
import sys
import traceback
from collections.abc import Callable, Mapping
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

_VEIL = "***"
_HOLDS_KEY = re.compile("KEY|TOKEN|SECRET|PASSWORD", re.IGNORECASE)
"""In the name of a variable."""
_LEAST_KEY = 6
"""Letters; a shorter value is no key, and stands in many a word."""
_KEY = re.compile(r"\bsk-[\w-]{6,}|(?<=Bearer )[\w.~+/-]{6,}=*")
_USER_INFO = re.compile(r"(https?://)[^\s/@'\"]+@")

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
        _say(f"{error} {_details(error, log_folder)}".rstrip())
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


def _details(error: MagazineError, log_folder: Callable[[], Path]) -> str:
    """Tell where the frames lie that a child process sent along with its failure; mostly there are none."""
    log = _write_log(error, log_folder) if getattr(error.__cause__, "__notes__", ()) else None
    return f"The details are in {log}." if log else ""


def _write_log(error: BaseException, log_folder: Callable[[], Path]) -> Path | None:
    try:
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / "bug.log"
        # Private from its first byte, and never through a link that somebody laid in its place.
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(
                veiled("".join(traceback.format_exception(error)), os.environ).encode(errors="replace")
            )
    except (OSError, MagazineError):
        return None
    return path


def veiled(text: str, environ: Mapping[str, str]) -> str:
    """Return a traceback without keys: those of the environment, and what an address carries of them.

    A library's exception may repeat what it was given, a header or an address.
    """
    keys = [value for name, value in environ.items() if _HOLDS_KEY.search(name) and len(value) >= _LEAST_KEY]
    for key in sorted(keys, key=len, reverse=True):
        text = text.replace(key, _VEIL)
    return _USER_INFO.sub(rf"\1{_VEIL}@", _KEY.sub(_VEIL, text))


def tame(text: str, *, kept: str = "") -> str:
    """Return text in which nothing but the letters kept starts a line of its own or moves the cursor.

    A title or file name of a stranger must do neither.
    """
    return "".join(letter if letter.isprintable() or letter in kept else " " for letter in text)


def _say(sentence: str) -> None:
    # The mistakes of a manifest stand one a line.
    sys.stderr.write(f"magazine: {tame(sentence, kept=chr(10))}\n")
