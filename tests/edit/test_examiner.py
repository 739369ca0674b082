import re
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from magazine.core.article import Article, Language
from magazine.core.issue import BlockKind, Issue, Priority, Verdict
from magazine.core.question import PastQuestion, Question, QuestionKind
from magazine.core.questions.proposals import Proposal
from magazine.edit.examiner import MOST_MAINS, Examined, Examiner, quotas
from magazine.edit.model.replies import StoryReply
from magazine.edit.presets import load_preset, preset_names
from magazine.edit.proposing import proposals_of
from tests.edit.examined import (
    MINISTRIES,
    PLACES,
    a_place_story,
    an_issue_of,
    facts_of_place,
    model_proposals,
    places,
)
from tests.edit.printing import a_selection_of, a_story_of, edited


@cache
def examined(preset: str = "upsc-2026", count: int = 25) -> Examined:
    return Examiner(load_preset(preset), count=count).examine(places())


@cache
def modelled() -> Issue:
    proposals = [each for place in range(4) for each in model_proposals(place)]
    return Examiner(load_preset()).set(places(count=4), proposals)


def is_numeric(question: Question) -> bool:
    """Whether a direct question asks for an amount or a count; a year is more than a figure."""
    answers = question.options if question.kind is QuestionKind.DIRECT else ("",)
    return all(re.match(r"₹|(?!(?:18|19|20)\d\d$)\d", option) for option in answers)


def test_an_issue_gets_a_test_of_the_presets_mix() -> None:
    kinds = Counter(question.kind for question in examined().issue.questions)

    assert kinds == dict(load_preset().mix)
    assert examined().notes == ()
    assert examined().issue.preset == "upsc-2026"


def test_a_story_has_at_most_two_questions_and_must_reads_come_first() -> None:
    issue = Examiner(load_preset(), count=8).set(places())
    asked = Counter(question.story for question in issue.questions)
    urgent = {story.id for story in issue.stories if story.priority is Priority.MUST_READ}

    assert max(asked.values()) <= 2
    assert set(asked) <= urgent


def test_no_two_questions_rest_on_one_sentence() -> None:
    cited = [
        (question.story, cite)
        for question in examined(count=40).issue.questions
        for cite in {cite for line in question.explanation for cite in line.cites}
    ]

    assert len(cited) == len(set(cited))


def test_what_the_news_cannot_bear_is_said() -> None:
    found = Examiner(load_preset("psc"), count=20).examine(places(count=1))

    assert len(found.issue.questions) <= 4
    assert f"{len(found.issue.questions)} of 20 questions: the news has no more for them" in found.notes


def test_an_issue_without_stories_has_no_test_and_nothing_is_raised() -> None:
    found = Examiner(load_preset()).examine(an_issue_of())

    assert not found.issue.questions
    assert not found.issue.mains
    assert "0 of 25 questions: the news has no more for them" in found.notes


@pytest.mark.parametrize("preset", preset_names())
def test_every_preset_keeps_to_its_options_and_its_share_of_negatives(preset: str) -> None:
    style = load_preset(preset)
    questions = examined(preset, 30).issue.questions

    assert {len(question.options) for question in questions} == {style.options}
    assert all(question.key < 4 for question in questions)
    assert sum(question.is_negative for question in questions) <= 0.1 * len(questions)


def test_mere_figures_are_asked_for_only_within_their_share() -> None:
    questions = examined("ssc", 20).issue.questions

    assert sum(map(is_numeric, questions)) <= 0.15 * 20 + 1


def test_each_item_is_explained_by_the_sources_own_sentence() -> None:
    texts = {story.id: {each.id: each.text for each in story.evidence} for story in places().stories}
    for question in examined().issue.questions:
        for line in question.explanation:
            assert line.verdict is Verdict.VERBATIM
            assert [texts[question.story][cite] for cite in line.cites] == [line.text]
        if question.kind is QuestionKind.WHICH_CORRECT:
            assert len(question.explanation) == len(question.items)


def test_a_false_item_names_its_one_change() -> None:
    false = [item for q in examined().issue.questions for item in q.items if not item.is_true and item.twist]

    assert false
    assert all(" for " in item.twist or " के स्थान पर " in item.twist for item in false)


def test_a_question_speaks_the_language_of_its_story() -> None:
    for question in examined().issue.questions:
        is_hindi = any("\u0900" <= letter <= "\u097f" for letter in question.lead + question.ask)

        assert is_hindi is (question.language is Language.HINDI)


def test_a_headline_that_gives_the_answer_away_leaves_it_unasked() -> None:
    story = a_place_story(0)
    told = replace(story.headline, text="Arland sets up a River Mission in 1971, with a Water Act of 1958")
    issue = Examiner(load_preset("ssc")).set(an_issue_of(replace(story, headline=told)))

    answers = [q.options[q.key] for q in issue.questions if q.kind is QuestionKind.DIRECT]

    assert not {"1971", "1958"} & set(answers)


def test_a_headline_with_a_part_of_a_towns_name_gives_the_town_away() -> None:
    told = Article(
        id="told",
        title="Malaria conference in Delhi ends",
        body="The International Malaria Conference of 2012 ended in New Delhi after three days of talks.\n\n"
        "The Wildlife Institute of India held a workshop in Dehradun on saving elephants from trains.\n\n"
        "The salt museum of the coast was built in Kochi by two fishermen and a poet.\n\n"
        "The night school of the port was moved in Surat to the old customs house.",
    )
    issue = edited([told], a_selection_of(a_story_of(told)))
    answers = {q.options[q.key] for q in Examiner(load_preset("ssc")).set(issue).questions}

    assert "New Delhi" not in answers
    assert answers & {"Dehradun", "Kochi", "Surat"}


def test_a_headline_that_quotes_is_quoted_with_single_marks_inside() -> None:
    issue = places()
    quoting = {
        story.id: replace(story, headline=replace(story.headline, text=f"“{story.headline.text}”"))
        for story in issue.stories
    }
    sections = tuple(
        replace(section, stories=tuple(quoting[story.id] for story in section.stories))
        for section in issue.sections
    )
    leads = [
        q.lead for q in Examiner(load_preset("upsc-2026")).set(replace(issue, sections=sections)).questions
    ]

    assert [lead for lead in leads if "““" in lead] == []
    assert [lead for lead in leads if "“‘" in lead]


def test_a_models_statements_come_before_the_extractive_ones() -> None:
    texts = {
        item.cells[0]
        for question in modelled().questions
        if question.editor == "a-model" and question.kind is QuestionKind.WHICH_CORRECT
        for item in question.items
    }

    proposed = {
        each.text for place in range(4) for each in model_proposals(place) if isinstance(each, Proposal)
    }

    assert len(texts & proposed) >= 4


def test_a_models_mains_question_is_printed_with_its_marks_and_words() -> None:
    question = modelled().mains[0]

    assert (question.marks, question.words, question.paper, question.editor) == (15, 250, "GS3", "a-model")
    assert len(question.frame) == 4


def test_without_a_model_a_must_read_story_frames_its_mains_question() -> None:
    mains = examined().issue.mains

    assert 0 < len(mains) <= MOST_MAINS
    assert all(question.text.rstrip(".।").endswith(("Analyse", "विश्लेषण कीजिए")) for question in mains)
    assert all(3 <= len(question.frame) <= 5 and question.paper == "GS3" for question in mains)


def test_a_story_with_points_alone_frames_no_mains_question() -> None:
    story = a_place_story(0)
    points = tuple(block for block in story.blocks if block.kind is BlockKind.POINTS)

    assert Examiner(load_preset()).set(an_issue_of(replace(story, blocks=points))).mains == ()


def test_past_questions_are_printed_with_the_first_story_of_their_topic() -> None:
    rivers = PastQuestion(text="Which river …?", exam="UPSC CSE", year=2021, topics=("lakes", "rivers"))
    space = replace(rivers, topics=("space",))
    issue = Examiner(load_preset(), past=(rivers, space)).set(places(count=1))

    assert issue.past == (replace(rivers, story="place-en-0"),)


def test_a_reply_becomes_proposals_of_its_story() -> None:
    reply = StoryReply.model_validate(
        {
            "last_id": "a1.s1",
            "headline": None,
            "why": [{"text": facts_of_place(0)[0], "cites": ["a1.s1"]}],
            "proposals": [
                {
                    "text": f"The Arland River Mission was set up under the Ministry of {MINISTRIES[1]}.",
                    "is_true": False,
                    "cites": ["a1.s1"],
                    "twist": MINISTRIES[1],
                    "original": MINISTRIES[0],
                }
            ],
            "pairs": [
                {"kind": "Act : Year", "left": "Arland Water Act", "right": "1958", "cites": ["a1.s2"]}
            ],
            "mains": {
                "text": "What does the river mean for the farms of Arland? Discuss.",
                "directive": "Discuss",
                "marks": 10,
                "words": 150,
                "frame": [{"text": facts_of_place(0)[0], "cites": ["a1.s1"]}],
            },
        }
    )
    statement, pair, mains = proposals_of("place-en-0", reply, "a-model")

    assert (statement.twist, statement.original) == (MINISTRIES[1], MINISTRIES[0])  # type: ignore[union-attr]
    assert pair.heads == ("Act", "Year")  # type: ignore[union-attr]
    assert [point.text for point in mains.frame] == [facts_of_place(0)[0]]  # type: ignore[union-attr]
    assert {each.story for each in (statement, pair, mains)} == {"place-en-0"}


@pytest.mark.parametrize("count", [1, 5, 25, 100])
def test_quotas_sum_up_to_the_count(count: int) -> None:
    for name in preset_names():
        assert quotas(load_preset(name).mix, count).total() == count


def test_equal_settings_have_equal_signatures_and_others_not() -> None:
    one, same = Examiner(load_preset()), Examiner(load_preset())
    others = [Examiner(load_preset("psc")), Examiner(load_preset(), count=5)]

    assert one.signature == same.signature
    assert one.signature not in {other.signature for other in others}


def test_no_two_collections_of_past_questions_have_one_signature() -> None:
    preset = load_preset()
    signatures = {
        Examiner(preset, past=(PastQuestion(text=f"Question {n}?", exam="UPSC", year=2021),)).signature
        for n in range(1_000)
    }

    assert len(signatures) == 1_000


def test_the_built_places_are_told_apart() -> None:
    assert len({story.headline.text for story in places().stories}) == 2 * len(PLACES)
