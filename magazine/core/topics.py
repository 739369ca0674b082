"""The taxonomy: topics, their groups, and how a user's word finds them."""

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from magazine.core.errors import UsageError

UNCLASSIFIED = "unclassified"
"""The topic id of articles that scored under the threshold for every topic."""


class TopicKind(StrEnum):
    """SUBJECT topics own a place in a section; FEATURE topics only tag."""

    SUBJECT = "subject"
    FEATURE = "feature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic and the cues by which articles are recognised."""

    id: str
    name: str
    name_hi: str
    kind: TopicKind = TopicKind.SUBJECT
    order: int = 1000
    """Printing order within the magazine."""
    gs: tuple[str, ...] = ()
    """General Studies papers: ``GS1`` … ``GS4``, ``Prelims``."""
    exams: tuple[str, ...] = ()
    syllabus: tuple[str, ...] = ()
    """Syllabus codes such as ``GS2-19``, the most typical first."""
    aliases: tuple[str, ...] = ()
    """Category names used by sites and institutes."""
    keywords: tuple[str, ...] = ()
    """Strong cues, English and Hindi together."""
    hints: tuple[str, ...] = ()
    """Weak cues."""
    negative: tuple[str, ...] = ()
    """Cues that argue against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A few topics under one name: a section of the magazine."""

    id: str
    name: str
    name_hi: str
    topics: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    """Other words for the whole section, such as ``polity``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """All topics and groups, and the syllabus's short labels."""

    topics: tuple[Topic, ...]
    groups: tuple[Group, ...]
    syllabus: tuple[tuple[str, str], ...] = ()
    """(code, short label), in the order of the papers."""
    syllabus_hi: tuple[tuple[str, str], ...] = ()
    """The same with Hindi labels."""
    digest: str = ""
    """Changes when any cue changes, so that stored scores can be made anew."""

    def topic(self, topic_id: str) -> Topic | None:
        """Return the topic of that id, or None."""
        return next((topic for topic in self.topics if topic.id == topic_id), None)

    def group_of(self, topic_id: str) -> Group | None:
        """Return the group that owns a topic: the first that lists it."""
        return next((group for group in self.groups if topic_id in group.topics), None)

    def resolve(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the topic ids that a user's words name, in the taxonomy's order.

        A word is a topic's or group's id, name or alias, English or Hindi, in
        any case and spacing. ``unclassified`` names the articles without a topic.

        Raises:
            UsageError: A word names nothing; the hint gives the nearest names.
        """
        names = self._names()
        found: set[str] = set()
        for word in words:
            ids = names.get(fold(word))
            if ids is None:
                raise UsageError(f"There is no topic {word!r}.", hint=self._nearest(word, names))
            found.update(ids)
        order = [topic.id for topic in self.topics] + [UNCLASSIFIED]
        return tuple(topic_id for topic_id in order if topic_id in found)

    def _names(self) -> dict[str, tuple[str, ...]]:
        # Later ones win: a topic's id over a name, a name over another topic's alias. A
        # group wins over all of them, as "economy" asks for the section, of which the
        # topic of that id is a part; its full name, "Indian Economy", asks for it alone.
        names: dict[str, tuple[str, ...]] = {}
        for topic in reversed(self.topics):
            names.update({fold(alias): (topic.id,) for alias in topic.aliases})
        for topic in reversed(self.topics):
            names.update({fold(word): (topic.id,) for word in (topic.name, topic.name_hi)})
        names.update({fold(topic.id): (topic.id,) for topic in self.topics})
        for group in reversed(self.groups):
            words = (*group.aliases, group.name, group.name_hi, group.id)
            names.update({fold(word): group.topics for word in words})
        names[UNCLASSIFIED] = (UNCLASSIFIED,)
        return names

    def _nearest(self, word: str, names: dict[str, tuple[str, ...]]) -> str:
        # Ids read best, but a Hindi word is nearest to a Hindi name.
        if "," in word:
            return "Repeat the option for more topics: --topic space --topic health"
        close = difflib.get_close_matches(fold(word), names, n=3, cutoff=0.5)
        if not close:
            return "Run: magazine library topics"
        return f"Did you mean {' or '.join(map(repr, close))}? All of them: magazine library topics"


def fold(word: str) -> str:
    """Return a name in the form in which names are compared."""
    word = unicodedata.normalize("NFKC", word).casefold().replace("&", " and ")
    return " ".join(word.replace("-", " ").replace("_", " ").split())
