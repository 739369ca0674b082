"""An event told without its day, and the day that its sentence gives."""

import re

from magazine.core.facts import CalendarKind, facts_of

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|जनवरी|फरवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATED = re.compile(
    rf"^(?P<label>{_YEAR}): "
    rf"|,? \b(?:on|in) (?P<day>(?:\d{{1,2}} )?(?:(?:{_MONTHS}) )?{_YEAR})\b(?P<comma>,)?"
    rf"| (?P<hindi>(?:\d{{1,2}} )?(?:{_MONTHS}) {_YEAR}) (?:को|में)(?=\s)"
)
"""The phrase that tells when: taken out, the sentence still is one."""


When = tuple[int, ...]
"""Year, month and day, as far as they are given. Only times given alike can be put into order."""


def undated(sentence: str) -> tuple[str, When] | None:
    """Return an event and its time from a sentence with one date that can be taken out, else None."""
    matches = list(_DATED.finditer(sentence))
    dates = [fact for fact in facts_of(sentence).dates if not fact.relative]
    if len(matches) != 1 or len(dates) != 1 or dates[0].kind is not CalendarKind.DAY or not dates[0].year:
        return None
    match, fact = matches[0], dates[0]
    event = f"{sentence[: match.start()]} {sentence[match.end() :]}"
    event = re.sub(r"\s+(?=[.,;।]|$)", "", " ".join(event.split()))
    return event[:1].upper() + event[1:], tuple(
        part for part in (fact.year, fact.month, fact.day) if part is not None
    )


def time_of(event: str, sentence: str) -> When | None:
    """Return the time that a sentence gives an event, if the event is that sentence without it."""
    found = undated(sentence)
    return found[1] if found is not None and found[0] == event else None
