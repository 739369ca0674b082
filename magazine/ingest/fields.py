"""Named fields, as JSON rows and front matter have them, to a draft."""

import re
from collections.abc import Iterable, Mapping

from magazine.core.errors import UnreadableError
from magazine.ingest.draft import Draft
from magazine.ingest.markup import looks_like_markup, text_of_markup, with_characters

# Spellings are compared without case, spaces, hyphens and underscores; the first that holds something wins.
_TITLE = ("title", "headline")
_BODY = (
    "body",
    "text",
    "content",
    "contenttext",
    "articlebody",
    "fulltext",
    "bodyhtml",
    "contenthtml",
    "html",
)
_SUMMARY = ("description", "summary", "excerpt")
_PUBLISHED = (
    "published", "date", "publishedat", "pubdate", "datepublished", "publisheddate", "publishdate",
    "publishedon", "publicationdate", "publishedtime", "timestamp",
)  # fmt: skip
_URL = ("url", "link", "canonicalurl", "externalurl")
_CATEGORY = ("category", "categories", "section", "articlesection", "ministry")
_SOURCE = ("source", "publisher", "sourcename", "sitename", "newspaper")
_AUTHOR = ("author", "authors", "byline", "creator")
_LANGUAGE = ("language", "lang")
_LICENCE = ("licence", "license")
_MOST_ESCAPES = 4
_NAMES_WITHIN = ("name", "title", "rendered", "value", "#text")


def draft_from_fields(fields: Mapping[str, object]) -> Draft:
    """Return the draft that a row's fields make; unknown fields are ignored.

    Raises:
        UnreadableError: Title, body or date is there and is neither text nor empty.
    """
    row = _spelled(fields)
    return Draft(
        id=_name(_first(row, ("id", "guid"))),
        title=" ".join(plain_text(_prose(row, _TITLE, "title")).split()),
        body=plain_text(_prose(row, _BODY, "body") or _prose(row, _SUMMARY, "summary")),
        url=_name(_first(row, _URL)),
        published=_date(_first(row, _PUBLISHED)),
        category=plain_text(_name(_first(row, _CATEGORY))),
        source=plain_text(_name(_first(row, _SOURCE))),
        author=plain_text(_name(_first(row, _AUTHOR))),
        language=_name(_first(row, _LANGUAGE)),
        licence=_name(_first(row, _LICENCE)),
        is_stub=str(row.get("isstub", "")).strip().lower() in {"true", "yes", "1"},
    )


def is_article(fields: Mapping[str, object]) -> bool:
    """Tell whether fields are those of an article, with a title and a text, whatever else they hold."""
    row = _spelled(fields)
    return all(isinstance(_first(row, spellings), str) for spellings in (_TITLE, _BODY))


def _spelled(fields: Mapping[str, object]) -> dict[str, object]:
    return {re.sub(r"[\s_-]", "", key).lower(): value for key, value in fields.items()}


def _first(row: Mapping[str, object], spellings: Iterable[str]) -> object:
    return next((row[key] for key in spellings if row.get(key) not in (None, "", [], {})), None)


def _prose(row: Mapping[str, object], spellings: Iterable[str], called: str) -> str:
    value = _first(row, spellings)
    if called == "body" and isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    if isinstance(value, dict):
        value = next((value[key] for key in _NAMES_WITHIN if isinstance(value.get(key), str)), value)
    if value is None or isinstance(value, str):
        return value or ""
    raise UnreadableError(f"Its {called} is not a text: write it in quotation marks.")


def _date(value: object) -> str | int | None:
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    raise UnreadableError('Its date is not a date: write it as "2026-03-09" or "2026-03-09T10:00:00+05:30".')


def _name(value: object) -> str:
    """Return a name from a text, a number, a list of names, or an object that has one; else nothing."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        return next((value[key] for key in _NAMES_WITHIN if isinstance(value.get(key), str)), "")
    if isinstance(value, list):
        # An element that is a list again names nobody.
        return ", ".join(filter(None, (_name(part) for part in value if not isinstance(part, list))))
    return ""


def plain_text(text: str) -> str:
    """Return a text rid of markup, escaped up to four times over, as lines of prose."""
    # Feeds escape markup once or twice over: &amp;lt;p&amp;gt; is a paragraph as well.
    for _ in range(_MOST_ESCAPES):
        plain = text_of_markup(text) if looks_like_markup(text) else with_characters(text)
        if plain == text:
            break
        text = plain
    return text
