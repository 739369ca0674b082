"""A person's edit of a question: its words, never its key. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from magazine.core.places import Place, Role
from magazine.core.question import Item, MainsQuestion, Question
from magazine.core.sheet import Line, added, by_mark, changed, fault
from magazine.core.statement import Statement


def reworded_question(
    question: Question, places: Sequence[Place], opener: Line, lines: Sequence[Line]
) -> Question:
    """Return a question of the test as a person left it.

    Raises:
        UsageError: Something of it is gone but explanations, or something was added.
    """
    found = {line.mark: line for line in lines}
    if "" in found:
        raise fault(found[""], "was added to a question", "Add questions to issue.json.")
    for place in places:
        if place.role not in (Role.QUESTION, Role.EXPLANATION) and place.mark not in found:
            hint = "Put it back, or delete the whole question."
            raise fault(opener, "opens a question of which a line is gone", hint)
    explanation = by_mark(places, Role.EXPLANATION, question.explanation)
    ask = next((found[place.mark].text for place in places if place.role is Role.ASK), question.ask)
    return replace(
        question,
        lead=opener.text,
        premises=_items(question.premises, Role.PREMISE, places, found),
        items=_items(question.items, Role.ITEM, places, found),
        ask=ask,
        options=tuple(found[place.mark].text for place in places if place.role is Role.OPTION),
        explanation=_statements(explanation, lines),
    )


def reworded_mains(
    question: MainsQuestion, places: Sequence[Place], opener: Line, lines: Sequence[Line]
) -> MainsQuestion:
    """Return a question for the written papers as a person left it; its frame may grow and shrink."""
    frame = by_mark(places, Role.FRAME, question.frame)
    return replace(question, text=opener.text or question.text, frame=_statements(frame, lines))


def _statements(known: dict[str, Statement], lines: Sequence[Line]) -> tuple[Statement, ...]:
    kept: list[Statement] = []
    for line in lines:
        if not line.mark:
            kept += [added(line.text)] if line.text else []
        elif line.mark in known and (line.text or not known[line.mark].text):
            kept.append(changed(known[line.mark], line.text))
    return tuple(kept)


def _items(
    items: Sequence[Item], role: Role, places: Sequence[Place], found: dict[str, Line]
) -> tuple[Item, ...]:
    return tuple(
        replace(item, cells=_cells(item, found[mark])) for mark, item in by_mark(places, role, items).items()
    )


def _cells(item: Item, line: Line) -> tuple[str, ...]:
    (cells,) = line.rows
    if len(cells) != len(item.cells):
        raise fault(line, f"should have {len(item.cells)} cells", "Part them by | and write \\| for a bar.")
    return cells
