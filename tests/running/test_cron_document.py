"""The lines of examples/cron.md do what the document says, with an empty environment."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from magazine.core.dates import IST

DOCUMENT = (Path(__file__).resolve().parents[2] / "examples" / "cron.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent
SHORT_PATH = "/usr/bin:/bin"
_UNKNOWN_USER = """
import pwd, runpy, sys
def unknown(number):
    raise KeyError(number)
pwd.getpwuid = unknown
sys.argv = sys.argv[1:]
runpy.run_module("magazine", run_name="__main__")
"""


def blocks(kind: str) -> list[str]:
    """Return the fenced blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)


def cron_commands() -> list[str]:
    """Return what cron hands to its shell: each line without its five fields."""
    lines = (line for block in blocks("crontab") for line in block.splitlines())
    return [line.split(maxsplit=5)[5] for line in lines]


def making() -> list[str]:
    return [command for command in cron_commands() if "magazine make" in command]


def run(command: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line as cron does: /bin/sh, almost no environment, no terminal."""
    return subprocess.run(
        ["/bin/sh", "-c", command],
        env={"HOME": str(home), "PATH": f"{BIN}:{SHORT_PATH}", **environment},
        cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose library has six stories of last week."""
    (tmp_path / "magazines").mkdir()
    rows = [
        {
            "id": f"r-{number}",
            "title": f"{name} opens a bridge of {number * 110} metres",
            "body": f"The government of {name} opened a bridge of {number * 110} metres over the river. "
            f"It cost ₹{number * 37} crore, said the Minister of Public Works of {name}.",
            "published": str(last_week(number)),
            "source": "PIB",
        }
        for number, name in enumerate(["Assam", "Bihar", "Goa", "Kerala", "Odisha", "Punjab"], start=1)
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert run(f"magazine add -q {shlex.quote(str(path))}", tmp_path).returncode == 0
    return tmp_path


def last_week(weekday: int) -> date:
    today = datetime.now(UTC).astimezone(IST).date()
    return today - timedelta(days=today.weekday() + 7) + timedelta(days=weekday - 1)


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def without_home(command: Sequence[str], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env=environment,
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_weekly_line_is_silent_and_the_same_week_again_changes_no_byte(home: Path) -> None:
    command = making()[0]
    first = run(command, home)
    made = bytes_in(home / "magazines" / "weekly")
    again = run(command, home)

    for ran in (first, again):
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert made["magazine.pdf"].startswith(b"%PDF")
    assert bytes_in(home / "magazines" / "weekly") == made


def test_the_line_with_a_key_file_reads_it_and_never_shows_it(home: Path) -> None:
    key = home / ".config" / "magazine" / "key"
    key.parent.mkdir(parents=True)
    key.write_text("two words are no key", encoding="utf-8")
    ran = run(making()[1], home)

    assert ran.returncode == 2
    assert f"{key} holds no key" in ran.stderr
    assert "two words" not in ran.stderr


def test_the_line_without_an_output_keeps_every_week(home: Path) -> None:
    ran = run(making()[2], home)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert [path.name for path in (home / "magazines").iterdir()] == [
        f"magazine-{last_week(1)}-to-{last_week(7)}"
    ]


def test_a_thin_week_prints_nothing_and_leaves_the_last_magazine_as_it_was(home: Path) -> None:
    run(making()[0], home)
    made = bytes_in(home / "magazines" / "weekly")
    ran = run(making()[0].replace("--min-stories 5", "--min-stories 7"), home)

    assert ran.returncode == 66
    assert "6 stories" in ran.stderr
    assert bytes_in(home / "magazines" / "weekly") == made


def test_the_line_of_a_batch_is_silent_and_the_same_week_again_changes_no_byte(home: Path) -> None:
    [command] = [each for each in cron_commands() if "magazine batch" in each]
    (home / "magazines" / "weekly.yaml").write_text(
        "defaults: {period: last-week, questions: 0, format: md}\n"
        "issues: [{name: long}, {name: short, max_stories: 2}]\n",
        encoding="utf-8",
    )
    first = run(command, home)
    folder = home / "magazines" / "weekly"
    made = [bytes_in(each) for each in (folder / "long", folder / "short")]
    report = (folder / "report.html").read_bytes()
    again = run(command, home)

    for ran in (first, again):
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert all("magazine.md" in each for each in made)
    assert [bytes_in(each) for each in (folder / "long", folder / "short")] == made
    assert (folder / "report.html").read_bytes() == report


def test_the_fetching_line_says_what_to_do_when_no_source_is_on(home: Path) -> None:
    ran = run(cron_commands()[0], home)

    assert ran.returncode == 2
    assert "magazine sources add" in ran.stderr


def test_a_service_runs_with_the_document_s_environment_and_a_credential(tmp_path: Path) -> None:
    service = blocks("ini")[0]
    environment = dict(pair.split("=", 1) for pair in re.findall(r"XDG_\w+=\S+", service))
    mine = {name: str(tmp_path / value.lstrip("/")) for name, value in environment.items()}
    commands = re.findall(r"^ExecStart=(.*)$", service, re.MULTILINE)
    credential = tmp_path / "openai-key"
    credential.write_text("sk-test\n", encoding="utf-8")
    make = shlex.split(commands[1].replace("/var/lib/magazine/weekly", str(tmp_path / "weekly")))
    named = {"OPENAI_API_KEY_FILE": str(credential), **mine}
    ran = without_home([str(BIN / make[0]), *make[1:]], **named)
    [line] = [json.loads(line) for line in ran.stderr.splitlines()]

    assert ran.returncode == 65  # there is no library yet
    assert (line["level"], line["event"], line["kind"]) == ("error", "failed", "UnreadableError")
    assert str(tmp_path / "var/lib/magazine/magazine/library.sqlite") in line["message"]
    assert datetime.fromisoformat(line["ts"]).utcoffset() is not None
    assert line["run"].isdecimal()
    assert "sk-test" not in ran.stderr


def test_without_home_the_user_s_home_is_looked_up() -> None:
    ran = without_home([sys.executable, "-m", "magazine", "status", "--json"])

    assert ran.returncode == 0
    assert json.loads(ran.stdout)["issues"] is not None


@pytest.mark.parametrize("words", [("status",), ("library", "stats"), ("make", "--period", "2026-03")])
def test_a_user_without_any_home_reads_what_to_set(words: tuple[str, ...]) -> None:
    ran = without_home([sys.executable, "-c", _UNKNOWN_USER, "magazine", *words])

    assert ran.returncode == 2
    assert "XDG_STATE_HOME" in ran.stderr
    assert "Traceback" not in ran.stderr
