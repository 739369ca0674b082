import pytest

from magazine.core.article import Language
from magazine.ingest.language import language_named, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The port of Kandla handled more cargo.", Language.ENGLISH),
        ("", Language.ENGLISH),
        ("1234 %", Language.ENGLISH),
        (
            "The campaign ‘जल’ was launched in the capital today by the Prime Minister of India.",
            Language.ENGLISH,
        ),
        (
            "He thanked the President for his greetings and wrote on X: होली की शुभकामनाएं, मेरे मित्र!",
            Language.MIXED,
        ),
        ("प्रधानमंत्री ने ISRO के उपग्रह की सराहना की।", Language.HINDI),
    ],
)
def test_the_scripts_tell_the_language(text: str, language: Language) -> None:
    assert language_of(text) is language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("en-IN", Language.ENGLISH),
        ("HI", Language.HINDI),
        ("hindi", Language.HINDI),
        ("mixed", Language.MIXED),
    ],
)
def test_a_name_or_code_tells_the_language(name: str, language: Language) -> None:
    assert language_named(name) is language


def test_a_language_that_is_not_ours_tells_nothing() -> None:
    assert language_named("ta") is None
