"""Sentences of an article that speak to a machine, not to its readers.

Such a sentence is no news: it is no evidence, is sent to no model and printed by no
editor, and the report says so. This is a sieve and not the defence: what slips through
is held back by the guard, as a model that obeys it says what no source says.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from magazine.core.manuscript import Manuscript
from magazine.edit.machine_talk import ANYWHERE, BESIDE, HINDI, ORDERING, ORDERS, TELLING


def _any_of(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


_ORDERS, _ANYWHERE, _HINDI = _any_of(ORDERS), _any_of(ANYWHERE), _any_of(HINDI)
_BESIDE = re.compile(BESIDE, re.IGNORECASE)
_CLAUSE = re.compile(
    r"\A\W*|[.!?:;\]>\"“”‘’|]\s*"
    r"|\b(?:please|kindly|now|instead|then|you (?:must|should|will|can|are to|need to))\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z_']*")
_DEVANAGARI = re.compile(r"[\u0904-\u0939]")


def speaks_to_machines(text: str) -> bool:
    """Tell whether a sentence gives orders to a language model, in English or Hindi."""
    words = _WORD.findall(text.lower())
    if not ORDERING.isdisjoint(words) and any(
        _ORDERS.match(text, clause.end()) for clause in _CLAUSE.finditer(text)
    ):
        return True
    if not TELLING.isdisjoint(words) and _ANYWHERE.search(text):
        return True
    return _DEVANAGARI.search(text) is not None and _HINDI.search(text) is not None


def spoken_to_machines(texts: Sequence[str]) -> frozenset[int]:
    """Return the places of the sentences, in reading order, that speak to a machine.

    An injected text has often several sentences, of which one gives it away: an order or
    a question right beside it is part of it.
    """
    sure = {place for place, text in enumerate(texts) if speaks_to_machines(text)}
    beside = {
        near
        for place in sure
        for near in (place - 1, place + 1)
        if 0 <= near < len(texts) and _BESIDE.match(texts[near])
    }
    return frozenset(sure | beside)


def for_readers(manuscript: Manuscript) -> tuple[Manuscript, tuple[str, ...]]:
    """Return an article without what speaks to machines, and the ids of what was taken out.

    The title stays: it is printed among the sources, whatever it says.
    """
    places = spoken_to_machines([sentence.text for sentence in manuscript.sentences])
    sentences = [each for place, each in enumerate(manuscript.sentences) if place not in places]
    kept = [n for n, each in enumerate(manuscript.headings) if not speaks_to_machines(each.text)]
    tables = [
        table for table in manuscript.tables if not any(map(speaks_to_machines, table.cited().values()))
    ]
    # Sentences under a heading taken out come under none.
    moved = {before: now for now, before in enumerate(kept)}
    fit = replace(
        manuscript,
        headings=tuple(manuscript.headings[place] for place in kept),
        sentences=tuple(replace(each, heading=moved.get(each.heading, -1)) for each in sentences),
        tables=tuple(tables),
    )
    told = fit.cited()
    return fit, tuple(each for each in manuscript.cited() if each not in told)
