"""What the guard says of a statement."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    """What is wrong with a statement.

    CITATION: it cites nothing, or a sentence that does not exist. NUMBER, DATE, NAME,
    QUOTATION: a value that the evidence does not carry. UNIT: the number is there with
    another unit or currency. BINDING: the value is there, but of something else.
    COUNT: a small number that might have been counted. ELSEWHERE: a name that stands in
    the source, but not in the cited sentences. NEGATION, DIRECTION: the nearest sentence
    says the contrary. WORDING: most of the words are not the source's.
    """

    CITATION = "citation"
    NUMBER = "number"
    UNIT = "unit"
    BINDING = "binding"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    COUNT = "count"
    ELSEWHERE = "elsewhere"
    NEGATION = "negation"
    DIRECTION = "direction"
    WORDING = "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that the evidence does not bear out."""

    kind: ProblemKind
    value: str
    """As the statement has it."""
    text: str
    """One sentence for the reader of a report: what is wrong with the value."""
    nearest: str | None = None
    """What the evidence has in its place, when that is known."""
    hard: bool = True
    """A statement with a hard problem is never printed; a soft one fails it under ``strict``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The verdict on one statement."""

    problems: tuple[Problem, ...] = ()
    """Hard ones first, else in the order of the statement."""
    computed: tuple[str, ...] = ()
    """Values that no sentence states, and that sums or differences of cited ones give."""

    @property
    def supported(self) -> bool:
        """Whether no problem is hard."""
        return not any(problem.hard for problem in self.problems)

    def holds(self, *, strict: bool = False) -> bool:
        """Whether the statement may be printed.

        ``strict`` lets no denied and no reversed statement pass either, nor one with two
        soft problems of any kind.
        """
        if not strict or not self.supported:
            return self.supported
        return len(self.problems) < _TOO_MANY and not any(p.kind in _CONTRARY for p in self.problems)


_CONTRARY = frozenset([ProblemKind.NEGATION, ProblemKind.DIRECTION])
_TOO_MANY = 2
