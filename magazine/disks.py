"""What the place of a file allows: whether there is room, whether it is on this machine; scratch folders."""

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from magazine.core.errors import ConfigurationError

ROOM = 4 * 2**20
"""Bytes that must fit before anything is begun: more than an issue's folder usually holds."""
MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux tells which file system lies where; other systems have no such file."""

_NETWORK = frozenset({
    "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4",
    "ocfs2", "orangefs", "smb3", "smbfs",
    "fuse.ceph", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
})  # fmt: skip
_OCTAL = re.compile(r"\\([0-7]{3})")


def try_room(folder: Path) -> None:
    """See that some megabytes can be written to a folder.

    Raises:
        OSError: They cannot.
    """
    probe = folder / f".room.{os.getpid()}.tmp"
    try:
        # Written, not only asked for: quotas and limits of a process are in no figure of free space.
        probe.write_bytes(bytes(ROOM))
    finally:
        with suppress(OSError):
            probe.unlink()


def refuse_network(path: Path, noun: str, *, mounts: Path = MOUNTS) -> None:
    """See that a database lies on a disk of this machine.

    Two machines with one such file would each trust a memory that the other does not
    see (https://www.sqlite.org/wal.html), and damage it.

    Args:
        path: The file; it need not be there yet.
        noun: What it is, for the error: ``library``.
        mounts: What tells which file system lies where; when it is not there, all are taken to be local.

    Raises:
        ConfigurationError: It is on a network file system.
    """
    kind = _file_system(path.absolute(), mounts)
    if kind in _NETWORK:
        raise ConfigurationError(
            f"The {noun} {path} is on a network file system ({kind}), where runs of two machines damage it.",
            hint="Copy it to a disk of this machine, and name that with --library or XDG_DATA_HOME.",
        )


@contextmanager
def scratch(purpose: str) -> Iterator[str]:
    """Have a temporary folder for as long as the block lasts; first remove those of killed runs.

    A folder is locked by who uses it, and the kernel takes the lock from a process that ends,
    however it ends: what is not locked is nobody's.

    Raises:
        OSError: There is no place for one.
    """
    prefix = f".magazine-scratch-{purpose}-"  # no name that a person gives a folder of theirs
    for left in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        with suppress(OSError):
            os.close(_claimed(left))
    folder, held = _new_folder(prefix)
    try:
        yield str(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if held is not None:
            os.close(held)


def _new_folder(prefix: str) -> tuple[Path, int | None]:
    """Return a folder and what holds its lock; None where there are no locks, and nobody can claim it."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix))
        try:
            return folder, _held(folder)
        except (FileNotFoundError, BlockingIOError):  # another run took it for a left one
            continue
        except OSError:
            return folder, None


def _claimed(folder: Path) -> int:
    """Remove a folder of ours that nobody holds; return its descriptor.

    Raises:
        OSError: Somebody holds it, or it is not ours.
    """
    if folder.is_symlink() or folder.lstat().st_uid != os.getuid():
        raise PermissionError(folder.name)
    held = _held(folder)
    shutil.rmtree(folder, ignore_errors=True)
    return held


def _held(folder: Path) -> int:
    """Return a descriptor that holds a folder's lock.

    Raises:
        OSError: Another process holds it, it is gone, or the system has no such locks.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError as error:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP)) from error
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(os.fstat(descriptor), folder.stat()):
            raise FileNotFoundError(folder.name)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _file_system(path: Path, mounts: Path) -> str:
    """Return the type of the file system a path lies on; empty when it is not known."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        real = path.resolve()
    except (OSError, RuntimeError):  # it is not there, or links go round in a circle
        return ""
    found, deepest = "", -1
    for line in lines:
        # https://www.kernel.org/doc/html/latest/filesystems/proc.html#proc-pid-mountinfo
        fields, _, described = line.partition(" - ")
        place = Path(_OCTAL.sub(lambda code: chr(int(code[1], 8)), fields.split()[4]))
        # The last of equals was mounted over the others.
        if len(place.parts) >= deepest and real.is_relative_to(place):
            found, deepest = described.split()[0], len(place.parts)
    return found
