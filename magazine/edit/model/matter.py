"""What a model is told about: a story's sentences, numbered, as JSON.

Never more than there is room for, and cut by whole sentences: the weightiest are kept,
in the source's order, and how many were not sent is known.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from magazine.core.article import Language
from magazine.core.manuscript import Manuscript
from magazine.edit.askable import askability
from magazine.edit.assignment import Assignment
from magazine.edit.centrality import Line, Weighing, Weights, weigh
from magazine.edit.model.tokens import estimate_tokens

NAMES = {Language.ENGLISH: "English", Language.HINDI: "Hindi"}
"""Languages as a model is asked for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """The user's message about a story."""

    text: str
    last_id: str
    """The id of the last sentence in it."""
    sent: frozenset[str]
    """The ids of what is in it."""
    unsent: int
    """Sentences for which there was no room."""


def language_of(assignment: Assignment) -> Language:
    """Return the language in which a model tells a story: a mixed one is told in English."""
    return Language.HINDI if assignment.language is Language.HINDI else Language.ENGLISH


def matter_of(assignment: Assignment, room: int) -> Matter | None:
    """Return a story's message within a number of tokens; None when no sentence finds room.

    A sentence whose figure a later report replaced is not sent: it stands in the timeline.
    """
    gone = assignment.course.replaced
    everything = {
        name: text for each in assignment.manuscripts for name, text in _in_order(each) if name not in gone
    }
    whole = _message(assignment, frozenset(everything))
    if estimate_tokens(whole) <= room:
        kept, text = frozenset(everything), whole
    else:
        frame = _message(assignment, frozenset())
        kept = _weightiest(assignment, everything, room - estimate_tokens(frame))
        text = _message(assignment, kept)
    last = [name for name in everything if name in kept]
    if not any(_is_sentence(name) for name in last):
        return None
    return Matter(
        text=text,
        last_id=last[-1],
        sent=kept,
        unsent=sum(_is_sentence(name) for name in everything if name not in kept),
    )


def _message(assignment: Assignment, kept: frozenset[str]) -> str:
    return to_json(
        {
            "language": NAMES[language_of(assignment)],
            "form": assignment.measure.form.value,
            "words": assignment.measure.words,
            "facts": assignment.measure.facts,
            "terms": assignment.measure.terms,
            "articles": [
                {
                    "title": manuscript.title.text,
                    "publisher": reference.source,
                    "date": reference.published[:10],
                    "sentences": [
                        {"id": name, "t": text} for name, text in _in_order(manuscript) if name in kept
                    ],
                }
                for manuscript, reference in zip(
                    assignment.manuscripts, assignment.selected.articles, strict=True
                )
            ],
        }
    )


def to_json(value: object) -> str:
    """Return a value as a model gets it: JSON, so that no text can leave its quotes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _in_order(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """Yield ids and texts in reading order, each heading over its sentences, tables last."""
    yield manuscript.title.id, manuscript.title.text
    for index in range(-1, len(manuscript.headings)):
        if index >= 0:
            yield manuscript.headings[index].id, manuscript.headings[index].text
        for sentence in manuscript.sentences:
            if sentence.heading == index:
                yield sentence.id, sentence.text
    for table in manuscript.tables:
        yield from table.cited().items()


def _weightiest(assignment: Assignment, everything: dict[str, str], room: int) -> frozenset[str]:
    """Return the ids of the sentences worth most for their length, with their titles and headings."""
    weighing = weigh(assignment.manuscripts, Weights(), spare=True, asked=askability)
    headings = {each.title.id.partition(".")[0]: each.headings for each in assignment.manuscripts}
    kept: set[str] = set()
    for line in sorted(weighing.lines, key=lambda line: _worth(weighing, line), reverse=True):
        article = line.sentence.id.partition(".")[0]
        wanted = {f"{article}.t", line.sentence.id}
        if line.sentence.heading >= 0:
            wanted.add(headings[article][line.sentence.heading].id)
        cost = sum(estimate_tokens(to_json({"id": name, "t": everything[name]})) for name in wanted - kept)
        if cost <= room:
            kept |= wanted
            room -= cost
    return frozenset(kept)


def _worth(weighing: Weighing, line: Line) -> tuple[bool, float]:
    """The lead comes first, whatever it weighs: it says what the rest is about."""
    gain = weighing.gain(line, frozenset(), {line.before})
    return line.sentence.id == "a1.s1", gain / line.sentence.words**weighing.weights.length


def _is_sentence(name: str) -> bool:
    return ".s" in name or ".r" in name
