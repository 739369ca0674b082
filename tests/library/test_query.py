"""What a user types into the search."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magazine.library.query import parse_query

WORDS = 'a-"bOR ()*:^{}+NEAR किसाऩ\0\ud800'


def matches(query: str, text: str) -> bool:
    parsed = parse_query(query)
    with sqlite3.connect(":memory:") as index:
        index.execute(
            "CREATE VIRTUAL TABLE page USING fts5"
            " (text, tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")"
        )
        index.execute("INSERT INTO page VALUES (?)", (text,))
        found = [
            bool(index.execute("SELECT 1 FROM page WHERE page MATCH ?", (expression,)).fetchall())
            for expression in (parsed.wanted, parsed.unwanted)
            if expression
        ]
    index.close()
    if parsed.wanted and parsed.unwanted:
        return found[0] and not found[1]
    return not found[0] if parsed.unwanted else bool(found and found[0])


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("green hydrogen", "Hydrogen from green power"),
        ('"green hydrogen"', "a green hydrogen hub"),
        ("farmer", "the farmers came"),
        ("cities", "a city"),
        ("wheat OR rice", "only rice"),
        ("export wheat OR rice", "rice for export"),
        ("-export", "rice"),
        ("rice -export", "rice for home"),
        ("e-NAM", "the e-NAM portal"),
        ("किसान", "किसान आए"),
        ("ज़िला", "जिला मुख्यालय"),
        ("OR rice OR", "rice"),
        ('"unclosed phrase', "an unclosed phrase"),
        ("title:rice", "the title rice"),
        ("ISRO", "isro"),
    ],
)
def test_a_query_finds_what_it_says(query: str, text: str) -> None:
    assert matches(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("green hydrogen", "green power"),
        ('"green hydrogen"', "hydrogen, green"),
        ('"farmer"', "farmers"),
        ("export wheat OR rice", "export of cotton"),
        ("-export", "rice for export"),
        ("rice -exports", "rice export"),
        ("कर", "करोड़"),
        ("की", "उत्तर"),
        ("!!!", "anything"),
        ("news", "new"),
    ],
)
def test_a_query_leaves_out_what_it_does_not_say(query: str, text: str) -> None:
    assert not matches(query, text)


@given(st.text() | st.text(alphabet=WORDS))
def test_any_text_is_a_valid_query(text: str) -> None:
    assert isinstance(matches(text, "some rice"), bool)


@pytest.mark.parametrize("glue", [" ", " OR ", " -"])
def test_a_query_of_thousands_of_words_is_valid(glue: str) -> None:
    assert isinstance(matches(glue.join(f"word{number}" for number in range(3000)), "rice"), bool)
