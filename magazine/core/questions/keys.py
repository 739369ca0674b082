"""Options and keys: which four stand to choose from, and in which place the right one stands."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")

OPTIONS = 4
"""Options of which one is right; a fifth, where an exam has one, never is."""
NONE_OF_THEM = ""
"""The code of the empty set."""


@dataclass(frozen=True, slots=True)
class Dice:
    """Choices that look free and are the same at every run."""

    seed: str

    def shuffled(self, things: Iterable[T], *salt: object) -> list[T]:
        """Return things in an order that depends on the seed and the salt alone."""
        return [each for _, each in sorted(enumerate(things), key=lambda one: self._mark(one[0], *salt))]

    def _mark(self, *salt: object) -> str:
        return hashlib.sha256(repr((self.seed, *salt)).encode(errors="replace")).hexdigest()


@dataclass(slots=True)
class KeyLetters:
    """How often each letter has been a key, so that none gives itself away."""

    dice: Dice
    free: list[int] = field(default_factory=lambda: [0] * OPTIONS)
    """Of questions whose options may stand in any order."""
    fixed: list[int] = field(default_factory=lambda: [0] * OPTIONS)

    def wanted(self, *, is_free: bool) -> list[int]:
        """Return the places for the next key, the rarest first; equal ones in no order to be guessed."""
        counts = self.free if is_free else self.fixed
        order = self.dice.shuffled(range(OPTIONS), "letters", *counts)
        return sorted(order, key=lambda place: counts[place])

    def note(self, place: int, *, is_free: bool) -> None:
        """Count a key."""
        (self.free if is_free else self.fixed)[place] += 1


@dataclass(frozen=True, slots=True)
class Choice:
    """Four codes to choose from, and the place of the right one."""

    codes: tuple[str, ...]
    key: int


def code_of(places: Iterable[int]) -> str:
    """Return the code of a set of items by their places: ``1,3`` for the first and the third."""
    return ",".join(str(place + 1) for place in sorted(places))


def subset_choice(right: frozenset[int], count: int, place: int, dice: Dice) -> Choice | None:
    """Return four different subsets, smaller before larger, the right one in a place; None if it cannot be.

    Args:
        right: The places of the items that are to be chosen; at least one.
        count: How many items there are; three or four.
        place: Where the right one is to stand.
        dice: Chooses the others.
    """
    every = [frozenset(each) for size in range(1, count + 1) for each in combinations(range(count), size)]
    if right not in every:
        return None
    rank = every.index(right)
    before, after = every[:rank], every[rank + 1 :]
    lower = _nearest(before, right, place, dice)
    upper = _nearest(after, right, OPTIONS - 1 - place, dice)
    if lower is None or upper is None:
        return None
    chosen = sorted((*lower, right, *upper), key=every.index)
    return Choice(tuple(code_of(each) for each in chosen), chosen.index(right))


def _nearest(
    subsets: Sequence[frozenset[int]], right: frozenset[int], count: int, dice: Dice
) -> list[frozenset[int]] | None:
    """Choose subsets that differ from the right one in few items: the hardest to tell from it."""
    if len(subsets) < count:
        return None
    order = dice.shuffled(subsets, "subsets", sorted(right), count)
    return sorted(order, key=lambda each: len(each ^ right))[:count]


def pair_choice(right: frozenset[int]) -> Choice:
    """Return the fixed set for two statements: the first only, the second only, both, neither."""
    codes = (code_of([0]), code_of([1]), code_of([0, 1]), NONE_OF_THEM)
    return Choice(codes, codes.index(code_of(right)))


def count_choice(right: int, count: int) -> Choice | None:
    """Return the fixed set of counts: one, two, all three, none; or one to all four.

    None when no option is right: four items of which none is.
    """
    codes = ("1", "2", "3", "0" if count == OPTIONS - 1 else "4")
    return Choice(codes, codes.index(str(right))) if str(right) in codes else None


def placed(right: str, others: Sequence[str], place: int) -> Choice | None:
    """Return the right code in a place among the first three others; None without three."""
    wrong = [each for each in dict.fromkeys(others) if each != right][: OPTIONS - 1]
    if len(wrong) < OPTIONS - 1:
        return None
    return Choice((*wrong[:place], right, *wrong[place:]), place)
