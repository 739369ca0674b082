"""What a file said of an article, before it is one."""

from dataclasses import dataclass
from datetime import tzinfo

from magazine.core.addresses import without_keys
from magazine.core.article import Article
from magazine.core.errors import UnreadableError
from magazine.ingest.cleaning import clean_line
from magazine.ingest.dates import is_same_day, published_from
from magazine.ingest.identity import id_from, web_address
from magazine.ingest.language import language_named, language_of
from magazine.ingest.prose import HEADING, normal_body, title_from

LARGEST_ARTICLE = 5_000_000
"""Bytes of a file or line, or letters of a text: a longer one is no news article."""
_LONGEST_DATELINE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The particulars of one article as its file gave them: uncleaned, and mostly optional."""

    id: str = ""
    title: str = ""
    body: str = ""
    """Text with ``##`` headings and bullets, a line each; no other markup."""
    is_wrapped: bool = False
    """A line break within a paragraph of the body is a space."""
    url: str = ""
    published: str | int | None = None
    published_by_file_name: str | None = None
    """Used when neither ``published`` nor a dateline tells the day."""
    category: str = ""
    source: str = ""
    author: str = ""
    language: str = ""
    licence: str = ""
    is_stub: bool = False
    guessed: str = ""
    """What its reader guessed, for the file's owner; empty when nothing was."""


def article_from(draft: Draft, zone: tzinfo) -> Article:
    """Return the article that a draft makes.

    An article without a title gets the beginning of its text for one; one
    without a time is undated.

    Raises:
        UnreadableError: It has no text and is no teaser, or more than 5 MB of it.
    """
    if len(draft.title) + len(draft.body) > LARGEST_ARTICLE:
        raise UnreadableError("It is longer than 5 MB: split it into articles.")
    title = clean_line(draft.title)
    body = _without_title(normal_body(draft.body, wrapped=draft.is_wrapped), title)
    body, published = _dated(body, published_from(draft.published, zone), zone)
    if not body and not (draft.is_stub and title):
        raise UnreadableError(_no_text(title))
    if not title:
        title = title_from(body)
        body = body if title[-1] in ".!?।…" else _without_title(body, title)
    published = published or draft.published_by_file_name
    # What lets this reader in is not for the page that others read.
    url = web_address(without_keys(draft.url))
    return Article(
        id=id_from(clean_line(draft.id), url=url, title=title, body=body),
        title=title,
        body=body,
        url=url,
        published=published,
        category=clean_line(draft.category),
        source=clean_line(draft.source),
        author=clean_line(draft.author),
        language=language_named(draft.language) or language_of(body or title),
        licence=clean_line(draft.licence) or "unknown",
        is_stub=draft.is_stub,
    )


def _no_text(title: str) -> str:
    if title:
        return "It has a title and no text: add the article's text, or mark it as a teaser with is_stub."
    return "It holds neither a title nor a text: give it a title and a body."


def _without_title(body: str, title: str) -> str:
    first, _, rest = body.partition("\n\n")
    return rest if rest and first.removeprefix(HEADING).casefold() == title.casefold() else body


def _dated(body: str, published: str | None, zone: tzinfo) -> tuple[str, str | None]:
    """Take a first line that is nothing but the day off the body."""
    first, _, rest = body.partition("\n\n")
    day = published_from(first, zone) if rest and len(first) <= _LONGEST_DATELINE else None
    if day is None or (published and not is_same_day(day, published)):
        return body, published
    return rest, published or day
