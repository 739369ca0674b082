"""The examiner: the test and the written questions of an issue, from what its sources settle."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from magazine.core.issue import Issue, Priority, Story
from magazine.core.question import MainsQuestion, PastQuestion, Question, QuestionKind
from magazine.core.questions.dossier import Dossier
from magazine.core.questions.keys import Dice, KeyLetters
from magazine.core.questions.mains import accepted_mains, framed_mains
from magazine.core.questions.proposals import AnyProposal, MainsProposal
from magazine.core.questions.setting import Setting
from magazine.core.questions.style import Preset
from magazine.edit.desk import Desk
from magazine.edit.pool import Pool

_VERSION = 1
"""Raised when the same issue would be examined otherwise."""
DEFAULT_COUNT = 25
MOST_MAINS = 6
_URGENT = (Priority.MUST_READ, Priority.USEFUL, Priority.SKIM)
_RARE_FIRST = (
    QuestionKind.ROWS,
    QuestionKind.THREE_STATEMENTS,
    QuestionKind.TWO_STATEMENTS,
    QuestionKind.SEQUENCE,
    QuestionKind.MATCH_LIST,
    QuestionKind.PAIRS,
    QuestionKind.INFERENCE,
    QuestionKind.HOW_MANY,
    QuestionKind.DIRECT,
    QuestionKind.WHICH_CORRECT,
)
"""Kinds for which there is little material choose before those that any story can bear."""
_FIGURES_ONLY = frozenset([QuestionKind.INFERENCE])
"""Kinds that are about amounts by their nature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """An issue with its questions, and what the report should say of them."""

    issue: Issue
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Examiner:
    """Sets the questions of an issue: the same issue, the same test.

    Every item is held against its story's evidence before it is printed; a story has
    at most two questions, must-reads come first.
    """

    preset: Preset
    count: int = DEFAULT_COUNT
    """Questions of the test at most."""
    past: tuple[PastQuestion, ...] = ()
    """A user's collection, of which those on the issue's topics are printed."""

    @property
    def signature(self) -> str:
        """Names the examiner and its settings: equal signature, equal test."""
        settings = hashlib.sha256(repr((self.preset, self.past)).encode()).hexdigest()[:12]
        return f"examiner {_VERSION} {self.preset.id} {self.count} {settings}"

    def set(self, issue: Issue, proposals: Sequence[AnyProposal] = ()) -> Issue:
        """Return the issue with its questions."""
        return self.examine(issue, proposals).issue

    def examine(self, issue: Issue, proposals: Sequence[AnyProposal] = ()) -> Examined:
        """Return the issue with its questions, and the notes of the report.

        Args:
            issue: As edited; its questions, if it has any, are replaced.
            proposals: A model's, of any of its stories.
        """
        test = _Test(self.preset, self.count, issue, proposals)
        questions = test.questions()
        return Examined(
            issue=replace(
                issue,
                questions=questions,
                mains=tuple(test.mains()),
                past=tuple(matched(self.past, issue)),
                preset=self.preset.id,
            ),
            notes=tuple(test.notes),
        )


def matched(past: Iterable[PastQuestion], issue: Issue) -> Iterator[PastQuestion]:
    """Yield the past questions on the topics of an issue, each with the first story of its topic."""
    stories: dict[str, str] = {}
    for story in _by_urgency(issue):
        for topic in (story.topic, *story.tags):
            stories.setdefault(topic, story.id)
    for question in past:
        found = next((stories[topic] for topic in question.topics if topic in stories), None)
        if found is not None:
            yield replace(question, story=found)


class _Test:
    """A test in the making."""

    def __init__(self, preset: Preset, count: int, issue: Issue, proposals: Iterable[AnyProposal]) -> None:
        self.notes: list[str] = []
        self._preset = preset
        self._count = count
        self._dice = Dice(f"{issue.id} {preset.id}")
        letters, pool = KeyLetters(self._dice), Pool(issue)
        given: dict[str, list[AnyProposal]] = defaultdict(list)
        for proposal in proposals:
            given[proposal.story].append(proposal)
        self._proposals = given
        self._desks = [
            Desk(
                Setting(dossier=Dossier(story), preset=preset, letters=letters, dice=self._dice),
                pool,
                given[story.id],
            )
            for story in _by_urgency(issue)
        ]
        self._questions: list[Question] = []
        self._numeric = 0
        self._negative = 0

    def questions(self) -> tuple[Question, ...]:
        """Return the test in printing order."""
        wanted = quotas(self._preset.mix, self._count)
        for kind in _RARE_FIRST:
            missing = self._fill(kind, wanted[kind])
            if missing:
                self.notes.append(
                    f"{missing} fewer questions of the kind {kind}: the news has no more for it"
                )
        # What a rare kind leaves over goes to the common ones, in turn.
        for kind in (QuestionKind.WHICH_CORRECT, QuestionKind.DIRECT, QuestionKind.HOW_MANY):
            if wanted[kind]:
                self._fill(kind, self._count - len(self._questions))
        if len(self._questions) < self._count:
            self.notes.append(
                f"{len(self._questions)} of {self._count} questions: the news has no more for them"
            )
        return tuple(self._dice.shuffled(self._questions, "printing"))

    def mains(self) -> Iterator[MainsQuestion]:
        """Yield the written questions: a model's, else those that a must-read story can frame."""
        found = 0
        for desk in self._desks:
            if found < MOST_MAINS and (question := self._written(desk)) is not None:
                found += 1
                yield question

    def _written(self, desk: Desk) -> MainsQuestion | None:
        dossier = desk.setting.dossier
        for proposal in self._proposals[dossier.story.id]:
            if isinstance(proposal, MainsProposal) and (question := accepted_mains(proposal, dossier)):
                return question
        is_urgent = dossier.story.priority is Priority.MUST_READ
        return framed_mains(dossier.story, desk.setting.wording) if is_urgent else None

    def _fill(self, kind: QuestionKind, wanted: int) -> int:
        """Set so many questions of a kind; return how many could not be set."""
        left = wanted
        for numeric in (False, True):
            for _ in range(2):  # each story once, before any has its second
                for desk in self._desks:
                    if left and self._ask(desk, kind, numeric=numeric):
                        left -= 1
        return left

    def _ask(self, desk: Desk, kind: QuestionKind, *, numeric: bool) -> bool:
        if numeric and self._numeric >= self._preset.numeric_share * self._count:
            return False
        question = desk.ask(kind, is_negative=self._is_negative_next(kind), numeric=numeric)
        if question is None:
            return False
        self._numeric += numeric or kind in _FIGURES_ONLY
        self._negative += question.is_negative
        self._questions.append(question)
        return True

    def _is_negative_next(self, kind: QuestionKind) -> bool:
        asked = Counter(question.kind for question in self._questions)[QuestionKind.WHICH_CORRECT]
        is_due = self._negative < int(self._preset.negative_share * self._count) and asked % 4 == 1
        return kind is QuestionKind.WHICH_CORRECT and is_due


def quotas(mix: Sequence[tuple[QuestionKind, int]], count: int) -> Counter[QuestionKind]:
    """Return how many of each kind a test of so many questions has: largest remainders first."""
    whole = sum(number for _, number in mix)
    found = Counter({kind: number * count // whole for kind, number in mix})
    rest = sorted(mix, key=lambda each: (-(each[1] * count % whole), -each[1], each[0]))
    for kind, _ in rest[: count - found.total()]:
        found[kind] += 1
    return found


def _by_urgency(issue: Issue) -> list[Story]:
    return sorted(issue.stories, key=lambda story: _URGENT.index(story.priority))
