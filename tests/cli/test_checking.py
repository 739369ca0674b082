"""``magazine check``: an issue edited by a teacher, and texts against their sources."""

import json
from pathlib import Path

import pytest

from magazine.artefacts import IssueFolder
from magazine.core.proof import proofread
from tests.cli.ran import Shell
from tests.press.samples import a_selection, an_issue

TRUE = "The Indian Space Research Organisation launched a satellite from Sriharikota on Monday."


@pytest.fixture
def folder(tmp_path: Path) -> IssueFolder:
    """A folder with a checked issue of one story."""
    folder = IssueFolder(tmp_path / "issue")
    folder.create()
    folder.write_selection(a_selection())
    folder.write_issue(proofread(an_issue(), fresh=True).issue)
    return folder


def edit(folder: IssueFolder, before: str, after: str) -> None:
    """Change the words of a statement as a teacher would, leaving the evidence alone."""
    issue = json.loads(folder.issue_path.read_text(encoding="utf-8"))
    for section in issue["sections"]:
        for story in section["stories"]:
            for block in story["blocks"]:
                for line in block["statements"]:
                    line["text"] = line["text"].replace(before, after)
    folder.issue_path.write_text(json.dumps(issue, ensure_ascii=False), encoding="utf-8")


def test_an_issue_that_nobody_changed_is_sound(shell: Shell, folder: IssueFolder) -> None:
    ran = shell.magazine("check", "-o", str(folder.path), "--strict")

    assert (ran.status, ran.out) == (0, "")
    assert "2 verbatim" in ran.err


def test_one_changed_number_is_refused_with_the_sentence_named(shell: Shell, folder: IssueFolder) -> None:
    edit(folder, "a satellite", "7 satellites")
    ran = shell.magazine("check", "-o", str(folder.path), "--strict")

    assert ran.status == 3
    assert "E1 block 1 line 1: edited, not supported: The Indian Space Research" in ran.out
    assert "number" in ran.out


def test_without_strict_the_change_is_marked_in_the_issue_and_the_report(
    shell: Shell, folder: IssueFolder
) -> None:
    edit(folder, "a satellite", "7 satellites")
    ran = shell.magazine("check", "-o", str(folder.path))

    assert ran.status == 0
    assert folder.read_issue().stories[0].blocks[0].statements[0].verdict == "edited, not supported"
    assert folder.read_report().steps["check"].counts["edited_unsupported"] == 1


def test_a_change_that_the_source_bears_out_is_checked(shell: Shell, folder: IssueFolder) -> None:
    edit(folder, "launched a satellite from Sriharikota on Monday", "launched a satellite from Sriharikota")
    ran = shell.magazine("check", "-o", str(folder.path), "--strict", "--json")

    assert ran.status == 0
    [remark] = json.loads(ran.out)["remarks"]
    assert remark["verdict"] == "edited, checked"


def rows(path: Path, *values: object) -> str:
    path.write_text("\n".join(json.dumps(value, ensure_ascii=False) for value in values), encoding="utf-8")
    return str(path)


def test_pairs_are_answered_one_a_line(shell: Shell, tmp_path: Path) -> None:
    pairs = rows(
        tmp_path / "pairs.jsonl",
        {"id": "good", "source": TRUE, "text": "ISRO launched a satellite from Sriharikota."},
        {"id": "bad", "source": TRUE, "text": "ISRO launched 12 satellites from Sriharikota."},
        {"id": 3, "source": ["It has 40 crore.", "It has 50 lakh."], "cites": [0], "text": "It has 50 lakh."},
    )
    ran = shell.magazine("check", "--pairs", pairs, "--json", "-q")

    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 0
    assert [(one["id"], one["supported"]) for one in answers] == [("good", True), ("bad", False), (3, False)]
    assert {"kind", "value", "text"} <= answers[1]["problems"][0].keys()


def test_strict_pairs_leave_with_their_own_status(shell: Shell, tmp_path: Path) -> None:
    pairs = rows(
        tmp_path / "pairs.jsonl", {"id": "bad", "source": TRUE, "text": "ISRO launched 12 satellites."}
    )

    assert shell.magazine("check", "--pairs", pairs, "--strict").status == 3


def test_a_row_that_is_no_pair_is_named_and_the_rest_is_checked(shell: Shell, tmp_path: Path) -> None:
    pairs = rows(
        tmp_path / "pairs.jsonl", {"id": "no text", "source": TRUE}, {"id": 1, "source": TRUE, "text": TRUE}
    )
    ran = shell.magazine("check", "--pairs", pairs)

    assert ran.status == 3
    assert "pairs.jsonl:1" in ran.err
    assert ran.out == "1: supported\n"


@pytest.mark.parametrize("words", [("check",), ("check", "-o", "x", "--pairs", "y")])
def test_there_must_be_one_thing_to_check(shell: Shell, words: tuple[str, ...]) -> None:
    assert shell.magazine(*words).status == 2


def test_a_missing_file_of_pairs_cannot_be_read(shell: Shell) -> None:
    assert shell.magazine("check", "--pairs", "nowhere.jsonl").status == 65
