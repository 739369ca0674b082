"""The command line, run inside the test's own process."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from magazine.cli.app import app
from magazine.cli.failures import run

_OF_A_USER = (
    "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "MAGAZINE_LIBRARY",
    "OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL",
)  # fmt: skip
"""Variables of who runs the tests, whose library is not to be touched and whose key is not to be spent."""


def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a folder be the home, and nothing be set that a user sets."""
    monkeypatch.setenv("HOME", str(home))
    for variable in _OF_A_USER:
        monkeypatch.delenv(variable, raising=False)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Shell:
    """Runs commands over one library, and reads what they print."""

    library: Path
    capsys: pytest.CaptureFixture[str]

    def magazine(self, *words: str) -> Ran:
        """Run a command with the shell's library."""
        arguments = [*words, "--library", str(self.library)]
        status = run(lambda: app(arguments, prog_name="magazine"), lambda: self.library.parent / "log")
        sys.stdout.flush()
        said = self.capsys.readouterr()
        return Ran(status, said.out, said.err)
