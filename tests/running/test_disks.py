"""What the place of a file allows: room, and a disk of this machine."""

import errno
from pathlib import Path

import pytest

from magazine.core.errors import ConfigurationError
from magazine.disks import refuse_network, try_room


def mounts(file: Path, *lines: str) -> Path:
    """Write what the kernel tells of mounts: ext4 everywhere, and these."""
    root = "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw"
    file.write_text("\n".join((root, *lines)) + "\n", encoding="utf-8")
    return file


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

    refuse_network(tmp_path / "local" / "library.sqlite", "library", mounts=told)


def test_a_folder_whose_name_only_begins_as_a_mount_is_elsewhere(tmp_path: Path) -> None:
    told = mounts(tmp_path / "mounts", f"31 27 0:30 / {tmp_path}/net rw - nfs4 host:/x rw")

    refuse_network(tmp_path / "network" / "library.sqlite", "library", mounts=told)


def test_a_link_to_a_network_disk_is_followed(tmp_path: Path) -> None:
    (tmp_path / "net").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "net")
    told = mounts(tmp_path / "mounts", f"31 27 0:30 / {tmp_path}/net rw - nfs4 host:/x rw")

    with pytest.raises(ConfigurationError):
        refuse_network(tmp_path / "here" / "library.sqlite", "library", mounts=told)


def test_where_nobody_tells_what_is_mounted_every_disk_is_taken(tmp_path: Path) -> None:
    refuse_network(tmp_path / "library.sqlite", "library", mounts=tmp_path / "none")
