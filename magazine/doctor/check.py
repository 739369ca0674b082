"""What a look at one thing came to."""

from collections.abc import Callable
from dataclasses import dataclass

from magazine.core.errors import MagazineError


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing, and whether it is in order."""

    name: str
    ok: bool
    found: str
    """What is there, in a sentence."""
    advice: str = ""
    """What to do; empty when it is in order."""


def checked(name: str, look: Callable[[], Check]) -> Check:
    """Return what a look came to; an error of ours or of the system's is what it found."""
    try:
        return look()
    except MagazineError as error:
        return Check(name=name, ok=False, found=error.message, advice=error.hint)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        found = f"{place}{error.strerror or type(error).__name__}."
        return Check(name=name, ok=False, found=found, advice="Check that path and its rights.")
