"""Builders for the editor's tests: selections of articles, and the words a story prints."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from magazine.core.article import Article, Language
from magazine.core.dates import DateRange
from magazine.core.issue import Issue, Story
from magazine.core.selection import ArticleReference, Rule, SelectedStory, Selection
from magazine.core.topics import Taxonomy
from magazine.edit import ExtractiveEditor
from magazine.taxonomy.loading import load_taxonomy

WEEK = DateRange(date(2026, 3, 2), date(2026, 3, 8))
TAXONOMY = load_taxonomy()


def a_reference_to(article: Article) -> ArticleReference:
    return ArticleReference(
        id=article.id,
        url=article.url,
        title=article.title,
        published=article.published or "2026-03-04",
        source=article.source,
        language=article.language,
        text_hash="",
        words=len(article.body.split()),
    )


def a_story_of(
    *articles: Article, topic: str = "international-relations", score: float = 50.0
) -> SelectedStory:
    return SelectedStory(
        id="story-" + "-".join(article.id for article in articles),
        topic=topic,
        tags=(),
        score=score,
        reasons=(f"topic score {score:g}",),
        articles=tuple(a_reference_to(article) for article in articles),
    )


def a_selection_of(
    *stories: SelectedStory,
    period: DateRange = WEEK,
    language: Language | None = None,
    topics: tuple[str, ...] = (),
) -> Selection:
    return Selection(rule=Rule(period=period, language=language, topics=topics), stories=stories)


def edited(
    articles: Sequence[Article],
    selection: Selection,
    *,
    taxonomy: Taxonomy = TAXONOMY,
    title: str | None = None,
) -> Issue:
    return ExtractiveEditor(taxonomy, title=title).edit(selection, articles).issue


def the_story(article: Article, *, rank: int = 0) -> Story:
    """The story of one article; ``rank`` 0 is a must-read, 1 useful, 2 to skim."""
    fillers = [Article(id=f"filler-{number}", title="A filler", body="") for number in range(2)]
    fillers.insert(rank, article)
    stories = [a_story_of(each, score=90.0 - place) for place, each in enumerate(fillers)]
    issue = edited(fillers, a_selection_of(*stories))
    return next(story for story in issue.stories if story.sources[0].article == article.id)


def printed(story: Story) -> list[str]:
    """Every text that a story prints, in printing order."""
    return [statement.text for statement in story.statements]


def in_language(article: Article, language: Language) -> Article:
    return replace(article, language=language)
