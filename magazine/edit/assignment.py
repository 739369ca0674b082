"""A story as it is given to an editor, and what every editor prints of it alike."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from magazine.core.article import Article, Language
from magazine.core.dates import calendar_day
from magazine.core.fitness import Fitness
from magazine.core.issue import Evidence, Form, Priority, SourceLine, Statement, Story
from magazine.core.manuscript import Manuscript, read_manuscript
from magazine.core.selection import ArticleReference, SelectedStory, Selection
from magazine.core.topics import UNCLASSIFIED, Taxonomy, TopicKind
from magazine.edit.events import Course, course_of, related_lines
from magazine.edit.furniture import topic_name
from magazine.edit.injection import for_readers
from magazine.edit.measure import Depth, Measure, measure
from magazine.edit.tables import story_tables

_MOST_SYLLABUS = 3
_DEVANAGARI, _LATIN = re.compile(r"[\u0904-\u0939]"), re.compile(r"[A-Za-z]")
_MIXED = 0.3
"""The share of Devanagari letters from which a sentence is Hindi."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One story to be edited: its articles, read, and the room it has."""

    selected: SelectedStory
    articles: tuple[Article, ...]
    course: Course
    """What its reports tell day by day. Sentences that speak to machines are not in them: they
    are no evidence."""
    withheld: tuple[str, ...]
    """The ids of those sentences."""
    priority: Priority
    measure: Measure
    language: Language
    """In which it is to be told."""
    wanted: Language | None
    """The language of the whole issue; None: each story is told in its own."""

    @property
    def id(self) -> str:
        """The story's id."""
        return self.selected.id

    @property
    def manuscripts(self) -> tuple[Manuscript, ...]:
        """Its articles; what a later one replaced is out of print."""
        return self.course.printable

    @property
    def furniture(self) -> Language:
        """The language of the issue's labels."""
        return self.wanted or Language.ENGLISH

    @property
    def is_foreign(self) -> bool:
        """An article of it is in another language than the story is told in."""
        return any(article.language is not self.language for article in self.articles)

    @property
    def texts(self) -> dict[str, str]:
        """Every id that can be cited, with its text, in reading order."""
        return {name: text for each in self.manuscripts for name, text in each.cited().items()}


def assignments(
    selection: Selection, articles: Iterable[Article], depth: Depth = Depth.STANDARD
) -> list[Assignment]:
    """Return the stories of a selection as an editor gets them, in printing order."""
    read = {article.id: article for article in articles}
    priorities = _priorities(selection.stories)
    return [
        _assignment(
            selected, [_article(each, read) for each in selected.articles], priority, selection, depth
        )
        for selected, priority in zip(selection.stories, priorities, strict=True)
    ]


def native(assignment: Assignment) -> Assignment | None:
    """Return a story with only the articles in the issue's language; None when it has none.

    Ids go by an article's place, so the articles are read anew.
    """
    spoken = {assignment.wanted, Language.MIXED}
    kept = [
        place
        for place, article in enumerate(assignment.articles)
        if assignment.wanted is None or article.language in spoken
    ]
    if not kept:
        return None
    if len(kept) == len(assignment.articles):
        return assignment
    articles = [assignment.articles[place] for place in kept]
    references = tuple(assignment.selected.articles[place] for place in kept)
    course, withheld = _read(articles, references)
    return replace(
        assignment,
        selected=replace(assignment.selected, articles=references),
        articles=tuple(articles),
        course=course,
        withheld=withheld,
    )


def framed(assignment: Assignment, taxonomy: Taxonomy, headline: Statement, editor: str) -> Story:
    """Return a story that is all but its text: whoever edits it puts blocks and facts in."""
    selected = assignment.selected
    topic = taxonomy.topic(selected.topic)
    return Story(
        id=selected.id,
        topic=selected.topic if topic else UNCLASSIFIED,
        topic_name=topic_name(selected.topic, taxonomy, assignment.furniture),
        tags=selected.tags,
        language=assignment.language,
        priority=assignment.priority,
        papers=topic.gs if topic else (),
        syllabus=_codes(taxonomy, (selected.topic, *selected.tags)),
        headline=headline,
        remember=None,
        blocks=(),
        facts=(),
        sources=tuple(
            _source_line(article, reference)
            for article, reference in zip(assignment.articles, selected.articles, strict=True)
        ),
        evidence=tuple(Evidence(id=name, text=text) for name, text in assignment.texts.items()),
        editor=editor,
        source_words=sum(len(article.body.split()) for article in assignment.articles),
        reasons=selected.reasons,
        form=assignment.measure.form,
        related=related_lines(selected),
        tables=() if assignment.is_foreign else story_tables(assignment.manuscripts, assignment.measure.form),
    )


def with_timeline(story: Story, assignment: Assignment) -> Story:
    """Return a story with the days of its event in the sources' words, none of which it prints already."""
    if assignment.is_foreign or assignment.measure.form is Form.LINE:
        return story
    printed = [statement.text for statement in story.statements]
    return replace(story, timeline=assignment.course.timeline(printed))


def in_one_script(manuscript: Manuscript, wanted: Language | None = None) -> Manuscript:
    """Keep out of print the sentences that are not in one script: the wanted one, or that of most."""
    fit = [sentence for sentence in manuscript.sentences if sentence.is_quotable]
    is_hindi = 2 * sum(_is_hindi(sentence.text) for sentence in fit) > len(fit)
    if wanted is not None:
        is_hindi = wanted is Language.HINDI
    return replace(
        manuscript,
        sentences=tuple(
            sentence
            if not sentence.is_quotable or _is_hindi(sentence.text) == is_hindi
            else replace(sentence, fitness=Fitness.NEVER)
            for sentence in manuscript.sentences
        ),
    )


def _assignment(
    selected: SelectedStory,
    articles: Sequence[Article],
    priority: Priority,
    selection: Selection,
    depth: Depth,
) -> Assignment:
    course, withheld = _read(articles, selected.articles)
    return Assignment(
        selected=selected,
        articles=tuple(articles),
        course=course,
        withheld=withheld,
        priority=priority,
        measure=measure(priority, depth),
        language=selection.rule.language or articles[0].language,
        wanted=selection.rule.language,
    )


def _read(
    articles: Sequence[Article], references: Sequence[ArticleReference]
) -> tuple[Course, tuple[str, ...]]:
    """Return what the articles tell readers, and the ids of what they tell machines."""
    read = [for_readers(read_manuscript(article, number)) for number, article in enumerate(articles, 1)]
    days = [calendar_day(reference.published).isoformat() for reference in references]
    course = course_of([in_one_script(manuscript) for manuscript, _ in read], days)
    return course, tuple(name for _, names in read for name in names)


def _article(reference: ArticleReference, read: dict[str, Article]) -> Article:
    """Return a story's article; one that has left the library since is known by its title alone."""
    return read.get(reference.id) or Article(
        id=reference.id, title=reference.title, body="", language=reference.language
    )


def _is_hindi(text: str) -> bool:
    devanagari = len(_DEVANAGARI.findall(text))
    return devanagari > 0 and devanagari >= _MIXED * (devanagari + len(_LATIN.findall(text)))


def _priorities(stories: Sequence[SelectedStory]) -> list[Priority]:
    """The best third of the scores is to be read, the next is useful; ties by printing order."""
    best_first = sorted(range(len(stories)), key=lambda place: (-stories[place].score, place))
    third = math.ceil(len(stories) / 3)
    ranks = (Priority.MUST_READ, Priority.USEFUL, Priority.SKIM)
    found = {place: ranks[rank // third] for rank, place in enumerate(best_first)}
    return [found[place] for place in range(len(stories))]


def _source_line(article: Article, reference: ArticleReference) -> SourceLine:
    return SourceLine(
        article=reference.id,
        publisher=reference.source,
        title=reference.title,
        published=reference.published,
        url=reference.url,
        licence=article.licence,
    )


def _codes(taxonomy: Taxonomy, topics: Iterable[str]) -> tuple[str, ...]:
    """The most typical line of the story's own topic, then of each subject it also touches.

    A topic's other lines are not claimed: which of them a story is about, its topic does
    not tell. Features, such as places in news, tell nothing of the syllabus.
    """
    own, *tags = (taxonomy.topic(topic_id) for topic_id in topics)
    found = [own, *(topic for topic in tags if topic and topic.kind is TopicKind.SUBJECT)]
    codes = dict.fromkeys(topic.syllabus[0] for topic in found if topic and topic.syllabus)
    return tuple(codes)[:_MOST_SYLLABUS]
