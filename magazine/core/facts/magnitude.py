"""A number before its unit."""

from dataclasses import dataclass

from magazine.core.facts.script import Token


@dataclass(frozen=True, slots=True)
class Magnitude:
    """How much a figure or a run of number words says."""

    value: float
    end: int
    """The index of the token after it."""
    tolerance: float = 0.0
    """Half a unit of its last digit, when the text rounds: with decimals, lakhs or crores."""
    scale: float = 1.0
    """The hundreds, lakhs or crores with which it counts."""
    ordinal: bool = False
    ratio: bool = False
    worded: bool = False


def adjoins(text: str, left: Token, right: Token) -> bool:
    """Tell whether nothing but a space or a hyphen parts two tokens."""
    return text[left.end : right.start] in _JOINTS


_JOINTS = frozenset(["", " ", "-", "  ", " - "])
