"""When each issue's folder was last made, and what went wrong since: for ``status``.

A file a folder, in the user's state folder: two runs never write the same one. It is
told from, and never decides anything.
"""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from magazine.artefacts import write_whole
from magazine.core.dates import DateRange
from magazine.core.errors import MagazineError


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a folder was last made into."""

    at: datetime
    first: str
    last: str
    """Of the period, as YYYY-MM-DD."""
    stories: int
    editions: tuple[str, ...]
    """Names of the files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why a folder was not made."""

    at: datetime
    kind: str
    """The error's name."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is known of one issue's folder."""

    folder: str
    made: Made | None = None
    failed: Failed | None = None
    """Since it was last made; None: it was made the last time."""


_ENTRY = TypeAdapter(Entry)


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal in a state folder."""

    state: Path

    def succeeded(
        self, folder: Path, at: datetime, period: DateRange, *, stories: int, editions: tuple[str, ...]
    ) -> None:
        """Write down that a folder was made, or stood as it was."""
        first, last = period.first.isoformat(), period.last.isoformat()
        made = Made(at=at, first=first, last=last, stories=stories, editions=editions)
        self._write(self._path(folder), Entry(folder=_name(folder), made=made))

    def failed(self, folder: Path, at: datetime, error: MagazineError) -> None:
        """Write down that a folder was not made; what is known of the last time it was stays."""
        path = self._path(folder)
        known = self._read(path) or Entry(folder=_name(folder))
        failed = Failed(at=at, kind=type(error).__name__, reason=error.message)
        self._write(path, replace(known, failed=failed))

    def entries(self) -> tuple[Entry, ...]:
        """Return what is known of every folder, by its path."""
        found = (self._read(path) for path in self.state.glob("issues/*.json"))
        return tuple(sorted((each for each in found if each), key=lambda entry: entry.folder))

    def _path(self, folder: Path) -> Path:
        digest = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
        return self.state / "issues" / f"{digest}.json"

    def _read(self, path: Path) -> Entry | None:
        try:
            return _ENTRY.validate_json(path.read_bytes())
        except (OSError, ValidationError):  # it is told from only: the next run writes it anew
            return None

    def _write(self, path: Path, entry: Entry) -> None:
        # An issue that is made counts as made, whether there is room for the journal or not.
        with suppress(OSError, MagazineError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Only who holds the folder writes here: these are of runs that were killed.
            for left in path.parent.glob(f".{path.name}.*.tmp"):
                left.unlink(missing_ok=True)
            write_whole(path, _ENTRY.dump_json(entry, indent=2) + b"\n", mode=0o600)


def _name(folder: Path) -> str:
    return os.fspath(folder.resolve()).encode(errors="replace").decode()
