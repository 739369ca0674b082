"""Which topics an article belongs to, by the taxonomy's cues.

Points: a keyword earns 3 in the title, 2 in the first 80 words and 1 in the
rest, once in each; a hint 1, 0.5 or 0.25 where it weighs most, and all hints
together at most 3; the source's own category, when it is a name or an alias of
the topic, 6; a negative cue anywhere costs 3.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from magazine.core.appraisal import TopicRole, TopicScore
from magazine.core.cues import CueIndex, is_shouted, lead_end, tokens
from magazine.core.topics import Taxonomy, Topic, TopicKind, fold

THRESHOLD = 2.0
"""Fewest points with which a topic counts."""
TAG_SHARE = 0.45
"""A subject topic with this share of the section's points is a tag."""
MOST_TAGS = 3

_KEYWORD_POINTS = (3.0, 2.0, 1.0)
_HINT_POINTS = (1.0, 0.5, 0.25)
_MOST_HINT_POINTS = 3.0
_CATEGORY_POINTS = 6.0
_NEGATIVE_POINTS = -3.0


class _Weight(Enum):
    KEYWORD = "keyword"
    HINT = "hint"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True, eq=False)
class _Cue:
    topic: int
    """Its topic's place in the taxonomy."""
    weight: _Weight


class Classifier:
    """A taxonomy's cues, compiled once."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._topics = taxonomy.topics
        self._cues = CueIndex(
            pair for place, topic in enumerate(self._topics) for pair in _cues_of(topic, place)
        )
        self._categories: dict[str, set[int]] = defaultdict(set)
        for place, topic in enumerate(self._topics):
            for name in (topic.name, topic.name_hi, *topic.aliases):
                self._categories[_category_key(name)].add(place)

    def topics_of(self, title: str, body: str, category: str = "") -> tuple[TopicScore, ...]:
        """Return the topics of an article, the most points first; none when it is unclassified.

        Args:
            title: The headline.
            body: The text.
            category: The source's own category, or several parted by ``;``, ``|`` or ``>``.
        """
        points = self._points(title, body)
        for place in self._named_by(category):
            points[place] += _CATEGORY_POINTS
        ranked = sorted(
            (place for place, score in points.items() if score >= THRESHOLD),
            key=lambda place: (-points[place], place),
        )
        return tuple(self._with_roles(ranked, points, self._headed(title)))

    def _headed(self, title: str) -> set[int]:
        """Return the topics of which a keyword stands in the headline."""
        words = tokens(title)
        found = self._cues.found(words, shouted=is_shouted(words))
        return {cue.topic for cue in found if cue.weight is _Weight.KEYWORD}

    def _points(self, title: str, body: str) -> dict[int, float]:
        words = tokens(body)
        lead = lead_end(words)
        title_words = tokens(title)
        zones = (
            self._cues.found(title_words, shouted=is_shouted(title_words)),
            self._cues.found(words[:lead]),
            self._cues.found(words[lead:]),
        )
        points: dict[int, float] = defaultdict(float)
        hints: dict[int, float] = defaultdict(float)
        for cue in zones[0].union(zones[1], zones[2]):
            held = [place for place, zone in enumerate(zones) if cue in zone]
            if cue.weight is _Weight.KEYWORD:
                points[cue.topic] += sum(_KEYWORD_POINTS[place] for place in held)
            elif cue.weight is _Weight.HINT:
                hints[cue.topic] += _HINT_POINTS[held[0]]
            else:
                points[cue.topic] += _NEGATIVE_POINTS
        for place, score in hints.items():
            points[place] += min(score, _MOST_HINT_POINTS)
        return points

    def _named_by(self, category: str) -> set[int]:
        named = self._categories.get(_category_key(category), set())
        if named or not category:
            return named
        parts = re.split(r"[;|>]", category)
        return set().union(*(self._categories.get(_category_key(part), set()) for part in parts))

    def _with_roles(
        self, ranked: list[int], points: dict[int, float], headed: set[int]
    ) -> Iterator[TopicScore]:
        subjects = [place for place in ranked if self._topics[place].kind is TopicKind.SUBJECT]
        # What the headline names is a tag however few words its topic has: a user's own may have one.
        tags = [
            place
            for place in subjects[1:]
            if place in headed or points[place] >= TAG_SHARE * points[subjects[0]]
        ]
        roles = {place: TopicRole.FEATURE for place in ranked if place not in subjects}
        roles |= dict.fromkeys(subjects[:1], TopicRole.SECTION)
        roles |= dict.fromkeys(tags[:MOST_TAGS], TopicRole.TAG)
        for place in ranked:
            if place in roles:
                yield TopicScore(topic=self._topics[place].id, score=points[place], role=roles[place])


def _cues_of(topic: Topic, place: int) -> Iterator[tuple[str, _Cue]]:
    kinds = {
        _Weight.KEYWORD: topic.keywords,
        _Weight.HINT: topic.hints,
        _Weight.NEGATIVE: topic.negative,
    }
    for weight, cues in kinds.items():
        for cue in dict.fromkeys(cues):
            yield cue, _Cue(place, weight)


def _category_key(category: str) -> str:
    # Sites differ in commas and in the space after them.
    return fold(category.replace(",", " "))
