"""The mistakes of a manifest: where each stands, what is wrong and what was meant."""

import difflib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from magazine.core.errors import ConfigurationError, MagazineError

MOST_SHOWN = 50
"""Mistakes that are written out; more are counted."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake."""

    line: int
    """From 1."""
    message: str
    hint: str = ""

    @classmethod
    def of(cls, line: int, error: MagazineError) -> "Mistake":
        """Return an error of another gate as a mistake of a line."""
        return cls(line, error.message, error.hint)


class ManifestError(ConfigurationError):
    """A manifest that cannot be used.

    Args:
        path: The manifest.
        mistakes: All that were found, in any order.
    """

    def __init__(self, path: Path, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        count = len(self.mistakes)
        lines = [f"{path} has {count} mistake{'s' if count > 1 else ''}."]
        lines += [
            f"  {path.name}:{each.line}: {each.message} {each.hint}".rstrip()
            for each in self.mistakes[:MOST_SHOWN]
        ]
        if count > MOST_SHOWN:
            lines.append(f"  … and {count - MOST_SHOWN} more.")
        super().__init__("\n".join(lines))


def nearest(word: str, known: Collection[str]) -> str:
    """Return a hint that names what a word was meant to be, or all that it can be."""
    close = difflib.get_close_matches(word, known, n=1)
    return f"Did you mean {close[0]}?" if close else f"It can be {', '.join(sorted(known))}."
