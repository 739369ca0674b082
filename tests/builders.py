"""Builders of the domain's values: each takes only what a test is about."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from magazine.core.appraisal import Appraisal, TopicRole, TopicScore
from magazine.core.article import Article, Language
from magazine.core.dates import DateRange
from magazine.core.selection import ArticleReference, Candidate, Rule
from magazine.core.topics import Group, Taxonomy, Topic, TopicKind

MARCH = DateRange(date(2026, 3, 1), date(2026, 3, 31))


_ARTICLE = Article(
    id="art-1",
    title="ISRO places a weather satellite in orbit",
    body="The Indian Space Research Organisation launched a satellite from Sriharikota on Monday.\n\n"
    "It will watch the monsoon for five years.",
    url="https://news.example/satellite",
    published="2026-03-09",
    source="The Example",
)
_REFERENCE = ArticleReference(
    id="art-1",
    url="https://news.example/satellite",
    title="ISRO places a weather satellite in orbit",
    published="2026-03-09",
    source="The Example",
    language=Language.ENGLISH,
    text_hash="0" * 64,
    words=120,
)
_TOPIC = Topic(
    id="space",
    name="Space",
    name_hi="अंतरिक्ष",
    aliases=("Astronomy",),
    keywords=("ISRO", "satellite", "अंतरिक्ष यान"),
    hints=("moon", "orbit"),
    negative=("parking space",),
)


class ArticleChanges(TypedDict, total=False):
    id: str
    title: str
    body: str
    url: str | None
    published: str | None
    category: str
    source: str
    author: str
    language: Language
    licence: str
    is_stub: bool


class ReferenceChanges(TypedDict, total=False):
    id: str
    url: str | None
    title: str
    published: str
    source: str
    language: Language
    text_hash: str
    words: int


class AppraisalChanges(TypedDict, total=False):
    topics: tuple[TopicScore, ...]
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    words: int
    text_hash: str


class RuleChanges(TypedDict, total=False):
    period: DateRange
    topics: tuple[str, ...]
    query: str
    language: Language | None
    max_stories: int | None
    max_pages: int | None
    timezone: str


class TopicChanges(TypedDict, total=False):
    id: str
    name: str
    name_hi: str
    kind: TopicKind
    order: int
    gs: tuple[str, ...]
    exams: tuple[str, ...]
    syllabus: tuple[str, ...]
    aliases: tuple[str, ...]
    keywords: tuple[str, ...]
    hints: tuple[str, ...]
    negative: tuple[str, ...]


def an_article(**changes: Unpack[ArticleChanges]) -> Article:
    """Return an article of 9 March 2026 about a satellite, with changes."""
    return replace(_ARTICLE, **changes)


def some_articles(count: int, **changes: Unpack[ArticleChanges]) -> list[Article]:
    """Return so many articles that differ in id (``art-1`` …), URL and body."""
    return [
        replace(
            an_article(**changes),
            id=f"art-{number}",
            url=f"https://news.example/{number}",
            body=f"Item {number}. {_ARTICLE.body}",
        )
        for number in range(1, count + 1)
    ]


def a_reference(**changes: Unpack[ReferenceChanges]) -> ArticleReference:
    """Return what selection.json keeps of an article, with changes."""
    return replace(_REFERENCE, **changes)


def a_topic_score(
    topic: str = "space", score: float = 8.0, role: TopicRole = TopicRole.SECTION
) -> TopicScore:
    """Return a topic of an article: by default its section."""
    return TopicScore(topic=topic, score=score, role=role)


def an_appraisal(**changes: Unpack[AppraisalChanges]) -> Appraisal:
    """Return the figures of an article about space, with changes."""
    return replace(Appraisal(topics=(a_topic_score(),), words=120, text_hash="0" * 64), **changes)


def a_candidate(
    *, reference: ArticleReference | None = None, appraisal: Appraisal | None = None, relevance: float = 0.0
) -> Candidate:
    """Return a candidate of a selection."""
    return Candidate(
        reference=reference or a_reference(), appraisal=appraisal or an_appraisal(), relevance=relevance
    )


def a_rule(**changes: Unpack[RuleChanges]) -> Rule:
    """Return a rule for all of March 2026, with changes."""
    return replace(Rule(period=MARCH), **changes)


def a_topic(**changes: Unpack[TopicChanges]) -> Topic:
    """Return the topic ``space`` with a few cues, with changes."""
    return replace(_TOPIC, **changes)


def a_taxonomy(topics: Iterable[Topic] = (), *, digest: str = "d1") -> Taxonomy:
    """Return a taxonomy of those topics, each in one group ``all``; by default space, health and days."""
    listed = tuple(topics) or (
        a_topic(),
        a_topic(
            id="health",
            name="Health",
            name_hi="स्वास्थ्य",
            keywords=("vaccine", "टीका"),
            hints=("doctor",),
            negative=(),
            aliases=("Medicine",),
        ),
        a_topic(
            id="days",
            name="Important Days",
            name_hi="महत्त्वपूर्ण दिवस",
            kind=TopicKind.FEATURE,
            keywords=("Constitution Day",),
            hints=(),
            negative=(),
            aliases=(),
        ),
    )
    group = Group(id="all", name="Everything", name_hi="सब", topics=tuple(topic.id for topic in listed))
    return Taxonomy(topics=listed, groups=(group,), digest=digest)
