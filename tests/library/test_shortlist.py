"""What the library has for a rule."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from magazine.core.appraisal import TopicRole
from magazine.core.dates import DateRange
from magazine.core.errors import ConfigurationError
from magazine.core.selection import Rule, SelectionCounts
from magazine.library import Library, open_library
from tests.builders import MARCH, a_rule, a_taxonomy, an_article

FIRST_OF_APRIL = "2026-04-01T01:30:00+05:30"
"""In New York it is still March."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db", a_taxonomy()) as opened:
        opened.add(
            [
                an_article(id="both", title="Satellite carries a vaccine", body="A satellite. A vaccine."),
                an_article(
                    id="day", title="A satellite on Constitution Day", body="", published="2026-03-31"
                ),
                an_article(id="health", title="A new vaccine", body="For farmers.", published="2026-03-01"),
                an_article(id="vain", title="Nothing", body="Farmer met farmers."),
                an_article(id="late", published=FIRST_OF_APRIL),
                an_article(id="undated", published=None),
                an_article(id="stub", is_stub=True),
            ]
        )
        yield opened


def chosen(library: Library, rule: Rule) -> list[str]:
    return [candidate.reference.id for candidate in library.shortlist(rule).candidates]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (a_rule(), ["both", "day", "health", "vain"]),
        (a_rule(topics=("health",)), ["both", "health"]),
        (a_rule(topics=("days",)), ["day"]),
        (a_rule(topics=("unclassified",)), ["vain"]),
        (a_rule(topics=("days", "unclassified")), ["day", "vain"]),
        (a_rule(query="farmer"), ["health", "vain"]),
        (a_rule(query="farmer -met"), ["health"]),
        (a_rule(query="-farmer"), ["both", "day"]),
        (a_rule(query="farmer", topics=("health",)), ["health"]),
        (a_rule(query="?!"), []),
        (a_rule(period=DateRange(date(2026, 3, 31), date(2026, 4, 1))), ["day", "late"]),
        (a_rule(timezone="America/New_York"), ["both", "day", "health", "late", "vain"]),
        (
            a_rule(period=DateRange(date.min, date.max), timezone="UTC"),
            ["both", "day", "health", "late", "vain"],
        ),
    ],
)
def test_a_rule_shortlists_the_articles_of_its_days_topics_and_query(
    library: Library, rule: Rule, expected: list[str]
) -> None:
    assert chosen(library, rule) == expected


def test_every_article_of_the_period_is_counted_once(library: Library) -> None:
    assert library.shortlist(a_rule(topics=("health",))).counts == SelectionCounts(
        in_period=4, matched=2, not_matched=2, unclassified=1, undated=1
    )


def test_a_candidate_bears_the_figures_of_its_article(library: Library) -> None:
    candidate = library.shortlist(a_rule(topics=("space",))).candidates[0]
    article = library.get("both")

    assert [(score.topic, score.role) for score in candidate.appraisal.topics] == [
        ("space", TopicRole.SECTION),
        ("health", TopicRole.TAG),
    ]
    assert candidate.appraisal.words == 4
    assert candidate.reference.published == article.published
    assert candidate.reference.text_hash == candidate.appraisal.text_hash
    assert candidate.relevance == 0


def test_relevance_is_one_for_the_best_match_and_less_for_others(library: Library) -> None:
    relevance = {
        candidate.reference.id: candidate.relevance
        for candidate in library.shortlist(a_rule(query="farmer")).candidates
    }

    assert relevance["vain"] == 1.0
    assert 0 < relevance["health"] < 1


def test_signals_come_back_from_the_library(tmp_path: Path) -> None:
    with open_library(tmp_path / "other.db", a_taxonomy()) as library:
        library.add([an_article(title="PM greets ISRO on a first-ever satellite")])
        appraisal = library.shortlist(a_rule(period=MARCH)).candidates[0].appraisal

    assert appraisal.includes == ("first or record", "space or defence milestone")
    assert appraisal.excludes == ("greetings",)


def test_an_unknown_time_zone_is_refused(library: Library) -> None:
    with pytest.raises(ConfigurationError, match="Asia/Nowhere"):
        library.shortlist(a_rule(timezone="Asia/Nowhere"))
