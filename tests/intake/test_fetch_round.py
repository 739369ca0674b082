"""A round of fetching: what is new is stored once, what fails is named, and each feed's health is kept."""

import threading
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from magazine.core.article import Licence
from magazine.core.dates import IST
from magazine.fetching import Round, SourceAccount, fetch_sources, wait_asked
from magazine.ingest.courier import Delivery, Errand, NotFetchedError, ScriptedCourier
from magazine.library import Library, open_library
from magazine.sources import Source
from tests.builders import a_taxonomy

NOW = datetime(2026, 3, 10, 4, 30, tzinfo=UTC)
FEED = "https://harbour.example/feed"
HARBOUR = Source(name="Harbour Daily", url=FEED, licence=Licence.PERSONAL_USE, topics=("economy",))
PAGE = """<html><head><title>Page</title><meta property="article:section" content="Ports"></head>
<body><article><h1>Tides rise</h1>
<p>Posted On: 09 MAR 2026 10:23AM by PIB Delhi</p>{}</article></body></html>"""
TEXT = "<p>The tide rose twice at the port of Kandla and fell again at noon, said the harbour master.</p>" * 8

Answers = dict[str, Delivery | NotFetchedError]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.sqlite", a_taxonomy()) as opened:
        yield opened


def an_item(number: int, text: str = "", **fields: str) -> str:
    extra = "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())
    return (
        f"<item><title>Item {number}</title><link>https://harbour.example/{number}</link>"
        f"<guid isPermaLink='false'>item-number-{number}</guid>"
        f"<description>{text}</description>{extra}</item>"
    )


def a_feed(*items: str, **told: str) -> Delivery:
    body = f"<rss version='2.0'><channel><title>H</title>{''.join(items)}</channel></rss>"
    return Delivery(url=FEED, body=body.encode(), **told)  # type: ignore[arg-type]  # validators, all of them text


def a_page(number: int, text: str = TEXT) -> dict[str, Delivery]:
    url = f"https://harbour.example/{number}"
    return {url: Delivery(url=url, body=PAGE.format(text).encode(), content_type="text/html")}


def fetched(
    library: Library, answers: Mapping[str, Delivery | NotFetchedError], *sources: Source, now: datetime = NOW
) -> tuple[list[SourceAccount], ScriptedCourier]:
    courier = ScriptedCourier(answers)
    round_ = Round(courier=courier, now=now, zone=IST)
    return list(fetch_sources(sources or (HARBOUR,), round_, library, library.feeds)), courier


LONG = "word " * 250


def test_a_feed_that_only_announces_is_completed_from_its_pages(library: Library) -> None:
    answers: Answers = {FEED: a_feed(an_item(1, "A line.")), **a_page(1)}
    ((account,), _) = fetched(library, answers)
    article = library.get("item-number-1")

    assert account.counts["new"] == 1
    assert article.title == "Item 1"
    assert article.body.count("harbour master") == 8
    assert article.published == "2026-03-09T10:23:00+05:30"
    assert (article.source, article.licence, article.category) == ("Harbour Daily", "personal-use", "Ports")


def test_a_feed_that_carries_the_article_needs_no_page(library: Library) -> None:
    ((account,), courier) = fetched(library, {FEED: a_feed(an_item(1, LONG))})

    assert account.is_well
    assert [errand.url for errand in courier.errands] == [FEED]
    assert library.get("item-number-1").category == "economy"


def test_pages_of_a_source_that_allows_only_links_are_not_read(library: Library) -> None:
    source = Source(name="H", url=FEED, licence=Licence.LINK_ONLY)
    (_, courier) = fetched(library, {FEED: a_feed(an_item(1, "A line.")), **a_page(1)}, source)

    assert [errand.url for errand in courier.errands] == [FEED]
    assert library.get("item-number-1").body == "A line."


def test_fetching_again_finds_everything_unchanged_and_reads_no_page_twice(library: Library) -> None:
    answers: Answers = {FEED: a_feed(an_item(1, "A line."), an_item(2, LONG)), **a_page(1)}
    fetched(library, answers)
    ((account,), courier) = fetched(library, answers)

    assert {name: count for name, count in account.counts.items() if count} == {"unchanged": 2}
    assert [errand.url for errand in courier.errands] == [FEED]


def test_the_servers_own_words_ask_whether_a_feed_has_changed(library: Library) -> None:
    fetched(
        library, {FEED: a_feed(an_item(1, LONG), etag='"7"', last_modified="Mon, 09 Mar 2026 10:00:00 GMT")}
    )
    ((account,), courier) = fetched(library, {FEED: Delivery(url=FEED, is_unchanged=True)})

    assert account.counts["unchanged"] == 1
    assert (courier.errands[0].etag, courier.errands[0].last_modified) == (
        '"7"',
        "Mon, 09 Mar 2026 10:00:00 GMT",
    )
    fetched(library, {FEED: Delivery(url=FEED, is_unchanged=True)})
    assert library.feeds.health([FEED])[FEED].etag == '"7"'


def test_an_item_that_changed_is_updated(library: Library) -> None:
    fetched(library, {FEED: a_feed(an_item(1, LONG))})
    ((account,), _) = fetched(library, {FEED: a_feed(an_item(1, "corrected " + LONG))})

    assert account.counts["updated"] == 1
    assert library.get("item-number-1").body.startswith("corrected")


def test_an_article_that_was_removed_is_not_brought_back(library: Library) -> None:
    answers: Answers = {FEED: a_feed(an_item(1, LONG))}
    fetched(library, answers)
    library.remove(["item-number-1"])
    ((account,), _) = fetched(library, answers)

    assert account.counts["new"] == 0


def test_a_page_that_fails_for_now_is_asked_again_and_the_summary_is_kept_meanwhile(library: Library) -> None:
    feed = a_feed(an_item(1, "A line."), etag='"7"')
    url = "https://harbour.example/1"
    ((first,), _) = fetched(library, {FEED: feed, url: NotFetchedError("It does not answer in time.")})
    meanwhile = library.get("item-number-1").body
    ((second,), courier) = fetched(library, {FEED: feed, **a_page(1)})

    assert (first.counts["failed"], first.counts["postponed"], meanwhile) == (1, 1, "A line.")
    assert first.failed[0].where == url
    assert courier.errands[0].etag == ""
    assert second.counts["updated"] == 1
    assert "harbour master" in library.get("item-number-1").body


def test_a_page_that_is_refused_for_good_is_not_asked_again(library: Library) -> None:
    answers: Answers = {FEED: a_feed(an_item(1, "A line."))}
    ((first,), _) = fetched(library, answers)
    ((second,), courier) = fetched(library, answers)

    assert (first.counts["failed"], second.counts["failed"]) == (1, 0)
    assert len(courier.errands) == 1


def test_a_site_that_stops_answering_is_left_alone_and_its_pages_come_later(library: Library) -> None:
    down: Answers = {
        f"https://harbour.example/{number}": NotFetchedError("It does not answer in time.")
        for number in range(9)
    }
    ((account,), courier) = fetched(
        library, {FEED: a_feed(*[an_item(number) for number in range(9)]), **down}
    )

    assert len(courier.errands) == 1 + 3
    assert (account.counts["postponed"], account.counts["failed"], account.counts["new"]) == (9, 3, 0)
    assert account.trouble


def test_an_item_that_is_only_a_headline_is_a_teaser(library: Library) -> None:
    source = Source(name="H", url=FEED, licence=Licence.LINK_ONLY)
    ((account,), _) = fetched(
        library, {FEED: a_feed(an_item(1, pubDate="Mon, 09 Mar 2026 10:00:00 GMT"))}, source
    )

    assert (account.counts["teasers"], account.counts["undated"]) == (1, 0)
    assert library.get("item-number-1").is_stub


def test_undated_articles_are_stored_and_counted_and_future_ones_told(library: Library) -> None:
    feed = a_feed(
        an_item(1, LONG, pubDate="yesterday"),
        an_item(2, LONG, pubDate="Wed, 11 Mar 2026 10:00:00 +0530"),
        an_item(3, LONG, pubDate="2099-01-01T00:00:00Z"),
        an_item(4, LONG, pubDate="12 March 2026"),
    )
    ((account,), _) = fetched(library, {FEED: feed})

    assert account.counts["new"] == 4
    assert [article.title for article in account.undated] == ["Item 1"]
    assert [article.title for article in account.ahead] == ["Item 3", "Item 4"]
    assert library.stats().undated == 1


@pytest.mark.parametrize(
    ("trouble", "named"),
    [
        (NotFetchedError("The server answers 500.", status=500), "500"),
        (Delivery(url=FEED, body=b"<html>no feed</html>"), "no feed"),
    ],
)
def test_one_bad_source_stops_no_other(
    library: Library, trouble: Delivery | NotFetchedError, named: str
) -> None:
    other = Source(name="Other", url="https://other.example/feed", tier=3)
    answers: Answers = {FEED: trouble, other.url: a_feed(an_item(1, LONG))}
    (accounts, _) = fetched(library, answers, HARBOUR, other)

    assert [account.source.name for account in accounts] == ["Harbour Daily", "Other"]
    assert named in accounts[0].trouble
    assert accounts[1].counts["new"] == 1
    health = library.feeds.health([FEED, other.url])
    assert (health[FEED].failures, health[FEED].succeeded_at) == (1, None)
    assert (health[other.url].failures, health[other.url].counts["new"]) == (0, 1)


def test_lower_tiers_come_first(library: Library) -> None:
    first = Source(name="First", url="https://first.example/feed", tier=1)
    last = Source(name="Last", url="https://last.example/feed", tier=3)
    (accounts, _) = fetched(library, {}, last, HARBOUR, first)

    assert [account.source.name for account in accounts] == ["First", "Harbour Daily", "Last"]


def test_a_server_that_asks_for_time_gets_it(library: Library) -> None:
    busy: Answers = {FEED: NotFetchedError("The server answers 429.", status=429, retry_after="3600")}
    fetched(library, busy)
    ((soon,), early) = fetched(library, {FEED: a_feed(an_item(1, LONG))}, now=NOW + timedelta(minutes=59))
    ((later,), _) = fetched(library, {FEED: a_feed(an_item(1, LONG))}, now=NOW + timedelta(minutes=61))

    assert early.errands == []
    assert "2026-03-10 05:30 UTC" in soon.trouble
    assert later.counts["new"] == 1


@pytest.mark.parametrize(
    ("text", "waited"),
    [
        ("120", timedelta(minutes=2)),
        ("Tue, 10 Mar 2026 05:00:00 GMT", timedelta(minutes=30)),
        ("9999999999", timedelta(hours=24)),
        ("99999999999999999999", None),
        ("Mon, 09 Mar 2026 05:00:00 GMT", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_retry_after_is_seconds_or_a_date_and_at_most_a_day(text: str, waited: timedelta | None) -> None:
    assert wait_asked(text, NOW) == (NOW + waited if waited else None)


def test_a_feed_that_is_gone_is_not_asked_again_until_it_is_forgotten(library: Library) -> None:
    gone: Answers = {FEED: NotFetchedError("The server answers 410.", status=410, is_lasting=True)}
    fetched(library, gone)
    ((account,), courier) = fetched(library, gone)
    library.feeds.forget(FEED)
    (_, after) = fetched(library, gone)

    assert courier.errands == []
    assert "gone for good" in account.trouble
    assert len(after.errands) == 1


def test_a_feed_that_has_moved_says_where(library: Library) -> None:
    ((account,), _) = fetched(library, {FEED: a_feed(an_item(1, LONG), moved_to="https://new.example/feed")})

    assert account.moved_to == "https://new.example/feed"
    assert library.feeds.health([FEED])[FEED].moved_to == "https://new.example/feed"


def test_a_release_is_fetched_from_its_own_page_with_date_and_ministry(library: Library) -> None:
    feed_url = "https://www.pib.gov.in/RssMain.aspx?ModId=6&Lang=1&Regid=3&reg=3"
    page_url = "https://www.pib.gov.in/PressReleasePage.aspx?PRID=2251081&reg=3&lang=1"
    feed = (
        b"<rss version='2.0'><channel><title>PIB</title><item><title>Seafood exporters meet</title>"
        b"<link>https://pib.gov.in/PressReleaseIframePage.aspx?PRID=2251081</link></item></channel></rss>"
    )
    page = (
        '<html><body><div class="MinistryNameSubhead" id="MinistryName">Ministry of Fisheries</div>'
        '<h2 id="Titleh2">Seafood exporters meet</h2><div id="PrDateTime">Posted On: 11 APR 2026 7:05PM by '
        f'PIB Delhi</div>{TEXT}<div class="ReleaseLang">Read this release in: <a href="/x">हिन्दी</a></div>'
        "</body></html>"
    )
    source = Source(name="PIB", url=feed_url)
    answers: Answers = {
        feed_url: Delivery(url=feed_url, body=feed),
        page_url: Delivery(url=page_url, body=page.encode()),
    }
    ((account,), _) = fetched(library, answers, source)
    (article,) = library.export()

    assert account.is_well
    assert (article.published, article.category) == ("2026-04-11T19:05:00+05:30", "Ministry of Fisheries")
    assert article.url == page_url
    assert "Read this release" not in article.body


def test_a_naive_time_of_an_indian_source_is_indias_wherever_the_reader_is(library: Library) -> None:
    source = Source(name="RBI", url="https://www.rbi.org.in/pressreleases_rss.xml", licence=Licence.LINK_ONLY)
    answers = {
        source.url: Delivery(
            url=source.url, body=a_feed(an_item(1, LONG, pubDate="Mon, 09 Mar 2026 18:30:00")).body
        )
    }
    round_ = Round(courier=ScriptedCourier(answers), now=NOW, zone=UTC)
    list(fetch_sources([source], round_, library, library.feeds))

    assert library.get("item-number-1").published == "2026-03-09T18:30:00+05:30"


def test_a_page_that_leads_to_the_sites_front_is_no_article(library: Library) -> None:
    url = "https://harbour.example/1"
    front = Delivery(url="https://harbour.example/", body=PAGE.format(TEXT).encode())
    ((account,), _) = fetched(library, {FEED: a_feed(an_item(1, "A line.")), url: front})

    assert "front page" in account.failed[0].reason
    assert library.get("item-number-1").body == "A line."


def test_items_that_stand_in_a_feed_twice_are_counted(library: Library) -> None:
    ((account,), _) = fetched(library, {FEED: a_feed(an_item(1, LONG), an_item(1, LONG))})

    assert (account.counts["new"], account.counts["repeated"]) == (1, 1)


def test_an_interrupted_fetch_begins_no_further_request(library: Library) -> None:
    courier = Interrupted()
    sources = [
        Source(name="First", url="https://first.example/feed", tier=1),
        *(Source(name=f"S{number}", url=f"https://slow.example/{number}") for number in range(200)),
    ]
    round_ = Round(courier=courier, now=NOW, zone=IST)

    with pytest.raises(KeyboardInterrupt):
        list(fetch_sources(sources, round_, library, library.feeds))

    assert len(courier.errands) < 200


class Interrupted:
    """A courier whose user interrupts it while a slow host is being asked."""

    def __init__(self) -> None:
        self.errands: list[str] = []
        self._begun, self._never = threading.Event(), threading.Event()

    def fetch(self, errand: Errand) -> Delivery:
        if errand.url.startswith("https://first"):
            self._begun.wait()
            raise KeyboardInterrupt
        self.errands.append(errand.url)
        self._begun.set()
        self._never.wait(0.02)  # a server takes its time
        return a_feed()
