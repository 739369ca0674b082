"""Events, near copies and the days of a period, all through a library as a user has it."""

import random
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from magazine.core.article import Article, Language
from magazine.core.dates import DateRange
from magazine.core.selection import Rule
from magazine.core.topics import Taxonomy
from magazine.library import Library, open_library
from tests.quality.figures import Figure, QualitySet, article, is_odd, rows

_DAY = date(2026, 3, 9)
_SHUFFLES = 3
_BOILERPLATE = 0.9
"""Natural pairs that share less are different releases made from one template."""
_NO_TOPICS = Taxonomy(topics=(), groups=(), digest="none")


@contextmanager
def a_library(articles: Iterable[Article]) -> Iterator[Library]:
    """Hold a new library of those articles for as long as the block lasts."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        open_library(Path(scratch) / "library.sqlite", _NO_TOPICS) as library,
    ):
        library.add(articles)
        yield library


def events_of(library: Library) -> dict[str, str]:
    """Return the event of every dated article."""
    everything = Rule(period=DateRange(date.min, date.max))
    return {one.reference.id: one.event for one in library.shortlist(everything).candidates}


def bcubed(found: Mapping[str, str], gold: Mapping[str, str]) -> float:
    """Return B-cubed F1 in percent: the means over articles of precision and recall of its own cluster."""
    ours, theirs = _clusters(found, gold), _clusters(gold, gold)
    shares = [
        (len(ours[found[one]] & theirs[gold[one]]), ours[found[one]], theirs[gold[one]]) for one in gold
    ]
    precision = sum(both / len(mine) for both, mine, _ in shares) / len(gold)
    recall = sum(both / len(true) for both, _, true in shares) / len(gold)
    return 100 * 2 * precision * recall / (precision + recall)


def _clusters(labels: Mapping[str, str], of: Iterable[str]) -> dict[str, set[str]]:
    clusters: dict[str, set[str]] = defaultdict(set)
    for one in of:
        clusters[labels[one]].add(one)
    return clusters


def measure_events(path: Path) -> list[Figure]:
    """Cluster the pages as if all were of one day; whole topics are in one half."""
    listed = list(rows(path))
    gold = {row["id"]: row["cluster"] for row in listed}
    halves = {row["id"]: is_odd(str(row["topic"])) for row in listed}
    pages = [
        Article(
            id=row["id"],
            title=row["title"],
            body=row["body"],
            published=_DAY.isoformat(),
            language=Language(row["language"]),
            url=row["url"],
        )
        for row in listed
    ]
    with a_library(pages) as library:
        found = events_of(library)
    even = {one: cluster for one, cluster in gold.items() if not halves[one]}
    odd = {one: cluster for one, cluster in gold.items() if halves[one]}
    whole = bcubed(found, gold)
    return [
        Figure(name="all: B-cubed F1", value=whole, n=len(gold), note="TF-IDF average linkage 88.1"),
        Figure(name="even topics (tuned): B-cubed F1", value=bcubed(found, even), n=len(even)),
        Figure(name="odd topics (reported): B-cubed F1", value=bcubed(found, odd), n=len(odd)),
        Figure(
            name="largest difference in another order", value=_unsteadiness(pages, gold, whole), n=_SHUFFLES
        ),
    ]


def _unsteadiness(pages: Sequence[Article], gold: Mapping[str, str], whole: float) -> float:
    """Return by how many points B-cubed F1 differs when the pages come in other orders."""
    chance = random.Random(1)  # noqa: S311 - orders that are the same every time
    differences = []
    for _ in range(_SHUFFLES):
        with a_library(chance.sample(pages, len(pages))) as library:
            differences.append(abs(whole - bcubed(events_of(library), gold)))
    return max(differences)


def measure_copies(path: Path) -> list[Figure]:
    """Add edited copies to the releases they are of; look at pairs that share boilerplate as well."""
    copies = list(rows(path))
    pairs = list(rows(path.with_name("pib_natural_pairs.jsonl")))
    releases = [article(row) for row in rows(path.parents[1] / "news" / "pib.jsonl")]
    with a_library([*releases, *(article(row) for row in copies)]) as library:
        events = events_of(library)
        original = _originals(library)
    found = sum(original.get(row["id"]) == original.get(row["dup_of"], row["dup_of"]) for row in copies)
    boilerplate = [pair for pair in pairs if pair["containment5"] < _BOILERPLATE]
    reissues = [
        pair for pair in pairs if pair["containment5"] >= _BOILERPLATE and pair["size_ratio"] > _SAME_SIZE
    ]

    def one_text(pair: Mapping[str, str]) -> bool:
        a, b = pair["a"], pair["b"]
        return original.get(a, a) == original.get(b, b)

    def one_event(pair: Mapping[str, str]) -> bool:
        return events[pair["a"]] == events[pair["b"]]

    n = len(boilerplate)
    return [
        Figure(name="copies found, %", value=100 * found / len(copies), n=len(copies)),
        Figure(name="boilerplate taken for a copy, %", value=100 * sum(map(one_text, boilerplate)) / n, n=n),
        Figure(
            name="boilerplate told as one event, %", value=100 * sum(map(one_event, boilerplate)) / n, n=n
        ),
        Figure(
            name="re-issues told as one event, %",
            value=100 * sum(map(one_event, reissues)) / len(reissues),
            n=len(reissues),
        ),
    ]


_SAME_SIZE = 0.8


def _originals(library: Library) -> dict[str, str]:
    """Return, for every copy, the id of the article it copies."""
    stored = library._database.rows(
        "SELECT a.id AS copy, b.id AS original FROM article_event e "
        "JOIN article a ON a.number = e.article JOIN article b ON b.number = e.copy_of"
    )
    return {row["copy"]: row["original"] for row in stored}


def measure_days(path: Path) -> list[Figure]:
    """Ask for periods of the releases, as they are dated and with times at the edges of India's day."""
    releases = [article(row) for row in rows(path)]
    days = {each.id: date.fromisoformat((each.published or "")[:10]) for each in releases}
    at_edges = {}
    for place, each in enumerate(releases):
        day = days[each.id]
        before = (day - timedelta(days=1)).isoformat()
        edges = (
            f"{day}T00:00:00+05:30",
            f"{day}T23:59:59+05:30",
            f"{before}T18:30:00+00:00",
            f"{day}T18:29:59Z",
            f"{before}T23:30:00+05:00",
        )
        at_edges[each.id] = edges[place % len(edges)]
    with a_library(releases) as library:
        plain = _wrong_periods(library, days)
    with a_library(replace(each, published=at_edges[each.id]) for each in releases) as library:
        edged = _wrong_periods(library, days)
    return [
        Figure(name="periods with a wrong set, days as published", value=plain, n=len(_PERIODS)),
        Figure(name="periods with a wrong set, times at a day's edges", value=edged, n=len(_PERIODS)),
    ]


_PERIODS = tuple(
    DateRange(first, first + timedelta(days=length - 1))
    for length in (1, 7, 31)
    for first in (date(2026, 2, 25) + timedelta(days=step) for step in range(65))
)


def _wrong_periods(library: Library, days: Mapping[str, date]) -> int:
    return sum(
        {one.reference.id for one in library.shortlist(Rule(period=period)).candidates}
        != {each for each, day in days.items() if period.first <= day <= period.last}
        for period in _PERIODS
    )


EVENT_SETS = (
    QualitySet(name="events ECB+", file="clusters/ecbplus.jsonl", measure=measure_events),
    QualitySet(name="near copies", file="clusters/pib_near_duplicates.jsonl", measure=measure_copies),
    QualitySet(name="days of a period", file="news/pib.jsonl", measure=measure_days),
)
