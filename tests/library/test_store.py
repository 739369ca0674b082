"""The library: storing, taking out, finding."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from magazine.core.article import Article, Language
from magazine.core.dates import DateRange
from magazine.core.errors import OutputError, UsageError
from magazine.core.ports import Shortlist
from magazine.library import Library, open_library
from magazine.library.values import AddOutcome, ListingFilter
from magazine.taxonomy import load_taxonomy
from tests.builders import MARCH, a_rule, a_taxonomy, a_topic, an_article, some_articles

ROWS = Path(__file__).resolve().parents[1] / "fixtures" / "pib_rows.jsonl"


def releases() -> list[Article]:
    rows = [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()]
    return [Article(**{**row, "language": Language(row["language"])}) for row in rows]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db", a_taxonomy()) as opened:
        yield opened


def found(library: Library, query: str) -> list[str]:
    return [hit.article.id for hit in library.search(query)]


def ids(library: Library, wanted: ListingFilter) -> list[str]:
    return [article.id for article in library.listing(wanted).articles]


def without_events(shortlist: Shortlist) -> Shortlist:
    """Events have other names in another library."""
    return replace(shortlist, candidates=tuple(replace(one, event="") for one in shortlist.candidates))


def test_articles_come_out_as_they_went_in(library: Library) -> None:
    articles = releases()

    assert library.add(articles) == AddOutcome(added=60)
    assert list(library.articles(article.id for article in articles)) == articles


def test_articles_come_in_the_order_asked_and_unknown_ones_are_left_out(library: Library) -> None:
    library.add(some_articles(3))

    assert [article.id for article in library.articles(["art-3", "nobody", "art-1"])] == ["art-3", "art-1"]


def test_adding_the_same_again_changes_nothing(library: Library) -> None:
    library.add(releases())

    assert library.add(releases()) == AddOutcome(unchanged=60)


def test_a_known_id_with_other_content_takes_the_old_ones_place(library: Library) -> None:
    library.add([an_article(body="It fell into the lagoon.")])

    assert library.add([an_article(body="It fell into the desert.")]) == AddOutcome(updated=1)
    assert library.get("art-1").body == "It fell into the desert."
    assert found(library, "desert") == ["art-1"]
    assert found(library, "lagoon") == []


def test_the_last_of_two_articles_of_one_id_stays(library: Library) -> None:
    outcome = library.add([an_article(body="First."), an_article(body="Second."), an_article(body="Second.")])

    assert outcome == AddOutcome(added=1, updated=1, unchanged=1)
    assert library.get("art-1").body == "Second."


def test_the_same_text_under_another_id_is_an_article_of_its_own(library: Library) -> None:
    assert library.add([an_article(), an_article(id="art-2", url="https://other.example/1")]).added == 2
    assert library.stats().articles == 2


def test_teasers_and_undated_articles_are_counted(library: Library) -> None:
    outcome = library.add(
        [
            an_article(id="a", published=None),
            an_article(id="b", published=None, is_stub=True),
            an_article(id="c"),
        ]
    )

    assert outcome == AddOutcome(added=3, stubs=1, undated=1)


def test_an_interrupted_add_keeps_whole_batches_and_the_index_in_step(tmp_path: Path) -> None:
    def until_interrupted() -> Iterator[Article]:
        yield from some_articles(700)
        raise KeyboardInterrupt

    path = tmp_path / "library.db"
    with open_library(path, a_taxonomy()) as library, pytest.raises(KeyboardInterrupt):
        library.add(until_interrupted())
    with open_library(path, a_taxonomy()) as library:
        assert library.stats().articles == 500
        assert len(library.search("satellite", limit=1000)) == 500
        assert library.add(some_articles(700)) == AddOutcome(added=200, unchanged=500)


def test_two_runs_may_add_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"

    def add(numbers: range) -> None:
        # However busy the machine: who waits his turn is what is asked, and not for how long.
        with open_library(path, a_taxonomy(), busy_seconds=300) as library:
            library.add(an_article(id=f"n-{number}") for number in numbers)

    threads = [threading.Thread(target=add, args=(range(start, start + 300),)) for start in (0, 200, 400)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_library(path, a_taxonomy(), create=False) as library:
        assert library.stats().articles == 700


def test_another_taxonomy_makes_the_figures_anew_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path, a_taxonomy()) as library:
        library.add(some_articles(600))
    sea = a_taxonomy([a_topic(id="sky", name="Sky", keywords=("orbit",))], digest="d2")
    with open_library(path, sea) as library:
        candidates = library.shortlist(a_rule(topics=("sky",))).candidates

        assert len(candidates) == 600
        assert library.add([]).reappraised == 0
    with open_library(path, a_taxonomy()) as library:
        assert library.add(some_articles(600)) == AddOutcome(unchanged=600, reappraised=600)
        assert library.shortlist(a_rule(topics=("space",))).counts.matched == 600


def test_removed_articles_leave_list_search_and_topics(library: Library) -> None:
    library.add(some_articles(3))

    assert library.remove(["art-1", "art-2", "nobody"]) == 2
    assert ids(library, ListingFilter()) == ["art-3"]
    assert found(library, "satellite") == ["art-3"]
    assert {topic.articles for topic in library.topics().topics} == {0, 1}
    library.vacuum()
    assert found(library, "satellite") == ["art-3"]


def test_an_exported_library_added_elsewhere_is_the_same(tmp_path: Path, library: Library) -> None:
    library.add([*reversed(releases()), an_article(published=None)])
    exported = list(library.export())
    with open_library(tmp_path / "copy.db", a_taxonomy()) as copy:
        copy.add(exported)

        assert list(copy.export()) == exported
        assert without_events(copy.shortlist(a_rule())) == without_events(library.shortlist(a_rule()))
    days = [article.published or "9999" for article in exported]
    assert days == sorted(days)


@pytest.mark.parametrize("key", ["news-2026-a", "news-2026", "https://news.example/a"])
def test_an_article_is_got_by_id_beginning_or_url(library: Library, key: str) -> None:
    article = an_article(id="news-2026-a", url="https://news.example/a")
    library.add([article, an_article(id="other", url=None)])

    assert library.get(key) == article


def test_an_id_wins_over_longer_ones_that_begin_with_it(library: Library) -> None:
    library.add([an_article(id="a"), an_article(id="ab")])

    assert library.get("a").id == "a"


def test_an_unclear_or_unknown_key_is_refused(library: Library) -> None:
    library.add(some_articles(2))

    with pytest.raises(UsageError, match="art-1, art-2"):
        library.get("art")
    with pytest.raises(UsageError, match="no article"):
        library.get("nobody\udcff")


def test_an_empty_key_means_no_article_and_not_the_only_one(library: Library) -> None:
    library.add([an_article()])

    with pytest.raises(UsageError, match="no article"):
        library.get("")


def test_a_listing_shows_the_newest_first_and_the_undated_last(library: Library) -> None:
    days = {"old": "2026-01-05", "none": None, "new": "2026-03-20T23:30:00+05:30", "stub": None}
    library.add(an_article(id=key, published=day, is_stub=key == "stub") for key, day in days.items())

    assert ids(library, ListingFilter()) == ["new", "old", "none", "stub"]
    assert library.listing().articles[0].day == date(2026, 3, 20)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ListingFilter(period=MARCH), ["hi", "space", "vain"]),
        (ListingFilter(topics=("space",)), ["hi", "space"]),
        (ListingFilter(topics=("unclassified",)), ["vain"]),
        (ListingFilter(topics=("health", "unclassified")), ["vain", "old"]),
        (ListingFilter(language=Language.HINDI), ["hi"]),
        (ListingFilter(source="the ÉCHO"), ["old"]),
        (ListingFilter(undated=True), ["stub"]),
        (ListingFilter(stubs=True), ["stub"]),
        (ListingFilter(stubs=False, period=DateRange(date(2026, 1, 1), date(2026, 2, 1))), ["old"]),
        (ListingFilter(limit=2, offset=1), ["space", "vain"]),
    ],
)
def test_a_listing_is_narrowed_by_its_filter(
    library: Library, wanted: ListingFilter, expected: list[str]
) -> None:
    library.add(
        [
            an_article(id="space"),
            an_article(id="hi", language=Language.HINDI, title="अंतरिक्ष यान", body="गया।"),
            an_article(id="vain", title="Nothing", body="At all."),
            an_article(id="old", title="A vaccine", body="", source="The Écho", published="2026-01-05"),
            an_article(id="stub", title="More", body="…", published=None, is_stub=True),
        ]
    )

    assert ids(library, wanted) == expected


def test_a_page_of_a_listing_knows_the_whole(library: Library) -> None:
    library.add(some_articles(5))

    assert library.listing(ListingFilter(limit=2)).total == 5


def test_a_search_ranks_a_match_in_the_title_first(library: Library) -> None:
    library.add(
        [
            an_article(id="body", title="News of the day", body="A monsoon came.\n\nIt rained."),
            an_article(id="title", title="Monsoon", body="It came late this year, said the office."),
        ]
    )
    hits = library.search("monsoon")

    assert [hit.article.id for hit in hits] == ["title", "body"]
    assert hits[0].relevance == 1.0 > hits[1].relevance > 0
    assert hits[1].snippet == "A monsoon came. It rained."
    assert library.search("monsoon", DateRange(date(2026, 4, 1), date(2026, 4, 2))) == ()
    assert len(library.search("monsoon", MARCH, limit=1)) == 1


def test_a_search_for_what_must_not_occur_lists_the_rest(library: Library) -> None:
    library.add([an_article(id="a", body="Rice."), an_article(id="b", body="Wheat.")])

    assert found(library, "-rice") == ["b"]
    assert found(library, "?!") == []


def test_topics_are_counted_by_role_with_their_days(library: Library) -> None:
    library.add(
        [
            an_article(id="a", published="2026-03-02"),
            an_article(id="b", published="2026-04-02", title="Constitution Day and a satellite", body=""),
            an_article(id="c", title="Nothing", body="At all."),
            an_article(id="d", is_stub=True),
        ]
    )
    counts = library.topics()
    space, health, days = counts.topics

    assert (space.articles, health.articles, days.articles, counts.unclassified) == (2, 0, 1, 1)
    assert (space.first, space.last) == (date(2026, 3, 2), date(2026, 4, 2))
    assert [count for _, count in days.counts] == [0, 0, 1]
    assert health.first is None


def test_the_figures_of_a_library_add_up(library: Library) -> None:
    library.add([*releases(), an_article(published=None), an_article(id="stub", is_stub=True)])
    stats = library.stats()

    assert (stats.articles, stats.stubs, stats.undated) == (61, 1, 1)
    assert sum(count for _, count in stats.languages) == sum(count for _, count in stats.sources) == 61
    assert sum(count for _, count in stats.months) == 60
    assert stats.sources[0] == ("PIB", 60)
    assert stats.first is not None
    assert stats.first < date(2026, 4, 1)
    assert stats.size > 0


def test_an_empty_library_has_figures_too(library: Library) -> None:
    stats = library.stats()

    assert (stats.articles, stats.undated, stats.first, stats.months) == (0, 0, None, ())
    assert library.listing().total == 0
    assert library.shortlist(a_rule()).candidates == ()


def test_a_backup_is_a_library_and_replaces_no_file(tmp_path: Path, library: Library) -> None:
    library.add(releases())
    library.backup(tmp_path / "copy.db")
    with open_library(tmp_path / "copy.db", a_taxonomy(), create=False) as copy:
        assert list(copy.export()) == list(library.export())
    with pytest.raises(OutputError, match="already"):
        library.backup(tmp_path / "copy.db")


def test_the_bundled_taxonomy_sorts_real_releases(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.db", load_taxonomy()) as library:
        library.add(releases())
        shortlist = library.shortlist(a_rule(period=DateRange(date(2026, 2, 1), date(2026, 4, 30))))

    assert shortlist.counts.matched == 60
    assert shortlist.counts.unclassified <= 3
    assert sum(candidate.appraisal.section is not None for candidate in shortlist.candidates) > 50


def test_a_text_with_odd_letters_is_kept_and_found(library: Library) -> None:
    article = replace(an_article(), title="Naïve café 🛰 — क़लम", body='I\'m "quoted" -- ; DROP TABLE article')
    library.add([article])

    assert library.get("art-1") == article
    assert found(library, "café क़लम") == ["art-1"]
