"""The last reader before print: every statement of an issue held against its story's sources.

What an editor wrote and the guard refuses is replaced by the source's own sentence,
or dropped. What a person wrote is never taken away: it is marked as checked or as
not supported. An editor's statements are told from a person's by their seal. A
question whose key the sources do not prove is left out, whoever wrote it: a wrong
key does more harm than a missing question.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from magazine.core.article import Language
from magazine.core.facts import facts_of
from magazine.core.finding import Finding, Problem, ProblemKind
from magazine.core.guard import Source, check
from magazine.core.issue import (
    Block,
    Evidence,
    Fact,
    Issue,
    Moment,
    Statement,
    Story,
    Table,
    Term,
    Verdict,
)
from magazine.core.questions.mains import proven_mains
from magazine.core.questions.proof import proven
from magazine.core.remark import Remark
from magazine.core.script import is_in
from magazine.core.story_source import days_of, source_of
from magazine.core.tables import row_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """An issue as it may be printed, and what there was to say."""

    issue: Issue
    remarks: tuple[Remark, ...]

    @property
    def unsupported(self) -> tuple[Remark, ...]:
        """The remarks on statements that a person wrote and the sources do not bear out."""
        return tuple(one for one in self.remarks if one.verdict is Verdict.EDITED_UNSUPPORTED)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should hear at once: questions, and points of written ones, that are left out."""
        reasons = {"question ": "prove their keys", "mains ": "bear them out"}
        gone = {
            reason: [one.place for one in self.remarks if one.place.startswith(kind)]
            for kind, reason in reasons.items()
        }
        return tuple(
            f"left out, as the sources do not {reason}: {', '.join(places)}"
            for reason, places in gone.items()
            if places
        )

    @property
    def counts(self) -> dict[str, int]:
        """Statements by verdict in small letters (``edited_checked``), those dropped included."""
        found = Counter(one.verdict for story in self.issue.stories for one in story.statements)
        found[Verdict.DROPPED] = sum(one.verdict is Verdict.DROPPED for one in self.remarks)
        return {verdict.name.lower(): found[verdict] for verdict in Verdict}


def seal_of(text: str, cites: Iterable[str]) -> str:
    """Return the mark of a statement's words and citations: 8 hex digits of a sha256."""
    return hashlib.sha256("\0".join((text, *cites)).encode(errors="replace")).hexdigest()[:8]


def sealed(statement: Statement, verdict: Verdict) -> Statement:
    """Return an editor's statement with its verdict, marked so that a later edit is seen."""
    return replace(statement, verdict=verdict, seal=seal_of(statement.text, statement.cites))


def proofread(issue: Issue, *, fresh: bool = False) -> Proof:
    """Return the issue with every statement checked.

    Args:
        issue: As edited, or as a person left it.
        fresh: It comes straight from an editor: no statement is a person's.
    """
    # By place, not by id: a person may have copied a story to make another of it.
    readers = [[_Reader(story, fresh=fresh) for story in section.stories] for section in issue.sections]
    sections = tuple(
        replace(section, stories=tuple(reader.read() for reader in of_section))
        for section, of_section in zip(issue.sections, readers, strict=True)
    )
    remarks = tuple(remark for of_section in readers for reader in of_section for remark in reader.remarks)
    read = replace(issue, sections=sections)

    def is_sound(evidence: Evidence) -> bool:
        return fresh or evidence.seal == seal_of(evidence.text, [evidence.id])

    questions, faults = proven(issue.questions, read, is_sound)
    dropped = sum(remark.verdict is Verdict.DROPPED for remark in remarks)
    counts = replace(
        issue.counts,
        statements=sum(len(story.statements) for section in sections for story in section.stories),
        statements_dropped=issue.counts.statements_dropped + dropped,
    )
    mains, gaps = proven_mains(issue.mains, read, is_sound)
    proved = replace(read, counts=counts, questions=questions, mains=mains)
    return Proof(issue=proved, remarks=(*remarks, *faults, *gaps))


class _Reader:
    """Reads one story, and keeps its remarks."""

    def __init__(self, story: Story, *, fresh: bool) -> None:
        self.story = story
        self.remarks: list[Remark] = []
        self._fresh = fresh
        # A sentence whose words were changed after it was read from its article proves nothing.
        self._sound = [each for each in story.evidence if fresh or each.seal == seal_of(each.text, [each.id])]
        self._texts = {each.id: each.text for each in self._sound}
        self._printed = {statement.text for statement in story.statements}
        self._source: Source | None = None

    def read(self) -> Story:
        """Return the story as it may be printed."""
        story = self.story
        headline = self._settled("headline", story.headline, instead=self._instead_of_headline)
        blocks = [self._block(number, block) for number, block in enumerate(story.blocks, 1)]
        facts = [self._fact(number, fact) for number, fact in enumerate(story.facts, 1)]
        tables = [self._table(number, table) for number, table in enumerate(story.tables, 1)]
        return replace(
            story,
            headline=headline or story.headline,
            remember=self._settled("remember", story.remember) if story.remember else None,
            blocks=tuple(block for block in blocks if block is not None),
            facts=tuple(fact for fact in facts if fact is not None),
            timeline=tuple(self._timeline()),
            tables=tuple(table for table in tables if table is not None),
            terms=tuple(self._terms()),
            evidence=tuple(self._sealed_evidence()),
        )

    def _sealed_evidence(self) -> Iterator[Evidence]:
        for each in self.story.evidence:
            yield replace(each, seal=seal_of(each.text, [each.id])) if self._fresh else each

    def _block(self, number: int, block: Block) -> Block | None:
        place = f"block {number}"
        lines = [self._settled(f"{place} line {line}", one) for line, one in enumerate(block.statements, 1)]
        kept = tuple(line for line in lines if line is not None)
        heading = self._settled(f"{place} heading", block.heading) if block.heading else None
        return replace(block, statements=kept, heading=heading) if kept else None

    def _fact(self, number: int, fact: Fact) -> Fact | None:
        statement = self._settled(f"fact {number}", fact.statement)
        if statement is None:
            return None
        # A label may say only what its own statement says.
        finding = check(fact.label, Source.of([statement.text]))
        settled = self._labelled(f"fact {number} label", fact.label, statement, finding)
        return replace(fact, statement=settled) if settled else None

    def _labelled(self, place: str, label: str, statement: Statement, finding: Finding) -> Statement | None:
        """Return the statement of a row with a label: marked where a person's label is refused, or None."""
        if finding.supported:
            return statement
        verdict = Verdict.DROPPED if self._fresh else Verdict.EDITED_UNSUPPORTED
        self._remark(place, label, verdict, "" if self._fresh else label, finding.problems)
        # The mark stands on the row: a label has no room for one of its own.
        return None if self._fresh else replace(statement, verdict=verdict)

    def _timeline(self) -> Iterator[Moment]:
        days = {day.isoformat() for day in days_of(self.story.sources) if day}
        for number, moment in enumerate(self.story.timeline, 1):
            statement = self._settled(f"timeline {number}", moment.statement)
            if statement and moment.day not in days:
                finding = self._dated(moment.day, statement)
                statement = self._labelled(f"timeline {number} day", moment.day, statement, finding)
            if statement:
                yield replace(moment, statement=statement)

    def _dated(self, day: str, statement: Statement) -> Finding:
        """Return what is wrong with a day that is none of the articles' own."""
        if facts_of(day).dates:
            return check(day, self._whole(), statement.cites)
        return Finding(problems=(Problem(kind=ProblemKind.DATE, value=day, text="It is no day."),))

    def _terms(self) -> Iterator[Term]:
        """Yield the terms that the sources know and explain, and a person's."""
        for number, term in enumerate(self.story.terms, 1):
            meaning = self._settled(f"term {number}", term.meaning)
            if meaning and not self._stands_in(term.term, meaning.cites):
                finding = check(term.term, self._whole(), meaning.cites)
                meaning = self._labelled(f"term {number} name", term.term, meaning, finding)
            if meaning:
                yield replace(term, meaning=meaning)

    def _stands_in(self, words: str, cites: Iterable[str]) -> bool:
        cited = (self._texts.get(cite, "") for cite in cites)
        return any(words.casefold() in text.casefold() for text in cited)

    def _table(self, number: int, table: Table) -> Table | None:
        """Return a table if it is still the source's, or a person's: then its caption says so."""
        rows = [row_text(cells) for cells in (table.header, *table.rows)]
        if rows != [self._texts.get(cite) for cite in table.cites]:
            verdict = Verdict.DROPPED if self._fresh else Verdict.EDITED_UNSUPPORTED
            self._remark(f"table {number}", rows[0], verdict, "" if self._fresh else rows[0], ())
            if self._fresh:
                return None
            marked = table.caption or Statement(text=next(iter(table.header), ""), cites=table.cites[:1])
            return replace(table, caption=replace(marked, verdict=verdict))
        caption = self._settled(f"table {number} caption", table.caption) if table.caption else None
        return replace(table, caption=caption)

    def _settled(
        self, place: str, statement: Statement, instead: Callable[[], Statement | None] | None = None
    ) -> Statement | None:
        """Return what is printed in a statement's place; None when nothing is."""
        if self._is_verbatim(statement):
            return sealed(statement, Verdict.VERBATIM)
        finding = check(statement.text, self._whole(), statement.cites)
        if self._is_edited(statement):
            verdict = Verdict.EDITED_CHECKED if finding.supported else Verdict.EDITED_UNSUPPORTED
            self._remark(place, statement.text, verdict, statement.text, finding.problems)
            # The seal stays as it is: whoever reads it next must still see a person's hand.
            return replace(statement, verdict=verdict)
        if finding.supported:
            verdict = statement.verdict if statement.verdict is Verdict.MENDED else Verdict.VERIFIED
            return sealed(statement, verdict)
        own = (instead or (lambda: self._own_sentence(statement)))()
        verdict = Verdict.REPLACED if own else Verdict.DROPPED
        self._remark(place, statement.text, verdict, own.text if own else "", finding.problems)
        return sealed(own, Verdict.REPLACED) if own else None

    def _is_verbatim(self, statement: Statement) -> bool:
        return [statement.text] == [self._texts.get(cite) for cite in statement.cites]

    def _is_edited(self, statement: Statement) -> bool:
        if self._fresh:
            return False
        # An editor's statement had its evidence: where that is gone, a person took or changed it.
        lost = any(cite not in self._texts for cite in statement.cites)
        return lost or statement.seal != seal_of(statement.text, statement.cites)

    def _own_sentence(self, statement: Statement) -> Statement | None:
        """Return the first cited sentence that the story does not print already."""
        for cite in statement.cites:
            text = self._texts.get(cite)
            if text and text not in self._printed and self._is_native(text):
                self._printed.add(text)
                return Statement(text=text, cites=(cite,))
        return None

    def _instead_of_headline(self) -> Statement | None:
        """Return the first title in the story's language, else the first line that the sources bear out."""
        titles = (name for name in self._texts if name.endswith(".t"))
        own = next((name for name in titles if self._is_native(self._texts[name])), None)
        if own is not None:
            return Statement(text=self._texts[own], cites=(own,))
        lines = (line for block in self.story.blocks for line in block.statements)
        return next((line for line in lines if check(line.text, self._whole(), line.cites).supported), None)

    def _is_native(self, text: str) -> bool:
        """Tell whether a sentence is in the story's language: a translated story prints no other."""
        language = self.story.language
        return language not in (Language.ENGLISH, Language.HINDI) or is_in(text, language)

    def _remark(
        self, place: str, text: str, verdict: Verdict, printed: str, problems: tuple[Problem, ...]
    ) -> None:
        self.remarks.append(
            Remark(
                story=self.story.id,
                place=place,
                verdict=verdict,
                text=text,
                printed=printed,
                problems=problems,
            )
        )

    def _whole(self) -> Source:
        # Made for the first statement that needs it: verbatim stories never do.
        if self._source is None:
            self._source = source_of(self._sound, self.story.sources)
        return self._source
