"""A model's statements held against the sentences they cite, before anything is printed."""

from collections.abc import Sequence
from datetime import date

from magazine.core.dates import calendar_day
from magazine.core.finding import Problem, ProblemKind
from magazine.core.fitness import Fitness
from magazine.core.guard import Line, Source, check
from magazine.core.issue import Statement, Verdict
from magazine.core.script import is_in
from magazine.edit.assignment import Assignment
from magazine.edit.model.matter import language_of
from magazine.edit.model.wording import faults, overlap, too_far

_NEAREST = 2
"""Sentences shown for a statement that cites none."""


class Verifier:
    """Reads a story's sentences once, and judges each statement by them.

    A model may cite only what it can have read: sentences that were not sent, or that
    speak to machines, are no evidence. Nor is a title whose figure a later report replaced.
    """

    def __init__(self, assignment: Assignment, sent: frozenset[str]) -> None:
        self.language = language_of(assignment)
        self._is_foreign = assignment.is_foreign
        known = sent - assignment.course.outdated
        self._texts = {name: text for name, text in assignment.texts.items() if name in known}
        self._headline = assignment.course.headline.id
        self.signs = tuple(self._texts.values())
        """The texts that a statement may take its signs from."""
        days = [_day(reference.published) for reference in assignment.selected.articles]
        self._source = Source.of(
            [
                Line(id=name, text=text, title=name.endswith(".t"), published=days[_article(name)])
                for name, text in self._texts.items()
            ],
            days[0],
        )
        self._printable = {
            sentence.id
            for manuscript in assignment.manuscripts
            for sentence in manuscript.sentences
            if sentence.fitness >= Fitness.SPARE and is_in(sentence.text, self.language)
        }

    def problems(self, text: str, cites: Sequence[str]) -> tuple[Problem, ...]:
        """Return what keeps a statement out of print; none: it may be printed.

        Stricter than the last reader: a model's words are refused for two doubts as well, for a
        negation or direction that the nearest sentence contradicts, and for what it has counted.
        """
        found = faults(text, self.language, self.signs)
        if found:
            return tuple(found)
        finding = check(text, self._source, cites)
        counted = any(problem.kind is ProblemKind.COUNT for problem in finding.problems)
        if counted or not finding.holds(strict=True):
            return finding.problems
        return () if self._is_foreign else tuple(too_far(text, self._cited(cites)))

    def heading(self, text: str) -> str:
        """Return the id of the source's heading of those words; empty when it has none."""
        return next((name for name, each in self._texts.items() if ".h" in name and each == text), "")

    def problems_of_heading(self, text: str, cites: Sequence[str]) -> tuple[Problem, ...]:
        """Return what keeps a heading out of print: words that are not the story's, a new fact."""
        found = [*faults(text, self.language, self.signs), *check(text, self._source, cites).problems]
        return tuple(found) or (() if self._is_foreign else tuple(too_far(text, self._texts.values())))

    def bears_out_label(self, label: str, text: str) -> bool:
        """Tell whether a fact's label says only what its statement says."""
        return bool(label) and check(label, Source.of([text])).supported

    def knows_term(self, term: str, cites: Sequence[str]) -> bool:
        """Tell whether a term is the source's own, in its cited sentences."""
        if faults(term, self.language, self.signs) or not check(term, self._source, cites).supported:
            return False
        return self._is_foreign or term.casefold() in " ".join(self._cited(cites)).casefold()

    def doubts_question(self, text: str) -> bool:
        """Tell whether a question names or counts what its story does not have, or is not about it."""
        if faults(text, self.language, self.signs) or not check(text, self._source).supported:
            return True
        return not self._is_foreign and bool(too_far(text, self._texts.values()))

    def sentences(self, text: str, cites: Sequence[str]) -> dict[str, str]:
        """Return what a statement may rest on: the sentences it cites, else the nearest ones."""
        known = {name: self._texts[name] for name in cites if name in self._texts}
        if known:
            return known
        nearest = sorted(self._texts, key=lambda name: overlap(text, [self._texts[name]]), reverse=True)
        return {name: self._texts[name] for name in nearest[:_NEAREST]}

    def own_sentence(self, cites: Sequence[str], printed: set[str]) -> Statement | None:
        """Return the first cited sentence that can be printed and is not yet, as it stands."""
        for name in cites:
            if name in self._printable and name in self._texts and self._texts[name] not in printed:
                return Statement(text=self._texts[name], cites=(name,), verdict=Verdict.REPLACED)
        return None

    def title(self) -> Statement | None:
        """Return the sources' own headline, the newest report's before one that it outdates.

        None: none is in the story's language.
        """
        for name in dict.fromkeys((self._headline, *self._texts)):
            text = self._texts.get(name, "")
            if name.endswith(".t") and text and is_in(text, self.language):
                return Statement(text=text, cites=(name,), verdict=Verdict.REPLACED)
        return None

    def _cited(self, cites: Sequence[str]) -> list[str]:
        return [self._texts[name] for name in cites if name in self._texts]


def _day(published: str) -> date | None:
    try:
        return calendar_day(published)
    except ValueError:
        return None


def _article(name: str) -> int:
    return int(name.partition(".")[0].removeprefix("a")) - 1
