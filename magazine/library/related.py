"""Earlier articles on the matter of a story: what a reader may want to go back to."""

import json
from collections import defaultdict

from magazine.core.likeness import Member, cosine
from magazine.core.selection import ArticleReference, SelectedStory
from magazine.core.topics import UNCLASSIFIED
from magazine.library.database import Database, Row
from magazine.library.event_tables import KEY_TERMS, EventTables
from magazine.library.rows import REFERENCE, reference_of

MOST_RELATED = 3
_LEAST_ALIKE = 0.1
"""Below this two articles share no more than some words."""
_LOOKED_AT = 60
"""So many articles are compared with a story."""
_MOST_OF_A_TERM = 400
"""Of a term that many articles share, the latest are found."""


def related(database: Database, story: SelectedStory) -> tuple[ArticleReference, ...]:
    """Return the nearest of the articles from before a story, of other events, each of its own."""
    tables = EventTables(database)
    with database.reading():
        rows = database.rows(
            "SELECT e.article, e.day FROM article a JOIN article_event e ON e.article = a.number "
            "WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id = ? DESC",
            (json.dumps([article.id for article in story.articles]), story.articles[0].id),
        )
        if not rows:
            return ()
        told = tables.members([row["article"] for row in rows])
        lead = next(member for member in told if member.number == rows[0]["article"])
        earlier = _earlier(database, lead, min(row["day"] for row in rows))
        members = tables.members(_on_its_topics(database, earlier, story))
        events = {member.event for member in told}
        found = _nearest(lead, [member for member in members if member.event not in events])
        references = {row["number"]: reference_of(row) for row in _rows(database, found)}
    return tuple(references[number] for number in found)


def _earlier(database: Database, lead: Member, day: int) -> list[int]:
    """Return articles from before a day that share weighty terms with the lead, the nearest first."""
    shared: dict[int, float] = defaultdict(float)
    for code in lead.vector.key_terms(KEY_TERMS):
        weight = lead.vector.weights[code] ** 2
        for row in database.rows(
            "SELECT article FROM event_term WHERE term = ? AND day < ? ORDER BY day DESC, article LIMIT ?",
            (code, day, _MOST_OF_A_TERM),
        ):
            shared[row["article"]] += weight
    return sorted(shared, key=lambda number: (-shared[number], number))[:_LOOKED_AT]


def _on_its_topics(database: Database, numbers: list[int], story: SelectedStory) -> list[int]:
    """Keep the articles in the story's language that share one of its topics."""
    topics = [topic for topic in (story.topic, *story.tags) if topic != UNCLASSIFIED]
    rows = database.rows(
        "SELECT a.number FROM json_each(?) k JOIN article a ON a.number = k.value WHERE a.language = ? "
        "AND (? = 0 OR EXISTS (SELECT 1 FROM article_topic t WHERE t.article = a.number "
        "AND t.topic IN (SELECT value FROM json_each(?))))",
        (json.dumps(numbers), str(story.articles[0].language), len(topics), json.dumps(topics)),
    )
    return [row["number"] for row in rows]


def _nearest(lead: Member, members: list[Member]) -> list[int]:
    """Return the numbers of the members most like the lead, one of each event."""
    ranked = sorted((-cosine(lead.vector, member.vector), member.number, member.event) for member in members)
    found: dict[int, int] = {}
    for near, number, event in ranked:
        if -near >= _LEAST_ALIKE:
            found.setdefault(event, number)
    return list(found.values())[:MOST_RELATED]


def _rows(database: Database, numbers: list[int]) -> list[Row]:
    return database.rows(
        f"SELECT {REFERENCE} FROM article a WHERE a.number IN (SELECT value FROM json_each(?))",  # noqa: S608 - our own columns
        (json.dumps(numbers),),
    )
