"""``magazine new`` at a real terminal."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from tests.cli.ran import Shell

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
BIN = Path(sys.executable).parent
SECONDS = 120


@contextmanager
def at_a_terminal(shell: Shell, *words: str) -> Iterator[pexpect.spawn]:
    """Run ``magazine new`` in a pseudo-terminal with the shell's library."""
    arguments = ["-m", "magazine", "new", "--library", str(shell.library), *words]
    environment = {"PATH": f"{BIN}:/usr/bin:/bin", "HOME": os.environ["HOME"], "TERM": "dumb"}
    terminal = pexpect.spawn(
        sys.executable,
        arguments,
        env=environment,
        encoding="utf-8",
        timeout=SECONDS,
        dimensions=(40, 120),
        echo=False,
    )
    try:
        yield terminal
    finally:
        terminal.close(force=True)


def answer(terminal: pexpect.spawn, question: str, text: str) -> str:
    """Wait for a question, answer it; return what was shown before it."""
    terminal.expect_exact(question)
    shown: str = terminal.before
    terminal.sendline(text)
    return shown


@pytest.fixture
def stocked(shell: Shell) -> Shell:
    """A shell whose library holds the examples."""
    assert shell.magazine("add", str(EXAMPLES), "-q").status == 0
    return shell


def test_three_answers_make_a_magazine_and_the_printed_line_makes_the_same(stocked: Shell) -> None:
    with at_a_terminal(stocked) as terminal:
        topics = answer(terminal, "[0]: ", "3")
        periods = answer(terminal, "[1]: ", "2026-03-09..2026-03-12")
        looks = answer(terminal, "[1]: ", "2")
        languages = answer(terminal, "[1]: ", "")
        terminal.expect(pexpect.EOF)
        said = terminal.before
        terminal.wait()

    assert terminal.exitstatus == 0
    assert re.search(r"articles of 2026-03-02 to 2026-03-29", topics)
    assert re.search(r"0  everything +\d+", topics)
    assert re.search(r"2026-03 +2026-03-01 to 2026-03-31, \d+ stories", periods)
    assert "classic" in looks
    assert re.search(r"Hindi alone, .*: \d+ stories", languages)
    [line] = [line.strip() for line in said.splitlines() if line.strip().startswith("magazine make")]
    folder = Path("magazine-2026-03-09-to-2026-03-12")
    made = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "report.json"}
    again = subprocess.run(
        [BIN / "magazine", *shlex.split(line)[1:], "-o", "again"], capture_output=True, text=True, check=True
    )

    assert again.stdout == "again/magazine.pdf\n"
    assert made == {
        path.name: path.read_bytes() for path in Path("again").iterdir() if path.name != "report.json"
    }
    assert "--theme" in line
    assert str(stocked.library) in line


def test_what_is_not_understood_is_asked_again_with_the_reason(stocked: Shell) -> None:
    with at_a_terminal(stocked) as terminal:
        answer(terminal, "[0]: ", "99")
        wrong_number = answer(terminal, "[0]: ", "econmy")
        wrong_topic = answer(terminal, "[0]: ", "space")
        answer(terminal, "[1]: ", "1999-01")
        no_stories = answer(terminal, "[1]: ", "someday")
        wrong_period = answer(terminal, "[1]: ", "")
        answer(terminal, "[1]: ", "12")
        wrong_look = answer(terminal, "[1]: ", "")
        terminal.expect_exact("[1]: ")
        terminal.sendcontrol("c")
        terminal.expect(pexpect.EOF)
        terminal.wait()

    assert "99' is none of them" in wrong_number
    assert "economy" in wrong_topic
    assert "0 stories" in no_stories
    assert "2026-W12" in wrong_period
    assert "is none of them" in wrong_look
    assert terminal.exitstatus == 130
    assert not list(Path.cwd().glob("magazine-*"))


def test_an_empty_library_can_be_filled_on_the_way(shell: Shell) -> None:
    with at_a_terminal(shell) as terminal:
        offered = answer(terminal, "[3]: ", "1")
        answer(terminal, "File or folder: ", "/not/there")
        refused = answer(terminal, "File or folder: ", str(EXAMPLES))
        terminal.expect_exact("58 added")
        terminal.expect_exact("[0]: ")
        terminal.sendeof()
        terminal.expect(pexpect.EOF)
        terminal.wait()

    assert "no dated articles yet" in offered
    assert "demo" in offered
    assert "There is no '/not/there'" in refused
    assert terminal.exitstatus == 130


def test_without_a_terminal_it_refuses_and_says_what_to_do(shell: Shell) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "magazine", "new", "--library", str(shell.library)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "magazine make" in ran.stderr
    assert ran.stderr.count("\n") == 1
