"""Feeds to drafts: RSS, RDF and Atom by feedparser in a process of its own, JSON Feed here."""

import json
import re
import subprocess
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from magazine.core.article import Refused
from magazine.core.errors import UnreadableError
from magazine.ingest.draft import Draft
from magazine.ingest.fields import draft_from_fields, plain_text
from magazine.ingest.identity import name_of, web_address, without_tracking

MOST_ITEMS = 3000
"""Items of a feed that are read, the first ones: feeds put the newest first."""
LARGEST_FEED = 5_000_000
"""Bytes, unpacked."""

Parser = Callable[[bytes, str, str], Mapping[str, Any]]
"""A feed, its address and its Content-Type to its plain fields: ``version``, ``feed``, ``entries``."""

_CHILD = Path(__file__).with_name("feed_child.py")
CPU_SECONDS = 5
"""That a feed may take to read; the largest that is read whole takes about half of it."""
_WALL_SECONDS = 30.0
"""For a machine that is busy; the processor's time is the limit that counts."""
_MEMORY = 450_000_000
_GZIP = b"\x1f\x8b"
_GZIP_BITS = zlib.MAX_WBITS | 16
_ITEM = re.compile(rb"<(?:[\w-]+:)?(item|entry)[\s>]")
_OWN_NAME = re.compile(r"(?=.*[A-Za-z])(?=.*\d)[\w.:/@-]{6,200}")
"""A GUID that is likely to name one article in the world: ``pib-2253752``, and not ``17``."""
_WORDS_OF_AN_ARTICLE = 200
_COLOPHON = re.compile(r"\s*The post\b[^\n]{1,400}\b(?:appeared first|first appeared) on\b[^\n]{1,200}\s*$")
"""What WordPress writes below every text of its feeds."""
_CUT_SHORT = re.compile(r"(?:…|\.\.\.|\[[…. ]+\]|read more|continue reading|और पढ़ें)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One item of a feed."""

    key: str
    """What tells it from other items: the digest of its GUID, else of its link, else of its text.

    Of its link, too, where the feed gives items of several links one GUID.
    """
    fingerprint: str
    """Digest of all it says; changes when the publisher changes anything."""
    link: str
    """The address of its page, or empty."""
    is_whole: bool
    """The feed seems to carry the article itself, and not only a summary."""
    draft: Draft
    """What the feed itself says of the article. It has an id unless neither GUID nor link gives one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed that was read."""

    title: str
    items: tuple[FeedItem, ...]
    """In the feed's order, each key once."""
    refused: tuple[Refused, ...] = ()
    """Items that could not be understood."""
    repeated: int = 0
    """Items left out because one of the same GUID and link, or of the same text, stood there already."""
    cut: int = 0
    """Items left out because there were more than 3,000."""


def read_feed(raw: bytes, *, base: str = "", content_type: str = "", parse: Parser | None = None) -> Feed:
    """Return what a feed says.

    Args:
        raw: As it came, perhaps in gzip.
        base: Its address, by which relative links are completed; empty for a file.
        content_type: As the server named it.
        parse: Reads XML feeds; None: ``parse_feed``, in a process with limits.

    Raises:
        UnreadableError: It is no feed, larger than 5 MB, or takes too much time or memory.
    """
    raw = _unpacked(raw)
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _json_feed(raw, base)
    raw, cut = _cut(raw)
    found = (parse or parse_feed)(raw, base, content_type)
    about = found["feed"]
    site = _joined(base, about.get("link", ""))
    if not found["version"] and not found["entries"]:
        raise UnreadableError("It is no feed: it holds neither RSS nor Atom nor JSON Feed.")
    title = " ".join(plain_text(about.get("title", "")).split())
    items = [
        _item(_draft(entry, title), base or site, has_content=any(entry["contents"]))
        for entry in found["entries"]
    ]
    return _feed(title, items, (), cut)


def as_teaser(draft: Draft) -> Draft:
    """Return an item that is nothing but a headline as the teaser that it is; any other as it is."""
    is_headline = bool(draft.title) and not draft.body.strip()
    return replace(draft, is_stub=True, published=None) if is_headline else draft


def parse_feed(
    raw: bytes, base: str = "", content_type: str = "", *, seconds: int = CPU_SECONDS
) -> dict[str, Any]:
    """Return the plain fields of an XML feed by feedparser: ``version``, ``feed``, ``entries``.

    Args:
        raw: The feed.
        base: Its address; empty for a file.
        content_type: As the server named it.
        seconds: Of processor time that it may take.

    Raises:
        UnreadableError: It takes too much time or memory.
    """
    # Not among the arguments, which every user of the machine can read: an address may hold a key.
    head = json.dumps([base, content_type]).encode() + b"\n"
    try:
        ran = subprocess.run(  # noqa: S603 - our own file; the feed comes by its standard input
            [sys.executable, "-P", str(_CHILD), str(seconds), str(_MEMORY)],
            input=head + raw,
            capture_output=True,
            timeout=_WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError("It takes too long to read: it is broken, or made to do harm.") from error
    if ran.returncode:
        raise UnreadableError("It takes too much time or memory to read: it is broken, or made to do harm.")
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def _unpacked(raw: bytes) -> bytes:
    if raw.startswith(_GZIP):
        try:
            packed = zlib.decompressobj(_GZIP_BITS)
            raw = packed.decompress(raw, LARGEST_FEED + 1)
        except zlib.error as error:
            raise UnreadableError("It is packed as gzip and cannot be unpacked.") from error
        if not packed.eof and len(raw) <= LARGEST_FEED:
            raise UnreadableError("It is packed as gzip, and its end is missing.")
    if len(raw) > LARGEST_FEED:
        raise UnreadableError(f"The feed is larger than {LARGEST_FEED // 1_000_000} MB.")
    if not raw.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
        raise UnreadableError("The feed is empty.")
    return raw


def _cut(raw: bytes) -> tuple[bytes, int]:
    """Return a feed without the items above the limit, still closed, and how many were taken out."""
    starts = [match.start() for match in _ITEM.finditer(raw)]
    if len(starts) <= MOST_ITEMS:
        return raw, 0
    tail = raw.rfind(b"</")
    ends = [raw.rfind(end) + len(end) for end in (b"</item>", b"</entry>")]
    end = max(ends) if max(ends) > starts[MOST_ITEMS] else tail
    return raw[: starts[MOST_ITEMS]] + raw[end:], len(starts) - MOST_ITEMS


def _draft(entry: Mapping[str, Any], source: str) -> Draft:
    # content:encoded stands in "contents", description in "summary".
    body = max((_text(text) for text in [*entry["contents"], ""]), key=len)
    return Draft(
        id=entry.get("id", ""),
        title=" ".join(plain_text(entry.get("title", "")).split()),
        body=body or _text(entry.get("summary", "")),
        url=entry.get("link", ""),
        published=entry.get("published") or entry.get("updated"),
        category=plain_text(", ".join(entry["tags"])),
        source=source,
        author=plain_text(entry.get("author", "")),
    )


def _text(markup: str) -> str:
    return _COLOPHON.sub("", plain_text(markup))


def _json_feed(raw: bytes, base: str) -> Feed:
    try:
        document = json.loads(raw.decode("utf-8", "replace").removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError("It is broken JSON, or nested too deep.") from error
    rows = document.get("items") if isinstance(document, dict) else None
    if not isinstance(rows, list):
        raise UnreadableError("It is JSON and no JSON Feed: it has no list of items.")
    title = document.get("title") if isinstance(document.get("title"), str) else ""
    items: list[FeedItem] = []
    refused: list[Refused] = []
    for number, row in enumerate(rows[:MOST_ITEMS], start=1):
        try:
            items.append(_json_item(row, title, base))
        except UnreadableError as error:
            refused.append(Refused(where=f"item {number}", reason=str(error)))
    return _feed(title, items, refused, max(0, len(rows) - MOST_ITEMS))


def _json_item(row: object, title: str, base: str) -> FeedItem:
    if not isinstance(row, dict):
        raise UnreadableError("It is no item: an item is an object.")
    draft = draft_from_fields({"category": row.get("tags"), "source": title, **row})
    return _item(draft, base, has_content=bool(row.get("content_html") or row.get("content_text")))


def _item(draft: Draft, base: str, *, has_content: bool) -> FeedItem:
    link = without_tracking(web_address(_joined(base, draft.url.strip())) or "") if draft.url.strip() else ""
    guid = draft.id.strip()
    name = guid.removeprefix("urn:")
    is_own = _OWN_NAME.fullmatch(name) is not None and web_address(name) is None
    # Named by the feed, not by the page that may be fetched: the id is the same whether that succeeds or not.
    identity = name if is_own else name_of(link) if link else ""
    told = (draft.title, draft.body, link, str(draft.published), draft.category, draft.author)
    fingerprint = name_of("\n".join(told))
    is_long = len(draft.body.split()) >= _WORDS_OF_AN_ARTICLE
    return FeedItem(
        key=name_of(guid or link or fingerprint),
        fingerprint=fingerprint,
        link=link,
        is_whole=(has_content or is_long) and not _CUT_SHORT.search(draft.body),
        draft=replace(draft, id=identity, url=link),
    )


def _told_apart(items: Sequence[FeedItem]) -> list[FeedItem]:
    """Return the items, named by their links where a GUID is that of several."""
    links: dict[str, set[str]] = defaultdict(set)
    for item in items:
        links[item.key].add(item.link)
    return [
        replace(item, key=name_of(item.link), draft=replace(item.draft, id=name_of(item.link)))
        if item.link and len(links[item.key]) > 1
        else item
        for item in items
    ]


def _joined(base: str, link: str) -> str:
    """Return a link completed by an address; empty when it is none, as with an unclosed bracket."""
    try:
        return urljoin(base, link)
    except ValueError:
        return ""


def _feed(title: str, items: Iterable[FeedItem], refused: Iterable[Refused], cut: int) -> Feed:
    every = _told_apart(list(items))
    once = {item.key: item for item in reversed(every)}
    kept = tuple(item for item in every if once[item.key] is item)
    return Feed(title=title, items=kept, refused=tuple(refused), repeated=len(every) - len(kept), cut=cut)
