"""Author, date and source where people write them: in lines about the title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from typing import Any

from magazine.ingest.dates import published_from
from magazine.ingest.draft import Draft

_LABELLED = re.compile(
    r"(title|headline|शीर्षक"
    r"|published(?: on| at)?|posted(?: on)?|updated(?: on)?|last updated(?: on)?|date|प्रकाशित|दिनांक"
    r"|source|publisher|स्रोत|author|by|written by|लेखक|category|section|श्रेणी|url|link|licen[cs]e)"
    r"\s*[:：]\s*(\S.{0,300})",
    re.IGNORECASE,
)
_FIELDS = {
    "title": "title", "headline": "title", "शीर्षक": "title",
    "source": "source", "publisher": "source", "स्रोत": "source",
    "author": "author", "by": "author", "written by": "author", "लेखक": "author",
    "category": "category", "section": "category", "श्रेणी": "category",
    "url": "url", "link": "url", "license": "licence", "licence": "licence",
}  # fmt: skip
_BYLINE = re.compile(r"[Bb]y ((?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,4})")
_CREDIT = re.compile(r"(?:source|स्रोत) *[-–—:：] *(\S.{0,80})", re.IGNORECASE)
_LONGEST_DATE = 60


@dataclass(slots=True)
class Particulars:
    """What the lines about a title tell, and the lines that are left."""

    known: dict[str, str] = field(default_factory=dict)
    """By the names of a draft's fields."""
    rest: list[str] = field(default_factory=list)

    def completing(self, draft: Draft) -> Draft:
        """Return the draft with its empty fields filled from what is known."""
        missing: dict[str, Any] = {
            name: text for name, text in self.known.items() if not getattr(draft, name)
        }
        return replace(draft, **missing)


def take_particulars(lines: Sequence[str], zone: tzinfo) -> Particulars:
    """Take the labelled lines, bylines and dates that a text opens with off it.

    They end at the first line that is none of these; a ``Source: …`` as the very
    last line counts too. Only whole lines are taken, and each field once.
    """
    taken = Particulars()
    at = 0
    while at < len(lines) and (not lines[at].strip() or _take(lines[at].strip(), taken.known, zone)):
        at += 1
    taken.rest = list(lines[at:])
    while taken.rest and not taken.rest[-1].strip():
        taken.rest.pop()
    if len(taken.rest) > 1 and (credit := _CREDIT.fullmatch(taken.rest[-1].strip())):
        taken.known.setdefault("source", credit[1])
        taken.rest.pop()
    return taken


def _take(line: str, known: dict[str, str], zone: tzinfo) -> bool:
    name, value = _particular(line, zone)
    if not name or name in known:
        return False
    known[name] = value
    return True


def _particular(line: str, zone: tzinfo) -> tuple[str, str]:
    if match := _LABELLED.fullmatch(line):
        name = _FIELDS.get(match[1].lower(), "published")
        is_told = name != "published" or published_from(match[2], zone) is not None
        return (name, match[2]) if is_told else ("", "")
    if match := _BYLINE.fullmatch(line):
        return "author", match[1]
    if len(line) <= _LONGEST_DATE and published_from(line, zone):
        return "published", line
    return "", ""
