"""An article as it stands in the library, and what is to be told of an input."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The language of a text. MIXED: both scripts carry running text."""

    ENGLISH = "en"
    HINDI = "hi"
    MIXED = "mixed"


class Licence(StrEnum):
    """What a publisher allows to be done with its text."""

    OPEN_ATTRIBUTION = "open-attribution"
    PERSONAL_USE = "personal-use"
    LINK_ONLY = "link-only"
    OWN = "own"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article.

    Texts are NFC, free of control, zero-width and unpaired bidirectional
    characters, and are plain text: never markup.
    """

    id: str
    """Kept from the input when it had one, else made from the URL, else from the text."""
    title: str
    body: str
    """Paragraphs parted by blank lines. A line ``## Heading`` is a heading, a line
    ``- text`` a bullet, a line ``| cell | cell |`` a row of a table; nothing else is marked."""
    url: str | None = None
    """http or https, or None."""
    published: str | None = None
    """An ISO day (``2026-03-09``) or an ISO time with offset; None when unknown."""
    category: str = ""
    """The source's own category, as it wrote it: evidence of the topic, not truth."""
    source: str = ""
    """The publisher's name as printed."""
    author: str = ""
    language: Language = Language.ENGLISH
    licence: str = "unknown"
    """One of ``Licence``, or the input's own words."""
    is_stub: bool = False
    """A teaser of another article: cut text, never selected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An input, or one row of it, that did not become an article."""

    where: str
    """The path as given (``-`` for stdin), with ``:line`` for a row."""
    reason: str
    """One sentence: what is wrong and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """An input that was read, though a part of it could only be guessed or was left out."""

    where: str
    """As ``Refused.where``."""
    reason: str
    """One sentence or two: what was guessed, and how to say it plainly."""
