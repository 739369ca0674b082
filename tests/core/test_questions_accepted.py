from dataclasses import replace
from typing import Any

import pytest

from magazine.core.question import PastQuestion
from magazine.core.questions.accepted import accepted, accepted_claims, accepted_pairs, is_askable
from magazine.core.questions.dossier import Dossier
from magazine.core.questions.mains import accepted_mains, directive_of, proven_mains
from magazine.core.questions.proposals import MainsProposal, PairProposal, Proposal
from magazine.core.statement import Evidence, Statement
from tests.edit.examined import a_place_story, an_issue_of, model_proposals

STORY = a_place_story(0)
DOSSIER = Dossier(STORY)
TRUE = Proposal(
    story=STORY.id,
    text="The Arland River Mission was set up in 1971.",
    is_true=True,
    cites=("a1.s1",),
    editor="a-model",
)
FALSE = replace(
    TRUE,
    text="The Arland River Mission was set up in 1974.",
    is_true=False,
    twist="1974",
    original="1971",
)
PAIR = PairProposal(
    story=STORY.id,
    left="Section 31",
    right="Registration of fishing boats",
    kind="section : matter",
    cites=("a1.s11",),
)


def the_mains(**changes: Any) -> MainsProposal:
    (found,) = (each for each in model_proposals(0) if isinstance(each, MainsProposal))
    return replace(found, **changes)


def test_a_true_statement_that_its_sentence_bears_out_is_accepted() -> None:
    claim = accepted(TRUE, DOSSIER)

    assert claim is not None
    assert claim.truth == TRUE
    assert claim.lies == ()


def test_a_false_statement_brings_its_true_form_along() -> None:
    claim = accepted(FALSE, DOSSIER)

    assert claim is not None
    assert claim.lies == (FALSE,)
    assert claim.truth.text == TRUE.text
    assert claim.truth.is_true


@pytest.mark.parametrize(
    "proposal",
    [
        replace(TRUE, text="The Arland River Mission was set up in 1972."),
        replace(TRUE, cites=()),
        replace(TRUE, cites=("a9.s1",)),
        replace(FALSE, is_true=True),
        replace(FALSE, twist=""),
        replace(FALSE, original=""),
        replace(FALSE, twist="1975"),
        replace(FALSE, original="1973"),
        replace(FALSE, text=TRUE.text, twist="1971", original="1971"),
        replace(FALSE, text="In 1974 the Arland River Mission of 1974 was set up."),
        replace(FALSE, text="The Arland River Mission was set up in 1974 with 99 boats."),
    ],
    ids=[
        "a wrong year said to be true",
        "no citation",
        "an unknown citation",
        "a false one said to be true",
        "no twist",
        "no original",
        "a twist that is not in it",
        "an original that the source does not have",
        "a false one that is true",
        "a twist that stands twice",
        "a second change beside the twist",
    ],
)
def test_a_statement_that_the_sources_do_not_settle_is_refused(proposal: Proposal) -> None:
    assert accepted(proposal, DOSSIER) is None


def test_a_true_statement_stands_once_with_all_its_false_forms() -> None:
    other = replace(FALSE, text=FALSE.text.replace("1974", "1968"), twist="1968")
    (claim,) = accepted_claims([TRUE, FALSE, other], DOSSIER)

    assert claim.truth.text == TRUE.text
    assert [lie.twist for lie in claim.lies] == ["1974", "1968"]


@pytest.mark.parametrize(
    "text",
    [
        "The mission was recently set up under the Ministry.",
        "The Minister said that the mission has 12 boats.",
        "The mission may reach 100 villages by 2030.",
        "It was set up in 1971 under the Ministry.",
        "According to the Ministry, the mission has 12 boats.",
        "हाल ही में मिशन की स्थापना हुई।",
        "मंत्री ने कहा कि मिशन में 12 नावें हैं।",
        "यह मिशन 1971 में बना।",
    ],
)
def test_opinions_forecasts_and_sentences_that_lean_on_others_are_no_questions(text: str) -> None:
    assert not is_askable(text)


def test_a_pair_needs_one_cited_sentence_with_both_sides() -> None:
    wrong = replace(PAIR, left="Section 45")
    elsewhere = replace(PAIR, left="Section 58", right="Penalties for dumping ash", cites=("a1.s1",))

    assert accepted_pairs([PAIR, wrong, elsewhere, PAIR], DOSSIER) == [PAIR]


def test_a_part_of_a_number_joins_nothing() -> None:
    assert DOSSIER.joins("Roads", "₹120 crore")
    assert not DOSSIER.joins("Roads", "20 crore")


def test_a_mains_question_keeps_the_points_that_are_borne_out() -> None:
    frame = (*the_mains().frame, replace(TRUE, text="The Arland River Mission was set up in 1999."))
    question = accepted_mains(the_mains(frame=frame), DOSSIER)

    assert question is not None
    assert (question.directive, question.marks, question.words) == ("Discuss", 15, 250)
    assert [point.text for point in question.frame] == [point.text for point in the_mains().frame]


@pytest.mark.parametrize(
    "changes",
    [
        {"frame": the_mains().frame[:2]},
        {"text": "What does the river of Arland mean for farms and mills along the canal?"},
        {"text": "Is the river of Arland good for farms and mills along the canal? Discuss."},
        {"text": "Discuss it."},
        {"text": "The Borduria flood of 2019 killed 400. What does it mean for Arland? Discuss."},
    ],
    ids=["two points", "no directive", "yes or no", "too short", "a fact that no source has"],
)
def test_a_mains_question_without_form_or_substance_is_refused(changes: dict[str, Any]) -> None:
    assert accepted_mains(the_mains(**changes), DOSSIER) is None


def test_a_story_without_a_paper_has_no_mains_question() -> None:
    assert accepted_mains(the_mains(), Dossier(replace(STORY, papers=("Prelims",)))) is None


@pytest.mark.parametrize(
    ("text", "directive"),
    [
        ("What changed? Critically examine.", "Critically examine"),
        ("Examine the law and explain its aims. Discuss.", "Discuss"),
        ("क्या बदला? चर्चा कीजिए।", "चर्चा कीजिए"),
        ("What changed?", ""),
    ],
)
def test_the_last_directive_is_the_questions(text: str, directive: str) -> None:
    assert directive_of(text) == directive


def test_a_mains_question_goes_when_its_evidence_does() -> None:
    question = accepted_mains(the_mains(), DOSSIER)
    assert question is not None
    bare = replace(STORY, evidence=STORY.evidence[:3])

    assert proven_mains([question], an_issue_of(STORY)) == ((question,), ())
    kept, remarks = proven_mains([question], an_issue_of(bare))
    assert kept == ()
    assert [(remark.place, remark.text, remark.story) for remark in remarks] == [
        ("mains 1", question.text, STORY.id)
    ]


def test_a_point_that_no_source_bears_out_goes_with_a_remark_and_the_question_stays() -> None:
    question = accepted_mains(the_mains(), DOSSIER)
    assert question is not None
    foreign = Statement(text="The river has 9,999 boats.", cites=("a1.s1",))

    kept, remarks = proven_mains([replace(question, frame=(foreign, *question.frame))], an_issue_of(STORY))

    assert kept == (question,)
    assert [(remark.place, remark.text) for remark in remarks] == [("mains 1 point 1", foreign.text)]


def test_a_hindi_word_stands_whole_beside_another_or_not_at_all() -> None:
    evidence = (Evidence(id="a1.s1", text="भारतीय सेना ने कीमत बताई।"),)
    dossier = Dossier(replace(STORY, evidence=evidence))

    assert dossier.joins("भारतीय", "कीमत")
    assert not dossier.joins("भारत", "कीमत")
    assert not dossier.joins("भारतीय", "मत")


def test_a_past_question_belongs_to_no_story_until_it_is_matched() -> None:
    assert PastQuestion(text="Which river …?", exam="UPSC CSE", year=2021).story == ""
