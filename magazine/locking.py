"""One run at a time over one library or folder.

The lock is the kernel's, so that it is free the moment its process ends, however it
ends; the note beside it only tells others who holds it. Both lie in the state folder
of the user, never beside what they guard or in a folder that strangers can write to.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from errno import ENOSYS
from pathlib import Path

from filelock import FileLock, SoftFileLock, Timeout

from magazine.core.errors import BusyError, ConfigurationError, OutputError
from magazine.folders import user_folders

SHORT_WAIT = 10.0
"""Seconds for which runs that are soon over wait for each other."""
_OWN = 0o700


@contextmanager
def run_lock(path: Path, wait: float = 0.0, *, locks: Path | None = None) -> Iterator[None]:
    """Hold a library or a folder for as long as the block lasts. Not for a thread that holds it already.

    Args:
        path: What is held; it need not be there yet.
        wait: Seconds that another run is waited for.
        locks: The folder of the locks; None: in the user's state folder.

    Raises:
        BusyError: Another run holds it, and has held it all that time.
        OutputError: The lock cannot be made.
        ConfigurationError: The folder's file system knows no locks of the kernel.
    """
    folder = locks or user_folders().state / "locks"
    _make_private(folder)
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]
    note = folder / f"{name}.holder"
    with _acquired(folder / f"{name}.lock", path, note, wait):
        # Only told, never relied upon: a run that was killed leaves its note behind.
        with suppress(OSError):
            started = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
            note.write_text(f"process {os.getpid()}, which started at {started}", encoding="utf-8")
        try:
            yield
        finally:
            with suppress(OSError):
                note.unlink()


@contextmanager
def _acquired(file: Path, path: Path, note: Path, wait: float) -> Iterator[None]:
    lock = FileLock(file, timeout=wait, mode=0o600, fallback_to_soft=False, poll_interval=0.1)
    if isinstance(lock, SoftFileLock):
        raise _no_kernel_locks(file.parent)
    try:
        lock.acquire()
    except Timeout as error:
        raise BusyError(
            f"{path} is held by {_holder(note)}.",
            hint="Try again when it has finished, or wait for it with --wait-lock SECONDS.",
        ) from error
    except OSError as error:
        if error.errno == ENOSYS:
            raise _no_kernel_locks(file.parent) from error
        raise _cannot_make(file, error) from error
    try:
        yield
    finally:
        lock.release()


def _holder(note: Path) -> str:
    try:
        return note.read_text(encoding="utf-8") or "another run"
    except (OSError, UnicodeDecodeError):  # it has the lock, and is about to write it
        return "another run"


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=_OWN)
        if folder.stat().st_mode & ~_OWN & 0o777:
            folder.chmod(_OWN)
    except OSError as error:
        raise _cannot_make(folder, error) from error


def _cannot_make(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"The lock {path} cannot be made ({error.strerror}).",
        hint="Check its rights, or name another state folder with XDG_STATE_HOME.",
    )


def _no_kernel_locks(folder: Path) -> ConfigurationError:
    return ConfigurationError(
        f"The file system of {folder} knows no locks, so that two runs could not be kept apart.",
        hint="Name a state folder on a local disk with XDG_STATE_HOME.",
    )
