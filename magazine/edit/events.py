"""A story told by several reports: its timeline, its updated figures, what came before it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from magazine.core.facts import facts_of
from magazine.core.fitness import Fitness
from magazine.core.issue import Moment, SourceLine, Statement, Verdict
from magazine.core.manuscript import Heading, Manuscript, Sentence
from magazine.core.selection import SelectedStory
from magazine.core.updates import Reported, Update, updates

_TWO_DAYS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The course of an event: the reports by their days, and the figures that later ones replaced."""

    manuscripts: tuple[Manuscript, ...]
    """As they were read."""
    days: tuple[str, ...]
    """The day of each, as YYYY-MM-DD."""
    updates: tuple[Update, ...]

    @property
    def replaced(self) -> frozenset[str]:
        """The ids of the sentences whose figure a later report replaced."""
        return frozenset(figure.sentence for update in self.updates for figure in update.before)

    @property
    def outdated(self) -> frozenset[str]:
        """The ids of what no longer holds: replaced sentences, and the titles that give their figures."""
        titles = {one.number: one.title for one in self.manuscripts}
        stale = {
            titles[_report(figure)].id
            for update in self.updates
            for figure in update.before
            if figure.key in _figures(titles[_report(figure)])
        }
        return self.replaced | stale

    @property
    def printable(self) -> tuple[Manuscript, ...]:
        """The reports with the replaced sentences out of print; all can still be cited."""
        gone = self.replaced
        return tuple(_without(manuscript, gone) for manuscript in self.manuscripts)

    @property
    def notes(self) -> tuple[str, ...]:
        """A note on each update: ``updated: 15 (8 March), earlier 12 (7 March)``."""
        return tuple(_note(update) for update in self.updates)

    @property
    def headline(self) -> Heading:
        """The leading report's title, or that of the report whose figure replaced the title's."""
        lead = self.manuscripts[0]
        stated = _figures(lead.title)
        for update in self.updates:
            if any(_report(figure) == lead.number and figure.key in stated for figure in update.before):
                return next(one.title for one in self.manuscripts if one.number == _report(update.now))
        return lead.title

    def timeline(self, printed: Collection[str] = ()) -> tuple[Moment, ...]:
        """Return a line a day, by day, in the sources' words; none for an event of one day.

        A day's line is the sentence whose figure was replaced later, else the first that
        can stand alone in that day's fullest report, else a title.

        Args:
            printed: Texts that the story prints already: no moment repeats them.
        """
        said = set(printed)
        moments: list[Moment] = []
        for day in sorted(set(self.days)):
            reports = [one for one, each in zip(self.manuscripts, self.days, strict=True) if each == day]
            line = _line_of(sorted(reports, key=lambda one: (-one.words, one.number)), self.replaced, said)
            if line:
                said.add(line.text)
                statement = Statement(text=line.text, cites=(line.id,), verdict=Verdict.VERBATIM)
                moments.append(Moment(day=day, statement=statement))
        return tuple(moments) if len(moments) >= _TWO_DAYS else ()


def course_of(manuscripts: Sequence[Manuscript], days: Sequence[str]) -> Course:
    """Return the course of an event.

    Args:
        manuscripts: Its reports, the leading one first.
        days: The day of each, as YYYY-MM-DD.
    """
    return Course(manuscripts=tuple(manuscripts), days=tuple(days), updates=updates(manuscripts, days))


def related_lines(selected: SelectedStory) -> tuple[SourceLine, ...]:
    """Return the earlier articles on a story's matter as the page lists them."""
    return tuple(
        SourceLine(
            article=reference.id,
            publisher=reference.source,
            title=reference.title,
            published=reference.published,
            url=reference.url,
        )
        for reference in selected.related
    )


def _line_of(
    reports: Sequence[Manuscript], replaced: frozenset[str], said: Collection[str]
) -> Sentence | Heading | None:
    fit = [
        sentence
        for report in reports
        for sentence in report.sentences
        if sentence.is_quotable and sentence.text not in said
    ]
    older = next((sentence for sentence in fit if sentence.id in replaced), None)
    alone = next((sentence for sentence in fit if not sentence.is_dependent), None)
    title = next((report.title for report in reports if report.title.text not in said), None)
    return older or alone or title


def _without(manuscript: Manuscript, gone: frozenset[str]) -> Manuscript:
    return replace(
        manuscript,
        sentences=tuple(
            replace(sentence, fitness=Fitness.NEVER) if sentence.id in gone else sentence
            for sentence in manuscript.sentences
        ),
    )


def _note(update: Update) -> str:
    earlier = ", ".join(dict.fromkeys(f"{figure.text} ({_day(figure.day)})" for figure in update.before))
    return f"updated: {update.now.text} ({_day(update.now.day)}), earlier {earlier}"


def _figures(title: Heading) -> frozenset[str]:
    """Return the figures of a title in their normal form."""
    return frozenset(quantity.key for quantity in facts_of(title.text).numbers)


def _report(figure: Reported) -> int:
    """Return the number of a figure's report: the 2 of ``a2.s7``."""
    return int(figure.sentence.partition(".")[0].removeprefix("a"))


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B}"
