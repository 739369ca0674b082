"""The folder of an issue: its files, written whole and read through a gate.

Pydantic's TypeAdapter reads and writes the dataclasses of ``magazine.core``
themselves, so that a file edited by hand is checked when it is read again.
"""

import errno
import hashlib
import os
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

SELECTION = "selection.json"
ISSUE = "issue.json"
REPORT = "report.json"
MAGAZINE = "magazine"
"""Editions are called this, with their suffix."""

T = TypeVar("T")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that at no moment a part of it stands under its name.

    Raises:
        OutputError: The place cannot be written to.
        DiskError: The disk is full or failed; what stood there before still does.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
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
        """Make the folder if it is not there, and see that it can be written to.

        Raises:
            OutputError: It cannot be made, is a file, or cannot be written to.
            DiskError: The disk is full.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise disk_trouble(self.path, error) from error
        probe = self.path / f".writable.{os.getpid()}.tmp"
        try:
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise disk_trouble(self.path, error) from error

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


@dataclass(frozen=True, slots=True)
class _Kind(Generic[T]):
    """A kind of artefact: its gate and the version of its form."""

    adapter: TypeAdapter[T]
    noun: str
    version: int = 1


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
