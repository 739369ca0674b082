"""Times of day: 10:30, 2:20 p.m., 5 pm."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from magazine.core.facts.script import Token, plain

_HOURS_MINUTES = re.compile(r"(\d{1,2}):([0-5]\d)(?::[0-5]\d)?")
_HALVES = {"am": 0, "a.m": 0, "pm": 12, "p.m": 12}
_WHOLE = frozenset(["hrs", "hours", "hr", plain("बजे")])
_NOON = 12


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes after midnight; ``end`` is the index of the token after it."""

    minutes: int
    end: int
    halved: bool
    """It may be of the morning or of the evening: the text does not say."""


def clock_at(text: str, tokens: Sequence[Token], index: int) -> Clock | None:
    """Return the time of day that begins at a token, or None."""
    token = tokens[index]
    if not token.text[0].isdigit():
        return None
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    near = following is not None and text[token.end : following.start] in {"", " "}
    half = _HALVES.get(following.low) if near and following is not None else None
    match = _HOURS_MINUTES.fullmatch(token.text)
    if match is None:
        if half is None or not token.text.isdigit() or int(token.text) > _NOON:
            return None
        return Clock(_hour(int(token.text), half) * 60, index + 2, halved=False)
    if half is not None:
        return Clock(_hour(int(match[1]), half) * 60 + int(match[2]), index + 2, halved=False)
    whole = near and following is not None and following.low in _WHOLE
    return Clock(int(match[1]) * 60 + int(match[2]), index + 1, halved=not whole and int(match[1]) <= _NOON)


def _hour(hour: int, half: int) -> int:
    return hour % _NOON + half if hour <= _NOON else hour
