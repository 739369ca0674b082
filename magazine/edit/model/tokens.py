"""How many tokens a text has, without the model's own tokeniser."""

import math

_DEVANAGARI = range(0x0900, 0x0980)
_LATIN_CHARS = 3.2
_LATIN_WORD = 1.4
_DEVANAGARI_CHARS = 1.2
_MOST_LATIN_CHARS = 5.0
"""Characters of a token in plain English by the densest vocabularies in use (some 200,000 entries)."""
_MOST_DEVANAGARI_CHARS = 3.2


def estimate_tokens(text: str) -> int:
    """Return about how many tokens a text has, rather too many than too few.

    Tokenisers differ; small models' have more tokens for the same text, and many
    more for Devanagari.
    """
    devanagari, other = _letters(text)
    latin = max(other / _LATIN_CHARS, len(text.split()) * _LATIN_WORD if other > devanagari else 0)
    return math.ceil(latin + devanagari / _DEVANAGARI_CHARS)


def fewest_tokens(text: str) -> int:
    """Return how many tokens a text has at the least: a server that counts far fewer has not read it all."""
    devanagari, other = _letters(text)
    return math.floor(other / _MOST_LATIN_CHARS + devanagari / _MOST_DEVANAGARI_CHARS)


def _letters(text: str) -> tuple[int, int]:
    devanagari = sum(ord(letter) in _DEVANAGARI for letter in text)
    return devanagari, len(text) - devanagari
