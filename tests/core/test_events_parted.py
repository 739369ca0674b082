"""Which articles are one event."""

import random
from collections.abc import Sequence

from magazine.core.likeness import Likeness, Member, Relation, Vector, affinity, parted


def never_asked(_one: Member, _other: Member) -> Likeness:
    raise AssertionError("texts of different publishers are not compared")


def neither(_one: Member, _other: Member) -> Likeness:
    return Likeness.NEITHER


def a_member(number: int, *terms: int, publisher: str = "") -> Member:
    """Return a member that speaks of those terms in equal parts."""
    weight = len(terms) ** -0.5
    return Member(number=number, vector=Vector(dict.fromkeys(terms, weight)), publisher=publisher, event=0)


def parted_by(groups: Sequence[Sequence[Member]], relation: Relation) -> list[tuple[Member, ...]]:
    return parted(groups, lambda one, other: affinity(one, other, relation))


def numbers(parts: list[tuple[Member, ...]]) -> set[frozenset[int]]:
    return {frozenset(member.number for member in part) for part in parts}


def test_articles_that_speak_of_the_same_are_one_event() -> None:
    members = [a_member(1, 1, 2, 3), a_member(2, 1, 2, 4), a_member(3, 7, 8), a_member(4, 7, 9)]

    assert numbers(parted_by([(one,) for one in members], never_asked)) == {
        frozenset({1, 2}),
        frozenset({3, 4}),
    }


def test_the_order_of_the_articles_does_not_matter() -> None:
    chance = random.Random(1)  # noqa: S311 - the same articles every time
    members = [a_member(number, *chance.sample(range(12), 4)) for number in range(25)]
    parts = numbers(parted_by([(one,) for one in members], never_asked))

    for _ in range(5):
        chance.shuffle(members)
        assert numbers(parted_by([(one,) for one in members], never_asked)) == parts


def test_a_bridge_does_not_join_two_events() -> None:
    one = [a_member(number, 1, 2, 3, 4) for number in (1, 2, 3)]
    other = [a_member(number, 7, 8, 9, 10) for number in (4, 5, 6)]
    bridge = a_member(7, 1, 2, 3, 7)

    parts = numbers(parted_by([(each,) for each in (*one, bridge, *other)], never_asked))

    assert parts == {frozenset({1, 2, 3, 7}), frozenset({4, 5, 6})}


def test_what_is_handed_in_together_stays_together() -> None:
    strangers = (a_member(1, 1), a_member(2, 5))

    assert numbers(parted_by([strangers, (a_member(3, 9),)], never_asked)) == {
        frozenset({1, 2}),
        frozenset({3}),
    }


def test_one_publisher_must_speak_of_more_of_the_same() -> None:
    one, other = a_member(1, 1, 2, 3, 4), a_member(2, 4, 5, 6, 7)
    ours, theirs = a_member(1, 1, 2, 3, 4, publisher="pib"), a_member(2, 4, 5, 6, 7, publisher="pib")

    assert len(parted_by([(one,), (other,)], never_asked)) == 1
    assert len(parted_by([(ours,), (theirs,)], neither)) == 2


def test_two_fillings_of_one_template_are_two_events() -> None:
    one, other = a_member(1, 1, 2, publisher="pib"), a_member(2, 1, 2, publisher="pib")

    assert len(parted_by([(one,), (other,)], neither)) == 1
    assert len(parted_by([(one,), (other,)], lambda *_: Likeness.TEMPLATE)) == 2
    assert affinity(one, other, lambda *_: Likeness.COPY) == 1.0
