"""A remark of the last reader on one statement of an issue, as reports keep it."""

from dataclasses import dataclass

from magazine.core.finding import Problem
from magazine.core.issue import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What the last reader has to say of one statement that is not simply in order."""

    story: str
    """The story's id."""
    place: str
    """``headline``, ``remember``, ``block 2 heading``, ``block 2 line 1``, ``fact 3``, ``fact 3 label``."""
    verdict: Verdict
    text: str
    """The statement as it was found."""
    printed: str
    """What stands there now; empty when nothing does."""
    problems: tuple[Problem, ...] = ()
