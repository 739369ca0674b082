"""Manners on the web: one request a host at a time, a pause between two, robots.txt heeded."""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from magazine.ingest.courier import Courier, Delivery, Errand, Kind, NotFetchedError
from magazine.ingest.robots import Robots, read_robots

PAUSE = 2.0
"""Seconds between two requests to a host."""
PROGRAM = "custom-magazine"
"""What robots.txt calls us."""

_REFUSALS = frozenset(range(400, 500)) - {408, 425, 429}
"""Statuses with which a server says that it has no robots.txt for us, and not that it is busy."""


@dataclass(slots=True, kw_only=True)
class _Host:
    """A host's turn: who holds the lock may ask it."""

    pause: float
    lock: threading.Lock = field(default_factory=threading.Lock)
    last: float | None = None
    robots: dict[str, Robots | None] = field(default_factory=dict)
    """By scheme and host with port; None: it could not be had."""


class PoliteCourier:
    """A courier with manners over another. Implements ``Courier``; may be used by several threads.

    A page that robots.txt keeps from programs is not fetched; feeds are meant for them.

    Args:
        courier: Does the fetching.
        hurried: Hosts that need no pause: the user's own.
        pause: Seconds between two requests to a host; robots.txt may ask for more.
        clock: Monotonic seconds.
        sleep: Waits.
    """

    def __init__(
        self,
        courier: Courier,
        *,
        hurried: Iterable[str] = (),
        pause: float = PAUSE,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._courier = courier
        self._hurried = frozenset(hurried)
        self._pause = pause
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._book = threading.Lock()

    def fetch(self, errand: Errand) -> Delivery:
        host = self._host(errand.url)
        with host.lock:
            delay = 0.0
            if errand.kind is Kind.PAGE:
                robots = self._robots(host, errand.url)
                if robots is None:
                    raise NotFetchedError("Its robots.txt cannot be had now, so the page is not asked for.")
                if not robots.allow(errand.url):
                    raise NotFetchedError(
                        "Its robots.txt asks programs not to read this page.", is_lasting=True
                    )
                delay = robots.delay
            return self._ask(host, errand, delay)

    def _host(self, url: str) -> _Host:
        try:
            name = urlsplit(url).hostname or ""
        except ValueError as error:
            raise NotFetchedError("It is no address of the web.") from error
        with self._book:
            return self._hosts.setdefault(name, _Host(pause=0.0 if name in self._hurried else self._pause))

    def _ask(self, host: _Host, errand: Errand, delay: float = 0.0) -> Delivery:
        if host.last is not None:
            wait = host.last + max(host.pause, delay) - self._clock()
            if wait > 0:
                self._sleep(wait)
        try:
            return self._courier.fetch(errand)
        finally:
            host.last = self._clock()

    def _robots(self, host: _Host, url: str) -> Robots | None:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in host.robots:
            host.robots[site] = self._read_robots(host, f"{site}/robots.txt")
        return host.robots[site]

    def _read_robots(self, host: _Host, url: str) -> Robots | None:
        """Return a site's rules, none of them when it has no file; None when that cannot be told now."""
        try:
            delivery = self._ask(host, Errand(url=url, kind=Kind.ROBOTS))
        except NotFetchedError as error:
            return Robots() if error.status in _REFUSALS else None
        return read_robots(delivery.body.decode("utf-8", "replace"), PROGRAM)
