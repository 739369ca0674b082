"""Whatever the text, there is a verdict, and its cost grows no faster than the text."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magazine.core.facts import facts_of
from magazine.core.guard import Finding, Source, check

PIECES = st.sampled_from(
    [
        *(
            "12",
            "1,23,456",
            "7.8",
            "%",
            "Rs",
            "₹",
            "crore",
            "lakh",
            "million",
            "per cent",
            "Article",
            "370",
            "km",
        ),
        *(
            "March",
            "May",
            "29 February",
            "2025",
            "2024-25",
            "FY25",
            "Monday",
            "today",
            "31",
            "13.13.2026",
            "10:30",
        ),
        *(
            "two",
            "hundred",
            "and",
            "twenty",
            "third",
            "half",
            "of",
            "a",
            "second",
            "no",
            "not",
            "rose",
            "fell",
        ),
        *(
            "Shri",
            "Narendra Modi",
            "RBI",
            "Prime Minister",
            "किसान",
            "करोड़",
            "श्री",
            "१२",
            "।",
            "“",
            "”",
            "'",
            '"',
        ),
        *(
            ".",
            ",",
            ";",
            "(",
            ")",
            "-",
            "–",
            "…",
            "\n",
            "\x00",
            "\u200b",
            "\u202e",
            "\ud800",
            "ﷺ",
            "𝟗",
            "½",
            "²",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join)
)


@settings(max_examples=300, deadline=None)
@given(statement=TEXTS, source=TEXTS, published=st.one_of(st.none(), st.dates()))
def test_any_two_texts_have_a_verdict(statement: str, source: str, published: date | None) -> None:
    evidence = Source.of([source, "The Bill was passed on 5 May 2025 by 12 votes."], published)

    assert isinstance(check(statement, evidence), Finding)
    assert isinstance(check(statement, evidence, [0]), Finding)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, published=st.one_of(st.none(), st.dates()))
def test_facts_stand_where_they_say(text: str, published: date | None) -> None:
    facts = facts_of(text, published)

    for quantity in facts.numbers:
        assert facts.text[quantity.start : quantity.end] == quantity.text
        assert quantity.key
    for fact in facts.dates:
        assert facts.text[fact.start : fact.end].strip(" ,") == fact.text
        assert fact.key


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_a_text_is_supported_by_itself(text: str) -> None:
    assert check(text, Source.of([text], date(2026, 3, 9)), [0]).supported


LENGTH = 125_000
FLOODS = {
    "one word": "a",
    "words": "word ",
    "figures": "9",
    "numbers": "Rs 12,345 crore and ",
    "dates": "12 March 2026, ",
    "number words": "twenty hundred and ",
    "names": "Ravi of Goa ",
    "brackets": "[(",
    "quotations": "“a b c d” 'e ",
    "stops": "1.2.",
    "sentences": "The Bill of 2025 was passed by 12 members. ",
    "Hindi": "श्री राम ने 12 करोड़ कहा। ",
    "controls": "\x00\x1b\u202e",
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_has_a_verdict_while_the_reader_waits(flood: str) -> None:
    # Work that grew with the square of the length would take days here.
    text = flood * (LENGTH // len(flood))
    source = Source.of([text, "The Bill of 2024 was passed by 13 members."])

    assert isinstance(check(text + " Zed has 7.5 crore.", source, [0]), Finding)


def test_a_sentence_of_a_megabyte_has_a_verdict() -> None:
    text = "word after word " * (1_000_000 // len("word after word "))

    assert check(text + "but not Zed", Source.of([text]), [0]).problems
