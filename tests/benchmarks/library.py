"""Speed and memory of a large library, in one process with the library open.

    make bench                       # 100,000 articles
    ARTICLES=1000000 make bench      # a million

The articles are of some 100 words: sentences of two real releases of one ministry in each, so
that topics, events and copies come about as they do among real ones. There are some 270 a day, as
ten busy sources bring: a hundred thousand are a year, a million are ten.
"""

import itertools
import json
import os
import random
import resource
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from magazine.core.article import Article
from magazine.core.dates import DateRange
from magazine.core.ranking import select
from magazine.core.selection import Rule
from magazine.core.sentences import split_sentences
from magazine.core.topics import Taxonomy
from magazine.library import Library, open_library
from magazine.taxonomy import load_taxonomy

ARTICLES = int(os.environ.get("ARTICLES", "100000"))
_LAST_DAY = date(2026, 4, 30)
_A_DAY = 274
_DAYS = ARTICLES // _A_DAY + 1
_FIRST_DAY = _LAST_DAY - timedelta(days=_DAYS - 1)
_WORDS = 100
_LEAST_SENTENCES = 4
_TRIES = 60
_QUERIES = (
    "groundwater",
    "solar energy",
    "Supreme Court",
    '"green hydrogen"',
    "farmers OR wheat",
    "satellite -ISRO",
)


def made_articles(path: Path, count: int, *, seed: int = 1) -> Iterator[Article]:
    """Yield so many articles of some 100 words, in the order of their days."""
    chance = random.Random(seed)  # noqa: S311 - the same articles every time
    by_ministry: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    with path.open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if (
                row["language"] == "en"
                and len(sentences := split_sentences(row["body"][:6000])) >= _LEAST_SENTENCES
            ):
                by_ministry[row["category"]].append((row["title"], sentences))
    ministries = [each for each in by_ministry.values() if len(each) > 1]
    weights = [len(each) for each in ministries]
    for number in range(count):
        [ministry] = chance.choices(ministries, weights)
        (title, told), (_, added) = chance.sample(ministry, 2)
        yield Article(
            id=f"made-{seed}-{number}",
            title=title,
            body=_body(chance, told, added),
            published=(_FIRST_DAY + timedelta(days=number * _DAYS // count)).isoformat(),
            source=chance.choice(("PIB", "The Example", "Daily Sample", "News Wire")),
            url=f"https://made.example/{seed}/{number}",
        )


def _body(chance: random.Random, told: Sequence[str], added: Sequence[str]) -> str:
    words = 0
    sentences: list[str] = []
    for sentence in [*chance.sample(told, min(4, len(told))), *chance.sample(added, min(4, len(added)))]:
        if words >= _WORDS:
            break
        sentences.append(sentence)
        words += len(sentence.split())
    return " ".join(sentences)


def measure(rows: Path, say: Callable[[str, str, str], None]) -> None:
    """Make a library of ``ARTICLES`` articles and print what it costs to use.

    Args:
        rows: Releases to make them of, as JSON Lines.
        say: Prints a row: what, the figure, what is wanted.
    """
    taxonomy = load_taxonomy()
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "library.sqlite"
        with open_library(path, taxonomy) as library:
            cost = _cost(library.add, made_articles(rows, ARTICLES))
            say(f"library: adding {ARTICLES:,} articles", f"{cost.wall:8.1f} s  cpu {cost.cpu:7.1f} s", "")
            say("library: its file", f"{path.stat().st_size / 1e6:8.0f} MB", "")
            _measure_use(library, taxonomy, rows, say)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say("library: largest resident set", f"{memory:8.0f} MB", "<= 400 MB")


def _measure_use(
    library: Library, taxonomy: Taxonomy, rows: Path, say: Callable[[str, str, str], None]
) -> None:
    chance = random.Random(2)  # noqa: S311
    topics = [topic.id for topic in taxonomy.topics]
    weeks = [
        Rule(period=DateRange(day, day + timedelta(days=6)), topics=(chance.choice(topics),), max_stories=30)
        for day in (_FIRST_DAY + timedelta(days=chance.randrange(max(1, _DAYS - 7))) for _ in range(_TRIES))
    ]
    months = [
        Rule(period=DateRange(day, day + timedelta(days=30)), query=query, max_stories=30)
        for day, query in (
            (_FIRST_DAY + timedelta(days=chance.randrange(max(1, _DAYS - 31))), query)
            for query in itertools.islice(itertools.cycle(_QUERIES), _TRIES)
        )
    ]
    say("library: a topic's week", _spread(_timed(library, taxonomy, weeks)), "p95 <= 100 ms")
    say("library: a query's month", _spread(_timed(library, taxonomy, months)), "p95 <= 150 ms")
    stories = [
        story for rule in weeks[:5] for story in select(library.shortlist(rule), rule, taxonomy).stories
    ]
    say(
        "library: what came before a story",
        _spread([_cost(library.related, each) for each in stories]),
        "",
    )
    fresh = [
        replace(article, published=(_LAST_DAY - timedelta(days=number % 7)).isoformat())
        for number, article in enumerate(made_articles(rows, 1000, seed=3))
    ]
    cost = _cost(library.add, fresh)
    say("library: adding 1,000 new", f"{cost.wall:8.1f} s  cpu {cost.cpu:7.1f} s", "<= 10 s")


@dataclass(frozen=True, slots=True)
class _Cost:
    """What one act took, in seconds; a machine with neighbours takes more wall than CPU."""

    wall: float
    cpu: float


def _timed(library: Library, taxonomy: Taxonomy, rules: Sequence[Rule]) -> list[_Cost]:
    def choose(rule: Rule) -> None:
        select(library.shortlist(rule), rule, taxonomy)

    for rule in rules:
        choose(rule)  # warm
    return [_cost(choose, rule) for rule in rules]


def _cost(act: Callable[[Any], object], what: object) -> _Cost:
    begun, begun_cpu = time.perf_counter(), time.process_time()
    act(what)
    return _Cost(time.perf_counter() - begun, time.process_time() - begun_cpu)


def _spread(costs: Sequence[_Cost]) -> str:
    wall, cpu = (
        _p50_p95([1000 * each for each in taken]) for taken in zip(*map(astuple, costs), strict=True)
    )
    return (
        f"p50 {wall[0]:6.1f} ms  p95 {wall[1]:6.1f} ms  (cpu {cpu[0]:.1f}, {cpu[1]:.1f}; {len(costs)} tries)"
    )


def _p50_p95(taken: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(taken)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
