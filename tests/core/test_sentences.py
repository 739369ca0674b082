import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magazine.core.sentences import split_sentences

CASES = json.loads((Path(__file__).parent / "fixtures/sentence_cases.json").read_text(encoding="utf-8"))


def whole(case: dict[str, str | list[str]]) -> bool:
    text = str(case.get("glue", " ")).join(case["sentences"])
    return split_sentences(text) == case["sentences"]


def test_there_are_enough_cases_in_both_languages() -> None:
    hindi = [case for case in CASES if case["kind"].startswith("hi")]

    assert len(CASES) >= 200
    assert len(hindi) >= 40


@pytest.mark.parametrize("kind", sorted({case["kind"] for case in CASES}))
def test_sentences_of_every_kind_are_parted_where_they_end(kind: str) -> None:
    wrong = [case["sentences"] for case in CASES if case["kind"] == kind and not whole(case)]

    assert wrong == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The rate is 5.25 per cent. It was 5.5.", 2),
        ("दर 5.25 प्रतिशत है। यह 5.5 थी।", 2),
        ("Trade with the U.S. Congress staff", 1),
        ("", 0),
        (" \n\t \n", 0),
    ],
)
def test_a_text_has_so_many_sentences(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


@given(st.text(alphabet=" \n.।|!?…\"'”()•-1aAकi", max_size=80))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    pieces = split_sentences(text)

    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(piece == piece.strip() and piece in text for piece in pieces)


@pytest.mark.parametrize(
    "unit", ["Dr. ", "। ", "!", ' "said.', "\n \n", "(", "क| ", "A.B. ", ". . "], ids=ascii
)
def test_a_megabyte_of_stops_is_split_without_going_back_over_it(unit: str) -> None:
    # Going back over the text for every stop would take hours, not a moment.
    text = unit * (1_000_000 // len(unit))

    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())
