"""What one source has to give today: its feed, and the pages of items that the feed only announces."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import tzinfo

from magazine.core.addresses import without_keys
from magazine.core.article import Article, Licence, Refused
from magazine.core.errors import UnreadableError
from magazine.ingest.courier import Courier, Delivery, Errand, NotFetchedError
from magazine.ingest.draft import Draft, article_from
from magazine.ingest.feeds import FeedItem, as_teaser, read_feed
from magazine.ingest.pages import fetch_page, local_zone, release_address
from magazine.sources import Source

_MOST_IN_A_ROW = 3
"""Pages that may fail one after the other; then the site is left alone until the next fetch."""
_LONGEST_NAME = 60
"""Letters of a title by which an item without a link is named."""
_SLOW_DOWN = frozenset({429, 503})


@dataclass(slots=True, kw_only=True)
class Harvest:
    """What came of one source."""

    source: Source
    articles: list[Article] = field(default_factory=list)
    """New ones, and those whose items have changed."""
    items: dict[str, str] = field(default_factory=dict)
    """Fingerprints, by key, of the items that need not be looked at again."""
    unchanged: int = 0
    """Items that were known already."""
    failed: list[Refused] = field(default_factory=list)
    """Items or pages that could not be read, with why."""
    postponed: int = 0
    """Items whose pages are left for the next fetch."""
    cut: int = 0
    """Items above the number that is read of a feed."""
    repeated: int = 0
    """Items that stood in the feed a second time."""
    delivery: Delivery | None = None
    """How the feed came; None when it did not."""
    trouble: NotFetchedError | UnreadableError | None = None
    """Why the feed did not come, or what made the site be left alone."""

    @property
    def is_complete(self) -> bool:
        """Whether the next fetch needs the feed only if it has changed."""
        return self.delivery is not None and not self.postponed


def harvest(
    source: Source, errand: Errand, known: Mapping[str, str], courier: Courier, zone: tzinfo
) -> Harvest:
    """Fetch a source's feed and the pages that are needed. Nothing is raised for a trouble of the source.

    Args:
        source: Whose feed.
        errand: What to ask for.
        known: Fingerprints of the items taken before, by key.
        courier: Fetches; one at a time.
        zone: The zone of times that name none.
    """
    found = Harvest(source=source)
    try:
        found.delivery = courier.fetch(errand)
        if found.delivery.is_unchanged:
            found.items, found.unchanged = dict(known), len(known)
            return found
        feed = read_feed(
            found.delivery.body, base=found.delivery.url, content_type=found.delivery.content_type
        )
    except (NotFetchedError, UnreadableError) as error:
        found.delivery, found.trouble = None, error
        return found
    found.cut, found.repeated = feed.cut, feed.repeated
    found.failed += [replace(one, where=f"{source.name}: {one.where}") for one in feed.refused]
    _Reader(found, courier, local_zone(source.url, zone)).read(feed.items, known)
    return found


class _Reader:
    """Reads the items of one feed into its harvest."""

    def __init__(self, found: Harvest, courier: Courier, zone: tzinfo) -> None:
        self._found = found
        self._courier = courier
        self._zone = zone
        self._failures = 0
        self._is_halted = False

    def read(self, items: tuple[FeedItem, ...], known: Mapping[str, str]) -> None:
        for item in items:
            if known.get(item.key) == item.fingerprint:
                self._found.unchanged += 1
                self._found.items[item.key] = item.fingerprint
            else:
                self._take(item)

    def _take(self, item: FeedItem) -> None:
        draft, is_final = self._draft(item)
        where = without_keys(item.link) or item.draft.title[:_LONGEST_NAME] or self._found.source.name
        if is_final:
            self._found.items[item.key] = item.fingerprint
        else:
            self._found.postponed += 1
            if not draft.body:
                return
        try:
            self._found.articles.append(article_from(as_teaser(draft), self._zone))
        except UnreadableError as error:
            self._found.failed.append(Refused(where=where, reason=str(error)))

    def _draft(self, item: FeedItem) -> tuple[Draft, bool]:
        """Return what is to be stored of an item, and whether it stays so."""
        draft = _of_source(item.draft, self._found.source)
        link = release_address(item.link, self._found.source.url)
        draft = replace(draft, url=link)
        if item.is_whole or not link or self._found.source.licence is Licence.LINK_ONLY:
            return draft, True
        if self._is_halted:
            return draft, False
        try:
            page = fetch_page(link, self._courier, self._zone)
        except (NotFetchedError, UnreadableError) as error:
            return draft, self._page_failed(link, error)
        self._failures = 0
        return _with_page(draft, page), True

    def _page_failed(self, link: str, error: NotFetchedError | UnreadableError) -> bool:
        """Note a page's trouble; return whether it will be the same at the next fetch."""
        self._found.failed.append(Refused(where=without_keys(link), reason=error.message))
        if isinstance(error, UnreadableError) or error.is_lasting:
            return True
        self._failures += 1
        if error.status in _SLOW_DOWN or self._failures >= _MOST_IN_A_ROW:
            self._is_halted = True
            self._found.trouble = error
        return False


def _of_source(draft: Draft, source: Source) -> Draft:
    return replace(
        draft,
        source=source.name,
        licence=source.licence.value,
        category=draft.category or ", ".join(source.topics),
    )


def _with_page(draft: Draft, page: Draft) -> Draft:
    """Return an item's draft with what its page says more of it."""
    is_longer = len(page.body.split()) > len(draft.body.split())
    return replace(
        draft,
        title=draft.title or page.title,
        body=page.body if is_longer else draft.body,
        published=draft.published or page.published,
        category=page.category or draft.category,
        author=draft.author or page.author,
        url=page.url or draft.url,
    )
