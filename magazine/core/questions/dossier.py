"""What a story's sources bear out and what they refuse, asked of one story at a time."""

import re
from collections.abc import Callable, Iterable, Sequence

from magazine.core.facts.script import INDIC, plain
from magazine.core.guard import Source, check
from magazine.core.issue import Evidence, Story
from magazine.core.story_source import source_of

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
            self._source = source_of(self._evidence, self.story.sources)
        return self._source


def _fold(text: str) -> str:
    return " ".join(plain(text).casefold().split()).strip(_EDGES)


def _has(text: str, part: str) -> bool:
    """Whether a folded text has a folded part as whole words: ``5 crore`` is not in ``15 crore``."""
    start = text.find(part) if part else -1
    while start >= 0:
        if not _GOES_BEFORE.match(text[:start][-1:]) and not _GOES_ON.match(text, start + len(part)):
            return True
        start = text.find(part, start + 1)
    return False


# The vowel signs of the Indian scripts are no part of \w: भारत does not stand in भारतीय.
_GOES_BEFORE = re.compile(rf"[\w{INDIC}.,₹$]")
_GOES_ON = re.compile(rf"[\w{INDIC}]|[.,]\d")
