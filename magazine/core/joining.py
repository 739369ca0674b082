"""Two tellings of one event into one story: the later one, with what only the earlier has. Pure.

Sentence ids go by an article's place in its story, so those of the earlier telling change,
and with them the citations. What was sealed is sealed anew; what a person had changed stays
without a seal that fits, so that the last reader still sees it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from magazine.core.dates import calendar_day
from magazine.core.fitness import fitness, is_dependent
from magazine.core.issue import Block, BlockKind, Evidence, Form, Moment, Priority, Story, Table
from magazine.core.manuscript import Heading, Manuscript, Sentence
from magazine.core.proof import seal_of
from magazine.core.question import Item, MainsQuestion, Question
from magazine.core.ranking import story_id
from magazine.core.statement import Statement
from magazine.core.updates import Update, updates

_MOST_FACTS, _MOST_POINTS, _MOST_RELATED = 8, 6, 3
_FORMS = (Form.FULL, Form.SHORT, Form.LINE)
_PRIORITIES = (Priority.MUST_READ, Priority.USEFUL, Priority.SKIM)
_KINDS = tuple(BlockKind)

Renaming = Callable[[str], str]
"""A sentence's id in its own story to the one in the joined story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A story made of two tellings."""

    story: Story
    renamed: Renaming
    """The ids of the earlier telling; those of the later one are as they were."""
    replaced: frozenset[str]
    """The joined story's sentences whose figure a later one replaced."""
    updates: tuple[Update, ...]
    set_aside: int
    """Statements of the earlier telling that are printed no more."""


def joined(earlier: Story, later: Story) -> Joined:
    """Return one story of two tellings of an event, as the later one tells it.

    It gets the days of the earlier one, its parts and facts that the later one lacks, and
    all its sources and evidence. A sentence whose figure a later report replaced is printed
    in the timeline only.
    """
    places = _places(earlier, later)
    rename = _renaming(places)
    older = _renumbered(earlier, rename)
    fresh = [place for place, new in places.items() if new > len(later.sources)]
    evidence = [each for each in older.evidence if _article(each.id) > len(later.sources)]
    whole = replace(
        later,
        id=story_id({source.article for source in (*later.sources, *earlier.sources)}),
        priority=min(earlier.priority, later.priority, key=_PRIORITIES.index),
        form=min(earlier.form, later.form, key=_FORMS.index),
        sources=(*later.sources, *(earlier.sources[place - 1] for place in fresh)),
        evidence=(*later.evidence, *evidence),
        source_words=later.source_words + _share(earlier, fresh),
        picture=later.picture or earlier.picture,
    )
    found = updates(_manuscripts(whole), [_day(source.published) for source in whole.sources])
    replaced = frozenset(figure.sentence for update in found for figure in update.before)
    story = _told(whole, older, replaced)
    printed = {statement.text for statement in story.statements}
    return Joined(
        story=story,
        renamed=rename,
        replaced=replaced,
        updates=found,
        set_aside=sum(statement.text not in printed for statement in earlier.statements),
    )


def moved_question(question: Question, story: str, rename: Renaming) -> Question:
    """Return a question of a telling as one of the joined story."""

    def item(each: Item) -> Item:
        return replace(each, cites=tuple(map(rename, each.cites)))

    return replace(
        question,
        story=story,
        premises=tuple(map(item, question.premises)),
        items=tuple(map(item, question.items)),
        explanation=tuple(_cited(each, rename) for each in question.explanation),
    )


def moved_mains(question: MainsQuestion, story: str, joined_id: str, rename: Renaming) -> MainsQuestion:
    """Return a written question with a joined story in place of one of its tellings."""
    if story not in question.stories:
        return question
    # Its points cite the stories one after the other; nearly always there is but one.
    return replace(
        question,
        stories=tuple(joined_id if each == story else each for each in question.stories),
        frame=tuple(_cited(each, rename) for each in question.frame),
    )


def rests_on(question: Question, sentences: frozenset[str]) -> bool:
    """Tell whether a question's key or explanation rests on one of some sentences."""
    lines: tuple[Item | Statement, ...] = (*question.premises, *question.items, *question.explanation)
    return any(cite in sentences for line in lines for cite in line.cites)


def _places(earlier: Story, later: Story) -> dict[int, int]:
    """Return, for each article of the earlier telling, its place among the joined story's."""
    known = {source.article: place for place, source in enumerate(later.sources, 1)}
    places: dict[int, int] = {}
    free = len(later.sources)
    for place, source in enumerate(earlier.sources, 1):
        same = known.get(source.article)
        # An article that was corrected in between is two: each statement keeps what it rests on.
        if same is not None and _texts(earlier, place) == _texts(later, same):
            places[place] = same
        else:
            free += 1
            places[place] = free
    return places


def _texts(story: Story, place: int) -> list[tuple[str, str]]:
    return [(each.id.partition(".")[2], each.text) for each in story.evidence if _article(each.id) == place]


def _article(sentence: str) -> int:
    """Return the place of a sentence's article: the 2 of ``a2.s7``; 0 when it names none."""
    number = sentence.partition(".")[0].removeprefix("a")
    return int(number) if number.isdecimal() else 0


def _renaming(places: dict[int, int]) -> Renaming:
    def rename(sentence: str) -> str:
        place = places.get(_article(sentence))
        return sentence if place is None else f"a{place}.{sentence.partition('.')[2]}"

    return rename


def _cited(statement: Statement, rename: Renaming) -> Statement:
    cites = tuple(map(rename, statement.cites))
    is_sealed = statement.seal == seal_of(statement.text, statement.cites)
    seal = seal_of(statement.text, cites) if is_sealed else statement.seal
    return replace(statement, cites=cites, seal=seal)


def _renumbered(story: Story, rename: Renaming) -> Story:
    """Return a story under other sentence ids."""

    def cited(statement: Statement) -> Statement:
        return _cited(statement, rename)

    def block(each: Block) -> Block:
        heading = cited(each.heading) if each.heading else None
        return replace(each, heading=heading, statements=tuple(map(cited, each.statements)))

    def table(each: Table) -> Table:
        caption = cited(each.caption) if each.caption else None
        return replace(each, cites=tuple(map(rename, each.cites)), caption=caption)

    def evidence(each: Evidence) -> Evidence:
        name = rename(each.id)
        is_sealed = each.seal == seal_of(each.text, [each.id])
        return replace(each, id=name, seal=seal_of(each.text, [name]) if is_sealed else each.seal)

    return replace(
        story,
        headline=cited(story.headline),
        remember=cited(story.remember) if story.remember else None,
        blocks=tuple(map(block, story.blocks)),
        facts=tuple(replace(each, statement=cited(each.statement)) for each in story.facts),
        terms=tuple(replace(each, meaning=cited(each.meaning)) for each in story.terms),
        timeline=tuple(replace(each, statement=cited(each.statement)) for each in story.timeline),
        tables=tuple(map(table, story.tables)),
        evidence=tuple(map(evidence, story.evidence)),
    )


def _told(whole: Story, older: Story, replaced: frozenset[str]) -> Story:
    """Return the story with what only the earlier telling has."""

    def is_new(statement: Statement) -> bool:
        return replaced.isdisjoint(statement.cites) and statement.text not in printed

    printed = {line.text for line in whole.statements}
    blocks = _blocks(whole, [block for block in older.blocks if block.kind is not BlockKind.WHY], is_new)
    printed |= {line.text for block in blocks for line in block.statements}
    facts = [fact for fact in older.facts if is_new(fact.statement)]
    known = {term.term for term in whole.terms}
    tables = {(table.header, table.rows) for table in whole.tables}
    related = (*whole.related, *older.related)
    own = {source.article for source in whole.sources}
    return replace(
        whole,
        blocks=blocks,
        facts=(*whole.facts, *facts[: max(0, _MOST_FACTS - len(whole.facts))]),
        terms=(
            *whole.terms,
            *(term for term in older.terms if term.term not in known and is_new(term.meaning)),
        ),
        timeline=_timeline(whole, older, printed),
        tables=(*whole.tables, *(each for each in older.tables if (each.header, each.rows) not in tables)),
        related=tuple({each.article: each for each in related if each.article not in own}.values())[
            :_MOST_RELATED
        ],
    )


def _blocks(whole: Story, older: Sequence[Block], is_new: Callable[[Statement], bool]) -> tuple[Block, ...]:
    """Return the later telling's blocks, the earlier one's of other kinds, and points while there is room."""
    points = [block for block in whole.blocks if block.kind is BlockKind.POINTS]
    room = _MOST_POINTS - sum(len(block.statements) for block in points)
    kinds = {block.kind for block in whole.blocks}
    found = list(whole.blocks)
    for block in older:
        kept = tuple(filter(is_new, block.statements))
        if block.kind in kinds:
            kept = kept[: max(0, room)] if block.kind is BlockKind.POINTS else ()
            room -= len(kept)
        if kept:
            _put(replace(block, statements=kept), found)
    return tuple(sorted(found, key=lambda block: _KINDS.index(block.kind)))


def _put(block: Block, blocks: list[Block]) -> None:
    """Put a block after others; its lines under one of its kind where neither has a heading of its own."""
    for place, each in enumerate(blocks):
        if each.kind is block.kind and each.heading is None and block.heading is None:
            blocks[place] = replace(each, statements=(*each.statements, *block.statements))
            return
    blocks.append(block)


def _timeline(whole: Story, older: Story, printed: set[str]) -> tuple[Moment, ...]:
    """Return the days of both tellings; an earlier one without days has one, of what it opened with."""
    lines = [line for block in older.blocks for line in block.statements]
    day = _day(older.sources[0].published)
    opening = next((line for line in (*lines, older.headline) if line.text not in printed), None)
    one_day = [Moment(day=day, statement=opening)] if opening else []
    moments = [each for each in older.timeline or one_day if each.statement.text not in printed]
    return tuple(sorted((*moments, *whole.timeline), key=lambda moment: moment.day))


def _manuscripts(story: Story) -> list[Manuscript]:
    """Return a story's articles, as far as its evidence has them, to compare their figures."""
    return [_manuscript(story, place) for place in range(1, len(story.sources) + 1)]


def _manuscript(story: Story, number: int) -> Manuscript:
    own = [each for each in story.evidence if _article(each.id) == number]
    return Manuscript(
        number=number,
        title=Heading(id=f"a{number}.t", text=story.sources[number - 1].title),
        headings=(),
        sentences=tuple(
            Sentence(
                id=each.id,
                text=each.text,
                heading=-1,
                place=place,
                is_bullet=False,
                fitness=fitness(each.text),
                is_dependent=is_dependent(each.text),
            )
            for place, each in enumerate(each for each in own if each.id.partition(".")[2].startswith("s"))
        ),
    )


def _share(story: Story, places: Sequence[int]) -> int:
    """Return about how many of a story's source words those of its articles have."""
    words = [0] * (len(story.sources) + 1)
    for each in story.evidence:
        if 0 < _article(each.id) < len(words):
            words[_article(each.id)] += len(each.text.split())
    return round(story.source_words * sum(words[place] for place in places) / (sum(words) or 1))


def _day(published: str) -> str:
    try:
        return calendar_day(published).isoformat()
    except ValueError:  # an edited issue may hold any text
        return published[:10]
