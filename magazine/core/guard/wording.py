"""Quotations, denials and directions, held against the sentences nearest to the statement's."""

from collections.abc import Iterator, Sequence

from magazine.core.facts.contraries import OPPOSITES
from magazine.core.facts.quotations import flat, parts_of, quotations
from magazine.core.facts.words import FUNCTION_WORDS, is_negation
from magazine.core.finding import Problem, ProblemKind
from magazine.core.guard.bind import runs
from magazine.core.guard.evidence import Evidence
from magazine.core.guard.kinship import coverage
from magazine.core.guard.reading import Anchor, Reading
from magazine.core.guard.source import Source

_SCARE = 3
"""Quotation marks around so few words often only set them off."""
_NEAR = 0.65
"""The share of a statement's words that a sentence must have to contradict it."""

_SCOPE = 5
"""So many words after a denial may be what it denies."""
_LONGEST = 200
"""So many words of a sentence are compared one by one."""
_LEAST_RUN = 2
"""Words that two contraries must share at their sides to stand in one place."""


def check_quotations(text: str, evidence: Evidence) -> Iterator[Problem]:
    """Yield the quotations of a plain text that are not in the evidence word for word."""
    for quotation in quotations(text):
        parts = [flat(part) for part in parts_of(quotation)]
        missing = [part for part in parts if part and not evidence.quotes(part)]
        if missing:
            yield Problem(
                kind=ProblemKind.QUOTATION,
                value=quotation,
                text="The source does not have these words.",
                hard=len(missing[0].split()) > _SCARE,
            )


def check_contrary(statement: Reading, retold: Sequence[Reading], source: Source) -> Iterator[Problem]:
    """Yield what the sentences that a statement retells deny, or say to go the other way."""
    if not retold or statement.flat in retold[0].flat:
        return
    denied = _denied(statement, retold)
    if denied is not None:
        yield Problem(
            kind=ProblemKind.NEGATION,
            value=denied,
            text=f"The statement and its source do not agree on {denied!r}.",
            nearest=retold[0].facts.text,
            hard=False,
        )
    for place, word in enumerate(statement.stream[:_LONGEST]):
        contrary = _contrary_at(statement, place, word, retold, source)
        if contrary is not None:
            yield Problem(
                kind=ProblemKind.DIRECTION,
                value=word,
                text=f"The source says {contrary} where the statement says {word}.",
                nearest=contrary,
                hard=False,
            )


def _denied(statement: Reading, retold: Sequence[Reading]) -> str | None:
    """Return the denial that is on one side only, or None."""
    ours = statement.facts.negations
    if ours:
        return None if any(reading.facts.negations for reading in retold) else ours[0]
    nearest = retold[0]
    theirs = nearest.facts.negations
    if not theirs or coverage(statement, nearest) < _NEAR or not _denies_shared(nearest, statement):
        return None
    return theirs[0]


def _denies_shared(denying: Reading, other: Reading) -> bool:
    """Tell whether what a sentence denies is what the other one says: the words that follow are in both."""
    for place, word in enumerate(denying.stream[:_LONGEST]):
        if is_negation(word):
            after = [w for w in denying.stream[place + 1 : place + 1 + _SCOPE] if w not in FUNCTION_WORDS][:2]
            if any(w in other.stems for w in after):
                return True
    return False


def _contrary_at(
    statement: Reading, place: int, word: str, retold: Sequence[Reading], source: Source
) -> str | None:
    """Return the word with the contrary sense that a retold sentence has for a word, or None."""
    contraries = OPPOSITES.get(word, frozenset()) - statement.stems
    if not contraries:
        return None
    if word not in source.stems:
        return next((min(contraries & r.stems) for r in retold if contraries & r.stems), None)
    nearest, here = retold[0], Anchor(0, place, place)
    if word in nearest.stems:
        return None
    for other_place, other in enumerate(nearest.stream[:_LONGEST]):
        if other in contraries:
            left, right = runs(statement, here, nearest, Anchor(0, other_place, other_place))
            if left + right >= _LEAST_RUN:
                return other
    return None
