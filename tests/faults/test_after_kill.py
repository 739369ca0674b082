"""What a killed run leaves, and what the next one makes of it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from magazine.artefacts import IssueFolder
from magazine.core.errors import OutputError, UnreadableError
from magazine.library import open_library
from magazine.steps import Done, Foreman, SilentWatcher, Work
from tests.builders import a_taxonomy, an_article

_PARENT = """
import sys
from magazine.render.confined import Limits, confined
from tests.faults.test_after_kill import dawdle
confined(dawdle, sys.argv[1], limits=Limits(seconds=60))
"""


def dawdle(mark: str) -> None:
    """Say which process does this and where its scratch folder is; then take for ever."""
    Path(mark).write_text(f"{os.getpid()} {os.environ['TMPDIR']}", encoding="utf-8")
    threading.Event().wait()


def eventually(is_so: Callable[[], object], *, seconds: float = 20) -> bool:
    """Look again and again whether something has come to be."""
    pause = threading.Event()
    for _ in range(int(seconds / 0.05)):
        if is_so():
            return True
        pause.wait(0.05)
    return False


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()[2] != "Z"


def test_a_typesetter_whose_parent_was_killed_ends_and_clears_its_scratch_folder(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    parent = subprocess.Popen([sys.executable, "-c", _PARENT, str(mark)], cwd=Path(__file__).parents[2])
    assert eventually(lambda: mark.exists() and mark.stat().st_size)
    process, scratch = mark.read_text(encoding="utf-8").split()
    parent.send_signal(signal.SIGKILL)
    parent.wait()

    assert eventually(lambda: not is_alive(int(process)))
    assert not Path(scratch).exists()


def test_only_what_a_run_left_half_written_is_swept(tmp_path: Path) -> None:
    for name in (".issue.json.4711.tmp", ".notes.tmp", "magazine.pdf", "mine.tmp"):
        (tmp_path / name).touch()

    IssueFolder(tmp_path).sweep()

    assert sorted(path.name for path in tmp_path.iterdir()) == [".notes.tmp", "magazine.pdf", "mine.tmp"]


def a_foreman(folder: Path) -> Foreman:
    return Foreman(folder=IssueFolder(folder), watcher=SilentWatcher(), seconds=lambda: 0.0, versions={})


@pytest.mark.parametrize(("stood", "names"), [
    (b"the same", ["issue.json", "report.json"]),
    (b"a person's", ["issue.edited-1.json", "issue.json", "report.json"]),
], ids=["the killed run's own", "a person's"])  # fmt: skip
def test_a_file_of_a_run_killed_before_its_report_is_no_persons_edit(
    tmp_path: Path, stood: bytes, names: list[str]
) -> None:
    path = tmp_path / "issue.json"
    path.write_bytes(stood)

    def write() -> Done:
        path.write_bytes(b"the same")
        return Done(b"the same", {})

    a_foreman(tmp_path).settle(Work("summarise", "1", path, write), 0.0)

    assert sorted(each.name for each in tmp_path.iterdir()) == names


def test_a_copy_of_the_library_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.sqlite", a_taxonomy()) as library:
        library.add([an_article()])
        (tmp_path / ".copy.sqlite.4711.tmp").write_bytes(b"of a run that was killed")
        (tmp_path / ".copy.sqlite.4711.tmp-journal").touch()
        library.backup(tmp_path / "copy.sqlite")
        with pytest.raises(OutputError):
            library.backup(tmp_path / "none" / "copy.sqlite")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.sqlite", "library.sqlite"]
    with open_library(tmp_path / "copy.sqlite", a_taxonomy(), create=False) as copy:
        assert copy.get("art-1") == an_article()


def test_tables_that_a_flipped_bit_has_renamed_are_damage_and_no_bug(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with open_library(path, a_taxonomy()) as library:
        library.add([an_article()])
    path.write_bytes(path.read_bytes().replace(b"language TEXT NOT NULL", b"mananage TEXT NOT NULL"))

    with (
        pytest.raises(UnreadableError, match="damaged") as refused,
        open_library(path, a_taxonomy(), create=False) as library,
    ):
        library.get("art-1")
    assert "backup" in refused.value.hint


def test_a_day_that_is_none_is_damage_and_no_bug(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with open_library(path, a_taxonomy()) as library:
        library.add([an_article()])
    path.write_bytes(path.read_bytes().replace(b"2026-03-09", b"2026-03-0="))

    with pytest.raises(UnreadableError, match="damaged"), open_library(path, a_taxonomy()) as library:
        library.listing()
