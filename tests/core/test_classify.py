"""Topics of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magazine.core.appraisal import TopicRole
from magazine.core.classify import Classifier
from magazine.core.topics import TopicKind
from tests.builders import a_taxonomy, a_topic

FILLER = "Nothing of note was said by anybody that day. " * 10
CLASSIFIER = Classifier(a_taxonomy())


def points(title: str, body: str = "", category: str = "") -> dict[str, float]:
    return {score.topic: score.score for score in CLASSIFIER.topics_of(title, body, category)}


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("A satellite", "", 3.0),
        ("News", "A satellite rose.", 2.0),
        ("A satellite", "The satellite rose. " + FILLER + "That satellite works.", 6.0),
        ("A satellite", "The satellite, the satellite, the satellite.", 5.0),
        ("A satellite round the moon", "", 4.0),
        ("A satellite", "To the moon.", 3.5),
        ("A satellite", FILLER + "To the moon.", 3.25),
        ("A satellite", "The satellite took our parking space.", 2.0),
    ],
    ids=["title", "lead", "all places", "once a place", "hint", "hint in lead", "hint in rest", "negative"],
)
def test_points_follow_the_place_of_the_cue(title: str, body: str, expected: float) -> None:
    assert points(title, body) == {"space": expected}


def test_hints_together_earn_at_most_three_points() -> None:
    hints = ("alpha", "beta", "gamma", "delta", "epsilon")
    classifier = Classifier(a_taxonomy([a_topic(hints=hints)]))

    assert classifier.topics_of("Alpha beta gamma delta epsilon", "")[0].score == 3.0


def test_fewer_than_two_points_leave_an_article_unclassified() -> None:
    assert points("News", FILLER + "A satellite rose.") == {}


@pytest.mark.parametrize("category", ["Astronomy", "astronomy", "अंतरिक्ष", "World > Astronomy", "News; Space"])
def test_the_sources_own_category_earns_six_points(category: str) -> None:
    assert points("News", "", category) == {"space": 6.0}


def test_a_ministry_is_known_however_its_commas_are_set() -> None:
    classifier = Classifier(a_taxonomy([a_topic(aliases=("Ministry of Micro, Small & Medium Enterprises",))]))

    assert classifier.topics_of("News", "", "Ministry of Micro,Small and Medium Enterprises")


def test_the_best_subject_is_the_section_and_a_feature_never_is() -> None:
    scores = CLASSIFIER.topics_of(
        "Constitution Day: a vaccine", "On Constitution Day a vaccine and a satellite."
    )

    assert {score.topic: score.role for score in scores} == {
        "health": TopicRole.SECTION,
        "days": TopicRole.FEATURE,
    }
    assert scores == tuple(sorted(scores, key=lambda score: -score.score))


def test_only_three_subjects_with_45_percent_of_the_best_are_tags() -> None:
    names = ("one", "two", "three", "four", "five")
    classifier = Classifier(a_taxonomy([a_topic(id=name, keywords=(name,), hints=()) for name in names]))
    scores = classifier.topics_of("One two three four five", "One.")

    assert [score.role for score in scores] == [TopicRole.SECTION] + 3 * [TopicRole.TAG]


def test_a_feature_alone_gives_an_article_no_section() -> None:
    feature = a_topic(id="days", kind=TopicKind.FEATURE, keywords=("Diwas",))

    assert [score.role for score in Classifier(a_taxonomy([feature])).topics_of("Diwas", "")] == [
        TopicRole.FEATURE
    ]


@given(st.text(), st.text(), st.text())
def test_any_text_can_be_classified(title: str, body: str, category: str) -> None:
    assert all(score.score >= 2 for score in CLASSIFIER.topics_of(title, body, category))
