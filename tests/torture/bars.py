"""A bar: a promise, and trials that try to break it.

A module ``tests/faults/bar_*.py`` or ``tests/attacks/bar_*.py`` names its bars in ``BARS``.
``make torture`` runs them all and prints a line each; the tests run the same functions
with few trials, and once with the protection switched off, when they have to fail.
"""

import importlib
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("faults", "attacks")
_TESTS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the trials of a bar came to."""

    trials: int
    failures: tuple[str, ...] = ()
    """One short sentence each: which trial, and what it broke."""
    note: str = ""
    """What was held, with figures; where a part could not be run, that and why."""

    @property
    def held(self) -> bool:
        """Whether there were trials, and none broke it."""
        return self.trials > 0 and not self.failures


Trial = Callable[[random.Random, int], Outcome]
"""Takes the dice and how many trials are wanted, at least; may do fewer when there are no more to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A promise that is tried.

    Args:
        number: The issue's number of it, for the order of the lines.
        name: A few words, in lower case with hyphens; ``--only`` takes any part of it.
        trials: How many ``make torture`` makes.
        quick: How many ``make test`` and ``--quick`` make.
        run: Makes them.
    """

    number: int
    name: str
    trials: int
    quick: int
    run: Trial


def dice(seed: int, name: str) -> random.Random:
    """Return a bar's own dice: the same for a seed, whichever other bars are run."""
    return random.Random(f"{seed} {name}")  # noqa: S311 - for moments and mutations, not for secrets


def every_bar() -> list[Bar]:
    """Return the bars of all modules, by number and name."""
    return sorted(_found(), key=lambda bar: (bar.number, bar.name))


def tried(bar: Bar, *, seed: int = 1) -> Outcome:
    """Make the quick trials of a bar, for its test."""
    return bar.run(dice(seed, bar.name), bar.quick)


def chosen(bars: Iterable[Bar], only: str) -> list[Bar]:
    """Return the bars with that in their name, or of that number."""
    return [bar for bar in bars if only in bar.name or only == str(bar.number)]


def _found() -> Iterator[Bar]:
    for folder in FOLDERS:
        for path in sorted((_TESTS / folder).glob("bar_*.py")):
            yield from importlib.import_module(f"tests.{folder}.{path.stem}").BARS
