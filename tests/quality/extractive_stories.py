"""The extractive editor on releases: every statement verbatim, none twice, and what a story has."""

import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from magazine.core.article import Article
from magazine.core.dates import DateRange
from magazine.core.issue import BlockKind, Story
from magazine.core.manuscript import one_line
from magazine.core.proof import proofread
from magazine.core.selection import ArticleReference, Rule, SelectedStory, Selection
from magazine.edit import ExtractiveEditor
from magazine.taxonomy.loading import load_taxonomy
from tests.quality.figures import Figure, QualitySet, article, rows

_PERIOD = DateRange(date(2026, 2, 25), date(2026, 4, 30))


def measure(path: Path) -> list[Figure]:
    articles = [article(row) for row in rows(path)]
    editor = ExtractiveEditor(load_taxonomy())
    started = time.process_time()
    issue = editor.edit(_everything(articles), articles).issue
    milliseconds = 1000 * (time.process_time() - started) / len(articles)
    by_id = {each.id: each for each in articles}
    counts: Counter[str] = Counter()
    for story in issue.stories:
        counts.update(_count(story, by_id[story.sources[0].article]))
    n = len(articles)
    return [
        Figure(name="stories lost", value=n - len(issue.stories), n=n),
        Figure(
            name="statements not verbatim in their source", value=counts["foreign"], n=counts["statements"]
        ),
        Figure(name="sentences twice in a story", value=counts["twice"], n=counts["statements"]),
        Figure(
            name="statements and fact labels refused by the guard",
            value=len(proofread(issue, fresh=True).remarks),
            n=counts["statements"],
        ),
        Figure(name="stories over 80 % of their source", value=counts["long"], n=n),
        Figure(name="stories with a why", value=counts["why"] / n, n=n),
        Figure(name="stories with something to remember", value=counts["remember"] / n, n=n),
        Figure(name="stories with a fact", value=counts["facts"] / n, n=n),
        Figure(name="ms of CPU a story", value=milliseconds, n=n),
    ]


def _count(story: Story, source: Article) -> dict[str, Any]:
    text = one_line(f"{source.title}\n{source.body}")
    printed = [statement.text for statement in story.statements]
    # A term's meaning stands in the glossary at the magazine's end, often a second time.
    told = printed[: len(printed) - len(story.terms)]
    body_words = sum(len(each.split()) for each in told[1:])
    return {
        "statements": len(printed),
        "foreign": sum(each not in text for each in printed),
        "twice": len(told) - len({each.casefold() for each in told}),
        "long": body_words > 0.8 * len(source.body.split()),
        "why": any(block.kind is BlockKind.WHY for block in story.blocks),
        "remember": story.remember is not None,
        "facts": bool(story.facts),
    }


def _everything(articles: list[Article]) -> Selection:
    """Every article a story of its own, in the file's order, scores falling."""
    return Selection(
        rule=Rule(period=_PERIOD),
        stories=tuple(
            SelectedStory(
                id=f"s-{each.id}",
                topic="governance",
                tags=(),
                score=float(len(articles) - place),
                reasons=(),
                articles=(_reference(each),),
            )
            for place, each in enumerate(articles)
        ),
    )


def _reference(each: Article) -> ArticleReference:
    return ArticleReference(
        id=each.id,
        url=each.url,
        title=each.title,
        published=each.published or "",
        source=each.source,
        language=each.language,
        text_hash="",
        words=len(each.body.split()),
    )


EXTRACTIVE_STORIES = QualitySet(name="extractive editor", file="news/pib.jsonl", measure=measure)
