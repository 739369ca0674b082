"""New words in text where capitals do not help to tell names: small letters, and Hindi."""

from collections.abc import Callable, Iterator

from magazine.core.facts.names import HONORIFICS_HI
from magazine.core.facts.script import Token
from magazine.core.facts.vocabulary import is_common
from magazine.core.facts.words import FUNCTION_WORDS
from magazine.core.finding import Problem, ProblemKind
from magazine.core.guard.reading import Reading
from magazine.core.guard.source import LONGEST_HEAD, Source

_SHORTEST = 3
"""Letters of the shortest word that is looked up."""
_FEW, _MOSTLY = 4, 0.6
"""A Hindi sentence of more words than this, most of them new, is not the source's."""


def new_words(statement: Reading, is_known: Callable[[str], bool]) -> Iterator[Problem]:
    """Yield the words of an English text in small letters that are neither common nor known."""
    for token in statement.facts.tokens:
        low = token.low
        if len(low) < _SHORTEST or not low.isascii() or not low[0].isalpha():
            continue
        if not is_common(low) and not is_known(low):
            yield Problem(
                kind=ProblemKind.NAME,
                value=token.text,
                text=f"The source does not have the word {token.text}.",
            )


def new_hindi_words(statement: Reading, source: Source) -> Iterator[Problem]:
    """Yield the new words after an honorific, and the sentence itself when most of it is new."""
    if not source.hindi_heads:
        return  # a translation: nothing to look words up in
    hindi = [token for token in statement.facts.tokens if "\u0900" <= token.text[0] <= "\u097f"]
    content = [token for token in hindi if token.low not in FUNCTION_WORDS and len(token.text) > 1]
    new = {token for token in content if not _is_known(token, source)}
    for place, token in enumerate(hindi):
        titled = any(before.text in HONORIFICS_HI for before in hindi[max(0, place - 2) : place])
        if titled and token in new:
            yield Problem(
                kind=ProblemKind.NAME, value=token.text, text=f"The source does not name {token.text}."
            )
    if len(content) > _FEW and len(new) > _MOSTLY * len(content):
        yield Problem(
            kind=ProblemKind.WORDING,
            value=" ".join(token.text for token in sorted(new, key=lambda token: token.start)[:_FEW]),
            text="Most words of this sentence are not the source's.",
        )


def _is_known(token: Token, source: Source) -> bool:
    # Hindi inflects at the end of a word: लड़का, लड़के, लड़कों.
    word = token.text
    head = word[: max(_SHORTEST, len(word) - 2)][:LONGEST_HEAD]
    return word in source.words or head in source.hindi_heads
