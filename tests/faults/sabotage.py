"""Protections, each taken away in a process of its own, to see that its bar notices."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import magazine.artefacts
import magazine.disks
import magazine.edit.model.ledger
import magazine.library.database
import magazine.locking
import magazine.steps


def _everywhere(name: str, stand_in: Any) -> None:
    """Put a stand-in wherever a function of ours was imported to, now or in a module still to come."""
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("magazine.") and hasattr(module, name):
            setattr(module, name, stand_in)


def write_in_place() -> None:
    """Files are written under their own names."""

    def written(path: Path, content: bytes, **_: object) -> None:
        with path.open("wb") as file:
            file.write(content)

    _everywhere("write_whole", written)


def never_sweep() -> None:
    """What a killed run left half written stays."""
    magazine.artefacts.IssueFolder.sweep = lambda _: None  # type: ignore[assignment, method-assign]


def forget_answers() -> None:
    """What was paid for is not written down."""
    magazine.edit.model.ledger.Ledger.record = lambda *_: None  # type: ignore[method-assign]


def name_no_trouble() -> None:
    """The errors of the disk stay as the system words them."""
    _everywhere("disk_trouble", lambda _, error: RuntimeError(str(error)))


def expect_room() -> None:
    """Nobody looks whether there is room."""
    _everywhere("try_room", lambda _: None)


def trust_everybody() -> None:
    """No run holds anything."""

    @contextlib.contextmanager
    def unheld(*_: object, **__: object) -> Iterator[None]:
        yield

    _everywhere("run_lock", unheld)


def copy_nothing() -> None:
    """A library is not copied before its tables change."""
    magazine.library.database.Database.backup = lambda *_: None  # type: ignore[method-assign]


def believe_anything() -> None:
    """Nobody looks at a library before its tables are read."""
    _everywhere("_has_content", lambda path: path.exists() and path.stat().st_size > 0)
    magazine.library.database._FILE = _Blind()  # type: ignore[assignment]


def hoard() -> None:
    """Every file that is read is kept in memory."""
    kept: list[bytes] = []
    read = magazine.artefacts.IssueFolder.read_issue

    def hoarded(folder: magazine.artefacts.IssueFolder) -> Any:
        kept.append(os.urandom(8 * 2**20))
        return read(folder)

    magazine.artefacts.IssueFolder.read_issue = hoarded  # type: ignore[assignment, method-assign]


class _Blind:
    def troubles(self, _: Path) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()


SABOTAGE: Mapping[str, Callable[[], None]] = {
    each.__name__: each
    for each in (
        write_in_place,
        never_sweep,
        forget_answers,
        name_no_trouble,
        expect_room,
        trust_everybody,
        copy_nothing,
        believe_anything,
        hoard,
    )
}
