"""A thousand questions before a candidate who sees only what is printed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from functools import cache
from pathlib import Path

import pytest

from magazine.core.article import Article, Language
from magazine.core.issue import Issue
from magazine.core.question import Question, QuestionKind
from magazine.core.questions.proof import proven
from magazine.edit.examiner import Examiner
from magazine.edit.presets import load_preset, preset_names
from magazine.ingest.reader import read_inputs
from tests.builders import MARCH
from tests.edit.examined import PLACES, as_printed, model_proposals, places
from tests.edit.printing import a_selection_of, a_story_of, edited
from tests.edit.solver import solve

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
BUILT_RUNS = 3
LETTERS = "abcd"


def is_free(question: Question) -> bool:
    """Whether its options could stand in another order."""
    if question.kind is QuestionKind.WHICH_CORRECT:
        return len(question.items) > 2
    if question.kind is QuestionKind.PAIRS:
        return any("," in code for code in question.codes)
    return question.kind in {
        QuestionKind.DIRECT,
        QuestionKind.INFERENCE,
        QuestionKind.MATCH_LIST,
        QuestionKind.SEQUENCE,
    }


@cache
def the_example_issue() -> Issue:
    """An extractive issue of the articles that come with the program."""
    articles = [each for each in read_inputs([str(EXAMPLES)], zone=UTC) if isinstance(each, Article)]
    stories = [a_story_of(each, score=90.0 - place) for place, each in enumerate(articles)]
    return edited(articles, a_selection_of(*stories, period=MARCH))


@cache
def the_thousand() -> tuple[tuple[Question, Issue], ...]:
    """Tests of all presets on built facts and on the example issue."""
    return tuple(_examined())


def _examined() -> Iterator[tuple[Question, Issue]]:
    for name in preset_names():
        examiner = Examiner(load_preset(name), count=50)
        for run in range(BUILT_RUNS):
            issue = places(f"issue-{run}")
            proposals = [one for place in range(run, len(PLACES), 3) for one in model_proposals(place)]
            examined = examiner.set(issue, proposals)
            yield from ((question, examined) for question in examined.questions)
        example = examiner.set(the_example_issue())
        yield from ((question, example) for question in example.questions)


def test_every_question_has_exactly_one_right_option_for_a_reader_of_the_printed_text() -> None:
    wrong = []
    for question, issue in the_thousand():
        story = next(story for story in issue.stories if story.id == question.story)
        right = solve(as_printed(question), [each.text for each in story.evidence])
        if right != [LETTERS[question.key]]:
            wrong.append((right, LETTERS[question.key], as_printed(question)))

    assert len(the_thousand()) >= 1000
    assert not wrong


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.HINDI])
def test_every_kind_is_among_the_thousand_in_both_languages(language: Language) -> None:
    asked = Counter(question.kind for question, _ in the_thousand() if question.language is language)

    assert set(asked) == set(QuestionKind)


def test_the_thousand_ask_negatively_and_with_two_three_and_any_statements() -> None:
    questions = [question for question, _ in the_thousand()]
    sizes = Counter(len(q.items) for q in questions if q.kind is QuestionKind.WHICH_CORRECT)

    assert any(question.is_negative for question in questions)
    assert {2, 3} <= set(sizes)
    assert {question.editor for question in questions} == {"extractive", "a-model"}


def test_key_letters_are_even_within_a_twentieth_where_the_order_is_free() -> None:
    keys = Counter(LETTERS[question.key] for question, _ in the_thousand() if is_free(question))
    even = keys.total() / len(LETTERS)

    assert all(abs(keys[letter] - even) <= 0.05 * even for letter in LETTERS), keys


def test_the_last_reader_proves_every_one_of_the_thousand() -> None:
    issues = {id(issue): issue for _, issue in the_thousand()}
    remarks = [remark for issue in issues.values() for remark in proven(issue.questions, issue)[1]]

    assert not remarks


def test_another_issue_number_gives_another_test_of_the_same_facts() -> None:
    examiner = Examiner(load_preset(), count=10)
    one, same, other = (examiner.set(replace(places(), id=name)).questions for name in ("1", "1", "2"))

    assert one == same
    assert one != other
