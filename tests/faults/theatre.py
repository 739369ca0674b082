"""Scenes of the command line, played on a stage again and again, each in a folder of its own."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "articles"
FEW = ("ex-pm-rahat-hi", "ex-plfs-february", "ex-dac-238-lakh-crore", "ex-tb-ayush-study")
DOCUMENTED = frozenset({0, 2, 3, 65, 66, 69, 73, 74, 75, 77})
"""Every exit status but 1, a bug, and those of an interruption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A command over a folder."""

    name: str
    words: tuple[str, ...]
    stock: Path
    """The folder as it is before; copied for each play."""
    environ: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What became of a play."""

    status: int
    """Negative: the signal that ended it."""
    said: str
    """Its stderr."""
    moments: tuple[str, ...]
    """What was counted, if it was."""
    seconds: float
    statuses: tuple[int, ...]
    """Of all copies, when several were started at once."""
    samples: tuple[tuple[int, int, int], ...]
    """Bytes of it and of its largest worker, and its open files, five times a second; if it was watched."""

    @property
    def is_civil(self) -> bool:
        """Whether it left with a documented status, and neither a traceback nor a bug was shown."""
        return self.status in DOCUMENTED and "Traceback" not in self.said and "this is a bug" not in self.said


class Stage:
    """The other end of ``tests.faults.stage``."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def play(
        self,
        scene: Scene,
        folder: Path,
        *,
        act: str = "",
        at: int = 0,
        kill_after: float | None = None,
        file_limit: int | None = None,
        sabotage: Sequence[str] = (),
        copies: int = 1,
        user: int | None = None,
        watched: bool = False,
    ) -> Played:
        """Run a scene's command over a folder.

        Args:
            scene: The command.
            folder: Its root, as ``set_up`` makes it.
            act: ``count``, ``fail`` or ``kill``, at the ``at``-th moment; empty: nothing is watched.
            at: From 1.
            kill_after: Seconds until it is killed from outside; None: it is not.
            file_limit: Bytes that no file may exceed: the disk is full there.
            sabotage: Protections that are taken away.
            copies: How often it is started, at once; what is said is the first one's.
            user: Whose run it is; None: that of whoever runs the tests.
            watched: Take samples of memory and open files.
        """
        order = {
            "words": [word.replace("{root}", str(folder)) for word in scene.words],
            "environ": {**_environ(folder), **scene.environ},
            "folder": str(folder / "work"),
            "root": f"{folder}/",
            "stdout": f"{folder}.out",
            "stderr": f"{folder}.err",
            "counts": f"{folder}.counts" if act else "",
            "act": act or "count",
            "at": at,
            "kill_after": kill_after,
            "file_limit": file_limit,
            "sabotage": list(sabotage),
            "copies": copies,
            "user": user,
            "watched": watched,
        }
        Path(f"{folder}.counts").unlink(missing_ok=True)
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps(order) + "\n")
        stdin.flush()
        told = json.loads(stdout.readline())
        counts = Path(f"{folder}.counts")
        return Played(
            status=told["statuses"][0],
            said=_said(folder),
            moments=tuple(counts.read_text(encoding="utf-8").splitlines()) if counts.exists() else (),
            seconds=told["seconds"],
            statuses=tuple(told["statuses"]),
            samples=tuple(map(tuple, told["samples"])),
        )


@contextmanager
def a_stage() -> Iterator[Stage]:
    """Open a stage for as long as the block lasts."""
    command = [sys.executable, "-m", "tests.faults.stage"]
    # No key and no configuration of whoever runs the tests.
    environ = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Stage(process)
        finally:
            process.kill()


@contextmanager
def a_place() -> Iterator[Path]:
    """Have a folder for plays, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="faults-", ignore_cleanup_errors=True) as folder:
        yield Path(folder).resolve()


def set_up(scene: Scene, folder: Path) -> Path:
    """Make a folder as it is before a scene; return it."""
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(scene.stock, folder, symlinks=True)
    return folder


def empty_stock(folder: Path) -> Path:
    """Make a folder of a person who has nothing yet; return it."""
    for name in ("home", "work", "tmp"):
        (folder / name).mkdir(parents=True)
    return folder


def outcome_of(folder: Path) -> dict[str, str]:
    """Return what a command leaves that has to be the same each time: files of issues, and the library."""
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / "work").rglob("*"))
        if path.is_file() and path.name not in {"report.json", "batch.json", "report.html"}
    }
    library = folder / "library.sqlite"
    if library.exists():
        found["library"] = _digest(library)
    return found


def strays(folder: Path) -> list[str]:
    """Return the temporary files and folders that were left."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.name.endswith(".tmp") or ".tmp-" in path.name or path.parent == folder / "tmp"
    ]


def is_sound(database: Path) -> bool:
    """Tell whether a SQLite file that may be there passes its own check."""
    if not database.exists() or not database.stat().st_size:
        return True
    with closing(sqlite3.connect(database)) as opened:
        return bool(opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def _digest(library: Path) -> str:
    """Return a digest of what a library holds: articles, topics, events, known items."""
    with closing(sqlite3.connect(library)) as opened:
        opened.create_function("local_day", 2, lambda *_: None, deterministic=True)
        rows: list[Any] = []
        for query in (
            "SELECT id, url, title, published, source, words, text_hash, body FROM article ORDER BY id",
            "SELECT id, place, topic FROM article_topic JOIN article ON number = article ORDER BY 1, 2",
            "SELECT a.id FROM article_event e JOIN article a ON a.number = e.article ORDER BY a.id",
            "SELECT feed, key, fingerprint FROM feed_item ORDER BY feed, key",
            "SELECT rowid FROM article_text WHERE article_text MATCH 'the' ORDER BY rowid",
        ):
            rows += opened.execute(query).fetchall()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _said(folder: Path) -> str:
    """Return what a play said on stderr, and the traceback of a bug if there was one."""
    logs = sorted((folder / "home").rglob("bug.log"))
    return "\n".join(
        path.read_text(encoding="utf-8", errors="replace") for path in (Path(f"{folder}.err"), *logs)
    )


def _environ(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": f"{folder}/home",
        "TMPDIR": str(folder / "tmp"),
        "MAGAZINE_LIBRARY": f"{folder}/library.sqlite",
    }
