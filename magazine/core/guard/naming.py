"""Whether the source names whom and what a statement names."""

from collections.abc import Iterator

from magazine.core.facts.names import HONORIFICS, Name, is_acronym, spelled_initials
from magazine.core.facts.script import words_of
from magazine.core.facts.vocabulary import is_common
from magazine.core.facts.words import stem
from magazine.core.finding import Problem, ProblemKind
from magazine.core.guard.evidence import Evidence
from magazine.core.guard.new_words import new_hindi_words, new_words
from magazine.core.guard.reading import Reading
from magazine.core.guard.source import Source

_PARTS = str.maketrans("-.&'/", "     ")


def check_names(statement: Reading, evidence: Evidence, source: Source, *, cited: bool) -> Iterator[Problem]:
    """Yield the names that the source does not have, and the new words of text without capitals."""
    if _has_capitals(statement):
        for name in statement.facts.names:
            problem = check_name(name, evidence, source, cited=cited)
            if problem is not None:
                yield problem
    else:
        yield from new_words(statement, lambda word: is_known(word, source))
    yield from new_hindi_words(statement, source)


def _has_capitals(statement: Reading) -> bool:
    return any(token.text[0].isupper() for token in statement.facts.tokens)


def check_name(name: Name, evidence: Evidence, source: Source, *, cited: bool) -> Problem | None:
    """Return what is wrong with a name, or None."""
    unknown = [word for word in name.words if not is_known(word, source)]
    if name.opens and unknown and unknown[0] == name.words[0] and is_plain_word(unknown[0]):
        unknown = unknown[1:]
    initials = spelled_initials(name)
    if not unknown or (len(initials) > 1 and initials in source.words):
        return _elsewhere(name, evidence) if cited and not unknown else None
    if all(word.lower() in _HOME for word in name.words):
        return None
    strange = [word for word in unknown if not _is_misspelt(word, source)]
    hard = any(not is_plain_word(word) for word in strange) or len(strange) > 1
    # Of an institution even a plain word decides: the Ministry of Steel is not the Ministry of Coal.
    hard = hard or (bool(strange) and _names_institution(name))
    return Problem(
        kind=ProblemKind.NAME,
        value=name.text,
        text=f"The source does not name {' '.join(unknown)}.",
        nearest=_nearest(name, unknown, source),
        hard=hard,
    )


def _names_institution(name: Name) -> bool:
    return len(name.words) > 1 and any(word.lower() in _INSTITUTIONS for word in name.words)


_INSTITUTIONS = frozenset(
    words_of(
        "ministry department commission committee council authority board bureau court tribunal university "
        "institute bank act bill code mission yojana abhiyan scheme convention treaty"
    )
)
"""What a name is called that stands for a body, a law or a scheme."""


def is_plain_word(word: str) -> bool:
    """Tell whether a capitalised word can be a common one that opens a sentence or a heading."""
    return not is_acronym(word) and (is_common(word) or word.endswith(_NOUN_ENDINGS))


_NOUN_ENDINGS = words_of("tion tions sion ment ments ness ity ing ism ists ally")
"""Of words that are made from others: a capital opens the sentence, or a heading."""


def is_known(word: str, source: Source) -> bool:
    """Tell whether the source has a word of a name, in any form: a part, an adjective, an acronym."""
    low = word.lower().rstrip(".").removesuffix("'s")
    if not low or low[0].isdigit() or low in _NEVER_NAMES:
        return True
    if source.knows(low) or source.knows(low.replace(".", "")):
        return True
    if is_acronym(word) and word.replace(".", "") in source.acronyms:
        return True
    if word[-1] == "s" and is_acronym(word[:-1]):  # TVs, MoUs
        return is_known(word[:-1], source)
    parts = low.split("-") if "-" in low else low.translate(_PARTS).split()
    return len(parts) > 1 and all(_is_known_part(part, source) for part in parts)


def _is_known_part(part: str, source: Source) -> bool:
    if not part or part.isdigit() or source.knows(part.rstrip(".")) or is_common(part):
        return True
    return all(source.knows(piece) for piece in part.translate(_PARTS).split())


_HOME = frozenset(["india", "india's", "indian", "indians"])
"""The reader's country, which a source need not name."""
_NEVER_NAMES = (
    frozenset(
        words_of(
            "sat sun mon tue tues wed thu thur thurs fri jr sr tv ceo cfo vs yoy am pm phd rs inr usd dc un"
        )
    )
    | HONORIFICS
)
"""Capitalised without naming anything."""


def _is_misspelt(word: str, source: Source) -> bool:
    """Tell whether the source has a long name that differs by one letter, as transliterations do."""
    low = word.lower()
    if len(low) < _LONG_NAME:
        return False
    return any(_one_letter_apart(low, other) for other in source.words_from(low[0], low[-1]))


def _one_letter_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    same = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    left, right = one[same:], other[same:]
    swapped = len(left) > 1 and left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right or left == right[1:] or left[1:] == right[1:]


_LONG_NAME = 6
_MOST = 48
"""So many sentences, and names of each, are looked through for the nearest."""


def _elsewhere(name: Name, evidence: Evidence) -> Problem | None:
    words = [word.lower() for word in name.words]
    if not words or any(word in reading.words for reading in evidence.readings for word in words):
        return None
    return Problem(
        kind=ProblemKind.ELSEWHERE,
        value=name.text,
        text=f"The source names {name.text}, but not in the cited sentences.",
        hard=False,
    )


def _nearest(name: Name, unknown: list[str], source: Source) -> str | None:
    """Return the source's name that shares a word with a name, the first there is."""
    shared = {word.lower() for word in name.words if word not in unknown and not is_common(word)}
    serials = sorted({serial for word in shared for serial in source.lines_of.get(stem(word), ())[:_MOST]})
    for serial in serials:
        for other in source.whole.readings[serial].facts.names[:_MOST]:
            if shared & {word.lower() for word in other.words}:
                return other.text
    return None
