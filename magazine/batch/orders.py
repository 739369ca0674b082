"""The values of a batch: what is ordered, and what became of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from magazine.artefacts import IssueFolder
from magazine.core.ports import Editor, Renderer
from magazine.core.selection import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One issue to be made. Orders share their editors and renderers where they are the same."""

    name: str
    folder: IssueFolder
    rule: Rule
    editor: Editor
    renderers: tuple[Renderer, ...]
    fewest: int = 1
    """Stories: with fewer, nothing is written: the last issue stands as it is."""


class State(StrEnum):
    """What became of an order."""

    MADE = "made"
    UNCHANGED = "unchanged"
    """Nothing it rests on had changed; no file was touched."""
    KEPT = "kept"
    """Too little to print: what an earlier run has made was left alone."""
    FAILED = "failed"
    NOT_STARTED = "not started"

    @property
    def is_well(self) -> bool:
        """There is an issue of this period, and it is up to date."""
        return self in {State.MADE, State.UNCHANGED}


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong with an issue: an exit status, and a sentence for its user."""

    status: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An order's outcome, small enough that thousands fit in memory: figures, never texts."""

    name: str
    state: State
    fault: Fault | None = None
    first: str
    last: str
    files: tuple[str, ...] = ()
    """Its editions, by file name."""
    stories: int = 0
    pages: int = 0
    questions: int = 0
    statements: int = 0
    statements_dropped: int = 0
    left_out: dict[str, int] = field(default_factory=dict)
    """Articles that matched and are not printed, by reason."""
    dropped: dict[str, int] = field(default_factory=dict)
    """Statements that were not printed as they were found, by what became of them."""
    notes: tuple[str, ...] = ()
    calls: int = 0
    """Asked of a model in this run for this issue; an issue edited together with another has none."""
    cost: float = 0.0
    """US dollars, of the calls whose cost is known."""
    seconds: float = 0.0
