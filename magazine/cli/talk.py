"""Talk on stderr and results on stdout.

A terminal gets a spinner and colour, cron gets plain lines, ``--log-format json``
one JSON object a line. Quiet says only what somebody has to do something about: cron
mails whatever is said.
"""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from magazine.cli.failures import tame
from magazine.steps import StepOutcome

if TYPE_CHECKING:
    from rich.status import Status


@dataclass(slots=True, kw_only=True)
class Talk:
    """What the command line says while it works. A Watcher of the press."""

    quiet: bool = False
    verbose: bool = False
    as_json: bool = False
    run: str = field(default_factory=lambda: str(os.getpid()))
    """Names the run in JSON lines, as a system's log does: by its process."""
    _status: "Status | None" = field(default=None, init=False, repr=False)

    def say(self, sentence: str, **facts: object) -> None:
        """Say something that is good to know."""
        if not self.quiet:
            self._line("info", sentence, facts)

    def detail(self, sentence: str, **facts: object) -> None:
        """Say something that only the curious want to know."""
        if self.verbose and not self.quiet:
            self._line("detail", sentence, facts)

    def note(self, sentence: str, **facts: object) -> None:
        """Say what is worth a look, and stands in the report as well."""
        if not self.quiet:
            self._line("note", sentence, facts)

    def warn(self, sentence: str, **facts: object) -> None:
        """Say something that must be known, even to the quiet."""
        self._line("warning", sentence, facts)

    def fail(self, sentence: str, **facts: object) -> None:
        """Say why the run ends."""
        self.still()
        self._line("error", sentence, facts)

    def made(self, path: Path) -> None:
        """Print the path of what was made, on stdout; the quiet know where they put it."""
        if not self.quiet:
            result([str(path)])

    def started(self, step: str) -> None:
        """Show that a step begins."""
        if self.as_json:
            self.detail(f"{step} begins", event="step-started", step=step)
        elif not self.quiet and sys.stderr.isatty():
            self._spin(_DOING[step])

    def progress(self, done: int, wanted: int) -> None:
        """Show how far a step is; plain logs hear of it every tenth."""
        if self._status is not None:
            self._status.update(f"{_DOING['summarise']} {done} of {wanted} stories")
        elif done == wanted or done % 10 == 0:
            self.detail(f"{done} of {wanted} stories", done=done, wanted=wanted)

    def finished(self, outcome: StepOutcome) -> None:
        """Show what came of a step."""
        self.still()
        report = outcome.report
        facts = {"step": outcome.step, "redone": outcome.redone, "seconds": report.seconds, **report.counts}
        self.say(_account(outcome), event="step-finished", **facts)
        for note in report.notes if outcome.redone else ():
            self.note(f"{outcome.step}: {note}", step=outcome.step)
        if not report.inputs:
            self.warn(
                f"{outcome.step}: something was left undone; the same command goes on with it.",
                step=outcome.step,
            )

    def still(self) -> None:
        """Stop the spinner, if there is one."""
        if self._status is not None:
            self._status.stop()
            self._status = None

    def _spin(self, doing: str) -> None:
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

        self._status = Console(stderr=True).status(doing)
        self._status.start()

    def _line(self, level: str, sentence: str, facts: dict[str, object]) -> None:
        if self.as_json:
            at = datetime.now(UTC).astimezone().isoformat(timespec="milliseconds")
            head = {"ts": at, "level": level, "event": "said", "message": sentence, "run": self.run}
            sentence = json.dumps({**head, **facts}, ensure_ascii=False)
        sys.stderr.write(f"{tame(sentence)}\n")
        sys.stderr.flush()


_DOING = {
    "select": "selecting …",
    "summarise": "summarising …",
    "merge": "merging …",
    "render": "setting the pages …",
}


def result(lines: Iterable[str]) -> None:
    """Print results on stdout, one a line; a reader who leaves early is no error."""
    with suppress(BrokenPipeError):
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def result_json(value: object) -> None:
    """Print one JSON document on stdout."""
    result([json.dumps(value, ensure_ascii=False, indent=2)])


def _account(outcome: StepOutcome) -> str:
    """Return a line that says what a step made, in figures."""
    if not outcome.redone:
        return f"{outcome.step}: nothing has changed, {outcome.path.name} stands"
    figures = _FIGURES.get(outcome.step, "{bytes:,} bytes").format_map(outcome.report.counts)
    return f"{outcome.step}: {figures}, {outcome.report.seconds:.1f} s"


_FIGURES = {
    "select": "{stories} stories from {matched} matching articles of {in_period} in the period",
    "summarise": "{statements} statements from {source_words} words in {sections} sections",
    "merge": "{stories} stories of {issues} issues, {stories_joined} told in two of them",
    "render": "{pages} pages",
}
"""What a step made; an edition without pages is given by its size."""
