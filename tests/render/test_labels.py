import re
from datetime import date

import pytest

from magazine.assets import bundled
from magazine.core.dates import DateRange
from magazine.core.errors import RendererError
from magazine.core.issue import BlockKind, FactKind, Priority
from magazine.core.script import Script, script_of
from magazine.render.labels import grouped, languages, load_labels

ENGLISH, HINDI = load_labels("en"), load_labels("hi")


def test_every_language_has_the_same_labels_with_the_same_braces() -> None:
    for language in languages():
        words = load_labels(language).words
        assert words.keys() == ENGLISH.words.keys()
        for key, text in words.items():
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", ENGLISH[key])), key


def test_every_label_that_a_template_asks_for_is_in_the_table() -> None:
    templates = (bundled("templates") / "themes").rglob("*.html")
    asked = {key for path in templates for key in re.findall(r'words\["([\w-]+)"\]', path.read_text())}

    assert "contents" in asked
    assert asked <= ENGLISH.words.keys()


def test_every_kind_of_block_fact_and_priority_has_its_label() -> None:
    assert {*BlockKind, *FactKind, *Priority} <= HINDI.words.keys()


def test_no_label_is_empty_and_none_is_written_twice() -> None:
    for language in languages():
        text = (bundled("templates") / "labels" / f"{language}.yaml").read_text(encoding="utf-8")
        keys = re.findall(r"(?m)^([\w-]+):", text)

        assert all(label.strip() for label in load_labels(language).words.values())
        assert len(keys) == len(set(keys)) == len(load_labels(language).words)


def test_every_hindi_label_is_hindi_and_every_english_one_is_english() -> None:
    for key, text in HINDI.words.items():
        said = re.sub(r"\{\w+\}|selection\.json", "", text)
        assert script_of(said) is Script.DEVANAGARI, key
        assert set(re.findall("[A-Za-z]+", said)) <= {"I", "II", "III", "IV"}, key
    for key, text in ENGLISH.words.items():
        assert script_of(re.sub(r"\{\w+\}", "", text)) is Script.LATIN, key


@pytest.mark.parametrize(
    ("key", "standard"),
    [
        ("why", "चर्चा में क्यों?"), ("background", "पृष्ठभूमि"), ("points", "प्रमुख बिंदु"), ("significance", "महत्त्व"),
        ("challenges", "चुनौतियाँ"), ("way-forward", "आगे की राह"), ("facts", "प्रारंभिक परीक्षा तथ्य"),
        ("mains_questions", "मुख्य परीक्षा प्रश्न"), ("past_questions", "विगत वर्षों के प्रश्न"),
        ("glossary", "शब्दावली"),
        ("answers", "उत्तर कुंजी एवं व्याख्या"), ("sources", "स्रोत"),
    ],
)  # fmt: skip
def test_hindi_labels_are_those_of_the_examination(key: str, standard: str) -> None:
    assert HINDI[key] == standard


@pytest.mark.parametrize(
    ("first", "last", "english", "hindi"),
    [
        (date(2026, 3, 9), date(2026, 3, 15), "9–15 March 2026", "9–15 मार्च 2026"),
        (date(2026, 2, 28), date(2026, 3, 6), "28 February – 6 March 2026", "28 फ़रवरी – 6 मार्च 2026"),
        (
            date(2025, 12, 29),
            date(2026, 1, 4),
            "29 December 2025 – 4 January 2026",
            "29 दिसंबर 2025 – 4 जनवरी 2026",
        ),
        (date(2026, 3, 9), date(2026, 3, 9), "9 March 2026", "9 मार्च 2026"),
    ],
    ids=["within a month", "over a month", "over a year", "one day"],
)
def test_a_period_names_month_and_year_once_where_they_are_shared(
    first: date, last: date, english: str, hindi: str
) -> None:
    assert ENGLISH.period(DateRange(first, last)) == english
    assert HINDI.period(DateRange(first, last)) == hindi


def test_numbers_are_grouped_as_in_india() -> None:
    assert [grouped(number) for number in (0, 999, 1000, 1234567, -100000)] == [
        "0",
        "999",
        "1,000",
        "12,34,567",
        "-1,00,000",
    ]


def test_one_story_is_not_called_stories() -> None:
    assert ENGLISH.count("stories", 1) == "1 story"
    assert ENGLISH.count("stories", 1200) == "1,200 stories"


def test_a_language_without_labels_is_refused_with_those_that_have_them() -> None:
    with pytest.raises(RendererError, match="'ta'") as refusal:
        load_labels("ta")

    assert "en, hi" in refusal.value.hint
