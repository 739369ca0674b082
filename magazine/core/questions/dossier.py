"""What a story's sources bear out and what they refuse, asked of one story at a time."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from magazine.core.dates import calendar_day
from magazine.core.facts.script import plain
from magazine.core.guard import Line, Source, check
from magazine.core.issue import Evidence, SourceLine, Story

_EDGES = " \t\n.।:;,-–—\"'“”‘’()"
BECAUSE = re.compile(r",? because (?!of )|, since (?!\d|[A-Z]|the |then)|,? क्योंकि ")
"""What stands between a thing and its reason; ``since 2014`` tells a time."""


def always(_: Evidence) -> bool:
    """Take every sentence for sound."""
    return True


class Dossier:
    """The evidence of a story, read once and asked for each of its questions.

    Args:
        story: Whose evidence it is.
        is_sound: Tells the sentences that still are as the article has them.
    """

    def __init__(self, story: Story, is_sound: Callable[[Evidence], bool] = always) -> None:
        self.story = story
        self._evidence = tuple(each for each in story.evidence if is_sound(each))
        self.texts = {each.id: each.text for each in self._evidence}
        self._folded = [_fold(text) for text in self.texts.values()]
        self._source: Source | None = None

    def bears_out(self, text: str, cites: Sequence[str]) -> bool:
        """Whether the cited sentences say a statement; nothing in it is denied or turned round."""
        return check(text, self.source, cites).holds(strict=True)

    def refuses(self, text: str, cites: Sequence[str]) -> bool:
        """Whether a statement contradicts the cited sentences, and no other sentence says it either."""
        return not check(text, self.source, cites).supported and not check(text, self.source).supported

    def knows(self, text: str) -> bool:
        """Whether the sources, all together, bear out a headline."""
        return check(text, self.source).supported

    def joins(self, left: str, right: str) -> bool:
        """Whether any sentence, row or heading has both."""
        first, second = _fold(left), _fold(right)
        return any(_has(text, first) and _has(text, second) for text in self._folded)

    def cited_join(self, left: str, right: str, cites: Iterable[str]) -> bool:
        """Whether one of the cited sentences has both."""
        first, second = _fold(left), _fold(right)
        cited = [_fold(self.texts[cite]) for cite in cites if cite in self.texts]
        return any(_has(text, first) and _has(text, second) for text in cited)

    def explains(self, effect: str, cause: str) -> bool:
        """Whether a sentence gives the second statement as the reason of the first."""
        first, second = _fold(effect), _fold(cause)
        for text in self.texts.values():
            for joint in BECAUSE.finditer(text):
                if _fold(text[: joint.start()]) == first and _fold(text[joint.end() :]) == second:
                    return True
        return False

    @property
    def source(self) -> Source:
        """The evidence as the guard reads it."""
        # Made when first asked for: reading a long story costs some milliseconds.
        if self._source is None:
            self._source = _source_of(self._evidence, self.story.sources)
        return self._source


def _source_of(evidence: Iterable[Evidence], sources: Iterable[SourceLine]) -> Source:
    days = [_published(source) for source in sources]
    lines = [
        Line(id=each.id, text=each.text, title=each.id.endswith(".t"), published=_day_of(each.id, days))
        for each in evidence
    ]
    return Source.of(lines, days[0] if days else None)


def _published(source: SourceLine) -> date | None:
    try:
        return calendar_day(source.published)
    except ValueError:  # an edited issue may hold any text
        return None


def _day_of(sentence: str, days: Sequence[date | None]) -> date | None:
    number = sentence.partition(".")[0].removeprefix("a")
    place = int(number) - 1 if number.isdecimal() else -1
    return days[place] if 0 <= place < len(days) else None


def _fold(text: str) -> str:
    return " ".join(plain(text).casefold().split()).strip(_EDGES)


def _has(text: str, part: str) -> bool:
    """Whether a folded text has a folded part as whole words: ``5 crore`` is not in ``15 crore``."""
    start = text.find(part) if part else -1
    while start >= 0:
        before, after = text[:start][-1:], text[start + len(part) :]
        if not re.match(r"[\w.,₹$]", before) and not re.match(r"\w|[.,]\d", after):
            return True
        start = text.find(part, start + 1)
    return False
