"""What is known of an article once it has been read: topics, signals, length.

Computed once, when the article joins the library, so that a selection reads
figures and no text.
"""

from dataclasses import dataclass
from enum import StrEnum


class TopicRole(StrEnum):
    """How an article stands to a topic.

    SECTION: its best subject topic, which decides the section; at most one.
    TAG: another subject topic with at least 45 % of the best score; at most three.
    FEATURE: a cross-cutting topic (places, reports …) that reached the threshold.
    """

    SECTION = "section"
    TAG = "tag"
    FEATURE = "feature"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """One topic of an article. ``score`` is in cue points: 2 is the threshold, 20 is strong."""

    topic: str
    score: float
    role: TopicRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """The figures of one article."""

    topics: tuple[TopicScore, ...] = ()
    """Best first; empty when the article is unclassified."""
    includes: tuple[str, ...] = ()
    """Signals that speak for printing it, such as ``cabinet decision``; sorted."""
    excludes: tuple[str, ...] = ()
    """Signals that speak against, such as ``condolence``; sorted."""
    words: int = 0
    """Words of the body."""
    text_hash: str = ""
    """Equal for articles whose title and body are the same, case and spacing aside."""

    @property
    def section(self) -> TopicScore | None:
        """The topic that decides the section; None when unclassified."""
        return next((score for score in self.topics if score.role is TopicRole.SECTION), None)
