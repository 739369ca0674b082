"""An article as an editor reads it: numbered sentences under their headings.

Every sentence gets an id that never depends on what is printed: ``a1.s7`` is
the seventh of a story's first article, ``a1.h2`` its second heading, ``a1.t``
its title, ``a1.r3`` the third row of its tables. Which sentences may be printed
is decided by their form alone: one is kept out when it is cut, is page
furniture, or is no sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from magazine.core.article import Article
from magazine.core.fitness import Fitness, fitness, is_dependent
from magazine.core.sentences import split_sentences
from magazine.core.tables import SourceTable, part_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the source."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence or bullet of the source, white space made single, otherwise verbatim."""

    id: str
    text: str
    heading: int
    """The index of its heading in ``Manuscript.headings``; -1 before the first."""
    place: int
    """Its place under that heading, counted from 0."""
    is_bullet: bool
    fitness: Fitness
    is_dependent: bool
    """It leans on the sentence before it (``He said``, ``This``, ``इसके तहत``), and so
    says little when it stands alone."""

    @property
    def is_quotable(self) -> bool:
        """It can be printed."""
        return self.fitness is Fitness.PRINT

    @property
    def words(self) -> int:
        """The number of words, by white space."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """One article, read."""

    number: int
    """The article's place in its story, from 1: the ``a1`` of its ids."""
    title: Heading
    headings: tuple[Heading, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[SourceTable, ...] = ()

    @property
    def words(self) -> int:
        """Words of the body's sentences, headings apart."""
        return sum(sentence.words for sentence in self.sentences)

    def cited(self) -> dict[str, str]:
        """Return every id that a statement can cite, with its text, in reading order."""
        texts = {self.title.id: self.title.text}
        texts.update((heading.id, heading.text) for heading in self.headings)
        texts.update((sentence.id, sentence.text) for sentence in self.sentences)
        for table in self.tables:
            texts.update(table.cited())
        return texts


def read_manuscript(article: Article, number: int = 1) -> Manuscript:
    """Return an article as numbered sentences. Its text is not changed but for white space."""
    headings: list[Heading] = []
    sentences: list[Sentence] = []
    title = one_line(article.title)
    place = 0
    body, tables = part_tables(article.body, number)
    for kind, text in _lines(body):
        if kind is _Line.HEADING:
            headings.append(Heading(id=f"a{number}.h{len(headings) + 1}", text=text))
            place = 0
            continue
        for piece in split_sentences(text):
            bullet = _BULLET.match(piece)
            is_bullet = kind is _Line.BULLET or bullet is not None
            piece = bullet["text"] if bullet else piece  # noqa: PLW2901 - the mark is no word of the sentence
            sentences.append(
                Sentence(
                    id=f"a{number}.s{len(sentences) + 1}",
                    text=piece,
                    heading=len(headings) - 1,
                    place=place,
                    is_bullet=is_bullet,
                    fitness=Fitness.NEVER if piece == title else fitness(piece, is_bullet=is_bullet),
                    is_dependent=is_dependent(piece),
                )
            )
            place += 1
    return Manuscript(
        number=number,
        title=Heading(id=f"a{number}.t", text=title),
        headings=tuple(headings),
        sentences=tuple(sentences),
        tables=tables,
    )


def one_line(text: str) -> str:
    """Return a text with every run of white space made one space."""
    return " ".join(text.split())


class _Line(Enum):
    HEADING = auto()
    BULLET = auto()
    TEXT = auto()


_HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*)")
_BULLET = re.compile(
    r"(?:[-*–—·•●▪◦‣➢➤➔✓■□\uf0b7\uf0a7]\s+|[•●▪◦‣➢➤➔✓■□\uf0b7\uf0a7]"
    r"|\(?\d{1,3}[.)]\s+|\(?(?:[ivxIVX]{1,4}|[a-zA-Z])\)\s+|[ivx]{1,4}\.\s+)(?P<text>\S.*)"
)
_ENDS = re.compile(r"[.!?…।॥|:;][\"'”’»)\]]*$")
_WRAP = 55
"""A line at least so long without a stop at its end was wrapped, and goes on in the next."""

_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "under",
        "vs",
        "with",
    )
)
_LONGEST_TITLE = 10
"""Words of a line that can be a heading though the source does not mark it."""


def _lines(body: str) -> Iterator[tuple[_Line, str]]:
    """Yield the body's headings, bullets and runs of text; wrapped lines are joined."""
    paragraphs = [list(_runs(paragraph)) for paragraph in re.split(r"\n\s*\n", body)]
    has_headings = any(kind is _Line.HEADING for paragraph in paragraphs for kind, _ in paragraph)
    followers = [*paragraphs[1:], []]
    for index, (paragraph, follower) in enumerate(zip(paragraphs, followers, strict=True)):
        if index and not has_headings and _is_unmarked_heading(paragraph, follower):
            yield _Line.HEADING, paragraph[0][1]
        else:
            yield from paragraph


def _runs(paragraph: str) -> Iterator[tuple[_Line, str]]:
    run = ""
    for line in filter(None, (one_line(line) for line in paragraph.split("\n"))):
        marked = _marked(line)
        if run and (marked or not _goes_on(run, line)):
            yield _Line.TEXT, run
            run = ""
        if marked:
            yield marked
        else:
            run = f"{run} {line}".strip()
    if run:
        yield _Line.TEXT, run


def _is_unmarked_heading(paragraph: list[tuple[_Line, str]], follower: list[tuple[_Line, str]]) -> bool:
    """Whether a paragraph is a short line in title case over a paragraph that is a sentence."""
    if len(paragraph) != 1 or paragraph[0][0] is not _Line.TEXT or not follower:
        return False
    text, below = paragraph[0][1], follower[0][1]
    words = text.rstrip(":").split()
    return (
        1 < len(words) <= _LONGEST_TITLE
        and not re.search(r"[.!?…।॥|;,\d][\"'”’»)\]]*$", text)
        and all(word[0].isupper() or word in _SMALL or not word[0].isalpha() for word in words)
        and words[0][0].isupper()
        and below.endswith((".", "।"))
        and len(below.split()) > _LONGEST_TITLE
    )


def _marked(line: str) -> tuple[_Line, str] | None:
    if match := _HEADING.match(line):
        return _Line.HEADING, match["text"]
    if match := _BULLET.match(line):
        return _Line.BULLET, match["text"]
    return None


def _goes_on(run: str, line: str) -> bool:
    """Whether a paragraph's next line continues the sentence of the lines before it."""
    return not _ENDS.search(run) and (line[0].islower() or len(run) >= _WRAP)
