"""Facts in their normal form: cases written before the readers were."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from magazine.core.facts import Facts, facts_of

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "fixtures" / "fact_cases.json").read_text(encoding="utf-8")
)


def in_words(facts: Facts) -> dict[str, Any]:
    return {
        "numbers": [quantity.key for quantity in facts.numbers],
        "dates": [fact.key for fact in facts.dates],
        "names": [name.text for name in facts.names],
        "quotations": list(facts.quotations),
        "negated": bool(facts.negations),
        "directions": list(facts.directions),
    }


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_sentence_has_the_facts_that_a_reader_finds_in_it(case: dict[str, Any]) -> None:
    published = date.fromisoformat(case["published"]) if "published" in case else None
    found = in_words(facts_of(case["text"], published))

    expected = {key: value for key, value in case.items() if key in found}

    assert {key: found[key] for key in expected} == expected


def test_there_are_three_hundred_cases() -> None:
    assert len(CASES) >= 300
