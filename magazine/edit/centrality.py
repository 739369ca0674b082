"""How much of a story's matter a sentence would add to those already chosen.

A set of sentences is worth the terms it covers, each once (budgeted coverage,
Lin & Bilmes 2011), so that redundancy costs nothing extra to hold off. A term
weighs by the sentences that hold it, those near the top of the article or of
their heading counting more, and doubly when the title holds it. On newspaper
articles at a lead's length this beat TF-IDF against the centroid with maximal
marginal relevance, which did not beat the lead.

Plain Python: an article has some thirty sentences.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from magazine.core.fitness import Fitness
from magazine.core.manuscript import Manuscript, Sentence
from magazine.edit.terms import overlap, terms

_MOST_ASKED = 3.0
_SAME = 0.8
"""Share of terms above which two sentences say the same."""
_FEWEST = 5
"""Terms under which that share means nothing."""
_MOST = 400
"""Sentences weighed of one article: likeness is told pair by pair, and no news is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What counts how much. Tuned on one half of a newspaper set, reported on the other."""

    decay: float = 1.5
    """How fast a place loses its nearness to the top, a sentence."""
    anywhere: float = 0.3
    """What a sentence far from the top gives its terms, the topmost giving 1 more."""
    commonness: float = 0.6
    """The power of those sums: under 1, a term's first sentences count most."""
    title: float = 1.0
    """What a term of the title weighs more."""
    place: float = 0.15
    """What standing at the top is worth of itself."""
    dependent: float = 0.7
    """What is left of a sentence that leans on one not chosen."""
    spare: float = 0.7
    """What is left of a sentence printed only for want of better."""
    asked: float = 0.25
    """What each point of askability adds to a sentence, up to three."""
    length: float = 0.7
    """The power of the words by which worth is divided: 1 would favour the shortest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence that may be chosen, with what is needed to weigh it."""

    sentence: Sentence
    terms: frozenset[str]
    nearness: float
    before: str
    """The id of the sentence before it; empty for an article's first."""
    asked: float = 0.0
    """How askable it is, when that was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The sentences of a story, weighed against each other."""

    lines: tuple[Line, ...]
    """Those fit to print, in reading order, a repeated one once."""
    worth: Mapping[str, float]
    """What each term weighs."""
    weights: Weights

    def gain(self, line: Line, covered: frozenset[str], chosen: Iterable[str] = ()) -> float:
        """Return what a line adds to the terms covered by the lines chosen (their ids)."""
        gain = sum(self.worth[term] for term in line.terms - covered) + self.weights.place * line.nearness
        gain *= 1 + self.weights.asked * min(line.asked, _MOST_ASKED)
        if line.sentence.fitness is Fitness.SPARE:
            gain *= self.weights.spare
        if line.sentence.is_dependent and line.before not in chosen:
            gain *= self.weights.dependent
        return gain


def weigh(
    manuscripts: Sequence[Manuscript],
    weights: Weights,
    *,
    spare: bool = False,
    asked: Callable[[str], float] | None = None,
) -> Weighing:
    """Return the sentences of a story's articles, weighed.

    Of sentences that say the same, in one article or in two, the first is kept.

    Args:
        manuscripts: The articles of the story, the leading one first.
        weights: What counts how much.
        spare: Whether to keep sentences that are printed only for want of better.
        asked: Tells how askable a sentence's text is; None: askability does not count.
    """
    lines = _lines(manuscripts, weights, Fitness.SPARE if spare else Fitness.PRINT, asked)
    title = {term for manuscript in manuscripts for term in terms(manuscript.title.text)}
    given: dict[str, float] = defaultdict(float)
    for line in lines:
        for term in line.terms:
            given[term] += weights.anywhere + line.nearness
    worth = {
        term: total**weights.commonness * (1 + weights.title * (term in title))
        for term, total in given.items()
    }
    # The score of a full sentence is about 1, whatever the length of the article.
    scale = sum(sorted(worth.values(), reverse=True)[:20]) or 1.0
    return Weighing(
        lines=tuple(lines), worth={term: each / scale for term, each in worth.items()}, weights=weights
    )


def choose(
    weighing: Weighing, lines: Sequence[Line], budget: int, chosen: Sequence[Line] = (), *, least: float = 0.0
) -> list[Line]:
    """Return the lines that add most to ``chosen`` within a number of words, in reading order.

    Greedy by worth for length; at equal worth the earlier line is taken. A line
    that adds less than ``least`` is padding and is left.
    """
    taken = list(chosen)
    left = list(lines)
    picked: set[str] = set()
    while True:
        covered = frozenset().union(*(line.terms for line in taken))
        ids = {line.sentence.id for line in taken}
        gains = [
            (weighing.gain(line, covered, ids) / line.sentence.words**weighing.weights.length, -place)
            for place, line in enumerate(left)
            if line.sentence.words <= budget and weighing.gain(line, covered, ids) >= least
        ]
        if not gains:
            return [line for line in lines if line.sentence.id in picked]
        best = left.pop(-max(gains)[1])
        taken.append(best)
        picked.add(best.sentence.id)
        budget -= best.sentence.words


def _lines(
    manuscripts: Sequence[Manuscript],
    weights: Weights,
    least: Fitness,
    asked: Callable[[str], float] | None,
) -> list[Line]:
    kept: list[Line] = []
    for manuscript in manuscripts:
        before = ""
        for sentence in manuscript.sentences[:_MOST]:
            previous, before = before, sentence.id
            if sentence.fitness < least:
                continue
            found = frozenset(terms(sentence.text))
            if not any(_says_the_same(found, line.terms) for line in kept):
                kept.append(
                    Line(
                        sentence=sentence,
                        terms=found,
                        nearness=math.exp(-weights.decay * sentence.place),
                        before=previous,
                        asked=asked(sentence.text) if asked else 0.0,
                    )
                )
    return kept


def _says_the_same(left: frozenset[str], right: frozenset[str]) -> bool:
    if left == right:
        return True
    return min(len(left), len(right)) >= _FEWEST and overlap(left, right) >= _SAME
