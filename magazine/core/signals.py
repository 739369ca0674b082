"""Which signals an article shows, for being printed or against it, by its title and lead."""

from functools import cache

from magazine.core.cues import CueIndex, is_shouted, lead_end, tokens
from magazine.core.signal_tables import EXCLUDES, INCLUDES, Signal

_LEAD_CHARACTERS = 1500
"""More than 80 words take in either language."""

_Clue = tuple[str, str]
"""A signal's name, and which of its lists holds the cue."""


def signals_of(title: str, body: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the signals for and against an article, each sorted."""
    clues = _clues()
    words = tokens(title)
    in_title = clues.found(words, shouted=is_shouted(words))
    opening = tokens(body[:_LEAD_CHARACTERS])
    found = in_title | {clue for clue in clues.found(opening[: lead_end(opening)]) if clue[1] == "lead"}
    return _shown(INCLUDES, found), _shown(EXCLUDES, found)


def _shown(signals: tuple[Signal, ...], found: set[_Clue]) -> tuple[str, ...]:
    return tuple(sorted(signal.name for signal in signals if _is_shown(signal.name, found)))


def _is_shown(name: str, found: set[_Clue]) -> bool:
    if (name, "unless") in found:
        return False
    return (
        (name, "title") in found
        or (name, "lead") in found
        or ((name, "first") in found and (name, "second") in found)
    )


@cache
def _clues() -> CueIndex[_Clue]:
    return CueIndex(
        (cue, (signal.name, place))
        for signal in INCLUDES + EXCLUDES
        for place in ("title", "lead", "first", "second", "unless")
        for cue in getattr(signal, place).split(",")
    )
