"""The guarded fetcher, against a real server on loopback."""

import gzip
import time
from collections.abc import Iterator
from typing import BinaryIO

import pytest

from magazine.core.errors import UsageError
from magazine.ingest.addresses import allowed_place, is_public
from magazine.ingest.courier import Delivery, Errand, Kind, NotFetchedError
from magazine.ingest.web import USER_AGENT, Patience, WebCourier
from tests.ingest.site import Reply, Site, a_site


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as opened:
        yield opened


def fetch(site: Site, path: str, kind: Kind = Kind.PAGE, **validators: str) -> Delivery:
    courier = WebCourier(allowed=[allowed_place(site.place)])
    return courier.fetch(Errand(url=site.url(path), kind=kind, **validators))


def refusal(url: str, courier: WebCourier | None = None) -> str:
    with pytest.raises(NotFetchedError) as caught:
        (courier or WebCourier()).fetch(Errand(url=url, kind=Kind.PAGE))
    return caught.value.message


def test_a_page_comes_with_its_type_and_validators(site: Site) -> None:
    site.show(
        "/a", "tides", "text/html; charset=utf-8", ETag='"1"', Last_Modified="Mon, 09 Mar 2026 10:00:00 GMT"
    )

    came = fetch(site, "/a#top")

    assert (came.body, came.url, came.content_type) == (b"tides", site.url("/a"), "text/html; charset=utf-8")
    assert (came.etag, came.last_modified) == ('"1"', "Mon, 09 Mar 2026 10:00:00 GMT")
    assert site.headers[0]["user-agent"] == USER_AGENT
    assert site.headers[0]["host"] == site.place
    assert "cookie" not in site.headers[0]


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    site.show("/a", "tides", ETag='"1"')

    assert fetch(site, "/a", etag='"1"').is_unchanged


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.1", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
        "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "203.0.113.1", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "fc00::1", "fd12::1",
        "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_an_address_that_is_not_public_or_carries_another_is_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "164.100.117.97", "2606:4700::1111", "2405:8a00::1"])
def test_a_public_address_is_told(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://2130706433/", "http://0177.0.0.1/", "http://0x7f.1/", "http://0x7f000001/",
        "http://017700000001/", "http://127.1/", "http://0.0.0.0/", "http://0/", "http://[::1]/", "http://[::]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[2002:7f00:1::]/",
        "http://[64:ff9b::7f00:1]/", "http://100.64.0.1/", "http://169.254.169.254/latest/meta-data",
        "http://localhost/", "http://localhost./", "HTTP://LOCALHOST/", "http://127。0。0。1/",
        "http://user@127.0.0.1/", "http://user:word@news.example/", "file:///etc/passwd", "FiLe:///etc/passwd",
        "ftp://news.example/", "http:///path", "//news.example/", "http://１２７.0.0.1/", "not an address",
        "http://127.0.0.1:22/", "gopher://news.example:70/", "http://[fe80::1%25eth0]/", "http://[::1/",
    ],
)  # fmt: skip
def test_no_way_of_writing_an_address_leads_inside(url: str) -> None:
    assert refusal(url).endswith(".")


def test_a_host_that_resolves_inside_is_not_asked() -> None:
    courier = WebCourier(resolve=lambda _host, _port: ["93.184.216.34", "10.0.0.7"])

    assert refusal("http://news.example/", courier) == "Its host is not on the public internet."


def test_the_address_that_was_vetted_is_the_one_that_is_dialled(site: Site) -> None:
    site.show("/", "tides")
    looked_up: list[str] = []

    def rebinding(host: str, _port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) == 1 else ["10.0.0.7"]

    courier = WebCourier(allowed=[("news.example", site.port)], resolve=rebinding)
    came = courier.fetch(Errand(url=f"http://news.example:{site.port}/", kind=Kind.PAGE))

    assert (came.body, looked_up) == (b"tides", ["news.example"])


def test_a_port_that_is_none_of_the_web_is_not_asked() -> None:
    courier = WebCourier(resolve=lambda _host, _port: ["93.184.216.34"])

    assert "Port 6379" in refusal("http://news.example:6379/", courier)


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "http://10.0.0.1/",
        "http://a:b@127.0.0.1/",
        "http://[",
    ],
)
def test_a_redirect_is_vetted_like_the_first_address(site: Site, target: str) -> None:
    site.replies["/"] = Reply(status=302, headers={"Location": target})

    with pytest.raises(NotFetchedError):
        fetch(site, "/")


def test_an_allowed_host_allows_no_other_port(site: Site) -> None:
    site.replies["/"] = Reply(status=302, headers={"Location": f"http://127.0.0.1:{site.port + 1}/"})

    with pytest.raises(NotFetchedError, match="Port"):
        fetch(site, "/")


def test_redirects_come_to_an_end(site: Site) -> None:
    site.replies["/"] = Reply(status=302, headers={"Location": "/"})

    with pytest.raises(NotFetchedError, match="more than 5"):
        fetch(site, "/")
    assert len(site.asked) == 6


@pytest.mark.parametrize(("status", "is_moved"), [(301, True), (308, True), (302, False), (307, False)])
def test_only_a_lasting_redirect_is_a_move(site: Site, status: int, *, is_moved: bool) -> None:
    site.replies["/old"] = Reply(status=status, headers={"Location": "/new"})
    site.show("/new", "tides")

    came = fetch(site, "/old")

    assert came.body == b"tides"
    assert came.moved_to == (site.url("/new") if is_moved else "")


def test_a_bomb_in_gzip_is_stopped_at_the_limit(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 60_000_000)
    site.show("/", bomb, Content_Encoding="gzip")

    with pytest.raises(NotFetchedError, match="larger than 8 MB"):
        fetch(site, "/")


def test_what_is_packed_is_unpacked(site: Site) -> None:
    site.show("/", gzip.compress(b"tides " * 1000), Content_Encoding="gzip")

    assert fetch(site, "/").body == b"tides " * 1000


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip"])
def test_packing_that_was_not_asked_for_is_refused(site: Site, coding: str) -> None:
    site.show("/", b"x", Content_Encoding=coding)

    with pytest.raises(NotFetchedError, match="packs"):
        fetch(site, "/")


def test_broken_packing_is_refused(site: Site) -> None:
    site.show("/", b"no gzip at all", Content_Encoding="gzip")

    with pytest.raises(NotFetchedError, match="unpacked"):
        fetch(site, "/")


def drip(stream: BinaryIO) -> None:
    for _ in range(400):
        stream.write(b"x")
        stream.flush()
        time.sleep(0.02)


def drip_headers(stream: BinaryIO) -> None:
    stream.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(400):
        stream.write(f"X-{number}: 1\r\n".encode())
        stream.flush()
        time.sleep(0.02)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(headers={"Content-Type": "text/html", "Content-Length": "400"}, write=drip),
        Reply(write=drip_headers, is_raw=True),
    ],
    ids=["body", "headers"],
)
def test_a_server_that_drips_is_left_at_the_deadline(site: Site, reply: Reply) -> None:
    site.replies["/"] = reply
    courier = WebCourier(allowed=[allowed_place(site.place)], patience=Patience(total=0.3))

    # Whether the last wait was cut short or none was left is a matter of a moment.
    assert refusal(site.url("/"), courier) in {
        "It took longer than an errand may.",
        "It does not answer in time.",
    }


def test_a_look_up_that_hangs_is_left_at_the_deadline() -> None:
    def hang(_host: str, _port: int) -> list[str]:
        time.sleep(5)
        return []

    courier = WebCourier(resolve=hang, patience=Patience(total=0.1))

    assert "look-up" in refusal("http://news.example/", courier)


def test_a_server_that_says_nothing_is_left(site: Site) -> None:
    site.replies["/"] = Reply(headers={"Content-Length": "9"}, write=lambda _: time.sleep(2))
    courier = WebCourier(allowed=[allowed_place(site.place)], patience=Patience(read=0.1))

    assert refusal(site.url("/"), courier) == "It does not answer in time."


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        (Kind.PAGE, "application/pdf"),
        (Kind.PAGE, "image/png"),
        (Kind.FEED, "image/svg+xml"),
        (Kind.FEED, "video/mp4"),
    ],
)
def test_another_kind_of_file_is_refused_before_it_is_read(site: Site, kind: Kind, content_type: str) -> None:
    site.show("/", b"x", content_type)

    with pytest.raises(NotFetchedError, match="another kind"):
        fetch(site, "/", kind)


def test_a_refusal_tells_status_and_when_to_come_again(site: Site) -> None:
    site.replies["/"] = Reply(status=429, headers={"Retry-After": "120"})

    with pytest.raises(NotFetchedError) as caught:
        fetch(site, "/")
    assert (caught.value.status, caught.value.retry_after, caught.value.is_lasting) == (429, "120", False)


def test_what_is_missing_stays_missing(site: Site) -> None:
    with pytest.raises(NotFetchedError) as caught:
        fetch(site, "/nowhere")
    assert (caught.value.status, caught.value.is_lasting) == (404, True)


def test_the_environments_proxies_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    site.show("/", "tides")

    assert fetch(site, "/").body == b"tides"


def test_a_host_without_a_server_does_not_answer() -> None:
    courier = WebCourier(allowed=[("127.0.0.1", 9)])

    assert "No connection" in refusal("http://127.0.0.1:9/", courier)


@pytest.mark.parametrize(
    "text", ["127.0.0.1", "127.0.0.1:0", "127.0.0.1:99999", "http://x:80", "x:80/path", ":80", ""]
)
def test_an_allowed_host_needs_host_and_port(text: str) -> None:
    with pytest.raises(UsageError):
        allowed_place(text)


def test_an_allowed_host_may_be_of_either_family() -> None:
    assert [allowed_place(text) for text in ("LocalHost:8000", "[::1]:8000")] == [
        ("localhost", 8000),
        ("::1", 8000),
    ]


def test_a_validator_of_odd_letters_goes_back_as_it_came(site: Site) -> None:
    site.show("/a", "tides", ETag='"\u00e9t\u00e9"')

    assert fetch(site, "/a", etag=fetch(site, "/a").etag).is_unchanged


def test_a_redirect_whose_letters_are_bare_utf_8_is_followed(site: Site) -> None:
    where = "/%E0%A4%9C%E0%A5%8D%E0%A4%B5%E0%A4%BE%E0%A4%B0"
    head = "HTTP/1.0 302 Found\r\nLocation: /ज्वार\r\nContent-Length: 0\r\n\r\n".encode()
    site.replies["/"] = Reply(is_raw=True, write=lambda stream: stream.write(head))
    site.show(where, "tides")

    assert fetch(site, "/").body == b"tides"


def test_a_packed_page_that_breaks_off_is_not_taken_for_a_whole_one(site: Site) -> None:
    site.show("/", gzip.compress(b"The tide rose twice. " * 1000)[:-20], Content_Encoding="gzip")

    with pytest.raises(NotFetchedError, match="in part") as caught:
        fetch(site, "/")
    assert not caught.value.is_lasting
