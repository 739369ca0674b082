"""What ``status`` does."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from magazine.cli.running import Running
from magazine.cli.talk import result
from magazine.cli.wiring import Desk, open_desk
from magazine.journal import Entry, Journal
from magazine.sources import SOURCES_FILE, Source, all_sources
from magazine.status import Status, as_json, status_of

if TYPE_CHECKING:
    from magazine.edit.model.ledger import Month
    from magazine.library.feeds import FeedHealth


def status(running: Running) -> None:
    """Print how things stand; leave with 0 whatever it is."""
    desk = open_desk(running)
    sources = all_sources(desk.settings.folder / SOURCES_FILE)
    entries = Journal(desk.settings.state).entries()
    found = status_of(entries, sources, health_of(desk, sources), _spent(desk))
    if running.json:
        result([json.dumps(as_json(found), ensure_ascii=False, indent=2, default=str)])
    else:
        result(_lines(found))


def health_of(desk: Desk, sources: Iterable[Source]) -> "dict[str, FeedHealth]":
    """Return the health of the sources that were ever asked, by address."""
    if not desk.settings.library.exists():
        return {}
    with desk.library() as library:
        return library.feeds.health(source.url for source in sources)


def _spent(desk: Desk) -> "tuple[Month, ...]":
    if not desk.settings.ledger.exists():
        return ()
    from magazine.edit.model.ledger import open_ledger  # noqa: PLC0415

    with open_ledger(desk.settings.ledger) as ledger:
        return ledger.months()


def _lines(found: Status) -> Iterable[str]:
    yield "issues"
    yield from (_issue_line(entry) for entry in found.issues)
    if not found.issues:
        yield "    none was made yet"
    yield f"sources  {found.sources_on} on, {len(found.failing)} failing"
    for each in found.failing:
        since = each.succeeded_at[:10] if each.succeeded_at else "never"
        yield f"    {each.name}: {each.trouble} ({each.failures} in a row, last read: {since})"
    yield "models"
    for month in found.costs:
        unknown = month.calls_of_unknown_cost
        more = f", and {unknown} calls of unknown price" if unknown else ""
        yield f"    {month.month}  {month.calls} calls, ${month.cost:.2f}{more}"
    if not found.costs:
        yield "    none was asked yet"


def _issue_line(entry: Entry) -> str:
    made, failed = entry.made, entry.failed
    parts = [entry.folder]
    if made:
        day = made.at.astimezone().isoformat(timespec="minutes")
        parts.append(f"made {day}, {made.stories} stories of {made.first} to {made.last}")
    if failed:
        day = failed.at.astimezone().isoformat(timespec="minutes")
        parts.append(f"failed {day}: {failed.reason}")
    return "    " + "; ".join(parts)
