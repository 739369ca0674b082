"""Questions of inference (T7): given amounts, and which relations between them are correct."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from magazine.core.facts import facts_of
from magazine.core.question import Item, Question, QuestionKind
from magazine.core.questions.keys import subset_choice
from magazine.core.questions.proposals import AmountProposal
from magazine.core.questions.relations import Relation, relations
from magazine.core.questions.setting import Setting
from magazine.core.questions.statements import subset_text
from magazine.core.questions.style import labels

_PREMISES = 3
_ITEMS = 3
_CLOSE = 0.02
"""Amounts nearer to a bound than this share of it are left alone: rounding could turn them round."""


def inference(setting: Setting, proposals: Sequence[AmountProposal]) -> Question | None:
    """Ask which relations between three amounts of one unit are correct."""
    given = setting.dice.shuffled(proposals, "premises")[:_PREMISES]
    if len(given) < _PREMISES:
        return None
    marks = labels(_PREMISES, "roman")
    amounts = {mark: each.value for mark, each in zip(marks, given, strict=True)}
    for place in setting.letters.wanted(is_free=True):
        for said in _said(setting, amounts):
            right = frozenset(i for i, relation in enumerate(said) if relation.holds(amounts))
            choice = subset_choice(right, _ITEMS, place, setting.dice)
            if choice is None:
                continue
            words, numbers = setting.wording, labels(_ITEMS)
            return setting.question(
                QuestionKind.INFERENCE,
                lead=words.filled("given_amounts", subject=setting.subject),
                premises=[
                    Item(label=mark, cells=(each.text,), is_true=True, cites=each.cites)
                    for mark, each in zip(marks, given, strict=True)
                ],
                items=[
                    _item(setting, number, relation, amounts, given)
                    for number, relation in zip(numbers, said, strict=True)
                ],
                ask=words["which_inferences"],
                options=[subset_text(words, code, numbers) for code in choice.codes],
                choice=choice,
                explanation=[line for each in given for line in setting.cited(each.cites)],
            )
    return None


def _item(
    setting: Setting,
    number: str,
    relation: Relation,
    amounts: dict[str, float],
    given: Sequence[AmountProposal],
) -> Item:
    places = [list(amounts).index(label) for label in relation.labels]
    cites = dict.fromkeys(cite for place in places for cite in given[place].cites)
    return Item(
        label=number,
        cells=(relation.text(setting.dossier.story.language),),
        is_true=relation.holds(amounts),
        cites=tuple(cites),
    )


def _said(setting: Setting, amounts: dict[str, float]) -> Iterator[tuple[Relation, ...]]:
    """Yield sets of three relations of different kinds or premises, none a close call."""
    clear = [each for each in relations(list(amounts)) if not _is_close(each, amounts)]
    order = setting.dice.shuffled(clear, "relations", *amounts.values())
    for trio in combinations(order, _ITEMS):
        if len({frozenset(each.labels) for each in trio}) == _ITEMS:
            yield trio


def _is_close(relation: Relation, amounts: dict[str, float]) -> bool:
    first, *rest = (amounts[label] for label in relation.labels)
    bound = 2 * rest[0] if relation.kind == "twice" else sum(rest)
    return abs(first - bound) <= _CLOSE * max(abs(first), abs(bound))


def amount_of(text: str) -> tuple[float, str] | None:
    """Return the one amount of a text with its unit, or None when it has none or several."""
    numbers = facts_of(text).numbers
    if len(numbers) != 1 or numbers[0].worded or numbers[0].hedged:
        return None
    return numbers[0].value, f"{numbers[0].kind} {numbers[0].unit}"
