"""The last reading of a test, after a person had it in hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from magazine.core.issue import Evidence, Issue, Statement, Verdict
from magazine.core.question import Item, Question, QuestionKind
from magazine.core.questions.proof import proven
from magazine.edit.examiner import Examiner
from magazine.edit.presets import load_preset, preset_names
from tests.edit.examined import places


@cache
def the_issue() -> Issue:
    return places(count=6)


@cache
def the_questions() -> dict[QuestionKind, Question]:
    """One question of every kind on the built facts."""
    return {question.kind: question for question in _questions()}


def _questions() -> Iterator[Question]:
    for name in preset_names():
        yield from Examiner(load_preset(name)).set(the_issue()).questions


def after(question: Question, issue: Issue | None = None) -> tuple[int, list[str]]:
    """How many questions are kept, and what the remarks on the others say."""
    kept, remarks = proven([question], issue or the_issue())
    return len(kept), [problem.text for remark in remarks for problem in remark.problems]


def with_item(question: Question, place: int, **changes: Any) -> Question:
    items = list(question.items)
    items[place] = replace(items[place], **changes)
    return replace(question, items=tuple(items))


@pytest.mark.parametrize("kind", QuestionKind)
def test_an_untouched_question_of_every_kind_is_kept(kind: QuestionKind) -> None:
    assert after(the_questions()[kind]) == (1, [])


@pytest.mark.parametrize("kind", QuestionKind)
def test_another_key_is_found_out(kind: QuestionKind) -> None:
    question = the_questions()[kind]
    kept, faults = after(replace(question, key=(question.key + 1) % 4))

    assert kept == 0
    assert len(faults) == 1


@pytest.mark.parametrize("kind", [kind for kind in QuestionKind if kind is not QuestionKind.INFERENCE])
def test_a_question_goes_when_its_evidence_is_taken_away(kind: QuestionKind) -> None:
    question = the_questions()[kind]
    gone = {cite for line in question.explanation for cite in line.cites}
    sections = tuple(
        replace(
            section,
            stories=tuple(
                replace(story, evidence=tuple(each for each in story.evidence if each.id not in gone))
                if story.id == question.story
                else story
                for story in section.stories
            ),
        )
        for section in the_issue().sections
    )

    assert after(question, replace(the_issue(), sections=sections))[0] == 0


@pytest.mark.parametrize(
    "kind", [QuestionKind.WHICH_CORRECT, QuestionKind.HOW_MANY, QuestionKind.PAIRS, QuestionKind.ROWS]
)
def test_an_item_whose_truth_was_turned_is_found_out(kind: QuestionKind) -> None:
    question = the_questions()[kind]
    item = question.items[0]

    assert after(with_item(question, 0, is_true=not item.is_true))[0] == 0


def test_a_true_item_with_another_figure_is_found_out() -> None:
    question, place = next(
        (each, place)
        for each in _questions()
        for place, item in enumerate(each.items)
        if each.kind is QuestionKind.WHICH_CORRECT and item.is_true
    )
    text = "The river has 9,999 boats in 1841."

    assert after(with_item(question, place, cells=(text,))) == (
        0,
        [f"The sources do not settle its item {question.items[place].label}."],
    )


def test_a_false_option_that_is_also_right_is_found_out() -> None:
    question = the_questions()[QuestionKind.DIRECT]
    wrong = next(place for place in range(4) if place != question.key)
    options = list(question.options)
    options[wrong] = f"{options[question.key]}."

    kept, faults = after(replace(question, options=tuple(options)))

    assert kept == 0
    assert faults == [f"Its option {options[wrong]} might also be right."]


def test_an_explanation_in_other_words_than_its_sentence_is_found_out() -> None:
    question = the_questions()[QuestionKind.DIRECT]
    told = Statement(text="Because.", cites=question.explanation[0].cites, verdict=Verdict.VERBATIM)

    assert after(replace(question, explanation=(told,))) == (
        0,
        ["Its explanation is not the sentence that it cites."],
    )


def test_a_lead_that_says_what_no_source_says_is_found_out() -> None:
    question = the_questions()[QuestionKind.PAIRS]
    start, end = question.lead.index("“") + 1, question.lead.index("”")
    lead = f"{question.lead[:start]}The flood of 2019 killed 400{question.lead[end:]}"

    assert after(replace(question, lead=lead)) == (0, ["Its lead names what no source says."])


def test_changed_evidence_proves_nothing() -> None:
    question = the_questions()[QuestionKind.WHICH_CORRECT]

    def is_sound(_: Evidence) -> bool:
        return False

    kept, remarks = proven([question], the_issue(), is_sound)

    assert kept == ()
    assert [(one.place, one.verdict, one.story) for one in remarks] == [
        ("question 1", Verdict.DROPPED, question.story)
    ]


def test_a_question_of_a_story_that_was_taken_out_goes_with_it() -> None:
    question = replace(the_questions()[QuestionKind.PAIRS], story="gone")

    assert after(question) == (0, ["Its story is not in the issue."])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda question: replace(question, options=question.options[:3]),
        lambda question: replace(question, options=(question.options[0],) * 4),
        lambda question: replace(question, key=7),
        lambda question: replace(question, codes=()),
        lambda question: replace(question, explanation=()),
        lambda question: replace(question, items=(Item(label="1", cells=(), is_true=True, cites=()),)),
    ],
    ids=["three options", "one option four times", "a key of none", "no codes", "no explanation", "no words"],
)
def test_a_question_out_of_form_is_dropped_and_nothing_is_raised(
    spoil: Callable[[Question], Question],
) -> None:
    kept, faults = after(spoil(the_questions()[QuestionKind.WHICH_CORRECT]))

    assert kept == 0
    assert len(faults) == 1


def test_relations_that_the_amounts_do_not_bear_are_found_out() -> None:
    question = the_questions()[QuestionKind.INFERENCE]
    spoilt = replace(question.premises[0], cells=("Roads: ₹9 crore",))

    assert after(replace(question, premises=(spoilt, *question.premises[1:])))[0] == 0
    assert after(with_item(question, 0, cells=("II is a fine figure.",)))[0] == 0


@pytest.mark.parametrize("kind", [QuestionKind.TWO_STATEMENTS, QuestionKind.THREE_STATEMENTS])
def test_a_question_with_another_number_of_statements_is_dropped_and_nothing_is_raised(
    kind: QuestionKind,
) -> None:
    question = the_questions()[kind]

    for items in ((), question.items[:1], (*question.items, question.items[0])):
        assert after(replace(question, items=items)) == (0, ["It has not as many items as its form wants."])


def test_an_explanation_that_cites_nothing_proves_nothing() -> None:
    question = the_questions()[QuestionKind.DIRECT]
    alone = replace(question.explanation[0], cites=())

    assert after(replace(question, explanation=(alone,))) == (
        0,
        ["Its explanation is not the sentence that it cites."],
    )


@pytest.mark.parametrize(
    "kind",
    [
        QuestionKind.WHICH_CORRECT,
        QuestionKind.PAIRS,
        QuestionKind.INFERENCE,
        QuestionKind.SEQUENCE,
        QuestionKind.MATCH_LIST,
    ],
)
def test_options_that_a_person_exchanged_under_their_codes_are_found_out(kind: QuestionKind) -> None:
    question = next(
        each
        for each in _questions()
        if each.kind is kind and (kind is not QuestionKind.PAIRS or any("," in code for code in each.codes))
    )
    first, second, *others = question.options

    assert after(replace(question, options=(second, first, *others))) == (
        0,
        ["Its words do not ask what its key answers."],
    )


def test_an_ask_that_a_person_turned_about_is_found_out() -> None:
    question = next(
        each
        for each in _questions()
        if each.kind is QuestionKind.WHICH_CORRECT and each.ask.endswith("is/are correct?")
    )
    ask = question.ask.replace("correct", "not correct")

    assert after(replace(question, ask=ask)) == (0, ["Its words do not ask what its key answers."])


def test_an_option_in_a_person_s_words_that_names_no_item_stays() -> None:
    question = next(
        each for each in _questions() if each.kind is QuestionKind.WHICH_CORRECT and "1,2,3" in each.codes
    )
    options = list(question.options)
    options[question.codes.index("1,2,3")] = "All of them"

    assert after(replace(question, options=tuple(options))) == (1, [])
