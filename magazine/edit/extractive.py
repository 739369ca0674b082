"""The extractive editor: an issue in the sources' own sentences, without a model."""

import hashlib
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace

from magazine.core.article import Article, Language
from magazine.core.fitness import Fitness
from magazine.core.issue import (
    Block,
    Evidence,
    Fact,
    Issue,
    IssueCounts,
    Masthead,
    Priority,
    Section,
    SourceLine,
    Statement,
    Story,
    Verdict,
)
from magazine.core.manuscript import Heading, Manuscript, Sentence, read_manuscript
from magazine.core.ports import Draft
from magazine.core.selection import ArticleReference, Rule, SelectedStory, Selection
from magazine.core.topics import UNCLASSIFIED, Taxonomy, TopicKind
from magazine.edit.anatomy import Anatomy, Part, dissect
from magazine.edit.askable import askability
from magazine.edit.centrality import Weights, weigh
from magazine.edit.furniture import SectionPlace, masthead_title, section_place, topic_name, wanted_names

_VERSION = 1
"""Raised when the same selection would be edited otherwise."""
_MOST_SYLLABUS = 3
_DEVANAGARI, _LATIN = re.compile(r"[\u0904-\u0939]"), re.compile(r"[A-Za-z]")
_MIXED = 0.3
"""The share of Devanagari letters from which a sentence is Hindi."""


@dataclass(frozen=True, slots=True)
class ExtractiveEditor:
    """Prints sentences of the sources, verbatim, with their ids; invents nothing."""

    taxonomy: Taxonomy
    title: str | None = field(default=None, kw_only=True)
    """The masthead; None: named after the period."""
    weights: Weights = field(default=Weights(dependent=0.2), kw_only=True)
    """A story parts its sentences under headings, so that one that leans on another costs more
    there than in a running summary."""

    @property
    def signature(self) -> str:
        settings = repr((self.title, self.weights, self.taxonomy.digest))
        return f"extractive {_VERSION} {hashlib.sha256(settings.encode()).hexdigest()[:12]}"

    def edit(self, selection: Selection, articles: Iterable[Article]) -> Draft:
        language = selection.rule.language or Language.ENGLISH
        read = {article.id: article for article in articles}
        priorities = _priorities(selection.stories)
        stories = [
            self._story(selected, [_article(each, read) for each in selected.articles], priority, language)
            for selected, priority in zip(selection.stories, priorities, strict=True)
        ]
        issue = Issue(
            id=_issue_id(selection.rule, stories),
            masthead=self._masthead(selection.rule, language),
            sections=self._sections(stories, language),
            syllabus=_syllabus(self.taxonomy, stories, language),
            counts=_counts(selection, stories),
        )
        return Draft(issue=issue)

    def _masthead(self, rule: Rule, language: Language) -> Masthead:
        return Masthead(
            title=self.title or masthead_title(rule.period, language),
            period=rule.period,
            language=language,
            topics=wanted_names(rule.topics, self.taxonomy, language),
        )

    def _sections(self, stories: Sequence[Story], language: Language) -> tuple[Section, ...]:
        places: dict[str, SectionPlace] = {}
        printed: dict[str, list[Story]] = defaultdict(list)
        for story in stories:
            place = section_place(story.topic, self.taxonomy, language)
            places[place.group] = place
            printed[place.group].append(story)
        return tuple(
            Section(
                group=place.group, letter=place.letter, title=place.title, stories=tuple(printed[place.group])
            )
            for place in sorted(places.values(), key=lambda place: place.order)
        )

    def _story(
        self, selected: SelectedStory, articles: Sequence[Article], priority: Priority, language: Language
    ) -> Story:
        manuscripts = [
            _in_one_script(read_manuscript(article, number)) for number, article in enumerate(articles, 1)
        ]
        anatomy = dissect(manuscripts, weigh(manuscripts, self.weights, asked=askability), priority)
        topic = self.taxonomy.topic(selected.topic)
        story = Story(
            id=selected.id,
            topic=selected.topic if topic else UNCLASSIFIED,
            topic_name=topic_name(selected.topic, self.taxonomy, language),
            tags=selected.tags,
            language=articles[0].language,
            priority=priority,
            papers=topic.gs if topic else (),
            syllabus=_codes(self.taxonomy, (selected.topic, *selected.tags)),
            headline=_quoted(manuscripts[0].title),
            remember=_quoted(anatomy.remember.sentence) if anatomy.remember else None,
            blocks=tuple(_block(part) for part in anatomy.parts),
            facts=_facts(anatomy),
            sources=tuple(
                _source_line(article, reference)
                for article, reference in zip(articles, selected.articles, strict=True)
            ),
            evidence=(),
            editor="extractive",
            source_words=sum(len(article.body.split()) for article in articles),
            reasons=selected.reasons,
        )
        return _proven(story, manuscripts)


def _proven(story: Story, manuscripts: Sequence[Manuscript]) -> Story:
    """Return the story with its evidence, each statement held against the sentence it cites."""
    evidence = tuple(
        Evidence(id=each, text=text)
        for manuscript in manuscripts
        for each, text in manuscript.cited().items()
    )
    texts = {each.id: each.text for each in evidence}
    for statement in story.statements:
        if [statement.text] != [texts[each] for each in statement.cites]:
            raise AssertionError(f"Story {story.id} does not quote {statement.cites} word for word")
    return replace(story, evidence=evidence)


def _quoted(source: Sentence | Heading) -> Statement:
    return Statement(text=source.text, cites=(source.id,), verdict=Verdict.VERBATIM)


def _block(part: Part) -> Block:
    return Block(
        kind=part.kind,
        statements=tuple(_quoted(line.sentence) for line in part.lines),
        heading=_quoted(part.heading) if part.heading else None,
    )


def _facts(anatomy: Anatomy) -> tuple[Fact, ...]:
    return tuple(
        Fact(kind=askable.kind, label=askable.label, statement=_quoted(line.sentence))
        for askable, line in anatomy.facts
    )


def _source_line(article: Article, reference: ArticleReference) -> SourceLine:
    return SourceLine(
        article=reference.id,
        publisher=reference.source,
        title=reference.title,
        published=reference.published,
        url=reference.url,
        licence=article.licence,
    )


def _article(reference: ArticleReference, read: dict[str, Article]) -> Article:
    """Return a story's article; one that has left the library since is known by its title alone."""
    return read.get(reference.id) or Article(
        id=reference.id, title=reference.title, body="", language=reference.language
    )


def _in_one_script(manuscript: Manuscript) -> Manuscript:
    """Keep out of print the sentences that are not in the script of most of the article."""
    fit = [sentence for sentence in manuscript.sentences if sentence.is_quotable]
    is_hindi = 2 * sum(_is_hindi(sentence.text) for sentence in fit) > len(fit)
    return replace(
        manuscript,
        sentences=tuple(
            sentence
            if not sentence.is_quotable or _is_hindi(sentence.text) == is_hindi
            else replace(sentence, fitness=Fitness.NEVER)
            for sentence in manuscript.sentences
        ),
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


def _codes(taxonomy: Taxonomy, topics: Iterable[str]) -> tuple[str, ...]:
    """The most typical line of the story's own topic, then of each subject it also touches.

    A topic's other lines are not claimed: which of them a story is about, its topic does
    not tell. Features, such as places in news, tell nothing of the syllabus.
    """
    own, *tags = (taxonomy.topic(topic_id) for topic_id in topics)
    found = [own, *(topic for topic in tags if topic and topic.kind is TopicKind.SUBJECT)]
    codes = dict.fromkeys(topic.syllabus[0] for topic in found if topic and topic.syllabus)
    return tuple(codes)[:_MOST_SYLLABUS]


def _syllabus(
    taxonomy: Taxonomy, stories: Iterable[Story], language: Language
) -> tuple[tuple[str, str], ...]:
    """The syllabus lines that the stories bear, in the furniture's language."""
    lines = taxonomy.syllabus_hi if language is Language.HINDI else taxonomy.syllabus
    borne = {code for story in stories for code in story.syllabus}
    return tuple((code, label) for code, label in lines if code in borne)


def _counts(selection: Selection, stories: Sequence[Story]) -> IssueCounts:
    printed = sum(len(story.sources) for story in stories)
    return IssueCounts(
        articles_in_period=selection.counts.in_period,
        articles_matched=selection.counts.matched,
        articles_printed=printed,
        # Stories that a person took out of the selection are left out as well.
        articles_left_out=max(len(selection.left_out), selection.counts.matched - printed),
        source_words=sum(story.source_words for story in stories),
        statements=sum(len(story.statements) for story in stories),
    )


def _issue_id(rule: Rule, stories: Iterable[Story]) -> str:
    wishes = sorted(asdict(rule).items())
    matter = repr((wishes, [story.id for story in stories]))
    return f"issue-{hashlib.sha256(matter.encode()).hexdigest()[:12]}"
