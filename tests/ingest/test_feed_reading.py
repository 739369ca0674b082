"""Feeds to drafts: every kind, and what hostile ones hold."""

import gzip
import json
from collections.abc import Sequence

import pytest

from magazine.core.article import Article
from magazine.core.dates import IST
from magazine.core.errors import UnreadableError
from magazine.ingest.draft import article_from
from magazine.ingest.feeds import MOST_ITEMS, Feed, parse_feed, read_feed

ENCODED = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
LONG = "The tide rose twice at the port of Kandla and fell again at noon. " * 20


def rss(*items: str) -> bytes:
    body = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {ENCODED}><channel><title>Harbour</title>{body}</channel></rss>'.encode()


def articles(feed: Feed) -> list[Article]:
    return [article_from(item.draft, IST) for item in feed.items]


def titles(found: Sequence[Article]) -> list[str]:
    return [article.title for article in found]


RSS = rss(
    "<title>Tides &amp; ports</title><link>https://x.example/1</link><guid>https://x.example/?p=1</guid>"
    "<pubDate>Mon, 09 Mar 2026 10:00:00 +0530</pubDate><category>Ports</category><category>Sea</category>"
    "<description>Short.</description><content:encoded><![CDATA[<p>Long <b>text</b>.</p><p>Two.</p>]]>"
    "</content:encoded>"
)
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>
<entry><title type="html">Tides &amp;amp; ports</title><link rel="alternate" href="https://x.example/1"/>
<id>tag:x.example,2026:1</id><updated>2026-03-09T10:00:00+05:30</updated><category term="Ports"/>
<category term="Sea"/>
<content type="html">&lt;p&gt;Long &lt;b&gt;text&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content>
</entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://x.example/"><title>Harbour</title></channel><item rdf:about="https://x.example/1">
<title>Tides &amp; ports</title><link>https://x.example/1</link><dc:date>2026-03-09T10:00:00+05:30</dc:date>
<dc:subject>Ports, Sea</dc:subject>
<content:encoded>&lt;p&gt;Long text.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content:encoded>
</item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour",
        "items": [
            {
                "id": "1",
                "url": "https://x.example/1",
                "title": "Tides & ports",
                "content_html": "<p>Long <b>text</b>.</p><p>Two.</p>",
                "date_published": "2026-03-09T10:00:00+05:30",
                "tags": ["Ports", "Sea"],
            }
        ],
    }
).encode()


@pytest.mark.parametrize("raw", [RSS, ATOM, RDF, JSON_FEED], ids=["rss", "atom", "rdf", "json"])
def test_every_kind_of_feed_says_the_same(raw: bytes) -> None:
    feed = read_feed(raw)
    (article,) = articles(feed)

    assert (article.title, article.body) == ("Tides & ports", "Long text.\n\nTwo.")
    assert (article.url, article.published) == ("https://x.example/1", "2026-03-09T10:00:00+05:30")
    assert (article.category, article.source, feed.title) == ("Ports, Sea", "Harbour", "Harbour")
    assert feed.items[0].is_whole


def test_a_summary_is_no_whole_article_and_a_long_one_is() -> None:
    feed = read_feed(
        rss(
            "<title>a</title><description>Only a line.</description>",
            f"<title>b</title><description>{LONG}</description>",
            f"<title>c</title><description>{LONG} Read more</description>",
            "<title>d</title><content:encoded>Cut short […]</content:encoded>",
        )
    )

    assert [item.is_whole for item in feed.items] == [False, True, False, False]


@pytest.mark.parametrize(
    ("guid", "link", "identity"),
    [
        ("pib-2253752", "https://x.example/1", "pib-2253752"),
        ("urn:pib-2253752", "https://x.example/1", "pib-2253752"),
        ("17", "https://x.example/1", "a-"),
        ("https://x.example/?p=1", "https://x.example/1", "a-"),
        ("", "https://x.example/1", "a-"),
    ],
)
def test_a_guid_names_the_article_when_it_is_likely_to_be_the_only_one(
    guid: str, link: str, identity: str
) -> None:
    (article,) = articles(
        read_feed(
            rss(
                f"<title>t</title><link>{link}</link><guid isPermaLink='false'>{guid}</guid>"
                "<description>x</description>"
            )
        )
    )

    assert article.id.startswith(identity)


def test_an_article_keeps_its_id_whether_its_page_is_read_or_not() -> None:
    item = "<title>t</title><link>https://x.example/1?utm_source=rss</link><description>{}</description>"

    (short,), (long,) = (articles(read_feed(rss(item.format(text)))) for text in ("x", LONG))

    assert short.id == long.id
    assert short.url == "https://x.example/1"


def test_a_guid_that_comes_twice_is_one_item() -> None:
    feed = read_feed(rss(*["<guid>same-1</guid><title>t</title><description>x</description>"] * 4))

    assert (len(feed.items), feed.repeated) == (1, 3)


def test_items_above_the_limit_are_cut_and_counted() -> None:
    items = [
        f"<guid>g-{number}</guid><title>{number}</title><description>x</description>"
        for number in range(MOST_ITEMS + 7)
    ]
    feed = read_feed(rss(*items))

    assert (len(feed.items), feed.cut) == (MOST_ITEMS, 7)
    assert feed.items[0].draft.title == "0"


def test_relative_links_are_completed_and_scripts_are_no_links() -> None:
    feed = read_feed(
        rss("<title>a</title><link>/1</link><description>x</description>",
            "<title>b</title><link>javascript:alert(1)</link><description>x</description>"),
        base="https://x.example/feed",
    )  # fmt: skip

    assert [item.link for item in feed.items] == ["https://x.example/1", ""]
    assert [article.url for article in articles(feed)] == ["https://x.example/1", None]


def test_a_feed_in_gzip_is_unpacked_and_a_bomb_is_refused() -> None:
    assert len(read_feed(gzip.compress(RSS)).items) == 1
    with pytest.raises(UnreadableError, match="larger than 5 MB"):
        read_feed(gzip.compress(b"\0" * 60_000_000))


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\x00", "empty"),
        (b"<html><body>404</body></html>", "no feed"),
        (b"[]", "no JSON Feed"),
        (b'{"items": {}}', "no JSON Feed"),
        (b"[" * 100_000, "broken JSON"),
        (b"{broken", "broken JSON"),
        (b"\x1f\x8bnot gzip", "cannot be unpacked"),
        (gzip.compress(RSS)[:-20], "end is missing"),
        (b"PK\x03\x04", "no feed"),
    ],
)
def test_what_is_no_feed_says_so(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read_feed(raw)


def test_bad_items_of_a_json_feed_are_named_and_the_good_ones_kept() -> None:
    raw = (
        b'{"items": [null, "x", {"title": {"a": 1}}, {"title": "\\ud800 ok", "content_html": "<p>fine</p>"}]}'
    )
    feed = read_feed(raw)

    assert titles(articles(feed)) == ["ok"]
    assert [one.where for one in feed.refused] == ["item 1", "item 2", "item 3"]


@pytest.mark.parametrize(
    "raw",
    [
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
        b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        + b"".join(
            b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">' % ((ord("b") + n + 1, *[ord("b") + n] * 8))
            for n in range(8)
        )
        + b"]><rss><channel><item><title>&j;</title></item></channel></rss>",
        b"<rss><channel>" + b"<a>" * 20_000,
    ],
    ids=["file", "laughs", "deep"],
)
def test_an_attack_on_the_parser_reads_no_file_and_ends(raw: bytes) -> None:
    feed = read_feed(raw)

    assert "root:" not in repr(feed)
    assert len(repr(feed)) < 10_000


def test_a_feed_that_takes_too_long_is_given_up() -> None:
    raw = (
        b"<rss><channel><item><description>"
        + b"&lt;a&gt;" * 100_000
        + b"</description></item></channel></rss>"
    )

    with pytest.raises(UnreadableError, match="too much time"):
        parse_feed(raw, seconds=1)


def test_markup_in_every_field_becomes_text() -> None:
    script = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"
    (article,) = articles(
        read_feed(
            rss(
                f"<title>T{script}</title><author>A{script}</author><category>C{script}</category><description>D{script}</description>"
            )
        )
    )

    assert (article.title, article.category, article.body) == ("T", "C", "D")
    assert "alert" not in repr(article)


def test_items_of_several_links_under_one_guid_are_several_items() -> None:
    item = "<guid isPermaLink='false'>harbour-1</guid><title>{0}</title><link>https://x.example/{0}</link>"
    feed = read_feed(rss(*(f"{item.format(number)}<description>x</description>" for number in (1, 2, 2))))

    assert (titles(articles(feed)), feed.repeated) == (["1", "2"], 1)
    assert len({article.id for article in articles(feed)}) == len({one.key for one in feed.items}) == 2


def test_what_a_blog_writes_below_every_item_is_no_text_of_it() -> None:
    below = (
        "&lt;p&gt;The post &lt;a&gt;Tides&lt;/a&gt; appeared first on &lt;a&gt;Harbour&lt;/a&gt;.&lt;/p&gt;"
    )
    whole, cut = read_feed(
        rss(
            f"<title>a</title><content:encoded>&lt;p&gt;{LONG}&lt;/p&gt;{below}</content:encoded>",
            f"<title>b</title><content:encoded>They rise […]{below}</content:encoded>",
        )
    ).items

    assert whole.draft.body == LONG.strip()
    assert (whole.is_whole, cut.is_whole, cut.draft.body) == (True, False, "They rise […]")
