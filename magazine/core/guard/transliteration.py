"""The words of a source as the other script would write them, by table and by sound."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from magazine.core.bilingual.equivalents import Phrase, english_names, hindi_names, spelled_out
from magazine.core.bilingual.hindi_words import hindi_stem
from magazine.core.bilingual.sounds import Sound, sounds_alike, sounds_of
from magazine.core.facts.script import Token
from magazine.core.facts.words import FUNCTION_WORDS, stem
from magazine.core.guard.reading import Reading

_SHORTEST = 3
"""Letters of a word that is told by its sound: shorter ones sound like too many."""
_PLURALS = ("s", "es")


def is_devanagari(word: str) -> bool:
    """Tell whether a word begins in Devanagari."""
    return "\u0900" <= word[:1] <= "\u097f"


class Transliteration:
    """What a source names, to be asked for in the other script.

    Args:
        readings: Its sentences, titles included.
        acronyms: What its English names could be abbreviated to, in capitals.
    """

    def __init__(self, readings: Iterable[Reading], acronyms: frozenset[str]) -> None:
        self._readings = tuple(readings)
        self._acronyms = acronyms

    @cached_property
    def _tokens(self) -> tuple[Token, ...]:
        return tuple(token for reading in self._readings for token in reading.facts.tokens)

    @cached_property
    def _written(self) -> frozenset[str]:
        """The Latin words as they are written, but for those only ever in small letters."""
        return frozenset(token.text for token in self._tokens if token.text[0].isupper())

    @cached_property
    def _stems_of(self) -> tuple[frozenset[str], ...]:
        return tuple(reading.stems | reading.words for reading in self._readings)

    @cached_property
    def _latin(self) -> dict[str, list[tuple[Sound, str]]]:
        """To consonants the Latin words that may have them, those with a capital first."""
        latin = [t.text for t in self._tokens if t.text[0].isalpha() and not is_devanagari(t.text)]
        joined = (a + b for a, b in pairwise(latin) if a[0].isupper() and b[0].isupper())  # Surya Kant
        written = sorted({*latin, *joined}, key=lambda word: (word[0].islower(), word))
        return _by_consonants({word.lower().replace(".", ""): word for word in reversed(written)})

    @cached_property
    def _devanagari(self) -> dict[str, list[tuple[Sound, str]]]:
        hindi = [token.text for token in self._tokens if is_devanagari(token.text)]
        words = {*hindi, *(a + b for a, b in pairwise(hindi))}
        return _by_consonants({form: word for word in sorted(words) for form in (word, hindi_stem(word))})

    @cached_property
    def _spelled_out(self) -> frozenset[str]:
        letters = (spelled_out(token.text) for token in self._tokens if is_devanagari(token.text))
        return frozenset(each for each in letters if each)

    @cached_property
    def _hindi_text(self) -> str:
        return f" {' '.join(token.low for token in self._tokens)} "

    def latin_for(self, word: str, *, named: bool = False) -> str | None:
        """Return the source's Latin word that sounds as a Devanagari one does, or None.

        ``named`` passes over words in small letters: ``under`` is not Andhra.
        """
        for form in dict.fromkeys((word, hindi_stem(word))):
            if len(form) < _SHORTEST and form != word:
                continue
            for sound in sounds_of(form):
                for other, latin in self._latin.get(sound.consonants, ()):
                    if sounds_alike(sound, other) and not (named and latin[0].islower()):
                        return latin
        return None

    def devanagari_for(self, word: str) -> str | None:
        """Return the source's Devanagari word that sounds as a Latin one does, or None."""
        for sound in sounds_of(word.lower().replace(".", "")):
            for other, devanagari in self._devanagari.get(sound.consonants, ()):
                if sounds_alike(other, sound):
                    return devanagari
        return None

    def has_letters(self, letters: str) -> bool:
        """Tell whether it has an acronym, in either script, or a name that gives it."""
        capitals = letters.upper()
        return capitals in self._acronyms or letters in self._spelled_out or self._has_english((letters,))

    def names_hindi(self, phrase: Phrase) -> bool:
        """Tell whether its English has what a Hindi name of the table stands for."""
        return any(self._has_english(english) for english in hindi_names()[phrase])

    def names_english(self, phrase: Phrase) -> bool:
        """Tell whether its Hindi has what an English name of the table stands for."""
        return any(f" {' '.join(hindi)} " in self._hindi_text for hindi in english_names()[phrase])

    def _has_english(self, phrase: Phrase) -> bool:
        if len(phrase) > 1:  # all of it in one sentence, in any order: the Ministry of Finance
            words = [word for word in phrase if word not in FUNCTION_WORDS]
            return any(all(word in has or stem(word) in has for word in words) for has in self._stems_of)
        word = phrase[0]
        bare = word.replace(".", "")
        if bare.upper() in self._written or word.upper() in self._written or bare.upper() in self._acronyms:
            return True
        if word in FUNCTION_WORDS:  # "US" and "us", "WHO" and "who"
            return False
        return any(word in has for has in self._stems_of)


def _by_consonants(words: dict[str, str]) -> dict[str, list[tuple[Sound, str]]]:
    table: dict[str, list[tuple[Sound, str]]] = defaultdict(list)
    for form, word in words.items():
        if len(form) < _SHORTEST and not word[0].isupper() and not is_devanagari(word):
            continue
        for each in _forms(form):
            for sound in sounds_of(each):
                table[sound.consonants].append((sound, word))
    for rows in table.values():
        rows.sort(key=lambda row: row[1][0].islower())
    return dict(table)


def _forms(word: str) -> Iterable[str]:
    """Yield a word, and an English plural's singular as well."""
    yield word
    for ending in _PLURALS:
        if word.isascii() and word.endswith(ending) and len(word) - len(ending) > _SHORTEST:
            yield word.removesuffix(ending)
