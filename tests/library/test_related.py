"""What came before a story."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from magazine.core.article import Article, Language
from magazine.core.ranking import select
from magazine.core.selection import SelectedStory
from magazine.library import Library, open_library
from tests.builders import a_rule, a_taxonomy, a_topic, an_article

SPACE = a_taxonomy(
    [
        a_topic(keywords=("Chandrayaan", "ISRO")),
        a_topic(id="farming", name="Farming", name_hi="खेती", keywords=("wheat",), hints=(), aliases=()),
    ]
)
LANDING = an_article(
    id="landing",
    title="Chandrayaan lander touches down near the lunar south pole",
    body="ISRO said the Chandrayaan lander touched down near the lunar south pole on Monday evening.",
    source="A",
    published="2026-03-16",
)


def earlier(number: int, day: str, **changes: str) -> Article:
    """Return an older article on the mission, each of another event."""
    steps = (
        "crosses into lunar orbit",
        "rocket lifts off from Sriharikota",
        "is shipped to the pad",
        "budget is doubled",
    )
    title = f"Chandrayaan {steps[number % len(steps)]}"
    return replace(
        LANDING,
        id=f"old-{number}",
        title=title,
        body=f"ISRO said that its lunar mission {title} as planned, {7 * number + 3} days into the campaign.",
        published=day,
        **changes,  # type: ignore[arg-type]
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db", SPACE) as opened:
        yield opened


def story_of(library: Library) -> SelectedStory:
    """Return the story of the landing, as a selection of its week has it."""
    rule = a_rule(query="touches")
    [story] = select(library.shortlist(rule), rule, SPACE).stories
    return story


def related(library: Library) -> list[str]:
    return [reference.id for reference in library.related(story_of(library))]


def test_at_most_three_earlier_articles_are_named_the_nearest_first(library: Library) -> None:
    days = ("2025-11-02", "2025-12-05", "2026-01-09", "2026-02-14")
    library.add([LANDING, *(earlier(number, day) for number, day in enumerate(days))])

    found = related(library)

    assert len(found) == 3
    assert set(found) < {"old-0", "old-1", "old-2", "old-3"}


def test_articles_outside_the_period_are_named_and_later_ones_are_not(library: Library) -> None:
    library.add([LANDING, earlier(0, "2025-03-01"), earlier(1, "2026-03-20")])

    assert related(library) == ["old-0"]


def test_teasers_other_languages_and_other_topics_are_not_named(library: Library) -> None:
    library.add(
        [
            LANDING,
            replace(earlier(0, "2026-02-01"), is_stub=True, published=None),
            replace(earlier(1, "2026-02-02"), language=Language.MIXED),
            an_article(
                id="wheat",
                title="Wheat prices rise",
                body="Wheat rose near the pole.",
                published="2026-02-03",
            ),
        ]
    )

    assert related(library) == []


def test_reports_of_one_earlier_event_are_named_once_and_the_storys_own_never(library: Library) -> None:
    library.add(
        [
            LANDING,
            replace(LANDING, id="same", source="B", published="2026-03-15"),
            earlier(0, "2026-02-01"),
            replace(earlier(0, "2026-02-01"), id="twin", source="B"),
        ]
    )

    assert related(library) == ["old-0"]


def test_a_story_that_left_the_library_has_nothing_related(library: Library) -> None:
    library.add([LANDING, earlier(0, "2026-02-01")])
    story = story_of(library)
    library.remove(["landing"])

    assert library.related(story) == ()
