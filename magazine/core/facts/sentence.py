"""All facts of a sentence, read in one pass each."""

from dataclasses import dataclass
from datetime import date

from magazine.core.facts.calendar_facts import CalendarFact, calendar_facts
from magazine.core.facts.contraries import directions
from magazine.core.facts.names import Name, names
from magazine.core.facts.numbers import Quantity, quantities
from magazine.core.facts.quotations import quotations
from magazine.core.facts.script import Token, plain, tokens_of
from magazine.core.facts.words import negations


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a text says that can be checked, in the order in which it says it."""

    text: str
    """The plain text: the spelling to which all positions refer."""
    tokens: tuple[Token, ...]
    numbers: tuple[Quantity, ...]
    dates: tuple[CalendarFact, ...]
    names: tuple[Name, ...]
    quotations: tuple[str, ...]
    negations: tuple[str, ...]
    """The words that deny."""
    directions: tuple[str, ...]
    """``up`` or ``down``, for each word that says which way something went."""


def facts_of(sentence: str, published: date | None = None) -> Facts:
    """Return the facts of a sentence or a longer text.

    Args:
        sentence: Any text, of any length and script.
        published: The day from which ``today`` and ``last month`` are counted; None
            leaves such words unread.
    """
    text = plain(sentence)
    tokens = tokens_of(text)
    dates = calendar_facts(text, tokens, published)
    numbers = quantities(text, _outside(tokens, dates))
    return Facts(
        text=text,
        tokens=tuple(tokens),
        numbers=numbers,
        dates=dates,
        names=names(_blanked(text, numbers, dates)),
        quotations=quotations(text),
        negations=negations(tokens),
        directions=directions(tokens),
    )


def _outside(tokens: list[Token], dates: tuple[CalendarFact, ...]) -> list[Token]:
    """Return the tokens that belong to no date."""
    if not dates:
        return tokens
    kept: list[Token] = []
    spans = iter([*((fact.start, fact.end) for fact in dates), (1 << 62, 1 << 62)])
    start, end = next(spans)
    for token in tokens:
        while token.start >= end:
            start, end = next(spans)
        if token.end <= start:
            kept.append(token)
    return kept


def _blanked(text: str, numbers: tuple[Quantity, ...], dates: tuple[CalendarFact, ...]) -> str:
    """Return the text with its numbers and dates replaced by as many blanks."""
    spans = sorted([*((q.start, q.end) for q in numbers), *((d.start, d.end) for d in dates)])
    if not spans:
        return text
    pieces: list[str] = []
    place = 0
    for start, end in spans:
        if end > place:
            pieces += [text[place:start], "\x00" * (end - max(start, place))]
            place = end
    return "".join([*pieces, text[place:]])
