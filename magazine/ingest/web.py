"""The guarded fetcher: the one module that opens a connection to the web.

Addresses are vetted when a connection is made, at every redirect anew; nothing is taken from
the environment, no cookie and no password is sent, certificates are always verified, and
size and time have an end.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from ssl import SSLContext
from types import MappingProxyType

import httpcore2  # noqa: TID253 - this module is itself imported only by those who fetch
import httpx2  # noqa: TID253

from magazine import __version__
from magazine.ingest.addresses import (
    WEB_PORTS,
    Place,
    Resolver,
    look_up,
    look_up_within,
    vetted_address,
)
from magazine.ingest.courier import Delivery, Errand, Kind, NotFetchedError
from magazine.ingest.unpacking import unpacked

USER_AGENT = f"custom-magazine/{__version__} (+https://pypi.org/project/custom-magazine/)"

_HOPS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_OK = 200
_UNCHANGED = 304
_REFUSALS = frozenset(range(400, 500)) - {408, 425, 429}
"""Statuses that a second try would bring again."""
_LARGEST: Mapping[Kind, int] = MappingProxyType({
    Kind.FEED: 5_000_000,
    Kind.PAGE: 8_000_000,
    Kind.ROBOTS: 500_000,
})  # fmt: skip
"""Bytes, decoded."""
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_FEEDS = frozenset({
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
    "application/xml", "application/json", "text/xml", "text/html", "text/plain",
    "application/octet-stream", "text/rss+xml", "application/x-rss+xml",
})  # fmt: skip
_TYPES: Mapping[Kind, frozenset[str]] = MappingProxyType({
    Kind.FEED: _FEEDS, Kind.PAGE: _PAGES, Kind.ROBOTS: _PAGES | _FEEDS,
})  # fmt: skip
_ACCEPT: Mapping[Kind, str] = MappingProxyType({
    Kind.FEED: "application/rss+xml, application/atom+xml, application/feed+json, text/xml, */*;q=0.5",
    Kind.PAGE: "text/html, application/xhtml+xml, text/plain;q=0.5",
    Kind.ROBOTS: "text/plain, */*;q=0.5",
})  # fmt: skip
_TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (httpcore2.TimeoutException, "It does not answer in time."),
    (httpcore2.ConnectError, "No connection to its host can be made, or its certificate is not valid."),
    (httpcore2.NetworkError, "The connection broke off."),
    (httpcore2.ProtocolError, "Its server does not speak HTTP as it should."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds that are waited: for a connection, for the next bytes, and for all of an errand."""

    connect: float = 5.0
    read: float = 15.0
    total: float = 30.0


@dataclass(frozen=True, slots=True)
class _Deadline:
    end: float
    clock: Callable[[], float]

    def within(self, seconds: float | None) -> float:
        """Return how long may be waited now, at most so many seconds.

        Raises:
            NotFetchedError: The time is over.
        """
        left = self.end - self.clock()
        if left <= 0:
            raise NotFetchedError("It took longer than an errand may.")
        return left if seconds is None else min(left, seconds)


class WebCourier:
    """Fetches from the public web. Implements ``Courier``; may be used by several threads.

    Args:
        allowed: Places that are asked although they are private or on another port.
        ports: Those of public hosts that are asked.
        resolve: The look-up of hosts.
        patience: How long is waited.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        *,
        allowed: Iterable[Place] = (),
        ports: frozenset[int] = WEB_PORTS,
        resolve: Resolver = look_up,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._vet = partial(vetted_address, allowed=frozenset(allowed), ports=ports)
        self._resolve = resolve
        self._patience = patience or Patience()
        self._clock = clock

    def fetch(self, errand: Errand) -> Delivery:
        deadline = _Deadline(self._clock() + self._patience.total, self._clock)
        url = _web_url(errand.url)
        turns: list[int] = []
        while len(turns) <= _HOPS:
            answer = self._ask(url, errand, deadline)
            if isinstance(answer, Delivery):
                is_moved = bool(turns) and _FOR_GOOD.issuperset(turns)
                return replace(answer, moved_to=answer.url if is_moved else "")
            status, url = answer
            turns.append(status)
        raise NotFetchedError(f"It is redirected more than {_HOPS} times.")

    @cached_property
    def _certificates(self) -> SSLContext:
        return httpx2.create_ssl_context(trust_env=False)

    def _ask(
        self, url: httpx2.URL, errand: Errand, deadline: _Deadline
    ) -> "Delivery | tuple[int, httpx2.URL]":
        """Return a delivery, or the status and the address of a redirect."""
        waits = {
            "connect": self._patience.connect,
            "read": self._patience.read,
            "write": self._patience.read,
            "pool": self._patience.connect,
        }
        dialler = _Dialler(self._resolve, self._vet, deadline)
        secure = self._certificates if url.scheme == "https" else None
        try:
            with (
                httpcore2.ConnectionPool(ssl_context=secure, network_backend=dialler) as pool,
                pool.stream(
                    "GET", _target(url), headers=_headers(errand), extensions={"timeout": waits}
                ) as response,
            ):
                headers = _read_headers(response)
                if response.status in _REDIRECTS and headers.get("location"):
                    return response.status, _web_url(str(_joined(url, _target_of(headers["location"]))))
                return _delivery(str(url), response, headers, errand.kind)
        except tuple(kind for kind, _ in _TROUBLES) as error:
            why = next(sentence for kind, sentence in _TROUBLES if isinstance(error, kind))
            raise NotFetchedError(why) from error


class _Dialler(httpcore2.NetworkBackend):
    """Dials vetted addresses only, and holds what comes over the wire to a deadline."""

    def __init__(
        self, resolve: Resolver, vet: Callable[[str, int, Sequence[str]], str], deadline: _Deadline
    ) -> None:
        self._resolve = resolve
        self._vet = vet
        self._deadline = deadline
        self._wire = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = look_up_within(self._resolve, host, port, self._deadline.within(timeout))
        address = self._vet(host, port, addresses)
        seconds = self._deadline.within(timeout)
        stream = self._wire.connect_tcp(address, port, seconds, local_address, socket_options)
        return _TimedStream(stream, self._deadline)


class _TimedStream(httpcore2.NetworkStream):
    """A stream on which every step, headers included, has to be done before the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: _Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        seconds = self._deadline.within(timeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _web_url(text: str) -> httpx2.URL:
    try:
        url = httpx2.URL(text)
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise NotFetchedError("It is no address of the web.") from error
    if url.scheme not in ("http", "https"):
        raise NotFetchedError("Only http and https addresses are asked.")
    if url.userinfo:
        raise NotFetchedError("An address with a user name or password in it is not asked.")
    if not url.host:
        raise NotFetchedError("It names no host.")
    return url.copy_with(fragment=None)


def _joined(url: httpx2.URL, location: str) -> httpx2.URL:
    try:
        return url.join(location)
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise NotFetchedError("It is redirected to no address of the web.") from error


def _target_of(location: str) -> str:
    """Return where a Location leads: many servers write its letters as bare UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return location


def _target(url: httpx2.URL) -> httpcore2.URL:
    # Not as text, which another parser might read as another host.
    return httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _headers(errand: Errand) -> list[tuple[bytes, bytes]]:
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": _ACCEPT[errand.kind],
        "Accept-Encoding": "gzip",
        "Connection": "close",
        "If-None-Match": errand.etag,
        "If-Modified-Since": errand.last_modified,
    }
    # A validator goes back in the very bytes in which it came.
    return [(name.encode(), value.encode("latin-1")) for name, value in headers.items() if value]


def _read_headers(response: httpcore2.Response) -> dict[str, str]:
    """Return the response's headers, the names in lower case; of several the last."""
    return {
        name.decode("ascii", "replace").lower(): value.decode("latin-1").strip()
        for name, value in response.headers
    }


def _delivery(url: str, response: httpcore2.Response, headers: dict[str, str], kind: Kind) -> Delivery:
    etag, last_modified = headers.get("etag", ""), headers.get("last-modified", "")
    if response.status == _UNCHANGED:
        return Delivery(url=url, is_unchanged=True, etag=etag, last_modified=last_modified)
    if response.status != _OK:
        raise NotFetchedError(
            f"The server answers {response.status}.",
            status=response.status,
            retry_after=headers.get("retry-after", ""),
            is_lasting=response.status in _REFUSALS,
        )
    content_type = headers.get("content-type", "")
    named = content_type.partition(";")[0].strip().lower()
    if named and named not in _TYPES[kind]:
        raise NotFetchedError(f"It is no {kind.value}: the server sends another kind of file.")
    coding = headers.get("content-encoding", "").lower()
    body = unpacked(response.iter_stream(), coding, _LARGEST[kind])
    return Delivery(url=url, body=body, content_type=content_type, etag=etag, last_modified=last_modified)
