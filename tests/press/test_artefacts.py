"""The files of an issue's folder."""

import errno
import json
import os
import resource
import signal
from pathlib import Path

import pytest

from magazine.artefacts import IssueFolder, disk_trouble, to_json, write_whole
from magazine.core.errors import DiskError, OutputError, UnreadableError
from magazine.core.report import Report, StepReport
from magazine.core.selection import Selection
from tests.builders import a_reference, a_rule
from tests.press.samples import a_selection, an_issue


def test_a_selection_comes_back_as_it_was_written(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    folder.write_selection(a_selection())

    assert folder.read_selection() == a_selection()


def test_an_issue_comes_back_as_it_was_written(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    folder.write_issue(an_issue())

    assert folder.read_issue() == an_issue()


def test_hindi_stands_in_the_file_as_hindi(tmp_path: Path) -> None:
    selection = Selection(rule=a_rule(query="करोड़"))

    assert "करोड़".encode() in to_json(selection)
    assert IssueFolder(tmp_path).write_selection(selection) == to_json(selection)


def test_a_report_comes_back_as_it_was_written(tmp_path: Path) -> None:
    step = StepReport(
        inputs="a", outputs={"issue.json": "b"}, seconds=1.5, counts={"stories": 2}, notes=("x",)
    )
    report = Report().with_step("summarise", step, tool={"magazine": "1"})
    IssueFolder(tmp_path).write_report(report)

    assert IssueFolder(tmp_path).read_report() == report


def test_a_damaged_report_only_costs_doing_the_steps_again(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("{", encoding="utf-8")

    assert IssueFolder(tmp_path).read_report() == Report()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"[]", "is not a selection"),
        (b'{"rule": {"period": {"first": "2026-03-01"}}}', "rule.period.last"),
        (b'{"version": 99}', "newer magazine"),
        (b"[" * 100_000, "is not JSON"),
    ],
    ids=["empty", "cut", "binary", "a list", "a field short", "newer", "nested without end"],
)
def test_a_selection_that_cannot_be_used_is_refused_with_the_place_and_what_to_do(
    tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / "selection.json").write_bytes(content)

    with pytest.raises(UnreadableError, match=says) as refusal:
        IssueFolder(tmp_path).read_selection()

    assert refusal.value.hint


def test_a_missing_issue_is_refused_with_the_command_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"issue\.json") as refusal:
        IssueFolder(tmp_path).read_issue()

    assert "magazine summarise -o" in refusal.value.hint


def test_a_file_is_replaced_whole_and_leaves_no_temporary_one(tmp_path: Path) -> None:
    path = tmp_path / "magazine.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["magazine.pdf"]


def test_a_failed_write_leaves_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "magazine.pdf"
    write_whole(path, b"old")
    # A real refusal of the kernel: no file of this process may grow beyond 1,000 bytes.
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    quiet = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(DiskError, match=r"magazine\.pdf"):
            write_whole(path, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, quiet)

    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["magazine.pdf"]


def test_a_folder_that_is_a_file_cannot_hold_an_issue(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")

    with pytest.raises(OutputError, match="taken") as refusal:
        IssueFolder(tmp_path / "taken").create()

    assert "-o" in refusal.value.hint


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, DiskError), (errno.EIO, DiskError), (errno.EACCES, OutputError)]
)
def test_the_kernels_words_are_told_apart(number: int, kind: type) -> None:
    assert isinstance(disk_trouble(Path("x"), OSError(number, os.strerror(number))), kind)


def test_an_edited_file_is_kept_beside_itself_and_never_over_another_copy(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    for words in ("first", "second"):
        folder.issue_path.write_text(words, encoding="utf-8")
        folder.keep_aside("issue.json")

    assert (tmp_path / "issue.edited-1.json").read_text(encoding="utf-8") == "first"
    assert (tmp_path / "issue.edited-2.json").read_text(encoding="utf-8") == "second"


def test_an_article_reference_carries_what_the_contract_names() -> None:
    story = json.loads(to_json(a_selection()))["stories"][0]

    assert {"id", "url", "title", "published", "source"} <= story["articles"][0].keys()
    assert story["articles"][0]["id"] == a_reference().id
