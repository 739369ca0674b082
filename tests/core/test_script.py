"""Which script a text has, and whether a statement is in the language that was asked for."""

import pytest

from magazine.core.article import Language
from magazine.core.script import Script, is_in, script_of

HINDI = (
    "मंत्रिमंडल ने 2,700 करोड़ रुपये की योजना को मंज़ूरी दी।",
    "RBI ने रेपो दर 5.25% पर रखी।",
    "मौद्रिक नीति समिति (Monetary Policy Committee) की बैठक हुई।",
    "अनुच्छेद 370 पर फ़ैसला",
    "ISRO और NASA का NISAR उपग्रह 747 km की कक्षा में है।",
)
ENGLISH = (
    "The Cabinet approved a scheme of Rs 2,700 crore.",
    "Mann Ki Baat (मन की बात) was aired on Sunday.",
    "The Prime Minister launched मिशन मौसम in Delhi on the evening of Tuesday, 14 January.",
    "Article 370: the ruling",
    "President Emmanuel Macron, Chancellor Christian Stocker and Prime Minister Narendra Modi met in Vienna.",
)
NEITHER = (
    "এই প্রকল্পটি আজ অনুমোদিত হয়েছে।",
    "یہ منصوبہ منظور ہو گیا ہے۔",
    "Схема была одобрена.",
    "La commission des finances a approuvé hier soir le projet de loi sur les retraites.",
    "Yah yojana sarkar ne aaj shuru ki thi aur isse kisanon ko laabh hoga.",
    "यह योजना है। The scheme was approved by the whole Cabinet on Monday.",
    "पिबन्ति नद्यः स्वयमेव नाम्भः स्वयं न खादन्ति फलानि वृक्षाः।",
)


@pytest.mark.parametrize("text", HINDI)
def test_hindi_may_hold_names_acronyms_and_units_in_latin_letters(text: str) -> None:
    assert is_in(text, Language.HINDI)
    assert not is_in(text, Language.ENGLISH)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_may_quote_a_few_words_of_hindi(text: str) -> None:
    assert is_in(text, Language.ENGLISH)
    assert not is_in(text, Language.HINDI)


@pytest.mark.parametrize("text", NEITHER)
def test_another_language_is_neither_whatever_its_script(text: str) -> None:
    assert not is_in(text, Language.HINDI)
    assert not is_in(text, Language.ENGLISH)


@pytest.mark.parametrize("text", ["5.25%", "2026-27", "", "GDP", "₹2,700"])
def test_figures_and_acronyms_are_in_every_language(text: str) -> None:
    assert all(is_in(text, language) for language in Language)


def test_a_mixed_text_may_be_anything() -> None:
    assert all(is_in(text, Language.MIXED) for text in (*HINDI, *ENGLISH, *NEITHER))


def test_a_sentence_in_brackets_is_no_gloss() -> None:
    assert not is_in("योजना (The scheme was approved by the whole Cabinet on Monday evening)", Language.HINDI)
    assert not is_in("(यह योजना)", Language.ENGLISH)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The Cabinet", Script.LATIN),
        ("मंत्रिमंडल ने", Script.DEVANAGARI),
        ("RBI ने", Script.DEVANAGARI),
        ("প্রকল্প", Script.OTHER),
        ("12.5 %", Script.NONE),
    ],
)
def test_a_text_has_the_script_of_most_of_its_words(text: str, script: Script) -> None:
    assert script_of(text) is script
