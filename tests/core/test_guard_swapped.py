"""Values exchanged in a paraphrase: all the right tokens, said of the wrong things."""

import json
from pathlib import Path
from typing import Any

from magazine.core.guard import Source, check

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "fixtures" / "fact_cases_swapped.json").read_text(encoding="utf-8")
)


def supported(case: dict[str, Any], statement: str) -> bool:
    source = Source.of(case["source"])
    return check(statement, source, range(len(case["source"]))).supported


def test_six_in_ten_exchanged_values_are_caught() -> None:
    caught = [not supported(case, statement) for case in CASES for statement in case["swapped"]]

    assert len(caught) == 100
    assert sum(caught) >= 60


def test_at_most_one_true_paraphrase_in_twenty_is_stopped() -> None:
    stopped = [not supported(case, statement) for case in CASES for statement in case["true"]]

    assert len(stopped) == 100
    assert sum(stopped) <= 5
