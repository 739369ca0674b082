"""Several issues to one: a monthly of weeklies, without asking anybody anything. Pure."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from typing import TypeVar

from magazine.core.article import Language
from magazine.core.dates import DateRange
from magazine.core.errors import UsageError
from magazine.core.issue import Issue, IssueCounts, Masthead, Priority, Section, Story
from magazine.core.joining import Joined, Renaming, joined, moved_mains, moved_question, rests_on
from magazine.core.question import MainsQuestion, PastQuestion, Question
from magazine.core.statement import Statement
from magazine.core.topics import Taxonomy
from magazine.core.updates import Update

_URGENT = (Priority.MUST_READ, Priority.USEFUL, Priority.SKIM)
_FEWEST = 2

T = TypeVar("T")
Telling = tuple[int, Story]
"""A story and the place of its issue: the same story may stand in two of them, corrected in one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The issue of several, and what there is to say of it."""

    issue: Issue
    notes: tuple[str, ...]
    counts: dict[str, int]
    """Figures for the report."""


def merged(
    issues: Sequence[Issue], taxonomy: Taxonomy, *, title: str, events: Mapping[str, str] | None = None
) -> Merged:
    """Return one issue of several.

    Stories are of one event when they share an article, or when ``events`` says so of
    their articles: then the later one tells it, and later figures win. Two articles with
    the same title alone may be two instalments of a column.

    Args:
        issues: At least two, in any order.
        taxonomy: For the printing order.
        title: The masthead.
        events: The event of each article, by its id, as far as it is known.

    Raises:
        UsageError: There are fewer than two, or their labels are in two languages.
    """
    ordered = sorted(issues, key=lambda issue: (issue.masthead.period.last, issue.masthead.period.first))
    language = _language(ordered)
    desk = _Desk()
    told = [(desk.told(tellings), tellings[-1][1].id) for tellings in _by_event(ordered, events or {})]
    stories = [story for story, _ in told]
    questions = tuple(desk.questions(issue.questions for issue in ordered))
    presets = {issue.preset for issue in ordered if issue.preset}
    period = DateRange(min(each.masthead.period.first for each in ordered), ordered[-1].masthead.period.last)
    whole = Issue(
        id=_issue_id(ordered, stories),
        masthead=Masthead(title=title, period=period, language=language, topics=_topics(ordered)),
        sections=_sections(ordered, told, taxonomy),
        syllabus=_syllabus(ordered, taxonomy, language),
        counts=_counts(ordered, stories),
        questions=questions,
        mains=tuple(desk.mains(issue.mains for issue in ordered)),
        past=tuple(desk.past(issue.past for issue in ordered)),
        preset=presets.pop() if len(presets) == 1 else "",
    )
    counts = {"issues": len(ordered), "stories_joined": desk.joined, "questions_outdated": desk.outdated}
    return Merged(issue=whole, notes=(*_period_notes(ordered), *desk.notes), counts=counts)


def _language(issues: Sequence[Issue]) -> Language:
    if len(issues) < _FEWEST:
        raise UsageError("One issue alone cannot be merged.", hint="Name two folders at least.")
    languages = {issue.masthead.language for issue in issues}
    if len(languages) > 1:
        raise UsageError(
            "The labels of these issues are in two languages.",
            hint="Merge those of each language by themselves.",
        )
    return languages.pop()


def _by_event(issues: Sequence[Issue], events: Mapping[str, str]) -> list[list[Telling]]:
    """Return the tellings of each event in the order of the issues, by their first ones."""
    groups: list[list[Telling]] = []
    place: dict[tuple[Language, str], int] = {}
    for number, story in ((number, story) for number, issue in enumerate(issues) for story in issue.stories):
        articles = [source.article for source in story.sources]
        marks = [*articles, *(f"event {events[each]}" for each in articles if events.get(each))]
        keys = [(story.language, mark) for mark in marks]
        found = sorted({place[key] for key in keys if key in place})
        if not found:
            groups.append([])
            found = [len(groups) - 1]
        home, *others = found
        for other in others:  # it tells what two stories told
            groups[home] = sorted((*groups[home], *groups[other]), key=lambda telling: telling[0])
            groups[other] = []
        groups[home].append((number, story))
        place.update({key: home for key, at in place.items() if at in others} | dict.fromkeys(keys, home))
    return [group for group in groups if group]


class _Desk:
    """Joins tellings, and moves what leant on them."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.joined = 0
        self.outdated = 0
        self._moved: dict[tuple[int, str], tuple[str, list[Renaming]]] = {}
        """Where each telling has gone: the joined story's id, and the changes of its sentences' ids."""
        self._replaced: dict[str, frozenset[str]] = {}
        """Outdated sentences of joined stories."""

    def told(self, tellings: Sequence[Telling]) -> Story:
        """Return the one story of the tellings of an event."""
        (number, story), *rest = tellings
        parts = [(number, story.id)]
        for number, telling in rest:
            one = joined(story, telling)
            self._note(one, story, telling)
            for part in parts:
                self._moved[part] = (one.story.id, [*self._steps(part), one.renamed])
            parts.append((number, telling.id))
            story = one.story
        for part in parts if rest else ():
            self._moved[part] = (story.id, self._steps(part))
        return story

    def questions(self, tests: Iterable[Sequence[Question]]) -> Iterable[Question]:
        """Yield the questions of all tests, each once; none whose answer has been overtaken."""
        seen: set[str] = set()
        for number, question in _numbered(tests):
            moved = question
            if (number, question.story) in self._moved:
                story, steps = self._moved[number, question.story]
                moved = moved_question(question, story, _through(steps))
            if rests_on(moved, self._replaced.get(moved.story, frozenset())):
                self.outdated += 1
            elif moved.id not in seen:
                seen.add(moved.id)
                yield moved
        if self.outdated:
            self.notes.append(
                f"{self.outdated} questions are left out: a later report has another figure than their answer"
            )

    def mains(self, papers: Iterable[Sequence[MainsQuestion]]) -> Iterable[MainsQuestion]:
        """Yield the written questions, each once."""
        seen: set[str] = set()
        gone = 0
        for number, question in _numbered(papers):
            moved = question
            for story in question.stories:
                if (number, story) in self._moved:
                    joined_id, steps = self._moved[number, story]
                    moved = moved_mains(moved, story, joined_id, _through(steps))
            if moved.text not in seen:
                seen.add(moved.text)
                frame = tuple(self._current(moved))
                gone += len(moved.frame) - len(frame)
                yield replace(moved, frame=frame)
        if gone:
            self.notes.append(f"{gone} points of written questions are left out: later figures differ")

    def past(self, papers: Iterable[Sequence[PastQuestion]]) -> Iterable[PastQuestion]:
        """Yield the questions of past papers, each once."""
        seen: set[tuple[str, str, int]] = set()
        for number, question in _numbered(papers):
            key = (question.text, question.exam, question.year)
            if key not in seen:
                seen.add(key)
                home = self._moved.get((number, question.story))
                yield replace(question, story=home[0]) if home else question

    def _current(self, question: MainsQuestion) -> Iterable[Statement]:
        """Yield the points of a question's frame that no later report has overtaken."""
        outdated = [self._replaced.get(story, frozenset()) for story in question.stories]
        return (point for point in question.frame if all(each.isdisjoint(point.cites) for each in outdated))

    def _steps(self, part: tuple[int, str]) -> list[Renaming]:
        return self._moved[part][1] if part in self._moved else []

    def _note(self, one: Joined, earlier: Story, later: Story) -> None:
        self._replaced[one.story.id] = one.replaced
        self.joined += 1
        self.notes.append(
            f"{one.story.id}: one event of {earlier.id} and {later.id}, told as the later one has it;"
            f" {one.set_aside} statements of the earlier one are not repeated"
        )
        self.notes += [f"{one.story.id}: {_figures(update)}" for update in one.updates]


def _numbered(those: Iterable[Sequence[T]]) -> Iterable[tuple[int, T]]:
    return ((number, each) for number, some in enumerate(those) for each in some)


def _through(steps: Sequence[Renaming]) -> Renaming:
    def rename(sentence: str) -> str:
        for step in steps:
            sentence = step(sentence)
        return sentence

    return rename


def _figures(update: Update) -> str:
    now, *earlier = (f"{figure.text} ({figure.day})" for figure in (update.now, *update.before))
    return f"updated: {now}, earlier {', '.join(dict.fromkeys(earlier))}"


def _topics(issues: Sequence[Issue]) -> tuple[str, ...]:
    asked = [issue.masthead.topics for issue in issues]
    return tuple(dict.fromkeys(name for names in asked for name in names)) if all(asked) else ()


def _sections(
    issues: Sequence[Issue], told: Iterable[tuple[Story, str]], taxonomy: Taxonomy
) -> tuple[Section, ...]:
    """Return the sections in the order of their letters, each with its stories in printing order.

    Args:
        issues: In order: the last one's titles are taken.
        told: Each story with the id of its last telling, in whose section it stands.
        taxonomy: For the order of topics.
    """
    looks = {section.group: section for issue in issues for section in issue.sections}
    home = {
        story.id: section.group for issue in issues for section in issue.sections for story in section.stories
    }
    order = {topic: place for place, topic in enumerate(t for group in taxonomy.groups for t in group.topics)}
    found: dict[str, list[Story]] = defaultdict(list)
    for story, last in told:
        found[home[last]].append(story)

    def rank(story: Story) -> tuple[int, int]:
        return order.get(story.topic, len(order)), _URGENT.index(story.priority)

    return tuple(
        replace(section, stories=tuple(sorted(found[section.group], key=rank)))
        for section in sorted(looks.values(), key=lambda section: (len(section.letter), section.letter))
        if found[section.group]
    )


def _syllabus(issues: Sequence[Issue], taxonomy: Taxonomy, language: Language) -> tuple[tuple[str, str], ...]:
    lines = dict(line for issue in issues for line in issue.syllabus)
    known = taxonomy.syllabus_hi if language is Language.HINDI else taxonomy.syllabus
    order = {code: place for place, (code, _) in enumerate(known)}
    return tuple(sorted(lines.items(), key=lambda line: (order.get(line[0], len(order)), line[0])))


def _counts(issues: Sequence[Issue], stories: Sequence[Story]) -> IssueCounts:
    each = [issue.counts for issue in issues]
    printed = sum(len(story.sources) for story in stories)
    # An article that two issues printed was in the period of both, and is one.
    twice = max(0, sum(one.articles_printed for one in each) - printed)
    return IssueCounts(
        articles_in_period=sum(one.articles_in_period for one in each) - twice,
        articles_matched=sum(one.articles_matched for one in each) - twice,
        articles_printed=printed,
        articles_left_out=sum(one.articles_left_out for one in each),
        source_words=sum(story.source_words for story in stories),
        statements=sum(len(story.statements) for story in stories),
        statements_dropped=sum(one.statements_dropped for one in each),
    )


def _period_notes(issues: Sequence[Issue]) -> Iterable[str]:
    """Say which days no issue holds, and which are held twice."""
    periods = sorted((issue.masthead.period for issue in issues), key=lambda period: period.first)
    day, last = timedelta(days=1), periods[0].last
    for before, period in pairwise(periods):
        last = max(last, before.last)
        if period.first > last + day:
            yield f"no issue holds the days from {last + day} to {period.first - day}"
        elif period.first <= last:
            yield (
                f"two issues hold the days from {period.first} to {min(last, period.last)}:"
                " what neither of them printed is counted twice"
            )


def _issue_id(issues: Sequence[Issue], stories: Iterable[Story]) -> str:
    matter = repr(([issue.id for issue in issues], [story.id for story in stories]))
    return f"issue-{hashlib.sha256(matter.encode(errors='replace')).hexdigest()[:12]}"
