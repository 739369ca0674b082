"""The parts of one story, chosen from its sources' own sentences.

Why in news first, then the sentence to remember, points under the source's
headings, and facts from what is left. Every part is optional but the headline,
none takes a sentence that another has (but the glossary), and all stay within the story's words.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from magazine.core.fitness import points_back
from magazine.core.issue import BlockKind, Form
from magazine.core.manuscript import Heading, Manuscript
from magazine.edit.askable import Askable, askables
from magazine.edit.centrality import Line, Weighing, choose
from magazine.edit.definitions import defined
from magazine.edit.furniture import known_heading
from magazine.edit.measure import Measure

MOST_OF_SOURCE = 0.8
"""A story never has more words than this share of its sources'."""

_WHY_WORDS = 60
_REMEMBER_WORDS = 30
_LONGEST_REMEMBER = 36
"""A little over the measure is better than nothing to remember, and loses to what keeps it."""
_FACT_WORDS = 32
_MOST_HEADINGS = 5
_LEADS = 4
"""The why stands among so many first sentences."""
_FACTS_SHARE = 0.6
"""Of the words left, what facts may take: when each heading has a point, or at once in a short item."""
_LEAST_GAIN = 0.08
"""Under this a sentence adds nothing to those printed; a good one adds 0.2."""
_ASKED_TO_REMEMBER = 0.9
_ASKED_OF_FACT = 0.6
"""The least askability of a sentence: a counted thing makes a fact, and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A block before it is set: the lines of one heading, in the source's order."""

    kind: BlockKind
    heading: Heading | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anatomy:
    """What of its sources a story prints."""

    remember: Line | None = None
    parts: tuple[Part, ...] = ()
    facts: tuple[tuple[Askable, Line], ...] = ()
    terms: tuple[tuple[str, Line], ...] = ()
    """What the sources define, for the glossary; the only part that may repeat another."""


def dissect(manuscripts: Sequence[Manuscript], weighing: Weighing, measure: Measure) -> Anatomy:
    """Return the parts that the sources of a story support within its measure."""
    words = sum(manuscript.words for manuscript in manuscripts)
    budget = min(measure.words, int(MOST_OF_SOURCE * words))
    desk = _Desk(manuscripts=manuscripts, weighing=weighing, budget=budget)
    why = desk.take(_why(desk))
    parts = [Part(kind=BlockKind.WHY, heading=None, lines=tuple(why))] if why else []
    if measure.form is Form.LINE:
        return Anatomy(parts=tuple(parts))
    remember = desk.take(_remember(desk))
    if measure.form is Form.SHORT:
        facts, points = _facts(desk, measure.facts), _one_a_heading(desk)
    else:
        points, facts = _one_a_heading(desk), _facts(desk, measure.facts)
    parts += _parts(desk, [*points, *_more_points(desk, points)])
    return Anatomy(
        remember=next(iter(remember), None),
        parts=tuple(parts),
        facts=tuple(facts),
        terms=tuple(_terms(desk, measure.terms)),
    )


@dataclass(slots=True, kw_only=True)
class _Desk:
    """The lines not yet placed and the words not yet spent."""

    manuscripts: Sequence[Manuscript]
    weighing: Weighing
    budget: int
    taken: list[Line] = field(default_factory=list)

    def left(self) -> list[Line]:
        used = {line.sentence.id for line in self.taken}
        return [line for line in self.weighing.lines if line.sentence.id not in used]

    def take(self, lines: Iterable[Line]) -> list[Line]:
        lines = list(lines)
        self.taken.extend(lines)
        self.budget -= sum(line.sentence.words for line in lines)
        return lines

    def heading(self, line: Line) -> Heading | None:
        """The heading over a line, unless it says no more than that here is the news."""
        number, _, _ = line.sentence.id.partition(".")
        manuscript = next(each for each in self.manuscripts if each.title.id == f"{number}.t")
        if line.sentence.heading < 0:
            return None
        heading = manuscript.headings[line.sentence.heading]
        return None if known_heading(heading.text) is BlockKind.WHY else heading

    def heading_id(self, line: Line) -> str:
        heading = self.heading(line)
        return heading.id if heading else ""

    def spend_on(self, lines: Sequence[Line], words: int) -> list[Line]:
        """Take the best of some lines within a number of words, none that only pads."""
        return self.take(choose(self.weighing, lines, min(words, self.budget), self.taken, least=_LEAST_GAIN))


def _why(desk: _Desk) -> list[Line]:
    """One or two lead sentences: the first that stands alone, and the next when it still fits."""
    left = desk.left()
    news = [line for line in left if _is_news(desk, line)] or left
    leads = [line for line in news[:_LEADS] if line.sentence.words <= desk.budget]
    first = next((line for line in leads if not line.sentence.is_dependent), None)
    first = first or next(iter(leads), None)
    if first is None:
        return []
    room = min(_WHY_WORDS, desk.budget) - first.sentence.words
    later = [line for line in leads[leads.index(first) + 1 :] if line.sentence.words <= room]
    if not later or later[0].before != first.sentence.id:
        return [first]
    return [first, later[0]]


def _is_news(desk: _Desk, line: Line) -> bool:
    return line.sentence.id.startswith("a1.") and desk.heading(line) is None


def _remember(desk: _Desk) -> list[Line]:
    """The most askable sentence that stands alone, by what it carries of the story."""
    covered: frozenset[str] = frozenset()
    asked = [
        (line.asked + 2 * desk.weighing.gain(line, covered) - (line.sentence.words > _REMEMBER_WORDS), line)
        for line in _standing_alone(desk, _LONGEST_REMEMBER)
        if line.asked >= _ASKED_TO_REMEMBER
    ]
    # At equal worth the earlier sentence: max keeps the first.
    return [max(asked, key=lambda pair: pair[0])[1]] if asked else []


def _standing_alone(desk: _Desk, words: int) -> list[Line]:
    longest = min(words, desk.budget)
    return [
        line
        for line in desk.left()
        if line.sentence.words <= longest
        and not line.sentence.is_dependent
        and not points_back(line.sentence.text)
    ]


def _one_a_heading(desk: _Desk) -> list[Line]:
    """One sentence under each of the weightiest headings, none of which may eat up the others' words."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in desk.left():
        groups[desk.heading_id(line)].append(line)
    chosen: list[Line] = []
    kept = _weightiest(desk, groups)
    for done, name in enumerate(kept):
        share = desk.budget if done + 1 == len(kept) else desk.budget // 2
        best = _best_alone(desk, groups[name])
        heading = desk.heading(best)
        over = len(heading.text.split()) if heading else 0
        if desk.spend_on([best], share - over):
            chosen.append(best)
            desk.budget -= over
    return chosen


def _more_points(desk: _Desk, points: Sequence[Line]) -> list[Line]:
    """Whatever adds most under the headings that have a point, with the words that are left."""
    names = {desk.heading_id(line) for line in points}
    pool = [line for line in desk.left() if desk.heading_id(line) in names]
    return desk.spend_on(_bound(pool, points), desk.budget)


def _weightiest(desk: _Desk, groups: dict[str, list[Line]]) -> list[str]:
    """The headings to print, in the source's order: parts of the anatomy, then those that carry most."""
    covered = frozenset().union(*(line.terms for line in desk.taken))

    def weight(name: str) -> tuple[bool, float]:
        is_known = _kind(desk.heading(groups[name][0])) is not BlockKind.POINTS
        return is_known, max(desk.weighing.gain(line, covered) for line in groups[name])

    best = sorted(groups, key=weight, reverse=True)[:_MOST_HEADINGS]
    return [name for name in groups if name in best]


def _best_alone(desk: _Desk, lines: list[Line]) -> Line:
    """The one sentence of a heading that adds most and leans on nothing, when there is one."""
    covered = frozenset().union(*(line.terms for line in desk.taken))
    alone = [line for line in lines if not line.sentence.is_dependent] or lines
    return max(alone, key=lambda line: desk.weighing.gain(line, covered))


def _bound(pool: Sequence[Line], points: Sequence[Line]) -> list[Line]:
    """Leave out sentences that lean on one which is printed in another part, or not at all."""
    near = {line.sentence.id for line in (*pool, *points)}
    return [line for line in pool if not line.sentence.is_dependent or line.before in near]


def _parts(desk: _Desk, chosen: Iterable[Line]) -> list[Part]:
    """Group lines under their headings, headings and lines in the source's order."""
    ids = {line.sentence.id for line in chosen}
    groups: dict[str, list[Line]] = defaultdict(list)
    headings: dict[str, Heading | None] = {}
    for line in desk.weighing.lines:
        if line.sentence.id in ids:
            headings[desk.heading_id(line)] = desk.heading(line)
            groups[desk.heading_id(line)].append(line)
    return [
        Part(kind=_kind(headings[name]), heading=headings[name], lines=tuple(lines))
        for name, lines in groups.items()
    ]


def _kind(heading: Heading | None) -> BlockKind:
    return (known_heading(heading.text) if heading else None) or BlockKind.POINTS


def _facts(desk: _Desk, most: int) -> list[tuple[Askable, Line]]:
    """The most askable sentences left, each under a label of its own, in the source's order."""
    budget = int(_FACTS_SHARE * desk.budget)
    facts: dict[str, Askable] = {}
    for line in sorted(_standing_alone(desk, _FACT_WORDS), key=lambda line: line.asked, reverse=True):
        if len(facts) == most or line.asked < _ASKED_OF_FACT:
            break
        label = next((each for each in askables(line.sentence.text) if _is_new(each, facts.values())), None)
        if label is not None and line.sentence.words <= budget:
            facts[line.sentence.id] = label
            budget -= line.sentence.words
            desk.take([line])
    return [(facts[line.sentence.id], line) for line in desk.weighing.lines if line.sentence.id in facts]


def _terms(desk: _Desk, most: int) -> list[tuple[str, Line]]:
    """The first sentences that say what something is, each thing once, printed elsewhere or not."""
    terms: dict[str, tuple[str, Line]] = {}
    for line in desk.weighing.lines:
        term = defined(line.sentence.text)
        if term:
            terms.setdefault(term.casefold(), (term, line))
    return list(terms.values())[:most]


def _is_new(askable: Askable, others: Iterable[Askable]) -> bool:
    folded = askable.label.casefold()
    labels = [other.label.casefold() for other in others]
    return not any(folded in label or label in folded for label in labels)
