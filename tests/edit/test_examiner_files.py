"""Presets and past questions, as files have them."""

import json
import re
from pathlib import Path

import pytest

from magazine.core.article import Language
from magazine.core.errors import ConfigurationError
from magazine.core.question import PastQuestion, QuestionKind
from magazine.edit.past import read_past_questions
from magazine.edit.presets import load_preset, preset_names

ROW = {"text": "Which river …?", "exam": "UPSC CSE", "year": 2021, "number": 14, "topics": ["rivers"]}
QUESTION = PastQuestion(text="Which river …?", exam="UPSC CSE", year=2021, number="14", topics=("rivers",))


def test_the_presets_of_the_handbook_are_there() -> None:
    assert preset_names() == ("banking", "psc", "ssc", "upsc-2023", "upsc-2025", "upsc-2026")


@pytest.mark.parametrize("name", preset_names())
def test_both_languages_have_the_same_phrases_with_the_same_gaps(name: str) -> None:
    words = {
        language: load_preset(name).wording(language).words for language in (Language.ENGLISH, Language.HINDI)
    }
    english, hindi = words[Language.ENGLISH], words[Language.HINDI]

    assert english.keys() == hindi.keys()
    for key, phrase in english.items():
        assert sorted(re.findall(r"\{\w*\}", phrase)) == sorted(re.findall(r"\{\w*\}", hindi[key])), key


def test_the_default_is_the_handbooks_mix_of_twenty_five() -> None:
    mix = dict(load_preset().mix)

    assert sum(mix.values()) == 25
    assert mix[QuestionKind.WHICH_CORRECT] == 13
    assert mix[QuestionKind.DIRECT] == 5


def test_a_fifth_option_is_the_presets_own() -> None:
    psc, banking = load_preset("psc"), load_preset("banking")

    assert psc.wording(Language.ENGLISH)["fifth"] == "Question not attempted"
    assert psc.wording(Language.HINDI)["fifth"] == "प्रश्न अनुत्तरित"
    assert banking.wording(Language.ENGLISH)["fifth"] == "None of the above"


def test_a_text_in_both_scripts_is_asked_about_in_english() -> None:
    assert load_preset().wording(Language.MIXED).language is Language.ENGLISH


def test_a_users_preset_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("name: Ours\nmix: { direct: 3 }\nwording: { en: { fifth: Skip } }\n", encoding="utf-8")
    preset = load_preset(str(path))

    assert (preset.id, preset.name, preset.options) == ("ours", "Ours", 4)
    assert preset.wording(Language.ENGLISH)["fifth"] == "Skip"


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("name: Ours\nmix: { riddle: 3 }\n", "mix"),
        ("name: Ours\nmix: { direct: 3 }\noptions: 6\n", "options"),
        ("name: Ours\nmix: { direct: 3 }\nnegative_share: 0.5\n", "negative_share"),
        ("name: Ours\nmix: { direct: 3 }\nwording: { en: { sixth: x } }\n", "sixth"),
        ("name: Ours\n", "mix"),
        ("- a\n", "no fields"),
        ("a: [\n", "not YAML"),
    ],
)
def test_a_preset_that_cannot_be_used_is_refused_by_field(tmp_path: Path, text: str, trouble: str) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ConfigurationError, match=trouble):
        load_preset(str(path))


def test_an_unknown_preset_names_the_known_ones() -> None:
    with pytest.raises(ConfigurationError, match="no preset 'ias'") as refused:
        load_preset("ias")

    assert "upsc-2026" in refused.value.hint


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("past.json", json.dumps([ROW])),
        ("past.json", json.dumps({"questions": [ROW]})),
        ("past.jsonl", f"{json.dumps(ROW)}\n\n"),
        (
            "past.yaml",
            '- {text: "Which river …?", exam: UPSC CSE, year: 2021, number: 14, topics: [rivers]}\n',
        ),
    ],
    ids=["a list", "a list by name", "JSON Lines", "YAML"],
)
def test_past_questions_are_read_from_every_form(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    assert read_past_questions(path) == (QUESTION,)


@pytest.mark.parametrize(
    ("name", "content", "trouble"),
    [
        ("past.json", json.dumps([ROW, {"text": "x", "exam": "y"}]), "question 2: year"),
        ("past.json", json.dumps([{**ROW, "key": "b"}]), "question 1: key"),
        ("past.json", "{}", "no list"),
        ("past.json", "[", "not JSON"),
        ("past.jsonl", "{", "not JSONL"),
        ("past.yaml", "a: [", "not YAML"),
        ("past.yaml", "- 3\n", "question 1"),
    ],
)
def test_a_file_of_past_questions_that_cannot_be_used_says_which_row(
    tmp_path: Path, name: str, content: str, trouble: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ConfigurationError, match=trouble):
        read_past_questions(path)


def test_a_missing_file_of_past_questions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_past_questions(tmp_path / "none.yaml")
