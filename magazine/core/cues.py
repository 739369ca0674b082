"""Cues: words and phrases found in running text, English or Hindi.

A text is cut into tokens once, and every cue that starts with a token is looked
up by that token, so that the price of a text does not grow with the number of
cues.
"""

import itertools
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

BREAK = "."
"""The token of a mark that parts phrases: no cue is found across it."""

LEAD_WORDS = 80
"""Words of a body that are read as its lead."""

_SHOUTED_WORDS = 4
_PLAIN_WORDS = frozenset(("AIDS", "COP", "IT", "SAM", "SC", "UP", "US", "WHO"))
_PLAIN = {
    **dict.fromkeys("‘’ʼ′", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    # Joiners and the soft hyphen are invisible inside a word.
    **dict.fromkeys("\u200b\u200c\u200d\u00ad\ufeff", ""),
    # The same Hindi word is written with and without a nukta, and with either nasal sign.
    "\u093c": "",
    "\u0901": "\u0902",
}
_ODD = re.compile(f"[{''.join(_PLAIN)}]")
# A nasal before a stop of its own class is written as a letter or as a dot: हिन्दी, हिंदी.
_NASAL = re.compile("(?:ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ]))")
# A visarga at the end of a word mostly stands for a colon: राजस्थानः.
_COLON = re.compile(r"ः(?![\u0900-\u0963])")
# The dot of an initial; of two initials in a row the first takes the second to itself.
_INITIAL = re.compile(r"(?<=\b[A-Z])\.( ?(?=[A-Z]\.))?")
_POSSESSIVE = re.compile(r"'[sS]\b")
_MARKS = dict.fromkeys((*'.,;:!?()[]"“”।॥/|', "\n\n"), BREAK)
# Python's \w leaves out the vowel signs of Indic scripts, without which a word is cut in two.
_TOKEN = re.compile(r"[\w\u0300-\u036f\u0900-\u0963\u0966-\u0dff]+|[.,;:!?()\[\]\"“”।॥/|]|\n\n")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def tokens(text: str) -> list[str]:
    """Cut a text into words, in their own case, and breaks.

    Hyphens and apostrophes only part words; a possessive ``'s`` is dropped;
    ``U.S.`` is one word, ``US``.
    """
    if not text.isascii():
        text = _ODD.sub(lambda odd: _PLAIN[odd[0]], unicodedata.normalize("NFKC", text))
        text = _COLON.sub(f" {BREAK} ", _NASAL.sub("ं", text))
    if "." in text:
        text = _INITIAL.sub(lambda dot: " " if dot[1] is None else "", text)
    if "'" in text:
        text = _POSSESSIVE.sub("", text)
    return [_MARKS.get(token, token) for token in _TOKEN.findall(text)]


class CueIndex(Generic[Meaning]):
    """Finds many cues in one pass over a text's tokens.

    A cue without a lower-case letter (``WHO``) is found in capitals only, any
    other one in any case. The last word of an English cue may bear a plural
    ending, that of a Hindi cue an oblique one.
    """

    def __init__(self, cues: Iterable[tuple[str, Meaning]]) -> None:
        self._meanings: dict[str, list[Meaning]] = {}
        spans: dict[str, set[int]] = {}
        for cue, meaning in cues:
            words = tokens(cue)
            if all(word == BREAK for word in words):
                continue
            if not cue.isupper():
                words = [word.lower() for word in words]
            for ending in _endings(words[-1]):
                phrase = [*words[:-1], ending]
                self._meanings.setdefault(" ".join(phrase), []).append(meaning)
                spans.setdefault(phrase[0], set()).add(len(phrase))
        self._spans = {word: tuple(lengths) for word, lengths in spans.items()}

    def found(self, words: Sequence[str], *, shouted: bool = False) -> set[Meaning]:
        """Return the meanings of the cues that the words hold.

        Args:
            words: What ``tokens`` made of a text.
            shouted: The text is all in capitals: ``US`` and ``WHO`` are then taken
                for the plain words.
        """
        found: set[Meaning] = set()
        lowered = [word.lower() for word in words]
        for meanings in self._matches(lowered):
            found.update(meanings)
        spoken = [BREAK if word in _PLAIN_WORDS else word for word in words] if shouted else words
        for meanings in self._matches(spoken):
            found.update(meanings)
        return found

    def _matches(self, words: Sequence[str]) -> Iterator[Collection[Meaning]]:
        spans = self._spans
        meanings = self._meanings
        for place in [place for place, word in enumerate(words) if word in spans]:
            for length in spans[words[place]]:
                phrase = words[place] if length == 1 else " ".join(words[place : place + length])
                if phrase in meanings:
                    yield meanings[phrase]


def lead_end(words: Sequence[str], length: int = LEAD_WORDS) -> int:
    """Return where a text's first ``length`` words end among its tokens."""
    places = (place for place, word in enumerate(words) if word != BREAK)
    return next(itertools.islice(places, length, None), len(words))


def is_shouted(words: Sequence[str]) -> bool:
    """Tell whether a line is set in capitals, not just in acronyms."""
    letters = [word for word in words if word[0].isalpha()]
    return len(letters) >= _SHOUTED_WORDS and all(word.isupper() for word in letters)


def _endings(word: str) -> tuple[str, ...]:
    if _DEVANAGARI.search(word):
        return _hindi_endings(word)
    if not word.isascii() or not word.isalnum():
        return (word,)
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word, word + "s", word[:-1] + "ies"
    return word, word + "s", word + "es"


def _hindi_endings(word: str) -> tuple[str, ...]:
    stem = word[:-1]
    if word.endswith("ी"):
        return word, stem + "ियों", stem + "ियां"
    if word.endswith("ि"):
        return word, word + "यों", word + "यां"
    if word.endswith(("ु", "ू")):
        return word, stem + "ुओं", stem + "ुएं"
    if word.endswith("ा"):
        return word, stem + "े", stem + "ों", word + "ओं", word + "एं"
    if word.endswith(("े", "ो", "ै", "ौ", "ं")):
        # Already oblique or plural, or a foreign word that does not change.
        return (word,)
    return word, word + "ों", word + "ें"
