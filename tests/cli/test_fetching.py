"""``magazine fetch``, ``magazine sources`` and ``magazine add URL``, against a real server on loopback."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.ran import Ran, Shell
from tests.ingest.site import Reply, Site, a_site

PARAGRAPH = (
    "<p>The tide rose twice at the port of Kandla and fell again at noon, said the harbour master.</p>"
)
PAGE = (
    '<html><head><link rel="canonical" href="{url}"><meta property="og:site_name" content="Harbour Daily">'
    '<meta property="article:published_time" content="2026-03-09T10:00:00+05:30"></head>'
    "<body><article><h1>{title}</h1>"
    + PARAGRAPH
    * 8
    + "<table><tr><th>Port</th><th>Range</th></tr><tr><td>Kandla</td><td>6.7 m</td></tr></table>"
    "</article></body></html>"
)


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as opened:
        yield opened


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration that says nothing; sources.toml comes to lie beside it."""
    file = tmp_path / "config" / "magazine.toml"
    file.parent.mkdir()
    file.write_text("", encoding="utf-8")
    return file


def publish(site: Site, *numbers: int, path: str = "/feed", **headers: str) -> None:
    items = ""
    for number in numbers:
        url = site.url(f"/{number}")
        items += (
            f"<item><title>Tide {number}</title><link>{url}</link><description>A line.</description></item>"
        )
        site.show(f"/{number}", PAGE.format(url=url, title=f"Tide {number}"))
    feed = f"<rss version='2.0'><channel><title>Harbour</title>{items}</channel></rss>"
    site.show(path, feed, "application/rss+xml", **headers)


def fetch(shell: Shell, site: Site, config: Path, *words: str) -> Ran:
    return shell.magazine("fetch", "--allow-host", site.place, "--config", str(config), *words)


def subscribe(shell: Shell, site: Site, config: Path, path: str = "/feed", name: str = "Harbour") -> None:
    url = site.url(path)
    assert shell.magazine("sources", "add", url, "--name", name, "--config", str(config)).status == 0


@pytest.mark.parametrize("headers", [{}, {"ETag": '"7"'}], ids=["without validators", "with an ETag"])
def test_a_feed_fetched_twice_is_all_unchanged_the_second_time(
    shell: Shell, site: Site, config: Path, headers: dict[str, str]
) -> None:
    publish(site, 1, 2, 3, **headers)
    subscribe(shell, site, config)

    first = fetch(shell, site, config, "--json")
    second = fetch(shell, site, config, "--json")

    assert (first.status, second.status) == (0, 0)
    counts = ("new", "unchanged", "updated", "failed")
    assert [json.loads(first.out)[0][name] for name in counts] == [3, 0, 0, 0]
    assert [json.loads(second.out)[0][name] for name in counts] == [0, 3, 0, 0]
    assert "3 unchanged" in second.err
    assert [path for path in site.asked if path != "/robots.txt"] == ["/feed", "/1", "/2", "/3", "/feed"]


def test_what_was_fetched_is_in_the_library_with_its_tables(shell: Shell, site: Site, config: Path) -> None:
    publish(site, 1)
    subscribe(shell, site, config)
    fetch(shell, site, config)
    (line,) = shell.magazine("library", "export").out.splitlines()
    article = json.loads(line)

    assert (article["title"], article["source"], article["licence"]) == ("Tide 1", "Harbour", "unknown")
    assert article["published"] == "2026-03-09T10:00:00+05:30"
    assert article["body"].endswith("| Port | Range |\n| Kandla | 6.7 m |")


def test_quiet_fetching_says_nothing_when_all_is_well(shell: Shell, site: Site, config: Path) -> None:
    publish(site, 1)
    subscribe(shell, site, config)
    ran = fetch(shell, site, config, "-q")

    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_one_bad_source_is_named_and_the_others_are_fetched(shell: Shell, site: Site, config: Path) -> None:
    publish(site, 1)
    subscribe(shell, site, config)
    subscribe(shell, site, config, "/nowhere", "Nobody")
    ran = fetch(shell, site, config)
    listed = shell.magazine("sources", "list", "--config", str(config))

    assert ran.status == 3
    assert "Harbour: 1 new" in ran.err
    assert "Nobody: not fetched: The server answers 404." in ran.err
    assert "1 new]" in listed.out
    assert "The server answers 404." in listed.out


def test_when_no_source_can_be_read_the_status_says_so(shell: Shell, site: Site, config: Path) -> None:
    subscribe(shell, site, config, "/nowhere", "Nobody")

    assert fetch(shell, site, config).status == 69


def test_a_private_host_is_asked_only_when_it_is_named(shell: Shell, site: Site, config: Path) -> None:
    publish(site, 1)
    subscribe(shell, site, config)
    ran = shell.magazine("fetch", "--config", str(config))

    assert ran.status == 69
    assert site.asked == []


def test_nothing_is_fetched_until_a_source_is_on(shell: Shell, config: Path) -> None:
    ran = shell.magazine("fetch", "--config", str(config))

    assert ran.status == 2
    assert "magazine sources add" in ran.err


def test_a_bundled_source_is_turned_on_by_its_name_and_off_by_removing_it(shell: Shell, config: Path) -> None:
    def is_on() -> bool:
        listed = json.loads(shell.magazine("sources", "list", "--json", "--config", str(config)).out)
        return any(source["on"] for source in listed if source["name"] == "UN News")

    before = is_on()
    shell.magazine("sources", "add", "UN News", "--config", str(config))
    between = is_on()
    shell.magazine("sources", "remove", "UN News", "--config", str(config))

    assert (before, between, is_on()) == (False, True, False)


def test_sources_go_out_as_opml_and_come_back(shell: Shell, site: Site, config: Path, tmp_path: Path) -> None:
    subscribe(shell, site, config)
    exported = shell.magazine("sources", "export", "--config", str(config))
    opml = tmp_path / "subscriptions.opml"
    opml.write_text(exported.out, encoding="utf-8")
    shell.magazine("sources", "remove", "Harbour", "--config", str(config))
    again = shell.magazine("sources", "import", str(opml), "--config", str(config))
    twice = shell.magazine("sources", "import", str(opml), "--config", str(config))

    assert "1 sources added" in again.err
    assert "0 sources added, 1 there already" in twice.err


def test_an_unknown_topic_of_a_source_is_refused(shell: Shell, config: Path) -> None:
    ran = shell.magazine(
        "sources", "add", "https://x.example/feed", "--topic", "astrology", "--config", str(config)
    )

    assert ran.status == 2


def test_a_page_is_added_by_its_address(shell: Shell, site: Site) -> None:
    publish(site, 1)
    ran = shell.magazine("add", site.url("/1"), "--allow-host", site.place)
    (line,) = shell.magazine("library", "export").out.splitlines()
    article = json.loads(line)

    assert ran.status == 0
    assert "1 added" in ran.err
    assert (article["title"], article["source"]) == ("Tide 1", "Harbour Daily")
    assert article["url"] == site.url("/1")


def test_a_page_added_and_then_fetched_is_one_article(shell: Shell, site: Site, config: Path) -> None:
    publish(site, 1)
    shell.magazine("add", site.url("/1"), "--allow-host", site.place)
    subscribe(shell, site, config)
    fetch(shell, site, config)

    assert len(shell.magazine("library", "export").out.splitlines()) == 1


def test_an_address_that_cannot_be_fetched_is_named_and_the_rest_is_added(
    shell: Shell, site: Site, tmp_path: Path
) -> None:
    note = tmp_path / "note.md"
    note.write_text("---\ntitle: A note\ndate: 2026-03-09\n---\nThe tide rose.", encoding="utf-8")
    site.replies["/secret"] = Reply(status=302, headers={"Location": "http://169.254.169.254/latest"})
    ran = shell.magazine("add", site.url("/secret"), str(note), "--allow-host", site.place)

    assert ran.status == 3
    assert "1 added" in ran.err
    assert "not on the public internet" in ran.err


def test_a_feed_in_a_file_is_added(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "feed.rss"
    file.write_text(
        "<rss version='2.0'><channel><title>Harbour</title><item><title>Tides</title>"
        "<pubDate>Mon, 09 Mar 2026 10:00:00 +0530</pubDate><description>The tide rose.</description></item>"
        "<item><title>Only a headline</title></item></channel></rss>",
        encoding="utf-8",
    )
    ran = shell.magazine("add", str(file))

    assert ran.status == 0
    assert "2 added, 1 teasers among them" in ran.err
