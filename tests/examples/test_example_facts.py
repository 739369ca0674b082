import importlib.util
import json
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
RICHEST_WEEK = (date(2026, 3, 9), date(2026, 3, 15))


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_facts", EXAMPLES / "check_facts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module


check = _load()

RELEASE = {
    "id": "pib-1",
    "url": "https://example.org/1",
    "title": "Ministry releases the 22nd instalment",
    "body": (
        "On March 13, 2026 the ministry released Rs. 18,640.50 crore to 9,37,876 farmers in 19 States. "
        "The order of 17.04.2020 stays in force, and the scheme has run since February 2019. "
        "Its officers shall visit every village of the district once in each quarter of the year to verify."
    ),
    "published": "2026-03-14",
    "category": "Ministry",
    "source": "PIB",
    "language": "en",
}
HEAD = {
    "id": "ex-one",
    "title": "Ministry pays farmers",
    "date": date(2026, 3, 14),
    "source": "Example desk, after PIB",
    "url": "https://example.org/1",
    "category": "Agriculture",
    "language": "en",
    "licence": "own",
    "releases": ["pib-1"],
}
PADDING = " ".join(["Plain prose fills this column."] * 32)


def _folder(tmp_path: Path, sentence: str, name: str = "ex-one.md", **head: object) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir(exist_ok=True)
    front = yaml.safe_dump(HEAD | head, sort_keys=False, allow_unicode=True)
    (articles / name).write_text(f"---\n{front}---\n{sentence}\n\n{PADDING}\n", encoding="utf-8")
    (tmp_path / "releases.jsonl").write_text(json.dumps(RELEASE) + "\n", encoding="utf-8")
    return tmp_path


def _front_matter(path: Path) -> dict[str, object]:
    head = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    assert isinstance(head, dict)
    return head


def test_every_number_and_date_of_the_examples_stands_in_a_named_release() -> None:
    assert check.failures(EXAMPLES) == []


def test_a_number_changed_in_a_real_example_is_reported(tmp_path: Path) -> None:
    source = EXAMPLES / "articles" / "ex-pm-kisan-22nd-instalment.md"
    changed = source.read_text(encoding="utf-8").replace("₹18,640 crore", "₹18,650 crore")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / source.name).write_text(changed, encoding="utf-8")
    (tmp_path / "releases.jsonl").write_bytes((EXAMPLES / "releases.jsonl").read_bytes())
    reported = [line for line in check.failures(tmp_path) if line.startswith(source.name)]
    assert reported == [f"{source.name}: the number 18650 crore stands in none of pib-2238588"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry paid ₹18,640.50 crore to 937,876 farmers.",
        "मंत्रालय ने १३ मार्च को ₹१८,६४०.५० करोड़ दिए।",
        "It paid the 22nd instalment on 13 March 2026.",
        "It paid on March 13.",
        "It paid on 13.03.2026, said its note of 14 March.",
        "The order dates from 17 April 2020, the scheme from February 2019.",
        "आदेश 17 अप्रैल 2020 का है; योजना फ़रवरी 2019 से चल रही है।",
        "Both 13 and 14 March 2026 matter.",
    ],
)
def test_the_same_fact_in_another_form_is_accepted(tmp_path: Path, sentence: str) -> None:
    assert check.failures(_folder(tmp_path, sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("It paid ₹18,641 crore.", "the number 18641 crore"),
        ("It paid ₹18,640.5 crore.", "the number 18640.5 crore"),
        ("It paid ₹18,640.50 lakh.", "the number 18640.50 lakh"),
        ("It works in 20 States.", "the number 20"),
        ("It began in 2018.", "the number 2018"),
        ("It gained 19.5 per cent.", "the number 19.5 %"),
        ("It paid on 12 March 2026.", "the date 2026-3-12"),
        ("It paid from 13 to 15 March 2026.", "the date 2026-3-15"),
        ("The order is of 17 April 2021.", "the date 2021-4-17"),
        ("योजना मई 2019 में आरंभ हुई।", "the date 2019-5"),
        ("यह 21वीं किस्त है।", "the number 21"),
    ],
)
def test_a_fact_that_no_release_has_is_reported(tmp_path: Path, sentence: str, missing: str) -> None:
    assert check.failures(_folder(tmp_path, sentence)) == [f"ex-one.md: {missing} stands in none of pib-1"]


def test_a_wrong_number_in_the_title_is_reported(tmp_path: Path) -> None:
    wrong = check.failures(_folder(tmp_path, "It paid farmers.", title="Ministry pays 23rd instalment"))
    assert wrong == ["ex-one.md: the number 23 stands in none of pib-1"]


def test_a_copied_run_of_words_is_reported_but_a_quotation_is_not(tmp_path: Path) -> None:
    copied = "officers shall visit every village of the district once in each quarter of the year"
    assert check.failures(_folder(tmp_path, f'The note says "{copied}".')) == []
    (wrong,) = check.failures(_folder(tmp_path, f"Its {copied}."))
    assert wrong.startswith("ex-one.md: copies from pib-1: its officers shall visit")


@pytest.mark.parametrize(
    ("head", "reported"),
    [
        ({"url": "https://example.org/2"}, "url is 'https://example.org/2', not 'https://example.org/1'"),
        ({"date": date(2026, 3, 13)}, "date is datetime.date(2026, 3, 13), not datetime.date(2026, 3, 14)"),
        ({"id": "ex-two"}, "id is 'ex-two', not 'ex-one'"),
        ({"language": "ta"}, "language is 'ta', not one of en, hi"),
        ({"title": " ".join(["word"] * 13)}, "the title has 13 words, not 1 to 12"),
    ],
)
def test_front_matter_that_disagrees_is_reported(tmp_path: Path, head: dict[str, Any], reported: str) -> None:
    assert check.failures(_folder(tmp_path, "It paid farmers.", **head)) == [f"ex-one.md: {reported}"]


def test_an_unknown_release_is_reported(tmp_path: Path) -> None:
    wrong = check.failures(_folder(tmp_path, "It paid farmers.", releases=["pib-9"]))
    assert "ex-one.md: names no known release: pib-9" in wrong


def test_a_front_matter_with_another_key_is_reported(tmp_path: Path) -> None:
    (wrong, _unused) = check.failures(_folder(tmp_path, "It paid farmers.", author="someone"))
    assert wrong.startswith("ex-one.md: front matter is not exactly id, title")


def test_two_articles_with_one_address_are_reported(tmp_path: Path) -> None:
    _folder(tmp_path, "It paid farmers.")
    wrong = check.failures(_folder(tmp_path, "It paid.", "ex-two.md", id="ex-two", title="Another"))
    assert wrong == [
        f"{name}: another article has the url https://example.org/1" for name in ("ex-one.md", "ex-two.md")
    ]


def test_an_article_that_is_too_short_is_reported(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "It paid farmers.")
    article = folder / "articles" / "ex-one.md"
    article.write_text(article.read_text(encoding="utf-8").replace(PADDING, ""), encoding="utf-8")
    assert check.failures(folder) == ["ex-one.md: 3 words, not 150 to 350"]


def test_the_script_exits_with_one_and_prints_each_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main([str(_folder(tmp_path, "It works in 20 States."))]) == 1
    assert capsys.readouterr().out == "ex-one.md: the number 20 stands in none of pib-1\n"
    assert check.main([str(_folder(tmp_path, "It works in 19 States."))]) == 0


def test_the_examples_fill_every_full_week_of_the_month_and_one_of_them_richly() -> None:
    heads = [_front_matter(path) for path in (EXAMPLES / "articles").glob("*.md")]
    weeks: dict[int, int] = {}
    for head in heads:
        published = head["date"]
        assert isinstance(published, date)
        assert (published.year, published.month) == (2026, 3)
        weeks[published.isocalendar().week] = weeks.get(published.isocalendar().week, 0) + 1
    rich = RICHEST_WEEK[0].isocalendar().week
    assert {rich - 1, rich, rich + 1, rich + 2} <= weeks.keys()
    assert weeks[rich] == max(weeks.values())
    assert weeks[rich] >= 20
    assert sum(head["language"] == "hi" for head in heads) >= 7
