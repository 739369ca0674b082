"""What the commands of the library do: add and export, list and search, remove and back up."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from magazine.cli.failures import PROBLEMS
from magazine.cli.options import Extent, Sifting
from magazine.cli.running import Running
from magazine.cli.talk import Talk, result, result_json
from magazine.cli.wiring import Desk, open_desk, writing_desk
from magazine.core.article import Article, Guessed, Language, Refused
from magazine.core.errors import UnreadableError
from magazine.core.topics import UNCLASSIFIED, Taxonomy
from magazine.ingest import Found, is_address, read_inputs
from magazine.intake import Intake, take_in
from magazine.library.values import ListedArticle, ListingFilter, TopicCount
from magazine.locking import SHORT_WAIT

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Read = tuple[int, Sequence[Refused | Guessed], Talk]
"""How many articles were read, what is to be told of the inputs, and who tells it."""
MOST_LINES = 20
"""Refusals and undated articles that are named one by one; the rest are counted."""


def add(running: Running, paths: list[str], *, dry_run: bool, allow_host: Sequence[str] = ()) -> None:
    """Read the inputs into the library; say what became of each.

    Raises:
        UnreadableError: No input could be read.
    """
    if dry_run:
        read, told, talk = _previewed(running, paths, allow_host)
    else:
        read, told, talk = _added(running, paths, allow_host)
    refused = [one for one in told if isinstance(one, Refused)]
    guessed = [one for one in told if isinstance(one, Guessed)]
    _name(talk.note, "read with a guess", guessed, every=talk.verbose)
    _name(talk.warn, "not added", refused, every=talk.verbose)
    if refused and not read:
        raise UnreadableError("No input could be read.", hint="The lines above say why.")
    if refused:
        raise typer.Exit(PROBLEMS)


def _added(running: Running, paths: list[str], allow_host: Sequence[str]) -> _Read:
    # Two people, or a person and cron, may well add at once: the later waits a little.
    with writing_desk(running, SHORT_WAIT) as desk, desk.library(create=True) as shelf:
        intake = take_in(_found(desk, paths, allow_host), shelf)
    _account(desk.talk, intake, as_json=running.json)
    return intake.read, (*intake.guessed, *intake.refused), desk.talk


def _previewed(running: Running, paths: list[str], allow_host: Sequence[str]) -> _Read:
    """Print the articles that were understood."""
    desk = open_desk(running)
    read = 0
    told: list[Refused | Guessed] = []
    for one in _found(desk, paths, allow_host):
        if isinstance(one, Article):
            read += 1
            result([json.dumps(asdict(one), ensure_ascii=False) if running.json else _preview_line(one)])
        else:
            told.append(one)
    return read, told, desk.talk


def _found(desk: Desk, paths: list[str], allow_host: Sequence[str]) -> Iterable[Found]:
    courier = desk.courier(allow_host) if any(map(is_address, paths)) else None
    return read_inputs(paths, stdin=sys.stdin.buffer, zone=desk.settings.zone, courier=courier)


def _preview_line(article: Article) -> str:
    day = "teaser" if article.is_stub else article.published or "undated"
    return f"{day[:10]:<10}  {article.language.value}  {article.source or '-'}  {article.title}"


def _account(talk: Talk, intake: Intake, *, as_json: bool) -> None:
    if as_json:
        result_json({**asdict(intake), "undated": [article.id for article in intake.undated]})
    parts = [
        f"{intake.added} added",
        f"{intake.unchanged} there already" if intake.unchanged else "",
        f"{intake.updated} updated" if intake.updated else "",
        f"{intake.stubs} teasers among them" if intake.stubs else "",
        f"{intake.copies} nearly the same as others in the library" if intake.copies else "",
    ]
    facts = {"added": intake.added, "unchanged": intake.unchanged, "copies": intake.copies}
    talk.say(", ".join(part for part in parts if part), **facts)
    if intake.undated:
        named = ", ".join(f"{article.id} ({article.title[:60]})" for article in intake.undated[:MOST_LINES])
        more = f" and {len(intake.undated) - MOST_LINES} more" if len(intake.undated) > MOST_LINES else ""
        talk.warn(
            f"{len(intake.undated)} without a date, which no period can select: {named}{more}. Give them one"
            " (in the front matter, or 2026-03-09 at the start of the file's name) and add them again."
        )


def _name(say: Callable[..., None], what: str, told: Sequence[Refused | Guessed], *, every: bool) -> None:
    named = told if every else told[:MOST_LINES]
    for one in named:
        say(f"{what}: {one.where}: {one.reason}", where=one.where)
    if len(told) > len(named):
        say(f"{what}: {len(told) - len(named)} more; -v names them all")


def list_articles(sifting: Sifting, extent: Extent, running: Running) -> None:
    """Print articles, the newest first."""
    desk = open_desk(running)
    wanted = ListingFilter(
        period=desk.period(extent.period),
        timezone=desk.settings.timezone,
        topics=desk.taxonomy.resolve(sifting.topic),
        language=Language(sifting.language) if sifting.language else None,
        limit=extent.limit,
    )
    with desk.library() as library:
        found = library.listing(wanted)
    if running.json:
        result_json([_plain(article) for article in found.articles])
        return
    result(_line(article) for article in found.articles)
    if found.total > len(found.articles):
        desk.talk.say(f"{len(found.articles)} of {found.total} articles; more with --limit")


def show(running: Running, key: str) -> None:
    """Print one article with its topics."""
    desk = open_desk(running)
    with desk.library() as library:
        article = library.get(key)
        topics = library.topics_of(article.id)
    if running.json:
        result_json({**asdict(article), "topics": [asdict(score) for score in topics]})
        return
    named = ", ".join(f"{score.topic} ({score.role.value}, {score.score:g})" for score in topics)
    particulars = (article.id, article.published or "undated", article.source or "no source", article.licence)
    result(
        [
            article.title,
            " · ".join((*particulars, article.language.value)),
            f"topics: {named or UNCLASSIFIED}",
            article.url or "no address",
            "",
            article.body,
        ]
    )


def search(extent: Extent, running: Running, text: str) -> None:
    """Print the articles that match, the best first."""
    desk = open_desk(running)
    with desk.library() as library:
        hits = library.search(
            text, desk.period(extent.period), limit=extent.limit, timezone=desk.settings.timezone
        )
    if running.json:
        result_json(
            [{**_plain(hit.article), "relevance": hit.relevance, "snippet": hit.snippet} for hit in hits]
        )
        return
    for hit in hits:
        result([_line(hit.article), f"    {hit.snippet}"])
    if not hits:
        desk.talk.say("nothing found")


def topics(running: Running) -> None:
    """Print every group with its topics and how many articles each has."""
    desk = open_desk(running)
    with desk.library() as library:
        counted = library.topics()
    counts = {one.topic: one for one in counted.topics}
    if running.json:
        result_json({"topics": [_plain(one) for one in counted.topics], "unclassified": counted.unclassified})
        return
    for group in desk.taxonomy.groups:
        result([f"{group.id}  {group.name}  {group.name_hi}"])
        result(_topic_line(desk.taxonomy, topic, counts[topic]) for topic in group.topics)
    result([f"{UNCLASSIFIED}  {counted.unclassified} articles that no topic recognised"])


def stats(running: Running) -> None:
    """Print the library in figures."""
    desk = open_desk(running)
    with desk.library() as library:
        held = library.stats()
    if running.json:
        result_json(_plain(held))
        return
    result(
        [
            f"{held.articles} articles, {held.first or '-'} to {held.last or '-'}, {held.size / 1e6:.1f} MB",
            f"{held.undated} undated, {held.unclassified} unclassified, {held.stubs} teasers",
            "languages: " + ", ".join(f"{name} {count}" for name, count in held.languages),
            "sources: " + ", ".join(f"{name or '-'} {count}" for name, count in held.sources[:MOST_LINES]),
            "months: " + ", ".join(f"{name} {count}" for name, count in held.months),
        ]
    )


def remove(running: Running, keys: list[str]) -> None:
    """Remove the articles that the ids or URLs name; none when one of them names nothing."""
    with writing_desk(running, SHORT_WAIT) as desk, desk.library() as library:
        removed = library.remove([library.get(key).id for key in keys])
    desk.talk.say(f"{removed} removed", removed=removed)


def export(running: Running) -> None:
    """Print every article as JSON Lines."""
    desk = open_desk(running)
    with desk.library() as library:
        result(json.dumps(asdict(article), ensure_ascii=False) for article in library.export())


def vacuum(running: Running) -> None:
    """Give the space of removed articles back to the disk; place what has no event yet."""
    with writing_desk(running, SHORT_WAIT) as desk, desk.library() as library:
        before = library.path.stat().st_size
        library.settle()
        library.vacuum()
        after = library.path.stat().st_size
    desk.talk.say(f"{before / 1e6:.1f} MB before, {after / 1e6:.1f} MB now", before=before, after=after)


def backup(running: Running, file: Path) -> None:
    """Copy the library; print the path of the copy."""
    desk = open_desk(running)
    with desk.library() as library:
        library.backup(file)
    result([str(file)])


def _line(article: ListedArticle) -> str:
    day = "teaser" if article.is_stub else article.day.isoformat() if article.day else "undated"
    parts = (article.id, f"{day:<10}", f"{article.language.value:<5}", article.topic or UNCLASSIFIED)
    return "  ".join((*parts, article.source or "-", article.title))


def _topic_line(taxonomy: Taxonomy, topic_id: str, count: TopicCount) -> str:
    topic = taxonomy.topic(topic_id)
    names = f"{topic.name}  {topic.name_hi}" if topic else topic_id
    days = f"  {count.first} to {count.last}" if count.first else ""
    return f"    {topic_id}  {names}  {count.articles} articles{days}"


def _plain(value: "DataclassInstance") -> dict[str, object]:
    """Return a value as JSON can hold it."""
    held: dict[str, object] = json.loads(json.dumps(asdict(value), default=str))
    return held
