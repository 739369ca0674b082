"""Questions over statements: which are correct (T1, T2, T9), how many (T3), explanations (T5, T6)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from magazine.core.question import Item, Question, QuestionKind
from magazine.core.questions.keys import Choice, count_choice, pair_choice, subset_choice
from magazine.core.questions.proposals import CauseProposal, Claim, Proposal
from magazine.core.questions.setting import Setting, chosen, editor_of
from magazine.core.questions.style import Wording, labels

_TWO, _THREE = 2, 3


def which_correct(setting: Setting, claims: Sequence[Claim], *, is_negative: bool = False) -> Question | None:
    """Ask which of two to four statements are correct, or which are not."""
    claims = setting.dice.shuffled(claims, "order", setting.dossier.story.id)
    is_free = len(claims) > _TWO
    for place in setting.letters.wanted(is_free=is_free):
        for pattern in _patterns(setting, claims):
            right = frozenset(i for i, is_true in enumerate(pattern) if is_true is not is_negative)
            choice = subset_choice(right, len(claims), place, setting.dice) if is_free else pair_choice(right)
            if right and choice is not None and choice.key == place:
                return _which(setting, chosen(claims, pattern, setting.dice), choice, is_negative=is_negative)
    return None


def _which(setting: Setting, proposals: Sequence[Proposal], choice: Choice, *, is_negative: bool) -> Question:
    words, count = setting.wording, len(proposals)
    marks = setting.labels(count)
    return setting.question(
        QuestionKind.WHICH_CORRECT,
        lead=words.filled("consider_statements", subject=setting.subject),
        items=[setting.item(mark, each) for mark, each in zip(marks, proposals, strict=True)],
        ask=words["which_not_correct" if is_negative else "which_correct"],
        is_negative=is_negative,
        options=[subset_text(words, code, marks) for code in choice.codes],
        choice=choice,
        is_free=count > _TWO,
        explanation=[setting.why(each) for each in proposals],
        editor=editor_of(proposals),
    )


def how_many(setting: Setting, claims: Sequence[Claim]) -> Question | None:
    """Ask how many of three or four statements are correct."""
    claims = setting.dice.shuffled(claims, "order", setting.dossier.story.id)
    for place in setting.letters.wanted(is_free=False):
        for pattern in _patterns(setting, claims):
            choice = count_choice(sum(pattern), len(claims))
            if choice is None or choice.key != place:
                continue
            proposals = chosen(claims, pattern, setting.dice)
            words, marks = setting.wording, setting.labels(len(claims))
            return setting.question(
                QuestionKind.HOW_MANY,
                lead=words.filled("consider_statements", subject=setting.subject),
                items=[setting.item(mark, each) for mark, each in zip(marks, proposals, strict=True)],
                ask=words["how_many_statements"],
                options=[count_text(words, code, len(claims)) for code in choice.codes],
                choice=choice,
                is_free=False,
                explanation=[setting.why(each) for each in proposals],
                editor=editor_of(proposals),
            )
    return None


def two_statements(setting: Setting, cause: CauseProposal, claims: Sequence[Claim]) -> Question | None:
    """Ask of two statements whether they are correct and the second explains the first.

    Args:
        setting: The story's.
        cause: A statement and its reason, as the source has them.
        claims: Other facts of the story: one that is true explains nothing, one that
            is false leaves the first statement alone.
    """
    effect = Proposal(story=cause.story, text=cause.effect, is_true=True, cites=cause.cites)
    reason = Proposal(story=cause.story, text=cause.cause, is_true=True, cites=cause.cites)
    others = [claim for claim in claims if not setting.dossier.explains(cause.effect, claim.truth.text)]
    ways: dict[int, list[tuple[Proposal, Proposal]]] = {
        0: [(effect, reason)],
        1: [(effect, claim.truth) for claim in others],
        2: [(effect, lie) for claim in others for lie in claim.lies],
        3: [(lie, reason) for claim in others for lie in claim.lies],
    }
    for place in setting.letters.wanted(is_free=False):
        if pairs := setting.dice.shuffled(ways[place], cause.effect):
            return _two(setting, pairs[0], place)
    return None


TWO_CODES = ("both, explained", "both", "first", "second")
"""What the four fixed options of T5 say."""
THREE_CODES = ("both, both explain", "both, one explains", "one, explains", "neither")
"""What the four fixed options of T6 say."""


def _two(setting: Setting, pair: tuple[Proposal, Proposal], place: int) -> Question:
    words = setting.wording
    return setting.question(
        QuestionKind.TWO_STATEMENTS,
        lead=words.filled("consider_two", subject=setting.subject),
        items=[
            setting.item(words.filled("statement_label", mark), each)
            for mark, each in zip(labels(_TWO, "roman"), pair, strict=True)
        ],
        ask=words["ask_two"],
        options=[words[f"two_{letter}"] for letter in "abcd"],
        choice=Choice(TWO_CODES, place),
        is_free=False,
        explanation=[setting.why(each) for each in pair],
    )


def three_statements(setting: Setting, cause: CauseProposal, claims: Sequence[Claim]) -> Question | None:
    """Ask of a statement and two more whether those are correct and explain it.

    A true one beside a false one is the reason itself, so that no combination is
    without an option.
    """
    effect = Proposal(story=cause.story, text=cause.effect, is_true=True, cites=cause.cites)
    reason = Proposal(story=cause.story, text=cause.cause, is_true=True, cites=cause.cites)
    others = [claim for claim in claims if not setting.dossier.explains(cause.effect, claim.truth.text)]
    lies = [lie for claim in others for lie in claim.lies[:1]]
    ways: dict[int, list[tuple[Proposal, Proposal]]] = {
        1: [(reason, claim.truth) for claim in others],
        2: [(reason, lie) for lie in lies],
        3: list(pairwise(lies)),
    }
    for place in setting.letters.wanted(is_free=False):
        if pairs := setting.dice.shuffled(ways.get(place, []), cause.effect):
            return _three(setting, effect, setting.dice.shuffled(pairs[0], cause.cause), place)
    return None


def _three(setting: Setting, effect: Proposal, pair: Sequence[Proposal], place: int) -> Question:
    words = setting.wording
    return setting.question(
        QuestionKind.THREE_STATEMENTS,
        lead=words.filled("consider_statements", subject=setting.subject),
        items=[
            setting.item(words.filled("statement_label", mark), each)
            for mark, each in zip(labels(_THREE, "roman"), (effect, *pair), strict=True)
        ],
        ask=words["ask_three"],
        options=[words[f"three_{letter}"] for letter in "abcd"],
        choice=Choice(THREE_CODES, place),
        is_free=False,
        explanation=[setting.why(each) for each in (effect, *pair)],
    )


def subset_text(words: Wording, code: str, marks: Sequence[str]) -> str:
    """Return an option's words: ``1 and 3 only``, ``Both 1 and 2``, ``Neither 1 nor 2``."""
    names = [marks[int(number) - 1] for number in code.split(",") if number]
    if not names:
        return words.filled("neither", *marks)
    if len(names) == len(marks):
        return words.filled(f"all_{len(names)}", *names)
    return words.filled(f"only_{len(names)}", *names)


def count_text(words: Wording, code: str, count: int, noun: str = "") -> str:
    """Return a count option's words: ``Only two``, ``All the three``; ``noun`` chooses pairs or rows."""
    if code == "0":
        return words[f"count_none{noun}"]
    return words[f"count_all_{code}{noun}"] if int(code) == count else words[f"count_{code}{noun}"]


def truth_code(items: Sequence[Item], *, is_negative: bool = False) -> str:
    """Return the code of the items that a question asks for."""
    return ",".join(str(place) for place, item in enumerate(items, 1) if item.is_true is not is_negative)


def two_code(first: bool, second: bool, explains: bool) -> str | None:
    """Return what T5 must answer, or None where it has no answer: both are false."""
    if first and second:
        return TWO_CODES[0 if explains else 1]
    return TWO_CODES[2 if first else 3] if first or second else None


def three_code(truths: Sequence[bool], explain: Sequence[bool]) -> str | None:
    """Return what T6 must answer of its second and third statements, or None where it has no answer."""
    if all(truths):
        return {2: THREE_CODES[0], 1: THREE_CODES[1]}.get(sum(explain))
    if not any(truths):
        return THREE_CODES[3]
    return THREE_CODES[2] if any(map(bool.__and__, truths, explain)) else None


def _patterns(setting: Setting, claims: Sequence[Claim]) -> Iterator[tuple[bool, ...]]:
    """Yield the ways in which claims can be true or false, in no order to be guessed."""
    ways = product(*((True, False) if claim.lies else (True,) for claim in claims))
    yield from setting.dice.shuffled(ways, "pattern", *(claim.truth.text for claim in claims))
