#!/usr/bin/env python3
"""Check the example articles against the press releases they name.

Every number and every dated day in an article has to stand in one of its releases, no long run of words
may be copied, and identifiers, addresses and file names have to agree. Run it as

    python examples/check_facts.py [folder]

It prints one line for each failure and exits with 1 when there is any.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

FRONT_MATTER: Final = ("id", "title", "date", "source", "url", "category", "language", "licence", "releases")
RELEASE_FIELDS: Final = ("id", "url", "title", "body", "published", "category", "source", "language")
LANGUAGES: Final = ("en", "hi")
SOURCE: Final = "Example desk, after PIB"
WORDS: Final = range(150, 351)
TITLE_WORDS: Final = 12
COPIED_RUN: Final = 12
CENTURY: Final = 2000

MONTHS: Final[dict[str, int]] = {
    unicodedata.normalize("NFKC", name): number
    for number, names in enumerate(
        (
            ("January", "Jan", "जनवरी"),
            ("February", "Feb", "फरवरी", "फ़रवरी"),
            ("March", "Mar", "मार्च"),
            ("April", "Apr", "अप्रैल"),
            ("May", "मई"),
            ("June", "Jun", "जून"),
            ("July", "Jul", "जुलाई"),
            ("August", "Aug", "अगस्त"),
            ("September", "Sept", "Sep", "सितंबर", "सितम्बर"),
            ("October", "Oct", "अक्टूबर", "अक्तूबर"),
            ("November", "Nov", "नवंबर", "नवम्बर"),
            ("December", "Dec", "दिसंबर", "दिसम्बर"),
        ),
        start=1,
    )
    for name in (*names, names[0].upper())
}
# What multiplies a number, in the spellings of the articles and of the releases.
SCALES: Final[dict[str, str]] = {
    unicodedata.normalize("NFKC", word): scale
    for scale, words in {
        "lakh crore": ("lakh crores", "lakh crore", "lakh cr", "लाख करोड़"),
        "crore": ("crores", "crore", "cr", "करोड़"),
        "lakh": ("lakhs", "lakh", "लाख"),
        "thousand": ("thousand", "हज़ार"),
        "million": ("million",),
        "billion": ("billion", "अरब"),
        "trillion": ("trillion",),
        "%": ("percentage", "percent", "per cent", "%", "प्रतिशत"),
    }.items()
    for word in words
}

_LETTER: Final = r"A-Za-z\u0900-\u097F"
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?(?![{_LETTER}])"
_MONTH_FIRST: Final = rf"(?<![{_LETTER}]){_MONTH}"
_DAY: Final = r"\d{1,2}(?![\d:])(?:st|nd|rd|th)?"
_JOIN: Final = r"\s*(?:[-,&]|to|and|से|और|तथा)\s*"
_YEAR: Final = r"(?:\s*,?\s*(?P<year>(?:19|20)\d\d)(?!\d))?"
# The named forms of a dated day: "10-11 March 2026", "१० मार्च", "March 10, 2026", "March 2026", "Mar-26",
# "10.03.2026" and "2026-03-10".
_DATES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<days>\d\d)(?!\d)",
        r"(?<![\d.])(?P<days>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>(?:19|20)\d\d)(?!\d)",
        rf"{_MONTH_FIRST}-(?P<short>\d\d)(?!\d)",
        rf"(?<![\d.])(?P<days>{_DAY}(?:{_JOIN}{_DAY})*)(?:\s*of)?\s*{_MONTH}{_YEAR}",
        rf"{_MONTH_FIRST}\s+(?P<days>(?!(?:19|20)\d\d){_DAY}(?:{_JOIN}{_DAY})*){_YEAR}",
        rf"{_MONTH_FIRST}\s*,?\s*(?P<year>(?:19|20)\d\d)(?!\d)",
    )
)
_SCALE: Final = "|".join(sorted(SCALES, key=len, reverse=True))
_NUMBER: Final = re.compile(
    rf"(?P<number>\d+(?:\.\d+)?)(?:\s*-?(?P<scale>{_SCALE})(?![{_LETTER}]))?",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|‘[^’\n]*’|(?<!\w)'[^'\n]*'(?!\w)")


class Day(NamedTuple):
    """A date as a text names it: the day or the year may be left out."""

    month: int
    day: int | None
    year: int | None


class Amount(NamedTuple):
    """A number and what multiplies it, if anything does."""

    number: str
    scale: str


@dataclass(frozen=True)
class Facts:
    """The checkable statements of one text."""

    days: frozenset[Day]
    amounts: frozenset[Amount]


@dataclass(frozen=True)
class Release:
    """One press release and what can be found in it."""

    id: str
    url: str
    published: date
    facts: Facts
    runs: frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Article:
    """One example article, as its file has it."""

    file: str
    head: dict[str, Any]
    body: str

    @property
    def text(self) -> str:
        """The title and the body."""
        return f"{self.head.get('title', '')}\n{self.body}"

    @property
    def releases(self) -> list[str]:
        """The identifiers of the releases it names."""
        named = self.head.get("releases")
        return [str(name) for name in named] if isinstance(named, list) else []


def folded(text: str) -> str:
    """Fold what is written differently but means the same: digits, commas in numbers, dashes, spaces."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in text)
    text = re.sub(r"(?<=\d),(?=\d{2,3}(?!\d))|(?<=\d),(?=\d{2},\d)", "", text)
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    return re.sub(r"[^\S\n]+", " ", text)


def _days(match: re.Match[str]) -> Iterator[Day]:
    groups = match.groupdict()
    month = MONTHS[groups["month"]] if groups.get("month") else int(groups["number"])
    year = CENTURY + int(groups["short"]) if groups.get("short") else int(groups.get("year") or 0) or None
    numbers: list[int | None] = [int(day) for day in re.findall(r"\d+", groups.get("days") or "")]
    for day in numbers or [None]:
        yield Day(month, day, year)


def facts_of(text: str) -> Facts:
    """Find the dates and the numbers of a text; a number inside a date is not counted again."""
    text = folded(text)
    days: set[Day] = set()
    for pattern in _DATES:
        for match in pattern.finditer(text):
            days.update(_days(match))
        text = pattern.sub("\n", text)
    return Facts(frozenset(days), frozenset(_amounts(text)))


def _amounts(text: str) -> Iterator[Amount]:
    for match in _NUMBER.finditer(text):
        whole, point, decimals = match["number"].partition(".")
        scale = SCALES[match["scale"].lower()] if match["scale"] else ""
        yield Amount(f"{int(whole)}{point}{decimals}", scale)


def words_of(text: str) -> list[str]:
    """Split a text into bare lower-case words."""
    spaced = (word.strip("".join(filter(_is_mark, word))) for word in folded(text).lower().split())
    return [word for word in spaced if word]


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] not in "LMN"


def runs_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every run of words that is long enough to count as copied."""
    for start in range(len(words) - COPIED_RUN + 1):
        yield tuple(words[start : start + COPIED_RUN])


def read_releases(path: Path) -> tuple[dict[str, Release], list[str]]:
    """Read the releases; the second value names what is wrong with the file."""
    releases: dict[str, Release] = {}
    wrong: list[str] = []
    order: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        row: dict[str, str] = json.loads(line)
        if tuple(row) != RELEASE_FIELDS:
            wrong.append(f"{path.name}: line {number} has the fields {', '.join(row)}")
            continue
        order.append(row["id"])
        text = f"{row['title']}\n{row['body']}"
        # An article may give alone what the release gives inside a date, such as the year.
        facts = Facts(facts_of(text).days, frozenset(_amounts(folded(text))))
        published = date.fromisoformat(row["published"])
        runs = frozenset(runs_of(words_of(text)))
        releases[row["id"]] = Release(row["id"], row["url"], published, facts, runs)
    if order != sorted(set(order)):
        wrong.append(f"{path.name}: not sorted by id, or an id stands twice")
    return releases, wrong


def read_article(path: Path) -> Article | str:
    """Read one article, or say why it cannot be read."""
    match = re.fullmatch(r"---\n(.*?)\n---\n(.*)", path.read_text(encoding="utf-8"), re.DOTALL)
    if not match:
        return f"{path.name}: no front matter"
    try:
        head = yaml.safe_load(match[1])
    except yaml.YAMLError as error:
        return f"{path.name}: front matter is not YAML: {str(error).splitlines()[0]}"
    if not isinstance(head, dict) or tuple(head) != FRONT_MATTER:
        return f"{path.name}: front matter is not exactly {', '.join(FRONT_MATTER)}"
    return Article(path.name, head, match[2])


def _stands(day: Day, sources: Iterable[Release]) -> bool:
    """Whether a release names this day, or came out on it."""
    for release in sources:
        when = release.published
        if day.month == when.month and day.day in {None, when.day} and day.year in {None, when.year}:
            return True
        for known in release.facts.days:
            same_year = day.year is None or day.year == (known.year or when.year)
            if known.month == day.month and day.day in {None, known.day} and same_year:
                return True
    return False


def _missing_amounts(facts: Facts, sources: Iterable[Release]) -> Iterator[str]:
    known: set[Amount] = set()
    for release in sources:
        known |= release.facts.amounts | {Amount(str(release.published.year), "")}
    numbers = {amount.number for amount in known}
    for amount in sorted(facts.amounts):
        # A release may give a number without its scale (in a table); so may an article ("39.7 to 40.0 %").
        as_scaled = amount in known or Amount(amount.number, "") in known
        if not (as_scaled if amount.scale else amount.number in numbers):
            yield f"the number {amount.number} {amount.scale}".rstrip()


def _fact_failures(article: Article, sources: list[Release]) -> Iterator[str]:
    facts = facts_of(article.text)
    for day in sorted(facts.days, key=str):
        if not _stands(day, sources):
            written = "-".join(str(part) for part in (day.year, day.month, day.day) if part)
            yield f"the date {written} stands in none of {', '.join(article.releases)}"
    for missing in _missing_amounts(facts, sources):
        yield f"{missing} stands in none of {', '.join(article.releases)}"


def _copied(article: Article, releases: Iterable[Release]) -> Iterator[str]:
    parts = [words_of(part) for part in _QUOTED.sub("\f", article.text).split("\f")]
    runs = [run for part in parts for run in runs_of(part)]
    for release in releases:
        copied = next((run for run in runs if run in release.runs), None)
        if copied:
            yield f"copies from {release.id}: {' '.join(copied)}"


def _head_failures(article: Article, first: Release) -> Iterator[str]:
    head = article.head
    slug = article.file.removesuffix(".md")
    wanted = {
        "id": slug,
        "date": first.published,
        "url": first.url,
        "source": SOURCE,
        "licence": "own",
    }
    for key, value in wanted.items():
        if head[key] != value:
            yield f"{key} is {head[key]!r}, not {value!r}"
    if not re.fullmatch(r"ex-[a-z0-9]+(?:-[a-z0-9]+)*", slug):
        yield "the file name is not ex-<slug>.md in ASCII"
    if head["language"] not in LANGUAGES:
        yield f"language is {head['language']!r}, not one of {', '.join(LANGUAGES)}"
    if not str(head["category"] or "").strip():
        yield "no category"


def _length_failures(article: Article) -> Iterator[str]:
    title = len(str(article.head["title"]).split())
    if not 0 < title <= TITLE_WORDS:
        yield f"the title has {title} words, not 1 to {TITLE_WORDS}"
    length = sum(word.strip("-#") != "" for word in article.body.split())
    if length not in WORDS:
        yield f"{length} words, not {WORDS.start} to {WORDS.stop - 1}"


def _article_failures(article: Article, releases: dict[str, Release]) -> Iterator[str]:
    unknown = [name for name in article.releases if name not in releases]
    if unknown or not article.releases:
        yield f"names no known release: {', '.join(unknown) or 'the list is empty'}"
        return
    sources = [releases[name] for name in article.releases]
    yield from _head_failures(article, sources[0])
    yield from _length_failures(article)
    yield from _fact_failures(article, sources)
    yield from _copied(article, releases.values())


def _shared_values(articles: Sequence[Article]) -> Iterator[str]:
    for key in ("id", "url", "title"):
        counted = Counter(str(article.head[key]) for article in articles)
        for article in articles:
            if counted[str(article.head[key])] > 1:
                yield f"{article.file}: another article has the {key} {article.head[key]}"


def failures(folder: Path) -> list[str]:
    """Check the articles in ``folder/articles`` against ``folder/releases.jsonl``.

    Args:
        folder: The folder of the examples.

    Returns:
        One line for each failure, ``file: what``; empty when all is well.
    """
    releases, wrong = read_releases(folder / "releases.jsonl")
    read = [read_article(path) for path in sorted((folder / "articles").glob("*.md"))]
    wrong += [problem for problem in read if isinstance(problem, str)]
    articles = [article for article in read if isinstance(article, Article)]
    if not read:
        wrong.append("articles: no article found")
    for article in articles:
        wrong += [f"{article.file}: {what}" for what in _article_failures(article, releases)]
    wrong += _shared_values(articles)
    named = {name for article in articles for name in article.releases}
    wrong += [f"releases.jsonl: no article names {name}" for name in releases if name not in named]
    return wrong


def main(argv: Sequence[str]) -> int:
    """Print the failures of the folder given in ``argv`` (by default the script's own).

    Args:
        argv: The command line without the program's name.

    Returns:
        1 when anything is wrong, else 0.
    """
    folder = Path(argv[0]) if argv else Path(__file__).resolve().parent
    wrong = failures(folder)
    for line in wrong:
        print(line)
    if not wrong:
        count = len(list((folder / "articles").glob("*.md")))
        print(f"{count} articles: every number and date stands in a named release")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
