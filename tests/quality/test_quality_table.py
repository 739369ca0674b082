"""The table that holds figures to floors must itself be able to fail."""

from pathlib import Path

from tests.quality.figures import Figure, QualitySet, is_odd
from tests.quality.plain_summary import interval
from tests.quality.table import missed, report

FLOORS = {"at_least": {"recall": 0.9}, "at_most": {"errors": 0}}


def test_a_figure_under_its_floor_is_missed() -> None:
    assert missed([figure("recall", 0.89), figure("errors", 0)], FLOORS) == ["recall"]
    assert missed([figure("recall", 0.90), figure("errors", 1)], FLOORS) == ["errors"]
    assert missed([figure("recall", 0.95), figure("errors", 0), figure("speed", 3)], FLOORS) == []


def test_a_floor_without_a_figure_is_missed() -> None:
    assert missed([figure("recall", 1.0)], FLOORS) == ["errors"]


def test_a_report_counts_what_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    quality_set = QualitySet(name="a set", file="rows.jsonl", measure=lambda _: [figure("recall", 0.5)])

    assert report(quality_set, path, FLOORS) == 2


def test_a_steady_gain_has_an_interval_above_nothing_and_noise_has_not() -> None:
    low, high = interval([1.0, 1.2, 0.9, 1.1] * 10)
    assert 0.9 < low < high < 1.2

    low, high = interval([5.0, -5.0] * 20)
    assert low < 0 < high
    assert interval([5.0, -5.0] * 20) == (low, high)


def test_the_halves_are_about_even_and_never_change() -> None:
    odd = sum(is_odd(f"row-{number}") for number in range(1000))

    assert 450 < odd < 550
    assert is_odd("row-1") is is_odd("row-1")


def figure(name: str, value: float) -> Figure:
    return Figure(name=name, value=value, n=1)
