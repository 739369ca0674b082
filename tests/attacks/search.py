"""Everything that a run leaves, searched for a key: output, files, editions, databases, arguments, rights."""

import base64
import io
import subprocess
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pikepdf

from tests.attacks.command import Home, Ran

KEY = "sk-canary-8e41-Zq/+Kp7"
TOKEN = "canary8e41Zq"  # noqa: S105 - the canary
_PRIVATE = (".config", ".local", ".cache", "library.sqlite", "ledger", "sources.toml", "bug.log")
"""In the path of what is nobody else's to read."""


@dataclass(slots=True)
class Search:
    """What is looked for, in all that a run leaves."""

    home: Home
    given: set[str] = field(default_factory=set)
    """Files that the user has put the key into."""
    faults: list[str] = field(default_factory=list)

    def run(self, name: str, *words: str, given: bool = False) -> Ran:
        """Run a command, watched, and search all that came of it.

        Args:
            name: What failures call it.
            words: The command.
            given: The user typed the key into the command itself.
        """
        process = subprocess.Popen(
            self.home.command(*words),
            cwd=self.home.folder,
            env=self.home.environment(),
            umask=0,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        done = threading.Event()
        shown: set[str] = set()
        watcher = threading.Thread(target=_watch, args=(process.pid, done, shown))
        watcher.start()
        out, err = process.communicate(timeout=240)
        done.set()
        watcher.join()
        self.faults += [f"{name}: {place}" for place in leaks({"stdout": out, "stderr": err})]
        self.faults += [
            f"{name}: the arguments of a process"
            for line in shown
            if not given and leaks({"": line.encode()})
        ]
        self.faults += [f"{name}: {fault}" for fault in self.in_files()]
        return Ran(process.returncode, out.decode(), err.decode())

    def in_files(self) -> Iterator[str]:
        """Yield the files that hold the key, and the private ones that others may read."""
        for name, path in self.home.files().items():
            with suppress(FileNotFoundError):  # a temporary file has gone
                if name not in self.given and leaks({name: path.read_bytes()}):
                    yield f"the file {name}"
                if (why := loose(name, path)) and name not in self.given:
                    yield why


def leaks(said: Mapping[str, bytes]) -> list[str]:
    """Return the places where the key stands, plainly or packed."""
    return [
        place for place, content in said.items() if any(_shows(each) for each in (content, *_inside(content)))
    ]


def _shows(content: bytes) -> bool:
    forms = (KEY, TOKEN, quote(KEY, safe=""), KEY[::-1], base64.b64encode(KEY.encode()).decode())
    return any(form.encode() in content for form in forms)


def _inside(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"%PDF-"):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for each in pdf.objects:
                with suppress(pikepdf.PdfError):
                    yield each.read_bytes() if isinstance(each, pikepdf.Stream) else repr(each).encode()
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def loose(name: str, path: Path) -> str:
    """Return what rights on a private file, or on the folder it is in, others have; empty: none."""
    if not any(part in name for part in _PRIVATE):
        return ""
    if path.stat().st_mode & 0o077:
        return f"the file {name} has the rights {path.stat().st_mode & 0o777:o}"
    folder = path.parent
    if "/" in name and name.startswith((".config", ".local", ".cache")) and folder.stat().st_mode & 0o077:
        return f"the folder of {name} has the rights {folder.stat().st_mode & 0o777:o}"
    return ""


def _watch(pid: int, done: threading.Event, shown: set[str]) -> None:
    """Note the arguments of a process and of all below it, for as long as it runs."""
    while not done.wait(0.02):
        for child in (pid, *_below(pid)):
            with suppress(OSError):
                shown.add(Path(f"/proc/{child}/cmdline").read_bytes().decode(errors="replace"))


def _below(pid: int) -> list[int]:
    with suppress(OSError):
        text = "".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children"))
        own = [int(each) for each in text.split()]
        return [*own, *(deeper for each in own for deeper in _below(each))]
    return []
