"""What a run did, step by step: ``report.json``.

The one file of an issue's folder that holds seconds, so the one whose bytes differ
from run to run.
"""

from dataclasses import dataclass, field, replace

from magazine.core.remark import Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class StepReport:
    """One step's part of the report."""

    inputs: str
    """sha256 over everything that decides the step's output; equal inputs, equal output.
    Empty: something was left undone, and the step is done again at the next run."""
    outputs: dict[str, str]
    """sha256 of each file the step wrote, by file name."""
    seconds: float
    counts: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    """What a reader should know: what stepped aside, what was kept, and why."""
    remarks: tuple[Remark, ...] = ()
    """Every statement that was mended, replaced, dropped or edited, with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The report of an issue's folder."""

    tool: dict[str, str] = field(default_factory=dict)
    """Versions: the magazine's own, Python's, and those of the parts that set the page."""
    steps: dict[str, StepReport] = field(default_factory=dict)
    """By step: ``select``, ``summarise``, ``render``."""
    version: int = 1

    def with_step(self, name: str, step: StepReport, *, tool: dict[str, str]) -> "Report":
        """Return the report with a step's part put in or replaced, as made by these versions."""
        return replace(self, steps={**self.steps, name: step}, tool=tool)
