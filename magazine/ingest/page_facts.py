"""What a page says of itself: title, time, author, publisher, address."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import tzinfo
from itertools import islice

from magazine.ingest.dates import published_from, published_within
from magazine.ingest.identity import web_address
from magazine.ingest.markup import Element

_PUBLISHED_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date",
    "dc.date.issued", "dcterms.created",
)  # fmt: skip
_AUTHOR_NAMES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:author|byline)(?:[\s_-]?name)?(?:$|\s)", re.IGNORECASE)
_COMMENT_CLASS = re.compile("comment", re.IGNORECASE)
_AROUND_NAME = re.compile(r"^(?:written )?by[\s:]+|\s*[|•].*$|,?\s+\d.*$", re.IGNORECASE | re.DOTALL)
"""What a byline says before the name and, as a bar or a date, after it."""
_DATE_IN_PATH = re.compile(r"/(20\d{2})/(\d{1,2})/(\d{1,2})(?:/|$)")
_SITE_NAME = re.compile(r"\s+[|·»–—-]\s+[^|·»]{1,60}$")
_ARTICLE_TYPES = (
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "WebPage",
)
_LARGEST_LINKED_DATA = 500_000
_DATELINES = 40
_LONGEST_DATELINE = 120
_LONGEST_BYLINE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """Each is empty when the page does not say."""

    title: str
    published: str | None
    author: str
    source: str
    category: str
    url: str


def page_facts(tree: Element, lines: Iterable[str], zone: tzinfo) -> PageFacts:
    """Return a page's facts, the machine-readable before the visible.

    Args:
        tree: The whole page, its scripts included: they hold the linked data.
        lines: Its visible lines from the top, for a dateline that only readers see.
        zone: The zone of times that name none.
    """
    page = _Page(tree=tree, meta=_meta(tree), linked=_linked_data(tree))
    url = next(filter(None, map(web_address, _addresses(page))), "")
    source = page.meta.get("og:site_name") or _named(page.linked.get("publisher"))
    return PageFacts(
        title=_title(page, source),
        published=_told_time(page, zone) or _visible_time(lines, zone) or _time_in_path(url, zone),
        author=_author(page),
        source=source or page.meta.get("application-name", ""),
        category=page.meta.get("article:section")
        or _named(page.linked.get("articleSection"))
        or _of_release(tree, "MinistryName"),
        url=url,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    tree: Element
    meta: dict[str, str]
    """The first of each meta tag, by its name in lower case."""
    linked: dict[str, object]
    """The JSON-LD object that describes the article."""


def _meta(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = (tag.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _linked_data(tree: Element) -> dict[str, object]:
    nodes: list[dict[str, object]] = []
    for script in tree.iter("script"):
        text = script.text or ""
        if script.get("type", "").lower() != "application/ld+json" or len(text) > _LARGEST_LINKED_DATA:
            continue
        try:
            nodes += _nodes(json.loads(text))
        except (ValueError, RecursionError):  # a page's broken script is no fault of its article
            continue
    by_type = {kind: node for node in reversed(nodes) for kind in _types(node)}
    return next((by_type[kind] for kind in _ARTICLE_TYPES if kind in by_type), {})


def _nodes(data: object) -> list[dict[str, object]]:
    listed = data if isinstance(data, list) else [data]
    nodes = [node for node in listed if isinstance(node, dict)]
    graphs = [node["@graph"] for node in nodes if isinstance(node.get("@graph"), list)]
    return nodes + [node for graph in graphs for node in graph if isinstance(node, dict)]


def _types(node: dict[str, object]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _named(value: object) -> str:
    if isinstance(value, str):
        return "" if value.startswith("http") else value
    if isinstance(value, dict):
        return _named(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, (_named(part) for part in value if not isinstance(part, list))))
    return ""


def _of_release(tree: Element, name: str) -> str:
    """Return the text of a named part of a release of the Press Information Bureau, or nothing."""
    return next((_text(part) for part in tree.iter("div", "h2") if part.get("id") == name), "")


def _title(page: _Page, source: str) -> str:
    if title := _of_release(page.tree, "Titleh2"):
        return title
    headings = [_text(heading) for heading in page.tree.iter("h1")]
    if len(headings) == 1 and headings[0] not in ("", source):
        return headings[0]
    shown = next((_text(title) for title in page.tree.iter("title")), "")
    told = (
        page.meta.get("og:title", ""),
        _named(page.linked.get("headline")),
        *(heading for heading in headings if heading != source),
    )
    if title := next(filter(None, told), ""):
        return title.removesuffix(source).rstrip(" |-–—·»") if source else title
    return _SITE_NAME.sub("", shown)


def _author(page: _Page) -> str:
    names = (_named(page.meta[name]) for name in _AUTHOR_NAMES if name in page.meta)
    visible = map(_byline, page.tree.iter("a", "span", "p", "div", "address"))
    told = next(filter(None, (_named(page.linked.get("author")), *names, *visible)), "")
    return _AROUND_NAME.sub("", told)


def _byline(element: Element) -> str:
    is_marked = element.get("rel") == "author" or element.get("itemprop") == "author"
    classes = element.get("class", "")
    if not is_marked and (not _BYLINE_CLASS.search(classes) or _COMMENT_CLASS.search(classes)):
        return ""
    name = _text(element)
    return name if len(name) <= _LONGEST_BYLINE else ""


def _text(element: Element) -> str:
    return " ".join(element.text_content().split())


def _addresses(page: _Page) -> Iterator[str]:
    for link in page.tree.iter("link"):
        if link.get("rel", "").lower() == "canonical":
            yield link.get("href", "")
    yield page.meta.get("og:url", "")
    yield str(page.linked.get("url", ""))


def _told_time(page: _Page, zone: tzinfo) -> str | None:
    named = (page.meta.get(name) for name in _PUBLISHED_NAMES)
    stamped = (stamp.get("datetime") or stamp.text_content() for stamp in page.tree.iter("time"))
    told = (page.linked.get("datePublished"), *named, *stamped)
    return next(filter(None, (published_from(time, zone) for time in told)), None)


def _visible_time(lines: Iterable[str], zone: tzinfo) -> str | None:
    heads = [line for line in islice(lines, _DATELINES) if len(line) <= _LONGEST_DATELINE]
    return next(filter(None, (published_within(line, zone) for line in heads)), None)


def _time_in_path(url: str, zone: tzinfo) -> str | None:
    match = _DATE_IN_PATH.search(url)
    return published_from("-".join(match.groups()), zone) if match else None
