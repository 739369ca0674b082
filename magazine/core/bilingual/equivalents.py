"""The names that Hindi translates or writes in letters: what they are in English, and the other way."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from magazine.core.bilingual.bodies import BODIES, CHAIRS, OFFICES, PORTFOLIOS
from magazine.core.bilingual.places import CITIES, COUNTRIES, STATES
from magazine.core.facts.script import plain, tokens_of

Phrase = tuple[str, ...]
"""Words in plain small letters."""


def _entries(table: str) -> Iterator[tuple[list[str], list[str]]]:
    for entry in re.split(r"[;\n]", plain(table)):
        hindi, _, english = entry.partition("=")
        if english:
            yield [each.strip() for each in hindi.split(",")], [each.strip() for each in english.split(",")]


def phrase_of(text: str) -> Phrase:
    """Return the words of a plain text, as the tables have them."""
    return tuple(token.low for token in tokens_of(text))


def _ministries() -> Iterator[tuple[list[str], list[str]]]:
    for (subjects, subjects_en), (chairs, chairs_en) in product(_entries(PORTFOLIOS), _entries(CHAIRS)):
        pairs = product(subjects_en, chairs_en)
        english = [
            form for subject, chair in pairs for form in (f"{subject} {chair}", f"{chair} of {subject}")
        ]
        yield [f"{subject} {chair}" for subject, chair in product(subjects, chairs)], english


@cache
def _tables() -> tuple[dict[Phrase, frozenset[Phrase]], dict[Phrase, frozenset[Phrase]]]:
    hindi_to, english_to = dict[Phrase, set[Phrase]](), dict[Phrase, set[Phrase]]()
    listed = (entry for table in (BODIES, OFFICES, COUNTRIES, STATES, CITIES) for entry in _entries(table))
    for hindi, english in (*_ministries(), *listed):
        for one, other in product(map(phrase_of, hindi), map(phrase_of, english)):
            hindi_to.setdefault(one, set()).add(other)
            english_to.setdefault(other, set()).add(one)
    return (
        {phrase: frozenset(others) for phrase, others in hindi_to.items()},
        {phrase: frozenset(others) for phrase, others in english_to.items()},
    )


def hindi_names() -> Mapping[Phrase, frozenset[Phrase]]:
    """Return to a Hindi name the English names for it; made when first asked for."""
    return _tables()[0]


def english_names() -> Mapping[Phrase, frozenset[Phrase]]:
    """Return to an English name the Hindi names for it."""
    return _tables()[1]


@cache
def _reach() -> Mapping[str, int]:
    """Return to the first word of names how many words the longest has."""
    longest: dict[str, int] = {}
    for phrase in (*hindi_names(), *english_names()):
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return longest


def name_at(words: Sequence[str], place: int, names: Mapping[Phrase, frozenset[Phrase]]) -> Phrase | None:
    """Return the longest name of a table that begins at a place, or None."""
    for size in range(min(_reach().get(words[place], 0), len(words) - place), 0, -1):
        phrase = tuple(words[place : place + size])
        if phrase in names:
            return phrase
    return None


_LETTERS: dict[str, str] = {
    word: letter
    for pair in plain(
        "ए=a बी=b सी=c डी=d ई=e एफ=f जी=g एच=h आई=i जे=j के=k एल=l एम=m एन=n ओ=o पी=p क्यू=q आर=r एस=s टी=t यू=u"
        " वी=v डब्ल्यू=w डब्लू=w एक्स=x वाई=y जेड=z"
    ).split()
    for word, _, letter in [pair.partition("=")]
}
_LETTER = "|".join(sorted(_LETTERS, key=len, reverse=True))
_ACRONYM = re.compile(rf"(?:{_LETTER}){{2,8}}")


def spelled_out(word: str) -> str | None:
    """Return the English letters that a Hindi word spells out, ``gst`` for जीएसटी, or None."""
    if _ACRONYM.fullmatch(word) is None:
        return None
    return "".join(_LETTERS[letter] for letter in re.findall(_LETTER, word))


def letter_named(word: str) -> str | None:
    """Return the one English letter that a Hindi word names, as an initial does, or None."""
    return _LETTERS.get(word)
