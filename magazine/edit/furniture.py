"""The fixed words of a magazine in English and Hindi, and the order of its sections."""

import calendar
from dataclasses import dataclass
from string import ascii_uppercase

from magazine.core.article import Language
from magazine.core.dates import DateRange
from magazine.core.issue import BlockKind
from magazine.core.topics import UNCLASSIFIED, Taxonomy, TopicKind, fold

_DAY, _WEEK = 1, 7

_TITLES = {
    "day": ("The Day in Review", "दिन की समीक्षा"),
    "week": ("The Week in Review", "सप्ताह की समीक्षा"),
    "month": ("The Month in Review", "माह की समीक्षा"),
    "other": ("The News in Review", "समाचार समीक्षा"),
}

_MORE_NEWS = ("More news", "अन्य समाचार")

_HOUSE_ORDER = (
    "polity-governance",
    "world",
    "economy-all",
    "environment-all",
    "science-all",
    "security-all",
    "society-all",
    "culture-all",
    "ethics-all",
    "quick-facts",
)
"""The groups that bear the letters A to J."""
_FACTS = "quick-facts"


_HEADINGS = {
    BlockKind.BACKGROUND: "background|the background|history|historical background|about|पृष्ठभूमि|इतिहास",
    BlockKind.SIGNIFICANCE: "significance|importance|why it matters|significance of the move|महत्व|महत्त्व",
    BlockKind.CHALLENGES: (
        "challenges|concerns|issues|challenges and concerns|issues and challenges|चुनौतियाँ|चुनौतियां|चिंताएँ|चिंताएं"
    ),
    BlockKind.WAY_FORWARD: "way forward|the way forward|way ahead|the road ahead|आगे की राह|समाधान",
    BlockKind.WHY: (
        "in news|in the news|why in news|why in the news|news|context|what happened"
        "|चर्चा में|चर्चा में क्यों|खबरों में|संदर्भ"
    ),
}
_KNOWN = {fold(name): kind for kind, names in _HEADINGS.items() for name in names.split("|")}


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPlace:
    """Where stories of a topic are printed. Sections stand by ``order``."""

    group: str
    letter: str
    title: str
    order: int


def masthead_title(period: DateRange, language: Language) -> str:
    """Return the magazine's own title for a period: the day's, the week's, the month's or the news."""
    return _in(language, _TITLES[_span(period)])


def known_heading(text: str) -> BlockKind | None:
    """Return the part of a story's anatomy that a source's heading names exactly, or None."""
    return _KNOWN.get(fold(text.rstrip(" :?-–")))


def section_place(topic_id: str, taxonomy: Taxonomy, language: Language) -> SectionPlace:
    """Return the section of a topic: its group's, else its own; without a topic the last one."""
    own = [group.id for group in taxonomy.groups if group.id not in _HOUSE_ORDER]
    loose = [topic.id for topic in taxonomy.topics if taxonomy.group_of(topic.id) is None]
    order = [*_HOUSE_ORDER, *own, *loose]
    group, topic = taxonomy.group_of(topic_id), taxonomy.topic(topic_id)
    if group is None and topic is not None and topic.kind is TopicKind.FEATURE:
        group = next((each for each in taxonomy.groups if each.id == _FACTS), None)
    if group is not None:
        found, names = group.id, (group.name, group.name_hi)
    elif topic is not None:
        found, names = topic.id, (topic.name, topic.name_hi)
    else:
        return SectionPlace(
            group=UNCLASSIFIED, letter=_letter(len(order)), title=_in(language, _MORE_NEWS), order=len(order)
        )
    place = order.index(found)
    return SectionPlace(group=found, letter=_letter(place), title=_in(language, names), order=place)


def topic_name(topic_id: str, taxonomy: Taxonomy, language: Language) -> str:
    """Return a topic's printed name, or the last section's when there is no such topic."""
    topic = taxonomy.topic(topic_id)
    return _in(language, (topic.name, topic.name_hi) if topic else _MORE_NEWS)


def wanted_names(topics: tuple[str, ...], taxonomy: Taxonomy, language: Language) -> tuple[str, ...]:
    """Return the names of the topics asked for; a group asked for whole stands once, in its topics' place."""
    names: dict[str, None] = {}
    for topic_id in topics:
        group = taxonomy.group_of(topic_id)
        if group is not None and set(group.topics) <= set(topics):
            names[_in(language, (group.name, group.name_hi))] = None
        else:
            names[topic_name(topic_id, taxonomy, language)] = None
    return tuple(names)


def _span(period: DateRange) -> str:
    if period.days == _DAY:
        return "day"
    if period.days == _WEEK:
        return "week"
    last = calendar.monthrange(period.first.year, period.first.month)[1]
    return "month" if period.first.day == 1 and period.days == last else "other"


def _letter(place: int) -> str:
    """A to Z, then Z2, Z3 … for a taxonomy with more sections than letters."""
    if place < len(ascii_uppercase):
        return ascii_uppercase[place]
    return f"Z{place - len(ascii_uppercase) + 2}"


def _in(language: Language, names: tuple[str, str]) -> str:
    english, hindi = names
    return hindi if language is Language.HINDI and hindi else english
