from itertools import combinations

import pytest

from magazine.core.questions.keys import (
    Dice,
    KeyLetters,
    code_of,
    count_choice,
    pair_choice,
    placed,
    subset_choice,
)
from magazine.core.questions.statements import three_code, two_code

DICE = Dice("an issue")
SUBSETS = [frozenset(each) for size in (1, 2, 3) for each in combinations(range(3), size)]


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("right", SUBSETS, ids=code_of)
def test_the_true_subset_is_among_four_different_options_or_there_is_no_question(
    right: frozenset[int], place: int
) -> None:
    choice = subset_choice(right, 3, place, DICE)

    if choice is not None:
        assert choice.key == place
        assert choice.codes[place] == code_of(right)
        assert len(set(choice.codes)) == 4
        assert list(choice.codes) == sorted(choice.codes, key=lambda code: (len(code), code))


def test_every_place_can_hold_the_key_of_some_subset() -> None:
    for place in range(4):
        assert any(subset_choice(right, 3, place, DICE) for right in SUBSETS)


def test_an_empty_subset_of_three_has_no_option() -> None:
    assert all(subset_choice(frozenset(), 3, place, DICE) is None for place in range(4))


def test_two_statements_keep_the_fixed_order() -> None:
    assert pair_choice(frozenset()).codes == ("1", "2", "1,2", "")
    assert [pair_choice(frozenset(each)).key for each in ([0], [1], [0, 1], [])] == [0, 1, 2, 3]


def test_none_of_four_statements_has_no_option_and_none_of_three_has() -> None:
    assert count_choice(0, 4) is None
    none = count_choice(0, 3)
    assert none is not None
    assert none.key == 3


def test_a_code_without_three_others_makes_no_choice() -> None:
    assert placed("1-2", ["2-1", "1-2", "2-1"], 0) is None


def test_two_false_statements_have_no_option() -> None:
    assert two_code(first=False, second=False, explains=False) is None


@pytest.mark.parametrize(
    ("truths", "explain"),
    [((True, True), (False, False)), ((True, False), (False, False)), ((False, True), (True, False))],
    ids=["both, neither explains", "one, explains not", "the false one explains"],
)
def test_combinations_that_three_statements_do_not_cover_have_no_option(
    truths: tuple[bool, bool], explain: tuple[bool, bool]
) -> None:
    assert three_code(truths, explain) is None


def test_the_next_key_stands_where_the_fewest_do() -> None:
    letters = KeyLetters(DICE)
    for _ in range(400):
        letters.note(letters.wanted(is_free=True)[0], is_free=True)

    assert letters.free == [100] * 4


def test_dice_fall_alike_for_one_seed_and_otherwise_for_another() -> None:
    things = list(range(20))

    assert DICE.shuffled(things, "a") == DICE.shuffled(things, "a")
    assert DICE.shuffled(things, "a") != DICE.shuffled(things, "b")
    assert DICE.shuffled(things, "a") != Dice("another").shuffled(things, "a")
    assert sorted(DICE.shuffled(things, "a")) == things
