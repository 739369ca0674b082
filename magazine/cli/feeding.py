"""What ``fetch`` and ``sources`` do."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from magazine.cli.failures import PROBLEMS
from magazine.cli.looking import health_of
from magazine.cli.running import Running
from magazine.cli.source_commands import Describing
from magazine.cli.talk import Talk, result, result_json
from magazine.cli.wiring import Desk, open_desk, writing_desk
from magazine.core.article import Article
from magazine.core.errors import UnreachableError, UnreadableError, UsageError
from magazine.fetching import Round, SourceAccount, fetch_sources
from magazine.locking import SHORT_WAIT
from magazine.opml import read_opml, write_opml
from magazine.sources import (
    SOURCES_FILE,
    Source,
    all_sources,
    drop_source,
    find_source,
    new_source,
    put_sources,
    read_sources,
)

if TYPE_CHECKING:
    from magazine.library.feeds import FeedHealth

_MOST_NAMED = 10
"""Failed pages and odd dates of a source that are named one by one; -v names them all."""


def fetch(running: Running, names: Sequence[str], allow_host: Sequence[str]) -> None:
    """Ask the sources; say what became of each.

    Raises:
        UsageError: No source is on, or one of the names means none.
        UnreachableError: None of them could be read.
    """
    with writing_desk(running, SHORT_WAIT) as desk:
        accounts = _asked(desk, _chosen(all_sources(_file(desk)), names), allow_host)
    if running.json:
        result_json([_as_json(account) for account in accounts])
    if all(account.trouble and not account.counts["new"] for account in accounts):
        raise UnreachableError("None of the sources could be read.", hint="The lines above say why.")
    if not all(account.is_well for account in accounts):
        raise typer.Exit(PROBLEMS)


def _asked(desk: Desk, sources: Sequence[Source], allow_host: Sequence[str]) -> list[SourceAccount]:
    accounts: list[SourceAccount] = []
    with desk.library(create=True) as library:
        round_ = Round(courier=desk.courier(allow_host), now=datetime.now(UTC), zone=desk.settings.zone)
        for account in fetch_sources(sources, round_, library, library.feeds):
            accounts.append(account)
            _tell(desk.talk, account)
    return accounts


def _chosen(sources: Sequence[Source], names: Sequence[str]) -> list[Source]:
    if names:
        return [find_source(sources, name) for name in dict.fromkeys(names)]
    chosen = [source for source in sources if source.on]
    if not chosen:
        raise UsageError(
            "No source is on.",
            hint='See them with: magazine sources list. Turn one on: magazine sources add "UN News"',
        )
    return chosen


def _tell(talk: Talk, account: SourceAccount) -> None:
    counts = account.counts
    named = [
        f"{counts['new']} new",
        f"{counts['unchanged']} unchanged",
        *(f"{counts[name]} {name}" for name in ("updated", "teasers", "undated", "failed", "postponed")
          if counts[name]),
        *([f"{counts['ahead']} dated in the future"] if counts["ahead"] else []),
        *([f"{counts['repeated']} there a second time"] if counts["repeated"] else []),
        *([f"{counts['cut']} left out, the feed is too long"] if counts["cut"] else []),
    ]  # fmt: skip
    if account.trouble and not any(counts.values()):
        talk.warn(f"{account.source.name}: not fetched: {account.trouble}", source=account.source.name)
    else:
        talk.say(f"{account.source.name}: {', '.join(named)}", source=account.source.name, **counts)
        if account.trouble:
            talk.warn(f"{account.source.name}: left alone for now: {account.trouble}")
    if account.moved_to:
        talk.warn(f"{account.source.name}: it has moved for good to {account.moved_to}: add it there")
    _name(talk, account, "not read", [f"{one.where}: {one.reason}" for one in account.failed])
    _name(talk, account, "without a date, which no period can select", map(_titled, account.undated))
    _name(talk, account, "dated in the future", map(_titled, account.ahead))


def _name(talk: Talk, account: SourceAccount, what: str, names: Iterable[str]) -> None:
    every = list(names)
    shown = every if talk.verbose else every[:_MOST_NAMED]
    for one in shown:
        talk.warn(f"{account.source.name}: {what}: {one}", source=account.source.name)
    if len(every) > len(shown):
        talk.warn(f"{account.source.name}: {what}: {len(every) - len(shown)} more; -v names them all")


def _titled(article: Article) -> str:
    return f"{article.id} ({article.title[:60]})"


def _as_json(account: SourceAccount) -> dict[str, object]:
    return {
        "name": account.source.name,
        "url": account.source.url,
        **account.counts,
        "trouble": account.trouble,
        "moved_to": account.moved_to,
        "not_read": [asdict(one) for one in account.failed],
        "undated_ids": [article.id for article in account.undated],
        "ahead_ids": [article.id for article in account.ahead],
    }


def list_sources(running: Running) -> None:
    """Print every source with its health."""
    desk = open_desk(running)
    sources = all_sources(_file(desk))
    health = health_of(desk, sources)
    if running.json:
        result_json([_listed(source, health.get(source.url)) for source in sources])
        return
    for source in sources:
        marks = ["on " if source.on else "off", f"tier {source.tier}", source.licence.value, source.name]
        unverified = [] if source.verified else ["not verified"]
        result(["  ".join([*marks, source.url, *unverified, _health_line(health.get(source.url))]).rstrip()])


def _file(desk: Desk) -> Path:
    return desk.settings.folder / SOURCES_FILE


def _health_line(health: "FeedHealth | None") -> str:
    if health is None:
        return ""
    if health.trouble:
        times = f", {health.failures} times in a row" if health.failures > 1 else ""
        return f"[{health.asked_at[:10]}: {health.trouble}{times}]"
    named = ", ".join(f"{count} {name}" for name, count in health.counts.items() if count)
    return f"[{health.asked_at[:10]}: {named or 'nothing'}]"


def _listed(source: Source, health: "FeedHealth | None") -> dict[str, object]:
    shown: dict[str, object] = json.loads(json.dumps(asdict(source)))
    return {**shown, "health": None if health is None else {**asdict(health), "counts": dict(health.counts)}}


def add_source(running: Running, describing: Describing, key: str) -> None:
    """Turn a listed source on, or add one by its address."""
    desk = open_desk(running)
    known = all_sources(_file(desk))
    is_new = "://" in key and all(source.url != key for source in known)
    listed: dict[str, Any] = {"url": key} if is_new else asdict(find_source(known, key))
    told = {
        "name": describing.name,
        "licence": describing.licence,
        "tier": describing.tier,
        "topics": desk.taxonomy.resolve(describing.topic),
    }
    fields = listed | {name: value for name, value in told.items() if value} | {"on": True}
    source = new_source(**fields)
    put_sources(_file(desk), [source])
    desk.talk.say(f"{source.name} is on; magazine fetch reads it")


def remove_source(running: Running, key: str) -> None:
    """Take a source out of the person's own file, and forget its health."""
    desk = open_desk(running)
    source = find_source(read_sources(_file(desk)), key)
    drop_source(_file(desk), source.url)
    if desk.settings.library.exists():
        with desk.library() as library:
            library.feeds.forget(source.url)
    desk.talk.say(f"{source.name} removed; its articles stay")


def import_sources(running: Running, path: Path) -> None:
    """Add the subscriptions of an OPML file that are not there yet."""
    desk = open_desk(running)
    try:
        found, refused = read_opml(path.read_bytes())
    except OSError as error:
        raise UnreadableError(f"Cannot read {path}: {error.strerror}.") from error
    known = {source.url for source in read_sources(_file(desk))}
    new = [source for source in found if source.url not in known]
    put_sources(_file(desk), new)
    desk.talk.say(f"{len(new)} sources added, {len(found) - len(new)} there already")
    for one in refused:
        desk.talk.warn(f"not added: {one}")
    if refused:
        raise typer.Exit(PROBLEMS)


def export_sources(running: Running) -> None:
    """Print the person's own sources as OPML."""
    desk = open_desk(running)
    result([write_opml(read_sources(_file(desk))).decode().rstrip("\n")])
