"""Step 1's decision: which stories of a shortlist are printed, in what order, and why.

Pure arithmetic over figures that were computed when the articles joined the
library; no text is read here.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from magazine.core.appraisal import TopicRole, TopicScore
from magazine.core.dates import IST, DateRange, calendar_day
from magazine.core.pages import PageEstimate
from magazine.core.ports import Shortlist
from magazine.core.reports import is_official, told_once
from magazine.core.selection import (
    Candidate,
    LeftOut,
    LeftOutReason,
    Rule,
    SelectedStory,
    Selection,
)
from magazine.core.topics import UNCLASSIFIED, Taxonomy

TOPIC_POINTS = 40.0
"""Points of a topic score that is as strong as ``STRONG_TOPIC`` or stronger."""
STRONG_TOPIC = 24.0
INCLUDE_POINTS = 7.0
MOST_INCLUDES = 3
EXCLUDE_POINTS = -15.0
OFFICIAL_POINTS = 4.0
REPORT_POINTS = 3.0
"""For each further article that tells the story, up to three."""
RECENCY_POINTS = 4.0
"""For the last day of the period; the first day has none."""
QUERY_POINTS = 30.0
SHORT_WORDS = 60
SHORT_POINTS = -12.0

ASIDE = 4.0
"""A feature that scores so many times what the section does is what the story is about."""

ROLE_WEIGHT = {TopicRole.SECTION: 1.0, TopicRole.TAG: 0.7, TopicRole.FEATURE: 0.6}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """A story before the budgets: its articles, its topic, its points."""

    candidates: tuple[Candidate, ...]
    topic: str
    tags: tuple[str, ...]
    points: tuple[tuple[float, str], ...]

    @property
    def score(self) -> float:
        return round(sum(points for points, _ in self.points), 2)

    @property
    def key(self) -> tuple[float, str]:
        # Ties break by id, so that two runs give the same order.
        return (-self.score, self.candidates[0].reference.id)


def select(
    shortlist: Shortlist,
    rule: Rule,
    taxonomy: Taxonomy,
    *,
    zone: tzinfo = IST,
    page_allowance: int | None = None,
) -> Selection:
    """Return the stories to print and everything that was left out, with reasons.

    Articles with the same text, or of the same event, are one story. Budgets are spread over the chosen
    topics: each gets its even share as far as it has stories, and what is left
    goes to the best of the rest. At least one story is printed, whatever the
    budget. Stories come in printing order: the groups of the taxonomy, within a
    group the best first.

    Args:
        shortlist: What the library has for the rule; its counts go into the selection.
        rule: The wishes.
        taxonomy: For names and printing order.
        zone: Whose midnight parts the days.
        page_allowance: Pages the estimate may fill; None: the rule's own budget. Lower
            than the budget when an estimate proved too low.
    """
    barred, allowed = _by_language(shortlist.candidates, rule)
    stories = sorted(
        (_appraised(group, rule, taxonomy, zone) for group in told_once(allowed)),
        key=lambda story: story.key,
    )
    ranked = _fair_order(stories, rule.max_stories)
    allowance = rule.max_pages if page_allowance is None else page_allowance
    chosen, cut = _within_budgets(ranked, rule, taxonomy, allowance)
    return Selection(
        rule=rule,
        stories=tuple(_selected(story) for story in _printing_order(chosen, taxonomy)),
        left_out=tuple(sorted((*barred, *cut), key=lambda left: (left.reason, left.article.id))),
        counts=shortlist.counts,
        page_allowance=allowance,
    )


def story_id(article_ids: Iterable[str]) -> str:
    """Return the id of a story told by these articles, whatever their order."""
    digest = hashlib.sha256("\n".join(sorted(article_ids)).encode()).hexdigest()
    return f"s-{digest[:10]}"


def _by_language(candidates: Iterable[Candidate], rule: Rule) -> tuple[list[LeftOut], list[Candidate]]:
    barred: list[LeftOut] = []
    allowed: list[Candidate] = []
    for candidate in candidates:
        language = candidate.reference.language
        if rule.translate or rule.language in {None, language}:
            allowed.append(candidate)
            continue
        detail = f"Its language is {language.value}; the issue is in {rule.language}."
        barred.append(LeftOut(article=candidate.reference, reason=LeftOutReason.LANGUAGE, detail=detail))
    return barred, allowed


def _appraised(group: tuple[Candidate, ...], rule: Rule, taxonomy: Taxonomy, zone: tzinfo) -> _Story:
    lead = group[0]
    topic = _printed_topic(lead.appraisal.topics, rule.topics)
    tags = tuple(
        score.topic for score in lead.appraisal.topics if topic is None or score.topic != topic.topic
    )
    points = [
        _topic_points(topic, taxonomy),
        *_signal_points(lead),
        *_source_points(group),
        _recency_points(lead, rule.period, zone),
    ]
    if rule.query:
        best = max(candidate.relevance for candidate in group)
        points.append((round(QUERY_POINTS * best, 2), f"matches the query {best:.2f} of 1"))
    if lead.reference.words < SHORT_WORDS:
        points.append((SHORT_POINTS, f"only {lead.reference.words} words"))
    return _Story(
        candidates=group,
        topic=topic.topic if topic else UNCLASSIFIED,
        tags=tags,
        points=tuple(point for point in points if point[0]),
    )


def _printed_topic(scores: Sequence[TopicScore], chosen: Sequence[str]) -> TopicScore | None:
    """Return the topic a story is printed under: its section's, or the best chosen one.

    A feature takes a story from its section only when the section is no more than an
    aside beside it: news of an award that mentions science is news of an award.
    """
    wanted = [score for score in scores if not chosen or score.topic in chosen]
    section = next((score for score in wanted if score.role is TopicRole.SECTION), None)
    best = max(wanted, key=lambda score: score.score, default=None)
    if section is None or best is None or best.score >= ASIDE * section.score:
        return best
    return section


def _topic_points(topic: TopicScore | None, taxonomy: Taxonomy) -> tuple[float, str]:
    if topic is None:
        return 0.0, ""
    weight = ROLE_WEIGHT[topic.role] * min(topic.score, STRONG_TOPIC) / STRONG_TOPIC
    known = taxonomy.topic(topic.topic)
    name = known.name if known else topic.topic
    return round(TOPIC_POINTS * weight, 2), f"{topic.role.value} topic {name}, {topic.score:g} cue points"


def _signal_points(lead: Candidate) -> list[tuple[float, str]]:
    includes = lead.appraisal.includes[:MOST_INCLUDES]
    points = [(INCLUDE_POINTS, signal) for signal in includes]
    return points + [(EXCLUDE_POINTS, signal) for signal in lead.appraisal.excludes]


def _source_points(group: tuple[Candidate, ...]) -> list[tuple[float, str]]:
    points: list[tuple[float, str]] = []
    official = next((one.reference.source for one in group if is_official(one)), "")
    if official:
        points.append((OFFICIAL_POINTS, f"official source {official}"))
    if len(group) > 1:
        points.append((REPORT_POINTS * min(len(group) - 1, 3), f"told by {len(group)} articles"))
    return points


def _recency_points(lead: Candidate, period: DateRange, zone: tzinfo) -> tuple[float, str]:
    if period.days == 1:
        return 0.0, ""
    day = calendar_day(lead.reference.published, zone)
    share = (day - period.first).days / (period.days - 1)
    return round(RECENCY_POINTS * share, 2), f"published on {day.isoformat()}"


def _fair_order(stories: list[_Story], budget: int | None) -> list[_Story]:
    """Return the stories in the order in which budgets admit them.

    First every topic's best ones, in turns, up to the topic's even share of the
    budget; then all the rest by score. Stories with no or negative points wait
    for the second part: a topic's share is no reason to print noise.
    """
    if budget is None:
        return stories
    topics: dict[str, list[_Story]] = defaultdict(list)
    for story in stories:
        if story.score > 0 and story.topic != UNCLASSIFIED:
            topics[story.topic].append(story)
    share = max(1, budget // max(1, len(topics)))
    turns = [
        story
        for turn in range(share)
        for story in sorted(
            (queue[turn] for queue in topics.values() if turn < len(queue)), key=lambda one: one.key
        )
    ]
    admitted = {story.key for story in turns}
    return turns + [story for story in stories if story.key not in admitted]


def _within_budgets(
    ranked: list[_Story], rule: Rule, taxonomy: Taxonomy, allowance: int | None
) -> tuple[list[_Story], list[LeftOut]]:
    chosen: list[_Story] = []
    cut: list[LeftOut] = []
    estimate = PageEstimate()
    for place, story in enumerate(ranked, start=1):
        group = taxonomy.group_of(story.topic)
        words = sum(candidate.reference.words for candidate in story.candidates)
        with_it = estimate.with_story(group.id if group else story.topic, words)
        if rule.max_stories is not None and len(chosen) >= rule.max_stories:
            reason = LeftOutReason.STORY_BUDGET
            detail = f"Ranked {place} of {len(ranked)}; the budget is {rule.max_stories} stories."
        elif allowance is not None and chosen and not with_it.fits(allowance):
            reason = LeftOutReason.PAGE_BUDGET
            detail = f"Ranked {place} of {len(ranked)}; the budget is {rule.max_pages} pages."
        else:
            estimate = with_it
            chosen.append(story)
            continue
        cut.extend(
            LeftOut(article=candidate.reference, reason=reason, detail=detail)
            for candidate in story.candidates
        )
    return chosen, cut


def _printing_order(stories: list[_Story], taxonomy: Taxonomy) -> list[_Story]:
    order = {topic: place for place, group in enumerate(taxonomy.groups) for topic in group.topics}
    return sorted(stories, key=lambda story: (order.get(story.topic, len(order)), *story.key))


def _selected(story: _Story) -> SelectedStory:
    weighty = sorted(story.points, key=lambda point: (-abs(point[0]), point[1]))
    return SelectedStory(
        id=story_id(candidate.reference.id for candidate in story.candidates),
        topic=story.topic,
        tags=story.tags,
        score=story.score,
        reasons=tuple(f"{points:+g} {words}" for points, words in weighty),
        articles=tuple(candidate.reference for candidate in story.candidates),
    )
