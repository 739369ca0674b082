"""Whether a name bears the office that the source gives it."""

from collections.abc import Iterator
from itertools import islice

from magazine.core.facts.script import words_of
from magazine.core.facts.words import stem
from magazine.core.guard.reading import Anchor, Reading
from magazine.core.guard.source import Source

_OFFICES = frozenset(
    map(
        stem,
        words_of(
            "prime minister president vice chief governor secretary director general chairman"
            " chairperson commissioner union state deputy joint additional special ceo ambassador"
            " speaker pm cm mla mp commander admiral marshal principal adviser advisor registrar judge"
            " mayor captain coach"
        ),
    )
)
_HEADS = _OFFICES - frozenset(
    map(stem, words_of("union state deputy joint additional special general vice prime chief"))
)
_WRITTEN_OUT = {"pm": ("prim", "minist"), "cm": ("chief", "minist")}
_REACH = 14
"""Places around a name in which the source may give its office."""
_MOST = 64


def office_of(reading: Reading, anchor: Anchor) -> frozenset[str]:
    """Return the stems of the office that stands beside a name; empty when there is none."""
    before = _office_words(reading.stream[max(0, anchor.place - 4) : anchor.place][::-1])
    if before & _HEADS:
        return before
    length = _office_length(reading.stream[anchor.last + 1 : anchor.last + 5])
    if any(other.place == anchor.last + 1 + length for other in reading.names):
        return frozenset()  # "Delhi Chief Minister" and a name: the office is the next name's
    after = _office_words(reading.stream[anchor.last + 1 : anchor.last + 1 + length])
    return after if after & _HEADS else frozenset()


def _office_words(stream: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for word in stream:
        if word in _WRITTEN_OUT:
            found.update(_WRITTEN_OUT[word])
        elif word in _OFFICES:
            found.add(word)
        else:
            break
    return frozenset(found)


def rightful(statement: Reading, anchor: Anchor, proper: frozenset[str], source: Source) -> str | None:
    """Return whom the source gives the office that a statement gives a name.

    None when it may be the name's own: the source gives it near the name, or gives the
    name no office at all and the office is one of many.
    """
    office = office_of(statement, anchor)
    if not office:
        return None
    own = list(_standing(proper, source))
    if any(office <= _around(reading, place) for reading, place in own):
        return None
    if office not in _SINGLE and not any(office_of(reading, place) for reading, place in own):
        return None
    for reading, other in _holders(office, source):
        if not proper & set(_words(reading, other)):
            return reading.facts.names[other.index].text
    return None


_SINGLE = frozenset(
    frozenset(map(stem, office.split()))
    for office in ("prime minister", "president", "vice president", "chief election commissioner")
)
"""The offices that one person holds at a time."""


def _standing(proper: frozenset[str], source: Source) -> Iterator[tuple[Reading, Anchor]]:
    serials = {serial for word in proper for serial in islice(source.lines_of.get(word, ()), _MOST)}
    for serial in sorted(serials):
        reading = source.whole.readings[serial]
        for anchor in () if reading.is_list else reading.names:
            if proper & set(reading.stream[anchor.place : anchor.last + 1]):
                yield reading, anchor


def _around(reading: Reading, anchor: Anchor) -> frozenset[str]:
    """Return the words from the name before an anchor to the name after it, without those names' offices."""
    first = max((a.last + 1 for a in reading.names if a.last < anchor.place), default=0)
    last = min((a.place for a in reading.names if a.place > anchor.last), default=len(reading.stream))
    if last < len(reading.stream):
        last -= _office_length(reading.stream[max(anchor.last + 1, last - _REACH) : last][::-1])
    stretch = (
        *reading.stream[max(first, anchor.place - _REACH) : anchor.place],
        *reading.stream[anchor.last + 1 : min(last, anchor.last + 1 + _REACH)],
    )
    written = (_WRITTEN_OUT.get(word, (word,)) for word in stretch)
    return frozenset(word for words in written for word in words)


def _office_length(stream: tuple[str, ...]) -> int:
    return next((n for n, word in enumerate(stream) if word not in _OFFICES), len(stream))


def _holders(office: frozenset[str], source: Source) -> Iterator[tuple[Reading, Anchor]]:
    serials = {serial for word in office & _HEADS for serial in islice(source.lines_of.get(word, ()), _MOST)}
    for serial in sorted(serials):
        reading = source.whole.readings[serial]
        for anchor in () if reading.is_list else reading.names:
            if office_of(reading, anchor) == office:
                yield reading, anchor


def _words(reading: Reading, anchor: Anchor) -> tuple[str, ...]:
    return reading.stream[anchor.place : anchor.last + 1]
