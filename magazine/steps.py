"""A step of the pipeline: done when its inputs changed or its file is gone, else left alone.

What decides is the hash of the inputs in ``report.json``. Everything a step did is
written there, and told to a Watcher.
"""

import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from magazine import __version__
from magazine.artefacts import IssueFolder, sha256
from magazine.core.remark import Remark
from magazine.core.report import StepReport


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOutcome:
    """What became of a step."""

    step: str
    path: Path
    """The file the step answers for."""
    redone: bool
    """False: its inputs had not changed, and the file was left alone."""
    report: StepReport


@dataclass(frozen=True, slots=True)
class Done:
    """What a step made."""

    content: bytes
    counts: dict[str, int]
    notes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    is_final: bool = True
    """False: the step is done again at the next run, though nothing has changed."""


@dataclass(frozen=True, slots=True)
class Work:
    """A step that may have to be done: what decides its output, where it goes, how it is made."""

    step: str
    inputs: str
    path: Path
    write: Callable[[], Done]


class Watcher(Protocol):
    """Is told how the press gets on; shows it, or not."""

    def started(self, step: str) -> None:
        """Hear that a step begins."""
        ...

    def finished(self, outcome: StepOutcome) -> None:
        """Hear that a step is done, or was not needed."""
        ...


class SilentWatcher:
    """A Watcher that shows nothing."""

    def started(self, step: str) -> None:
        pass

    def finished(self, outcome: StepOutcome) -> None:
        pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreman:
    """Sees that the steps of one folder are done, and keeps the report."""

    folder: IssueFolder
    watcher: Watcher
    seconds: Callable[[], float]
    versions: dict[str, str]

    @property
    def tool(self) -> dict[str, str]:
        """The versions of all that decides what comes out."""
        return {"magazine": __version__, "python": platform.python_version(), **self.versions}

    def stands(self, work: Work) -> bool:
        """Tell whether a step was last done with the same inputs and its file still stands."""
        return self._last_done(work) is not None

    def settle(self, work: Work, begun: float) -> StepOutcome:
        """Do a step unless it stands; tell the watcher."""
        last = self._last_done(work)
        if last is not None:
            outcome = StepOutcome(step=work.step, path=work.path, redone=False, report=last)
        else:
            outcome = self._do(work, begun)
        self.watcher.finished(outcome)
        return outcome

    def report(self, step: str, inputs: str, done: Done, outputs: Sequence[Path], begun: float) -> StepReport:
        """Write what a step did into the report; return its part of it."""
        written = StepReport(
            inputs=inputs if done.is_final else "",
            outputs={path.name: sha256(done.content) for path in outputs},
            seconds=round(self.seconds() - begun, 3),
            counts=done.counts,
            notes=done.notes,
            remarks=done.remarks,
        )
        self.folder.write_report(self.folder.read_report().with_step(step, written, tool=self.tool))
        return written

    def _last_done(self, work: Work) -> StepReport | None:
        last = self.folder.read_report().steps.get(work.step)
        if last is None or last.inputs != work.inputs or not _file_stands(work.path, last):
            return None
        return last

    def _do(self, work: Work, begun: float) -> StepOutcome:
        copy, note = self._keep_edited(work)
        done = work.write()
        for kept in self.folder.kept_aside(work.path.name):
            if kept.read_bytes() == done.content:
                # No person's: a run wrote it that was killed before its report.
                kept.unlink()
                note = () if kept == copy else note
        noted = Done(done.content, done.counts, (*note, *done.notes), done.remarks, done.is_final)
        report = self.report(work.step, work.inputs, noted, [work.path], begun)
        return StepOutcome(step=work.step, path=work.path, redone=True, report=report)

    def _keep_edited(self, work: Work) -> tuple[Path | None, tuple[str, ...]]:
        """Keep a file that a person may have changed before it is written over; return copy and note."""
        last, path = self.folder.read_report().steps.get(work.step), work.path
        if path.suffix not in _EDITABLE or not path.exists() or (last and as_written(path, last)):
            return None, ()
        copy = self.folder.keep_aside(path.name)
        why = (
            "stood there, and no report said of what: it"
            if last is None
            else ("had been edited and its inputs changed: the edited one")
        )
        return copy, (f"{path.name} {why} is kept as {copy.name}.",)


_EDITABLE = frozenset({".json", ".md"})


def as_written(path: Path, last: StepReport) -> bool:
    """Tell whether a file has the bytes that a step wrote."""
    return sha256(path.read_bytes()) == last.outputs.get(path.name)


def _file_stands(path: Path, last: StepReport) -> bool:
    """Tell whether a step's file can be left alone: a JSON file is a person's to edit, others are not."""
    if not path.exists():
        return False
    return path.suffix == ".json" or as_written(path, last)
