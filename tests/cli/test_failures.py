"""What becomes of an error: a sentence, a status, and no traceback."""

import errno
from pathlib import Path

import pytest

from magazine.cli.failures import STATUS, run, status_of
from magazine.core.errors import (
    BusyError,
    ConfigurationError,
    DiskError,
    MagazineError,
    NothingToPrintError,
    OutputError,
    RendererError,
    UnreadableError,
    UsageError,
)
from magazine.render.confined import OverrunError


def leaving(error: BaseException, log: Path) -> int:
    """Run a command that fails with an error; return the status."""

    def command() -> None:
        raise error

    return run(command, lambda: log)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (UsageError, 2),
        (ConfigurationError, 2),
        (UnreadableError, 65),
        (NothingToPrintError, 66),
        (RendererError, 69),
        (OutputError, 73),
        (DiskError, 74),
        (BusyError, 75),
    ],
)
def test_every_error_of_the_tree_has_its_status(
    kind: type[MagazineError], status: int, tmp_path: Path
) -> None:
    assert leaving(kind("It is wrong.", hint="Do this."), tmp_path) == status


def test_no_branch_of_the_tree_is_without_a_status() -> None:
    assert all(status_of(branch("x")) == STATUS[branch] for branch in MagazineError.__subclasses__())


def test_the_sentence_says_what_is_wrong_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    leaving(UsageError("There is no topic 'x'.", hint="See: magazine library topics"), tmp_path)

    assert capsys.readouterr().err == "magazine: There is no topic 'x'. See: magazine library topics\n"


def test_a_stranger_s_name_moves_no_cursor_and_a_manifest_s_mistakes_keep_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    leaving(UsageError("There is no \x1b[2J\rtopic.\n  weekly.yaml:2: no."), tmp_path)

    assert capsys.readouterr().err == "magazine: There is no  [2J topic.\n  weekly.yaml:2: no.\n"


def test_frames_that_a_child_process_sent_along_are_kept_in_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    error, cause = (
        RendererError("The pages cannot be set."),
        OverrunError("it failed", frames="line 7, in draw"),
    )
    error.__cause__ = cause
    status = leaving(error, tmp_path)

    assert status == 69
    assert capsys.readouterr().err == (
        f"magazine: The pages cannot be set. The details are in {tmp_path / 'bug.log'}.\n"
    )
    assert "line 7, in draw" in (tmp_path / "bug.log").read_text(encoding="utf-8")


def test_a_bug_prints_no_traceback_and_says_where_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = leaving(ZeroDivisionError("secret text"), tmp_path / "log")

    said = capsys.readouterr().err
    assert status == 1
    assert "Traceback" not in said
    assert "secret text" not in said
    assert str(tmp_path / "log" / "bug.log") in said
    assert "ZeroDivisionError" in (tmp_path / "log" / "bug.log").read_text(encoding="utf-8")


def test_a_bug_whose_log_cannot_be_written_is_still_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_text("a file", encoding="utf-8")

    assert leaving(ZeroDivisionError(), tmp_path / "log") == 1
    assert "this is a bug" in capsys.readouterr().err


def test_a_full_disk_is_no_bug(tmp_path: Path) -> None:
    assert leaving(OSError(errno.ENOSPC, "No space left on device"), tmp_path) == 74


@pytest.mark.parametrize(
    ("error", "status"),
    [(KeyboardInterrupt(), 130), (SystemExit(143), 143), (SystemExit(None), 0), (SystemExit("x"), 1)],
)
def test_leaving_early_keeps_the_status(error: BaseException, status: int, tmp_path: Path) -> None:
    assert leaving(error, tmp_path) == status
