"""How a word sounds, roughly, in Devanagari and in Latin letters, and whether two words sound alike.

A word becomes its consonants, in classes that survive the way from one script to the
other (aspiration, length, retroflexion, v and w, s and sh are not told apart), with the
vowels in the gaps between them. Where a letter may stand for several sounds, or for
none, a word has several spellings.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from magazine.core.bilingual.letters import DEVANAGARI, LATIN_RULES, LONGEST_RULE, VOWELS

_MOST_SPELLINGS = 24
_LONGEST = 40
"""Letters of a word that are read: no name is longer."""


class Sound(NamedTuple):
    """One spelling of a word: its consonants, and the vowels before, between and after them."""

    consonants: str
    gaps: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def sounds_of(word: str) -> tuple[Sound, ...]:
    """Return the spellings of a word in plain small letters, in either script."""
    word = word[:_LONGEST]
    options = _devanagari(word) if "\u0900" <= word[:1] <= "\u097f" else _latin(word)
    return tuple(dict.fromkeys(_sound(letters) for letters in islice(_expanded(options), _MOST_SPELLINGS)))


def sounds_alike(devanagari: Sound, latin: Sound) -> bool:
    """Tell whether two spellings with the same consonants have vowels that can be each other's."""
    cost = sum(map(_gap_cost, devanagari.gaps[:-1], latin.gaps[:-1]))
    cost += _last_gap_cost(devanagari.gaps[-1], latin.gaps[-1])
    return cost <= _ALLOWED[min(len(latin.consonants), len(_ALLOWED) - 1)]


_ALLOWED = (0.0, 0.2, 0.25, 1.0, 1.5, 2.0)
"""What a word of no, one, two … consonants may miss by its vowels."""


def _devanagari(word: str) -> list[Sequence[str]]:
    options: list[Sequence[str]] = []
    place = 0
    while place < len(word):
        found, size = _letter(word, place)
        place += size
        if found != ("",):
            options.append(found)
        spoken = found[0][-1:].isupper() and word[place - 1] != _ANUSVARA
        if spoken and place < len(word) and word[place] not in VOWELS:
            options.append(("a",))
    return options


def _letter(word: str, place: int) -> tuple[Sequence[str], int]:
    if word[place] == _ANUSVARA:
        return _nasal(word[place + 1 : place + 2]), 1
    if place == 0 and word[0] == _YA:
        return ("Y",), 1
    for size in (3, 2, 1):
        letters = word[place : place + size]
        if (found := DEVANAGARI.get(letters)) is not None:
            return found, len(letters)
    return ("",), 1


_ANUSVARA, _YA = "\u0902", "य"
_LABIALS = frozenset("पफबभम")


def _nasal(following: str) -> tuple[str, ...]:
    if not following:
        return ("", "N")
    return ("M", "N", "") if following in _LABIALS else ("N", "")


def _latin(word: str) -> list[Sequence[str]]:
    options: list[Sequence[str]] = []
    framed = f"^{word}$"
    place = 1
    while place < len(framed) - 1:
        options_here, size = _rule(framed, place)
        options.append(options_here)
        place += size
    return options


def _rule(framed: str, place: int) -> tuple[Sequence[str], int]:
    """Return what the longest rule that fits at a place makes of how many letters."""
    for size in range(LONGEST_RULE, 0, -1):
        letters = framed[place : place + size]
        if len(letters) < size:
            continue
        if place == 1 and (found := LATIN_RULES.get("^" + letters)) is not None:
            return found, size
        if framed[place + size : place + size + 1] == "$" and (found := LATIN_RULES.get(letters + "$")):
            return found, size
        if (found := LATIN_RULES.get(letters)) is not None:
            return found, size
    return ("",), 1


def _expanded(options: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the spellings that the options give, the likeliest first: fewest second choices."""
    chosen = [(0, "")]
    for each in options:
        grown = [(cost + nth, head + tail) for cost, head in chosen for nth, tail in enumerate(each)]
        grown.sort(key=lambda pair: pair[0])
        chosen = grown[:_MOST_SPELLINGS]
    return (text for _, text in chosen)


def _sound(letters: str) -> Sound:
    consonants, gaps = "", [""]
    for letter in letters:
        if not letter.isupper():
            gaps[-1] += letter
        elif consonants[-1:] != letter or gaps[-1]:  # a doubled one is one
            consonants += letter
            gaps.append("")
    return Sound(consonants, tuple(gaps))


_COMPATIBLE: dict[str, tuple[str, str]] = {
    "ā": ("a", "ou"),
    "i": ("iye", "a"),
    "u": ("uow", ""),
    "e": ("ea", "i"),
    "ē": ("aei", ""),
    "o": ("ou", "aw"),
    "ō": ("oauw", ""),
    "y": ("yieua", ""),
}
"""To a vowel of Devanagari the Latin letters for it, and those that half fit."""
_SHORT: dict[str, float] = {"": 0.0, "a": 0.0, "e": 0.25, "u": 0.25, "o": 0.5, "i": 0.5}
"""What the unwritten vowel of Devanagari, or none at all, is in Latin letters."""


@lru_cache(maxsize=1 << 13)
def _gap_cost(devanagari: str, latin: str) -> float:
    written = devanagari.replace("a", "")
    if not written:
        return _SHORT.get(latin, 1.0)
    if not latin:
        return 1.0 if written != "y" else 0.5
    cost = sum(_vowel_cost(vowel, latin) for vowel in written) / len(written)
    extra = len(latin) - 2 * len(devanagari)
    return cost + (0.5 if extra > 0 else 0.0)


def _vowel_cost(vowel: str, latin: str) -> float:
    fit, half = _COMPATIBLE[vowel]
    if any(letter in fit for letter in latin):
        return 0.0
    return 0.5 if any(letter in half for letter in latin) else 1.0


def _last_gap_cost(devanagari: str, latin: str) -> float:
    """Return the cost at the end, where Hindi inflects and English has its mute e."""
    if latin == "e" and not devanagari:
        return 0.0
    return min(_gap_cost(devanagari, latin), _ENDING)


_ENDING = 0.75
