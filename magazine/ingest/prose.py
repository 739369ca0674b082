"""The one form in which every article's text is kept.

Paragraphs parted by a blank line; a line ``## Heading``; runs of lines
``- point``; runs of lines ``| cell | cell |``. Nothing else is marked, and the page's furniture is gone.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from magazine.ingest.cleaning import clean_text

HEADING = "## "
BULLET = "- "

_HEADING = re.compile(r"#{2,6} +(.*?)[ #]*")
_BULLET = re.compile(
    "(?:[•●◦‣▪▫■□➢➤➔►▶✓✔➣❖\uf0a7\uf0b7\uf0d8\uf0fc] *|[-*·∙§] +"
    '|[Øüo] +(?=[A-Z\u0900-\u097f₹"“‘0-9]))(.*)'  # what Word's arrows and circles turn into on the web
)
# Each pattern must match a whole line: an article's own sentence is never furniture.
_FURNITURE = re.compile(
    r"\(?(?:release id|विज्ञप्ति आईडी|रिलीज़ आईडी)\s*[:：]?\s*\d+\)?(?:\s*(?:visitor counter|आगंतुक पटल)\W*\d+)?"
    r"|(?:posted on|प्रविष्टि तिथि)\s*:.{0,80}"
    r"|visitor counter\s*:?\s*\d+"
    r"|(?:read more|also read|read also|click here to read more|view all|advertisement"
    r"|story continues below this ad"
    r"|और पढ़ें|यह भी पढ़ें|ये भी पढ़ें)[\s:.…»>→-]*"
    r"|(?:pic\.twitter\.com/\w+\s*)+"
    r"|(?:[-*_=~#•·.–—] ?){2,}",
    re.IGNORECASE,
)
_NAME = r"(?:[A-Z][\w.'’]*\.?)(?:[ .]+[A-Z][\w.'’]*){0,3}"
_INITIALS = re.compile(
    rf"[A-Z]{{2,6}}(?: ?/ ?[A-Z]{{1,6}}){{1,6}}|{_NAME}(?: ?/ ?{_NAME}){{1,5}}"
    "|[\u0900-\u097f]{2,10}(?: ?/ ?[\u0900-\u097f]{2,10}){1,6}"
)
"""Those who drafted and cleared a release, as its last line names them: ``NB/KMN``."""
_LONGEST_FURNITURE = 160
_TWEET_PICTURE = re.compile(r"pic\.twitter\.com/\w+$")


def normal_body(text: str, *, wrapped: bool = False) -> str:
    """Return a text in the form of ``Article.body``.

    A text already in that form comes back unchanged.

    Args:
        text: Paragraphs, ``##`` headings and bullets of any usual sign, a line each.
        wrapped: A line break within a paragraph is a space, as in Markdown; else
            every line is a paragraph of its own.
    """
    blocks: list[list[str]] = []  # each the lines that make it
    is_open = False  # a paragraph or point that the next wrapped line continues
    for line in _without_initials(clean_text(text).split("\n")):
        if not line or _is_furniture(line):
            is_open = False
            continue
        block = _block(line)
        if not block:  # a mark without a text
            is_open = False
            continue
        stands_alone = block.startswith((HEADING, BULLET)) or is_row(block)
        if wrapped and is_open and not stands_alone:
            blocks[-1].append(block)
        else:
            blocks.append([block])
        is_open = not (block.startswith(HEADING) or is_row(block))
    return _joined([" ".join(block) for block in blocks])


def is_hard_wrapped(text: str) -> bool:
    """Tell whether lines were broken to fit a width: most inner lines are long and end in mid-sentence."""
    lines = [line.strip() for line in text.split("\n")]
    inner = [line for line, following in pairwise(lines) if line and following]
    broken = [line for line in inner if 40 <= len(line) <= 120 and line[-1] not in '.!?।:;"”’']  # noqa: PLR2004 - the widths of mail and print
    return len(broken) * 2 > len(inner)


def row_of(cells: Iterable[str]) -> str:
    """Return a table's row as a line; a bar inside a cell is escaped."""
    return "| " + " | ".join(" ".join(cell.split()).replace("|", r"\|") for cell in cells) + " |"


def is_row(line: str) -> bool:
    """Tell whether a line is a table's row."""
    return len(line) > 1 and line.startswith("|") and line.endswith("|")


def title_from(body: str, most_words: int = 12) -> str:
    """Return a title for a text that has none: its first line or sentence, cut to so many words."""
    first = re.sub(r"^(?:## |- |\| )", "", body.split("\n", 1)[0])
    if len(first.split()) > most_words:
        first = re.split(r"(?<=[.!?।])\s", first, maxsplit=1)[0]
    words = first.split()
    return " ".join(words) if len(words) <= most_words else " ".join(words[:most_words]) + "…"


def _block(line: str) -> str:
    if match := _HEADING.fullmatch(line):
        return HEADING + match[1] if match[1] else ""
    if match := _BULLET.fullmatch(line):
        return BULLET + match[1] if match[1] else ""
    return _TWEET_PICTURE.sub("", line).rstrip()


def _is_furniture(line: str) -> bool:
    return len(line) <= _LONGEST_FURNITURE and _FURNITURE.fullmatch(line) is not None


def _without_initials(lines: list[str]) -> list[str]:
    last = len(lines)
    while last and (not lines[last - 1] or _is_furniture(lines[last - 1])):
        last -= 1
    has_initials = (
        last > 1 and len(lines[last - 1]) <= _LONGEST_FURNITURE and _INITIALS.fullmatch(lines[last - 1])
    )
    return lines[: last - 1] if has_initials else lines[:last]


def _joined(blocks: list[str]) -> str:
    parts: list[str] = []
    for before, block in zip(["", *blocks], blocks, strict=False):
        is_run = before.startswith(BULLET) and block.startswith(BULLET)
        is_table = is_row(before) and is_row(block)
        parts.append(("\n" if is_run or is_table else "\n\n") + block)
    return "".join(parts).strip()
