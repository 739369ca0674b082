"""The values of an issue by kind: what can stand in another's place."""

from collections import defaultdict

from magazine.core.issue import Issue
from magazine.core.questions.keys import Dice
from magazine.edit.values import Value, values_of

_DISTRACTORS = 8
"""So many values are tried for the three that a cloze needs."""
_SHARE = 4.0
"""A figure of another size than this many times, or a part of it, gives itself away."""
_NEAREST = 0.04
"""Figures nearer to each other than this share are the same to a reader."""
_YEARS = 20
_MONTHS_REACH = 3
"""Years between two months of which one can stand for the other."""


class Pool:
    """Knows the likely values of each kind.

    Args:
        issue: Whose evidence they are taken from.
    """

    def __init__(self, issue: Issue) -> None:
        self.year = issue.masthead.period.last.year
        found: dict[str, dict[str, tuple[str, Value]]] = defaultdict(dict)
        for section in issue.sections:
            for story in section.stories:
                for each in story.evidence:
                    for value in values_of(each.text):
                        found[value.kind].setdefault(value.text, (section.group, value))
        self._by_kind = {kind: tuple(values.values()) for kind, values in found.items()}

    def others(self, value: Value, dice: Dice, *, at_home: bool = False) -> list[str]:
        """Return the values that could stand for one, the likest first.

        Args:
            value: What they stand for.
            dice: Chooses among equals.
            at_home: Only those of its own section: an electricity Act gives itself away among the polls.
        """
        known = self._by_kind.get(value.kind, ())
        own = {group for group, each in known if each.text == value.text}
        others = [
            (group, each)
            for group, each in known
            if each.text != value.text
            and self._is_likely(value, each)
            and not _overlap(value.text, each.text)
        ]
        # Of figures the nearer are the harder to tell from it, of names those of its own section.
        near = sorted(
            dice.shuffled(others, value.text),
            key=lambda one: (_distance(value, one[1]), one[0] not in own),
        )
        return [each.text for group, each in near if group in own or not at_home][:_DISTRACTORS]

    def _is_likely(self, value: Value, other: Value) -> bool:
        if not value.size or not other.size:
            return True
        if not value.is_numeric:
            # What is to come has no year of the past beside it.
            is_future = value.size > self.year
            reach = _YEARS if value.kind == "year" else _MONTHS_REACH
            return abs(value.size - other.size) <= reach and (other.size > self.year) is is_future
        ratio = other.size / value.size
        return 1 / _SHARE <= ratio <= _SHARE and abs(ratio - 1) > _NEAREST


def _distance(value: Value, other: Value) -> float:
    return round(abs(other.size - value.size) / value.size, 1) if value.is_numeric and value.size else 0.0


def _overlap(value: str, other: str) -> bool:
    return value in other or other in value
