"""In which script a text is written, and whether it is in the language that was asked for."""

import re
from enum import StrEnum

from magazine.core.article import Language
from magazine.core.facts.script import INDIC, plain, words_of
from magazine.core.facts.vocabulary import is_common
from magazine.core.facts.words import FUNCTION_WORDS


class Script(StrEnum):
    """Whose letters most words of a text have. NONE: figures and signs only."""

    LATIN = "latin"
    DEVANAGARI = "devanagari"
    OTHER = "other"
    NONE = "none"


_WORD = re.compile(rf"(?:[^\W\d_]|[{INDIC}])(?:\w|[{INDIC}'’.&])*")
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_GLOSS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_LONGEST_GLOSS = 8
"""Words of a bracket that may be in another script: ``रेपो दर (repo rate)``."""
_MOST_STRAY = 0.2
"""The share of Devanagari words that an English text may quote."""
_ENOUGH = 6
"""In so many words the common ones of a language are sure to show."""
_LEAST_COMMON, _LEAST_FUNCTION = 0.6, 0.08
"""Shares of common words in English, of function words in Hindi, that hardly a sentence of news misses."""
_FEW = 2
"""So many Latin words in small letters need no Hindi word beside them: ``repo rate``."""
_HINDI_FUNCTION = FUNCTION_WORDS - {"न"}  # which Sanskrit has as well
MEASURES: frozenset[str] = frozenset(
    words_of(
        "km kg mm cm kw mw gw kwh mwh gwh ha sq ft mt lmt crore lakh million billion per cent percent bn mn"
    )
)
"""Units and scales that Hindi writes in Latin letters too."""


def script_of(text: str) -> Script:
    """Return the script of most words of a text; Devanagari where as many are Latin."""
    if text.isascii():
        return Script.LATIN if any(map(str.isalpha, text)) else Script.NONE
    counts = dict.fromkeys((Script.DEVANAGARI, Script.LATIN, Script.OTHER), 0)
    for word in _WORD.findall(text):
        counts[_script_of_word(word)] += 1
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else Script.NONE


def is_in(text: str, language: Language) -> bool:
    """Tell whether a statement is in a language, not only in its script.

    A Hindi one may hold names, acronyms and units in Latin letters, an English one a
    few words of Devanagari, and either a short gloss in brackets. Figures alone are in
    every language, and so is an acronym.
    """
    if language is Language.MIXED:
        return True
    words = _WORD.findall(_without_glosses(plain(text)))
    latin = [word for word in words if _script_of_word(word) is Script.LATIN]
    devanagari = [word for word in words if _script_of_word(word) is Script.DEVANAGARI]
    if len(latin) + len(devanagari) < len(words):
        return False
    if language is Language.HINDI:
        return _is_hindi(devanagari, latin)
    return len(devanagari) <= _MOST_STRAY * len(words) and _is_english(latin)


def _is_hindi(devanagari: list[str], latin: list[str]) -> bool:
    if not devanagari:
        return all(word.isupper() for word in latin)
    running = [word for word in latin if word[0].islower() and word.lower() not in MEASURES]
    if len(running) > max(_FEW, len(devanagari) / 2):
        return False
    known = sum(word in _HINDI_FUNCTION for word in devanagari)
    return len(devanagari) < _ENOUGH or known >= _LEAST_FUNCTION * len(devanagari)


def _is_english(latin: list[str]) -> bool:
    # Names tell nothing: a French sentence and an English one may have the same.
    running = [word for word in latin if word[0].islower()]
    known = sum(is_common(word) for word in running)
    return len(running) < _ENOUGH or known >= _LEAST_COMMON * len(running)


def _without_glosses(text: str) -> str:
    """Return a text without its short brackets, unless nothing else is left."""
    rest = _GLOSS.sub(lambda match: match[0] if len(match[0].split()) > _LONGEST_GLOSS else " ", text)
    return rest if _WORD.search(rest) else text


def _script_of_word(word: str) -> Script:
    if _DEVANAGARI.match(word):
        return Script.DEVANAGARI
    return Script.LATIN if _LATIN.match(word) else Script.OTHER
