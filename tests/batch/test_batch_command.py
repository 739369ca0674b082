"""``magazine batch``: a manifest's issues from the command line, in screen editions, which are quick."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from magazine.cli.app import app
from magazine.cli.failures import run
from magazine.locking import run_lock
from tests.cli.ran import Ran, Shell
from tests.edit.model.faulty import Exchange, completion, error, serving
from tests.edit.writing import a_copy

MATRIX = """
defaults: {period: 2026-03, max_stories: 1, questions: 0, format: html}
matrix:
  brand: [north.yaml, south.yaml]
  language: [en, hi]
"""
NAMES = ["north-en-2026-03", "north-hi-2026-03", "south-en-2026-03", "south-hi-2026-03"]


def batch(shell: Shell, text: str, *words: str) -> Ran:
    """Run a manifest of that text with one worker."""
    for brand in ("north", "south"):
        Path(f"{brand}.yaml").write_text(f"name: {brand} academy\n", encoding="utf-8")
    Path("weekly.yaml").write_text(text, encoding="utf-8")
    return shell.magazine("batch", "weekly.yaml", "--workers", "1", *words)


def told(folder: str = "weekly") -> dict[str, Any]:
    """Return batch.json."""
    document: dict[str, Any] = json.loads(Path(folder, "batch.json").read_text(encoding="utf-8"))
    return document


def states(folder: str = "weekly") -> dict[str, str]:
    return {issue["name"]: issue["state"] for issue in told(folder)["issues"]}


def stamps() -> dict[Path, int]:
    """Return when each file was written."""
    return {path: path.stat().st_mtime_ns for path in Path("weekly").rglob("*") if path.is_file()}


def test_a_matrix_is_made_edited_once_a_language_and_nothing_is_done_again(shell: Shell) -> None:
    first = batch(shell, MATRIX)
    written = stamps()
    again = batch(shell, MATRIX, "-q")

    assert (first.status, again.status) == (0, 0)
    assert first.out.splitlines() == [f"weekly/{name}/magazine.html" for name in NAMES] + [
        "weekly/report.html"
    ]
    assert states() == dict.fromkeys(NAMES, "made")
    notes = [issue["notes"] for issue in told()["issues"]]
    assert sum("Edited together with another issue." in each for each in notes) == 2
    assert (again.out, again.err) == ("", "")
    assert stamps() == written


def test_the_same_issue_has_the_bytes_of_make(shell: Shell) -> None:
    batch(shell, MATRIX, "--only", "north-en*")
    shell.magazine(
        "make", "-o", "alone", "--period", "2026-03", "--max-stories", "1", "--questions", "0",
        "--language", "en", "--format", "html", "--brand", "north.yaml",
    )  # fmt: skip

    for name in ("selection.json", "issue.json", "magazine.html"):
        assert Path("weekly/north-en-2026-03", name).read_bytes() == Path("alone", name).read_bytes()


def test_an_issue_with_nothing_to_print_leaves_yesterdays_and_is_named(shell: Shell) -> None:
    text = "defaults: {max_stories: 1, questions: 0, format: html}\nissues:\n  - {name: daily, period: %s}\n"
    batch(shell, text % "2026-03")
    before = Path("weekly/daily/magazine.html").read_bytes()

    ran = batch(shell, text % "2026-02", "-q")

    assert ran.status == 3
    assert "daily: kept. No saved article from 2026-02-01" in ran.err
    assert Path("weekly/daily/magazine.html").read_bytes() == before
    assert told()["issues"][0]["fault"]["status"] == 66


def test_an_issue_below_its_least_stories_is_not_made(shell: Shell) -> None:
    text = MATRIX.replace("max_stories: 1", "max_stories: 9, min_stories: 3")

    ran = batch(shell, text, "--only", "north-*")

    assert ran.status == 3
    assert states() == {"north-en-2026-03": "made", "north-hi-2026-03": "kept"}
    assert not Path("weekly/north-hi-2026-03").exists()


def test_an_issue_that_fails_is_named_and_the_others_are_made(shell: Shell) -> None:
    Path("weekly").mkdir()
    Path("weekly/north-en-2026-03").write_text("in the way", encoding="utf-8")

    ran = batch(shell, MATRIX)

    assert ran.status == 3
    assert states() == dict(zip(NAMES, ["failed", "made", "made", "made"], strict=True))
    fault = told()["issues"][0]["fault"]
    assert fault["status"] == 73
    assert "north-en-2026-03: failed. Cannot write" in ran.err


def test_fail_fast_starts_nothing_more(shell: Shell) -> None:
    issues = "".join(f"  - {{name: i{number:02}}}\n" for number in range(40))
    Path("weekly").mkdir()
    for number in range(40):
        Path(f"weekly/i{number:02}").touch()

    ran = batch(shell, f"defaults: {{period: 2026-03, format: html}}\nissues:\n{issues}", "--fail-fast")

    found = list(states().values())
    assert ran.status == 3
    assert set(found) == {"failed", "not started"}
    assert found.count("failed") < 40


def test_a_broken_engine_in_one_issue_is_a_bug_of_that_issue_only(shell: Shell) -> None:
    batch(shell, MATRIX)
    Path("weekly/north-en-2026-03/report.json").unlink()
    Path("weekly/north-en-2026-03/report.json").mkdir()

    ran = batch(shell, MATRIX)

    assert ran.status == 3
    assert states()["north-en-2026-03"] == "failed"
    assert states()["south-en-2026-03"] == "unchanged"


@pytest.mark.parametrize(
    ("row", "line", "words"),
    [
        ("topics: spaace", 3, "There is no topic 'spaace'. Did you mean 'space'"),
        ("theme: clasic", 3, "There is no theme 'clasic'"),
        ("brand: brands/none.yaml", 3, "Cannot read the brand"),
        ("format: docx", 3, "There is no edition 'docx'"),
        ("exam: ias", 3, "There is no preset 'ias'"),
        ("past_questions: none.yaml", 3, "none.yaml"),
        ("translate: yes", 3, "translate"),
    ],
)
def test_what_means_nothing_is_shown_where_it_stands(shell: Shell, row: str, line: int, words: str) -> None:
    ran = batch(shell, f"issues:\n  - name: a\n    {row}\n")

    assert ran.status == 2
    assert f"weekly.yaml:{line}: " in ran.err
    assert words in ran.err
    assert not Path("weekly").exists()


def test_mistakes_of_form_and_of_meaning_are_shown_together(shell: Shell) -> None:
    ran = batch(shell, "defaults:\n  perid: x\nissues:\n  - {name: ../a}\n  - {name: b, topics: spaace}\n")

    assert ran.status == 2
    assert [line.split(":")[1] for line in ran.err.splitlines()[1:]] == ["2", "4", "5"]


def test_a_dry_run_says_what_would_be_printed_and_writes_nothing(shell: Shell) -> None:
    ran = batch(shell, MATRIX, "--dry-run", "--json")

    found = json.loads(ran.out)
    assert ran.status == 0
    assert [row["name"] for row in found["issues"]] == NAMES
    assert (found["selections"], found["stories"]) == (2, 2)
    assert not Path("weekly").exists()


def test_a_dry_run_with_a_model_reckons_equal_issues_once_and_asks_nothing(shell: Shell) -> None:
    model = ("--engine", "model", "--base-url", "http://127.0.0.1:1/v1", "--model", "m")

    found = json.loads(batch(shell, MATRIX, "--dry-run", "--json", *model).out)

    assert (found["calls"], found["model"], found["cost"]) == (2, "m", 0)


def test_a_story_is_paid_once_for_all_brands_and_nobody_else_is_billed(shell: Shell) -> None:
    def answer(it: Exchange) -> None:
        matter = it.body["messages"][-1]["content"]
        body = json.loads(completion(json.dumps(a_copy(json.loads(matter)))))
        body["usage"]["prompt_tokens"] = len(matter.encode())
        it.send(200, json.dumps(body).encode())

    with serving(answer) as server:
        model = ("--engine", "model", "--base-url", server.url, "--model", "m", "--only", "*-en-*")
        ran = batch(shell, MATRIX.replace("questions: 0", "questions: 0, translate: false"), *model)

    assert ran.status == 0
    assert server.hits == 1
    assert told()["model_calls"] == 1
    assert sorted(issue["calls"] for issue in told()["issues"]) == [0, 1]


def test_a_refused_key_ends_the_batch_and_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary-31337")
    with serving(lambda it: it.send(401, error("invalid_api_key"))) as server:
        model = ("--engine", "model", "--base-url", server.url, "--model", "m")
        ran = batch(shell, MATRIX, *model)

    assert ran.status == 3
    assert {issue["fault"]["status"] for issue in told()["issues"] if issue["fault"]} == {77}
    assert set(states().values()) <= {"failed", "not started"}
    assert "sk-canary" not in ran.err + Path("weekly/report.html").read_text(encoding="utf-8")


def test_a_batch_that_is_stopped_leaves_nobody_at_work_and_goes_on_from_there(shell: Shell) -> None:
    batch(shell, MATRIX, "--dry-run")  # writes the manifest
    words = ("batch", "weekly.yaml", "--workers", "1", "--library", str(shell.library))
    with subprocess.Popen(
        [sys.executable, "-m", "magazine", *words], stderr=subprocess.PIPE, text=True
    ) as run_:
        assert run_.stderr is not None
        first = run_.stderr.readline()
        run_.send_signal(signal.SIGTERM)
        # Its workers hold the pipe, too: it ends when the last of them is gone.
        run_.stderr.read()
    again = batch(shell, MATRIX)

    assert run_.returncode == 143
    assert again.status == 0
    assert states()[first.split(":")[0]] == "unchanged"


def test_the_example_manifest_is_understood(shell: Shell) -> None:
    examples = Path(__file__).resolve().parents[2] / "examples"

    ran = shell.magazine(
        "batch", str(examples / "weekly.yaml"), "--dry-run", "--json", "--as-of", "2026-03-16"
    )

    names = [row["name"] for row in json.loads(ran.out)["issues"]]
    assert len(names) == 9
    assert names[:2] == ["2026-W11/staff", "2026-W11/brand-state-en"]


def test_a_dry_run_says_which_issue_has_too_little_and_reckons_no_calls_for_it(shell: Shell) -> None:
    text = MATRIX.replace("max_stories: 1", "max_stories: 9, min_stories: 3, translate: false")
    model = ("--engine", "model", "--base-url", "http://127.0.0.1:1/v1", "--model", "m")
    ran = batch(shell, text, "--dry-run", *model)
    alone = batch(shell, text, "--dry-run", *model, "--only", "*-en-*")

    assert "north-hi-2026-03: 2 stories, about" in ran.out
    assert ran.out.count("too few, it would not be made") == 2
    calls = [line for line in ran.err.splitlines() if "calls" in line]
    assert calls == [line for line in alone.err.splitlines() if "calls" in line] != []


def test_an_issue_whose_folder_another_run_holds_is_named_and_the_others_are_made(
    shell: Shell, tmp_path: Path
) -> None:
    with run_lock(tmp_path / "weekly" / NAMES[0]):
        ran = batch(shell, MATRIX, "-q")

    assert ran.status == 3
    assert states() == dict(zip(NAMES, ["failed", "made", "made", "made"], strict=True))
    assert told()["issues"][0]["fault"]["status"] == 75
    assert f"held by process {os.getpid()}" in ran.err


def test_issues_that_stand_and_were_never_told_of_are_told(shell: Shell) -> None:
    batch(shell, MATRIX, "--only", "north-*", "-q")
    batch(shell, MATRIX, "--only", "south-*", "-q")
    ran = batch(shell, MATRIX, "-q")

    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert states() == dict.fromkeys(NAMES, "unchanged")


def test_only_a_name_that_there_is_can_be_asked_for(shell: Shell) -> None:
    ran = batch(shell, MATRIX, "--only", "north-en-2026-3")

    assert ran.status == 2
    assert "Did you mean north-en-2026-03?" in ran.err


def test_an_output_folder_that_another_run_holds_is_left_with_75(shell: Shell, tmp_path: Path) -> None:
    with run_lock(tmp_path / "weekly"):
        ran = batch(shell, MATRIX, "-q")

    assert ran.status == 75
    assert f"process {os.getpid()}" in ran.err
    assert not Path("weekly/batch.json").exists()


def test_a_cluster_that_is_not_there_is_said_to_be_so_and_nothing_is_written(shell: Shell) -> None:
    Path("weekly.yaml").write_text("issues: [{name: a, period: 2026-03}]", encoding="utf-8")

    ran = shell.magazine("batch", "weekly.yaml", "--cluster", "nonsense://127.0.0.1:1")

    assert ran.status == 69
    assert "There is no cluster at nonsense://127.0.0.1:1." in ran.err


def test_workers_must_be_some(shell: Shell) -> None:
    Path("weekly.yaml").write_text("issues: [{name: a, period: 2026-03}]", encoding="utf-8")

    assert shell.magazine("batch", "weekly.yaml", "--workers", "0").status == 2
    both = shell.magazine("batch", "weekly.yaml", "--workers", "1", "--cluster", "tcp://127.0.0.1:1")
    assert both.status == 2


def test_a_hostile_title_in_the_manifest_is_text_in_the_issue(shell: Shell) -> None:
    title = "<script>alert(1)</script>"
    text = MATRIX.replace("{period", "{title: '" + title + "', period")

    batch(shell, text, "--only", "north-en*")

    page = Path("weekly/north-en-2026-03/magazine.html").read_text(encoding="utf-8")
    assert title not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(("what", "key"), [("manifest", "matrix"), ("issue", "masthead")])
def test_a_schema_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path, what: str, key: str) -> None:
    assert run(lambda: app(["schema", what]), lambda: tmp_path) == 0
    assert key in json.loads(capsys.readouterr().out)["properties"]
