"""The command line in a process of its own, at home in an empty folder."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 240.0


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Home:
    """A folder that is home, working folder and all the world to the command."""

    folder: Path
    environ: Mapping[str, str] = field(default_factory=dict)

    def run(self, *words: str, stdin: bytes = b"") -> Ran:
        """Run a command with the home's library, and with no other environment than its own."""
        done = subprocess.run(
            self.command(*words),
            cwd=self.folder,
            env=self.environment(),
            input=stdin,
            capture_output=True,
            timeout=_LONGEST,
            check=False,
            umask=0,
        )
        return Ran(
            done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        )

    def command(self, *words: str) -> list[str]:
        """Return the words of the process."""
        return [sys.executable, "-m", "magazine", *words, *self._library(words)]

    def environment(self) -> dict[str, str]:
        """Return the environment: the path, the home, and what a test adds."""
        passed = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        return {**passed, "HOME": str(self.folder), "PYTHONPATH": str(_ROOT), **self.environ}

    def write_rows(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write articles as ``rows.jsonl``."""
        text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        (self.folder / "rows.jsonl").write_text(text, encoding="utf-8", errors="surrogateescape")

    def files(self) -> dict[str, Path]:
        """Return every file below the home by its path from there."""
        found = (path for path in self.folder.rglob("*") if path.is_file() or path.is_symlink())
        return {path.relative_to(self.folder).as_posix(): path for path in found}

    def _library(self, words: tuple[str, ...]) -> list[str]:
        return (
            [] if words[:1] in (("themes",), ("prompts",), ("schema",)) else ["--library", "library.sqlite"]
        )


@contextmanager
def a_home(**environ: str) -> Iterator[Home]:
    """Make a home, with an environment."""
    with tempfile.TemporaryDirectory() as folder:
        yield Home(Path(folder).resolve(), environ)
