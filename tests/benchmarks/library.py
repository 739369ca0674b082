"""Speed and memory of a large library, in one process with the library open.

    make bench                       # 100,000 articles
    ARTICLES=1000000 make bench      # a million

The articles are of some 100 words: sentences of two real releases of one ministry in each, so
that topics, events and copies come about as they do among real ones. They are spread over a year.
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
from dataclasses import replace
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
_FIRST_DAY = date(2025, 5, 1)
_DAYS = 365
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
            begun = time.perf_counter()
            library.add(made_articles(rows, ARTICLES))
            seconds = time.perf_counter() - begun
            say(f"library: adding {ARTICLES:,} articles", f"{seconds:8.1f} s", "")
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
        for day in (_FIRST_DAY + timedelta(days=chance.randrange(_DAYS - 7)) for _ in range(_TRIES))
    ]
    months = [
        Rule(period=DateRange(day, day + timedelta(days=30)), query=query, max_stories=30)
        for day, query in (
            (_FIRST_DAY + timedelta(days=chance.randrange(_DAYS - 31)), query)
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
        _spread([_seconds(library.related, each) for each in stories]),
        "",
    )
    fresh = [replace(article, published=(_FIRST_DAY + timedelta(days=_DAYS - 3)).isoformat())
             for article in made_articles(rows, 1000, seed=3)]  # fmt: skip
    say("library: adding 1,000 new", f"{_seconds(library.add, fresh):8.1f} s", "<= 10 s")


def _timed(library: Library, taxonomy: Taxonomy, rules: Sequence[Rule]) -> list[float]:
    def choose(rule: Rule) -> None:
        select(library.shortlist(rule), rule, taxonomy)

    for rule in rules:
        choose(rule)  # warm
    return [_seconds(choose, rule) for rule in rules]


def _seconds(act: Callable[[Any], object], what: object) -> float:
    begun = time.perf_counter()
    act(what)
    return time.perf_counter() - begun


def _spread(seconds: Sequence[float]) -> str:
    ordered = sorted(1000 * each for each in seconds)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"p50 {statistics.median(ordered):6.1f} ms  p95 {p95:6.1f} ms  ({len(ordered)} tries)"
