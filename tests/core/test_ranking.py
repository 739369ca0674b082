"""The selection's decision."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magazine.core.appraisal import TopicRole
from magazine.core.article import Language
from magazine.core.dates import DateRange
from magazine.core.ports import Shortlist
from magazine.core.ranking import select
from magazine.core.selection import Candidate, LeftOutReason, Rule, Selection, SelectionCounts
from magazine.core.topics import UNCLASSIFIED
from tests.builders import a_candidate, a_reference, a_rule, a_taxonomy, a_topic_score, an_appraisal


def candidate(article_id: str, topic: str = "space", score: float = 8.0, **changes: Any) -> Candidate:
    """Return a candidate with a text of its own."""
    reference = a_reference(id=article_id, text_hash=article_id, **changes)
    return a_candidate(reference=reference, appraisal=an_appraisal(topics=(a_topic_score(topic, score),)))


def selected(candidates: list[Candidate], rule: Rule | None = None) -> Selection:
    """Return the selection from those candidates."""
    shortlist = Shortlist(candidates=tuple(candidates), counts=SelectionCounts(matched=len(candidates)))
    return select(shortlist, rule or a_rule(), a_taxonomy())


def printed(selection: Selection) -> list[str]:
    """Return the ids of the stories' first articles, in printing order."""
    return [story.articles[0].id for story in selection.stories]


def test_the_best_story_of_a_group_comes_first() -> None:
    assert printed(selected([candidate("weak", score=3), candidate("strong", score=20)])) == [
        "strong",
        "weak",
    ]


def test_every_pick_gives_its_reasons_with_points() -> None:
    [story] = selected([candidate("one", source="PIB")]).stories

    assert any("Space, 8 cue points" in reason for reason in story.reasons)
    assert any("official source PIB" in reason for reason in story.reasons)
    assert all(reason[0] in "+-" for reason in story.reasons)


def test_signals_raise_and_lower_a_story() -> None:
    cabinet = a_candidate(
        reference=a_reference(id="cabinet", text_hash="c"),
        appraisal=an_appraisal(includes=("cabinet decision",)),
    )
    condolence = a_candidate(
        reference=a_reference(id="condolence", text_hash="d"),
        appraisal=an_appraisal(excludes=("condolence",)),
    )

    selection = selected([condolence, candidate("plain"), cabinet])

    assert printed(selection) == ["cabinet", "plain", "condolence"]
    assert "+7 cabinet decision" in selection.stories[0].reasons
    assert "-15 condolence" in selection.stories[2].reasons


def test_later_news_of_the_period_ranks_higher() -> None:
    early, late = candidate("early", published="2026-03-01"), candidate("late", published="2026-03-31")

    assert printed(selected([early, late])) == ["late", "early"]


def test_articles_with_the_same_text_are_one_story_led_by_the_earliest() -> None:
    first = a_candidate(reference=a_reference(id="first", published="2026-03-09"))
    again = a_candidate(
        reference=a_reference(id="again", published="2026-03-10", url="https://other.example/")
    )

    [story] = selected([again, first]).stories

    assert [article.id for article in story.articles] == ["first", "again"]


def told(article_id: str, event: str, **changes: Any) -> Candidate:
    """Return a candidate with a text of its own that tells of an event."""
    return replace(candidate(article_id, **changes), event=event)


def test_reports_of_one_event_are_one_story_and_say_so() -> None:
    reports = [
        told("late", "e1", published="2026-03-10", source="A"),
        told("early", "e1", published="2026-03-08", source="B"),
        told("other", "e2", published="2026-03-09"),
    ]

    stories = {story.articles[0].id: story for story in selected(reports).stories}

    assert set(stories) == {"early", "other"}
    assert [article.id for article in stories["early"].articles] == ["early", "late"]
    assert "+3 told by 2 articles" in stories["early"].reasons


def test_candidates_whose_event_is_not_known_are_stories_of_their_own() -> None:
    assert len(selected([candidate("one"), candidate("two")]).stories) == 2


@pytest.mark.parametrize(
    ("other", "lead"),
    [
        ({"words": 640}, "other"),
        ({"words": 250}, "first"),
        ({"words": 130, "source": "PIB"}, "other"),
    ],
    ids=["much fuller", "hardly fuller", "official"],
)
def test_the_official_or_the_fullest_report_leads_else_the_earliest(other: dict[str, Any], lead: str) -> None:
    first = told("first", "e1", published="2026-03-08", words=200, source="A")
    [story] = selected(
        [first, told("other", "e1", **{"published": "2026-03-09", "source": "B", **other})]
    ).stories

    assert story.articles[0].id == lead


def test_one_busy_topic_does_not_crowd_out_the_rest() -> None:
    busy = [candidate(f"space-{number}", "space", 20) for number in range(30)]
    quiet = [candidate(f"health-{number}", "health", 3) for number in range(3)]

    selection = selected(busy + quiet, a_rule(max_stories=10))

    assert sum(story.topic == "health" for story in selection.stories) == 3
    assert sum(story.topic == "space" for story in selection.stories) == 7


def test_an_even_share_is_no_reason_to_print_noise() -> None:
    noise = a_candidate(
        reference=a_reference(id="noise", text_hash="n"),
        appraisal=an_appraisal(topics=(a_topic_score("health", 2),), excludes=("condolence",)),
    )
    news = [candidate(f"space-{number}") for number in range(2)]

    assert "noise" not in printed(selected([noise, *news], a_rule(max_stories=2)))


def test_what_does_not_fit_is_left_out_with_its_rank() -> None:
    selection = selected(
        [candidate(f"a{number}", score=number) for number in range(2, 7)], a_rule(max_stories=2)
    )

    assert {left.reason for left in selection.left_out} == {LeftOutReason.STORY_BUDGET}
    assert selection.left_out[0].detail == "Ranked 5 of 5; the budget is 2 stories."
    assert len(selection.left_out) == 3


def test_the_page_budget_leaves_stories_out_and_prints_at_least_one() -> None:
    long = [candidate(f"a{number}", words=900) for number in range(40)]

    few, one = selected(long, a_rule(max_pages=12)), selected(long, a_rule(max_pages=1))

    assert 1 < len(few.stories) < 40
    assert {left.reason for left in few.left_out} == {LeftOutReason.PAGE_BUDGET}
    assert len(one.stories) == 1


def test_language_alone_keeps_an_article_out_and_says_so() -> None:
    hindi, english = candidate("hindi", language=Language.HINDI), candidate("english")

    selection = selected([hindi, english], a_rule(language=Language.HINDI))

    assert printed(selection) == ["hindi"]
    [left] = selection.left_out
    assert (left.article.id, left.reason) == ("english", LeftOutReason.LANGUAGE)


def test_a_story_is_printed_under_the_topic_that_was_asked_for() -> None:
    scores = (a_topic_score("space", 20), a_topic_score("health", 10, TopicRole.TAG))
    story = a_candidate(appraisal=an_appraisal(topics=scores))

    assert selected([story]).stories[0].topic == "space"
    assert selected([story], a_rule(topics=("health",))).stories[0].topic == "health"
    assert selected([story], a_rule(topics=("health",))).stories[0].tags == ("space",)


@pytest.mark.parametrize(("section", "printed_under"), [(2.25, "days"), (6.0, "space")])
def test_a_feature_takes_a_story_only_from_a_section_that_is_an_aside(
    section: float, printed_under: str
) -> None:
    scores = (a_topic_score("days", 17, TopicRole.FEATURE), a_topic_score("space", section))
    story = a_candidate(appraisal=an_appraisal(topics=scores))

    assert selected([story]).stories[0].topic == printed_under


def test_an_article_without_a_topic_is_printed_last_and_not_lost() -> None:
    stray = a_candidate(reference=a_reference(id="stray", text_hash="s"), appraisal=an_appraisal(topics=()))

    selection = selected([stray, candidate("known", score=2)])

    assert printed(selection) == ["known", "stray"]
    assert selection.stories[1].topic == UNCLASSIFIED


def test_the_query_decides_among_equals() -> None:
    far, near = candidate("far"), candidate("near")
    near = a_candidate(reference=near.reference, appraisal=near.appraisal, relevance=1.0)

    assert printed(selected([far, near], a_rule(query="monsoon"))) == ["near", "far"]


def test_the_day_of_an_article_is_the_one_of_the_zone() -> None:
    utc = timezone(timedelta(0))
    late = datetime(2026, 3, 8, 20, 0, tzinfo=utc).isoformat()
    shortlist = Shortlist(candidates=(candidate("one", published=late),), counts=SelectionCounts())
    week = a_rule(period=DateRange(date(2026, 3, 9), date(2026, 3, 15)))

    assert not any(
        "2026-03-08" in reason for reason in select(shortlist, week, a_taxonomy()).stories[0].reasons
    )


@given(
    st.lists(
        st.tuples(st.sampled_from(["space", "health", "days"]), st.integers(2, 40), st.integers(0, 2000)),
        max_size=30,
    ),
    st.none() | st.integers(1, 20),
    st.none() | st.integers(1, 20),
    st.none() | st.sampled_from([Language.ENGLISH, Language.HINDI]),
)
def test_every_matching_article_is_printed_or_left_out_and_never_both(
    rows: list[tuple[str, int, int]], stories: int | None, pages: int | None, language: Language | None
) -> None:
    candidates = [
        candidate(f"a{number}", topic, score, words=words, language=list(Language)[number % 3])
        for number, (topic, score, words) in enumerate(rows)
    ]

    selection = selected(candidates, a_rule(max_stories=stories, max_pages=pages, language=language))

    shown = [article.id for story in selection.stories for article in story.articles]
    left = [one.article.id for one in selection.left_out]
    assert sorted(shown + left) == sorted(one.reference.id for one in candidates)
    assert stories is None or len(selection.stories) <= stories


@pytest.mark.parametrize("shift", [1, 7])
def test_the_order_of_the_candidates_does_not_matter(shift: int) -> None:
    candidates = [candidate(f"a{number}", score=2 + number % 3) for number in range(12)]
    turned = candidates[shift:] + candidates[:shift]

    assert selected(candidates, a_rule(max_stories=6)) == selected(turned, a_rule(max_stories=6))
