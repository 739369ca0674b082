"""The folder of an issue: its files, written whole and read through a gate.

Pydantic's TypeAdapter reads and writes the dataclasses of ``magazine.core``
themselves, so that a file edited by hand is checked when it is read again.
"""

import errno
import hashlib
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from magazine.core.errors import DiskError, MagazineError, OutputError, UnreadableError
from magazine.core.issue import Issue
from magazine.core.report import Report
from magazine.core.selection import Selection
from magazine.disks import try_room

SELECTION = "selection.json"
ISSUE = "issue.json"
REPORT = "report.json"
MAGAZINE = "magazine"
"""Editions are called this, with their suffix."""
ARTEFACT_FORM = 1
"""The form of selection.json, issue.json and report.json; one that is newer is refused."""

_MOST_PICTURE = 8_000_000
"""Bytes read of a picture: twice what a renderer takes."""

_TEMPORARY = re.compile(r"\..+\.\d+\.tmp")
"""What ``write_whole`` calls a file until it is whole."""

T = TypeVar("T")


def write_whole(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Write a file so that at no moment a part of it stands under its name.

    Args:
        path: Its name.
        content: What is to stand there.
        mode: Its rights, as far as the user's own settings grant them.

    Raises:
        OutputError: The place cannot be written to.
        DiskError: The disk is full or failed; what stood there before still does.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        # A run of the same number that was killed may have left one; whatever else stands there,
        # such as a link that somebody laid, is never written through.
        temporary.unlink(missing_ok=True)
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise disk_trouble(path, error) from error


def disk_trouble(path: Path, error: OSError) -> MagazineError:
    """Return the error of the tree that says what an operating system's error means."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG}:
        return DiskError(f"Cannot write {path}: {error.strerror}.", hint="Free some space and run it again.")
    return OutputError(f"Cannot write {path}: {error.strerror}.", hint="Give another folder with -o.")


def sha256(content: bytes) -> str:
    """Return the hex digest by which files and inputs are told apart."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class IssueFolder:
    """The folder of one issue."""

    path: Path

    @property
    def selection_path(self) -> Path:
        """Where step 1 leaves the selection."""
        return self.path / SELECTION

    @property
    def issue_path(self) -> Path:
        """Where step 2 leaves the issue."""
        return self.path / ISSUE

    def edition_path(self, suffix: str) -> Path:
        """Return where the edition of a suffix (``pdf``, ``html``) lies."""
        return self.path / f"{MAGAZINE}.{suffix}"

    def create(self) -> None:
        """Make the folder if it is not there, and see that it can be written to and has room.

        Raises:
            OutputError: It cannot be made, is a file, or cannot be written to.
            DiskError: The disk is full.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            try_room(self.path)
        except OSError as error:
            raise disk_trouble(self.path, error) from error

    def sweep(self) -> None:
        """Remove what runs that were killed have left half written. Only for who holds the folder."""
        for left in self.path.glob(".*.tmp"):
            if _TEMPORARY.fullmatch(left.name):
                with suppress(OSError):
                    left.unlink()

    def read_selection(self) -> Selection:
        """Return the selection.

        Raises:
            UnreadableError: It is missing or not a selection.
        """
        return _read(self.selection_path, _selection_file(), "magazine select")

    def write_selection(self, selection: Selection) -> bytes:
        """Write the selection; return its bytes."""
        return _write(self.selection_path, _selection_file(), selection)

    def read_issue(self) -> Issue:
        """Return the issue.

        Raises:
            UnreadableError: It is missing or not an issue.
        """
        return _read(self.issue_path, _issue_file(), "magazine summarise")

    def write_issue(self, issue: Issue) -> bytes:
        """Write the issue; return its bytes."""
        return _write(self.issue_path, _issue_file(), issue)

    def read_pictures(self, issue: Issue) -> dict[str, bytes]:
        """Return the pictures that an issue's stories name, by these names, as far as they lie in the folder.

        Anybody may have edited the names: what lies elsewhere, through a link too, is not there.
        """
        found: dict[str, bytes] = {}
        home = self.path.resolve()
        for name in dict.fromkeys(story.picture.file for story in issue.stories if story.picture):
            with suppress(OSError, ValueError):
                path = (home / name).resolve()
                if path.is_relative_to(home) and path.is_file():
                    with path.open("rb") as file:
                        # Of one that is too large for any page, enough for the renderer to say so.
                        found[name] = file.read(_MOST_PICTURE)
        return found

    def read_report(self) -> Report:
        """Return the report; an empty one when there is none that can be read.

        A damaged report only costs that its steps are done again.
        """
        try:
            return _read(self.path / REPORT, _report_file(), "magazine make")
        except UnreadableError:
            return Report()

    def write_report(self, report: Report) -> None:
        """Write the report."""
        _write(self.path / REPORT, _report_file(), report)

    def keep_aside(self, name: str) -> Path:
        """Copy a file that a person edited beside itself before it is made anew; return the copy.

        Copies are numbered, so that none is ever written over.
        """
        edited = self.path / name
        number = 1
        while (copy := edited.with_name(f"{edited.stem}.edited-{number}{edited.suffix}")).exists():
            number += 1
        write_whole(copy, edited.read_bytes())
        return copy

    def kept_aside(self, name: str) -> list[Path]:
        """Return the copies that ``keep_aside`` made of a file."""
        edited = self.path / name
        return sorted(self.path.glob(f"{edited.stem}.edited-*{edited.suffix}"))


@dataclass(frozen=True, slots=True)
class _Kind(Generic[T]):
    """A kind of artefact: its gate and the version of its form."""

    adapter: TypeAdapter[T]
    noun: str
    version: int = ARTEFACT_FORM


@cache
def _selection_file() -> _Kind[Selection]:
    return _Kind(TypeAdapter(Selection), "a selection")


@cache
def _issue_file() -> _Kind[Issue]:
    return _Kind(TypeAdapter(Issue), "an issue")


@cache
def _report_file() -> _Kind[Report]:
    return _Kind(TypeAdapter(Report), "a report")


def to_json(value: Selection | Issue) -> bytes:
    """Return a value as the bytes of its file: UTF-8, indented, one form for one value."""
    if isinstance(value, Selection):
        return _as_json(_selection_file(), value)
    return _as_json(_issue_file(), value)


def issue_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``issue.json``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_issue_file().adapter.json_schema(),
    }


def _as_json(kind: _Kind[T], value: T) -> bytes:
    return kind.adapter.dump_json(value, indent=2) + b"\n"


def _write(path: Path, kind: _Kind[T], value: T) -> bytes:
    content = _as_json(kind, value)
    write_whole(path, content)
    return content


def _read(path: Path, kind: _Kind[T], maker: str) -> T:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(
            f"There is no {path}.", hint=f"Make it with: {maker} -o {path.parent}"
        ) from error
    except OSError as error:
        raise UnreadableError(f"Cannot read {path}: {error.strerror}.") from error
    try:
        _refuse_newer(path, content, kind.version)
        return kind.adapter.validate_json(content)
    except ValidationError as error:
        raise UnreadableError(f"{path} is not {kind.noun}: {_first_mistake(error)}.", hint=_MEND) from error
    except ValueError as error:
        raise UnreadableError(f"{path} is not JSON: {error}.", hint=_MEND) from error


_MEND = "Mend that place, or delete the file to have it made again."


def _refuse_newer(path: Path, content: bytes, version: int) -> None:
    top = from_json(content)
    found = top.get("version", version) if isinstance(top, dict) else version
    if isinstance(found, int) and found > version:
        raise UnreadableError(
            f"{path} was made by a newer magazine (form {found}, this one knows {version}).",
            hint="Upgrade: pip install --upgrade custom-magazine",
        )


def _first_mistake(error: ValidationError) -> str:
    mistake = error.errors(include_input=False, include_url=False)[0]
    place = ".".join(str(step) for step in mistake["loc"])
    return f"{place}: {mistake['msg'].lower()}" if place else mistake["msg"].lower()


def _sync_folder(folder: Path) -> None:
    # Without this a rename may be lost in a power cut; some file systems refuse it.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
