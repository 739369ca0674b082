"""How much of a story is printed: by the depth asked for and the story's priority.

The figures are the handbook's: a story of 150-200, 320-420 or 550-700 words, a short
of 60-80, 110-140 or 150, a line of 20 to 30.
"""

from dataclasses import dataclass
from enum import StrEnum

from magazine.core.issue import Form, Priority


class Depth(StrEnum):
    """How deep an issue goes into its stories."""

    BRIEF = "brief"
    STANDARD = "standard"
    DEEP = "deep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The room of one story."""

    form: Form
    words: int
    """Words of its body at most: what is to be remembered, blocks and facts."""
    facts: int
    terms: int
    """Entries it may add to the glossary."""


_FULL, _SHORT, _LINE = Form.FULL, Form.SHORT, Form.LINE

_MEASURES = {
    Depth.BRIEF: {
        Priority.MUST_READ: Measure(form=_FULL, words=190, facts=4, terms=1),
        Priority.USEFUL: Measure(form=_SHORT, words=85, facts=2, terms=1),
        # A source's own sentence is seldom as short as a written line.
        Priority.SKIM: Measure(form=_LINE, words=36, facts=0, terms=0),
    },
    Depth.STANDARD: {
        Priority.MUST_READ: Measure(form=_FULL, words=350, facts=6, terms=2),
        Priority.USEFUL: Measure(form=_FULL, words=250, facts=4, terms=2),
        Priority.SKIM: Measure(form=_SHORT, words=135, facts=2, terms=1),
    },
    Depth.DEEP: {
        Priority.MUST_READ: Measure(form=_FULL, words=650, facts=6, terms=3),
        Priority.USEFUL: Measure(form=_FULL, words=550, facts=6, terms=2),
        Priority.SKIM: Measure(form=_SHORT, words=150, facts=3, terms=1),
    },
}


def measure(priority: Priority, depth: Depth = Depth.STANDARD) -> Measure:
    """Return the room that a story of a priority has in an issue of a depth."""
    return _MEASURES[depth][priority]
