"""What comes in: main texts of pages, and feeds of every kind.

Pages were looked at in the even half only; every figure is given for the odd half and for all.
"""

import gzip
import html
import json
import re
import resource
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magazine.core.article import Article
from magazine.core.dates import IST
from magazine.core.errors import UnreadableError
from magazine.ingest import read_inputs
from magazine.ingest.decoding import decoded
from magazine.ingest.draft import article_from
from magazine.ingest.feeds import parse_feed, read_feed
from magazine.ingest.markup import looks_like_markup
from magazine.ingest.page_html import read_page
from tests.quality.figures import Figure, QualitySet, is_odd, rows

_WORD = re.compile(r"\w+")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_SERVED_FROM = "http://127.0.0.1:8097/"
"""Where feedparser's own tests serve its feeds; their expectations hold this address."""
_HARMFUL = ("<script", "javascript:", "onerror=", "onload=", "root:x:")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, of one page or over counts."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def main_text(page: Path) -> str:
    """Return the body that a saved page is read as; nothing when it is refused."""
    try:
        text = decoded(gzip.decompress(page.read_bytes()), may_declare=True)
        return article_from(read_page(text, IST), IST).body
    except UnreadableError:
        return ""


def by_halves(name: str, ids: Iterable[str], score: Callable[[list[str]], float]) -> list[Figure]:
    """Return a figure for all ids and for their odd half."""
    every = list(ids)
    halves = {"all": every, "odd half (reported)": [each for each in every if is_odd(each)]}
    return [Figure(name=f"{half}: {name}", value=score(part), n=len(part)) for half, part in halves.items()]


def measure_pages(path: Path) -> list[Figure]:
    """Return the F1 of 4-word shingles: precision and recall are means over pages."""
    truth: dict[str, Any] = json.loads(path.read_text("utf-8"))
    scores = {
        name: _against(row["articleBody"], main_text(path.parent / row["file"]))
        for name, row in truth.items()
    }

    def f1(ids: list[str]) -> float:
        found = [scores[each] for each in ids]
        return Score(
            sum(each.precision for each in found) / len(found),
            sum(each.recall for each in found) / len(found),
        ).f1

    return by_halves("4-word shingles, F1", truth, f1)


def _against(wanted: str, found: str) -> Score:
    want, have = _shingles(wanted), _shingles(found)
    shared = (want & have).total()
    return Score(shared / max(1, have.total()), shared / max(1, want.total()))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[start : start + 4]) for start in range(max(1, len(words) - 3)) if words)


def measure_segments(path: Path) -> list[Figure]:
    """Return the F1 of strings that must be in the text, and of those that must not."""
    pages: dict[str, Any] = json.loads(path.read_text("utf-8"))
    texts = {name: main_text(path.parent / row["file"]) for name, row in pages.items()}

    def f1(ids: list[str]) -> float:
        hits = sum(each in texts[name] for name in ids for each in pages[name]["with"])
        wrong = sum(each in texts[name] for name in ids for each in pages[name]["without"])
        wanted = sum(len(pages[name]["with"]) for name in ids)
        return Score(hits / max(1, hits + wrong), hits / wanted).f1

    return by_halves("segments, F1", pages, f1)


def measure_expectations(path: Path) -> list[Figure]:
    """Return the share of plain expectations that hold of what is taken over from feedparser."""
    expected: dict[str, Any] = json.loads(path.read_text("utf-8"))
    held = {
        name: all(_holds(each, _parsed(path.parent / name, row["header"])) for each in row["simple"])
        for name, row in expected.items()
        if row["simple"]
    }
    return by_halves(
        "plain expectations, %", held, lambda ids: 100 * sum(held[each] for each in ids) / len(ids)
    )


def _parsed(feed: Path, header: str | None) -> Mapping[str, Any]:
    name, _, value = (header or "").partition(":")
    told = value.strip() if name.strip().lower() == "content-location" else ""
    return parse_feed(feed.read_bytes(), base=told or _SERVED_FROM)


def _holds(expectation: Mapping[str, str], parsed: Mapping[str, Any]) -> bool:
    entries = parsed["entries"] or [{}]
    holder = parsed["feed"] if expectation["where"] == "feed" else entries[0]
    return bool(holder.get(expectation["field"]) == expectation["value"])


def measure_real(path: Path) -> list[Figure]:
    """Return how many real feeds are read, and the items in them."""
    items: list[int] = []
    refused: list[str] = []
    for row in rows(path):
        try:
            items.append(len(read_feed((path.parent / row["file"]).read_bytes()).items))
        except UnreadableError:
            refused.append(Path(row["file"]).name)
    n = len(items) + len(refused)
    return [
        Figure(name="feeds read", value=len(items), n=n, note=f"refused: {', '.join(refused)}"),
        Figure(name="feeds read without an item", value=items.count(0), n=n),
        Figure(name="items", value=sum(items), n=n),
    ]


def measure_own(path: Path) -> list[Figure]:
    """Return how many feeds made from releases give back the ids of these, in order."""
    expected: dict[str, list[str]] = json.loads(path.read_text("utf-8"))
    right = [
        [item.draft.id for item in read_feed((path.parent / name).read_bytes()).items] == ids
        for name, ids in expected.items()
    ]
    return [Figure(name="feeds with every id in order", value=sum(right), n=len(right))]


def measure_hostile(path: Path) -> list[Figure]:
    """Return how many hostile files end as stated, the slowest, and the most memory of a reader."""
    wrong: list[str] = []
    slowest = 0.0
    every = list(rows(path))
    for row in every:
        started = _processor_seconds()
        found = list(read_inputs([str(path.parent / "hostile" / row["file"])]))
        slowest = max(slowest, _processor_seconds() - started)
        if not _as_stated(row, [one for one in found if isinstance(one, Article)]):
            wrong.append(row["file"])
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    return [
        Figure(name="not as stated", value=len(wrong), n=len(every), note=", ".join(wrong)),
        Figure(name="slowest, seconds of processor time", value=slowest, n=len(every)),
        Figure(name="most memory of a feed's reader, MB", value=memory, n=len(every)),
    ]


def measure_strings(path: Path) -> list[Figure]:
    """Return how many hostile strings, in every field of a feed's item, are lost or leave markup behind."""
    strings = [row["payload"] for row in rows(path)]
    strings += [row["html"] for row in rows(path.with_name("h5sc_vectors.jsonl"))]
    strings += json.loads(path.with_name("blns.json").read_text("utf-8"))
    items = "".join(_item(number, html.escape(_NOT_XML.sub("", each))) for number, each in enumerate(strings))
    feed = read_feed(f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>".encode())
    articles = [article_from(item.draft, IST) for item in feed.items]
    marked = sum(any(map(looks_like_markup, _texts(each))) for each in articles)
    linked = sum(
        each.url is not None and not each.url.startswith(("http://", "https://")) for each in articles
    )
    n = len(strings)
    return [
        Figure(name="items lost", value=n - len(articles), n=n),
        Figure(name="items with markup left", value=marked, n=n),
        Figure(name="items with a link that is none of the web", value=linked, n=n),
    ]


def _item(number: int, text: str) -> str:
    return (
        f"<item><guid isPermaLink='false'>item-{number}</guid><title>T {text}</title><link>{text}</link>"
        f"<author>{text}</author><category>{text}</category><description>D {text}</description></item>"
    )


def _texts(article: Article) -> tuple[str, ...]:
    return article.title, article.body, article.author, article.category, article.source


def _processor_seconds() -> float:
    """Return the time that this process and its children have worked: a busy machine changes it little."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _as_stated(row: Mapping[str, Any], articles: list[Article]) -> bool:
    if row["expect"] == "error":
        return not articles
    if row["items"] is not None and len(articles) != row["items"]:
        return False
    stored = [one.title + one.body + (one.url or "") for one in articles if row["expect"] != "literal"]
    return not any(harm in text for text in stored for harm in _HARMFUL)


INTAKE_SETS: tuple[QualitySet, ...] = (
    QualitySet(name="article extraction", file="extraction/aeb/truth.json", measure=measure_pages),
    QualitySet(
        name="trafilatura segments", file="extraction/trafilatura/segments.json", measure=measure_segments
    ),
    QualitySet(name="feedparser", file="feeds/feedparser/expectations.json", measure=measure_expectations),
    QualitySet(name="real feeds", file="feeds/real_index.jsonl", measure=measure_real),
    QualitySet(name="own feeds", file="feeds/pib/expected.json", measure=measure_own),
    QualitySet(name="hostile strings", file="attacks/xss_payloads.jsonl", measure=measure_strings),
    QualitySet(name="hostile feeds", file="feeds/hostile_index.jsonl", measure=measure_hostile),
)
