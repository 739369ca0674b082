"""The command line, run inside the test's own process."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from magazine.cli.app import app
from magazine.cli.failures import run


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
