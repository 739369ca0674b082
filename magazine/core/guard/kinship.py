"""The sentences of the evidence that a statement retells."""

import re
from collections import Counter

from magazine.core.facts.script import INDIC
from magazine.core.guard.evidence import Evidence
from magazine.core.guard.reading import Reading
from magazine.core.guard.source import Source

_NEAR = 0.3
"""The share of a statement's words that a sentence must have to be one that it retells."""
_COMMONEST = 200
"""A word that stands in more sentences than this does not help to find one."""


def kin(statement: Reading, evidence: Evidence, source: Source, most: int = 5) -> list[Reading]:
    """Return the sentences that share most words with a statement, best first; at least three in ten."""
    if not statement.stems:
        return []
    hits: Counter[int] = Counter()
    if evidence is source.whole:
        for word in statement.stems:
            serials = source.lines_of.get(word, ())
            if len(serials) <= _COMMONEST:
                hits.update(serials)
    else:
        hits.update({i: len(r.stems & statement.stems) for i, r in enumerate(evidence.readings)})
    best = sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))[:most]
    return [
        evidence.readings[serial]
        for serial, shared in best
        if shared and shared >= _NEAR * len(statement.stems)
    ]


def coverage(statement: Reading, reading: Reading) -> float:
    """Return the share of a statement's words that a sentence has; 0 for a statement without words."""
    return len(statement.stems & reading.stems) / len(statement.stems) if statement.stems else 0.0


def is_verbatim(statement: Reading, reading: Reading) -> bool:
    """Tell whether a statement is a sentence's own wording, whole or a stretch of it."""
    text, given = statement.facts.text.strip().rstrip(".।"), reading.facts.text
    start = given.find(text) if text else -1
    if start < 0:
        return False
    before, after = given[max(0, start - 1) : start], given[start + len(text) :][:2]
    return not _GOES_BEFORE.match(before) and not _goes_on(after)


# The vowel signs of the Indian scripts are no part of \w: a word cut before one is another word.
_GOES_BEFORE = re.compile(rf"[\w{INDIC}₹$€£.,/%-]")
_WORD = re.compile(rf"[\w{INDIC}]")


def _goes_on(after: str) -> bool:
    """Tell whether a word or number goes on: ``5`` of ``5.25``."""
    return bool(_WORD.match(after)) or (after[:1] in tuple(".,-/%") and after[1:].isdigit())
