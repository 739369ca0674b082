"""Numbers in words: two crore fifteen lakh, one hundred and sixth, two-thirds."""

from collections.abc import Sequence

from magazine.core.facts.magnitude import Magnitude, adjoins
from magazine.core.facts.numerals import ORDINALS, PARTS, SCALES, TENS, UNITS
from magazine.core.facts.script import Token, words_of

ARTICLES: frozenset[str] = frozenset(["a", "an"])
"""They count as one before a scale or a part: a hundred, a third."""

_ONE = frozenset(words_of("one एक"))
_ALWAYS_PARTS = frozenset(words_of("third तिहाई चौथाई"))
"""They make a fraction of ``one`` without a hyphen: ``one quarter`` may be of a year."""
_LONGEST = 14
"""Words of the longest number that is read as one."""
_ROUND = 1e5
"""From here on a number in words is taken to be rounded to its last scale."""
_TEN, _THOUSAND = 10, 1e3


def spelled_at(text: str, tokens: Sequence[Token], index: int) -> Magnitude | None:
    """Return the number whose words begin at a token, or None; a lone ``one`` is none."""
    fraction = _fraction(text, tokens, index)
    if fraction is not None:
        return fraction
    if tokens[index].low in ARTICLES and _low(tokens, index + 1) not in SCALES:
        return None
    end = index + 1
    while end < min(len(tokens), index + _LONGEST) and tokens[end - 1].low not in ORDINALS:
        if tokens[end].low == "and" and _and_goes_on(tokens, end):
            end += 1
        elif not _continues(text, tokens, end):
            break
        end += 1
    words = [token.low for token in tokens[index:end]]
    if len(words) == 1 and words[0] in _ONE:
        return None
    value = _value(words)
    return Magnitude(
        value=value,
        end=end,
        tolerance=0.5 * SCALES.get(words[-1], 0.0) if value >= _ROUND else 0.0,
        ordinal=words[-1] in ORDINALS,
        worded=True,
    )


def _low(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].low if index < len(tokens) else ""


def _value(words: Sequence[str]) -> float:
    """Return what number words add up to: (two thousand seven hundred) crore."""
    total = current = 0.0
    for word in words:
        scale = SCALES.get(word)
        if scale is None:
            current += _small(word)
        elif scale < _THOUSAND:  # hundreds and dozens join what a later thousand multiplies
            current = (current or 1.0) * scale
        elif scale > total:
            total, current = (total + current or 1.0) * scale, 0.0
        else:
            total, current = total + (current or 1.0) * scale, 0.0
    return total + current


def _small(word: str) -> float:
    if word.isdigit():
        return float(word)
    for table in (TENS, UNITS, ORDINALS):
        if word in table:
            return table[word]
    return float(word in ARTICLES)


def _continues(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word goes on with the number that the words before it began."""
    word, before = tokens[place].low, tokens[place - 1].low
    if not adjoins(text, tokens[place - 1], tokens[place]):
        return False
    if word in SCALES:
        return True
    if len(word) == 1 and word.isdigit():  # "twenty-4"
        return before in TENS and tokens[place].start > tokens[place - 1].end
    small = word in ORDINALS or 0 < UNITS.get(word, _TEN) < _TEN
    if small and before in TENS:
        return True
    return before in SCALES and (word in UNITS or word in TENS or word in ORDINALS)


def _and_goes_on(tokens: Sequence[Token], place: int) -> bool:
    # "two hundred and six", but not "two lakh and six" things.
    following = _low(tokens, place + 1)
    if tokens[place - 1].low not in {"hundred", "thousand"} or following == "second":
        return False
    return following in UNITS or following in TENS or following in ORDINALS


def _fraction(text: str, tokens: Sequence[Token], index: int) -> Magnitude | None:
    part = PARTS.get(_low(tokens, index + 1))
    if part is None or not adjoins(text, tokens[index], tokens[index + 1]):
        return None
    word = tokens[index].low
    count = UNITS.get(word, float(word in ARTICLES))
    hyphened = text[tokens[index].end] == "-" or word in ARTICLES or tokens[index + 1].low in _ALWAYS_PARTS
    if not 0 < count < _TEN or (count == 1 and not hyphened):
        return None
    return Magnitude(value=count * part, end=index + 2, ratio=True, worded=True)
