"""Manners: pauses, and what robots.txt asks."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from magazine.ingest.courier import Delivery, Errand, Kind, NotFetchedError, ScriptedCourier
from magazine.ingest.polite import PoliteCourier
from magazine.ingest.robots import read_robots

SITE = "https://news.example"


@dataclass(slots=True)
class Clock:
    """Time that only passes while somebody sleeps."""

    now: float = 0.0
    sleeps: list[float] = field(default_factory=list)

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds


def polite(
    answers: Mapping[str, Delivery | NotFetchedError], clock: Clock
) -> tuple[PoliteCourier, ScriptedCourier]:
    scripted = ScriptedCourier(answers)
    return PoliteCourier(scripted, clock=clock.read, sleep=clock.sleep), scripted


def pages(*paths: str, robots: str | NotFetchedError = "") -> dict[str, Delivery | NotFetchedError]:
    found: dict[str, Delivery | NotFetchedError] = {
        f"{SITE}{path}": Delivery(url=f"{SITE}{path}", body=b"x") for path in paths
    }
    url = f"{SITE}/robots.txt"
    found[url] = Delivery(url=url, body=robots.encode()) if isinstance(robots, str) else robots
    return found


def page(path: str) -> Errand:
    return Errand(url=f"{SITE}{path}", kind=Kind.PAGE)


def test_two_requests_to_a_host_have_a_pause_between_and_two_hosts_have_none() -> None:
    clock = Clock()
    courier, _ = polite(
        {url: Delivery(url=url) for url in ("https://a.example/", "https://b.example/")}, clock
    )

    for url in ("https://a.example/", "https://b.example/", "https://a.example/"):
        courier.fetch(Errand(url=url, kind=Kind.FEED))

    assert clock.sleeps == [2.0]


def test_a_page_that_robots_are_asked_not_to_read_is_not_fetched() -> None:
    courier, scripted = polite(pages("/open", "/closed", robots="User-agent: *\nDisallow: /closed"), Clock())

    courier.fetch(page("/open"))
    with pytest.raises(NotFetchedError, match=r"robots\.txt") as caught:
        courier.fetch(page("/closed"))

    assert caught.value.is_lasting
    assert [errand.url for errand in scripted.errands] == [f"{SITE}/robots.txt", f"{SITE}/open"]


def test_a_feed_is_meant_for_programs() -> None:
    courier, scripted = polite(pages("/feed", robots="User-agent: *\nDisallow: /"), Clock())

    courier.fetch(Errand(url=f"{SITE}/feed", kind=Kind.FEED))

    assert len(scripted.errands) == 1


@pytest.mark.parametrize(
    ("status", "is_read"), [(404, True), (403, True), (429, False), (500, False), (None, False)]
)
def test_a_missing_robots_file_allows_all_and_one_that_cannot_be_had_nothing(
    status: int | None, *, is_read: bool
) -> None:
    courier, scripted = polite(pages("/a", robots=NotFetchedError("No.", status=status)), Clock())

    with suppress(NotFetchedError):
        courier.fetch(page("/a"))

    assert (f"{SITE}/a" in [errand.url for errand in scripted.errands]) is is_read


def test_a_page_whose_robots_file_cannot_be_had_may_be_asked_for_another_time() -> None:
    courier, _ = polite(pages("/a", robots=NotFetchedError("It does not answer in time.")), Clock())

    with pytest.raises(NotFetchedError, match="cannot be had now") as caught:
        courier.fetch(page("/a"))

    assert not caught.value.is_lasting


def test_a_site_may_ask_for_longer_pauses() -> None:
    clock = Clock()
    courier, _ = polite(pages("/a", "/b", robots="User-agent: *\nCrawl-delay: 7"), clock)

    courier.fetch(page("/a"))
    courier.fetch(page("/b"))

    assert clock.sleeps == [7.0, 7.0]  # after robots.txt, and between the two


ROBOTS = """\
User-agent: greedybot
Disallow: /

User-agent: *
User-agent: someone
Disallow: /private
Allow: /private/press$
Disallow: /*?print=
Disallow: /a%20b
Crawl-delay: 5

User-agent: custom-magazine
Disallow: /only-us
"""


@pytest.mark.parametrize(
    ("program", "path", "is_allowed"),
    [
        ("greedybot", "/", False),
        ("other", "/", True),
        ("other", "/private", False),
        ("other", "/private/press", True),
        ("other", "/private/press/1", False),
        ("other", "/news?print=1", False),
        ("other", "/news?id=1", True),
        ("other", "/a%20b/c", False),
        ("custom-magazine", "/private", True),
        ("custom-magazine", "/only-us/1", False),
    ],
)
def test_the_longest_rule_of_the_nearest_group_decides(program: str, path: str, *, is_allowed: bool) -> None:
    assert read_robots(ROBOTS, program).allow(f"{SITE}{path}") is is_allowed


@pytest.mark.parametrize(
    "text", ["", "\x00\xff", "Disallow: /", "User-agent *\nDisallow /", "<html>no</html>"]
)
def test_what_is_no_robots_file_forbids_nothing(text: str) -> None:
    robots = read_robots(text, "custom-magazine")

    assert robots.allow(f"{SITE}/a")
    assert robots.delay == 0


def test_a_hostile_pattern_takes_no_time() -> None:
    robots = read_robots("User-agent: *\nDisallow: /" + "a*" * 5000 + "$", "custom-magazine")

    assert robots.allow(f"{SITE}/" + "a" * 4000)
