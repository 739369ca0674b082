"""The measure of topics, on rows of which the answer is known."""

import pytest

from tests.quality.sets_topics import (
    BBC_LABELS,
    HINDI_LABELS,
    PIB_LABELS,
    Labelled,
    accuracy,
    labelled,
    macro_f1,
    tagged,
)

FOUND = [
    Labelled("1", "space", "space", frozenset(("space",))),
    Labelled("2", "space", "health", frozenset(("health", "space"))),
    Labelled("3", "health", "health", frozenset(("health",))),
    Labelled("4", "health", "", frozenset(("",))),
]


def test_a_labels_f1_counts_what_was_missed_and_what_was_taken_wrongly() -> None:
    assert macro_f1(FOUND) == pytest.approx((2 / 3 + 1 / 2) / 2)
    assert accuracy(FOUND) == 0.5
    assert tagged(FOUND) == 0.75


def test_a_rows_own_category_is_not_read_and_rows_without_a_label_are_left_out() -> None:
    rows = [
        {"id": "1", "title": "Nothing to see", "category": "Sports"},
        {"id": "2", "title": "Cricket World Cup final", "category": "Sports"},
        {"id": "3", "title": "Cricket World Cup final", "category": "news"},
    ]
    found = labelled(rows, {"sport": ("sports",)}, {"Sports": "sport"}.get)

    assert [(row.gold, row.section) for row in found] == [("sport", ""), ("sport", "sport")]


@pytest.mark.parametrize("labels", [PIB_LABELS, BBC_LABELS, HINDI_LABELS], ids=["PIB", "BBC", "Hindi"])
def test_a_topic_stands_for_one_label_of_a_set(labels: dict[str, tuple[str, ...]]) -> None:
    topics = [topic for label in labels.values() for topic in label]

    assert len(set(topics)) == len(topics)
