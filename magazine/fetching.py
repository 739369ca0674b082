"""``fetch``: every source that is on is asked once, what is new is stored, and each one's health is kept.

Sources of different hosts are asked side by side, those of one host one after the other. One
that fails stops no other.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import urlsplit

from magazine.core.addresses import without_keys
from magazine.core.article import Article, Refused
from magazine.harvest import Harvest, harvest
from magazine.ingest.courier import Courier, Delivery, Errand, Kind, NotFetchedError
from magazine.intake import Shelf
from magazine.library.feeds import FeedHealth
from magazine.sources import Source

MOST_HOSTS = 4
"""Hosts that are asked at the same time."""

_GONE = 410
_LONGEST_WAIT = timedelta(hours=24)
"""A server that wants to be left alone for longer is asked again all the same."""
_AHEAD = timedelta(days=1)


class Register(Protocol):
    """Where the health and the known items of feeds are kept."""

    def health(self, urls: Iterable[str]) -> Mapping[str, FeedHealth]:
        """Return the health of those feeds that were ever asked, by address."""
        ...

    def known(self, url: str) -> Mapping[str, str]:
        """Return the fingerprint of each item of a feed that was taken, by its key."""
        ...

    def record(self, health: FeedHealth, items: Mapping[str, str] | None = None) -> None:
        """Keep a feed's health, and in place of its known items those given, if any are."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAccount:
    """What one source came to."""

    source: Source
    new: int = 0
    unchanged: int = 0
    updated: int = 0
    teasers: int = 0
    undated: tuple[Article, ...] = ()
    """Stored, though no period can select them."""
    ahead: tuple[Article, ...] = ()
    """Stored, though dated more than a day after now."""
    failed: tuple[Refused, ...] = ()
    """Items and pages that could not be read."""
    postponed: int = 0
    """Items whose pages are left for the next fetch."""
    cut: int = 0
    """Items that were too many."""
    repeated: int = 0
    """Items that stood in the feed a second time."""
    trouble: str = ""
    """Why the source as a whole was not read, or not to its end."""
    moved_to: str = ""

    @property
    def is_well(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.trouble or self.failed)

    @property
    def counts(self) -> dict[str, int]:
        """The figures, by name."""
        return {
            "new": self.new,
            "unchanged": self.unchanged,
            "updated": self.updated,
            "teasers": self.teasers,
            "undated": len(self.undated),
            "ahead": len(self.ahead),
            "failed": len(self.failed),
            "postponed": self.postponed,
            "cut": self.cut,
            "repeated": self.repeated,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """With what the sources are asked."""

    courier: Courier
    """Has to bear several threads."""
    now: datetime
    zone: tzinfo
    """The zone of times that name none."""


def fetch_sources(
    sources: Iterable[Source], round_: Round, shelf: Shelf, register: Register
) -> Iterator[SourceAccount]:
    """Ask each source once, lower tiers first; yield its account when its articles are stored."""
    ordered = sorted(sources, key=lambda source: source.tier)
    health = register.health(source.url for source in ordered)
    asked: list[_Task] = []
    for source in ordered:
        before = health.get(source.url, FeedHealth(url=source.url))
        if reason := why_not_asked(before, round_.now):
            yield SourceAccount(source=source, trouble=reason, moved_to=before.moved_to)
        else:
            asked.append(_Task(source=source, before=before, known=register.known(source.url)))
    for task, found in _harvests(asked, round_):
        yield _settle(task, found, round_, shelf, register)


def why_not_asked(health: FeedHealth, now: datetime) -> str:
    """Return why a feed is not asked now; empty when it is."""
    if health.is_gone:
        return "It is gone for good, says its server: remove the source, or add its new address."
    if health.not_before and datetime.fromisoformat(health.not_before) > now:
        return f"Its server wants to be left alone until {health.not_before[:16].replace('T', ' ')} UTC."
    return ""


def wait_asked(retry_after: str, now: datetime) -> datetime | None:
    """Return until when a Retry-After, seconds or a date, wants us to wait; None when it names no time."""
    text = retry_after.strip()
    try:
        until = now + timedelta(seconds=int(text)) if text.isdecimal() else parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(until, now + _LONGEST_WAIT) if until > now else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    source: Source
    before: FeedHealth
    known: Mapping[str, str]

    @property
    def host(self) -> str:
        return urlsplit(self.source.url).hostname or ""

    @property
    def errand(self) -> Errand:
        return Errand(
            url=self.source.url,
            kind=Kind.FEED,
            etag=self.before.etag,
            last_modified=self.before.last_modified,
        )


@dataclass(frozen=True, slots=True)
class _UntilRecalled:
    """A courier that goes on no errand any more once it is recalled."""

    courier: Courier
    recalled: threading.Event

    def fetch(self, errand: Errand) -> Delivery:
        if self.recalled.is_set():
            raise NotFetchedError("The fetch was interrupted.")
        return self.courier.fetch(errand)


def _harvests(tasks: Iterable[_Task], round_: Round) -> Iterator[tuple[_Task, Harvest]]:
    """Yield each task with what it brought, hosts side by side."""
    by_host: dict[str, list[_Task]] = {}
    for task in tasks:
        by_host.setdefault(task.host, []).append(task)
    courier = _UntilRecalled(round_.courier, threading.Event())

    def bring(group: list[_Task]) -> list[tuple[_Task, Harvest]]:
        return [(task, harvest(task.source, task.errand, task.known, courier, round_.zone)) for task in group]

    pool = ThreadPoolExecutor(MOST_HOSTS)
    try:
        for done in [pool.submit(bring, group) for group in by_host.values()]:
            yield from done.result()
    finally:
        # Whoever is interrupted waits for the requests under way, and for no others.
        courier.recalled.set()
        pool.shutdown(cancel_futures=True)


def _settle(task: _Task, found: Harvest, round_: Round, shelf: Shelf, register: Register) -> SourceAccount:
    """Store what was found, then remember the feed: a run that is interrupted between asks again."""
    outcome = shelf.add(found.articles)
    whole = [article for article in found.articles if not article.is_stub]
    account = SourceAccount(
        source=task.source,
        new=outcome.added,
        unchanged=found.unchanged + outcome.unchanged,
        updated=outcome.updated,
        teasers=len(found.articles) - len(whole),
        undated=tuple(article for article in whole if article.published is None),
        ahead=tuple(article for article in whole if _is_ahead(article, round_.now)),
        failed=tuple(found.failed),
        postponed=found.postponed,
        cut=found.cut,
        repeated=found.repeated,
        trouble=found.trouble.message if found.trouble else "",
        moved_to=without_keys(found.delivery.moved_to) if found.delivery else task.before.moved_to,
    )
    health = _health(task.before, found, account, round_.now)
    register.record(health, found.items if found.delivery else None)
    return account


def _health(before: FeedHealth, found: Harvest, account: SourceAccount, now: datetime) -> FeedHealth:
    delivery, trouble = found.delivery, found.trouble
    status = trouble.status if isinstance(trouble, NotFetchedError) else None
    asked_wait = trouble.retry_after if isinstance(trouble, NotFetchedError) else ""
    until = wait_asked(asked_wait, now)
    at = now.astimezone(UTC).replace(microsecond=0).isoformat()
    after = replace(
        before,
        not_before=until.astimezone(UTC).replace(microsecond=0).isoformat() if until else None,
        is_gone=delivery is None and status == _GONE,
        moved_to=account.moved_to,
        asked_at=at,
        trouble=account.trouble,
        counts=account.counts,
    )
    if delivery is None:
        return replace(after, failures=before.failures + 1)
    after = replace(after, succeeded_at=at, failures=0)
    if not found.is_complete:
        # Asked for whole the next time, so that the items that are left come again.
        return replace(after, etag="", last_modified="")
    return replace(
        after,
        etag=delivery.etag or (before.etag if delivery.is_unchanged else ""),
        last_modified=delivery.last_modified or (before.last_modified if delivery.is_unchanged else ""),
    )


def _is_ahead(article: Article, now: datetime) -> bool:
    """Tell whether an article is dated more than a day after now."""
    if article.published is None:
        return False
    latest = now + _AHEAD
    if len(article.published) == len("2026-03-09"):
        return article.published > latest.date().isoformat()
    return datetime.fromisoformat(article.published) > latest
