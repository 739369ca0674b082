"""The articles that every tool gets: pages and feeds on loopback, some told twice, some of another time.

Every page is written the same way: navigation, headline, byline with its day, paragraphs, footer.
There are no pictures, so that no tool is charged for them.
"""

import http.server
import itertools
import json
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from html import escape
from pathlib import Path

from magazine.core.article import Article, Language
from magazine.core.dates import IST
from magazine.ingest import read_inputs
from tests.benchmarks.batch import written_anew

ENGLISH, HINDI = 80, 20
TWICE, OUTSIDE = 10, 10
PERIOD_DAYS = 30
PART = 5
"""Articles of a part of the feed: as many as one source of goosepaper takes."""
_LETTERS = range(800, 6_000)
"""Of a release that is taken: neither a note nor a treatise."""
_PART_LETTERS = 1_500
_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_FEED = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    "<title>The Loopback Daily</title><link>{place}/</link><description>Benchmark</description>"
    "{items}</channel></rss>\n"
)
_ITEM = (
    "<item><title>{title}</title><link>{url}</link><guid>{url}</guid><pubDate>{at}</pubDate>"
    "<description>{start}</description><content:encoded><![CDATA[{body}]]></content:encoded></item>"
)
_PAGE = (
    '<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="author" content="{desk}"><meta property="og:site_name" content="{desk}">'
    '<meta property="article:published_time" content="{at}"></head>'
    '<body><nav><a href="/">Home</a> <a href="/subscribe">Subscribe</a></nav>'
    '<article><h1>{title}</h1><p class="byline">By {desk}, {day}</p>{body}</article>'
    "<footer>Copyright {desk}</footer></body></html>\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An article as it is served."""

    name: str
    title: str
    paragraphs: tuple[str, ...]
    day: date
    language: Language
    desk: str = "The Loopback Daily"

    @property
    def text(self) -> str:
        """The words under the headline."""
        return "\n".join(self.paragraphs)

    @property
    def markup(self) -> str:
        """The paragraphs as HTML."""
        return "".join(f"<p>{escape(each)}</p>" for each in self.paragraphs)

    @property
    def at(self) -> datetime:
        """When it appeared."""
        return datetime(self.day.year, self.day.month, self.day.day, 6, tzinfo=IST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All that is served, and what is known of it."""

    stories: tuple[Piece, ...]
    copies: tuple[Piece, ...]
    """Of the first stories, in their order, at addresses of their own."""
    outside: tuple[Piece, ...]
    """From before the period."""
    first: date
    last: date
    origin: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Everything, in the order of the feed."""
        return (*self.stories, *self.copies, *self.outside)

    @property
    def english(self) -> tuple[Piece, ...]:
        """The stories in English."""
        return tuple(each for each in self.stories if each.language is Language.ENGLISH)

    @property
    def hindi_words(self) -> frozenset[str]:
        """The words of the Hindi headlines, three letters or longer."""
        titles = (each.title for each in self.stories if each.language is Language.HINDI)
        return frozenset(word for title in titles for word in re.findall(r"[\u0900-\u0963]{3,}", title))


def gathered(data: Path, today: date) -> Corpus:
    """Return the corpus: of real releases where there are some, else of parts of the bundled ones.

    Hindi is always the examples'. The days are laid into the month before today, so that tools which
    choose by age can choose.
    """
    rows = data / "news" / "pib.jsonl"
    english = list(_releases(rows) if rows.is_file() else _parts(_EXAMPLES / "releases.jsonl"))
    hindi = list(_hindi())
    last = today - timedelta(days=1)
    days = itertools.cycle(last - timedelta(days=back) for back in range(PERIOD_DAYS))
    chosen = [*english[:ENGLISH], *hindi[:HINDI]]
    stories = tuple(
        _piece(f"a{number:03}", each, day)
        for number, (each, day) in enumerate(zip(chosen, days, strict=False))
    )
    old = english[ENGLISH : ENGLISH + OUTSIDE]
    return Corpus(
        stories=stories,
        copies=tuple(
            replace(
                each,
                name=f"c{number:03}",
                desk="The Second Desk",
                paragraphs=("NEW DELHI (The Second Desk):", *each.paragraphs),
            )
            for number, each in enumerate(stories[:TWICE])
        ),
        outside=tuple(
            _piece(f"z{number:03}", each, last - timedelta(days=90 + number))
            for number, each in enumerate(old)
        ),
        first=last - timedelta(days=PERIOD_DAYS - 1),
        last=last,
        origin=f"{'releases' if rows.is_file() else 'parts of bundled releases'} of PIB, Hindi examples",
    )


def _releases(rows: Path) -> Iterator[Article]:
    titles: set[str] = set()
    for line in rows.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        opening = " ".join(row["title"].lower().split()[:6])
        # Many releases of a day begin alike; those in "hi" have English headlines.
        if row["language"] == "en" and len(row["body"]) in _LETTERS and opening not in titles:
            titles.add(opening)
            yield Article(id=row["id"], title=row["title"], body=row["body"], published=row["published"])


def _parts(rows: Path) -> Iterator[Article]:
    """Yield the bundled releases in parts, each a story of its own: there are sixty, many of them long."""
    for line in rows.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        paragraphs = [each for each in row["body"].split("\n") if each.strip()]
        while row["language"] == "en" and sum(map(len, paragraphs)) >= _PART_LETTERS:
            part: list[str] = []
            while sum(map(len, part)) < _PART_LETTERS:
                part.append(paragraphs.pop(0))
            # The first part has the headline; of another its own first words are one.
            title, row["title"] = row["title"] or " ".join(part[0].split()[:12]), ""
            yield Article(id="", title=title, body="\n".join(part))


def _hindi() -> Iterator[Article]:
    """Yield the Hindi examples, put together anew: there are only twelve."""
    found = read_inputs([str(_EXAMPLES / "articles")], stdin=None)
    anew = written_anew([each for each in found if isinstance(each, Article)])
    return (each for each in anew if each.language is Language.HINDI)


def _piece(name: str, article: Article, day: date) -> Piece:
    lines = (line.lstrip("#-| ") for line in article.body.split("\n"))
    paragraphs = tuple(text for line in lines if (text := " ".join(line.split())))
    return Piece(
        name=name, title=" ".join(article.title.split()), paragraphs=paragraphs, day=day,
        language=article.language,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stall:
    """Where the corpus is served."""

    corpus: Corpus
    port: int

    @property
    def place(self) -> str:
        """The address of the site."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def feed(self) -> str:
        """The address of the feed of everything."""
        return f"{self.place}/feed.xml"

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses of all pages."""
        return tuple(f"{self.place}/{each.name}.html" for each in self.corpus.pieces)

    @property
    def part_feeds(self) -> tuple[str, ...]:
        """The addresses of feeds of ``PART`` articles each, which together hold everything."""
        return tuple(f"{self.place}/f{start:03}.xml" for start in range(0, len(self.corpus.pieces), PART))


@contextmanager
def served(corpus: Corpus, folder: Path) -> Iterator[Stall]:
    """Serve the corpus on loopback for as long as the block lasts."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing: the table is what is printed."""

    class Patient(http.server.ThreadingHTTPServer):
        request_queue_size = 512  # some tools ask for everything at once

    server = Patient(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    stall = Stall(corpus, server.server_address[1])
    _lay_out(stall, folder)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield stall
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _lay_out(stall: Stall, folder: Path) -> None:
    pieces = stall.corpus.pieces
    for each in pieces:
        page = _PAGE.format(
            language=each.language, title=escape(each.title), desk=escape(each.desk), at=each.at.isoformat(),
            day=each.day, body=each.markup,
        )  # fmt: skip
        (folder / f"{each.name}.html").write_text(page, encoding="utf-8")
    (folder / "feed.xml").write_text(_feed(stall, pieces), encoding="utf-8")
    for part, address in enumerate(stall.part_feeds):
        some = pieces[part * PART : (part + 1) * PART]
        (folder / address.rpartition("/")[2]).write_text(_feed(stall, some), encoding="utf-8")


def _feed(stall: Stall, pieces: Iterable[Piece]) -> str:
    items = (
        _ITEM.format(
            title=escape(each.title), url=f"{stall.place}/{each.name}.html", at=format_datetime(each.at),
            start=escape(each.text[:300]), body=each.markup,
        )
        for each in pieces
    )  # fmt: skip
    return _FEED.format(place=stall.place, items="".join(items))


def as_markdown(pieces: Sequence[Piece]) -> str:
    """Return articles as one Markdown file, for a tool that reads nothing else."""
    parts = [f"## {each.title}\n\n" + "\n\n".join(each.paragraphs) for each in pieces]
    return "---\ntitle: Weekly\n---\n# Weekly\n\n" + "\n\n".join(parts) + "\n"
