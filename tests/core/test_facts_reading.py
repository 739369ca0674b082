"""What the readers of facts promise beyond their values: places, spelling, rounding."""

from datetime import date

import pytest

from magazine.core.facts import NumberKind, facts_of
from magazine.core.facts.kindred import RELATED
from magazine.core.facts.names import acronyms_of
from magazine.core.facts.script import plain
from magazine.core.facts.vocabulary import is_common
from magazine.core.guard.agreement import agrees


def test_a_fact_says_where_it_stands() -> None:
    facts = facts_of("On 5 March 2026 the outlay rose to Rs. 2,700 crore.")

    [money], [day] = facts.numbers, facts.dates

    assert facts.text[money.start : money.end] == money.text == "Rs. 2,700 crore"
    assert facts.text[day.start : day.end] == day.text == "5 March 2026"


def test_one_spelling_is_left_of_many() -> None:
    assert plain("१२ फ़रवरी – पाँच’s ‘a’") == plain("12 फरवरी - पांच's ‘a'")
    assert plain("zero\u200bwidth\x07") == "zerowidth "


def test_a_number_with_its_range_has_the_scale_of_the_whole() -> None:
    first, last = facts_of("Sales of 10 to 15 lakh tonnes are due.").numbers

    assert (first.value, last.value) == (1e9, 1.5e9)


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        ("about 8.6 lakh cards", "8,61,908 cards"),
        ("Rs 9 lakh", "Rs 8,90,000"),
        ("about 1,200 camps", "1,187 camps"),
        ("half of them", "50 per cent of them"),
        ("exports doubled", "exports rose by 100 per cent"),
        ("14.8 million", "1.48 crore"),
        ("the second phase", "Phase II"),
        ("5 km", "5,000 metres"),
        ("25 basis points", "0.25 percentage points"),
        ("at 2:20 p.m.", "at 14:20 hrs"),
        ("₹500 crore", "500 crore"),
        ("in 3 phases", "Phase 3"),
        ("Phase 2", "the second phase"),
        ("twice", "2 times"),
    ],
)
def test_a_statement_may_round_and_convert(claim: str, given: str) -> None:
    assert agrees(facts_of(claim).numbers[0], facts_of(given).numbers[0])


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        ("8,61,908 cards", "8.6 lakh cards"),
        ("1,200 camps", "1,187 camps"),
        ("Rs 17,010 crore", "Rs 17,000 crore"),
        ("₹500 crore", "$500 crore"),
        ("500 lakh", "500 crore"),
        ("7.8 per cent", "8.7 per cent"),
        ("25 bps", "25 per cent"),
        ("Article 370", "Article 371"),
        ("Article 243G", "Article 243"),
        ("Article 370", "370 articles"),
        ("5 km", "5 kg"),
        ("the 42nd Amendment", "the 44th Amendment"),
        ("at 6 pm", "at 6 am"),
        ("one-third of them", "half of them"),
        ("1.4 billion", "14 crore"),
        ("the 12th clause", "Article 12"),
        ("about 7.85 marks", "8.5 marks"),
        ("half of them", "₹50"),
        ("₹12", "12 km"),
    ],
)
def test_a_statement_may_not_be_more_exact_nor_change_the_unit(claim: str, given: str) -> None:
    assert not agrees(facts_of(claim).numbers[0], facts_of(given).numbers[0])


def test_a_list_s_number_is_no_number_but_a_sentence_s_first_word_is() -> None:
    assert facts_of("2. The road was built.").numbers == ()
    assert [q.value for q in facts_of("Twenty roads were built.").numbers] == [20]


def test_an_acronym_at_the_start_of_a_sentence_is_a_name() -> None:
    assert [name.text for name in facts_of("ISRO flew it.").names] == ["ISRO"]
    assert facts_of("Significant work was done.").names == ()


def test_a_fiscal_year_is_never_two_calendar_years() -> None:
    [fact] = facts_of("Sales in 2024-25 were flat.").dates

    assert (fact.kind.value, fact.year, fact.end_year) == ("fiscal", 2024, 2025)


def test_days_that_run_backwards_are_read_as_numbers() -> None:
    facts = facts_of("It runs from 17 to 9 April 2026.")

    assert [quantity.value for quantity in facts.numbers] == [17, 9, 2026]


def test_a_day_that_the_year_does_not_have_is_no_day_of_the_calendar() -> None:
    first, _ = facts_of("It ran from 29 February to 3 March 2025.").dates

    assert first.exact is None


def test_relative_days_need_the_day_of_publication() -> None:
    assert facts_of("It was approved today.").dates == ()
    assert facts_of("It was approved today.", date(2026, 3, 9)).dates[0].exact == date(2026, 3, 9)
    assert facts_of("It will open tomorrow.", date.max).dates[0].exact == date.max


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("It ran from 16-2026-02-21.", ["2026-02-16", "2026-02-21"]),
        ("The 3 may be few.", []),
        ("It fell on mar 5 that way.", []),
        ("It was in december then.", ["--12"]),
        ("Section 2002 of the Act applies.", []),
        ("Two hundred and some came in the 2020s.", ["2020s"]),
    ],
)
def test_words_that_only_look_like_dates_are_none(text: str, keys: list[str]) -> None:
    assert [fact.key for fact in facts_of(text).dates] == keys


def test_an_and_goes_on_with_a_number_only_after_a_hundred() -> None:
    assert [q.value for q in facts_of("Two lakh and six camps, ten and five more.").numbers] == [
        2e5,
        6,
        10,
        5,
    ]


def test_a_time_of_day_is_told_from_a_count() -> None:
    kinds = [quantity.kind for quantity in facts_of("At 10:30 a.m. 5 boats left; 3 pm, none.").numbers]

    assert kinds == [NumberKind.CLOCK, NumberKind.COUNT, NumberKind.CLOCK]


def test_acronyms_are_made_of_capitals_or_of_all_initials() -> None:
    assert {"RBI", "ROBI"} & acronyms_of("The Reserve Bank of India said") >= {"RBI"}
    assert "MHA" in acronyms_of("The Ministry of Home Affairs said")


def test_the_common_words_hold_no_names() -> None:
    names = "modi sitharaman assam kerala gujarat delhi mumbai jaishankar isro niti singh kumar china russia"

    assert not [name for name in names.split() if is_common(name)]
    assert all(map(is_common, ["Scheme", "Minister", "capacity-building", "improved"]))


def test_a_people_and_its_country_are_kindred() -> None:
    assert "indian" in RELATED["india"]
    assert RELATED["bombay"] is RELATED["mumbai"]
