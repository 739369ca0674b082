"""What is remembered of each feed from one fetch to the next, and how it is."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from magazine.core.addresses import without_keys
from magazine.library.database import Database, Row

_WRITE = """
    INSERT INTO feed VALUES (
        :url, :etag, :last_modified, :not_before, :is_gone, :moved_to, :asked_at, :succeeded_at,
        :failures, :trouble, :counts
    )
    ON CONFLICT (url) DO UPDATE SET
        etag = :etag, last_modified = :last_modified, not_before = :not_before, is_gone = :is_gone,
        moved_to = :moved_to, asked_at = :asked_at, succeeded_at = :succeeded_at, failures = :failures,
        trouble = :trouble, counts = :counts
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHealth:
    """A feed as the last fetch left it. Times are ISO, in UTC."""

    url: str
    etag: str = ""
    last_modified: str = ""
    not_before: str | None = None
    """Until then its server does not want to be asked."""
    is_gone: bool = False
    """The server said that it is gone for good."""
    moved_to: str = ""
    """Where the server says it has moved for good."""
    asked_at: str = ""
    succeeded_at: str | None = None
    failures: int = 0
    """Since it succeeded."""
    trouble: str = ""
    """Why the last request failed; empty when it did not."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """What the last request came to: ``new``, ``unchanged``, ``undated`` and so on."""


class FeedRegister:
    """The health and the known items of feeds, in a library's file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def health(self, urls: Iterable[str]) -> dict[str, FeedHealth]:
        """Return the health of those feeds that were ever asked, by address."""
        asked = {_name(url): url for url in urls}
        rows = self._database.rows(
            "SELECT * FROM feed WHERE url IN (SELECT value FROM json_each(?))", (json.dumps(list(asked)),)
        )
        return {asked[row["url"]]: replace(_health(row), url=asked[row["url"]]) for row in rows}

    def known(self, url: str) -> dict[str, str]:
        """Return the fingerprint of each item of a feed that was taken, by its key."""
        rows = self._database.rows("SELECT key, fingerprint FROM feed_item WHERE feed = ?", (_name(url),))
        return {row["key"]: row["fingerprint"] for row in rows}

    def record(self, health: FeedHealth, items: Mapping[str, str] | None = None) -> None:
        """Keep a feed's health, and in place of its known items those given, if any are."""
        with self._database.writing():
            self._database.run(_WRITE, _values(health))
            if items is None:
                return
            name = _name(health.url)
            self._database.run("DELETE FROM feed_item WHERE feed = ?", (name,))
            rows = [(name, key, fingerprint) for key, fingerprint in items.items()]
            self._database.run_many("INSERT INTO feed_item VALUES (?, ?, ?)", rows)

    def forget(self, url: str) -> None:
        """Forget a feed; its articles stay."""
        with self._database.writing():
            self._database.run("DELETE FROM feed WHERE url = ?", (_name(url),))


def _name(url: str) -> str:
    """Return what the register calls a feed: its address, and for a key in it only the digest."""
    public = without_keys(url)
    return url if public == url else f"{public}#{hashlib.sha256(url.encode()).hexdigest()[:16]}"


def _health(row: Row) -> FeedHealth:
    return FeedHealth(
        url=row["url"],
        etag=row["etag"],
        last_modified=row["last_modified"],
        not_before=row["not_before"],
        is_gone=bool(row["is_gone"]),
        moved_to=row["moved_to"],
        asked_at=row["asked_at"],
        succeeded_at=row["succeeded_at"],
        failures=row["failures"],
        trouble=row["trouble"],
        counts=json.loads(row["counts"]),
    )


def _values(health: FeedHealth) -> dict[str, object]:
    return {
        "url": _name(health.url),
        "etag": health.etag,
        "last_modified": health.last_modified,
        "not_before": health.not_before,
        "is_gone": int(health.is_gone),
        "moved_to": health.moved_to,
        "asked_at": health.asked_at,
        "succeeded_at": health.succeeded_at,
        "failures": health.failures,
        "trouble": health.trouble,
        "counts": json.dumps(dict(health.counts)),
    }
