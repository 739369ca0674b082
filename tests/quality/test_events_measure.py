"""The measure of events."""

import pytest

from tests.quality.sets_events import bcubed

GOLD = {"a": "1", "b": "1", "c": "2", "d": "2"}


@pytest.mark.parametrize(
    ("found", "f1"),
    [
        ({"a": "x", "b": "x", "c": "y", "d": "y"}, 100.0),
        ({"a": "x", "b": "x", "c": "x", "d": "x"}, 66.7),
        ({"a": "w", "b": "x", "c": "y", "d": "z"}, 66.7),
        ({"a": "x", "b": "x", "c": "x", "d": "y"}, 70.6),
    ],
    ids=["right", "all in one", "all apart", "one astray"],
)
def test_bcubed_weighs_precision_and_recall_of_every_article(found: dict[str, str], f1: float) -> None:
    assert bcubed(found, GOLD) == pytest.approx(f1, abs=0.05)
