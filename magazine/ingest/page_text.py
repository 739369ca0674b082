"""The text of a current-affairs site's page, as copied from a browser.

From the top: the site's section, category, author, ``22/06/24 07:16 AM IST``,
title, headings with their points, ``Source- The Hindu``; then teasers of other
articles, each a ``04 Dec``, a title and a cut text; then the site's own banner.
"""

import re
from collections.abc import Sequence

from magazine.ingest.cleaning import clean_text
from magazine.ingest.draft import Draft
from magazine.ingest.markup import without_markup
from magazine.ingest.prose import BULLET, HEADING

_STAMP = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}),? +\d{1,2}:\d{2}(?: ?[AP]M)?(?: IST)?", re.IGNORECASE)
_CREDIT = re.compile(r"(?:sources?|स्रोत) *[-–—:] *(\S.{0,120})", re.IGNORECASE)
_MORE = re.compile(
    r"(?:more )?related (?:current affairs|articles|news|posts)\b.{0,40}|view all", re.IGNORECASE
)
_TEASER_DAY = re.compile(
    r"\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?(?:,? \d{4})?", re.IGNORECASE
)
_READ_MORE = re.compile(r"read more\W*", re.IGNORECASE)
_POINT = re.compile(r"(?:[•●◦▪‣·\uf0b7] *|[-*–] +)(.*)")
_FURTHEST_STAMP = 12
"""Lines above which the stamp stands: the head of the page and no more."""
_LONGEST_HEADING = 16
_LONGEST_TITLE = 25


def is_page_text(text: str) -> bool:
    """Tell whether a text begins as such a page does: a stamp, after it a title, and more.

    A stamp followed by a sentence belongs to an article whose title stands above it.
    """
    lines = _lines(text)
    at = _stamp(lines)
    return at is not None and at + 2 < len(lines) and _is_title(lines[at + 1])


def read_page_text(text: str) -> tuple[Draft, ...]:
    """Return the article of such a page and, after it, its teasers in their order.

    The stamp's hour is in the zone it names, IST as a rule. A teaser's day bears no year
    and is not the article's, so teasers are undated.
    """
    lines = _lines(text)
    at = _stamp(lines) or 0
    end = next((i for i in range(at + 2, len(lines)) if _ends_article(lines[i])), len(lines))
    credit = _CREDIT.fullmatch(lines[end]) if end < len(lines) else None
    *_, category, author = ["", "", *_names_above(lines[:at])]
    article = Draft(
        title=lines[at + 1],
        body=_body(lines[at + 2 : end]),
        published=lines[at],
        category=category,
        author=author,
        source=credit[1] if credit else "",
    )
    return (article, *_teasers(lines[end:]))


def _lines(text: str) -> list[str]:
    return [line for line in clean_text(without_markup(text)).split("\n") if line]


def _stamp(lines: Sequence[str]) -> int | None:
    return next((i for i, line in enumerate(lines[:_FURTHEST_STAMP]) if _STAMP.fullmatch(line)), None)


def _names_above(lines: Sequence[str]) -> list[str]:
    # The site's section comes first and is no news; a lone name is the category.
    return [lines[-1], ""] if len(lines) == 1 else list(lines[-2:])


def _ends_article(line: str) -> bool:
    return any(pattern.fullmatch(line) for pattern in (_CREDIT, _MORE, _TEASER_DAY))


def _body(lines: Sequence[str]) -> str:
    set_lines: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if point := _POINT.fullmatch(line):
            set_lines.append(BULLET + point[1])
        elif _POINT.fullmatch(following) and _is_heading(line):
            set_lines.append(HEADING + line)
        elif set_lines and line[0].islower():
            set_lines[-1] += f" {line}"  # a point that the browser broke
        else:
            set_lines.append(line)
    return "\n".join(set_lines)


def _is_title(line: str) -> bool:
    return len(line.split()) <= _LONGEST_TITLE and line[-1] not in ".।" and not _POINT.fullmatch(line)


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _LONGEST_HEADING and line[-1] not in ".।;,"


def _teasers(lines: Sequence[str]) -> list[Draft]:
    days = [i for i, line in enumerate(lines) if _TEASER_DAY.fullmatch(line)]
    teasers = [
        _teaser(lines[begin + 1 : end]) for begin, end in zip(days, [*days[1:], len(lines)], strict=False)
    ]
    return [teaser for teaser in teasers if teaser.title]


def _teaser(lines: Sequence[str]) -> Draft:
    if not lines:
        return Draft(is_stub=True)
    end = next((i for i, line in enumerate(lines) if _READ_MORE.fullmatch(line)), None)
    # Without "Read More" nothing parts the last teaser from the banner but its being one paragraph.
    text = lines[1:2] if end is None else lines[1:end]
    return Draft(title=lines[0], body="\n".join(text), is_stub=True)
