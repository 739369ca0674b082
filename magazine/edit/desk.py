"""One story on the examiner's desk: its material by kind, and what of it is used up."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from magazine.core.question import Question, QuestionKind
from magazine.core.questions.accepted import accepted_claims, accepted_pairs
from magazine.core.questions.cloze import cloze
from magazine.core.questions.columns import match_list, pairs, rows_of_three
from magazine.core.questions.inference import inference
from magazine.core.questions.order import sequence
from magazine.core.questions.proposals import AnyProposal, CauseProposal, Claim, PairProposal, Proposal
from magazine.core.questions.setting import Setting
from magazine.core.questions.statements import how_many, three_statements, two_statements, which_correct
from magazine.edit.gleaning import Gleaner
from magazine.edit.pool import Pool

MOST_A_STORY = 2
_THREE, _TWO = 3, 2
_OWN = "extractive"
_COMMON = frozenset([QuestionKind.WHICH_CORRECT, QuestionKind.DIRECT])
"""Kinds that a story can have twice."""


class _Cited(Protocol):
    @property
    def cites(self) -> tuple[str, ...]: ...


C = TypeVar("C", bound=_Cited)


class Desk:
    """Sets the questions of one story, and never two on the same sentence.

    Args:
        setting: The story's.
        pool: The values of the whole issue.
        proposals: A model's, of this story.
    """

    def __init__(self, setting: Setting, pool: Pool, proposals: Iterable[AnyProposal] = ()) -> None:
        self.setting = setting
        self.count = 0
        self._gleaner = Gleaner(setting.dossier, pool, setting.dice)
        self._proposals = tuple(proposals)
        self._used: set[str] = set()
        self._asked: set[QuestionKind] = set()
        self._claims: list[Claim] | None = None
        self._makers: Mapping[QuestionKind, Callable[[bool], Question | None]] = {
            QuestionKind.DIRECT: self._cloze,
            QuestionKind.HOW_MANY: self._how_many,
            QuestionKind.PAIRS: self._pairs,
            QuestionKind.ROWS: self._rows,
            QuestionKind.TWO_STATEMENTS: self._two,
            QuestionKind.THREE_STATEMENTS: self._three,
            QuestionKind.INFERENCE: self._inference,
            QuestionKind.MATCH_LIST: self._match,
            QuestionKind.SEQUENCE: self._sequence,
        }

    @property
    def is_full(self) -> bool:
        """It has its share of the test."""
        return self.count >= MOST_A_STORY

    def ask(self, kind: QuestionKind, *, is_negative: bool = False, numeric: bool = False) -> Question | None:
        """Return a question of a kind, or None when the story has no material for it.

        Args:
            kind: The form.
            is_negative: Ask which is not correct, where the form can.
            numeric: It may ask for mere figures.
        """
        if self.is_full or kind in self._asked - _COMMON:
            return None
        if kind is QuestionKind.WHICH_CORRECT:
            question = self._which_correct(is_negative=is_negative, numeric=numeric)
        else:
            question = self._makers[kind](numeric)
        if question is not None:
            self.count += 1
            self._asked.add(kind)
            self._used |= _cited(question)
        return question

    def claims(self, *, numeric: bool = True) -> list[Claim]:
        """Return the statements not yet used, a model's first, those with a false form before others."""
        if self._claims is None:
            given = [each for each in self._proposals if isinstance(each, Proposal)]
            known: dict[str, Claim] = {}
            for claim in (*accepted_claims(given, self.setting.dossier), *self._gleaner.claims):
                known.setdefault(claim.truth.text, claim)
            self._claims = sorted(
                known.values(), key=lambda claim: (claim.truth.editor == _OWN, not claim.lies)
            )
        return [
            claim
            for claim in self._claims
            if self._is_free(claim.truth) and (numeric or not any(lie.is_numeric for lie in claim.lies))
        ]

    def _which_correct(self, *, is_negative: bool, numeric: bool) -> Question | None:
        claims = _apart(self.claims(numeric=numeric))
        size = _THREE if len(claims) >= _THREE else _TWO
        if len(claims) < _TWO or not any(claim.lies for claim in claims[:size]):
            return None
        return which_correct(self.setting, claims[:size], is_negative=is_negative)

    def _how_many(self, numeric: bool) -> Question | None:
        claims = _apart(self.claims(numeric=numeric))[:_THREE]
        is_enough = len(claims) == _THREE and any(claim.lies for claim in claims)
        return how_many(self.setting, claims) if is_enough else None

    def _cloze(self, numeric: bool) -> Question | None:
        for proposal in self._free(self._gleaner.clozes):
            if proposal.is_numeric is numeric and (question := cloze(self.setting, proposal)):
                return question
        return None

    def _two(self, numeric: bool) -> Question | None:
        return self._with_cause(two_statements, numeric=numeric)

    def _three(self, numeric: bool) -> Question | None:
        return self._with_cause(three_statements, numeric=numeric)

    def _with_cause(
        self, make: Callable[[Setting, CauseProposal, Sequence[Claim]], Question | None], *, numeric: bool
    ) -> Question | None:
        for cause in self._free(self._gleaner.causes):
            others = [claim for claim in self.claims(numeric=numeric) if claim.truth.cites != cause.cites]
            if question := make(self.setting, cause, others):
                return question
        return None

    def _pairs(self, numeric: bool) -> Question | None:
        return next(
            (q for each in self._pair_lists(numeric=numeric) if (q := pairs(self.setting, each))), None
        )

    def _match(self, numeric: bool) -> Question | None:
        lists = self._pair_lists(numeric=numeric)
        return next((q for each in lists if (q := match_list(self.setting, each))), None)

    def _pair_lists(self, *, numeric: bool) -> Iterator[list[PairProposal]]:
        kinds: dict[str, list[PairProposal]] = {}
        given = [each for each in self._proposals if isinstance(each, PairProposal)]
        for pair in accepted_pairs(given, self.setting.dossier):
            kinds.setdefault(pair.kind, []).append(pair)
        for each in (*kinds.values(), *self._gleaner.pairs):
            free = list(self._free(each))
            if free and free[0].is_numeric is numeric:
                yield free

    def _rows(self, _: bool) -> Question | None:
        lists = (list(self._free(each)) for each in self._gleaner.rows)
        return next((q for each in lists if (q := rows_of_three(self.setting, each))), None)

    def _inference(self, _: bool) -> Question | None:
        lists = (list(self._free(each)) for each in self._gleaner.amounts)
        return next((q for each in lists if (q := inference(self.setting, each))), None)

    def _sequence(self, _: bool) -> Question | None:
        return sequence(self.setting, list(self._free(self._gleaner.dated)))

    def _is_free(self, thing: _Cited) -> bool:
        return self._used.isdisjoint(thing.cites)

    def _free(self, things: Iterable[C]) -> Iterator[C]:
        return (each for each in things if self._is_free(each))


def _apart(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims of which no two rest on the same sentence."""
    kept: list[Claim] = []
    for claim in claims:
        if all(set(claim.truth.cites).isdisjoint(other.truth.cites) for other in kept):
            kept.append(claim)
    return kept


def _cited(question: Question) -> set[str]:
    lines = (item.cites for item in (*question.premises, *question.items))
    return {cite for cites in (*lines, *(each.cites for each in question.explanation)) for cite in cites}
