"""What a model proposes for the test reaches the examiner only when the sources bear it out."""

from collections.abc import Sequence
from typing import Any

import pytest

from magazine.edit.assignment import assignments
from magazine.edit.examiner import Examiner
from magazine.edit.model.matter import matter_of
from magazine.edit.model.replies import StoryReply
from magazine.edit.model.sifting import sifted
from magazine.edit.model.verifying import Verifier
from magazine.edit.presets import load_preset
from tests.edit.writing import RAMSAR, Model, a_reply, a_selection_in, drafted, said


def sift(**changes: Any) -> StoryReply:
    (assignment,) = assignments(a_selection_in(None, (RAMSAR,)), [RAMSAR])
    matter = matter_of(assignment, 5_000)
    assert matter is not None
    return sifted(StoryReply.model_validate(a_reply(**changes)), Verifier(assignment, matter.sent))


def proposed(
    text: str, cites: Sequence[str], *, twist: str | None = None, original: str | None = None
) -> dict[str, Any]:
    return {**said(text, *cites), "is_true": twist is None, "twist": twist, "original": original}


@pytest.mark.parametrize(
    ("proposal", "is_kept"),
    [
        (proposed("India became a party to the Ramsar Convention in 1982", ["a1.s4", "a1.s3"]), True),
        (proposed("India became a party to the Ramsar Convention in 1985.", ["a1.s4"]), False),
        (
            proposed(
                "The Ramsar Convention was signed in Iran in 1975.", ["a1.s3"], twist="1975", original="1971"
            ),
            True,
        ),
        (
            proposed(
                "The Ramsar Convention was signed in Iran in 1975.", ["a1.s3"], twist="1975", original="1972"
            ),
            False,
        ),
        (
            proposed(
                "The Ramsar Convention was signed in Iran in 1975.", ["a1.s9"], twist="1975", original="1971"
            ),
            False,
        ),
        (proposed("See www.example.com for 1975.", ["a1.s3"], twist="1975", original="1971"), False),
    ],
    ids=["true", "untrue", "false by one twist", "false otherwise", "without evidence", "an address"],
)
def test_a_proposal_is_kept_when_its_true_form_is_borne_out(proposal: dict[str, Any], is_kept: bool) -> None:
    assert len(sift(proposals=[proposal]).proposals) == is_kept


def test_a_written_question_keeps_the_points_that_the_story_has_and_names_nothing_else() -> None:
    frame = [
        said("The Cabinet approved ₹2,700 crore for wetlands.", "a1.s5"),
        said("Japan gave ₹9 crore.", "a1.s5"),
    ]
    question = {
        "text": "India has 98 Ramsar sites under a convention of 1971. Examine the delays in their care.",
        "directive": "Examine",
        "marks": 10,
        "words": 150,
        "frame": frame,
    }

    kept = sift(mains=question).mains
    assert kept is not None
    assert [point.text for point in kept.frame] == [frame[0]["text"]]
    assert sift(mains=question | {"text": "Should Japan fund the Paris Agreement? Discuss."}).mains is None
    assert sift(mains=question | {"frame": frame[1:]}).mains is None


def test_pairs_lose_what_has_no_place_on_a_page() -> None:
    pair = {"kind": "Convention : Year", "left": "Ramsar Convention", "right": "1971", "cites": ["a1.s3"]}

    assert sift(pairs=[pair, pair | {"right": "www.example.com"}]).pairs[0].right == "1971"
    assert len(sift(pairs=[pair | {"left": "<b>Ramsar</b>"}]).pairs) == 0


def test_the_examiner_sets_the_test_of_a_told_issue() -> None:
    proposals = [
        proposed("India became a party to the Ramsar Convention in 1982.", ["a1.s4", "a1.s3"]),
        proposed(
            "The Ramsar Convention was signed in Iran in 1975.", ["a1.s3"], twist="1975", original="1971"
        ),
    ]
    examiner = Examiner(load_preset(), count=5)
    model = Model(story=lambda _: a_reply(proposals=proposals))

    issue = drafted(model, RAMSAR, examiner=examiner).issue

    assert issue.preset == examiner.preset.id
    assert any(question.editor == "scripted" for question in issue.questions)
    assert Model().editor(examiner=examiner).signature != Model().editor().signature
