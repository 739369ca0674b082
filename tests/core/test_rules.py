"""A user's words to a rule."""

from datetime import date

import pytest

from magazine.core.dates import DateRange
from magazine.core.defaults import DEFAULT_STORIES
from magazine.core.errors import UsageError
from magazine.core.rules import Wishes, rule_for
from magazine.core.topics import UNCLASSIFIED
from tests.builders import a_taxonomy

TODAY = date(2026, 3, 16)


@pytest.mark.parametrize("word", ["space", "SPACE", "Space", "अंतरिक्ष", "astronomy"])
def test_a_topic_is_found_by_id_name_or_alias_in_either_language(word: str) -> None:
    assert rule_for(Wishes(topics=[word]), a_taxonomy(), TODAY).topics == ("space",)


def test_a_group_stands_for_its_topics() -> None:
    assert rule_for(Wishes(topics=["सब"]), a_taxonomy(), TODAY).topics == ("space", "health", "days")


def test_unclassified_articles_can_be_asked_for() -> None:
    assert rule_for(Wishes(topics=["unclassified"]), a_taxonomy(), TODAY).topics == (UNCLASSIFIED,)


def test_an_unknown_topic_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(UsageError, match="no topic 'helth'") as refusal:
        rule_for(Wishes(topics=["helth"]), a_taxonomy(), TODAY)

    assert "health" in refusal.value.hint


def test_without_a_period_the_last_seven_days_are_meant() -> None:
    assert rule_for(Wishes(), a_taxonomy(), TODAY).period == DateRange(date(2026, 3, 9), date(2026, 3, 15))


def test_as_of_pins_today() -> None:
    rule = rule_for(Wishes(period="yesterday", as_of="2026-03-10"), a_taxonomy(), TODAY)

    assert rule.period.last == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("wishes", "budget"),
    [
        (Wishes(), DEFAULT_STORIES),
        (Wishes(max_stories=5), 5),
        (Wishes(max_stories=0), None),
        (Wishes(max_pages=20), None),
        (Wishes(max_pages=20, max_stories=9), 9),
    ],
)
def test_the_story_budget_has_a_default_unless_pages_are_limited(wishes: Wishes, budget: int | None) -> None:
    assert rule_for(wishes, a_taxonomy(), TODAY).max_stories == budget


@pytest.mark.parametrize(
    "wishes",
    [
        Wishes(period="today", first="2026-03-01"),
        Wishes(last="2026-03-01"),
        Wishes(first="2026-03-05", last="2026-03-01"),
        Wishes(max_stories=-1),
        Wishes(max_pages=-2),
        Wishes(as_of="tomorrow"),
    ],
)
def test_wishes_that_contradict_themselves_are_refused_with_a_hint(wishes: Wishes) -> None:
    with pytest.raises(UsageError) as refusal:
        rule_for(wishes, a_taxonomy(), TODAY)

    assert refusal.value.hint
