"""What a magazine prints that no article says: one table of words a language.

The tables lie in ``templates/labels``, one file a language, with equal keys.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from magazine.assets import bundled
from magazine.core.dates import DateRange
from magazine.core.errors import RendererError


@dataclass(frozen=True, slots=True)
class Labels:
    """The furniture of one language."""

    language: str
    words: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def filled(self, key: str, **names: object) -> str:
        """Return a label with its braces filled."""
        return self.words[key].format(**names)

    def count(self, key: str, number: int) -> str:
        """Return ``3 stories``: the label of a number, grouped as in India."""
        form = f"{key}_one" if number == 1 else f"{key}_other"
        return self.words[form].format(n=grouped(number))

    def day(self, day: dt.date) -> str:
        """Return ``9 March 2026``."""
        return f"{self._day_month(day)} {day.year}"

    def period(self, period: DateRange) -> str:
        """Return ``9–15 March 2026``, naming month and year once where they are shared."""
        first, last = period.first, period.last
        if first == last:
            return self.day(last)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self.day(last)}"
        start = self._day_month(first) if first.year == last.year else self.day(first)
        return f"{start} – {self.day(last)}"

    def _day_month(self, day: dt.date) -> str:
        return f"{day.day} {self.words[f'month_{day.month}']}"


def load_labels(language: str) -> Labels:
    """Return the labels of a language.

    Raises:
        RendererError: There is no table for it.
    """
    if language not in languages():
        raise RendererError(
            f"There are no labels for the language {language!r}.",
            hint=f"Use one of: {', '.join(languages())}.",
        )
    path = _folder() / f"{language}.yaml"
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Labels(language, {str(key): str(label) for key, label in table.items()})


def languages() -> tuple[str, ...]:
    """Return the languages that furniture can be printed in, by code."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


def grouped(number: int) -> str:
    """Return a number with Indian grouping: ``12,34,567``."""
    sign, digits = ("-" if number < 0 else ""), str(abs(number))
    head, tail = digits[:-3], digits[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return sign + ",".join([*pairs, tail])


def _folder() -> Path:
    return bundled("templates") / "labels"
