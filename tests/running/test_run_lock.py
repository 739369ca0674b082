"""One run at a time: the kernel's lock and what is told of its holder."""

import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from magazine.core.errors import BusyError, OutputError
from magazine.locking import run_lock
from tests.running.holder import held

_WITHOUT_FLOCK = """
import errno, fcntl, sys
from pathlib import Path
def flock(*_):
    raise OSError(errno.ENOSYS, "Function not implemented")
fcntl.flock = flock
from magazine.core.errors import ConfigurationError
from magazine.locking import run_lock
try:
    with run_lock(Path("library"), locks=Path(sys.argv[1])):
        print("held")
except ConfigurationError as error:
    print(error)
"""


def test_another_run_is_named_with_its_process_and_start(tmp_path: Path) -> None:
    library, locks = tmp_path / "library.sqlite", tmp_path / "locks"
    with (
        held(library, locks) as other,
        pytest.raises(BusyError, match=rf"process {other.pid}, which started at 20\d\d-.*[+-]\d\d:\d\d"),
        run_lock(library, locks=locks),
    ):
        pass


def test_a_killed_run_holds_nothing(tmp_path: Path) -> None:
    library, locks = tmp_path / "library.sqlite", tmp_path / "locks"
    with held(library, locks) as other:
        other.kill()
        other.wait()
        with run_lock(library, locks=locks):
            holder = next(locks.glob("*.holder")).read_text(encoding="utf-8")

    assert f"process {other.pid}," not in holder


def test_two_paths_are_held_side_by_side(tmp_path: Path) -> None:
    locks = tmp_path / "locks"
    with run_lock(tmp_path / "one", locks=locks), run_lock(tmp_path / "two", locks=locks):
        assert len(list(locks.glob("*.lock"))) == 2


def test_a_path_is_the_same_under_another_name(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "alias").symlink_to("real")
    locks = tmp_path / "locks"
    with (
        held(tmp_path / "real" / "library", locks),
        pytest.raises(BusyError),
        run_lock(tmp_path / "alias" / "library", locks=locks),
    ):
        pass


def test_who_waits_gets_it_when_it_is_free(tmp_path: Path) -> None:
    library, locks = tmp_path / "library.sqlite", tmp_path / "locks"

    def hold() -> str:
        with run_lock(library, wait=60, locks=locks):
            return "held"

    with ThreadPoolExecutor(1) as pool, held(library, locks) as other:
        waiting = pool.submit(hold)
        assert other.stdin is not None
        other.stdin.close()

        assert waiting.result() == "held"


def test_nobody_else_can_look_into_the_folder_of_locks(tmp_path: Path) -> None:
    locks = tmp_path / "locks"
    locks.mkdir(mode=0o777)
    locks.chmod(0o777)
    with run_lock(tmp_path / "library", locks=locks):
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (locks, next(locks.glob("*.lock")))]

    assert modes == [0o700, 0o600]


def test_a_lock_that_cannot_be_made_is_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with (
        pytest.raises(OutputError, match="XDG_STATE_HOME"),
        run_lock(tmp_path, locks=tmp_path / "file" / "x"),
    ):
        pass


def test_a_link_in_the_lock_s_place_is_not_followed(tmp_path: Path) -> None:
    locks, victim = tmp_path / "locks", tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    with run_lock(tmp_path / "library", locks=locks):
        lock = next(locks.glob("*.lock"))
    lock.unlink()
    lock.symlink_to(victim)
    with pytest.raises(OutputError), run_lock(tmp_path / "library", locks=locks):
        pass

    assert victim.read_text(encoding="utf-8") == "mine"


def test_a_file_system_without_locks_is_refused_instead_of_trusted(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _WITHOUT_FLOCK, str(tmp_path / "locks")],
        check=True, capture_output=True, text=True,
    )  # fmt: skip

    assert "knows no locks" in ran.stdout
    assert "XDG_STATE_HOME" in ran.stdout
