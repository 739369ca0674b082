"""What the place of a file allows: room, a disk of this machine; scratch folders that killed runs leave."""

import errno
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from magazine.core.errors import ConfigurationError
from magazine.disks import refuse_network, scratch, try_room


def mounts(file: Path, *lines: str) -> Path:
    """Write what the kernel tells of mounts: ext4 everywhere, and these."""
    root = "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw"
    file.write_text("\n".join((root, *lines)) + "\n", encoding="utf-8")
    return file


def is_refused(path: Path, told: Path) -> bool:
    """Whether a library may not lie there."""
    try:
        refuse_network(path, "library", mounts=told)
    except ConfigurationError:
        return True
    return False


def test_room_is_tried_and_leaves_nothing(tmp_path: Path) -> None:
    try_room(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_none_has_no_room(tmp_path: Path) -> None:
    with pytest.raises(OSError) as refused:  # noqa: PT011 - its number is looked at
        try_room(tmp_path / "none")

    assert refused.value.errno == errno.ENOENT


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_network_disk_is_refused_with_its_kind_and_what_to_do(tmp_path: Path, kind: str) -> None:
    told = mounts(
        tmp_path / "mounts", f"31 27 0:30 / {tmp_path}/my\\040share rw shared:1 - {kind} host:/x rw"
    )

    with pytest.raises(ConfigurationError, match=f"network file system \\({kind}\\)") as refused:
        refuse_network(tmp_path / "my share" / "deep" / "library.sqlite", "library", mounts=told)
    assert "a disk of this machine" in refused.value.hint


def test_a_local_disk_mounted_on_a_network_disk_is_local(tmp_path: Path) -> None:
    told = mounts(
        tmp_path / "mounts",
        f"31 27 0:30 / {tmp_path} rw - nfs4 host:/x rw",
        f"32 31 0:31 / {tmp_path}/local rw - ext4 /dev/vdb rw",
    )

    assert not is_refused(tmp_path / "local" / "library.sqlite", told)
    assert is_refused(tmp_path / "library.sqlite", told)


def test_a_folder_whose_name_only_begins_as_a_mount_is_elsewhere(tmp_path: Path) -> None:
    told = mounts(tmp_path / "mounts", f"31 27 0:30 / {tmp_path}/net rw - nfs4 host:/x rw")

    assert not is_refused(tmp_path / "network" / "library.sqlite", told)
    assert is_refused(tmp_path / "net" / "library.sqlite", told)


def test_a_link_to_a_network_disk_is_followed(tmp_path: Path) -> None:
    (tmp_path / "net").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "net")
    told = mounts(tmp_path / "mounts", f"31 27 0:30 / {tmp_path}/net rw - nfs4 host:/x rw")

    assert is_refused(tmp_path / "here" / "library.sqlite", told)


def test_where_nobody_tells_what_is_mounted_every_disk_is_taken(tmp_path: Path) -> None:
    assert not is_refused(tmp_path / "library.sqlite", tmp_path / "none")


def test_a_scratch_folder_is_gone_after_its_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with scratch("page") as first, scratch("page") as second:
        (Path(first) / "file").write_text("kept while it is used")
        assert len({first, second, *tmp_path.iterdir()}) == 4

    assert list(tmp_path.iterdir()) == []


HOLDER = """
import sys, tempfile, time
tempfile.tempdir = sys.argv[1]
from magazine.disks import scratch
with scratch("page") as folder:
    print(folder, flush=True)
    time.sleep(600)
"""


def test_what_a_killed_run_left_is_cleared_and_what_another_uses_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    stranger = tmp_path / "magazine-page-of-mine"
    stranger.mkdir()
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        used = Path(run.stdout.readline().strip())
        with scratch("page"):
            assert used.is_dir()
        run.send_signal(signal.SIGKILL)
        run.wait()
    assert used.is_dir()
    with scratch("page") as own:
        assert sorted(tmp_path.iterdir()) == sorted([stranger, Path(own)])
