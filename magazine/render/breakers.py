"""Which stories break a page: found by halves, so that the rest can be printed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from magazine.core.issue import Issue, IssueCounts, Story

Breaks = Callable[[Issue], str]
"""Tries an issue; returns why it cannot be set, or nothing."""


def breaking_stories(issue: Issue, breaks: Breaks) -> dict[str, str]:
    """Return the ids of the stories that cannot be set, with the cause of each.

    An issue without stories breaks nothing, so that a cause lies in one of them or in
    none: then the answer is empty. Takes some 2·k·log2(n) trials for k of n stories.
    """
    return _search(issue, list(issue.stories), breaks)


def only(issue: Issue, stories: list[Story]) -> Issue:
    """Return an issue with these of its stories; sections without one are gone, questions on others too.

    Its counts are what is left: the articles of the others are counted as left out.
    """
    kept = {id(story) for story in stories}
    sections = [
        replace(section, stories=tuple(story for story in section.stories if id(story) in kept))
        for section in issue.sections
    ]
    names = {story.id for story in stories}
    return replace(
        issue,
        counts=_counts(issue, [story for story in issue.stories if id(story) not in kept]),
        sections=tuple(section for section in sections if section.stories),
        questions=tuple(each for each in issue.questions if each.story in names),
        mains=tuple(each for each in issue.mains if names.issuperset(each.stories)),
        past=tuple(each for each in issue.past if not each.story or each.story in names),
    )


def _counts(issue: Issue, gone: Sequence[Story]) -> IssueCounts:
    counts = issue.counts
    articles = min(counts.articles_printed, sum(len(story.sources) for story in gone))
    return replace(
        counts,
        articles_printed=counts.articles_printed - articles,
        articles_left_out=counts.articles_left_out + articles,
        source_words=max(0, counts.source_words - sum(story.source_words for story in gone)),
        statements=max(0, counts.statements - sum(len(story.statements) for story in gone)),
    )


def _search(issue: Issue, stories: list[Story], breaks: Breaks) -> dict[str, str]:
    cause = breaks(only(issue, stories)) if stories else ""
    if not cause:
        return {}
    if len(stories) == 1:
        return {stories[0].id: cause}
    half = len(stories) // 2
    return _search(issue, stories[:half], breaks) | _search(issue, stories[half:], breaks)
