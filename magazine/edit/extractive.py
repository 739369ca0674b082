"""The extractive editor: an issue in the sources' own sentences, without a model."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from magazine.core.article import Article
from magazine.core.issue import Block, Fact, Statement, Story, Term, Verdict
from magazine.core.manuscript import Heading, Sentence
from magazine.core.ports import Draft
from magazine.core.selection import Selection
from magazine.core.topics import Taxonomy
from magazine.edit.anatomy import Anatomy, Part, dissect
from magazine.edit.askable import askability
from magazine.edit.assignment import Assignment, assignments, framed, in_one_script, native, with_timeline
from magazine.edit.binding import bound
from magazine.edit.centrality import Weights, weigh
from magazine.edit.examiner import Examined, Examiner
from magazine.edit.measure import Depth
from magazine.edit.noting import notes_on

_VERSION = 2
"""Raised when the same selection would be edited otherwise."""


@dataclass(frozen=True, slots=True)
class ExtractiveEditor:
    """Prints sentences of the sources, verbatim, with their ids; invents nothing."""

    taxonomy: Taxonomy
    title: str | None = field(default=None, kw_only=True)
    """The masthead; None: named after the period."""
    depth: Depth = field(default=Depth.STANDARD, kw_only=True)
    examiner: Examiner | None = field(default=None, kw_only=True)
    weights: Weights = field(default=Weights(dependent=0.2), kw_only=True)
    """A story parts its sentences under headings, so that one that leans on another costs more
    there than in a running summary."""

    @property
    def signature(self) -> str:
        test = self.examiner.signature if self.examiner else None
        settings = repr((self.title, self.depth, self.weights, self.taxonomy.digest, test))
        return f"extractive {_VERSION} {hashlib.sha256(settings.encode()).hexdigest()[:12]}"

    def edit(self, selection: Selection, articles: Iterable[Article]) -> Draft:
        given = assignments(selection, articles, self.depth)
        told = [(assignment, self.story(assignment)) for assignment in given]
        stories = [story for _, story in told if story is not None]
        notes = [note for assignment, story in told for note in notes_on(assignment, story)]
        issue = bound(stories, selection, self.taxonomy, title=self.title)
        examined = self.examiner.examine(issue) if self.examiner else Examined(issue=issue)
        return Draft(issue=examined.issue, notes=(*notes, *examined.notes))

    def story(self, assignment: Assignment) -> Story | None:
        """Return a story in its sources' own sentences; None when none is in its language."""
        own = native(assignment)
        if own is None:
            return None
        manuscripts = [in_one_script(manuscript, own.wanted) for manuscript in own.manuscripts]
        anatomy = dissect(manuscripts, weigh(manuscripts, self.weights, asked=askability), own.measure)
        story = replace(
            framed(own, self.taxonomy, _quoted(own.course.headline), "extractive"),
            remember=_quoted(anatomy.remember.sentence) if anatomy.remember else None,
            blocks=tuple(_block(part) for part in anatomy.parts),
            facts=_facts(anatomy),
            terms=tuple(Term(term=term, meaning=_quoted(line.sentence)) for term, line in anatomy.terms),
        )
        return proven(with_timeline(story, own))


def proven(story: Story) -> Story:
    """Return a story of quotations as it is; one that does not quote its evidence is a bug."""
    texts = {each.id: each.text for each in story.evidence}
    for statement in story.statements:
        if [statement.text] != [texts[each] for each in statement.cites]:
            raise AssertionError(f"Story {story.id} does not quote {statement.cites} word for word")
    return story


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
