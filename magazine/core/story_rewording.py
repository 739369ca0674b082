"""A person's edit of one story. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from magazine.core.issue import Block, Fact, Moment, Story, Table, Term
from magazine.core.places import Place, Role, Rows
from magazine.core.sheet import Line, added, by_mark, changed, fault
from magazine.core.statement import Statement


def reworded_story(story: Story, places: Sequence[Place], opener: Line, lines: Sequence[Line]) -> Story:
    """Return a story as a person left it.

    Args:
        story: As it was.
        places: Its own, in order.
        opener: Its headline.
        lines: What follows, each of one of the places or new.

    Raises:
        UsageError: The lines make no story.
    """
    if not opener.text and story.headline.text:
        raise fault(opener, "is a headline without words", "To take a story out, delete all of its lines.")
    return _Desk(story, places, lines).story(opener)


class _Desk:
    def __init__(self, story: Story, places: Sequence[Place], lines: Sequence[Line]) -> None:
        self._story, self._places = story, places
        roles = {place.mark: place.role for place in places}
        self._lines = [(roles.get(line.mark, Role.LINE), line) for line in lines]

    def story(self, opener: Line) -> Story:
        story = self._story
        remember = next(self._of(Role.REMEMBER), None)
        return replace(
            story,
            headline=changed(story.headline, opener.text),
            remember=self._settled(story.remember, remember),
            blocks=tuple(self._blocks()),
            facts=tuple(self._facts()),
            timeline=tuple(self._timeline()),
            tables=tuple(self._tables()),
            terms=tuple(self._terms()),
        )

    def _of(self, role: Role) -> Iterator[Line]:
        return (line for each, line in self._lines if each is role)

    @staticmethod
    def _settled(statement: Statement | None, line: Line | None) -> Statement | None:
        if statement is None or line is None or (not line.text and statement.text):
            return None
        return changed(statement, line.text)

    def _blocks(self) -> Iterator[Block]:
        """Yield the blocks that have lines, and those that had none before."""
        blocks = by_mark(self._places, Role.BLOCK, self._story.blocks)
        said = [each for block in self._story.blocks for each in block.statements]
        statements = by_mark(self._places, Role.LINE, said)
        found: list[tuple[Block, Line, list[Statement]]] = []
        for role, line in self._lines:
            if role is Role.BLOCK:
                found.append((blocks[line.mark], line, []))
            elif role is Role.LINE:
                if not found:
                    raise fault(line, "stands under no label", "Put it under one, such as “Key points”.")
                kept = self._line(line, statements)
                found[-1][2].extend([kept] if kept else [])
        for block, line, own in found:
            if own or not block.statements:
                yield replace(block, heading=_heading(block, line.text), statements=tuple(own))

    def _line(self, line: Line, statements: dict[str, Statement]) -> Statement | None:
        if not line.mark:
            return added(line.text, self._story.evidence) if line.text else None
        return self._settled(statements[line.mark], line)

    def _facts(self) -> Iterator[Fact]:
        facts = by_mark(self._places, Role.FACT, self._story.facts)
        for line in self._of(Role.FACT):
            fact = facts[line.mark]
            if statement := self._settled(fact.statement, line):
                yield replace(fact, label=line.label, statement=statement)

    def _timeline(self) -> Iterator[Moment]:
        moments = by_mark(self._places, Role.MOMENT, self._story.timeline)
        for line in self._of(Role.MOMENT):
            moment = moments[line.mark]
            if line.label != moment.day:
                _refuse_no_day(line)
            if statement := self._settled(moment.statement, line):
                yield replace(moment, day=line.label, statement=statement)

    def _terms(self) -> Iterator[Term]:
        terms = by_mark(self._places, Role.TERM, self._story.terms)
        for line in self._of(Role.TERM):
            term = terms[line.mark]
            if statement := self._settled(term.meaning, line):
                yield replace(term, term=line.label or term.term, meaning=statement)

    def _tables(self) -> Iterator[Table]:
        tables = by_mark(self._places, Role.TABLE, self._story.tables)
        for line in (line for line in self._of(Role.TABLE) if line.rows):
            yield _table(tables[line.mark], line)


def _heading(block: Block, text: str) -> Statement | None:
    if block.heading:
        return changed(block.heading, text) if text or not block.heading.text else None
    return added(text) if text else None


def _refuse_no_day(line: Line) -> None:
    try:
        date.fromisoformat(line.label)
    except ValueError as error:
        raise fault(line, "names no day", "Write the day as 2026-03-09.") from error


def _table(table: Table, line: Line) -> Table:
    caption = table.caption
    if caption:
        caption = changed(caption, line.text) if line.text or not caption.text else None
    elif line.text:
        caption = added(line.text)
    kept = _kept(table, line)
    return replace(table, header=line.rows[0], rows=line.rows[1:], cites=kept, caption=caption)


def _kept(table: Table, line: Line) -> tuple[str, ...]:
    """Return the citations of the rows that are left."""
    before: Rows = (table.header, *table.rows)
    if len(line.rows) == len(before):
        return table.cites
    rest = iter(zip(before, table.cites, strict=False))
    kept = tuple(next((cite for cells, cite in rest if cells == row), "") for row in line.rows)
    if not all(kept) or kept[0] != table.cites[0]:
        raise fault(
            line,
            "opens a table whose rows were added to, or changed and deleted at once",
            "Change cells or delete whole rows; add none.",
        )
    return kept
